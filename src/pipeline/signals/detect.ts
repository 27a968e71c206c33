/**
 * One signal to its changes: falls below the season, declines over weeks, and
 * rises of what is worse the more there is of it. Each signal keeps its own
 * start, end and depth; none overrules another. No cause is named here.
 */
import { formatInstant } from "../../base/index.ts";
import {
	detectColumns,
	findSlopes,
	type ValueChangepoint,
	type ValueColumns,
	type ValueSegment,
} from "../../judge/incidents/index.ts";
import type { Signal, SignalEntity } from "../../model/index.ts";

const HOUR = 3600;
const DAY_HOURS = 24;
/** A fall that lasts longer may be a slope as well, and does not keep one from being told. */
const LONG_FALL_HOURS = 28 * DAY_HOURS;
/** Days before and after that a slope's depth compares. */
const SLOPE_DAYS = 28;
/** Least value, as part of the median, of which the inverse is taken. */
const LEAST_PART = 0.01;

export interface SignalInterval {
	readonly earliest: string;
	readonly at: string;
	readonly latest: string;
}

export interface SignalChange {
	readonly source: string;
	readonly measure: string;
	readonly entity: SignalEntity;
	readonly access: Signal["access"];
	readonly kind: "fall" | "slope" | "rise";
	readonly start: SignalInterval;
	/** Null: still so at the last reading. */
	readonly end: SignalInterval | null;
	/** Part of the expected value that is missing; of a rise, part of the value that is above it. */
	readonly depth: number;
	readonly restoredPartially: boolean;
	readonly detectableAt: string;
	/** A signal shows that something happened, never why. */
	readonly finding: "outage, cause not established" | "suspicion";
	readonly licence: string;
	readonly verified: boolean;
}

/** Detects over the readings that are values; gaps and unavailable readings widen intervals and are no zeros. */
export function detectSignal(signal: Signal): readonly SignalChange[] {
	const columns = columnsOfReadings(signal.points);
	const isRise = signal.trouble === "rise";
	const { segments, changepoints } = detectColumns(
		isRise ? invert(columns) : columns,
	);
	const falls = segments.filter(({ depth }) => depth > 0);
	const changes = changesOf(
		signal,
		isRise ? "rise" : "fall",
		changepoints.filter(({ kind }) => kind === "level"),
		(start) => falls.find(({ since }) => since === start.at),
	);
	return isRise ? changes : [...changes, ...slopesOf(signal, columns, falls)];
}

/** The readings that are values. */
export function columnsOfReadings(points: Signal["points"]): ValueColumns {
	const hours = new Float64Array(points.length);
	const values = new Float64Array(points.length);
	let count = 0;
	for (const { at, reading } of points)
		if (typeof reading === "number" && reading >= 0) {
			hours[count] = at / HOUR;
			values[count++] = reading;
		}
	return { hours: hours.subarray(0, count), values: values.subarray(0, count) };
}

function slopesOf(
	signal: Signal,
	columns: ValueColumns,
	falls: readonly ValueSegment[],
): readonly SignalChange[] {
	const short = falls.filter(
		({ since, until }) => until - since < LONG_FALL_HOURS,
	);
	const rest = without(columns, short);
	return changesOf(signal, "slope", findSlopes(rest, []), (start, end) => ({
		depth: slopeDepth(rest, start, end),
		restoredPartially: false,
	}));
}

function changesOf(
	signal: Signal,
	kind: SignalChange["kind"],
	changepoints: readonly ValueChangepoint[],
	stretchOf: (
		start: ValueChangepoint,
		end: ValueChangepoint | undefined,
	) => Pick<ValueSegment, "depth" | "restoredPartially"> | undefined,
): readonly SignalChange[] {
	return changepoints.flatMap((start, i) => {
		if (start.direction !== "onset") return [];
		const next = changepoints[i + 1];
		const end = next?.direction === "ending" ? next : undefined;
		const stretch = stretchOf(start, end);
		return [
			{
				source: signal.source,
				measure: signal.measure,
				entity: signal.entity,
				access: signal.access,
				kind,
				start: intervalOf(start),
				end: end ? intervalOf(end) : null,
				depth: Number((stretch?.depth ?? 0).toFixed(3)),
				restoredPartially: stretch?.restoredPartially ?? false,
				detectableAt: instantOfHours(start.detectableAt),
				finding:
					kind === "rise"
						? ("suspicion" as const)
						: ("outage, cause not established" as const),
				licence: signal.licence,
				verified: signal.verified,
			},
		];
	});
}

/** What is left in the last weeks of a slope against the weeks before it. */
function slopeDepth(
	{ hours, values }: ValueColumns,
	start: ValueChangepoint,
	end: ValueChangepoint | undefined,
): number {
	const span = SLOPE_DAYS * DAY_HOURS;
	const until = end?.at ?? hours.at(-1) ?? start.at;
	const mean = (from: number, to: number): number => {
		const inside = values.filter((_, i) => {
			const at = hours[i] as number;
			return at >= from && at <= to;
		});
		return inside.reduce((sum, value) => sum + value, 0) / inside.length;
	};
	const part =
		mean(Math.max(start.latest, until - span), until) /
		mean(start.earliest - span, start.earliest);
	return Number.isFinite(part) ? Math.max(0, 1 - part) : 0;
}

function without(
	{ hours, values }: ValueColumns,
	stretches: readonly ValueSegment[],
): ValueColumns {
	if (stretches.length === 0) return { hours, values };
	const isKept = (_: number, i: number): boolean => {
		const at = hours[i] as number;
		return !stretches.some(({ since, until }) => at >= since && at < until);
	};
	return { hours: hours.filter(isKept), values: values.filter(isKept) };
}

/** Twice as much becomes half as much: the detector knows falls, by their logarithm. */
export function invert({ hours, values }: ValueColumns): ValueColumns {
	const sorted = values.slice().sort();
	const least = LEAST_PART * (sorted[sorted.length >> 1] ?? 0) || LEAST_PART;
	return { hours, values: values.map((value) => 1 / Math.max(least, value)) };
}

function intervalOf(change: ValueChangepoint): SignalInterval {
	return {
		earliest: instantOfHours(change.earliest),
		at: instantOfHours(change.at),
		latest: instantOfHours(change.latest),
	};
}

function instantOfHours(hours: number): string {
	return formatInstant(new Date(Math.round(hours * HOUR) * 1000));
}
