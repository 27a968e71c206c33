/** Streaming rows out of DuckDB as plain records. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { throwIfAborted } from "../../base/index.ts";
import { fieldOf, plainValue } from "../columns.ts";

/** Rows of a statement in batches of at most 2048, with camelCase fields, without holding the whole result. */
export async function* streamRows<Row>(
	connection: DuckDBConnection,
	text: string,
	signal?: AbortSignal,
): AsyncIterable<readonly Row[]> {
	const result = await connection.stream(text);
	const fields = result.columnNames().map(fieldOf);
	for (;;) {
		throwIfAborted(signal);
		const chunk = await result.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) return;
		const columns = fields.map((_, index) => chunk.getColumnValues(index));
		yield Array.from({ length: chunk.rowCount }, (_, at) => {
			const row: Record<string, unknown> = {};
			fields.forEach((field, index) => {
				row[field] = plainValue(columns[index]?.[at] ?? null);
			});
			return row as Row;
		});
	}
}
