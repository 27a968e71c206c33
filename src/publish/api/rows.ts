/** Columns from a row's schema, and lists that are read from the tables day by day. */
import { z } from "zod";
import { columnOf } from "../../store/index.ts";
import type { Cursor, Page, Row } from "./operation.ts";

/** How a column is written: lists and records are JSON text. */
export type ColumnType =
	| "text"
	| "integer"
	| "number"
	| "boolean"
	| "instant"
	| "json";

export interface Column {
	/** As in JSON. */
	readonly field: string;
	/** As in CSV and Parquet. */
	readonly name: string;
	readonly type: ColumnType;
}

interface Property {
	readonly type?: string | readonly string[];
	readonly format?: string;
	readonly anyOf?: readonly Property[];
}

export function columnsOf(row: z.ZodObject): readonly Column[] {
	const { properties } = z.toJSONSchema(row) as {
		readonly properties: Readonly<Record<string, Property>>;
	};
	return Object.entries(properties).map(([field, property]) => ({
		field,
		name: columnOf(field),
		type: typeOf(property),
	}));
}

function typeOf(property: Property): ColumnType {
	const { anyOf } = property;
	const one = anyOf?.find(({ type }) => type !== "null") ?? property;
	const type = [one.type ?? "object"].flat().find((name) => name !== "null");
	switch (type) {
		case "string":
			return one.format === "date-time" ? "instant" : "text";
		case "integer":
		case "number":
		case "boolean":
			return type;
		default:
			return "json";
	}
}

/** The sort key of a row. */
export function keyOf(row: Row, fields: readonly string[]): Cursor {
	return fields.map((field) => row[field] as string | number);
}

/** Days are looked at a few at a time: partitions that a page does not need stay unread. A guess at a quiet day, from which the first look is sized. */
const ROWS_A_DAY = 50;

/**
 * A page of rows that lie on days, in the order of `days`. `read` gives rows
 * of some days in a row, at most `limit`, after the cursor where there is one.
 */
export async function pageOverDays(
	days: readonly string[],
	cursorDay: string | undefined,
	limit: number,
	read: (some: readonly string[], limit: number) => Promise<readonly Row[]>,
	cursorOf: (row: Row) => Cursor,
): Promise<Page> {
	const begin =
		cursorDay === undefined ? 0 : Math.max(0, days.indexOf(cursorDay));
	const items: Row[] = [];
	let at = begin;
	let width = Math.max(2, Math.ceil(limit / ROWS_A_DAY));
	while (at < days.length && items.length <= limit) {
		const some = days.slice(at, at + width);
		items.push(...(await read(some, limit + 1 - items.length)));
		at += width;
		width *= 2;
	}
	const page = items.slice(0, limit);
	const last = page.at(-1);
	return {
		items: page,
		next:
			last !== undefined && items.length > limit ? cursorOf(last) : undefined,
	};
}
