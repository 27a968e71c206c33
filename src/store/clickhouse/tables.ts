/**
 * Tables of ClickHouse, made from schema.sql. Databases, P being the address's
 * database and a hash of all that is stated here:
 *
 *   P              what is loaded, and rejects
 *   P_real         facts of a world
 *   P_real_3f2a…   a run's judgements of that world, and all its facts: what queries see
 *
 * `x_local` holds a shard's rows; `x` reads those of all shards. A program of
 * another form makes databases of its own beside these, so that no table is
 * ever changed in place.
 */
import { sha256Hex } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import {
	ORIGIN_COLUMNS,
	pageTables,
	SESSION_COLUMNS,
} from "../duckdb/pages.ts";
import { type Column, readSchema } from "../duckdb/schema.ts";
import type { ClickhouseAddress } from "./address.ts";
import { toClickhouse } from "./dialect.ts";

/** Tables that partitions of a workspace are loaded into. */
export type LoadedTable =
	| "measurements"
	| "rejects"
	| "verdicts"
	| "cells"
	| "daily"
	| "control";

export interface Table {
	readonly name: LoadedTable | "sessions" | "uid_days" | "origins";
	readonly holds: "input" | "facts" | "judgements";
	/** What is replaced at once. Large tables by day, small ones by month. */
	readonly by: "all" | "day" | "month";
	readonly columns: readonly Column[];
	readonly order: string;
	/** Chooses a row's shard: all rows of a network are on one. */
	readonly key: string;
	/** How a roll-up is made from a shard's own measurements. */
	readonly select?: string;
}

const DAY: Column = { name: "day", type: "DATE", required: true };

/** Every table of derived rows. */
export function clickhouseTables(): readonly Table[] {
	const schema = readSchema();
	const pages = new Map(
		pageTables(schema).map((table) => [table.name, table.columns]),
	);
	const ofNetwork = "cityHash64(cc, asn)";
	return [
		{
			name: "rejects",
			holds: "input",
			by: "all",
			columns: schema.rejects,
			order: "file_hash, member, line, reason",
			key: "cityHash64(file_hash)",
		},
		{
			name: "measurements",
			holds: "facts",
			by: "day",
			columns: [...schema.measurements, DAY],
			order: "probe_cc, probe_asn, uid, facts_hash",
			key: "cityHash64(probe_cc, probe_asn)",
		},
		{
			name: "control",
			holds: "facts",
			by: "day",
			columns: [...schema.control, DAY],
			order: "kind, hostname, key, cc",
			key: ofNetwork,
		},
		{
			name: "sessions",
			holds: "facts",
			by: "month",
			columns: pages.get("sessions") ?? [],
			order: "cc, asn, day, session",
			key: ofNetwork,
			select: toClickhouse(
				`SELECT day, ${SESSION_COLUMNS} FROM measurements_local WHERE toYYYYMM(day) = month GROUP BY day, cc, asn, session`,
				[],
			),
		},
		{
			name: "origins",
			holds: "facts",
			by: "month",
			columns: pages.get("origins") ?? [],
			order: "cc, day, asn, file_hash, software",
			key: ofNetwork,
			select: toClickhouse(
				`SELECT DISTINCT day, ${ORIGIN_COLUMNS} FROM measurements_local WHERE toYYYYMM(day) = month`,
				[],
			),
		},
		{
			name: "uid_days",
			holds: "facts",
			by: "month",
			columns: pages.get("uid_days") ?? [],
			order: "uid_hash, day",
			key: "uid_hash",
			select: toClickhouse(
				"SELECT hash(uid) AS uid_hash, day FROM measurements_local WHERE toYYYYMM(day) = month",
				[],
			),
		},
		{
			name: "verdicts",
			holds: "judgements",
			by: "day",
			columns: [...schema.verdicts, DAY],
			order: "cc, target, asn, measured_at, uid",
			key: ofNetwork,
		},
		{
			name: "cells",
			holds: "judgements",
			by: "month",
			columns: [...schema.cells, DAY],
			order: "cc, target, asn, resolver_asn, layer, hour",
			key: ofNetwork,
		},
		{
			name: "daily",
			holds: "judgements",
			by: "month",
			columns: schema.daily,
			order: "cc, service, target, asn, day",
			key: ofNetwork,
		},
	];
}

/** The column's type as rows come in. */
export function plainType({ name, type, required }: Column): string {
	const plain = TYPES[type];
	if (plain === undefined)
		throw new TypeError(`${name}: no type of ClickHouse for ${type}`);
	return required || type.endsWith("[]") ? plain : `Nullable(${plain})`;
}

const TYPES: Readonly<Record<string, string>> = {
	VARCHAR: "String",
	INTEGER: "Int32",
	UINTEGER: "UInt32",
	BIGINT: "Int64",
	UBIGINT: "UInt64",
	DOUBLE: "Float64",
	BOOLEAN: "Bool",
	DATE: "Date",
	TIMESTAMP: "DateTime64(6, 'UTC')",
	"VARCHAR[]": "Array(String)",
	"MAP(VARCHAR, INTEGER)": "Map(String, Int32)",
};

/** Columns of few different values. */
const FEW =
	/^(cc|probe_cc|layer|kind|service|function|locus|control|mechanism|measurement_mechanism|ruleset|reference|reason|platform|network_type|test_name|.*_version|software_name|.*state|.*_rule|.*_evidence)$/;

function storedType(column: Column): string {
	const plain = plainType(column);
	if (plain !== "String") return plain;
	return FEW.test(column.name)
		? "LowCardinality(String)"
		: "String CODEC(ZSTD(1))";
}

const PARTITION = { all: "tuple()", day: "day", month: "toYYYYMM(day)" };

/** Names this form of all tables. */
export function formOf(tables: readonly Table[]): string {
	return sha256Hex(
		JSON.stringify([
			CATALOG,
			tables.map((table) => [
				localTable("", table, "MergeTree"),
				table.key,
				table.select,
			]),
		]),
	).slice(0, 8);
}

/** What a server holds: the last version of every partition, and the manifest that was loaded last. */
const CATALOG = [
	"loads (database String, table String, partition String, version String, row_count UInt64, loaded_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree(loaded_at) ORDER BY (database, table, partition)",
	"manifests (text String, loaded_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = MergeTree ORDER BY loaded_at",
];

/** Names of databases. */
export interface Layout {
	readonly base: string;
	facts(world: World): string;
	/** What queries see of a run; of facts alone where there is none. */
	run(world: World, run: string | undefined): string;
}

export function layoutOf(
	address: Pick<ClickhouseAddress, "database">,
	tables: readonly Table[],
): Layout {
	const base = `${address.database}_${formOf(tables)}`;
	return {
		base,
		facts: (world) => `${base}_${world}`,
		run: (world, run = "none") => `${base}_${world}_${run}`,
	};
}

/** The database that holds a table's own rows. */
export function homeOf(
	layout: Layout,
	table: Pick<Table, "holds">,
	world: World,
	run: string | undefined,
): string {
	if (table.holds === "input") return layout.base;
	return table.holds === "facts" ? layout.facts(world) : layout.run(world, run);
}

export interface SchemaOptions {
	readonly address: Pick<ClickhouseAddress, "database" | "cluster">;
	readonly world: World;
	readonly run: string | undefined;
	/** Tables that a keeper copies to the replicas of a shard, named by the servers' macros {shard} and {replica}. */
	readonly replicated?: boolean;
}

/** The statements that make everything for a run, where it is not there. Each server of a cluster is given all of them. */
export function schemaStatements(options: SchemaOptions): readonly string[] {
	const tables = clickhouseTables();
	const layout = layoutOf(options.address, tables);
	const { world, run } = options;
	const seen = layout.run(world, run);
	return [
		...[layout.base, layout.facts(world), seen].map(
			(database) => `CREATE DATABASE IF NOT EXISTS ${database}`,
		),
		...CATALOG.map(
			(table) => `CREATE TABLE IF NOT EXISTS ${layout.base}.${table}`,
		),
		...tables.flatMap((table) => {
			const home = homeOf(layout, table, world, run);
			const engine = options.replicated
				? `ReplicatedMergeTree('/clickhouse/tables/{shard}/${home}/${table.name}', '{replica}')`
				: "MergeTree";
			const source = options.address.cluster
				? `Distributed('${options.address.cluster}', '${home}', '${table.name}_local')`
				: `Merge('${home}', '^${table.name}_local$')`;
			return [
				localTable(`${home}.`, table, engine),
				`CREATE TABLE IF NOT EXISTS ${seen}.${table.name} AS ${home}.${table.name}_local ENGINE = ${source}`,
			];
		}),
	];
}

function localTable(place: string, table: Table, engine: string): string {
	const columns = table.columns.map(
		(column) => `"${column.name}" ${storedType(column)}`,
	);
	return `CREATE TABLE IF NOT EXISTS ${place}${table.name}_local (${columns.join(", ")})
ENGINE = ${engine} PARTITION BY ${PARTITION[table.by]} ORDER BY (${table.order})`;
}
