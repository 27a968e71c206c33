/** Tables as CSV (RFC 4180) that a spreadsheet opens without running anything in them. */

export type CsvValue = string | number | boolean | undefined;

/** Characters at which spreadsheets take a cell for a formula (OWASP, "CSV injection"), full-width ones included. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function cell(value: CsvValue): string {
	if (value === undefined) return "";
	if (typeof value !== "string") return String(value);
	const safe = FORMULA_START.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows under a header line; a text that a spreadsheet would run gets an apostrophe before it. */
export function toCsv(
	columns: readonly string[],
	rows: readonly (readonly CsvValue[])[],
): string {
	return csvLines([columns, ...rows]);
}

/** Rows alone, for files that are written piece by piece. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
	return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
