/** What the store can do for the one process that holds the workspace for writing. */
import type { Progress } from "../../base/index.ts";
import type {
	InstrumentRow,
	NetworkControlRow,
	SpeedRow,
} from "../../judge/verdicts/index.ts";
import type { World } from "../../model/index.ts";
import type {
	DayKey,
	FactsBatch,
	JudgedRow,
	RunKey,
	StoredFacts,
} from "../store.ts";
import type { StoredRun } from "./manifest.ts";
import type { MergeSummary } from "./merge.ts";
import type { ShardSummary } from "./shards.ts";
import type { Damage } from "./verify.ts";

export interface Store {
	/** Hashes of the archive files whose rows are all in shards or partitions. */
	importedFiles(): Promise<ReadonlySet<string>>;
	/** What waits to be merged. A bulk import merges now and then, so that shards do not fill the disk. */
	pendingShards(): Promise<{ readonly count: number; readonly bytes: number }>;
	/** Writes a batch as a shard. Worker threads call the function `writeShard` itself. */
	writeShard(batch: FactsBatch): Promise<ShardSummary>;
	/** Folds all shards into partitions, control included. Killed half-way, it is simply run again. */
	mergeShards(options?: WorkOptions): Promise<MergeSummary>;

	/** Days of a world that have facts, in order. */
	days(world: World): readonly string[];
	/** A day's measurements in batches, by country, network and uid. */
	readDay(
		key: DayKey,
		signal?: AbortSignal,
	): AsyncIterable<readonly StoredFacts[]>;
	/** How many networks of each country agree, over days from `sinceDay` up to, not including, `untilDay`. */
	readControlWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly NetworkControlRow[]>;
	/** Median download speed of every host on every network over the same days. */
	readSpeedWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly SpeedRow[]>;
	/** How instruments fared, over the same days, with the targets that one of them failed on nearly everywhere. */
	readInstrumentWindow(
		world: World,
		sinceDay: string,
		untilDay: string,
	): AsyncIterable<readonly InstrumentRow[]>;

	/** Names what a day's judgement rests on: its facts, and the control of the `controlDays` up to and including it. */
	judgeInput(key: DayKey, controlDays: number): string;
	/** Days that the run has no judgement of, or one that rests on other inputs. */
	daysToJudge(
		world: World,
		run: RunKey,
		controlDays: number,
	): readonly DayKey[];
	/** Replaces the run's judgement of a day. `input` is what `judgeInput` said. The first run of a world becomes current. */
	writeJudged(
		key: DayKey,
		rows: AsyncIterable<readonly JudgedRow[]> | Iterable<readonly JudgedRow[]>,
		run: RunKey,
		input: string,
	): Promise<void>;
	/** The runs there are, by id. */
	runs(): Readonly<Record<string, StoredRun>>;
	/** Notes that the run has judged all there was, and makes what pages read anew where much of it changed. */
	finishRun(run: RunKey): Promise<void>;
	/** Makes the run the one that queries of the world see. */
	useRun(world: World, run: RunKey): Promise<void>;
	/** Forgets a run and its rows. Throws `usage` for a current one. */
	dropRun(run: RunKey): Promise<void>;

	/** Checks every partition's bytes against the manifest. */
	verify(options?: WorkOptions): Promise<readonly Damage[]>;
	/** Forgets days and which archive files they came from, so that an import reads those again. */
	dropDays(keys: readonly DayKey[]): Promise<void>;
	/** Deletes everything derived. */
	dropDerived(): Promise<void>;
	close(): void;
}

export interface WorkOptions {
	readonly progress?: Progress | undefined;
	readonly signal?: AbortSignal | undefined;
}
