/**
 * Loads the judged partitions of a workspace. A partition goes into a table of
 * its own on each shard and takes the old one's place at once, so that doing it
 * again changes nothing, whatever failed half-way. What a server holds already,
 * by content, is not sent again.
 */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type Progress, throwIfAborted } from "../../base/index.ts";
import type { World } from "../../model/index.ts";
import { type Manifest, readManifest } from "../duckdb/manifest.ts";
import type { Workspace } from "../files/index.ts";
import type { ClickhouseAddress } from "./address.ts";
import { type Connection, connect, persist } from "./connection.ts";
import {
	clickhouseTables,
	type Layout,
	layoutOf,
	plainType,
	schemaStatements,
} from "./tables.ts";
import { type Unit, unitsOf } from "./units.ts";

export interface LoadSummary {
	/** Partitions that a server was sent, over all servers. */
	readonly partitions: number;
	readonly rows: number;
	/** Partitions that every server had already. */
	readonly unchanged: number;
	/** Partitions that are gone from the workspace, and were taken out. */
	readonly dropped: number;
}

export interface LoadOptions {
	readonly signal: AbortSignal;
	readonly progress?: Progress | undefined;
	/** How often a server that does not answer is tried. */
	readonly tries?: number;
	/** Longest that one statement may take. */
	readonly timeoutMs?: number;
	/** Tables that a keeper copies to replicas. */
	readonly replicated?: boolean;
}

const WORLDS: readonly World[] = ["real", "emulated"];

/** Brings the servers to what the workspace holds now. Throws `store_unreachable` where one of them stays away. */
export async function loadClickhouse(
	workspace: Pick<Workspace, "paths">,
	address: ClickhouseAddress,
	options: LoadOptions,
): Promise<LoadSummary> {
	const { derived } = workspace.paths;
	const manifest = await readManifest(derived);
	const tables = clickhouseTables();
	const layout = layoutOf(address, tables);
	const units = WORLDS.flatMap((world) =>
		unitsOf(manifest, derived, tables, layout, world),
	);
	const wanted = [
		...new Map(units.map((unit) => [keyOfUnit(unit), unit])).values(),
	];
	const statements = WORLDS.flatMap((world) =>
		schemaStatements({
			address,
			world,
			run: manifest.current[world],
			replicated: options.replicated ?? false,
		}),
	);
	const connections = address.shards.map((server) =>
		connect(address, server, {
			timeoutMs: options.timeoutMs ?? 600_000,
			memoryLimitMb: 4_000,
		}),
	);
	try {
		const loaders = connections.map((connection, shard) => {
			const retried = <Result>(work: () => Promise<Result>) =>
				persist(options.tries ?? 6, options.signal, work);
			return { connection, shard, retried };
		});
		// A shard that fails does not stop the others: what they took need not be sent again.
		const outcomes = await Promise.allSettled(
			loaders.map(async ({ connection, shard, retried }) => {
				for (const statement of statements)
					await retried(() => connection.run(statement, options.signal));
				return loadShard({
					connection,
					retried,
					layout,
					wanted,
					databases: databasesOf(layout, manifest),
					share: { shard, of: connections.length },
					signal: options.signal,
					progress: options.progress,
				});
			}),
		);
		const done = outcomes.map((outcome) => {
			if (outcome.status === "rejected") throw outcome.reason;
			return outcome.value;
		});
		const text = JSON.stringify(loadedManifest(manifest));
		for (const { connection, retried } of loaders)
			await retried(() => tell(connection, layout, text, options.signal));
		for (const { connection, retried } of loaders)
			await retried(() =>
				dropOthers(connection, address, layout, manifest, options.signal),
			);
		return {
			partitions: sum(done.map(({ sent }) => sent)),
			rows: sum(done.map(({ rows }) => rows)),
			unchanged: wanted.length - Math.max(...done.map(({ sent }) => sent)),
			dropped: Math.max(...done.map(({ dropped }) => dropped)),
		};
	} finally {
		for (const connection of connections) await connection.close();
	}
}

const sum = (numbers: readonly number[]): number =>
	numbers.reduce((a, b) => a + b, 0);

const keyOf = (...names: readonly string[]): string => names.join(" ");

const keyOfUnit = ({ database, table, partition }: Unit): string =>
	keyOf(database, table.name, partition);

/** Databases that the workspace's current runs fill. */
function databasesOf(
	layout: Layout,
	{ current }: Manifest,
): ReadonlySet<string> {
	return new Set([
		layout.base,
		...WORLDS.flatMap((world) => [
			layout.facts(world),
			layout.run(world, current[world]),
		]),
	]);
}

/** What readers are told of a load. */
export interface LoadedManifest {
	readonly runs: Manifest["runs"];
	readonly current: Manifest["current"];
	/** SHA-256 of each day's verdicts, by world. */
	readonly verdictDays: Readonly<
		Record<string, Readonly<Record<string, string>>>
	>;
}

function loadedManifest(manifest: Manifest): LoadedManifest {
	const days: Record<string, Record<string, string>> = {};
	for (const world of WORLDS) {
		const start = `${world}/verdicts/${manifest.current[world]}/day=`;
		days[world] = Object.fromEntries(
			Object.entries(manifest.partitions)
				.filter(([folder]) => folder.startsWith(start))
				.map(([folder, { sha256 }]) => [folder.slice(start.length), sha256]),
		);
	}
	return {
		runs: manifest.runs,
		current: manifest.current,
		verdictDays: days,
	};
}

interface ShardLoad {
	readonly connection: Connection;
	retried<Result>(work: () => Promise<Result>): Promise<Result>;
	readonly layout: Layout;
	readonly wanted: readonly Unit[];
	readonly databases: ReadonlySet<string>;
	readonly share: { readonly shard: number; readonly of: number };
	readonly signal: AbortSignal;
	readonly progress: Progress | undefined;
}

async function loadShard(
	load: ShardLoad,
): Promise<{ sent: number; rows: number; dropped: number }> {
	const { connection, layout, wanted, signal } = load;
	const held = await load.retried(() => heldBy(connection, layout, signal));
	const done = { sent: 0, rows: 0, dropped: 0 };
	const keys = new Set(wanted.map(keyOfUnit));
	// First of all, since roll-ups are made from what is there. A run that was current is still read.
	for (const [key, { database, table, partition }] of held) {
		if (keys.has(key) || !load.databases.has(database)) continue;
		await load.retried(async () => {
			await connection.run(
				`ALTER TABLE ${database}.${table}_local DROP PARTITION ${partitionText(partition)}`,
				signal,
			);
			await note(
				connection,
				layout,
				{ database, table, partition, version: "", rows: 0 },
				signal,
			);
		});
		done.dropped++;
	}
	for (const unit of wanted) {
		throwIfAborted(signal);
		if (held.get(keyOfUnit(unit))?.version === unit.version) continue;
		done.rows += await load.retried(() => replace(load, unit));
		done.sent++;
		load.progress?.update({
			done: done.sent,
			total: wanted.length,
			unit: "partitions",
			note: `${unit.table.name} ${unit.partition}`,
		});
	}
	return done;
}

interface Held {
	readonly database: string;
	readonly table: string;
	readonly partition: string;
	readonly version: string;
}

/** Partitions of this form and of runs that are still there. */
async function heldBy(
	connection: Connection,
	{ base }: Layout,
	signal: AbortSignal,
): Promise<Map<string, Held>> {
	const rows = await connection.rows<Held>(
		`SELECT database, table, partition, version FROM ${base}.loads FINAL
		WHERE version <> '' AND database IN (SELECT name FROM system.databases)`,
		signal,
	);
	return new Map(
		rows.map((row) => [keyOf(row.database, row.table, row.partition), row]),
	);
}

/** Puts a unit's rows of this shard in the place of those it had. Gives how many. */
async function replace(load: ShardLoad, unit: Unit): Promise<number> {
	const { connection, layout, share, signal } = load;
	const { table, database, partition, files } = unit;
	const target = `${database}.${table.name}_local`;
	const staging = `${database}.${table.name}_staging_${randomBytes(4).toString("hex")}`;
	const run = (text: string) => connection.run(text, signal);
	await run(`CREATE TABLE ${staging} AS ${target}`);
	if (table.select)
		await run(
			`INSERT INTO ${staging} ${table.select.replace("measurements_local", `${database}.measurements_local`).replace("= month", `= ${partition}`)}`,
		);
	for (const { path, day } of files) {
		const stored = table.columns.filter(
			({ name }) => name !== "day" || table.name === "daily",
		);
		const structure = stored
			.map((column) => `"${column.name}" ${plainType(column)}`)
			.join(", ")
			.replaceAll("'", "\\'");
		const list = table.columns.map(({ name }) =>
			stored.some((column) => column.name === name)
				? `"${name}"`
				: `toDate('${day}')`,
		);
		const text = `INSERT INTO ${staging} SELECT ${list.join(", ")} FROM input('${structure}')
			WHERE ${table.key} % ${share.of} = ${share.shard} FORMAT Parquet`;
		await connection.run(
			text,
			signal,
			createReadStream(path, { highWaterMark: 1 << 18 }),
		);
	}
	const [counted] = await connection.rows<{ readonly n: number }>(
		`SELECT count() AS n FROM ${staging}`,
		signal,
	);
	const rows = counted?.n ?? 0;
	await run(
		rows === 0
			? `ALTER TABLE ${target} DROP PARTITION ${partitionText(partition)}`
			: `ALTER TABLE ${target} REPLACE PARTITION ${partitionText(partition)} FROM ${staging}`,
	);
	await run(`DROP TABLE ${staging} SYNC`);
	await note(
		connection,
		layout,
		{ database, table: table.name, partition, version: unit.version, rows },
		signal,
	);
	return rows;
}

const partitionText = (partition: string): string =>
	partition === "all" ? "tuple()" : `'${partition}'`;

function note(
	connection: Connection,
	{ base }: Layout,
	{
		database,
		table,
		partition,
		version,
		rows,
	}: Held & { readonly rows: number },
	signal: AbortSignal,
): Promise<void> {
	return connection.run(
		`INSERT INTO ${base}.loads (database, table, partition, version, row_count)
		VALUES ('${database}', '${table}', '${partition}', '${version}', ${rows})`,
		signal,
	);
}

/** Tells readers of the load. */
async function tell(
	connection: Connection,
	{ base }: Layout,
	text: string,
	signal: AbortSignal,
): Promise<void> {
	const quoted = text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
	await connection.run(
		`INSERT INTO ${base}.manifests (text) VALUES ('${quoted}')`,
		signal,
	);
}

/** Drops databases of other forms and of runs that are no longer current, and what killed loads left. */
async function dropOthers(
	connection: Connection,
	{ database }: ClickhouseAddress,
	layout: Layout,
	manifest: Manifest,
	signal: AbortSignal,
): Promise<void> {
	const kept = databasesOf(layout, manifest);
	const rows = await connection.rows<{ readonly name: string }>(
		`SELECT name FROM system.databases WHERE match(name, '^${database}_[0-9a-f]{8}(_|$)')`,
		signal,
	);
	for (const { name } of rows)
		if (!kept.has(name))
			await connection.run(`DROP DATABASE IF EXISTS ${name} SYNC`, signal);
	const left = await connection.rows<{ readonly name: string }>(
		`SELECT database || '.' || name AS name FROM system.tables
		WHERE startsWith(database, '${layout.base}') AND match(name, '_staging_[0-9a-f]{8}$')
			AND metadata_modification_time < now() - INTERVAL 1 DAY`,
		signal,
	);
	for (const { name } of left)
		await connection.run(`DROP TABLE IF EXISTS ${name} SYNC`, signal);
}
