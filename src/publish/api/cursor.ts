/** Places in lists as opaque texts, and lists that are held in memory. */
import type { Cursor, Page, Row } from "./operation.ts";
import { ApiProblem } from "./problems.ts";

export function writeCursor(cursor: Cursor): string {
	return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Throws ApiProblem where the text is none of ours. */
export function readCursor(text: string): Cursor {
	try {
		const value: unknown = JSON.parse(
			Buffer.from(text, "base64url").toString("utf8"),
		);
		if (
			Array.isArray(value) &&
			value.length > 0 &&
			value.every((part) => typeof part === "string" || Number.isFinite(part))
		)
			return value;
	} catch {
		// Told of below.
	}
	throw invalidCursor();
}

export function invalidCursor(): ApiProblem {
	return new ApiProblem("invalid-parameter", {
		parameters: [
			{
				name: "cursor",
				problem:
					"is not from this list as it is now; begin again without a cursor",
			},
		],
	});
}

/** A page of a list in memory, whose rows each have a key of their own. */
export function pageOf(
	all: readonly Row[],
	keyOf: (row: Row) => string,
	cursor: Cursor | undefined,
	limit: number,
): Page {
	let from = 0;
	if (cursor !== undefined) {
		from = all.findIndex((row) => keyOf(row) === cursor[0]) + 1;
		if (from === 0) throw invalidCursor();
	}
	const items = all.slice(from, from + limit);
	const last = items.at(-1);
	return {
		items,
		next:
			last !== undefined && from + limit < all.length
				? [keyOf(last)]
				: undefined,
	};
}
