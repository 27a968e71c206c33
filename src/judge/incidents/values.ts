/**
 * Value series (traffic, reachable blocks, users): drops below a seasonal
 * expectation, with their depth, their end, and whether the value came back
 * in part only. Declines too slow for that are found by `slope.ts`.
 */
import { placeChange } from "./brackets.ts";
import {
	CLEAR_LOG_ODDS,
	filterLevels,
	type Levels,
	RAISE_LOG_ODDS,
} from "./level-shift.ts";
import { medianWithin } from "./median.ts";
import { SHORT_WARM_UP_DAYS, WARM_UP_DAYS } from "./seasonal.ts";
import { findSlopes } from "./slope.ts";
import type { Direction } from "./types.ts";
import type {
	Drop,
	ValueColumns,
	ValueDetection,
	ValuePoint,
	ValueSegment,
} from "./value-types.ts";

/** Samples that must show a drop, or its end. */
const LEAST_SAMPLES = 3;
/** Below this part of what is expected, a value counts as gone. */
const GONE = 0.1;
/** A drop is partly restored when its last day misses less than this part of what its deepest day missed. */
const RESTORED_PART = 0.6;

/** A series that ends before the season can be known tells only falls below this part of what its first days showed. Provisional. */
const SHORT_SERIES_DAYS = 21;
const SHORT_SERIES_LEFT = 0.6;

/** A fall of less than this part is not told, however steady the signal. Provisional. */
const LEAST_DEPTH = 0.08;
/**
 * What follows the hours and days follows days off as well: where there is a
 * season, a fall of less than this part is told when it has outlasted a long
 * holiday. Provisional.
 */
const SEASON_SWING = 0.05;
const HOLIDAY_DEPTH = 0.25;
const HOLIDAY_HOURS = 5 * 24;

/** Detects over points in order of time. */
export function detectValues(points: readonly ValuePoint[]): ValueDetection {
	return detectColumns(columnsOf(points));
}

function columnsOf(points: readonly ValuePoint[]): ValueColumns {
	const hours = new Float64Array(points.length);
	const values = new Float64Array(points.length);
	points.forEach(({ at, value }, i) => {
		hours[i] = at;
		values[i] = value;
	});
	return { hours, values };
}

/** Detects over columns in order of time. Another threshold than ours is for comparisons. */
export function detectColumns(
	columns: ValueColumns,
	raiseLogOdds = RAISE_LOG_ODDS,
): ValueDetection {
	const { hours } = columns;
	if (hours.length < 2) return { segments: [], changepoints: [] };
	const stepHours = stepOf(hours);
	const isShort =
		(hours.at(-1) ?? 0) - (hours[0] ?? 0) < 24 * SHORT_SERIES_DAYS;
	const levels = filterLevels(columns, stepHours, {
		warmUpDays: isShort ? SHORT_WARM_UP_DAYS : WARM_UP_DAYS,
		raiseLogOdds,
	});
	const leastDepth = isShort ? 1 - SHORT_SERIES_LEFT : LEAST_DEPTH;
	const drops = findDrops(hours, levels, stepHours, raiseLogOdds).flatMap(
		(drop) => {
			const depth = depthOf(levels.ratio, drop.fromIndex, drop.toIndex);
			if (depth < leastDepth) return [];
			return levels.swing > SEASON_SWING && depth < HOLIDAY_DEPTH
				? pastHoliday(drop, hours)
				: [drop];
		},
	);
	const slopes = findSlopes(columns, drops);
	const changepoints = [
		...drops.flatMap(({ onset, ending }) =>
			ending ? [onset, ending] : [onset],
		),
		...slopes,
	].sort((a, b) => a.at - b.at);
	return { segments: cut(hours, levels, drops, stepHours), changepoints };
}

/** The drop, told no sooner than a holiday would have ended; none where it ended before that. */
function pastHoliday(drop: Drop, hours: Float64Array): readonly Drop[] {
	const { onset, ending } = drop;
	const toldAt = onset.at + HOLIDAY_HOURS;
	if ((ending?.at ?? hours.at(-1) ?? 0) < toldAt) return [];
	const detectableAt = Math.max(onset.detectableAt, toldAt);
	return [{ ...drop, onset: { ...onset, detectableAt } }];
}

function stepOf(hours: Float64Array): number {
	const steps = new Float64Array(hours.length - 1);
	for (let i = 0; i < steps.length; i++)
		steps[i] = (hours[i + 1] as number) - (hours[i] as number);
	return medianWithin(steps, steps.length);
}

/** Part of what was expected that is missing in the middle of the stretch's samples. */
function depthOf(ratio: Float64Array, from: number, to: number): number {
	const known = ratio.slice(from, to).filter((part) => !Number.isNaN(part));
	return known.length === 0 ? 0 : 1 - medianWithin(known, known.length);
}

function findDrops(
	hours: Float64Array,
	levels: Levels,
	stepHours: number,
	raiseLogOdds: number,
): readonly Drop[] {
	const { length, logOdds } = levels;
	const alarms = raise(logOdds, raiseLogOdds);
	const drops: Drop[] = [];
	const indexOf = (alarm: number): number => alarms[alarm]?.index ?? length;
	const place = (
		alarm: number,
		direction: Direction,
		start: number,
		probability: (index: number) => number,
	) => {
		const raised = alarms[alarm] as Raised;
		const bracket = placeChange(
			hours,
			probability,
			raised.index,
			start,
			indexOf(alarm + 1),
			stepHours,
		);
		return (
			bracket && {
				index: bracket.index,
				changepoint: {
					direction,
					kind: "level" as const,
					at: hours[bracket.index] ?? 0,
					earliest: Math.max(bracket.earliest - stepHours, hours[0] ?? 0),
					latest: bracket.latest,
					detectableAt: hours[raised.index] ?? 0,
					logOdds: raised.logOdds,
				},
			}
		);
	};
	const isLower = (t: number): number => levels.lower[t] ?? 0;
	// A fall is not yet there in a sample of which next to nothing is missing, whatever follows.
	const isDeep = (t: number): number =>
		(levels.ratio[t] ?? 0) > 1 - LEAST_DEPTH ? 0 : (levels.deep[t] ?? 0);
	let from = 0;
	for (let i = 0; i < alarms.length; i += 2) {
		const first = i;
		let onset = place(i, "onset", from, isLower);
		if (!onset) continue;
		let ending: ReturnType<typeof place>;
		// An ending that later data refute is none: the drop goes on to the next.
		for (; !ending && i + 1 < alarms.length; i += 2)
			ending = place(i + 1, "ending", onset.index, (t) => 1 - isLower(t));
		if (ending) i -= 2;
		const toIndex = ending?.index ?? length;
		// A sag before a fall that told at once is not its start.
		if (isDeep(alarms[first]?.index ?? 0) > 0.5)
			onset = place(first, "onset", from, isDeep) ?? onset;
		from = ending?.index ?? onset.index;
		drops.push({
			onset: onset.changepoint,
			ending: ending?.changepoint,
			fromIndex: onset.index,
			toIndex,
		});
	}
	return drops;
}

interface Raised {
	readonly index: number;
	logOdds: number;
}

/** Alternating raises and clearings, each with samples enough behind it. */
function raise(logOdds: Float64Array, raiseLogOdds: number): readonly Raised[] {
	const alarms: Raised[] = [];
	let samples = 0;
	for (let t = 0; t < logOdds.length; t++) {
		const isRaised = alarms.length % 2 === 1;
		const forChange = (isRaised ? -1 : 1) * (logOdds[t] ?? 0);
		const last = alarms.at(-1);
		if (last) last.logOdds = Math.max(last.logOdds, -forChange);
		samples = forChange > 0 ? samples + 1 : 0;
		if (
			forChange < (isRaised ? CLEAR_LOG_ODDS : raiseLogOdds) ||
			samples < LEAST_SAMPLES
		)
			continue;
		alarms.push({ index: t, logOdds: forChange });
		samples = 0;
	}
	return alarms;
}

function cut(
	hours: Float64Array,
	{ lower, ratio, length }: Levels,
	drops: readonly Drop[],
	stepHours: number,
): readonly ValueSegment[] {
	const bounds = [
		0,
		...drops.flatMap(({ fromIndex, toIndex }) => [fromIndex, toIndex]),
		length,
	];
	const end = (hours[length - 1] ?? 0) + stepHours;
	const segments: ValueSegment[] = [];
	for (let i = 0; i + 1 < bounds.length; i++) {
		const from = bounds[i] as number;
		const to = bounds[i + 1] as number;
		if (from >= to) continue;
		const isDrop = i % 2 === 1;
		const depth = isDrop ? depthOf(ratio, from, to) : 0;
		const sure = lower.subarray(from, to).reduce((sum, one) => sum + one, 0);
		segments.push({
			state: !isDrop ? "ok" : depth > 1 - GONE ? "blocked" : "partly",
			since: hours[from] ?? 0,
			until: to < length ? (hours[to] ?? end) : end,
			probability: isDrop ? sure / (to - from) : 1 - sure / (to - from),
			depth,
			restoredPartially:
				isDrop && isPartlyRestored(ratio.subarray(from, to), stepHours),
			openEnd: to === length,
		});
	}
	return segments;
}

/** Compares the drop's last day with its deepest, counted back from the last. */
function isPartlyRestored(ratios: Float64Array, stepHours: number): boolean {
	const day = Math.max(LEAST_SAMPLES, Math.round(24 / stepHours));
	const last = depthOf(ratios, ratios.length - day, ratios.length);
	let deepest = 0;
	for (let end = ratios.length - day; end >= day; end -= day)
		deepest = Math.max(deepest, depthOf(ratios, end - day, end));
	return last < RESTORED_PART * deepest;
}
