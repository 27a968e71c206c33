/**
 * SQL as tagged templates with bound parameters only: a value written into a
 * template never becomes part of the text, so no query can be injected.
 *
 *   sql`SELECT * FROM daily WHERE cc = ${cc} AND day >= ${since}`
 *
 * A fragment made by the same tag may stand where a value may; it is spliced
 * in with its own parameters. Names of tables and columns are written out.
 */

export type SqlValue =
	| string
	| number
	| boolean
	| null
	| readonly string[]
	| readonly number[];

export interface Sql {
	readonly kind: "sql";
	/** Literal pieces; a value stands between each two of them. */
	readonly pieces: readonly string[];
	readonly values: readonly SqlValue[];
}

function isSql(value: SqlValue | Sql): value is Sql {
	return typeof value === "object" && value !== null && "kind" in value;
}

/** A statement, or a fragment of one. Lists are bound as lists: `target = ANY(${targets})`. */
export function sql(
	strings: TemplateStringsArray,
	...inserts: readonly (SqlValue | Sql)[]
): Sql {
	const pieces: string[] = [strings[0] ?? ""];
	const values: SqlValue[] = [];
	inserts.forEach((insert, index) => {
		const after = strings[index + 1] ?? "";
		if (isSql(insert)) {
			pieces.push(`${pieces.pop()}${insert.pieces[0] ?? ""}`);
			insert.values.forEach((value, at) => {
				values.push(value);
				pieces.push(insert.pieces[at + 1] ?? "");
			});
			pieces.push(`${pieces.pop()}${after}`);
		} else {
			values.push(insert);
			pieces.push(after);
		}
	});
	return { kind: "sql", pieces, values };
}

/** Fragments one after another: all of them conditions, items or SELECTs. None gives `true` and an empty list. */
export function joinSql(
	fragments: readonly Sql[],
	separator: " AND " | " OR " | ", " | " UNION ALL ",
): Sql {
	const [first, ...rest] = fragments;
	if (first === undefined) return separator === ", " ? sql`` : sql`true`;
	const between: Readonly<Record<string, (a: Sql, b: Sql) => Sql>> = {
		" AND ": (a, b) => sql`${a} AND ${b}`,
		" OR ": (a, b) => sql`${a} OR ${b}`,
		", ": (a, b) => sql`${a}, ${b}`,
		" UNION ALL ": (a, b) => sql`${a} UNION ALL ${b}`,
	};
	const join = between[separator];
	if (join === undefined) throw new TypeError(`no separator ${separator}`);
	return rest.reduce(join, first);
}

/** The text with `$1`, `$2`… in place of the values. */
export function sqlText(statement: Sql): string {
	return statement.pieces.reduce(
		(text, piece, index) => `${text}$${index}${piece}`,
	);
}
