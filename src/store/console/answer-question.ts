/** One question asked of a reader that is locked down: parsed, checked, and answered as far as the limits allow. */
import type { Reader } from "../duckdb/index.ts";
import { sql } from "../sql.ts";
import type { ProcessAnswer, ProcessQuestion } from "./console.ts";
import { overPublicTables } from "./public-tables.ts";
import { refusalOf } from "./refusals.ts";

const literal = (text: string) =>
	({ kind: "sql", pieces: [text], values: [] }) as const;

/** Throws what DuckDB says of a question that it does not understand, or that takes too much. */
export async function answerQuestion(
	reader: Pick<Reader, "query">,
	{ query, world, limits }: Omit<ProcessQuestion, "paths">,
): Promise<ProcessAnswer> {
	const scope = { world };
	const [parsed] = await reader.query<{ readonly tree: string }>(
		scope,
		sql`SELECT json_serialize_sql(${query}::VARCHAR)::VARCHAR AS tree`,
	);
	const refusal = refusalOf(parsed?.tree ?? "{}");
	if (refusal !== undefined) return { kind: "refused", why: refusal };
	const whole = overPublicTables(query);
	const columns = await reader.query<{
		readonly columnName: string;
		readonly columnType: string;
	}>(scope, literal(`DESCRIBE ${whole}`));
	const rows = await reader.query<{ readonly row: string }>(
		scope,
		literal(
			`SELECT to_json(asked)::VARCHAR AS "row" FROM (${whole}) AS asked LIMIT ${limits.rows + 1}`,
		),
	);
	let bytes = 0;
	const kept = rows.slice(0, limits.rows).filter(({ row }) => {
		bytes += row.length;
		return bytes <= limits.bytes;
	});
	return {
		kind: "rows",
		columns: columns.map(({ columnName, columnType }) => ({
			name: columnName,
			type: columnType,
		})),
		rows: kept.map(({ row }) =>
			Object.values(JSON.parse(row) as Record<string, unknown>),
		),
		isCut: kept.length < rows.length,
	};
}
