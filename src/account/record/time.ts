/**
 * When something in the record happened: what the source gives, how exact it
 * is, and where the clocks were. "17 February" in Lahore is a day that begins
 * at 19:00 UTC on the 16th.
 */
import { formatInstant } from "../../base/index.ts";
import { START_PRECISIONS } from "./types.ts";
import { dayIn, instantsOf } from "./zones.ts";

export const TIME_PRECISIONS = [...START_PRECISIONS, "forecast"] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

export interface RecordTime {
	/** ISO 8601 from a year to a minute; with `Z` or an offset, or of local time. */
	readonly date: string;
	readonly precision: TimePrecision;
	/** IANA zone; absent where the country has several and the source names none. */
	readonly zone?: string | undefined;
}

/** Instants between which it lies, the second one not included. No `since`: on or before. */
export interface Interval {
	readonly since: string | undefined;
	readonly until: string;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Asking a zone's clocks is slow, and the same times are compared again and again. */
const intervals = new WeakMap<RecordTime, Interval>();

/** When it was, in UTC. */
export function intervalOf(time: RecordTime): Interval {
	let interval = intervals.get(time);
	if (interval === undefined) {
		interval = findInterval(time);
		intervals.set(time, interval);
	}
	return interval;
}

function findInterval(time: RecordTime): Interval {
	const [first, last] = localSpan(time);
	const fixed = /(?:Z|[+-]\d\d:\d\d)$/.exec(
		time.date.includes("T") ? time.date : "",
	)?.[0];
	const shift = fixed === undefined ? undefined : offsetMs(fixed);
	const [earliest, latest] =
		shift === undefined
			? [instantsOf(first, time.zone)[0], instantsOf(last, time.zone)[1]]
			: [first - shift, last - shift];
	return {
		since:
			time.precision === "on_or_before"
				? undefined
				: formatInstant(new Date(earliest)),
		until: formatInstant(new Date(latest)),
	};
}

/** First and last moment by the local clocks, as if they showed UTC; the second is not included. */
function localSpan({ date, precision }: RecordTime): readonly [number, number] {
	const start = Date.parse(
		`${date.slice(0, 4)}-${date.slice(5, 7) || "01"}-${date.slice(8, 10) || "01"}T${date.slice(11, 16) || "00:00"}:00Z`,
	);
	const day = new Date(start);
	const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
	if (precision === "year" || date.length === 4)
		return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
	if (precision === "month" || date.length === 7)
		return [Date.UTC(year, month), Date.UTC(year, month + 1)];
	if (precision === "week") return [start, start + 7 * DAY_MS];
	if (!date.includes("T")) return [start, start + DAY_MS];
	return [start, start + (precision === "hour" ? HOUR_MS : MINUTE_MS)];
}

function offsetMs(offset: string): number {
	if (offset === "Z") return 0;
	const sign = offset.startsWith("-") ? -1 : 1;
	return (
		sign *
		(Number(offset.slice(1, 3)) * HOUR_MS +
			Number(offset.slice(4, 6)) * MINUTE_MS)
	);
}

/** The first and the last calendar day, by the clocks of the place, that it may lie on. */
export function localDays(
	time: RecordTime,
): readonly [first: string, last: string] {
	if (time.date.endsWith("Z") && time.zone !== undefined) {
		const day = dayIn(time.zone, Date.parse(time.date));
		return [day, day];
	}
	const [first, last] = localSpan(time);
	return [first, last - 1].map((ms) =>
		new Date(ms).toISOString().slice(0, 10),
	) as [string, string];
}

/** Calendar days from one time to another: one number where both are exact to the day, else the bounds. */
export interface DayCount {
	readonly least: number;
	readonly most: number;
	/** One of the dates is inferred, a prediction, or a latest possible one. */
	readonly approximate: boolean;
}

const INEXACT: readonly TimePrecision[] = [
	"approximate",
	"on_or_before",
	"forecast",
];

export function daysBetween(from: RecordTime, to: RecordTime): DayCount {
	const [a, b] = [localDays(from), localDays(to)];
	return {
		least: dayNumber(b[0]) - dayNumber(a[1]),
		most: dayNumber(b[1]) - dayNumber(a[0]),
		approximate: [from, to].some(({ precision }) =>
			INEXACT.includes(precision),
		),
	};
}

function dayNumber(day: string): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

const hours = (since: string, until: string): number =>
	(Date.parse(until) - Date.parse(since)) / HOUR_MS;

/** Hours from one time to another, at least and at most; the first is below zero where the second may come first. */
export function hoursBetween(
	from: RecordTime,
	to: RecordTime,
): { readonly leastHours: number; readonly mostHours: number } {
	const [a, b] = [intervalOf(from), intervalOf(to)];
	return {
		leastHours: hours(a.until, b.since ?? b.until),
		mostHours: hours(a.since ?? a.until, b.until),
	};
}

/** Hours from the end of one time to another: an order "until the 5th" covers that day. */
export function hoursPast(
	from: RecordTime,
	to: RecordTime,
): { readonly leastHours: number; readonly mostHours: number } {
	const [a, b] = [intervalOf(from), intervalOf(to)];
	return {
		leastHours: hours(a.until, b.since ?? b.until),
		mostHours: hours(a.until, b.until),
	};
}

/** Whether two times, from `since` to `until` each, have a moment in common. */
export function overlap(a: Interval, b: Interval): boolean {
	const begins = ({ since }: Interval): number =>
		since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since);
	return begins(a) < Date.parse(b.until) && begins(b) < Date.parse(a.until);
}

/** From the beginning of the first time to the end of the second. */
export function spanOf(since: RecordTime, until: RecordTime): Interval {
	return { since: intervalOf(since).since, until: intervalOf(until).until };
}

/** Orders by when it may have begun; what has no beginning counts from its date. */
export function compareTimes(a: RecordTime, b: RecordTime): number {
	return startMs(a) - startMs(b);
}

/** When it may have begun, in milliseconds. */
export function startMs(time: RecordTime): number {
	return Date.parse(
		intervalOf(
			time.precision === "on_or_before" ? { ...time, precision: "day" } : time,
		).since ?? "",
	);
}
