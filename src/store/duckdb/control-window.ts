/**
 * Control rows of the days around the one that is judged, kept in the
 * database's memory from one day to the next. Days are judged in their order
 * and their windows overlap: opening the same eight files for three questions
 * took a quarter of the time of a day that holds little.
 */
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { parquet } from "./partitions.ts";
import { streamRows } from "./rows.ts";

/** A file of the control table. */
export interface ControlFile {
	readonly path: string;
	readonly rows: number;
}

/** A window of more rows is read from its files each time: memory must not depend on the size of an archive. */
const MOST_ROWS = 50_000;
/** Files held before those outside the present window are let go: the windows of some days judged at once. */
const MOST_FILES = 32;

export class ControlWindow {
	readonly #engine: DuckDBInstance;
	readonly #held = new Map<string, number>();
	#connection: DuckDBConnection | undefined;
	#loaded = 0;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(engine: DuckDBInstance) {
		this.#engine = engine;
	}

	/** The rows of a query over the files; `query` is given what stands behind FROM. One is answered at a time. */
	async read<Row>(
		files: readonly ControlFile[],
		query: (control: string) => string,
	): Promise<readonly Row[]> {
		const turn = this.#turn.then(async () => {
			this.#connection ??= await this.#engine.connect();
			const source = await this.#sourceOf(files, this.#connection);
			const rows: Row[] = [];
			for await (const batch of streamRows<Row>(
				this.#connection,
				query(source),
			))
				for (const row of batch) rows.push(row);
			return rows;
		});
		this.#turn = turn.catch(() => {});
		return turn;
	}

	async #sourceOf(
		files: readonly ControlFile[],
		connection: DuckDBConnection,
	): Promise<string> {
		const paths = files.map(({ path }) => path);
		if (files.reduce((sum, { rows }) => sum + rows, 0) > MOST_ROWS)
			return parquet(paths);
		if (this.#held.size > MOST_FILES) await this.#letGo(paths, connection);
		for (const path of paths) {
			if (this.#held.has(path)) continue;
			const number = this.#loaded + 1;
			const rows = `SELECT ${number} AS file, * FROM ${parquet([path])}`;
			await connection.run(
				number === 1
					? `CREATE TEMP TABLE control_window AS ${rows}`
					: `INSERT INTO control_window ${rows}`,
			);
			this.#loaded = number;
			this.#held.set(path, number);
		}
		const numbers = paths.map((path) => this.#held.get(path));
		return `(FROM control_window WHERE file IN (${numbers.join(", ")}))`;
	}

	async #letGo(
		paths: readonly string[],
		connection: DuckDBConnection,
	): Promise<void> {
		const wanted = new Set(paths);
		const others = [...this.#held].filter(([path]) => !wanted.has(path));
		if (others.length === 0) return;
		const numbers = others.map(([, number]) => number);
		await connection.run(
			`DELETE FROM control_window WHERE file IN (${numbers.join(", ")})`,
		);
		for (const [path] of others) this.#held.delete(path);
	}
}
