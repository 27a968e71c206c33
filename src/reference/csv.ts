/**
 * Reads a CSV text with a header line. Rows that cannot be read become
 * problems with their line; nothing throws, since the texts come from outside (P7).
 */
import { parse } from "csv-parse/sync";
import { messageOf } from "../base/index.ts";

export interface CsvRow {
	/** Line of the text on which the row ends, from 1. */
	readonly line: number;
	/** The field under a column name; empty where the row is too short. */
	get(column: string): string;
}

export interface CsvTable {
	readonly columns: readonly string[];
	readonly rows: readonly CsvRow[];
	readonly problems: readonly string[];
}

const MAX_ROW_BYTES = 1024 * 1024;

interface RawRow {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

/** Reads `text`; columns of `required` that the header lacks make a problem and leave the table empty. */
export function readCsv(text: string, required: readonly string[]): CsvTable {
	const problems: string[] = [];
	const raw = readRows(text, problems);
	const columns = raw[0]?.record ?? [];
	const missing = required.filter((name) => !columns.includes(name));
	if (missing.length > 0) {
		problems.push(`line 1: no column ${missing.join(", ")}`);
		return { columns, rows: [], problems };
	}
	const position = new Map(columns.map((name, index) => [name, index]));
	const rows: CsvRow[] = [];
	for (const { record, info } of raw.slice(1)) {
		if (record.length === 1 && record[0] === "") continue;
		if (record.length > columns.length) {
			problems.push(
				`line ${info.lines}: ${record.length} fields where the header has ${columns.length}`,
			);
			continue;
		}
		rows.push({
			line: info.lines,
			get: (column) => record[position.get(column) ?? -1] ?? "",
		});
	}
	return { columns, rows, problems };
}

function readRows(text: string, problems: string[]): readonly RawRow[] {
	try {
		return parse(text, {
			bom: true,
			info: true,
			max_record_size: MAX_ROW_BYTES,
			relax_column_count: true,
			relax_quotes: true,
			skip_records_with_error: true,
			on_skip: (error) => {
				problems.push(`line ${error?.["lines"] ?? "?"}: ${messageOf(error)}`);
			},
		}) as unknown as readonly RawRow[];
	} catch (error) {
		problems.push(`not a CSV text: ${messageOf(error)}`);
		return [];
	}
}
