/** The query side on ClickHouse: the same `Reader` as the embedded engine's. */
import { performance } from "node:perf_hooks";
import { RasaiError } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import type {
	Reader,
	ReaderOptions,
	Scope,
	StoredRun,
} from "../duckdb/index.ts";
import type { Sql } from "../sql.ts";
import type { ClickhouseAddress } from "./address.ts";
import { type Connection, connect } from "./connection.ts";
import type { LoadedManifest } from "./load.ts";
import { clickhouseTables, layoutOf } from "./tables.ts";

/** How long a look at what is loaded counts. */
const FRESH_MS = 500;

/** Opens the tables for reading. Throws `store_unreachable` at the first question where no server answers. */
export function openClickhouseReader(
	address: ClickhouseAddress,
	options: ReaderOptions = {},
): Reader {
	return new ClickhouseReader(address, {
		timeoutMs: options.timeoutMs ?? 30_000,
		memoryLimitMb: options.memoryLimitMb ?? 4_000,
	});
}

interface Loaded extends LoadedManifest {
	readonly generation: number;
}

class ClickhouseReader implements Reader {
	readonly #connections: readonly Connection[];
	readonly #layout;
	readonly #timeoutMs: number;
	#loaded: Promise<Loaded> | undefined;
	#lookedAt = Number.NEGATIVE_INFINITY;

	constructor(
		address: ClickhouseAddress,
		options: { readonly timeoutMs: number; readonly memoryLimitMb: number },
	) {
		this.#connections = address.shards.map((server) =>
			connect(address, server, options),
		);
		this.#layout = layoutOf(address, clickhouseTables());
		this.#timeoutMs = options.timeoutMs;
	}

	async query<Row>(
		scope: Scope,
		statement: Sql,
		options: { readonly signal?: AbortSignal | undefined } = {},
	): Promise<readonly Row[]> {
		const ask = async () => {
			const database = await this.#databaseOf(scope);
			return this.#ask(options.signal, (connection, signal) =>
				connection.query<Row>(database, statement, signal),
			);
		};
		try {
			return await ask();
		} catch (error) {
			// Another run took the place of the one that was current a moment ago.
			if (!isMissing(error)) throw error;
			this.#loaded = undefined;
			return ask();
		}
	}

	async #databaseOf(scope: Scope): Promise<string> {
		const { current } = await this.#look();
		const run = scope.run ?? current[scope.world];
		if (run !== current[scope.world])
			throw new RasaiError("not_found", `the run ${run} is not loaded`, {
				hint: "Only each world's current run is loaded into ClickHouse.",
			});
		return this.#layout.run(scope.world, run);
	}

	async generation(): Promise<number> {
		return (await this.#look()).generation;
	}

	async stamp(): Promise<string> {
		return String((await this.#look()).generation);
	}

	async runs(): Promise<Readonly<Record<string, StoredRun>>> {
		return (await this.#look()).runs;
	}

	async currentRun(world: World): Promise<string | undefined> {
		return (await this.#look()).current[world];
	}

	async verdictDays(world: World): Promise<Readonly<Record<string, string>>> {
		return (await this.#look()).verdictDays[world] ?? {};
	}

	close(): void {
		for (const connection of this.#connections) void connection.close();
	}

	/** What was loaded last. */
	#look(): Promise<Loaded> {
		const now = performance.now();
		if (this.#loaded === undefined || now - this.#lookedAt > FRESH_MS) {
			this.#lookedAt = now;
			this.#loaded = this.#readLoaded();
			// The failure is told to who asked; the next asks again.
			this.#loaded.catch(() => {
				this.#loaded = undefined;
			});
		}
		return this.#loaded;
	}

	async #readLoaded(): Promise<Loaded> {
		const [row] = await this.#ask(undefined, (connection, signal) =>
			connection.rows<{ readonly text: string; readonly ms: number }>(
				`SELECT text, toUnixTimestamp64Milli(loaded_at) AS ms
				FROM ${this.#layout.base}.manifests ORDER BY loaded_at DESC LIMIT 1`,
				signal,
			),
		).catch((error: unknown) => {
			if (isMissing(error)) return [];
			throw error;
		});
		if (row === undefined)
			throw new RasaiError(
				"not_found",
				"nothing is loaded into ClickHouse by this version",
				{
					hint: "Run `rasai store load` on the machine that judges.",
				},
			);
		return { ...(JSON.parse(row.text) as LoadedManifest), generation: row.ms };
	}

	/** Asks the first server that can be reached. */
	async #ask<Result>(
		stopped: AbortSignal | undefined,
		work: (connection: Connection, signal: AbortSignal) => Promise<Result>,
	): Promise<Result> {
		const limit = AbortSignal.timeout(this.#timeoutMs);
		const signal = stopped ? AbortSignal.any([stopped, limit]) : limit;
		let lost: unknown;
		for (const connection of this.#connections)
			try {
				return await work(connection, signal);
			} catch (error) {
				if (limit.aborted)
					throw new RasaiError("timeout", "the query took too long", {
						cause: error,
					});
				if (
					!(error instanceof RasaiError) ||
					error.code !== "store_unreachable"
				)
					throw error;
				lost ??= error;
			}
		throw lost;
	}
}

/** A database or table is not there. */
const isMissing = (error: unknown): boolean =>
	error instanceof RasaiError &&
	/UNKNOWN_(DATABASE|TABLE)/.test(
		(error.cause as { readonly type?: string } | undefined)?.type ?? "",
	);
