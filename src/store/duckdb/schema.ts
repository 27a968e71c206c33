/** The columns of the derived tables, read from schema.sql. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RasaiError } from "../../base/index.ts";

export interface Column {
	readonly name: string;
	readonly type: string;
	readonly required: boolean;
}

export type TableName =
	| "measurements"
	| "observations"
	| "certificates"
	| "rejects"
	| "verdicts"
	| "cells"
	| "daily"
	| "control";

/** The text of schema.sql. It stands in the source folder also where the compiled code runs. */
export function schemaText(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		try {
			return readFileSync(join(folder, "src/store/schema.sql"), "utf8");
		} catch (cause) {
			const parent = dirname(folder);
			if (parent === folder)
				throw new RasaiError(
					"store_damaged",
					"src/store/schema.sql is missing from the installation",
					{ cause },
				);
			folder = parent;
		}
	}
}

/** The columns of every table, in order. */
export function readSchema(
	text: string = schemaText(),
): Readonly<Record<TableName, readonly Column[]>> {
	const tables: Record<string, readonly Column[]> = {};
	for (const match of text.matchAll(
		/CREATE TABLE (\w+) \(\n([\s\S]*?)\n\);/g,
	)) {
		const [, table = "", body = ""] = match;
		tables[table] = body.split("\n").map((line) => {
			const column =
				/^ {2}(\w+) (\w+(?:\([^)]*\)|\[\])?)( NOT NULL)?,?(?:\s*--.*)?$/.exec(
					line,
				);
			if (!column)
				throw new RasaiError(
					"store_damaged",
					`schema.sql: cannot read ${line}`,
				);
			return {
				name: column[1] ?? "",
				type: column[2] ?? "",
				required: column[3] !== undefined,
			};
		});
	}
	return tables as Record<TableName, readonly Column[]>;
}
