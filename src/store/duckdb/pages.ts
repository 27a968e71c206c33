/**
 * The pages' database: what pages ask most (days, sessions, where measurements
 * come from, and on which days a uid occurs), in one file sorted for it. Disposable: it is written anew beside the
 * old one, opened read-only by any number of processes, and queries fall back
 * on the partitions for whatever it does not hold as it is now.
 */

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sha256Hex } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { putInPlace } from "../files/index.ts";
import { SESSION_TEXT, SOFTWARE_TEXT } from "../session.ts";
import { quote, quoteName } from "./engine.ts";
import {
	type Manifest,
	partitionFile,
	partitionsOf,
	tableFolder,
} from "./manifest.ts";
import type { MergeContext } from "./merge.ts";
import {
	parquet,
	parquetByDay,
	temporaryFolder,
	temporaryName,
} from "./partitions.ts";
import type { Column, TableName } from "./schema.ts";

const WORLDS: readonly World[] = ["real", "emulated"];
/** Partitions that the database may lack before it is made anew. */
const MOST_MISSING = 16;

/** Makes the database anew where it lacks more than a few partitions of the current runs. */
export async function refreshPages(context: MergeContext): Promise<void> {
	const { manifest } = context.keeper;
	const wanted = wantedPartitions(manifest);
	const form = formOf(context.schema);
	const held = holdingsOf(manifest, form);
	const missing = Object.keys(wanted).filter(
		(folder) => wanted[folder] !== held[folder],
	);
	const gone = Object.keys(held).filter((folder) => !(folder in wanted));
	if (missing.length + gone.length <= MOST_MISSING) return;
	await mkdir(temporaryFolder(context.derived), { recursive: true });
	const temporary = temporaryName(context.derived);
	const connection = await context.engine.connect();
	try {
		await fillPages(context, connection, temporary);
		const name = sha256Hex(JSON.stringify([form, wanted])).slice(0, 12);
		const file = `pages/${name}.duckdb`;
		await mkdir(join(context.derived, "pages"), { recursive: true });
		await putInPlace(temporary, join(context.derived, file));
		await context.keeper.commit({ pages: { file, form, holds: wanted } });
	} finally {
		connection.closeSync();
		await rm(temporary, { force: true });
	}
}

/** SHA-256 of every partition that the database should hold, by folder. */
function wantedPartitions(
	manifest: Manifest,
): Readonly<Record<string, string>> {
	const partitions = WORLDS.flatMap((world) =>
		(["measurements", "daily"] as const).flatMap((table) =>
			partitionsOf(manifest, table, { world, run: manifest.current[world] }),
		),
	);
	return Object.fromEntries(
		partitions.map(([folder, { sha256 }]) => [folder, sha256]),
	);
}

async function fillPages(
	context: MergeContext,
	connection: DuckDBConnection,
	path: string,
): Promise<void> {
	const { manifest } = context.keeper;
	await connection.run(`ATTACH ${quote(path)} AS made`);
	try {
		for (const world of WORLDS)
			for (const table of pageTables(context.schema)) {
				const scope = { world, run: manifest.current[world] };
				const files = partitionsOf(manifest, table.source, scope).map(
					([folder, partition]) =>
						join(context.derived, partitionFile(folder, partition)),
				);
				if (files.length > 0)
					await connection.run(
						`CREATE TABLE made.${table.name}_${world} AS ${table.select(files)} ORDER BY ${table.order}`,
					);
			}
	} finally {
		await connection.run("DETACH made");
	}
}

/** A table of the database. It has a column `day` and can be made from partitions of days one by one. */
export interface PageTable {
	readonly name: string;
	readonly source: "daily" | "measurements";
	readonly columns: readonly Column[];
	/** Its rows, from files of the source. */
	select(files: readonly string[]): string;
	readonly order: string;
}

const DAY: Column = { name: "day", type: "DATE", required: true };

export function pageTables(
	schema: Readonly<Record<TableName, readonly Column[]>>,
): readonly PageTable[] {
	const daily = schema.daily.map(({ name }) => quoteName(name)).join(", ");
	return [
		{
			name: "daily",
			source: "daily",
			columns: schema.daily,
			select: (files) => `SELECT ${daily} FROM ${parquet(files)}`,
			order: "cc, service, target, asn, day",
		},
		{
			name: "uid_days",
			source: "measurements",
			columns: [{ name: "uid_hash", type: "UBIGINT", required: true }, DAY],
			select: (files) =>
				`SELECT hash(uid) AS uid_hash, day FROM ${parquetByDay(files)}`,
			order: "uid_hash",
		},
		{
			name: "sessions",
			source: "measurements",
			columns: [
				DAY,
				{ name: "cc", type: "VARCHAR", required: true },
				{ name: "asn", type: "UINTEGER", required: true },
				{ name: "session", type: "UBIGINT", required: true },
				{ name: "network_name", type: "VARCHAR", required: true },
				{ name: "measurement_count", type: "INTEGER", required: true },
				{ name: "last_measured_at", type: "TIMESTAMP", required: true },
				{ name: "lag_hours", type: "DOUBLE", required: false },
			],
			select: (files) => `SELECT day, ${SESSION_COLUMNS}
				FROM ${parquetByDay(files)} GROUP BY day, cc, asn, session`,
			order: "cc, asn, day, session",
		},
		{
			name: "origins",
			source: "measurements",
			columns: [
				DAY,
				{ name: "cc", type: "VARCHAR", required: true },
				{ name: "asn", type: "UINTEGER", required: true },
				{ name: "file_hash", type: "VARCHAR", required: true },
				{ name: "software", type: "VARCHAR", required: true },
			],
			select: (files) =>
				`SELECT DISTINCT day, ${ORIGIN_COLUMNS} FROM ${parquetByDay(files)}`,
			order: "cc, day, asn, file_hash, software",
		},
	];
}

/** Columns of `origins` but for the day, from rows of measurements. */
export const ORIGIN_COLUMNS = `probe_cc AS cc, probe_asn AS asn, file_hash, ${SOFTWARE_TEXT} AS software`;

/**
 * Hours from a measurement to its arrival, by the collector's uid, which begins
 * with the second of arrival (`20240217110405.123456_PK_…`); null where it does
 * not, and negative where the probe's clock was ahead.
 */
const LAG_HOURS = `CASE WHEN regexp_matches(uid, '^[0-9]{14}\\.[0-9]{6}_')
	THEN date_diff('second', measured_at, try_strptime(left(uid, 14), '%Y%m%d%H%M%S')) / 3600 END`;

/** What is kept of a session on a network, but for the day: columns of `sessions`, from rows of measurements. */
export const SESSION_COLUMNS = `probe_cc AS cc, probe_asn AS asn,
	hash(${SESSION_TEXT}) AS session,
	coalesce(arg_max(probe_network_name, (measured_at, uid)) FILTER (probe_network_name <> ''), '') AS network_name,
	count(*)::INTEGER AS measurement_count, max(measured_at) AS last_measured_at,
	CASE WHEN max(${LAG_HOURS}) < 0 THEN 0 ELSE max(${LAG_HOURS}) END AS lag_hours`;

/** Names how the tables are made, so that a database made by another version is not read. */
function formOf(
	schema: Readonly<Record<TableName, readonly Column[]>>,
): string {
	return sha256Hex(
		JSON.stringify(
			pageTables(schema).map(({ name, columns, order, select }) => [
				name,
				columns,
				order,
				select([]),
			]),
		),
	).slice(0, 12);
}

/** Partitions that the manifest's database holds in this form. */
const holdingsOf = (
	manifest: Manifest,
	form: string,
): Readonly<Record<string, string>> =>
	manifest.pages?.form === form ? manifest.pages.holds : {};

/** Folders whose rows the database holds as they are now, and days of which it holds other ones. */
export function pageHoldings(
	manifest: Manifest,
	schema: Readonly<Record<TableName, readonly Column[]>>,
	source: PageTable["source"],
	scope: { readonly world: World; readonly run?: string | undefined },
): {
	readonly current: ReadonlySet<string>;
	readonly staleDays: readonly string[];
} {
	const start = `${tableFolder(source, scope.world, scope.run)}/`;
	const held = Object.entries(holdingsOf(manifest, formOf(schema))).filter(
		([folder]) => folder.startsWith(start),
	);
	const isCurrent = ([folder, sha256]: readonly [string, string]) =>
		manifest.partitions[folder]?.sha256 === sha256;
	return {
		current: new Set(held.filter(isCurrent).map(([folder]) => folder)),
		staleDays: held
			.filter((entry) => !isCurrent(entry))
			.map(([folder]) => folder.slice(folder.indexOf("=") + 1)),
	};
}
