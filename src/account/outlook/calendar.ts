/**
 * A country's occasions day by day: as they could be known before a day
 * (`expectedOn`), and as they were in the end (`actualOn`). A forecast may only
 * ask the first. Elections and the like are taken as known a month ahead,
 * unless their source says since when.
 */
import { toDayNumber } from "./days.ts";
import { dayOfHijri, hijriOf } from "./hijri.ts";
import type { Occasion, StatedDate } from "./occasions.ts";
import { SHIFTS, type Shift, shiftWeights, usualShift } from "./sighting.ts";

/** Which part of an occasion a day is. */
export type OccasionPart = "before" | "eve" | "day" | "after";

/** A day's part in an occasion, with the chance that it is that part. */
export interface DayOccasion {
	readonly occasion: Occasion;
	readonly part: OccasionPart;
	/** Days from the occasion's date. */
	readonly offset: number;
	readonly weight: number;
	/** The chance that a restriction began on an earlier day of it: what comes for the occasion may have come. */
	readonly begun: number;
}

/** One holding of an occasion. */
export interface Holding {
	readonly occasion: Occasion;
	/** Umm al-Qura's day for a Hijri occasion, before any sighting. */
	readonly computed: number | undefined;
	/** The day as stated or, where nothing is stated, as computed with the usual shift. */
	readonly first: number;
	readonly last: number;
	/** `reckoned`: by Umm al-Qura and the usual shift, with no list that states it. */
	readonly status: StatedDate["status"] | "reckoned";
	readonly knownSince: number;
	readonly source: string;
}

export interface Calendar {
	/** Every holding, in order of occasion and day. */
	readonly holdings: readonly Holding[];
	/** Occasions that a day may be part of, by what was known when day `origin` was over. */
	expectedOn(day: number, origin: number): readonly DayOccasion[];
	/** Occasions that a day was part of, as known afterwards. */
	actualOn(day: number): readonly DayOccasion[];
}

/** Notice that the date of an election, an exam or a protest gives, where its source does not say. A guess. */
const NOTICE_DAYS = 30;
const ALWAYS = Number.NEGATIVE_INFINITY;

/** The calendar of one country over the years of `since` to `until`. */
export function makeCalendar(
	occasions: readonly Occasion[],
	dates: readonly StatedDate[],
	since: number,
	until: number,
): Calendar {
	const shifts: Shift[] = [];
	const stated = occasions.flatMap((occasion) =>
		holdingsOf(occasion, dates, since - 30, until + 30, shifts),
	);
	const usual = usualShift(shifts);
	const holdings = stated.map((holding) =>
		holding.status === "reckoned"
			? {
					...holding,
					first: holding.first + usual,
					last: holding.last + usual,
				}
			: holding,
	);
	const expected = indexBy(holdings, (holding) =>
		holding.computed === undefined
			? [holding.first, holding.last]
			: [holding.computed + SHIFTS[0], holding.computed + (SHIFTS.at(-1) ?? 0)],
	);
	const actual = indexBy(holdings, ({ first, last }) => [first, last]);
	const weightsAt = new Map<number, readonly number[]>();
	const weightsOf = (origin: number): readonly number[] => {
		let weights = weightsAt.get(origin);
		if (weights === undefined) {
			weights = shiftWeights(shifts, origin);
			weightsAt.set(origin, weights);
		}
		return weights;
	};
	return {
		holdings,
		expectedOn: (day, origin) =>
			(expected.get(day) ?? [])
				.filter(
					({ occasion, knownSince }) =>
						knownSince <= origin && (occasion.usableSince ?? ALWAYS) <= origin,
				)
				.flatMap((holding) =>
					holding.computed === undefined
						? partOf(holding, day, 1)
						: mergeParts(
								weightsOf(origin).flatMap((weight, index) =>
									partOf(
										holding,
										day,
										weight,
										(holding.computed ?? 0) + (SHIFTS[index] ?? 0),
									),
								),
							),
				),
		actualOn: (day) =>
			(actual.get(day) ?? []).flatMap((holding) => partOf(holding, day, 1)),
	};
}

function holdingsOf(
	occasion: Occasion,
	dates: readonly StatedDate[],
	since: number,
	until: number,
	shifts: Shift[],
): readonly Holding[] {
	const stated = dates.filter(
		({ cc, name }) =>
			cc === occasion.cc && occasion.calendarNames.includes(name),
	);
	const { rule } = occasion;
	if (rule.kind === "dated")
		return stated.map((date) => ({
			...date,
			occasion,
			computed: undefined,
			knownSince: date.knownSince ?? date.first - NOTICE_DAYS,
		}));
	// Of a day that a list begins to name late, nobody knows whether it was held before.
	const heldSince =
		rule.kind === "fixed" && stated.length > 0
			? Math.min(...stated.map(({ first }) => first))
			: since;
	return daysOfRule(rule, Math.max(since, heldSince), until).map((computed) => {
		const near = stated.find(({ first }) => Math.abs(first - computed) <= 3);
		if (rule.kind === "hijri" && near?.status === "observed")
			shifts.push({ on: near.first, days: near.first - computed });
		return {
			occasion,
			computed: rule.kind === "hijri" ? computed : undefined,
			first: near?.first ?? computed,
			last: near?.first ?? computed,
			status: near?.status ?? (rule.kind === "hijri" ? "reckoned" : "fixed"),
			knownSince: ALWAYS,
			source: near?.source ?? occasion.source,
		};
	});
}

function daysOfRule(
	rule: { readonly kind: "hijri" | "fixed"; month: number; day: number },
	since: number,
	until: number,
): readonly number[] {
	const days: number[] = [];
	if (rule.kind === "hijri") {
		const last = hijriOf(until).year;
		for (let year = hijriOf(since).year; year <= last; year++)
			days.push(dayOfHijri({ ...rule, year }) ?? Number.NaN);
	} else {
		const yearOf = (day: number) => 1970 + Math.floor(day / 365.2425);
		for (let year = yearOf(since); year <= yearOf(until); year++)
			days.push(
				toDayNumber(
					`${year}-${String(rule.month).padStart(2, "0")}-${String(rule.day).padStart(2, "0")}`,
				),
			);
	}
	return days.filter((day) => day >= since && day <= until);
}

function indexBy(
	holdings: readonly Holding[],
	spanOf: (holding: Holding) => readonly [first: number, last: number],
): ReadonlyMap<number, readonly Holding[]> {
	const index = new Map<number, Holding[]>();
	for (const holding of holdings) {
		const [first, last] = spanOf(holding);
		const { firstDay, lastDay } = holding.occasion;
		for (let day = first + firstDay; day <= last + lastDay; day++) {
			const there = index.get(day);
			if (there) there.push(holding);
			else index.set(day, [holding]);
		}
	}
	return index;
}

/** A day's part in a holding that begins on `first`; on later days of a long one, `after`. */
function partOf(
	{ occasion, first: stated, last }: Holding,
	day: number,
	weight: number,
	first = stated,
): readonly DayOccasion[] {
	const offset = day - first;
	if (offset < occasion.firstDay || offset > last - stated + occasion.lastDay)
		return [];
	const part: OccasionPart =
		offset < -1
			? "before"
			: offset === -1
				? "eve"
				: offset === 0
					? "day"
					: "after";
	return [{ occasion, part, offset, weight, begun: 0 }];
}

/** One entry a part: the likeliest offset stands for all of it. */
function mergeParts(parts: readonly DayOccasion[]): readonly DayOccasion[] {
	const merged = new Map<OccasionPart, DayOccasion>();
	for (const one of parts) {
		const other = merged.get(one.part);
		merged.set(one.part, {
			...(other && other.weight >= one.weight ? other : one),
			weight: one.weight + (other?.weight ?? 0),
		});
	}
	return [...merged.values()];
}
