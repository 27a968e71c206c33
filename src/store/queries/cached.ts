/**
 * Answers kept for as long as nothing changed that they rest on. Pages ask the
 * same questions for every reader; the store says by a stamp when an answer
 * may differ, so that an import of other days or tables takes none of them.
 */
import type { Reader } from "../duckdb/index.ts";
import type { QueryReader } from "./reader.ts";

/** Most answers kept, rows in all, and rows in one answer: an address that was made up has an answer too, without rows. */
const MOST_ANSWERS = 5000;
const MOST_ROWS = 200_000;
const MOST_ROWS_OF_ANSWER = 20_000;

interface Answer {
	readonly stamp: string;
	readonly rows: Promise<readonly unknown[]>;
	/** 0 until it is known. */
	rowCount: number;
}

/** A reader that asks each question once a stamp. The oldest answers go first. */
export function cacheQueries(
	reader: Pick<Reader, "query" | "stamp">,
): QueryReader {
	const answers = new Map<string, Answer>();
	let rowsKept = 0;
	const drop = (key: string) => {
		rowsKept -= answers.get(key)?.rowCount ?? 0;
		answers.delete(key);
	};
	return {
		async query<Row>(...[scope, statement]: Parameters<Reader["query"]>) {
			const stamp = await reader.stamp(scope, statement);
			const key = JSON.stringify([scope, statement.pieces, statement.values]);
			const known = answers.get(key);
			if (known?.stamp === stamp) return known.rows as Promise<readonly Row[]>;
			drop(key);
			const answer: Answer = {
				stamp,
				rows: reader.query<Row>(scope, statement),
				rowCount: 0,
			};
			answers.set(key, answer);
			try {
				const rows = await answer.rows;
				if (answers.get(key) !== answer) return rows as readonly Row[];
				answer.rowCount = rows.length;
				rowsKept += rows.length;
				if (rows.length > MOST_ROWS_OF_ANSWER) drop(key);
				for (const oldest of answers.keys()) {
					if (rowsKept <= MOST_ROWS && answers.size <= MOST_ANSWERS) break;
					drop(oldest);
				}
				return rows as readonly Row[];
			} catch (error) {
				if (answers.get(key) === answer) drop(key);
				throw error;
			}
		},
	};
}
