/**
 * Clocks: days from one turning point of a restriction to another, and how
 * long it went on past the expiry of the order that it rested on. All of them
 * are counted from entries, in calendar days of the place.
 */
import type { RecordEntry } from "./entry.ts";
import {
	type DayCount,
	daysBetween,
	hoursPast,
	type RecordTime,
} from "./time.ts";
import {
	type Point,
	type TurningPoint,
	type TurningPoints,
	turningPoints,
} from "./turning-points.ts";

/** Clock, from which point, to which. Ids are public: never renamed. */
export const CLOCKS = [
	["start_to_first_user_reports", "start", "user_report"],
	["start_to_first_measurement", "start", "measurement_by_others"],
	["start_to_first_official_word", "start", "official_word"],
	["start_to_first_denial", "start", "denial"],
	["start_to_ministerial_denial", "start", "ministerial_denial"],
	["start_to_first_acknowledgement", "start", "acknowledgement"],
	[
		"start_to_first_ministerial_acknowledgement",
		"start",
		"ministerial_acknowledgement",
	],
	[
		"start_to_acknowledgement_on_court_record",
		"start",
		"acknowledgement_in_court",
	],
	["start_to_reasoned_written_justification", "start", "written_reasons"],
	["start_to_first_court_order", "start", "court_order"],
	["start_to_first_order_with_deadline", "start", "order_with_deadline"],
	["start_to_first_deadline_missed", "start", "deadline_missed"],
	["start_to_restoration", "start", "restoration"],
	["first_court_order_to_restoration", "court_order", "restoration"],
	[
		"first_order_with_deadline_to_restoration",
		"order_with_deadline",
		"restoration",
	],
] as const satisfies readonly (readonly [string, Point, Point])[];
export type ClockId = (typeof CLOCKS)[number][0];

export interface ClockReading {
	readonly clock: ClockId;
	/** Undefined where one of the points is not on the record. */
	readonly days: DayCount | undefined;
	readonly from: TurningPoint | undefined;
	readonly to: TurningPoint | undefined;
}

/** Every clock of one restriction, from the entries about it. */
export function readClocks(
	entries: readonly RecordEntry[],
	points: TurningPoints = turningPoints(entries),
): readonly ClockReading[] {
	return CLOCKS.map(([clock, a, b]) => {
		const [from, to] = [points[a], points[b]];
		return {
			clock,
			days: from && to && daysBetween(from.when, to.when),
			from,
			to,
		};
	});
}

export interface Overrun {
	/** The order's entry. */
	readonly entry: string;
	readonly expiry: RecordTime;
	readonly ended: RecordTime;
	/** Whether measurements or the record gave the end. */
	readonly basis: "measured" | "reported";
	/** Hours past the expiry; both below zero where it ended before. */
	readonly leastHours: number;
	readonly mostHours: number;
}

/** How long a restriction went on past the expiry of each order that was not extended or replaced. A measured end goes before a reported one. */
export function overrunsOf(
	entries: readonly RecordEntry[],
	measuredEnd?: RecordTime,
): readonly Overrun[] {
	const ended = measuredEnd ?? turningPoints(entries).restoration?.when;
	if (!ended) return [];
	const superseded = new Set(
		entries.flatMap(({ order }) => [order?.extends, order?.replaces]),
	);
	return entries.flatMap(({ id, order }) => {
		const expiry = order?.expiry;
		if (!expiry || superseded.has(id)) return [];
		return [
			{
				entry: id,
				expiry,
				ended,
				basis: measuredEnd ? ("measured" as const) : ("reported" as const),
				...hoursPast(expiry, ended),
			},
		];
	});
}
