/**
 * Step changes in one country's speed against its neighbours': difference in
 * differences on the logarithm of a daily median, as M-Lab's NDT gives it.
 * What slows everywhere (a change of the test, of servers, of a season) drops
 * out; what is left is the country's own. The neighbours' middle stands for
 * what would have been, so that one neighbour's trouble moves nothing.
 */
import { formatInstant } from "../../base/index.ts";
import type { Signal } from "../../model/index.ts";

const DAY_SECONDS = 86_400;
/** Days compared on either side of a step, and the days with data that each needs. Provisional. */
const SIDE_DAYS = 28;
const LEAST_DAYS = 14;
/** A step counts from this part of the speed on, and from so many robust standard errors. Provisional. */
const LEAST_STEP = 0.15;
const LEAST_ERRORS = 6;
/** Below this many neighbours on a day there is no comparison. */
const LEAST_NEIGHBOURS = 2;

export interface SpeedStep {
	/** First day of the new speed. */
	readonly startedAt: string;
	/** Part of the speed lost against the neighbours; negative: gained. */
	readonly loss: number;
	/** Size of the step in robust standard errors. */
	readonly errors: number;
	readonly neighbours: number;
	/** Slower than its neighbours from then on; what slowed it is not said. */
	readonly finding: "suspicion";
}

/** Finds steps in a daily signal against the same signal of neighbours. */
export function findSpeedSteps(
	own: Signal,
	neighbours: readonly Signal[],
): readonly SpeedStep[] {
	const others = neighbours.map(logByDay);
	const gaps: { readonly day: number; readonly gap: number }[] = [];
	for (const [day, log] of logByDay(own)) {
		const theirs = others.flatMap((one) => one.get(day) ?? []);
		if (theirs.length >= LEAST_NEIGHBOURS)
			gaps.push({ day, gap: log - middleOf(theirs) });
	}
	const steps: SpeedStep[] = [];
	let rest = gaps.flatMap(({ day }) => stepAt(gaps, day) ?? []);
	// The clearest first; its own surroundings show it too, and are no more steps.
	while (rest.length > 0) {
		const best = rest.reduce((a, b) => (b.errors > a.errors ? b : a));
		steps.push({
			startedAt: formatInstant(new Date(best.day * DAY_SECONDS * 1000)),
			loss: Number((1 - Math.exp(best.change)).toFixed(3)),
			errors: Number(best.errors.toFixed(1)),
			neighbours: neighbours.length,
			finding: "suspicion",
		});
		rest = rest.filter(({ day }) => Math.abs(day - best.day) > SIDE_DAYS);
	}
	return steps.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

function stepAt(
	gaps: readonly { readonly day: number; readonly gap: number }[],
	day: number,
) {
	const before: number[] = [];
	const after: number[] = [];
	for (const one of gaps)
		if (one.day >= day - SIDE_DAYS && one.day < day) before.push(one.gap);
		else if (one.day >= day && one.day < day + SIDE_DAYS) after.push(one.gap);
	if (Math.min(before.length, after.length) < LEAST_DAYS) return undefined;
	const change = middleOf(after) - middleOf(before);
	const error = Math.hypot(errorOf(before), errorOf(after));
	const errors = Math.abs(change) / Math.max(error, 1e-3);
	return Math.abs(change) >= -Math.log(1 - LEAST_STEP) && errors >= LEAST_ERRORS
		? { day, change, errors }
		: undefined;
}

/** Standard error of a median, by the median absolute deviation. */
function errorOf(values: readonly number[]): number {
	const middle = middleOf(values);
	const spread = middleOf(values.map((value) => Math.abs(value - middle)));
	return (1.253 * 1.4826 * spread) / Math.sqrt(values.length);
}

function logByDay({ points }: Signal): ReadonlyMap<number, number> {
	const days = new Map<number, number>();
	for (const { at, reading } of points)
		if (typeof reading === "number" && reading > 0)
			days.set(Math.floor(at / DAY_SECONDS), Math.log(reading));
	return days;
}

function middleOf(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const high = sorted[middle] ?? 0;
	return sorted.length % 2 === 1
		? high
		: ((sorted[middle - 1] ?? high) + high) / 2;
}
