/**
 * What queries see: each scope is a schema of views over the partitions that
 * the manifest lists. Beside the columns of schema.sql, views of day
 * partitions have `day` (a DATE), by which files are chosen: filter on it.
 */
import { join } from "node:path";
import type { World } from "../../model/index.ts";
import { fieldOf } from "../columns.ts";
import { quote, quoteName } from "./engine.ts";
import {
	type Manifest,
	type Partition,
	partitionFile,
	tableFolder,
} from "./manifest.ts";
import { dailyHeld, heldUidDays } from "./pages.ts";
import { rowStructure } from "./partitions.ts";
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

type StoredTable = Exclude<TableName, "observations">;

const DAY_TABLES: readonly StoredTable[] = [
	"measurements",
	"verdicts",
	"cells",
	"control",
];

/** The statements that make the schema `name` of views for a scope, whose run is said. */
export function viewStatements(
	name: string,
	scope: Scope,
	source: ViewSource,
): readonly string[] {
	const schema = quoteName(name);
	const view = (table: string, body: string) =>
		`CREATE OR REPLACE VIEW ${schema}.${table} AS ${body}`;
	const tables = (Object.keys(source.schema) as TableName[]).filter(
		(table) => table !== "observations",
	);
	return [
		`CREATE SCHEMA IF NOT EXISTS ${schema}`,
		...tables.map((table) =>
			view(
				table,
				table === "daily"
					? dailyBody(scope, source)
					: tableBody(table, scope, source),
			),
		),
		view("uid_days", uidDaysBody(scope, source)),
		view("observations", observationsBody(schema, source)),
	];
}

function tableBody(
	table: StoredTable,
	scope: Scope,
	source: ViewSource,
): string {
	const files = partitionsOf(table, scope, source).map(fileOf(source));
	const columns = source.schema[table];
	if (DAY_TABLES.includes(table))
		return files.length === 0
			? nothing([...columns, DAY])
			: `SELECT ${names([...columns, DAY])} FROM ${parquetByDay(files)}`;
	return files.length === 0
		? nothing(columns)
		: `SELECT ${names(columns)} FROM ${parquet(files)}`;
}

/** Days from the pages' database where it holds them as they are now, else from their partitions. */
function dailyBody(scope: Scope, source: ViewSource): string {
	const columns = source.schema.daily;
	const all = partitionsOf("daily", scope, source);
	const held = dailyHeld(source.manifest, scope);
	if (source.pages === undefined || held.current.length === 0)
		return all.length === 0
			? nothing(columns)
			: `SELECT ${names(columns)} FROM ${parquet(all.map(fileOf(source)))}`;
	const stale = held.stale.map((day) => `DATE ${quote(day)}`);
	const kept = `SELECT ${names(columns)} FROM ${source.pages}.daily_${scope.world}
		${stale.length > 0 ? `WHERE day NOT IN (${stale.join(", ")})` : ""}`;
	const others = all
		.filter(([folder]) => !held.current.includes(folder))
		.map(fileOf(source));
	return others.length === 0
		? kept
		: `${kept} UNION ALL SELECT ${names(columns)} FROM ${parquet(others)}`;
}

/** On which days a uid occurs, by its hash: `uid_hash = hash(uid)`. */
function uidDaysBody(scope: Scope, source: ViewSource): string {
	const held =
		source.pages === undefined ? [] : heldUidDays(source.manifest, scope.world);
	const others = partitionsOf("measurements", scope, source)
		.filter(([folder]) => !held.includes(folder))
		.map(fileOf(source));
	const bodies = [
		...(held.length > 0
			? [`SELECT uid_hash, day FROM ${source.pages}.uid_days_${scope.world}`]
			: []),
		...(others.length > 0
			? [`SELECT hash(uid) AS uid_hash, day FROM ${parquetByDay(others)}`]
			: []),
	];
	return bodies.length > 0
		? bodies.join(" UNION ALL ")
		: "SELECT NULL::UBIGINT AS uid_hash, NULL::DATE AS day WHERE false";
}

/** Observations are stored as JSON with their measurement and spread out here (decision 0502). */
function observationsBody(schema: string, source: ViewSource): string {
	const ofMeasurement = new Set(
		source.schema.measurements.map(({ name }) => name),
	);
	const columns = source.schema.observations;
	const facts = columns.filter(
		({ name }) => !ofMeasurement.has(name) && !name.startsWith("answer_"),
	);
	const structure = rowStructure(facts).slice(1, -2);
	const answers = `"answers":[{"ip":"VARCHAR","asn":"UINTEGER","cname":"VARCHAR"}]`;
	const list = columns.map(({ name }) => {
		if (ofMeasurement.has(name)) return name;
		return `${ANSWER_COLUMNS[name] ?? `o.${quoteName(fieldOf(name))}`} AS ${name}`;
	});
	return `SELECT ${list.join(", ")}, day
		FROM (SELECT *, unnest(from_json(facts, '[${structure},${answers}}]')) AS o FROM ${schema}.measurements)`;
}

const ADDRESSES = "list_filter(o.answers, lambda a: a.ip IS NOT NULL)";
const ANSWER_COLUMNS: Readonly<Record<string, string>> = {
	answer_ips: `list_transform(${ADDRESSES}, lambda a: a.ip)`,
	answer_asns: `list_transform(${ADDRESSES}, lambda a: coalesce(a.asn, 0))::UINTEGER[]`,
	answer_cnames:
		"list_transform(list_filter(o.answers, lambda a: a.cname IS NOT NULL), lambda a: a.cname)",
};

const DAY: Column = { name: "day", type: "DATE", required: true };

function partitionsOf(
	table: StoredTable,
	scope: Scope,
	source: ViewSource,
): readonly (readonly [string, Partition])[] {
	const folder = `${tableFolder(table, scope.world, scope.run)}/`;
	return Object.entries(source.manifest.partitions).filter(([key]) =>
		key.startsWith(folder),
	);
}

function fileOf(source: ViewSource) {
	return ([folder, partition]: readonly [string, Partition]): string =>
		quote(join(source.derived, partitionFile(folder, partition)));
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

function parquet(files: readonly string[]): string {
	return `read_parquet([${files.join(", ")}], hive_partitioning = false)`;
}

function parquetByDay(files: readonly string[]): string {
	return `read_parquet([${files.join(", ")}], hive_partitioning = true, hive_types = {'day': DATE})`;
}
