/**
 * The one place where fields (camelCase) and columns (snake_case) meet, and
 * where a database value becomes a plain one.
 */
import {
	DuckDBBlobValue,
	DuckDBDateValue,
	DuckDBListValue,
	DuckDBMapValue,
	DuckDBStructValue,
	DuckDBTimestampValue,
	type DuckDBValue,
} from "@duckdb/node-api";
import { formatInstant } from "../base/index.ts";

/** `probeCc` to `probe_cc`. */
export function columnOf(field: string): string {
	return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `probe_cc` to `probeCc`. */
export function fieldOf(column: string): string {
	return column.replace(/_([a-z])/g, (_, letter: string) =>
		letter.toUpperCase(),
	);
}

/**
 * A plain value: timestamps as UTC ISO 8601, dates as `YYYY-MM-DD`, whole
 * numbers as numbers, lists as arrays, maps and structs as records, null as
 * undefined. A whole number too large to be exact throws RangeError.
 */
export function plainValue(value: DuckDBValue): unknown {
	if (typeof value === "number" || typeof value === "string") return value;
	if (value === null) return undefined;
	if (typeof value === "bigint") {
		const number = Number(value);
		if (!Number.isSafeInteger(number))
			throw new RangeError(`${value} is too large to be exact`);
		return number;
	}
	if (value instanceof DuckDBTimestampValue)
		return formatInstant(new Date(Number(value.micros / 1000n)));
	if (value instanceof DuckDBDateValue)
		return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
	if (value instanceof DuckDBListValue) return value.items.map(plainValue);
	if (value instanceof DuckDBMapValue)
		return Object.fromEntries(
			value.entries.map((entry) => [
				String(entry.key),
				plainValue(entry.value),
			]),
		);
	if (value instanceof DuckDBStructValue)
		return Object.fromEntries(
			Object.entries(value.entries).map(([key, item]) => [
				fieldOf(key),
				plainValue(item),
			]),
		);
	if (value instanceof DuckDBBlobValue) return value.bytes;
	return value;
}
