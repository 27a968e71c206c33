/**
 * The query side: read-only, any number of processes, also while another one
 * imports. Each world (and run) is a schema of views over the partitions that
 * the manifest lists; views are remade when the manifest changes. Beside the
 * columns of schema.sql, views of day partitions have `day` (a DATE), by which
 * files are chosen: filter on it.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { RasaiError } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import type { Workspace } from "../files/index.ts";
import type { Sql } from "../sql.ts";
import { openEngine, quote, quoteName, runQuery } from "./engine.ts";
import {
	EMPTY_MANIFEST,
	type Manifest,
	partitionFile,
	readManifest,
	type StoredRun,
	tableFolder,
} from "./manifest.ts";
import { temporaryFolder } from "./partitions.ts";
import { type Column, readSchema, type TableName } from "./schema.ts";

/** What a query sees: one world, and one run of judgements (the current one where not said). */
export interface Scope {
	readonly world: World;
	readonly run?: string | undefined;
}

export interface Reader {
	/** Rows of a query, with camelCase fields. Tables are those of schema.sql, of the scope. */
	query<Row>(
		scope: Scope,
		statement: Sql,
		options?: { readonly signal?: AbortSignal | undefined },
	): Promise<readonly Row[]>;
	/** Grows whenever anything changed: what a page was made from, for caching. */
	generation(): Promise<number>;
	/** The runs of judgements there are, by id. */
	runs(): Promise<Readonly<Record<string, StoredRun>>>;
	/** The run that queries of a world see; undefined before the first. */
	currentRun(world: World): Promise<string | undefined>;
	close(): void;
}

export interface ReaderOptions {
	readonly threads?: number;
	readonly memoryLimitMb?: number;
	/** Longest a query may take. */
	readonly timeoutMs?: number;
}

const DAY_TABLES: readonly TableName[] = [
	"measurements",
	"observations",
	"verdicts",
	"cells",
	"control",
];

/** Opens the derived tables for reading. An empty workspace gives empty tables. */
export async function openReader(
	workspace: Pick<Workspace, "paths">,
	options: ReaderOptions = {},
): Promise<Reader> {
	const derived = workspace.paths.derived;
	const engine = await openEngine({
		threads: options.threads ?? 2,
		memoryLimitMb: options.memoryLimitMb ?? 256,
		tempFolder: temporaryFolder(derived),
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
	readonly #made = new Map<string, number>();
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
		const schema = await this.#prepare(scope);
		const connection = await this.#connect(schema);
		const limit = AbortSignal.timeout(this.#timeoutMs);
		const signal = options.signal
			? AbortSignal.any([options.signal, limit])
			: limit;
		const stop = () => connection.interrupt();
		signal.addEventListener("abort", stop);
		try {
			return await runQuery<Row>(connection, statement);
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

	async generation(): Promise<number> {
		return (await this.#refresh()).generation;
	}

	async runs(): Promise<Readonly<Record<string, StoredRun>>> {
		return (await this.#refresh()).runs;
	}

	async currentRun(world: World): Promise<string | undefined> {
		return (await this.#refresh()).current[world];
	}

	close(): void {
		for (const connections of this.#idle.values())
			for (const connection of connections) connection.closeSync();
		this.#idle.clear();
		this.#admin.closeSync();
		this.#engine.closeSync();
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

	/** The schema of the scope, its views up to date. One caller at a time remakes views. */
	async #prepare(scope: Scope): Promise<string> {
		const manifest = await this.#refresh();
		const run = scope.run ?? manifest.current[scope.world];
		const schema = `${scope.world} ${scope.run ?? "current"}`;
		const turn = this.#making.then(async () => {
			if (this.#made.get(schema) === manifest.generation) return;
			const statements = viewStatements(
				this.#schema,
				schema,
				{ world: scope.world, run },
				manifest,
				this.#derived,
			);
			for (const statement of statements) await this.#admin.run(statement);
			this.#made.set(schema, manifest.generation);
		});
		this.#making = turn.catch(() => {});
		await turn;
		return schema;
	}
}

/** The statements that make one schema of views. */
function viewStatements(
	schema: Readonly<Record<TableName, readonly Column[]>>,
	name: string,
	scope: Scope,
	manifest: Manifest,
	derived: string,
): readonly string[] {
	const statements = [`CREATE SCHEMA IF NOT EXISTS ${quoteName(name)}`];
	for (const table of Object.keys(schema) as TableName[]) {
		const columns = schema[table];
		const byDay = DAY_TABLES.includes(table);
		const folder = `${tableFolder(table, scope.world, scope.run)}/`;
		const files = Object.entries(manifest.partitions)
			.filter(([key]) => key.startsWith(folder))
			.map(([key, partition]) =>
				quote(join(derived, partitionFile(key, partition))),
			);
		const list = columns.map((column) => column.name).join(", ");
		const nothing = columns
			.map((column) => `NULL::${column.type} AS ${column.name}`)
			.join(", ");
		const body =
			files.length === 0
				? `SELECT ${nothing}${byDay ? ", NULL::DATE AS day" : ""} WHERE false`
				: `SELECT ${list}${byDay ? ", day" : ""} FROM read_parquet([${files.join(", ")}]${byDay ? ", hive_partitioning = true, hive_types = {'day': DATE}" : ""})`;
		statements.push(
			`CREATE OR REPLACE VIEW ${quoteName(name)}.${table} AS ${body}`,
		);
	}
	return statements;
}
