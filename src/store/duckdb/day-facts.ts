/**
 * A day's measurements as they are read for judging. A header comes as one
 * JSON text: each value that crosses from the database costs more than its
 * bytes do.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { throwIfAborted } from "../../base/index.ts";
import type { MeasurementHeader } from "../../model/index.ts";
import { columnOf } from "../columns.ts";
import type { StoredFacts } from "../store.ts";
import { quote } from "./engine.ts";
import { readFactsText } from "./facts-text.ts";
import { HEADER_FIELDS } from "./lines.ts";

/** Measurements read at once: few enough that they are judged and forgotten before the garbage collector would move them. */
const BATCH = 32;

const HEADER = HEADER_FIELDS.map((field) => {
	const column = columnOf(field);
	return `${quote(field)}: ${field === "measuredAt" ? instantText(column) : column}`;
}).join(", ");

/** The same text that `formatInstant` writes. */
function instantText(column: string): string {
	return `replace(strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ'), '.000Z', 'Z')`;
}

/** The measurements of a Parquet file, in its order. */
export async function* dayFacts(
	connection: DuckDBConnection,
	file: string,
	signal?: AbortSignal,
): AsyncIterable<readonly StoredFacts[]> {
	const query = `SELECT to_json({${HEADER}})::VARCHAR AS header, conflict, facts
		FROM read_parquet(${quote(file)}, hive_partitioning = false)`;
	const result = await connection.stream(query);
	for (;;) {
		throwIfAborted(signal);
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) return;
		const [headers, conflicts, facts] = [0, 1, 2].map((index) =>
			chunk.getColumnVector(index),
		);
		for (let at = 0; at < chunk.rowCount; at += BATCH) {
			const rows = Math.min(BATCH, chunk.rowCount - at);
			yield Array.from({ length: rows }, (_, row) => ({
				header: headerOf(String(headers?.getItem(at + row))),
				observations: readFactsText(String(facts?.getItem(at + row))),
				conflict: conflicts?.getItem(at + row) === true,
			}));
		}
	}
}

function headerOf(text: string): MeasurementHeader {
	const header = JSON.parse(text) as MeasurementHeader & {
		runtimeMs: number | null | undefined;
	};
	header.runtimeMs ??= undefined;
	return header;
}
