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
	type NetworkControlRow,
	type Ruleset,
} from "../judge/verdicts/index.ts";
import type { World } from "../model/index.ts";
import type { ReferenceSnapshot } from "../reference/index.ts";
import type { DayKey, JudgedRow, RunKey, Store } from "../store/index.ts";

/** Days before a measurement's own from which the networks' control is taken. Provisional. */
export const CONTROL_DAYS = 7;
const WORLDS: readonly World[] = ["real", "emulated"];

export interface JudgeOptions {
	readonly reference: ReferenceSnapshot;
	/** The rules that ship, where not given. */
	readonly ruleset?: Ruleset | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
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
	let measurements = 0;
	for (const [done, key] of keys.entries()) {
		throwIfAborted(options.signal);
		progress.update({ done, total: keys.length, unit: "days", note: key.day });
		measurements += await judgeDay(store, key, run, options);
	}
	if (keys.length > 0) await store.finishRun(run);
	return { run, days: keys.length, measurements };
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
export async function contextOf(
	store: Pick<Store, "readControlWindow">,
	key: DayKey,
	options: Pick<JudgeOptions, "reference" | "signal">,
): Promise<JudgeContext> {
	const rows: NetworkControlRow[] = [];
	for await (const batch of store.readControlWindow(
		key.world,
		addDays(key.day, -CONTROL_DAYS),
		addDays(key.day, 1),
	)) {
		throwIfAborted(options.signal);
		rows.push(...batch);
	}
	return {
		reference: options.reference,
		networks: buildNetworkControl(rows),
		validity: buildValidity(),
	};
}
