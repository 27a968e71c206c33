/**
 * The first time that something happened in the course of a restriction, found
 * from the entries about it. Entries of low confidence do not set a turning
 * point; they are named beside it.
 */
import { type DeadlineResult, deadlinesOf } from "./deadlines.ts";
import {
	type Actor,
	type Claim,
	claimant,
	type RecordEntry,
	speaksFor,
} from "./entry.ts";
import {
	compareTimes,
	localDays,
	type RecordTime,
	startMs,
	type TimePrecision,
} from "./time.ts";

export const POINTS = [
	"start",
	"user_report",
	"measurement_by_others",
	"official_word",
	"denial",
	"ministerial_denial",
	"acknowledgement",
	"ministerial_acknowledgement",
	"acknowledgement_in_court",
	"written_reasons",
	"court_order",
	/** A court order by which something had to be changed by a day. */
	"order_with_deadline",
	"deadline_missed",
	"restoration",
] as const;
export type Point = (typeof POINTS)[number];

export interface TurningPoint {
	readonly when: RecordTime;
	readonly entry: string;
	/** Entries of low confidence that would set it earlier. */
	readonly passedOver: readonly string[];
}

export type TurningPoints = Readonly<Record<Point, TurningPoint | undefined>>;

/** When an entry makes a point, or undefined. */
type Finder = (entry: RecordEntry) => RecordTime | undefined;

/** Turning points of one restriction from the entries about it. */
export function turningPoints(entries: readonly RecordEntry[]): TurningPoints {
	const missed = deadlinesOf(entries).filter(
		({ kind, outcome }) => kind === "act" && outcome === "missed",
	);
	const found = Object.entries(FINDERS).map(([point, finder]) => [
		point,
		earliest(entries, finder),
	]);
	return {
		...(Object.fromEntries(found) as Record<
			keyof typeof FINDERS,
			TurningPoint | undefined
		>),
		start: findStart(entries),
		deadline_missed: firstMissed(missed),
		restoration: findRestoration(entries),
	};
}

const isState = (
	entry: RecordEntry,
	actor: Pick<Actor, "rank" | "country"> = entry.actor,
): boolean => speaksFor(entry.country, actor);
const isMinister = ({ actor, country }: RecordEntry): boolean =>
	actor.country === country &&
	(actor.rank === "minister" || actor.rank === "head_of_government");
const saysRestricted = ({ claims }: RecordEntry): boolean =>
	claims.some(
		({ asserted }) => asserted === "restricted" || asserted === "slowed",
	);
const ofState =
	(type: RecordEntry["type"], also: (entry: RecordEntry) => boolean): Finder =>
	(entry) =>
		entry.type === type && isState(entry) && also(entry)
			? entry.when
			: undefined;

const FINDERS = {
	user_report: (entry) =>
		entry.type === "report_by_users" && saysRestricted(entry)
			? entry.when
			: undefined,
	measurement_by_others: (entry) =>
		entry.type === "measurement_by_others" && saysRestricted(entry)
			? entry.when
			: undefined,
	official_word: (entry) => {
		if (entry.order) return isState(entry) ? publication(entry) : undefined;
		const speaks = isState(entry) && !entry.noComment;
		const isQuoted = entry.claims.some(({ by }) => by && isState(entry, by));
		return isQuoted || (speaks && entry.type !== "deadline")
			? entry.when
			: undefined;
	},
	denial: (entry) =>
		(entry.type === "denial" && isState(entry)) ||
		entry.claims.some(
			(claim) =>
				claim.asserted === "denied" && isState(entry, claimant(entry, claim)),
		)
			? entry.when
			: undefined,
	ministerial_denial: ofState("denial", isMinister),
	acknowledgement: ofState("acknowledgement", () => true),
	ministerial_acknowledgement: ofState("acknowledgement", isMinister),
	acknowledgement_in_court: ofState(
		"acknowledgement",
		({ proceeding }) => proceeding !== undefined,
	),
	written_reasons: (entry) =>
		entry.inWriting &&
		entry.claims.some(
			(claim) =>
				claim.matter === "reason" && isState(entry, claimant(entry, claim)),
		)
			? entry.when
			: undefined,
	court_order: ({ type, when }) => (type === "court_order" ? when : undefined),
	order_with_deadline: ({ type, when, deadlines }) =>
		type === "court_order" && deadlines.some(({ kind }) => kind === "act")
			? when
			: undefined,
} satisfies Partial<Record<Point, Finder>>;

function publication({ order }: RecordEntry): RecordTime | undefined {
	return order?.published ?? undefined;
}

function earliest(
	entries: readonly RecordEntry[],
	finder: Finder,
): TurningPoint | undefined {
	const found = entries
		.flatMap((entry) => {
			const when = finder(entry);
			return when ? [{ entry, when }] : [];
		})
		.sort((a, b) => compareTimes(a.when, b.when));
	const firm = found.find(({ entry }) => entry.confidence !== "low");
	return (
		firm && {
			when: firm.when,
			entry: firm.entry.id,
			passedOver: found
				.slice(0, found.indexOf(firm))
				.map(({ entry }) => entry.id),
		}
	);
}

const TO_THE_DAY: readonly TimePrecision[] = ["minute", "hour", "day"];

/** The earliest time from which an entry says that it was restricted; of the same day, the most exact one. */
function findStart(entries: readonly RecordEntry[]): TurningPoint | undefined {
	const said = entries
		.filter(({ confidence }) => confidence !== "low")
		.flatMap((entry) =>
			entry.claims
				.filter(
					({ asserted }) => asserted === "restricted" || asserted === "slowed",
				)
				.map(({ since }) => ({ when: since, entry: entry.id, passedOver: [] })),
		)
		.sort((a, b) => compareTimes(a.when, b.when));
	const exact = said.filter(({ when }) => TO_THE_DAY.includes(when.precision));
	const [first] = exact.length > 0 ? exact : said;
	if (!first) return undefined;
	const day = localDays(first.when)[0];
	return (
		exact
			.filter(({ when }) => localDays(when)[0] === day)
			.sort(
				(a, b) =>
					TO_THE_DAY.indexOf(a.when.precision) -
					TO_THE_DAY.indexOf(b.when.precision),
			)[0] ?? first
	);
}

/**
 * The first restoration after which nobody says that it was still restricted.
 * A window of access that closed again ended nothing.
 */
function findRestoration(
	entries: readonly RecordEntry[],
): TurningPoint | undefined {
	const firm = entries.filter(({ confidence }) => confidence !== "low");
	const restricted = firm.flatMap(({ claims }) =>
		claims.filter(
			({ asserted }) => asserted === "restricted" || asserted === "slowed",
		),
	);
	return earliest(
		firm.filter(({ type }) => type === "restoration"),
		({ claims, when }) =>
			claims.some(
				({ asserted, isPartial, since }) =>
					asserted === "working" &&
					!isPartial &&
					restricted.every((claim) => isOverBy(claim, startMs(since))),
			)
				? when
				: undefined,
	);
}

/** Whether a claim that it was restricted ends by an instant. One that names its own end leaves that end open to be a restoration. */
function isOverBy({ since, until }: Claim, instant: number): boolean {
	return until === undefined
		? startMs(since) < instant
		: startMs(until) <= instant;
}

function firstMissed(
	missed: readonly DeadlineResult[],
): TurningPoint | undefined {
	const [first] = [...missed].sort((a, b) => compareTimes(a.due, b.due));
	return (
		first && {
			when: first.due,
			entry: first.entries.at(-1) ?? first.setBy,
			passedOver: [],
		}
	);
}
