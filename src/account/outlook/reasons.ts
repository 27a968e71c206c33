/** Why a day is more or less likely, in sentences made from counts of the record. No row is "not documented", never "not cut". */

import { RECENT_DAYS } from "./baselines.ts";
import type { Calendar, DayOccasion, OccasionPart } from "./calendar.ts";
import type { Coverage } from "./coverage.ts";
import { fromDayNumber } from "./days.ts";
import type { OutlookKind } from "./onsets.ts";
import { recencyAfter } from "./recency.ts";
import type { OutlookRun } from "./run.ts";

/** How often an occasion saw an onset, as far as is documented. */
export interface OccasionCount {
	readonly occasionId: string;
	readonly name: string;
	/** Times it was held in the days covered, and those with an onset documented on one of its days. */
	readonly heldCount: number;
	readonly heldWithOnsetCount: number;
	readonly firstYear: number;
	/** Onset days that fell on it. */
	readonly onsetDayCount: number;
}

export const KIND_NAMES: Readonly<Record<OutlookKind, string>> = {
	any: "a restriction",
	cut: "a cut of the network",
	service: "a block or slowing of services",
	full_shutdown: "a full shutdown",
	regional_shutdown: "a shutdown of an area",
	mobile_data_shutdown: "a cut of mobile service",
	service_block: "a block of a service",
	throttling: "a slowing",
};

const PART_WORDS: Readonly<Record<OccasionPart, string>> = {
	before: "the days before",
	eve: "the eve",
	day: "the day itself",
	after: "the days after",
};

/** Counts every occasion over the days covered. */
export function countOccasions(
	calendar: Calendar,
	onsetDays: ReadonlySet<number>,
	covered: Pick<Coverage, "since" | "until">,
): readonly OccasionCount[] {
	const counts = new Map<string, OccasionCount>();
	for (const { occasion, first, last } of calendar.holdings) {
		const [from, to] = [first + occasion.firstDay, last + occasion.lastDay];
		if (from < covered.since || to >= covered.until) continue;
		let onsetDayCount = 0;
		for (let day = from; day <= to; day++)
			if (onsetDays.has(day)) onsetDayCount++;
		const before = counts.get(occasion.id);
		counts.set(occasion.id, {
			occasionId: occasion.id,
			name: occasion.name,
			heldCount: (before?.heldCount ?? 0) + 1,
			heldWithOnsetCount:
				(before?.heldWithOnsetCount ?? 0) + (onsetDayCount > 0 ? 1 : 0),
			firstYear: before?.firstYear ?? Number(fromDayNumber(first).slice(0, 4)),
			onsetDayCount: (before?.onsetDayCount ?? 0) + onsetDayCount,
		});
	}
	return [...counts.values()];
}

/** A sentence on an occasion of a day. */
export function occasionReason(
	{ occasion, part, weight }: DayOccasion,
	counts: readonly OccasionCount[],
	kind: OutlookKind,
): string {
	const count = counts.find(({ occasionId }) => occasionId === occasion.id);
	const when = `${occasion.name}: ${PART_WORDS[part]}${weight < 0.995 ? `, with a chance of ${Math.round(weight * 100)}% that the date falls so` : ""}.`;
	if (!count)
		return `${when} It was not held in the days that the record covers.`;
	return `${when} Of ${count.heldCount} times it was held since ${count.firstYear}, ${count.heldWithOnsetCount} saw the onset of ${KIND_NAMES[kind]} that is documented; of the others none is documented.`;
}

/** Onset days that a list covers: of others nobody knows how many there were. */
export function onsetDaysOf({
	history,
	covered,
}: Pick<OutlookRun, "history" | "covered">): ReadonlySet<number> {
	return new Set(
		history.onsets
			.map(({ on }) => on)
			.filter((on) => !covered || (on >= covered.since && on < covered.until)),
	);
}

/** Sentences on how soon after the last onset the day after `origin` is, with how such days were. */
export function recencyReasons(
	run: OutlookRun,
	origin: number,
): readonly string[] {
	const { covered, recent } = run;
	if (!covered) return [];
	const onsetDays = onsetDaysOf(run);
	return recencyAfter(recent, origin).map((word) => {
		let [dayCount, onsetCount] = [0, 0];
		for (let day = covered.since; day <= origin; day++) {
			if (!recencyAfter(recent, day - 1).includes(word)) continue;
			dayCount++;
			if (onsetDays.has(day)) onsetCount++;
		}
		return `A day ${word}: ${onsetCount} of ${dayCount} such days have an onset documented.`;
	});
}

/** A sentence on the days that the average is made from. */
export function levelReason(run: OutlookRun): string {
	const { covered } = run;
	if (!covered) return "";
	const since = Math.max(covered.since, covered.until - RECENT_DAYS);
	const count = [...onsetDaysOf(run)].filter((day) => day >= since).length;
	return `Of the last ${covered.until - since} days covered, ${count} have an onset documented.`;
}
