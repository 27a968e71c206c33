/**
 * Declines over weeks and months, which a level that follows the value never
 * sees: the median of the last two weeks against that of a season before.
 * Days inside a drop are left out on both sides.
 */
import { medianOf } from "./seasonal.ts";
import type { Drop, ValueChangepoint, ValuePoint } from "./value-types.ts";

const DAY = 24;
/** Days compared with days this far back. Provisional. */
const RECENT_DAYS = 14;
const REFERENCE_DAYS: readonly [from: number, to: number] = [150, 75];
/** A decline must leave less than this part, and come back above the other to be over: yearly seasons stay within. */
const DECLINED = 0.7;
const RECOVERED = 0.85;
/** Days with data that either side needs. */
const LEAST_DAYS = 10;

export function findSlopes(
	points: readonly ValuePoint[],
	drops: readonly Drop[],
): readonly ValueChangepoint[] {
	const days = dailyMedians(points, drops);
	const slopes: ValueChangepoint[] = [];
	let reference: number | undefined;
	for (let i = 0; i < days.length; i++) {
		const today = days[i] as Day;
		const recent = between(days, today.day - RECENT_DAYS, today.day);
		const past =
			reference ??
			between(
				days,
				today.day - REFERENCE_DAYS[0],
				today.day - REFERENCE_DAYS[1],
			);
		if (recent === undefined || past === undefined) continue;
		const ratio = recent / past;
		const isDeclined = reference !== undefined;
		if (isDeclined ? ratio <= RECOVERED : ratio >= DECLINED) continue;
		const direction = isDeclined ? "ending" : "onset";
		slopes.push(
			slopeChange(direction, days, i, past, slopes.at(-1)?.detectableAt ?? 0),
		);
		reference = isDeclined ? undefined : past;
	}
	return slopes;
}

interface Day {
	readonly day: number;
	readonly median: number;
}

function dailyMedians(
	points: readonly ValuePoint[],
	drops: readonly Drop[],
): readonly Day[] {
	const inDrop = new Uint8Array(points.length);
	for (const { fromIndex, toIndex } of drops)
		inDrop.fill(1, fromIndex, toIndex);
	const byDay = new Map<number, number[]>();
	points.forEach(({ at, value }, i) => {
		if (inDrop[i]) return;
		const day = Math.floor(at / DAY);
		const values = byDay.get(day);
		if (values) values.push(value);
		else byDay.set(day, [value]);
	});
	const counts = [...byDay.values()].map(({ length }) => length);
	const usual = medianOf(counts);
	// A day of few samples shows the hour of day, not the day.
	return [...byDay]
		.filter(([, values]) => values.length >= usual / 2)
		.map(([day, values]) => ({ day, median: medianOf(values) }));
}

/** Median over days in (from, to]; undefined where too few have data. */
function between(
	days: readonly Day[],
	from: number,
	to: number,
): number | undefined {
	const medians: number[] = [];
	for (const { day, median } of days)
		if (day > from && day <= to) medians.push(median);
	return medians.length < LEAST_DAYS ? undefined : medianOf(medians);
}

/** The decline lies between the last day near the reference and the day on which it told. */
function slopeChange(
	direction: ValueChangepoint["direction"],
	days: readonly Day[],
	index: number,
	past: number,
	notBefore: number,
): ValueChangepoint {
	const isOver = (value: number, part: number): boolean =>
		direction === "onset" ? value >= part * past : value <= part * past;
	const last = (part: number): number => {
		for (let i = index; i >= 0; i--) {
			const { day, median } = days[i] as Day;
			if (isOver(median, part) || day * DAY <= notBefore) return day * DAY;
		}
		return (days[0]?.day ?? 0) * DAY;
	};
	const detectableAt = (days[index]?.day ?? 0) * DAY + DAY;
	const [near, half] = direction === "onset" ? [0.97, 0.85] : [0.72, 0.8];
	return {
		direction,
		kind: "slope",
		at: last(half),
		earliest: last(near),
		latest: detectableAt,
		detectableAt,
		logOdds: undefined,
	};
}
