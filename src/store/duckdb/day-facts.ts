/**
 * A day's measurements as they are read for judging. A header comes as one
 * JSON text: each value that crosses from the database costs more than its
 * bytes do.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { MeasurementHeader } from "../../model/index.ts";
import { columnOf } from "../columns.ts";
import type { StoredFacts } from "../store.ts";
import { quote } from "./engine.ts";
import { readFactsText } from "./facts-text.ts";
import { HEADER_FIELDS } from "./lines.ts";
import { streamRows } from "./rows.ts";

/** Measurements read at once: few enough that what is read is forgotten before the garbage collector moves it. */
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
	for await (const rows of streamRows<{
		readonly header: string;
		readonly conflict: boolean;
		readonly facts: string;
	}>(connection, query, signal))
		for (let at = 0; at < rows.length; at += BATCH)
			yield rows.slice(at, at + BATCH).map(({ header, conflict, facts }) => ({
				header: headerOf(header),
				observations: readFactsText(facts),
				conflict,
			}));
}

function headerOf(text: string): MeasurementHeader {
	const header = JSON.parse(text) as MeasurementHeader & {
		runtimeMs: number | null | undefined;
	};
	header.runtimeMs ??= undefined;
	return header;
}
