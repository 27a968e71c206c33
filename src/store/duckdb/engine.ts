/**
 * DuckDB in this process. Nothing is ever fetched: automatic install and load
 * of extensions are off, and Parquet and JSON are built in.
 */
import {
	BIGINT,
	BOOLEAN,
	DOUBLE,
	type DuckDBConnection,
	DuckDBInstance,
	type DuckDBType,
	type DuckDBValue,
	LIST,
	listValue,
	SQLNULL,
	VARCHAR,
} from "@duckdb/node-api";
import { fieldOf, plainValue } from "../columns.ts";
import type { SqlValue } from "../sql.ts";

export interface EngineSettings {
	readonly threads: number;
	readonly memoryLimitMb: number;
	/** Where sorts and joins spill to. */
	readonly tempFolder: string;
}

/** A database in memory that never calls out. */
export async function openEngine(
	settings: EngineSettings,
): Promise<DuckDBInstance> {
	return DuckDBInstance.create(":memory:", {
		threads: String(settings.threads),
		memory_limit: `${settings.memoryLimitMb}MB`,
		temp_directory: settings.tempFolder,
		// Row groups limited in bytes need this. Every query states its order, and
		// one thread reads a file of lines in its own order.
		preserve_insertion_order: "false",
		// Threads give unused memory back soon: else each keeps its own, and the
		// process grows far beyond the limit above.
		allocator_flush_threshold: "1MB",
		allocator_bulk_deallocation_flush_threshold: "8MB",
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
	});
}

/** A text as an SQL literal, for the places that take no parameters (file names, settings). */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** Runs a statement with the values of its `$1`, `$2`… and gives its rows as plain records with camelCase fields. */
export async function runQuery<Row>(
	connection: DuckDBConnection,
	text: string,
	values: readonly SqlValue[],
): Promise<readonly Row[]> {
	const bound = values.map(bind);
	const result = await connection.runAndReadAll(
		text,
		bound.map((item) => item.value),
		bound.map((item) => item.type),
	);
	const fields = result.columnNames().map(fieldOf);
	Object.assign(result, { weight: weightOf(fields.length) });
	return toRows<Row>(
		fields,
		result.getColumns().map((column) => column.map(plainValue)),
	);
}

/** Columns as records. Copies of one empty record have one shape, which is made and read much faster than records put together from pairs. */
function toRows<Row>(
	fields: readonly string[],
	columns: readonly (readonly unknown[])[],
): readonly Row[] {
	const empty: Record<string, unknown> = {};
	for (const field of fields) empty[field] = undefined;
	return Array.from({ length: columns[0]?.length ?? 0 }, (_, at) => {
		const row = { ...empty };
		for (let index = 0; index < fields.length; index += 1)
			row[fields[index] ?? ""] = columns[index]?.[at];
		return row as Row;
	});
}

/** Rows that DuckDB reserves in a result, and again in each piece read from it, however few there are; and bytes of a value, texts apart. */
const ROWS_RESERVED = 2048 * 2;
const VALUE_BYTES = 16;

/**
 * A result's memory is given back when the collector of Node's memory comes
 * upon it, and that comes the later the less it knows of. This is as large,
 * known to it, and never touched, so the system gives no memory for it: without
 * it a site grew by 40 MB with every hundred queries, until chance ended it.
 */
const weightOf = (columns: number): ArrayBuffer =>
	new ArrayBuffer(columns * ROWS_RESERVED * VALUE_BYTES);

function bind(value: SqlValue): {
	readonly value: DuckDBValue;
	readonly type: DuckDBType;
} {
	if (value === null) return { value, type: SQLNULL };
	if (typeof value === "string") return { value, type: VARCHAR };
	if (typeof value === "boolean") return { value, type: BOOLEAN };
	if (typeof value === "number") return bindNumber(value);
	const items = value as readonly (string | number)[];
	if (items.every((item) => typeof item === "string"))
		return { value: listValue(items), type: LIST(VARCHAR) };
	return items.every((item) => Number.isSafeInteger(item))
		? {
				value: listValue(items.map((item) => BigInt(item))),
				type: LIST(BIGINT),
			}
		: { value: listValue(items), type: LIST(DOUBLE) };
}

function bindNumber(value: number): {
	readonly value: DuckDBValue;
	readonly type: DuckDBType;
} {
	return Number.isSafeInteger(value)
		? { value: BigInt(value), type: BIGINT }
		: { value, type: DOUBLE };
}
