/**
 * Facts of stored days to verdicts, cells and days. A day is judged when its
 * facts, or the control of the week up to it, differ from what its present
 * judgement rests on; so whatever arrives late is judged at the next call
 * (P8), and what is judged does not depend on the order of arrival (P2, P3).
 */
import {
	addDays,
	type Progress,
	silentProgress,
	throwIfAborted,
} from "../base/index.ts";
import {
	buildNetworkControl,
	buildValidity,
	defaultRuleset,
	type JudgeContext,
	judgeMeasurement,
	type Ruleset,
} from "../judge/verdicts/index.ts";
import type { World } from "../model/index.ts";
import type { ReferenceSnapshot } from "../reference/index.ts";
import type { DayKey, JudgedRow, RunKey, Store } from "../store/index.ts";

/** Days before a measurement's own from which the networks' control is taken. Provisional. */
export const CONTROL_DAYS = 7;
/** Days judged at once: one is judged here while the database writes another and the disk syncs it. */
const AT_ONCE = 2;
const WORLDS: readonly World[] = ["real", "emulated"];

export interface JudgeOptions {
	readonly reference: ReferenceSnapshot;
	/** The rules that ship, where not given. */
	readonly ruleset?: Ruleset | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
	/** Queries go on seeing the run they saw; the new one is asked for by its id. */
	readonly aside?: boolean | undefined;
}

export interface JudgeSummary {
	readonly run: RunKey;
	readonly days: number;
	readonly measurements: number;
}

/** What judgements under these rules and reference data are filed under. */
export function runOf(options: JudgeOptions): RunKey {
	return {
		ruleset: (options.ruleset ?? defaultRuleset).hash,
		reference: options.reference.hash,
	};
}

/** Judges every day that needs it, in both worlds. The days' own judgements are replaced one by one: killed half-way, it is simply called again. */
export async function judgeDays(
	store: Store,
	options: JudgeOptions,
): Promise<JudgeSummary> {
	const run = runOf(options);
	const progress = options.progress ?? silentProgress;
	const keys = WORLDS.flatMap((world) =>
		store.daysToJudge(world, run, CONTROL_DAYS),
	);
	const queue = [...keys];
	let [done, measurements] = [0, 0];
	const work = async (): Promise<void> => {
		for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
			throwIfAborted(options.signal);
			progress.update({ done, total: keys.length, unit: "days" });
			const count = await judgeDay(store, key, run, options);
			measurements += count;
			done += 1;
		}
	};
	await allOrFirstError(Array.from({ length: AT_ONCE }, work));
	if (keys.length > 0) await store.finishRun(run);
	if (!options.aside)
		for (const world of WORLDS)
			if (store.days(world).length > 0) await store.useRun(world, run);
	return { run, days: keys.length, measurements };
}

/** Waits for all, so that nothing works on in the background when the first error is thrown. */
async function allOrFirstError(work: readonly Promise<void>[]): Promise<void> {
	for (const result of await Promise.allSettled(work))
		if (result.status === "rejected") throw result.reason;
}

async function judgeDay(
	store: Store,
	key: DayKey,
	run: RunKey,
	options: JudgeOptions,
): Promise<number> {
	const input = store.judgeInput(key, CONTROL_DAYS);
	const context = await contextOf(store, key, options);
	let count = 0;
	async function* judged(): AsyncGenerator<readonly JudgedRow[]> {
		for await (const batch of store.readDay(key, options.signal)) {
			throwIfAborted(options.signal);
			count += batch.length;
			yield batch.map(({ header, observations }) => ({
				header,
				verdict: judgeMeasurement(
					{ header, observations },
					context,
					options.ruleset,
				),
			}));
		}
	}
	await store.writeJudged(key, judged(), run, input);
	return count;
}

/** What a day's measurements are held against: reference data, and what networks and instruments showed in the week up to the day. */
async function contextOf(
	store: Store,
	key: DayKey,
	options: JudgeOptions,
): Promise<JudgeContext> {
	const since = addDays(key.day, -CONTROL_DAYS);
	const until = addDays(key.day, 1);
	const { signal } = options;
	const [rows, speeds, instruments] = [
		await all(store.readControlWindow(key.world, since, until), signal),
		await all(store.readSpeedWindow(key.world, since, until), signal),
		await all(store.readInstrumentWindow(key.world, since, until), signal),
	];
	return {
		reference: options.reference,
		networks: buildNetworkControl(rows, speeds),
		validity: buildValidity(instruments),
	};
}

async function all<Row>(
	batches: AsyncIterable<readonly Row[]>,
	signal: AbortSignal | undefined,
): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for await (const batch of batches) {
		throwIfAborted(signal);
		for (const row of batch) rows.push(row);
	}
	return rows;
}
