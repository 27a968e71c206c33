/** Making partitions: Parquet files named by their content, put in place by rename. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { columnOf, fieldOf } from "../columns.ts";
import { PROCESS_MARK, putInPlace, unfinishedName } from "../files/index.ts";
import { quote, quoteName } from "./engine.ts";
import { type Partition, partitionFile } from "./manifest.ts";
import { MAX_LINE_BYTES } from "./runs.ts";
import type { Column } from "./schema.ts";

/**
 * Row groups end at so many rows or bytes, whichever comes first: small enough
 * that hostile facts of megabytes each still fit in memory. Level 1 of zstd
 * gives the same size here as the default 3 in two thirds of the time.
 */
const PARQUET = `FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 8192, ROW_GROUP_SIZE_BYTES '4MB'`;

/** This process's own folder for what is temporary; deleted by the next writer when the process is gone. */
export function temporaryFolder(derived: string): string {
	return join(derived, "tmp", PROCESS_MARK);
}

/** A new name in it. */
export function temporaryName(derived: string): string {
	return unfinishedName(join(temporaryFolder(derived), "work"));
}

/** Writes the rows of a query as the partition of a folder under `derived`, durably. */
export async function makePartition(
	connection: DuckDBConnection,
	derived: string,
	folder: string,
	query: string,
	from = "",
): Promise<Partition> {
	const temporary = temporaryName(derived);
	try {
		const result = await connection.run(
			`COPY (${query}) TO ${quote(temporary)} (${PARQUET})`,
		);
		const partition: Partition = {
			rows: result.rowsChanged,
			bytes: (await stat(temporary)).size,
			sha256: await hashFile(temporary),
			from,
		};
		const path = join(derived, partitionFile(folder, partition));
		await mkdir(join(derived, folder), { recursive: true, mode: 0o700 });
		await putInPlace(temporary, path);
		return partition;
	} finally {
		await rm(temporary, { force: true });
	}
}

/** SHA-256 of a file, as hex. */
export async function hashFile(path: string): Promise<string> {
	const digest = createHash("sha256");
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
		digest.update(chunk as Buffer);
	return digest.digest("hex");
}

/** A file of lines as a table: `key`, `body` (JSON) and, of measurements, `facts` and `sayings`. */
export function linesSource(file: string, ofMeasurements: boolean): string {
	const names = ofMeasurements
		? ["key", "body", "facts", "sayings"]
		: ["key", "body"];
	return textsSource(file, names, "\t");
}

/** Stands for no text of a line, so that an empty one is not taken for NULL. */
const NO_TEXT = "\x03";

/** A file of lines as a table of texts. */
export function textsSource(
	file: string,
	names: readonly string[],
	delimiter: string,
): string {
	const columns = names.map((name) => `${name}: 'VARCHAR'`).join(", ");
	return `read_csv(${quote(file)}, columns = {${columns}}, auto_detect = false, header = false,
		delim = ${quote(delimiter)}, quote = '', escape = '', comment = '', nullstr = ${quote(NO_TEXT)}, new_line = '\\n',
		max_line_size = ${MAX_LINE_BYTES}, buffer_size = ${2 * MAX_LINE_BYTES})`;
}

/** A column of a table out of its text; lists are JSON arrays. `isPlain` where the text never stands as inside JSON quotes. */
export function columnOfText({ name, type }: Column, isPlain = false): string {
	if (type.endsWith("[]"))
		return `from_json(${name}, '["${type.slice(0, -2)}"]') AS ${name}`;
	if (type !== "VARCHAR") return `${name}::${type} AS ${name}`;
	if (isPlain) return name;
	return `CASE WHEN contains(${name}, '\\') THEN ('"' || ${name} || '"')::JSON ->> '$' ELSE ${name} END AS ${name}`;
}

/** The structure of a JSON row with these columns, for from_json. */
export function rowStructure(columns: readonly Column[]): string {
	const fields = columns.map(({ name, type }) => [
		fieldOf(name),
		type.endsWith("[]")
			? [type.slice(0, -2)]
			: type === "BLOB"
				? "VARCHAR"
				: type,
	]);
	return quote(JSON.stringify(Object.fromEntries(fields)));
}

/** A column out of the struct `r` that from_json gave. */
export function columnOfRow({ name, type }: Column): string {
	const field = `r.${quoteName(fieldOf(name))}`;
	return `${type === "BLOB" ? `from_base64(${field})` : field} AS ${columnOf(name)}`;
}

/** Parquet files as a table. */
export function parquet(files: readonly string[]): string {
	return `read_parquet([${files.map(quote).join(", ")}], hive_partitioning = false)`;
}

/** The same with a column `day`, which chooses the files. */
export function parquetByDay(files: readonly string[]): string {
	return `read_parquet([${files.map(quote).join(", ")}], hive_partitioning = true, hive_types = {'day': DATE})`;
}
