/** The store's writing side: one process at a time, the holder of the workspace's lock. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
	addDays,
	formatInstant,
	RasaiError,
	sha256Hex,
} from "../../base/index.ts";
import type {
	InstrumentRow,
	NetworkControlRow,
	SpeedRow,
} from "../../judge/verdicts/index.ts";
import type { World } from "../../model/index.ts";
import type { Workspace } from "../files/index.ts";
import type {
	DayKey,
	FactsBatch,
	JudgedRow,
	RunKey,
	StoredFacts,
} from "../store.ts";
import { ManifestKeeper } from "./commit.ts";
import {
	controlWindowQuery,
	instrumentWindowQuery,
	speedWindowQuery,
} from "./control.ts";
import { ControlWindow } from "./control-window.ts";
import { dayFacts } from "./day-facts.ts";
import { openEngine } from "./engine.ts";
import { judgedFolder, makeJudged, runId } from "./judged.ts";
import { partitionFile, type StoredRun } from "./manifest.ts";
import {
	dayFolder,
	type MergeContext,
	type MergeSummary,
	mergeShards,
} from "./merge.ts";
import { refreshPages } from "./pages.ts";
import { temporaryFolder } from "./partitions.ts";
import { readSchema } from "./schema.ts";
import { listShards, type ShardSummary, writeShard } from "./shards.ts";
import { readSources, writeSources } from "./sources.ts";
import type { Store, WorkOptions } from "./store-interface.ts";
import { type Damage, findDamage } from "./verify.ts";

/** Opens the store of a workspace that is held for writing, and clears what a killed writer left. */
export async function openStore(
	workspace: Workspace,
	options: {
		readonly code: string;
		/** Everything is about to be dropped: a damaged manifest does not matter. */
		readonly toRebuild?: boolean;
	},
): Promise<Store> {
	await workspace.assertWritable();
	const derived = workspace.paths.derived;
	const keeper = await ManifestKeeper.open(
		workspace,
		options.toRebuild === true,
	);
	await mkdir(temporaryFolder(derived), { recursive: true, mode: 0o700 });
	const engine = await openEngine({
		threads: 1,
		memoryLimitMb: workspace.config.store.memoryMb,
		tempFolder: temporaryFolder(derived),
	});
	const context: MergeContext = {
		derived,
		engine,
		schema: readSchema(),
		keeper,
	};
	return new DuckdbStore(workspace, context, options.code);
}

class DuckdbStore implements Store {
	readonly #workspace: Workspace;
	readonly #context: MergeContext;
	readonly #code: string;
	readonly #control: ControlWindow;

	constructor(workspace: Workspace, context: MergeContext, code: string) {
		this.#workspace = workspace;
		this.#context = context;
		this.#code = code;
		this.#control = new ControlWindow(context.engine);
	}

	async importedFiles(): Promise<ReadonlySet<string>> {
		const files = new Set<string>();
		for (const source of await readSources(this.#context.derived))
			if (source.complete) files.add(source.file);
		for (const shard of await listShards(this.#context.derived))
			for (const file of shard.content.complete) files.add(file);
		return files;
	}

	async pendingShards(): Promise<{ count: number; bytes: number }> {
		const shards = await listShards(this.#context.derived);
		return {
			count: shards.length,
			bytes: shards.reduce((sum, shard) => sum + shard.bytes, 0),
		};
	}

	async writeShard(batch: FactsBatch): Promise<ShardSummary> {
		return writeShard(this.#context.derived, batch);
	}

	async mergeShards(options: WorkOptions = {}): Promise<MergeSummary> {
		return mergeShards(this.#context, options);
	}

	days(world: World): readonly string[] {
		const folder = `${world}/measurements/day=`;
		return Object.keys(this.#partitions)
			.filter((key) => key.startsWith(folder))
			.map((key) => key.slice(folder.length))
			.sort();
	}

	async *readDay(
		key: DayKey,
		signal?: AbortSignal,
	): AsyncIterable<readonly StoredFacts[]> {
		const file = this.#fileOf(dayFolder("measurements", key));
		if (file === undefined) return;
		const connection = await this.#context.engine.connect();
		try {
			yield* dayFacts(connection, file, signal);
		} finally {
			connection.closeSync();
		}
	}

	readControlWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly NetworkControlRow[]> {
		return this.#window(world, sinceDay, untilDay, (control) =>
			controlWindowQuery(control, addDays(untilDay, -1)),
		);
	}

	readSpeedWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly SpeedRow[]> {
		return this.#window(world, sinceDay, untilDay, speedWindowQuery);
	}

	readInstrumentWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly InstrumentRow[]> {
		return this.#window(world, sinceDay, untilDay, instrumentWindowQuery);
	}

	judgeInput(key: DayKey, controlDays: number): string {
		const since = addDays(key.day, -controlDays);
		const hashes = this.days(key.world)
			.filter((day) => day >= since && day <= key.day)
			.map((day) => {
				const folder = dayFolder("control", { world: key.world, day });
				return `${day} ${this.#partitions[folder]?.sha256}`;
			});
		const facts = this.#partitions[dayFolder("measurements", key)]?.sha256;
		return sha256Hex([facts, ...hashes].join("\n"));
	}

	daysToJudge(
		world: World,
		run: RunKey,
		controlDays: number,
	): readonly DayKey[] {
		const id = runId(run);
		return this.days(world)
			.map((day) => ({ world, day }))
			.filter(
				(key) =>
					this.#partitions[judgedFolder("verdicts", key, id)]?.from !==
					this.judgeInput(key, controlDays),
			);
	}

	async writeJudged(
		key: DayKey,
		rows: AsyncIterable<readonly JudgedRow[]> | Iterable<readonly JudgedRow[]>,
		run: RunKey,
		input: string,
	): Promise<void> {
		const id = runId(run);
		const set = await makeJudged(this.#context, key, rows, run, input);
		const { runs, current } = this.#context.keeper.manifest;
		await this.#context.keeper.commit({
			set,
			runs: runs[id] ? runs : { ...runs, [id]: this.#newRun(run) },
			current: current[key.world] ? current : { ...current, [key.world]: id },
		});
	}

	runs(): Readonly<Record<string, StoredRun>> {
		return this.#context.keeper.manifest.runs;
	}

	async finishRun(run: RunKey): Promise<void> {
		const id = runId(run);
		const { runs } = this.#context.keeper.manifest;
		const known = runs[id] ?? this.#newRun(run);
		await this.#context.keeper.commit({
			runs: { ...runs, [id]: { ...known, finishedAt: this.#now() } },
		});
		await refreshPages(this.#context);
	}

	async useRun(world: World, run: RunKey): Promise<void> {
		const { current } = this.#context.keeper.manifest;
		if (current[world] === runId(run)) return;
		await this.#context.keeper.commit({
			current: { ...current, [world]: runId(run) },
		});
		await refreshPages(this.#context);
	}

	async dropRun(run: RunKey): Promise<void> {
		const id = runId(run);
		const { runs, current } = this.#context.keeper.manifest;
		if (Object.values(current).includes(id))
			throw new RasaiError("usage", `run ${id} is the current one`);
		await this.#context.keeper.commit({
			remove: Object.keys(this.#partitions).filter((key) =>
				key.includes(`/${id}/day=`),
			),
			runs: Object.fromEntries(
				Object.entries(runs).filter(([known]) => known !== id),
			),
		});
	}

	async verify(options: WorkOptions = {}): Promise<readonly Damage[]> {
		return findDamage(
			this.#context.derived,
			this.#context.keeper.manifest,
			options,
		);
	}

	async dropDays(keys: readonly DayKey[]): Promise<void> {
		const parts = new Set(keys.map((key) => `${key.world}/${key.day}`));
		const sources = await readSources(this.#context.derived);
		await writeSources(
			this.#context.derived,
			sources.filter((source) => !source.parts.some((part) => parts.has(part))),
		);
		await this.#context.keeper.commit({
			remove: Object.keys(this.#partitions).filter((folder) =>
				keys.some(
					(key) =>
						folder.startsWith(`${key.world}/`) &&
						folder.endsWith(`/day=${key.day}`),
				),
			),
		});
	}

	async dropDerived(): Promise<void> {
		const derived = this.#context.derived;
		await writeSources(derived, []);
		await rm(join(derived, "shards"), { recursive: true, force: true });
		await this.#context.keeper.clear();
	}

	close(): void {
		this.#context.engine.closeSync();
	}

	get #partitions() {
		return this.#context.keeper.manifest.partitions;
	}

	#fileOf(folder: string): string | undefined {
		const partition = this.#partitions[folder];
		return (
			partition && join(this.#context.derived, partitionFile(folder, partition))
		);
	}

	async *#window<Row>(
		world: World,
		sinceDay: string,
		untilDay: string,
		query: (control: string) => string,
	): AsyncIterable<readonly Row[]> {
		const files = this.days(world)
			.filter((day) => day >= sinceDay && day < untilDay)
			.flatMap((day) => {
				const folder = dayFolder("control", { world, day });
				const path = this.#fileOf(folder);
				const rows = this.#partitions[folder]?.rows ?? 0;
				return path === undefined ? [] : { path, rows };
			});
		if (files.length > 0) yield await this.#control.read<Row>(files, query);
	}

	#newRun(run: RunKey): StoredRun {
		return { ...run, code: this.#code, startedAt: this.#now() };
	}

	#now(): string {
		return formatInstant(this.#workspace.clock());
	}
}
