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
import { medianOf, SHORT_WARM_UP_DAYS, WARM_UP_DAYS } from "./seasonal.ts";
import { findSlopes } from "./slope.ts";
import type { Direction } from "./types.ts";
import type {
	Drop,
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

/** Detects over points in order of time. */
export function detectValues(points: readonly ValuePoint[]): ValueDetection {
	if (points.length < 2) return { segments: [], changepoints: [] };
	const stepHours = medianOf(
		points.slice(1).map(({ at }, i) => at - (points[i]?.at ?? at)),
	);
	const hours = points.map(({ at }) => at);
	const isShort =
		(hours.at(-1) ?? 0) - (hours[0] ?? 0) < 24 * SHORT_SERIES_DAYS;
	const levels = filterLevels(
		points,
		stepHours,
		isShort ? SHORT_WARM_UP_DAYS : WARM_UP_DAYS,
	);
	const drops = findDrops(hours, levels, stepHours).filter(
		({ fromIndex, toIndex }) =>
			!isShort ||
			medianOf(Array.from(levels.ratio.subarray(fromIndex, toIndex))) <
				SHORT_SERIES_LEFT,
	);
	const slopes = findSlopes(points, drops);
	const changepoints = [
		...drops.flatMap(({ onset, ending }) =>
			ending ? [onset, ending] : [onset],
		),
		...slopes,
	].sort((a, b) => a.at - b.at);
	return { segments: cut(hours, levels, drops, stepHours), changepoints };
}

function findDrops(
	hours: readonly number[],
	levels: Levels,
	stepHours: number,
): readonly Drop[] {
	const { length, logOdds, lower } = levels;
	const alarms = raise(logOdds, length);
	const drops: Drop[] = [];
	const place = (
		raised: Raised,
		direction: Direction,
		start: number,
		to: number,
	) => {
		const bracket = placeChange(
			hours,
			(t) => (direction === "onset" ? (lower[t] ?? 0) : 1 - (lower[t] ?? 0)),
			raised.index,
			start,
			to,
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
	const indexOf = (alarm: number): number => alarms[alarm]?.index ?? length;
	let from = 0;
	for (let i = 0; i < alarms.length; i += 2) {
		const onset = place(alarms[i] as Raised, "onset", from, indexOf(i + 1));
		if (!onset) continue;
		let ending: ReturnType<typeof place>;
		// An ending that later data refute is none: the drop goes on to the next.
		for (; !ending && i + 1 < alarms.length; i += 2)
			ending = place(
				alarms[i + 1] as Raised,
				"ending",
				onset.index,
				indexOf(i + 2),
			);
		if (ending) i -= 2;
		from = ending?.index ?? onset.index;
		drops.push({
			onset: onset.changepoint,
			ending: ending?.changepoint,
			fromIndex: onset.index,
			toIndex: ending?.index ?? length,
		});
	}
	return drops;
}

interface Raised {
	readonly index: number;
	logOdds: number;
}

/** Alternating raises and clearings, each with samples enough behind it. */
function raise(logOdds: Float64Array, length: number): readonly Raised[] {
	const alarms: Raised[] = [];
	let samples = 0;
	for (let t = 0; t < length; t++) {
		const isRaised = alarms.length % 2 === 1;
		const forChange = (isRaised ? -1 : 1) * (logOdds[t] ?? 0);
		const last = alarms.at(-1);
		if (last) last.logOdds = Math.max(last.logOdds, -forChange);
		samples = forChange > 0 ? samples + 1 : 0;
		if (
			forChange < (isRaised ? CLEAR_LOG_ODDS : RAISE_LOG_ODDS) ||
			samples < LEAST_SAMPLES
		)
			continue;
		alarms.push({ index: t, logOdds: forChange });
		samples = 0;
	}
	return alarms;
}

function cut(
	hours: readonly number[],
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
		const ratios = Array.from(ratio.subarray(from, to));
		const depth = isDrop ? 1 - medianOf(ratios) : 0;
		const sure = lower.subarray(from, to).reduce((sum, one) => sum + one, 0);
		segments.push({
			state: !isDrop ? "ok" : depth > 1 - GONE ? "blocked" : "partly",
			since: hours[from] ?? 0,
			until: to < length ? (hours[to] ?? end) : end,
			probability: isDrop ? sure / (to - from) : 1 - sure / (to - from),
			depth,
			restoredPartially: isDrop && isPartlyRestored(ratios, stepHours),
			openEnd: to === length,
		});
	}
	return segments;
}

/** Compares the drop's last day with its deepest. */
function isPartlyRestored(
	ratios: readonly number[],
	stepHours: number,
): boolean {
	const day = Math.max(LEAST_SAMPLES, Math.round(24 / stepHours));
	if (ratios.length < 2 * day) return false;
	let deepest = 1;
	for (let i = 0; i + day <= ratios.length; i++)
		deepest = Math.min(deepest, medianOf(ratios.slice(i, i + day)));
	const last = medianOf(ratios.slice(-day));
	return 1 - last < RESTORED_PART * (1 - deepest);
}
