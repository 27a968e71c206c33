/**
 * How commands print. Text from measurements may be forged (P7): control
 * characters and direction overrides are made visible, so that a record can
 * neither drive the reader's terminal nor turn its own words round.
 */
import type { Context } from "./command.ts";

const UNSAFE = /[\p{Cc}\p{Bidi_Control}]/gu;

/** The text with every character that a terminal would act on written as `\u001b`. */
export function visible(text: string): string {
	return text.replace(
		UNSAFE,
		(character) =>
			`\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

export function printJson(context: Context, value: unknown): void {
	context.print(`${JSON.stringify(value)}\n`);
}

/** One cell: numbers are set to the right. */
export type Cell = string | number | undefined;

export interface Column<Row> {
	readonly title: string;
	readonly cell: (row: Row) => Cell;
}

const show = (cell: Cell): string =>
	cell === undefined ? "" : visible(String(cell));

/**
 * A table with a heading, or tab-separated lines with `--plain`, or one JSON
 * array of the rows themselves with `--json`.
 */
export function printTable<Row>(
	context: Context,
	columns: readonly Column<Row>[],
	rows: readonly Row[],
): void {
	if (context.json) {
		printJson(context, rows);
		return;
	}
	const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
	if (context.plain) {
		for (const line of cells) context.print(`${line.map(show).join("\t")}\n`);
		return;
	}
	if (rows.length === 0) return;
	const widths = columns.map(({ title }, index) =>
		Math.max(title.length, ...cells.map((line) => show(line[index]).length)),
	);
	const align = (cell: Cell, index: number): string => {
		const width = widths[index] ?? 0;
		return typeof cell === "number"
			? show(cell).padStart(width)
			: show(cell).padEnd(width);
	};
	const heading = columns.map(({ title }, index) =>
		typeof cells[0]?.[index] === "number"
			? title.padStart(widths[index] ?? 0)
			: align(title, index),
	);
	context.print(`${context.bold(heading.join("  ").trimEnd())}\n`);
	for (const line of cells)
		context.print(`${line.map(align).join("  ").trimEnd()}\n`);
}

/** Name and value lines, names in one column; JSON prints the record given. */
export function printFields(
	context: Context,
	fields: readonly (readonly [name: string, value: Cell])[],
	record: unknown = Object.fromEntries(fields),
): void {
	if (context.json) {
		printJson(context, record);
		return;
	}
	const width = Math.max(...fields.map(([name]) => name.length));
	for (const [name, value] of fields)
		context.print(
			context.plain
				? `${name}\t${show(value)}\n`
				: `${name.padEnd(width)}  ${show(value)}\n`,
		);
}

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** Bytes for people: `3.1 MB`. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 1000 && unit < UNITS.length - 1) {
		value /= 1000;
		unit++;
	}
	return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** `1 measurement`, `2 measurements`; `plural` where it is not the noun with an s. */
export function count(
	number: number,
	noun: string,
	plural = `${noun}s`,
): string {
	return `${number} ${number === 1 ? noun : plural}`;
}
