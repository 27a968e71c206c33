/** Values on their way to ClickHouse and back, as plain ones. */
import { formatInstant } from "../../base/index.ts";
import { fieldOf } from "../columns.ts";
import type { SqlValue } from "../sql.ts";

/** The type that a bound value is sent as. */
export function typeOfValue(value: SqlValue): string {
	if (value === null) return "Nullable(String)";
	if (typeof value === "string") return "String";
	if (typeof value === "boolean") return "Bool";
	if (typeof value === "number")
		return Number.isSafeInteger(value) ? "Int64" : "Float64";
	const items: readonly (string | number)[] = value;
	if (items.every((item) => typeof item === "string")) return "Array(String)";
	return items.every((item) => Number.isSafeInteger(item))
		? "Array(Int64)"
		: "Array(Float64)";
}

/** Reads a value of a column of this type, as the embedded engine would give it. */
export type ReadValue = (value: unknown) => unknown;

const WRAPPED = /^(?:Nullable|LowCardinality)\((.*)\)$/s;

/** How values of a type come out of JSON. Throws TypeError for a type that no named query gives. */
export function readerOfType(type: string): ReadValue {
	const inner = WRAPPED.exec(type)?.[1];
	if (inner !== undefined) return readerOfType(inner);
	const read = readerOfPresent(type);
	return (value) => (value === null ? undefined : read(value));
}

function readerOfPresent(type: string): ReadValue {
	if (/^(String|Bool|FixedString|Enum)/.test(type) || type === "Date")
		return (value) => value;
	if (/^U?Int(8|16|32|64)$/.test(type)) return readWhole;
	if (/^Float(32|64)$/.test(type)) return Number;
	if (type === "Nothing") return () => undefined;
	if (/^DateTime/.test(type))
		return (value) =>
			formatInstant(
				new Date(`${String(value).slice(0, 23).replace(" ", "T")}Z`),
			);
	const [, outer, items = ""] = /^(Array|Map)\((.*)\)$/s.exec(type) ?? [];
	if (outer === "Array") {
		const read = readerOfType(items);
		return (value) => (value as readonly unknown[]).map(read);
	}
	if (outer === "Map") {
		const read = readerOfType(items.slice(items.indexOf(",") + 1).trim());
		return (value) =>
			Object.fromEntries(
				Object.entries(value as object).map(([key, item]) => [key, read(item)]),
			);
	}
	throw new TypeError(`no named query gives ${type}`);
}

function readWhole(value: unknown): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number))
		throw new RangeError(`${String(value)} is too large to be exact`);
	return number;
}

/** Rows of an answer in JSONCompact form as records with camelCase fields. */
export function readRows<Row>(
	columns: readonly { readonly name: string; readonly type: string }[],
	rows: readonly (readonly unknown[])[],
): readonly Row[] {
	const fields = columns.map(({ name, type }) => ({
		field: fieldOf(name),
		read: readerOfType(type),
	}));
	return rows.map(
		(row) =>
			Object.fromEntries(
				fields.map(({ field, read }, at) => [field, read(row[at])]),
			) as Row,
	);
}
