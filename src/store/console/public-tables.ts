/** What questions may be asked of: tables of schema.sql without what is of no use to readers or says too much. */
import { readSchema, type TableName } from "../duckdb/schema.ts";

export interface PublicTable {
	readonly name: string;
	readonly about: string;
	readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Tables, what they hold, and columns that are left out (P11: no addresses of resolvers). */
const SHOWN: readonly (readonly [
	name: TableName,
	about: string,
	hidden?: readonly string[],
])[] = [
	[
		"daily",
		"What a network said of a target on one day: the rows behind the charts.",
	],
	["cells", "The same by hour and layer, with the rules that decided."],
	[
		"verdicts",
		"A row a measurement and target: its state, layer by layer, and why.",
	],
	[
		"measurements",
		"A row a measurement: who measured what, when, with which software.",
		["resolver_ip", "facts"],
	],
	[
		"observations",
		"Facts of measurements, one a row. Read from the measurements when asked for: narrow by day.",
		["resolver"],
	],
	["control", "What networks saw of a name, by day."],
	["certificates", "Certificates that were seen.", ["der"]],
	["rejects", "Input that could not be read, with the reason."],
];

/** Views of partitions have the day of the partition. */
const BY_DAY: readonly string[] = [
	"cells",
	"verdicts",
	"measurements",
	"observations",
	"control",
];

function publicTables(): readonly PublicTable[] {
	const schema = readSchema();
	return SHOWN.map(([name, about, hidden = []]) => ({
		name,
		about,
		columns: [
			...schema[name].filter((column) => !hidden.includes(column.name)),
			...(BY_DAY.includes(name) ? [{ name: "day", type: "DATE" }] : []),
		].map((column) => ({ name: column.name, type: column.type })),
	}));
}

export const PUBLIC_TABLES: readonly PublicTable[] = publicTables();

/**
 * A question that sees the public tables only. They are named twice, since a
 * common table expression cannot read the table whose name it takes.
 */
export function overPublicTables(query: string): string {
	const hidden = PUBLIC_TABLES.map(
		({ name, columns }) =>
			`"whole ${name}" AS (SELECT ${columns.map((c) => `"${c.name}"`).join(", ")} FROM ${name})`,
	);
	const shown = PUBLIC_TABLES.map(
		({ name }) => `${name} AS (SELECT * FROM "whole ${name}")`,
	);
	return `WITH ${hidden.join(", ")} SELECT * FROM (WITH ${shown.join(", ")} SELECT * FROM (\n${query}\n) AS answer) AS shown`;
}
