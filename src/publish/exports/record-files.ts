/** The record as files that others can take, and that Rasai can read again. */
import {
	publishableEntry,
	RESTRICTION_COLUMNS,
	type RecordEntry,
	restrictionRow,
	STOP_COLUMNS,
	stopRow,
} from "../../account/record/index.ts";
import { toCsv } from "../../base/index.ts";

/** `csv`: our list of restrictions; `stop2020`: the columns of Access Now's STOP from 2020 on. */
export const RECORD_FORMATS = ["csv", "json", "jsonl", "stop2020"] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export interface RecordFileText {
	readonly text: string;
	readonly writtenCount: number;
	/** Entries that this format has no place for. */
	readonly leftOutCount: number;
}

/** Entries as a file. `get` finds entries beside them, by id. */
export function writeRecord(
	entries: readonly RecordEntry[],
	format: RecordFormat,
	get: (id: string) => RecordEntry | undefined,
): RecordFileText {
	const shown = entries.map((entry) => publishableEntry(entry));
	switch (format) {
		case "json":
			return whole(`${JSON.stringify(shown)}\n`, shown.length);
		case "jsonl":
			return whole(
				shown.map((entry) => `${JSON.stringify(entry)}\n`).join(""),
				shown.length,
			);
		case "csv":
			return table(
				RESTRICTION_COLUMNS,
				shown.map((entry) => restrictionRow(entry, get)),
			);
		case "stop2020":
			return table(STOP_COLUMNS, shown.map(stopRow));
	}
}

function whole(text: string, writtenCount: number): RecordFileText {
	return { text, writtenCount, leftOutCount: 0 };
}

function table<Column extends string>(
	columns: readonly Column[],
	rows: readonly (Readonly<Partial<Record<Column, string>>> | undefined)[],
): RecordFileText {
	const written = rows.filter((row) => row !== undefined);
	return {
		text: toCsv(
			columns,
			written.map((row) => columns.map((column) => row[column])),
		),
		writtenCount: written.length,
		leftOutCount: rows.length - written.length,
	};
}
