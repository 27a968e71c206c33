/**
 * Folding shards into partitions. What a partition holds depends only on the
 * set of rows it was given, so that order and batching of imports do not show
 * (P2), and merging a shard twice changes nothing: a killed merge is simply
 * done again.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
	type DuckDBConnection,
	type DuckDBInstance,
	LIST,
	listValue,
	VARCHAR,
} from "@duckdb/node-api";
import {
	type Progress,
	silentProgress,
	throwIfAborted,
} from "../../base/index.ts";
import type {
	Certificate,
	MeasurementHeader,
	Reject,
	World,
} from "../../model/index.ts";
import type { DayKey } from "../store.ts";
import type { ManifestKeeper } from "./commit.ts";
import { controlRows, countControl } from "./control-count.ts";
import { quote } from "./engine.ts";
import { KEY_END, KEY_PIECE } from "./key-text.ts";
import {
	certificateLine,
	type Line,
	type Place,
	rejectLine,
	storedFactsLine,
	UID_PIECE,
} from "./lines.ts";
import { type Partition, partitionFile } from "./manifest.ts";
import {
	columnOfRow,
	linesSource,
	makePartition,
	rowStructure,
	temporaryFolder,
	temporaryName,
} from "./partitions.ts";
import { streamRows } from "./rows.ts";
import { mergeRuns, type RunLine, RunWriter } from "./runs.ts";
import type { Column, TableName } from "./schema.ts";
import { checkShard, listShards, removeShard, type Shard } from "./shards.ts";
import { appendSources } from "./sources.ts";

export interface MergeContext {
	readonly derived: string;
	readonly engine: DuckDBInstance;
	readonly schema: Readonly<Record<TableName, readonly Column[]>>;
	readonly keeper: ManifestKeeper;
}

export interface MergeSummary {
	readonly shardCount: number;
	/** Days whose facts changed. */
	readonly days: readonly DayKey[];
	/** Measurements in the shards that were there already, or twice among them. */
	readonly duplicateCount: number;
}

/** Partitions made at once: one is read and ordered here while DuckDB writes another. */
const AT_ONCE = 2;
/** Partitions after which the manifest is replaced. */
const COMMIT_EVERY = 64;

/** Folds every complete shard into the partitions it belongs to, then removes it. */
export async function mergeShards(
	context: MergeContext,
	options: {
		readonly progress?: Progress | undefined;
		readonly signal?: AbortSignal | undefined;
	} = {},
): Promise<MergeSummary> {
	const shards = await listShards(context.derived);
	for (const shard of shards) await checkShard(shard);
	const runs = runsByPart(shards);
	const origins = originsByPart(shards);
	const parts = [...runs.keys()].sort();
	await mkdir(temporaryFolder(context.derived), { recursive: true });
	const progress = options.progress ?? silentProgress;
	const days: DayKey[] = [];
	let done = 0;
	let duplicateCount = 0;
	for (let from = 0; from < parts.length; from += COMMIT_EVERY) {
		const set = new Map<string, Partition>();
		const queue = parts.slice(from, from + COMMIT_EVERY);
		const work = async () => {
			for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
				throwIfAborted(options.signal);
				const made = await mergePart(
					context,
					part,
					runs.get(part) ?? [],
					origins.get(part) ?? new Set(),
					options.signal,
				);
				for (const [folder, partition] of made.changed)
					set.set(folder, partition);
				const day = dayOfPart(part);
				if (day && made.changed.length > 0) days.push(day);
				if (day) duplicateCount += made.repeats;
				done += 1;
				progress.update({ done, total: parts.length, unit: "partitions" });
			}
		};
		await allOrFirstError(Array.from({ length: AT_ONCE }, work));
		if (set.size > 0) await context.keeper.commit({ set });
	}
	await appendSources(context.derived, shards.flatMap(sourcesOf));
	for (const shard of shards) await removeShard(shard);
	return {
		shardCount: shards.length,
		days: days.sort((a, b) => (partOf(a) < partOf(b) ? -1 : 1)),
		duplicateCount,
	};
}

/** Waits for all, so that nothing works on in the background when the first error is thrown. */
async function allOrFirstError(work: readonly Promise<void>[]): Promise<void> {
	for (const result of await Promise.allSettled(work))
		if (result.status === "rejected") throw result.reason;
}

function runsByPart(
	shards: readonly Shard[],
): ReadonlyMap<string, readonly string[]> {
	const runs = new Map<string, string[]>();
	for (const shard of shards)
		for (const [part, names] of Object.entries(shard.content.runs)) {
			const paths = names.map((name) => join(shard.folder, name));
			const known = runs.get(part);
			if (known) known.push(...paths);
			else runs.set(part, paths);
		}
	return runs;
}

/** What read the facts that are to be folded in, by part. */
function originsByPart(
	shards: readonly Shard[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const origins = new Map<string, Set<string>>();
	for (const { content } of shards)
		for (const part of Object.keys(content.runs)) {
			const known = origins.get(part) ?? new Set();
			origins.set(part, known.add(content.madeBy ?? UNKNOWN_ORIGIN));
		}
	return origins;
}

const UNKNOWN_ORIGIN = "unknown";

function joinOrigins(
	origins: ReadonlySet<string>,
	old: Partition | undefined,
): string {
	const before = old?.from ? old.from.split(" ") : old ? [UNKNOWN_ORIGIN] : [];
	return [...new Set([...before, ...origins])].sort().join(" ");
}

function sourcesOf(shard: Shard) {
	const complete = new Set(shard.content.complete);
	const files = new Set([...complete, ...Object.keys(shard.content.parts)]);
	return [...files].sort().map((file) => ({
		file,
		complete: complete.has(file),
		parts: shard.content.parts[file] ?? [],
	}));
}

function dayOfPart(part: string): DayKey | undefined {
	const [world, day] = part.split("/");
	return (world === "real" || world === "emulated") && day !== undefined
		? { world: world as World, day }
		: undefined;
}

function partOf(key: DayKey): string {
	return `${key.world}/${key.day}`;
}

/** The partitions that changed, and how many lines were repeats. */
async function mergePart(
	context: MergeContext,
	part: string,
	runs: readonly string[],
	origins: ReadonlySet<string>,
	signal: AbortSignal | undefined,
): Promise<{
	readonly changed: readonly (readonly [string, Partition])[];
	readonly repeats: number;
}> {
	const connection = await context.engine.connect();
	const merged = temporaryName(context.derived);
	const spares: string[] = [];
	try {
		const kind = kindOfPart(part);
		const old = context.keeper.manifest.partitions[kind.folder];
		const { lines, repeats } = await mergeRuns(runs, merged, {
			sameUpTo: KEY_END,
			spare: () => {
				const name = temporaryName(context.derived);
				spares.push(name);
				return name;
			},
			stored: old && storedLines(context, connection, kind, old),
			signal,
		});
		if (lines === 0) return { changed: [], repeats };
		const day = dayOfPart(part);
		const conflicts = day
			? await conflictingUids(connection, merged)
			: new Set<string>();
		const made = await makePartition(
			connection,
			context.derived,
			kind.folder,
			partitionQuery(context, kind.table, merged, conflicts),
			day ? joinOrigins(origins, old) : "",
		);
		if (made.sha256 === old?.sha256) return { changed: [], repeats };
		const changed: (readonly [string, Partition])[] = [[kind.folder, made]];
		if (day) {
			const folder = dayFolder("control", day);
			const control = await makeControl(context, connection, {
				folder,
				lines: merged,
				conflicts,
				from: made.sha256,
				signal,
			});
			changed.push([folder, control]);
		}
		return { changed, repeats };
	} finally {
		connection.closeSync();
		for (const file of [merged, ...spares]) await rm(file, { force: true });
	}
}

/** The control partition of a day, out of its measurements' lines. */
async function makeControl(
	context: MergeContext,
	connection: DuckDBConnection,
	day: {
		readonly folder: string;
		readonly lines: string;
		readonly conflicts: ReadonlySet<string>;
		/** SHA-256 of the partition of measurements. */
		readonly from: string;
		readonly signal: AbortSignal | undefined;
	},
): Promise<Partition> {
	const temporary: string[] = [];
	const newName = (): string => {
		const name = temporaryName(context.derived);
		temporary.push(name);
		return name;
	};
	try {
		const writer = new RunWriter(newName);
		const { signal } = day;
		const parted = await countControl(day.lines, day.conflicts, writer, {
			signal,
		});
		const sorted = newName();
		await mergeRuns(writer.finish().get("") ?? [], sorted, {
			sameUpTo: KEY_END,
			spare: newName,
			signal,
		});
		return await makePartition(
			connection,
			context.derived,
			day.folder,
			controlRows(context.schema.control, sorted, parted),
			day.from,
		);
	} finally {
		for (const file of temporary) await rm(file, { force: true });
	}
}

/** The folder of a day of one of the tables that do not depend on rules. */
export function dayFolder(
	table: "measurements" | "control",
	key: DayKey,
): string {
	return `${key.world}/${table}/day=${key.day}`;
}

interface Kind {
	readonly table: "measurements" | "certificates" | "rejects";
	readonly folder: string;
}

function kindOfPart(part: string): Kind {
	const day = dayOfPart(part);
	if (day)
		return { table: "measurements", folder: dayFolder("measurements", day) };
	const table = part.startsWith("certificates/") ? "certificates" : "rejects";
	return { table, folder: `common/${part}` };
}

/** The lines of a partition that there is already, in their order. */
async function* storedLines(
	context: MergeContext,
	connection: DuckDBConnection,
	kind: Kind,
	partition: Partition,
): AsyncIterable<RunLine> {
	const file = join(context.derived, partitionFile(kind.folder, partition));
	const query = `SELECT * FROM read_parquet(${quote(file)}, hive_partitioning = false)`;
	for await (const rows of streamRows<Record<string, unknown>>(
		connection,
		query,
	))
		for (const row of rows) {
			const line = storedLine(kind.table, row);
			yield {
				key: Buffer.from(line.key),
				line: Buffer.from(`${line.key}\t${line.text}\n`),
			};
		}
}

function storedLine(table: Kind["table"], row: unknown): Line {
	switch (table) {
		case "measurements":
			return storedFactsLine(
				row as MeasurementHeader & Place & { readonly facts: string },
			);
		case "certificates":
			return certificateLine(row as Certificate);
		case "rejects":
			return rejectLine(row as Reject);
	}
}

/** The query that turns a file of lines into the rows of a table. */
function partitionQuery(
	context: MergeContext,
	table: Kind["table"],
	file: string,
	conflicts: ReadonlySet<string>,
): string {
	const columns = context.schema[table];
	const withFacts = table === "measurements";
	const apart = withFacts ? ["facts", "conflict"] : [];
	const inRow = columns.filter(({ name }) => !apart.includes(name));
	const inConflict =
		conflicts.size > 0 ? `${KEY_UID} IN (SELECT uid FROM conflict)` : "false";
	const list = columns.map((column) => {
		if (column.name === "facts" && withFacts) return "facts";
		if (column.name === "conflict" && withFacts)
			return `${inConflict} AS conflict`;
		return columnOfRow(column);
	});
	return `SELECT ${list.join(", ")}
		FROM (SELECT *, from_json(body, ${rowStructure(inRow)}) AS r FROM ${linesSource(file, withFacts)})`;
}

/** The uid in a measurement's key. */
const KEY_UID = `split_part(key, ${quote(KEY_PIECE)}, ${UID_PIECE})`;

/** Uids, as they stand in keys, that came with more than one set of facts; the connection keeps them as table `conflict`. */
async function conflictingUids(
	connection: DuckDBConnection,
	file: string,
): Promise<ReadonlySet<string>> {
	const found = await connection.runAndReadAll(
		`SELECT ${KEY_UID} AS uid FROM ${linesSource(file, true)} GROUP BY ALL HAVING count(*) > 1`,
	);
	const uids = found.getRows().map(([uid]) => String(uid));
	if (uids.length > 0) {
		await connection.run("CREATE TEMP TABLE conflict (uid VARCHAR)");
		await connection.run(
			"INSERT INTO conflict SELECT unnest($1)",
			[listValue(uids)],
			[LIST(VARCHAR)],
		);
	}
	return new Set(uids);
}
