/**
 * The tables of schema.sql in memory, filled row by row, behind the same
 * `query` as the store's reader: for tests whose answers are worked out by
 * hand. Columns that a row leaves out get an empty value of their type.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { World } from "../../model/index.ts";
import { columnOf } from "../columns.ts";
import { openEngine, runQuery } from "../duckdb/engine.ts";
import type { Reader } from "../duckdb/index.ts";
import { ORIGIN_COLUMNS, SESSION_COLUMNS } from "../duckdb/pages.ts";
import { type Column, readSchema, type TableName } from "../duckdb/schema.ts";
import { sqlText } from "../sql.ts";

export type TestRow = Readonly<Record<string, unknown>>;
export type TestTables = Readonly<
	Partial<Record<TableName, readonly TestRow[]>>
>;

const ROWS_AT_ONCE = 500;

/** Opens a world of tables each; a world left out is empty. */
export async function openTestTables(
	worlds: Readonly<Partial<Record<World, TestTables>>>,
): Promise<Pick<Reader, "query" | "generation" | "stamp" | "close">> {
	const engine = await openEngine({
		threads: 2,
		memoryLimitMb: 512,
		tempFolder: "",
	});
	const connections: Record<World, DuckDBConnection> = {
		real: await engine.connect(),
		emulated: await engine.connect(),
	};
	for (const world of ["real", "emulated"] as const) {
		const connection = connections[world];
		await connection.run(`CREATE SCHEMA ${world}`);
		await connection.run(`SET schema = '${world}'`);
		for (const [table, columns] of Object.entries(readSchema()))
			await fillTable(
				connection,
				table,
				withDay(table, columns),
				worlds[world]?.[table as TableName] ?? [],
			);
		await connection.run(
			"CREATE VIEW uid_days AS SELECT hash(uid) AS uid_hash, day FROM measurements",
		);
		await connection.run(
			`CREATE VIEW origins AS SELECT DISTINCT day, ${ORIGIN_COLUMNS} FROM measurements`,
		);
		await connection.run(
			`CREATE VIEW sessions AS SELECT day, ${SESSION_COLUMNS} FROM measurements GROUP BY day, cc, asn, session`,
		);
	}
	return {
		query: (scope, statement) =>
			runQuery(connections[scope.world], sqlText(statement), statement.values),
		generation: async () => 1,
		stamp: async () => "",
		close() {
			connections.real.closeSync();
			connections.emulated.closeSync();
			engine.closeSync();
		},
	};
}

/** The reader's views add the day of the partition. */
function withDay(table: string, columns: readonly Column[]): readonly Column[] {
	return ["measurements", "verdicts", "cells", "control"].includes(table)
		? [...columns, { name: "day", type: "DATE", required: true }]
		: columns;
}

async function fillTable(
	connection: DuckDBConnection,
	table: string,
	columns: readonly Column[],
	rows: readonly TestRow[],
): Promise<void> {
	await connection.run(
		`CREATE TABLE ${table} (${columns.map((c) => `${c.name} ${c.type}`).join(", ")})`,
	);
	if (rows.length === 0) return;
	const known = new Set(columns.map((column) => column.name));
	const lines = rows.map((row) => {
		const named = Object.fromEntries(
			Object.entries(row).map(([field, value]) => [columnOf(field), value]),
		);
		const stray = Object.keys(named).find((name) => !known.has(name));
		if (stray !== undefined) throw new TypeError(`${table} has no ${stray}`);
		const measuredAt = named["measured_at"];
		return JSON.stringify({
			...(typeof measuredAt === "string"
				? { day: measuredAt.slice(0, 10) }
				: {}),
			...named,
		});
	});
	const picks = columns
		.map(({ name, type }) => `coalesce(${pick(name, type)}, ${emptyOf(type)})`)
		.join(", ");
	for (let at = 0; at < lines.length; at += ROWS_AT_ONCE)
		await connection.run(
			`INSERT INTO ${table} SELECT ${picks} FROM (SELECT unnest(json_extract($1::JSON, '$[*]')) AS line)`,
			[`[${lines.slice(at, at + ROWS_AT_ONCE).join(",")}]`],
		);
}

function pick(name: string, type: string): string {
	return type.endsWith("[]")
		? `json_transform(json_extract(line, '$.${name}'), '["${type.slice(0, -2)}"]')`
		: `json_extract_string(line, '$.${name}')::${type}`;
}

function emptyOf(type: string): string {
	if (type.endsWith("[]")) return "[]";
	if (type === "VARCHAR") return "''";
	if (type === "BOOLEAN") return "false";
	if (type === "TIMESTAMP" || type === "DATE") return "NULL";
	return type.startsWith("MAP") ? "NULL" : "0";
}
