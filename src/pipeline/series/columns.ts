/**
 * Which columns of a CSV file mean what: `at=ts,k=tcp_failed+tls_failed,n=all`
 * adds columns up, `k=layer!=ok` counts a row's sessions where it holds.
 */
import { RasaiError } from "../../base/index.ts";
import type { CsvRow } from "../../reference/index.ts";

/** Fields that a column can be given to. */
export const FIELDS = [
	"at",
	"k",
	"n",
	"value",
	"cc",
	"asn",
	"resolver_asn",
	"target",
	"layer",
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields and the columns that they are read from. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

const isField = (name: string): name is Field =>
	(FIELDS as readonly string[]).includes(name);

/** Reads `field=column` pairs. Throws RasaiError `usage`. */
export function parseColumns(pairs: readonly string[]): Columns {
	const columns: Partial<Record<Field, string>> = {};
	for (const pair of pairs) {
		const cut = pair.indexOf("=");
		const field = pair.slice(0, cut);
		const column = pair.slice(cut + 1);
		if (cut < 1 || column === "" || !isField(field))
			throw new RasaiError("usage", `--columns: not understood: ${pair}`, {
				hint: `Give FIELD=COLUMN; the fields are ${FIELDS.join(", ")}.`,
			});
		columns[field] = column;
	}
	return columns;
}

/**
 * The mapping with every field that the header names itself, and a check that
 * all mapped columns exist. A column that another field is read from stays
 * that field's: as a key it would part the blocked rows from the others.
 * Throws RasaiError `usage`.
 */
export function completeColumns(
	columns: Columns,
	header: readonly string[],
): Columns {
	const complete: Partial<Record<Field, string>> = { ...columns };
	const taken = new Set(
		Object.values(columns).flatMap((expression) =>
			columnsOf(expression, header),
		),
	);
	for (const field of FIELDS)
		if (
			complete[field] === undefined &&
			header.includes(field) &&
			!taken.has(field)
		)
			complete[field] = field;
	for (const [field, expression] of Object.entries(complete))
		for (const name of columnsOf(expression, header))
			if (!header.includes(name))
				throw new RasaiError(
					"usage",
					`no column ${name} for ${field}; the file has ${header.join(", ")}`,
					{ hint: "Name the columns: --columns at=TIME,k=BLOCKED,n=ALL" },
				);
	return complete;
}

const CONDITION = /^(.+?)(!=|==)(.*)$/;

function columnsOf(
	expression: string,
	header: readonly string[],
): readonly string[] {
	if (header.includes(expression)) return [expression];
	const condition = CONDITION.exec(expression);
	return condition?.[1] ? [condition[1]] : expression.split("+");
}

/** What an expression gives for a row: a number, whether its condition holds, or why neither. */
export type Reading =
	| { readonly number: number }
	| { readonly holds: boolean }
	| { readonly fault: string };

const YES = new Set(["1", "t", "true", "yes", "y"]);
const NO = new Set(["", "0", "0.0", "f", "false", "no", "n"]);

/** Reads a count or a condition. `asFlag`: words such as `t` and an empty field are read as yes and no. */
export function readExpression(
	expression: string,
	row: CsvRow,
	header: readonly string[],
	asFlag: boolean,
): Reading {
	const condition = header.includes(expression)
		? undefined
		: CONDITION.exec(expression);
	if (condition) {
		const isEqual = row.get(condition[1] ?? "") === condition[3];
		return { holds: condition[2] === "==" ? isEqual : !isEqual };
	}
	let sum = 0;
	for (const name of columnsOf(expression, header)) {
		const text = row.get(name).trim();
		if (asFlag && (YES.has(text.toLowerCase()) || NO.has(text.toLowerCase()))) {
			if (YES.has(text.toLowerCase())) return { holds: true };
			continue;
		}
		const number = text === "" ? Number.NaN : Number(text);
		if (!Number.isFinite(number))
			return { fault: `${name} is not a number: ${shorten(text)}` };
		sum += number;
	}
	return asFlag && sum === 0 ? { holds: false } : { number: sum };
}

/** Text of a rejected field, short enough for a message. */
export function shorten(text: string): string {
	return text === ""
		? "(empty)"
		: text.length > 40
			? `${text.slice(0, 40)}...`
			: text;
}
