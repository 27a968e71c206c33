/**
 * Lists as files: JSON Lines, CSV and Parquet, written page by page, so that a
 * list of any length takes little memory. Every row names the licence, and
 * emulated rows say that they are: a saved file has no headers.
 */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { type CsvValue, csvLines } from "../../base/index.ts";
import type { Listing, Row } from "./operation.ts";
import type { Format } from "./parameters.ts";
import type { Column } from "./rows.ts";

export type FileFormat = Exclude<Format, "json">;

export const FILE_TYPES: Readonly<Record<FileFormat, string>> = {
	jsonl: "application/x-ndjson",
	csv: "text/csv",
	parquet: "application/vnd.apache.parquet",
};

/** Rows read at once. */
const ROWS_AT_ONCE = 5000;

export interface FileFrame {
	readonly columns: readonly Column[];
	readonly licence: string;
	readonly isEmulated: boolean;
}

const LICENCE: Column = { field: "licence", name: "licence", type: "text" };
const DATA: Column = { field: "data", name: "data", type: "text" };

/** All rows of a list from a cursor on, as the bytes of a file. */
export async function* writeFile(
	format: FileFormat,
	frame: FileFrame,
	pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
	const columns = [
		...frame.columns,
		// A column of this name is the row's own and says more.
		...(frame.columns.some(({ field }) => field === "licence")
			? []
			: [LICENCE]),
		...(frame.isEmulated ? [DATA] : []),
	];
	const ending = {
		licence: frame.licence,
		...(frame.isEmulated ? { data: "emulated" } : {}),
	};
	const framed = async function* () {
		for await (const rows of pages)
			yield rows.map((row) => ({ ...ending, ...row }));
	};
	switch (format) {
		case "jsonl":
			yield* writeJsonLines(columns, framed());
			break;
		case "csv":
			yield* writeCsv(columns, framed());
			break;
		case "parquet":
			yield* writeParquet(columns, framed(), frame.licence);
			break;
		default:
			format satisfies never;
	}
}

/** Every page of a list from a cursor on. */
export async function* allPages(
	listing: Listing,
	cursor: Parameters<Listing["page"]>[0],
): AsyncGenerator<readonly Row[]> {
	let next = cursor;
	do {
		const page = await listing.page(next, ROWS_AT_ONCE);
		yield page.items;
		next = page.next;
	} while (next !== undefined);
}

type Pages = AsyncIterable<readonly Row[]>;

async function* writeJsonLines(columns: readonly Column[], pages: Pages) {
	for await (const rows of pages)
		yield Buffer.from(
			rows
				.map(
					(row) =>
						`${JSON.stringify(Object.fromEntries(columns.map(({ field }) => [field, row[field] ?? null])))}\n`,
				)
				.join(""),
		);
}

async function* writeCsv(columns: readonly Column[], pages: Pages) {
	yield Buffer.from(csvLines([columns.map(({ name }) => name)]));
	for await (const rows of pages)
		yield Buffer.from(
			csvLines(
				rows.map((row) => columns.map((column) => csvValue(row, column))),
			),
		);
}

function csvValue(row: Row, { field, type }: Column): CsvValue {
	const value = row[field] ?? undefined;
	if (value === undefined) return undefined;
	return type === "json" ? JSON.stringify(value) : (value as CsvValue);
}

const PARQUET_TYPES = {
	text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
	json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
	integer: { type: "INT64" },
	number: { type: "DOUBLE" },
	boolean: { type: "BOOLEAN" },
	instant: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
} as const;

/** One row group a page; what is written is handed on and let go. */
async function* writeParquet(
	columns: readonly Column[],
	pages: Pages,
	licence: string,
) {
	const bytes = new ByteWriter();
	const writer = new ParquetWriter({
		writer: bytes,
		schema: [
			{ name: "root", num_children: columns.length },
			...columns.map(({ name, type }) => ({
				name,
				repetition_type: "OPTIONAL" as const,
				...PARQUET_TYPES[type],
			})),
		],
		kvMetadata: [{ key: "licence", value: licence }],
		createdBy: "rasai",
	});
	for await (const rows of pages) {
		if (rows.length > 0)
			await writer.write({
				columnData: columns.map((column) => ({
					name: column.name,
					data: rows.map((row) => parquetValue(row, column)),
				})),
				rowGroupSize: rows.length,
			});
		yield taken(bytes);
	}
	await writer.finish();
	yield taken(bytes);
}

/** The bytes written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
	const bytes = writer.getBytes().slice();
	writer.index = 0;
	return bytes;
}

function parquetValue(row: Row, { field, type }: Column): unknown {
	const value = row[field] ?? undefined;
	if (value === undefined) return undefined;
	switch (type) {
		case "instant":
			return new Date(value as string);
		case "integer":
			return BigInt(value as number);
		case "json":
			return JSON.stringify(value);
		default:
			return value;
	}
}
