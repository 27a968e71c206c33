/**
 * The process that answers one question and ends. Forked by `console.ts` with
 * an empty environment and less priority than the site; told its question by
 * a message, and killed by its parent at the limit whatever it is doing.
 */
import { messageOf, RasaiError } from "../../base/index.ts";
import { openReader, type Reader } from "../duckdb/index.ts";
import { sql } from "../sql.ts";
import type { ProcessAnswer, ProcessQuestion } from "./console.ts";
import { overPublicTables } from "./public-tables.ts";
import { refusalOf } from "./refusals.ts";

const literal = (text: string) =>
	({ kind: "sql", pieces: [text], values: [] }) as const;

async function answer(question: ProcessQuestion): Promise<ProcessAnswer> {
	const { limits } = question;
	const reader = await openReader(
		{ paths: question.paths },
		{
			threads: 1,
			memoryLimitMb: limits.memoryMb,
			timeoutMs: limits.seconds * 1000,
			spills: false,
		},
	);
	try {
		return await ask(reader, question);
	} catch (error) {
		const message = messageOf(error);
		if (error instanceof RasaiError && error.code === "timeout")
			return { kind: "limit", why: `it took longer than ${limits.seconds} s` };
		return /^Out of Memory/i.test(message)
			? { kind: "limit", why: `it needed more than ${limits.memoryMb} MB` }
			: { kind: "refused", why: message.replace(/\n[\s\S]*/, "") };
	} finally {
		reader.close();
	}
}

async function ask(
	reader: Reader,
	{ query, world, limits }: ProcessQuestion,
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

process.once("message", (question) => {
	answer(question as ProcessQuestion)
		.catch((error: unknown) => ({ kind: "failed", why: messageOf(error) }))
		.then((told) => process.send?.(told, () => process.disconnect()))
		.catch(() => process.disconnect());
});
