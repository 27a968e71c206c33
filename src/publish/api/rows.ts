/** Columns from a row's schema, and lists that are read from the tables day by day. */
import { z } from "zod";
import { columnOf, type ListedDay } from "../../store/index.ts";
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

/**
 * A page of rows that lie on days, in the order of `days`. `read` gives rows
 * of some days in a row, at most `limit`, after the cursor where there is one.
 * As many days are looked at as seem to hold the page, so that partitions that
 * it does not need stay unread; twice as many where other conditions left too few.
 */
export async function pageOverDays(
	days: readonly ListedDay[],
	cursorDay: string | undefined,
	limit: number,
	read: (some: readonly string[], limit: number) => Promise<readonly Row[]>,
	cursorOf: (row: Row) => Cursor,
): Promise<Page> {
	let at =
		cursorDay === undefined
			? 0
			: Math.max(
					0,
					days.findIndex(({ day }) => day === cursorDay),
				);
	const items: Row[] = [];
	let wanted = limit + 1;
	while (at < days.length && items.length <= limit) {
		const some: string[] = [];
		for (let count = 0; at < days.length && count < wanted; at += 1) {
			const listed = days[at];
			if (listed === undefined) break;
			some.push(listed.day);
			count += listed.measurementCount;
		}
		items.push(...(await read(some, limit + 1 - items.length)));
		wanted *= 2;
	}
	const page = items.slice(0, limit);
	const last = page.at(-1);
	return {
		items: page,
		next:
			last !== undefined && items.length > limit ? cursorOf(last) : undefined,
	};
}
