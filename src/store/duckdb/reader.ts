/**
 * The query side: read-only, any number of processes, also while another one
 * imports. Views are remade when the manifest changes and a query names them.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { messageOf, RasaiError } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import type { Workspace } from "../files/index.ts";
import { type Sql, sqlText } from "../sql.ts";
import { openEngine, quote, quoteName, runQuery } from "./engine.ts";
import {
	EMPTY_MANIFEST,
	type Manifest,
	partitionsOf,
	readManifest,
	type StoredRun,
} from "./manifest.ts";
import { temporaryFolder } from "./partitions.ts";
import { readSchema } from "./schema.ts";
import {
	isDayTable,
	type Scope,
	stampOf,
	tablesNamed,
	type ViewSource,
	viewStatement,
	withinDays,
} from "./views.ts";

export interface Reader {
	/** Rows of a query, with camelCase fields. Tables are those of schema.sql, of the scope. */
	query<Row>(
		scope: Scope,
		statement: Sql,
		options?: { readonly signal?: AbortSignal | undefined },
	): Promise<readonly Row[]>;
	/** Grows whenever anything changed: what a page was made from, for caching. */
	generation(): Promise<number>;
	/** Differs whenever the answer to a statement may: it names what stands in the tables that the statement reads. */
	stamp(scope: Scope, statement: Sql): Promise<string>;
	/** The runs of judgements there are, by id. */
	runs(): Promise<Readonly<Record<string, StoredRun>>>;
	/** SHA-256 of each day's verdicts in the run that queries of a world see: what has changed since it was last asked. */
	verdictDays(world: World): Promise<Readonly<Record<string, string>>>;
	/** The run that queries of a world see; undefined before the first. */
	currentRun(world: World): Promise<string | undefined>;
	close(): void;
}

export interface ReaderOptions {
	readonly threads?: number;
	readonly memoryLimitMb?: number;
	/** Longest a query may take. */
	readonly timeoutMs?: number;
	/** False: nothing is ever written to the disk, and what does not fit in memory fails. */
	readonly spills?: boolean;
}

/** Opens the derived tables for reading. An empty workspace gives empty tables. */
export async function openReader(
	workspace: Pick<Workspace, "paths">,
	options: ReaderOptions = {},
): Promise<Reader> {
	const derived = workspace.paths.derived;
	const engine = await openEngine({
		threads: options.threads ?? 2,
		memoryLimitMb: options.memoryLimitMb ?? 256,
		tempFolder: options.spills === false ? "" : temporaryFolder(derived),
	});
	const admin = await engine.connect();
	await admin.run(`SET allowed_directories = [${quote(derived)}]`);
	await admin.run("SET enable_external_access = false");
	await admin.run("SET lock_configuration = true");
	return new DuckdbReader(engine, admin, derived, options.timeoutMs ?? 30_000);
}

class DuckdbReader implements Reader {
	readonly #engine: DuckDBInstance;
	readonly #admin: DuckDBConnection;
	readonly #derived: string;
	readonly #timeoutMs: number;
	readonly #schema = readSchema();
	readonly #idle = new Map<string, DuckDBConnection[]>();
	/** Views that are made, and the manifest's generation they show. */
	readonly #made = new Map<string, number>();
	readonly #schemas = new Set<string>();
	/** The pages' databases that are attached: file to name. */
	readonly #attached = new Map<string, string>();
	/** Stamps of the manifest of one generation, by scope and tables. */
	readonly #stamps = new Map<string, string>();
	#stampsOf = -1;
	#manifest: Manifest = EMPTY_MANIFEST;
	#stamp = "";
	#making: Promise<unknown> = Promise.resolve();

	constructor(
		engine: DuckDBInstance,
		admin: DuckDBConnection,
		derived: string,
		timeoutMs: number,
	) {
		this.#engine = engine;
		this.#admin = admin;
		this.#derived = derived;
		this.#timeoutMs = timeoutMs;
	}

	async query<Row>(
		scope: Scope,
		statement: Sql,
		options: { readonly signal?: AbortSignal | undefined } = {},
	): Promise<readonly Row[]> {
		const before = await this.generation();
		try {
			return await this.#query<Row>(scope, statement, options.signal);
		} catch (error) {
			// A writer deletes replaced files after a while: a query that began
			// before the change and took longer than that is asked again.
			if (!/^IO Error/.test(messageOf(error))) throw error;
			if ((await this.generation()) === before) throw error;
			return this.#query<Row>(scope, statement, options.signal);
		}
	}

	async generation(): Promise<number> {
		return (await this.#refresh()).generation;
	}

	async stamp({ world, run, days }: Scope, statement: Sql): Promise<string> {
		const manifest = await this.#refresh();
		if (this.#stampsOf !== manifest.generation) {
			this.#stamps.clear();
			this.#stampsOf = manifest.generation;
		}
		const tables = tablesNamed(sqlText(statement), this.#schema);
		const scope = { world, run: run ?? manifest.current[world], days };
		const key = JSON.stringify([scope, tables]);
		const known = this.#stamps.get(key);
		if (known !== undefined) return known;
		const stamp = stampOf(tables, scope, manifest, this.#schema);
		this.#stamps.set(key, stamp);
		return stamp;
	}

	async runs(): Promise<Readonly<Record<string, StoredRun>>> {
		return (await this.#refresh()).runs;
	}

	async currentRun(world: World): Promise<string | undefined> {
		return (await this.#refresh()).current[world];
	}

	async verdictDays(world: World): Promise<Readonly<Record<string, string>>> {
		const manifest = await this.#refresh();
		const run = manifest.current[world];
		if (run === undefined) return {};
		return Object.fromEntries(
			partitionsOf(manifest, "verdicts", { world, run }).map(
				([folder, { sha256 }]) => [folder.slice(-10), sha256],
			),
		);
	}

	close(): void {
		for (const connections of this.#idle.values())
			for (const connection of connections) connection.closeSync();
		this.#idle.clear();
		this.#admin.closeSync();
		this.#engine.closeSync();
	}

	async #query<Row>(
		scope: Scope,
		statement: Sql,
		stopped: AbortSignal | undefined,
	): Promise<readonly Row[]> {
		const { schema, text } = await this.#prepare(scope, sqlText(statement));
		const connection = await this.#connect(schema);
		const limit = AbortSignal.timeout(this.#timeoutMs);
		const signal = stopped ? AbortSignal.any([stopped, limit]) : limit;
		const stop = () => connection.interrupt();
		signal.addEventListener("abort", stop);
		try {
			return await runQuery<Row>(connection, text, statement.values);
		} catch (cause) {
			if (limit.aborted)
				throw new RasaiError("timeout", "the query took too long", { cause });
			if (signal.aborted)
				throw new RasaiError("aborted", "the query was stopped", { cause });
			throw cause;
		} finally {
			signal.removeEventListener("abort", stop);
			this.#idle.get(schema)?.push(connection);
		}
	}

	async #connect(schema: string): Promise<DuckDBConnection> {
		const idle = this.#idle.get(schema)?.pop();
		if (idle) return idle;
		if (!this.#idle.has(schema)) this.#idle.set(schema, []);
		const connection = await this.#engine.connect();
		await connection.run(`SET schema = ${quote(schema)}`);
		return connection;
	}

	async #refresh(): Promise<Manifest> {
		const stamp = await stat(join(this.#derived, "manifest.json")).then(
			(s) => `${s.ino} ${s.mtimeMs} ${s.size}`,
			() => "absent",
		);
		if (stamp !== this.#stamp) {
			this.#manifest = await readManifest(this.#derived);
			this.#stamp = stamp;
		}
		return this.#manifest;
	}

	/** The schema of the scope with the views that a statement names, up to date, and the statement to run there. One caller at a time remakes views. */
	async #prepare(
		{ world, run, days }: Scope,
		statement: string,
	): Promise<{ readonly schema: string; readonly text: string }> {
		const manifest = await this.#refresh();
		const schema = `${world} ${run ?? "current"}`;
		const scope = { world, run: run ?? manifest.current[world] };
		const named = tablesNamed(statement, this.#schema);
		const ofDays = days === undefined ? [] : named.filter(isDayTable);
		const viewed = named.filter(
			(table) => !ofDays.some((one) => one === table),
		);
		const source = {
			schema: this.#schema,
			manifest,
			derived: this.#derived,
			pages: undefined,
		};
		const turn = this.#making.then(() =>
			this.#makeViews(schema, viewed, scope, source),
		);
		this.#making = turn.catch(() => {});
		await turn;
		const text = withinDays(statement, ofDays, { ...scope, days }, source);
		return { schema, text };
	}

	async #makeViews(
		schema: string,
		tables: readonly string[],
		scope: Scope,
		source: ViewSource,
	): Promise<void> {
		const { generation } = source.manifest;
		const stale = tables.filter(
			(table) => this.#made.get(`${schema}.${table}`) !== generation,
		);
		if (!this.#schemas.has(schema)) {
			await this.#admin.run(`CREATE SCHEMA ${quoteName(schema)}`);
			this.#schemas.add(schema);
		}
		if (stale.length === 0) return;
		const pages = await this.#attachPages(source.manifest);
		for (const table of stale) {
			await this.#admin.run(
				viewStatement(schema, table, scope, { ...source, pages }),
			);
			this.#made.set(`${schema}.${table}`, generation);
		}
	}

	/**
	 * Attaches the manifest's pages' database and lets go of all but the one
	 * before, which queries that run now may use. One that cannot be opened is
	 * done without: everything in it is in the partitions too.
	 */
	async #attachPages(manifest: Manifest): Promise<string | undefined> {
		const file = manifest.pages?.file;
		if (file === undefined) return undefined;
		const known = this.#attached.get(file);
		if (known !== undefined) return known;
		const name = `pages_${manifest.generation}`;
		try {
			await this.#admin.run(
				`ATTACH ${quote(join(this.#derived, file))} AS ${name} (READ_ONLY)`,
			);
		} catch {
			return undefined;
		}
		const [oldest, newer] = [...this.#attached];
		if (oldest !== undefined && newer !== undefined) {
			await this.#admin.run(`DETACH ${oldest[1]}`);
			this.#attached.delete(oldest[0]);
		}
		this.#attached.set(file, name);
		return name;
	}
}
