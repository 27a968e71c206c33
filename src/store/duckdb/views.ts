/**
 * What queries see: each scope is a schema of views over the partitions that
 * the manifest lists, made when a query first names them. Beside the columns
 * of schema.sql, views of day partitions have `day` (a DATE), by which files
 * are chosen: filter on it. Every file of a view costs time even where none of
 * it is read, so a query that says its days sees tables of these days only.
 */
import { join } from "node:path";
import { sha256Hex } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { quote, quoteName } from "./engine.ts";
import {
	type Manifest,
	type Partition,
	partitionFile,
	partitionsOf,
} from "./manifest.ts";
import { observationsBody } from "./observations-view.ts";
import { type PageTable, pageHoldings, pageTables } from "./pages.ts";
import { parquet, parquetByDay } from "./partitions.ts";
import type { Column, TableName } from "./schema.ts";

/** What a query sees: one world, and one run of judgements (the current one where not said). */
export interface Scope {
	readonly world: World;
	readonly run?: string | undefined;
	/** Half-open: tables that are kept by day have no other days. For speed; the query still filters. */
	readonly days?:
		| { readonly since: string; readonly until: string }
		| undefined;
}

export interface ViewSource {
	readonly schema: Readonly<Record<TableName, readonly Column[]>>;
	readonly manifest: Manifest;
	readonly derived: string;
	/** Name under which the pages' database is attached; undefined where there is none. */
	readonly pages: string | undefined;
}

const PLAIN_TABLES = ["certificates", "rejects"] as const;
const DAY_TABLES = ["measurements", "verdicts", "cells", "control"] as const;

type DayTable = (typeof DAY_TABLES)[number];

/** The tables that the text of a statement may mean, in an order in which their views can be made. */
export function tablesNamed(
	text: string,
	schema: ViewSource["schema"],
): readonly string[] {
	const words = new Set(text.match(/\w+/g));
	if (words.has("observations")) words.add("measurements");
	return [
		...PLAIN_TABLES,
		...DAY_TABLES,
		...pageTables(schema).map(({ name }) => name),
		"observations",
	].filter((table) => words.has(table));
}

/** The statement that makes a table's view in the schema `name`, for a scope whose run is said. */
export function viewStatement(
	name: string,
	table: string,
	scope: Scope,
	source: ViewSource,
): string {
	const schema = quoteName(name);
	const body = (): string => {
		const page = pageTables(source.schema).find((one) => one.name === table);
		if (page) return pageBody(page, scope, source);
		if (table === "observations")
			return observationsBody(schema, source.schema);
		if (isDayTable(table)) return dayBody(table, scope, source);
		return plainBody(table as (typeof PLAIN_TABLES)[number], scope, source);
	};
	return `CREATE OR REPLACE VIEW ${schema}.${table} AS ${body()}`;
}

/** Names the contents of some tables of a scope whose run is said, within its days. */
export function stampOf(
	tables: readonly string[],
	scope: Scope,
	manifest: Manifest,
	schema: ViewSource["schema"],
): string {
	const sources = new Set(
		tables
			.filter((table) => table !== "observations")
			.map(
				(table) =>
					pageTables(schema).find(({ name }) => name === table)?.source ??
					(table as (typeof PLAIN_TABLES)[number] | DayTable),
			),
	);
	const partitions = [...sources].flatMap((table) => {
		const all = partitionsOf(manifest, table, scope);
		return PLAIN_TABLES.some((plain) => plain === table)
			? all
			: all.filter(([folder]) => isWithin(folder, scope.days));
	});
	return sha256Hex(
		JSON.stringify([
			scope.run,
			partitions.map(([folder, { sha256 }]) => [folder, sha256]),
		]),
	);
}

/** Whether the folder of a day's partition lies in a scope's days. */
function isWithin(folder: string, days: Scope["days"]): boolean {
	const day = folder.slice(-10);
	return days === undefined || (day >= days.since && day < days.until);
}

export function isDayTable(table: string): table is DayTable {
	return DAY_TABLES.some((name) => name === table);
}

/** The statement with tables of the scope's days in place of the views of all days. */
export function withinDays(
	text: string,
	tables: readonly DayTable[],
	scope: Scope,
	source: ViewSource,
): string {
	if (tables.length === 0) return text;
	// Not materialized: filters must reach the files also where a table is read twice.
	const narrowed = tables.map(
		(table) =>
			`${table} AS NOT MATERIALIZED (${dayBody(table, scope, source)})`,
	);
	const own = /^\s*WITH\s/i.exec(text)?.[0];
	return `WITH ${narrowed.join(", ")}${own === undefined ? " " : ", "}${text.slice(own?.length ?? 0)}`;
}

function plainBody(
	table: (typeof PLAIN_TABLES)[number],
	scope: Scope,
	source: ViewSource,
): string {
	const files = filesOf(partitionsOf(source.manifest, table, scope), source);
	const columns = source.schema[table];
	return files.length === 0
		? nothing(columns)
		: `SELECT ${names(columns)} FROM ${parquet(files)}`;
}

function dayBody(table: DayTable, scope: Scope, source: ViewSource): string {
	const partitions = partitionsOf(source.manifest, table, scope).filter(
		([folder]) => isWithin(folder, scope.days),
	);
	const files = filesOf(partitions, source);
	const columns = [...source.schema[table], DAY];
	return files.length === 0
		? nothing(columns)
		: `SELECT ${names(columns)} FROM ${parquetByDay(files)}`;
}

/** Rows from the pages' database where it holds them as they are now, else from the partitions. */
function pageBody(table: PageTable, scope: Scope, source: ViewSource): string {
	const { current, staleDays } = pageHoldings(
		source.manifest,
		source.schema,
		table.source,
		scope,
	);
	const usable = source.pages !== undefined && current.size > 0;
	const others = filesOf(
		partitionsOf(source.manifest, table.source, scope).filter(
			([folder]) => !(usable && current.has(folder)),
		),
		source,
	);
	const stale = staleDays.map((day) => `DATE ${quote(day)}`).join(", ");
	const bodies = [
		...(usable
			? [
					`SELECT ${names(table.columns)} FROM ${source.pages}.${table.name}_${scope.world}
					${stale ? `WHERE day NOT IN (${stale})` : ""}`,
				]
			: []),
		...(others.length > 0 ? [table.select(others)] : []),
	];
	return bodies.length > 0
		? bodies.join(" UNION ALL ")
		: nothing(table.columns);
}

const DAY: Column = { name: "day", type: "DATE", required: true };

function filesOf(
	partitions: readonly (readonly [string, Partition])[],
	source: ViewSource,
): readonly string[] {
	return partitions.map(([folder, partition]) =>
		join(source.derived, partitionFile(folder, partition)),
	);
}

function names(columns: readonly Column[]): string {
	return columns.map(({ name }) => quoteName(name)).join(", ");
}

function nothing(columns: readonly Column[]): string {
	const list = columns.map(
		({ name, type }) => `NULL::${type} AS ${quoteName(name)}`,
	);
	return `SELECT ${list.join(", ")} WHERE false`;
}
