/** The said and the due track: marks of entries, aligned in time with what was measured (P12). */
import {
	type Claim,
	type DeadlineResult,
	intervalOf,
	localDays,
	type Point,
	type RecordEntry,
	type RecordTime,
	speaksFor,
	type TurningPoints,
} from "../../account/record/index.ts";
import { addDays } from "../../base/index.ts";
import type { KeyMoment, Lane, Mark, TrackItem, Tracks } from "./types.ts";

/** Days that are shown before the first and after the last. */
const MARGIN_DAYS = 10;
/** Entries farther than this from the restriction stand in the table only. */
const NEAR_DAYS = 45;

const MOMENTS: readonly (readonly [Point, string])[] = [
	["start", "start, as reported"],
	["official_word", "first word of the state"],
	["court_order", "first court order"],
	["ministerial_denial", "first denial by a minister"],
	["ministerial_acknowledgement", "first acknowledgement by a minister"],
	["acknowledgement_in_court", "first acknowledgement in court"],
	["written_reasons", "first written reasons"],
	["order_with_deadline", "first order with a deadline"],
	["deadline_missed", "first deadline missed"],
	["restoration", "restoration, as reported"],
];

export interface TracksInput {
	readonly entries: readonly RecordEntry[];
	readonly deadlines: readonly DeadlineResult[];
	readonly points: TurningPoints;
	readonly numberOf: (entry: string) => number | undefined;
	/** Days of the restriction: the first, and the last that is known of. */
	readonly first: string;
	readonly last: string;
	/** What measurements show of the beginning and the end; empty for a documented restriction. */
	readonly measured: readonly Omit<KeyMoment, "letter" | "exhibit">[];
}

export function tracksOf(input: TracksInput): Tracks {
	const { entries, deadlines, numberOf, first, last } = input;
	const items = [
		...entries.flatMap((entry): readonly TrackItem[] => {
			const exhibit = numberOf(entry.id);
			const placed = placeOf(entry);
			return exhibit === undefined || !placed
				? []
				: [{ ...placed, exhibit, when: entry.when, from: undefined }];
		}),
		...deadlines.flatMap((deadline) => deadlineItem(deadline, input)),
	].sort((a, b) => a.exhibit - b.exhibit);
	const days = items
		.flatMap(({ when }) => localDays(when))
		.filter(
			(day) =>
				day >= addDays(first, -NEAR_DAYS) && day <= addDays(last, NEAR_DAYS),
		)
		.sort();
	return {
		since: addDays(earlier(days[0], first), -MARGIN_DAYS),
		until: addDays(later(days.at(-1), last), MARGIN_DAYS),
		items,
		moments: momentsOf(input),
	};
}

const earlier = (a: string | undefined, b: string): string =>
	a !== undefined && a < b ? a : b;
const later = (a: string | undefined, b: string): string =>
	a !== undefined && a > b ? a : b;

function placeOf(
	entry: RecordEntry,
): { readonly lane: Lane; readonly mark: Mark } | undefined {
	switch (entry.type) {
		case "order":
		case "court_order":
		case "hearing":
		case "appeal":
		case "court_filing":
			return { lane: "orders", mark: "order" };
		case "deadline":
			return undefined;
		case "report_by_users":
		case "measurement_by_others":
		case "restoration":
		case "restriction":
			return { lane: "reported", mark: reportOf(entry.claims) };
		default:
			return speaksFor(entry.country, entry.actor)
				? { lane: "state", mark: wordOf(entry) }
				: { lane: "others", mark: "word" };
	}
}

/** What a report ends with: restricted goes before working, since most windows closed again. */
function reportOf(claims: readonly Claim[]): Mark {
	const said = claims.map(({ asserted }) => asserted);
	if (said.includes("restricted") || said.includes("slowed"))
		return "restricted";
	return said.includes("working") ? "working" : "word";
}

function wordOf({ type, noComment, claims }: RecordEntry): Mark {
	if (noComment) return "silence";
	if (type === "denial" || type === "acknowledgement") return type;
	return claims.some(({ asserted }) => asserted === "working")
		? "working"
		: "word";
}

function deadlineItem(
	deadline: DeadlineResult,
	{ entries, numberOf }: TracksInput,
): readonly TrackItem[] {
	const exhibit = numberOf(deadline.entries.at(-1) ?? deadline.setBy);
	const setBy = entries.find(({ id }) => id === deadline.setBy);
	return exhibit === undefined
		? []
		: [
				{
					lane: "deadlines",
					mark: deadline.outcome,
					exhibit,
					when: deadline.due,
					from: setBy?.when,
				},
			];
}

/** Turning points with a letter each, in order of time. */
function momentsOf({
	points,
	numberOf,
	measured,
}: TracksInput): readonly KeyMoment[] {
	const reported = MOMENTS.flatMap(([point, what]) => {
		const found = points[point];
		return found
			? [{ what, when: found.when, exhibit: numberOf(found.entry) }]
			: [];
	});
	return [
		...measured.map((moment) => ({ ...moment, exhibit: undefined })),
		...reported,
	]
		.sort((a, b) => firstMs(a.when) - firstMs(b.when))
		.map((moment, index) => ({
			letter: String.fromCharCode(65 + index),
			...moment,
		}));
}

function firstMs(time: RecordTime): number {
	const { since, until } = intervalOf(time);
	return Date.parse(since ?? until);
}
