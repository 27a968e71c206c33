/**
 * What queries see: each scope is a schema of views over the partitions that
 * the manifest lists. Beside the columns of schema.sql, views of day
 * partitions have `day` (a DATE), by which files are chosen: filter on it.
 */
import { join } from "node:path";
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

/** The statements that make the schema `name` of views for a scope, whose run is said. */
export function viewStatements(
	name: string,
	scope: Scope,
	source: ViewSource,
): readonly string[] {
	const schema = quoteName(name);
	const view = (table: string, body: string) =>
		`CREATE OR REPLACE VIEW ${schema}.${table} AS ${body}`;
	return [
		`CREATE SCHEMA IF NOT EXISTS ${schema}`,
		...PLAIN_TABLES.map((table) =>
			view(table, plainBody(table, scope, source)),
		),
		...DAY_TABLES.map((table) => view(table, dayBody(table, scope, source))),
		...pageTables(source.schema).map((table) =>
			view(table.name, pageBody(table, scope, source)),
		),
		view("observations", observationsBody(schema, source.schema)),
	];
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

function dayBody(
	table: (typeof DAY_TABLES)[number],
	scope: Scope,
	source: ViewSource,
): string {
	const files = filesOf(partitionsOf(source.manifest, table, scope), source);
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
