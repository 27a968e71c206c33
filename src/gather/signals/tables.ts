/** CSV texts and JSON lines, row by row; a fault of one row is that row's alone. */
import { isRecord } from "../../model/index.ts";
import { type CsvRow, readCsv } from "../../reference/index.ts";
import type { Collector } from "./types.ts";

/** Calls `take` with each row; the reason it gives, if any, rejects the row. */
export function readRows(
	text: string,
	required: readonly string[],
	out: Collector,
	take: (row: CsvRow, columns: readonly string[]) => string | undefined,
): void {
	const table = readCsv(text, required);
	for (const problem of table.problems) {
		const [, place = "file", reason = problem] =
			/^(line [^:]*): (.*)$/s.exec(problem) ?? [];
		out.reject(place, reason);
	}
	for (const row of table.rows) {
		const fault = take(row, table.columns);
		if (fault !== undefined) out.reject(`line ${row.line}`, fault);
	}
}

/** Calls `take` with the JSON object of each line. */
export function readLines(
	text: string,
	out: Collector,
	take: (record: Readonly<Record<string, unknown>>) => string | undefined,
): void {
	text.split("\n").forEach((line, i) => {
		if (line.trim() === "") return;
		const record = parseJson(line);
		const fault = isRecord(record) ? take(record) : "not a JSON object";
		if (fault !== undefined) out.reject(`line ${i + 1}`, fault);
	});
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The header line, without mark of byte order and quotes. */
export function headerOf(text: string): string {
	const end = text.indexOf("\n");
	return (end < 0 ? text : text.slice(0, end))
		.replace(/^\uFEFF/, "")
		.replaceAll('"', "")
		.trim();
}

export function firstLineJson(text: string): Readonly<Record<string, unknown>> {
	const record = parseJson(headerLine(text));
	return isRecord(record) ? record : {};
}

function headerLine(text: string): string {
	const end = text.indexOf("\n");
	return end < 0 ? text : text.slice(0, end);
}
