/**
 * Declines over weeks and months, which a level that follows the value never
 * sees: the median of the last two weeks against that of a season before.
 * Days inside a drop are left out on both sides.
 */
import { medianOf, medianWithin } from "./median.ts";
import type { Drop, ValueChangepoint, ValueColumns } from "./value-types.ts";

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
	columns: ValueColumns,
	drops: readonly Pick<Drop, "fromIndex" | "toIndex">[],
): readonly ValueChangepoint[] {
	const days = dailyMedians(columns, drops);
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
	readonly count: number;
	readonly median: number;
}

function dailyMedians(
	{ hours, values }: ValueColumns,
	drops: readonly Pick<Drop, "fromIndex" | "toIndex">[],
): readonly Day[] {
	const days: Day[] = [];
	let kept = new Float64Array(0);
	let drop = 0;
	for (let from = 0, to = 0; from < hours.length; from = to) {
		const day = Math.floor((hours[from] as number) / DAY);
		const end = (day + 1) * DAY;
		while (to < hours.length && (hours[to] as number) < end) to++;
		if (kept.length < to - from) kept = new Float64Array(to - from);
		let count = 0;
		for (let i = from; i < to; i++) {
			while ((drops[drop]?.toIndex ?? Number.POSITIVE_INFINITY) <= i) drop++;
			if ((drops[drop]?.fromIndex ?? Number.POSITIVE_INFINITY) > i)
				kept[count++] = values[i] as number;
		}
		if (count > 0) days.push({ day, count, median: medianWithin(kept, count) });
	}
	const usual = medianOf(days.map(({ count }) => count));
	// A day of few samples shows the hour of day, not the day.
	return days.filter(({ count }) => count >= usual / 2);
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
