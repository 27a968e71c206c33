/**
 * Rises of demand against a list of dated events: what the detector and a
 * plain z-score tell at each threshold, how much of it lies near a listed
 * restriction, near something innocent, or near nothing, and how large the
 * rise at each event was. A rise is a suspicion (P10): the list is not
 * complete, so that a day without an event is no proof that nothing happened.
 */
import {
	detectColumns,
	type ValueColumns,
} from "../../judge/incidents/index.ts";
import type { Signal } from "../../model/index.ts";
import { readCsv } from "../../reference/index.ts";
import { type Estimate, shareOf } from "../evaluate/intervals.ts";
import { columnsOfReadings, invert } from "./detect.ts";

const DAY = 24;
/** A rise belongs to an event that began up to so many days before it, or after it. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 1;
/** Days that a z-score compares with, and days without one that end a rise. */
const BASE_DAYS = 28;
const QUIET_DAYS = 3;
/** Days after an event in which its rise is looked for, and the least rise that is seen. */
const RISE_DAYS = 7;
export const VISIBLE_RISE = 1.5;

const LOG_ODDS = [1, 3, 5, 8, 12];
const Z_SCORES = [2, 3, 4, 6, 10, 20];

export interface DatedEvent {
	readonly startedOn: string;
	/** `restriction` and `other` are counted; anything else is only shown. */
	readonly kind: string;
	readonly what: string;
}

export interface EventRise extends DatedEvent {
	/** Highest day of the week from the day before on, over the median of the four weeks before. */
	readonly ratio: number;
	readonly isVisible: boolean;
}

export interface RisesAtThreshold {
	readonly detector: "rasai" | "z-score";
	readonly threshold: number;
	readonly rises: number;
	readonly nearRestriction: number;
	readonly nearOther: number;
	readonly nearNothing: number;
	/** Listed restrictions that a rise is near. */
	readonly met: Estimate | undefined;
	readonly restrictions: number;
}

export interface DemandComparison {
	readonly events: readonly EventRise[];
	readonly thresholds: readonly RisesAtThreshold[];
}

/** Reads a list with the columns `start`, `kind` and `what`; rows without a day are left out. */
export function readEvents(text: string): readonly DatedEvent[] {
	return readCsv(text, ["start", "kind", "what"]).rows.flatMap((row) => {
		const [startedOn, kind, what] = [
			row.get("start"),
			row.get("kind"),
			row.get("what"),
		];
		return !Number.isNaN(Date.parse(startedOn))
			? [{ startedOn, kind, what }]
			: [];
	});
}

/** Compares the rises of a daily signal with the events within it. */
export function compareDemand(
	{ points }: Pick<Signal, "points">,
	listed: readonly DatedEvent[],
): DemandComparison {
	const columns = columnsOfReadings(points);
	const first = (columns.hours[0] ?? 0) / DAY + BASE_DAYS + DAYS_AFTER;
	const last = (columns.hours.at(-1) ?? 0) / DAY;
	const events = listed.filter((event) => {
		const day = dayOf(event);
		return day >= first && day <= last;
	});
	const inverse = invert(columns);
	return {
		events: events.map((event) => riseOf(event, columns)),
		thresholds: [
			...LOG_ODDS.map((threshold) =>
				countRises(
					"rasai",
					threshold,
					detectColumns(inverse, threshold)
						.changepoints.filter(
							({ kind, direction }) =>
								kind === "level" && direction === "onset",
						)
						.map(({ earliest, latest }) => ({
							earliest: earliest / DAY,
							latest: latest / DAY,
						})),
					events,
				),
			),
			...Z_SCORES.map((threshold) =>
				countRises(
					"z-score",
					threshold,
					risesByZScore(columns, threshold),
					events,
				),
			),
		],
	};
}

const dayOf = ({ startedOn }: DatedEvent): number =>
	Math.floor(Date.parse(startedOn) / 86_400_000);

/** Days since 1970 between which a rise began. */
interface Rise {
	readonly earliest: number;
	readonly latest: number;
}

/** Days that stand so many standard deviations over the mean of the four weeks before them. */
function risesByZScore(
	{ hours, values }: ValueColumns,
	threshold: number,
): readonly Rise[] {
	const rises: Rise[] = [];
	let lastHigh = Number.NEGATIVE_INFINITY;
	for (let i = BASE_DAYS; i < values.length; i++) {
		const base = values.subarray(i - BASE_DAYS, i);
		const mean = base.reduce((sum, value) => sum + value, 0) / BASE_DAYS;
		const squares = base.reduce((sum, value) => sum + (value - mean) ** 2, 0);
		const isHigh =
			(values[i] as number) >=
			mean + threshold * Math.sqrt(squares / BASE_DAYS);
		if (!isHigh) continue;
		const day = (hours[i] as number) / DAY;
		if (day - lastHigh > QUIET_DAYS) rises.push({ earliest: day, latest: day });
		lastHigh = day;
	}
	return rises;
}

function countRises(
	detector: RisesAtThreshold["detector"],
	threshold: number,
	rises: readonly Rise[],
	events: readonly DatedEvent[],
): RisesAtThreshold {
	const isNear = (rise: Rise, event: DatedEvent): boolean => {
		const day = dayOf(event);
		return (
			rise.latest >= day - DAYS_AFTER && rise.earliest <= day + DAYS_BEFORE
		);
	};
	const restrictions = events.filter(({ kind }) => kind === "restriction");
	const others = events.filter(({ kind }) => kind === "other");
	const [atRestriction, rest] = split(rises, (rise) =>
		restrictions.some((event) => isNear(rise, event)),
	);
	const [atOther, atNothing] = split(rest, (rise) =>
		others.some((event) => isNear(rise, event)),
	);
	return {
		detector,
		threshold,
		rises: rises.length,
		nearRestriction: atRestriction.length,
		nearOther: atOther.length,
		nearNothing: atNothing.length,
		met: shareOf(
			restrictions.filter((event) => rises.some((rise) => isNear(rise, event)))
				.length,
			restrictions.length,
		),
		restrictions: restrictions.length,
	};
}

function split<T>(
	all: readonly T[],
	test: (one: T) => boolean,
): readonly [T[], T[]] {
	return [all.filter(test), all.filter((one) => !test(one))];
}

function riseOf(event: DatedEvent, { hours, values }: ValueColumns): EventRise {
	const day = dayOf(event);
	const between = (from: number, to: number): Float64Array =>
		values
			.filter((_, i) => {
				const at = (hours[i] as number) / DAY;
				return at >= from && at < to;
			})
			.sort();
	const before = between(day - BASE_DAYS - DAYS_AFTER, day - DAYS_AFTER);
	const highest = between(day - DAYS_AFTER, day + RISE_DAYS).at(-1) ?? 0;
	const ratio = highest / (before[before.length >> 1] ?? Number.NaN);
	return {
		...event,
		ratio: Number(ratio.toFixed(2)),
		isVisible: ratio >= VISIBLE_RISE,
	};
}
