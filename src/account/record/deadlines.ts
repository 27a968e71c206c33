/**
 * What was due when, and what is known of the day it passed. A deadline that
 * several entries speak of (the order that set it, the day it passed) is one.
 */
import type {
	Claim,
	Deadline,
	DeadlineKind,
	DeadlineOutcome,
	RecordEntry,
} from "./entry.ts";
import {
	type DayCount,
	daysBetween,
	type Interval,
	intervalOf,
	overlap,
	type RecordTime,
	spanOf,
	type TimePrecision,
} from "./time.ts";

export interface DeadlineResult {
	/** Entry that set it. */
	readonly setBy: string;
	readonly kind: DeadlineKind;
	readonly due: RecordTime;
	readonly by: string | undefined;
	readonly toDo: string | undefined;
	readonly condition: string | undefined;
	/** `unknown`: no source says, and no answer is on the record. */
	readonly outcome: DeadlineOutcome | "unknown";
	readonly answeredBy: string | undefined;
	/** Days from the due day to the answer. */
	readonly answeredAfter: DayCount | undefined;
	/** Entries that say what could be reached on the due day. */
	readonly saidRestricted: readonly string[];
	readonly saidWorking: readonly string[];
	/** Entries that speak of the deadline. */
	readonly entries: readonly string[];
}

/** Kinds by which somebody has to do something; a next hearing asks nothing of the state. */
const OBLIGING: readonly DeadlineKind[] = ["act", "reply", "report", "appear"];

export function deadlinesOf(
	entries: readonly RecordEntry[],
): readonly DeadlineResult[] {
	const groups = new Map<
		string,
		{ readonly entry: RecordEntry; readonly deadline: Deadline }[]
	>();
	for (const entry of entries)
		for (const deadline of entry.deadlines)
			if (OBLIGING.includes(deadline.kind)) {
				const key = `${deadline.setBy ?? entry.id} ${deadline.kind} ${deadline.due.date}`;
				groups.set(key, [...(groups.get(key) ?? []), { entry, deadline }]);
			}
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const merged: Deadline = Object.assign(
			{},
			...[...group].reverse().map(({ deadline }) => deadline),
		);
		const answer = byId.get(merged.answeredBy ?? "");
		const answeredAfter = answer && daysBetween(merged.due, answer.when);
		return {
			setBy: merged.setBy ?? first.entry.id,
			kind: merged.kind,
			due: merged.due,
			by: merged.by,
			toDo: merged.toDo,
			condition: merged.condition,
			outcome: merged.outcome ?? outcomeOf(answeredAfter),
			answeredBy: merged.answeredBy,
			answeredAfter,
			saidRestricted: whoSaid("restricted", merged.due, entries),
			saidWorking: whoSaid("working", merged.due, entries),
			entries: group.map(({ entry }) => entry.id),
		};
	});
}

function outcomeOf(
	answeredAfter: DayCount | undefined,
): DeadlineOutcome | "unknown" {
	if (answeredAfter === undefined) return "unknown";
	if (answeredAfter.most <= 0) return "kept";
	return answeredAfter.least > 0 ? "late" : "unknown";
}

/** Entries, none of weak confidence, that assert this of some moment of a time. */
function whoSaid(
	word: "restricted" | "working",
	when: RecordTime,
	entries: readonly RecordEntry[],
): readonly string[] {
	const day = intervalOf(when);
	return entries
		.filter(
			({ confidence, claims }) =>
				confidence !== "low" &&
				claims.some(
					(claim) =>
						claim.asserted === word && !claim.isPartial && isFirmly(claim, day),
				),
		)
		.map(({ id }) => id);
}

/** Whether a claim speaks of some moment of a time for certain, however coarse its dates are. */
export function isFirmly(claim: Claim, time: Interval): boolean {
	const firm = firmTimeOf(claim);
	return firm !== undefined && overlap(firm, time);
}

const COARSE: readonly TimePrecision[] = [
	"week",
	"month",
	"year",
	"approximate",
	"forecast",
];

/** The part of a claim's time that it holds for whatever its coarse dates mean: "until May" holds until April. */
export function firmTimeOf({
	since,
	until = since,
}: Claim): Interval | undefined {
	const isCoarse = ({ precision }: RecordTime): boolean =>
		COARSE.includes(precision);
	const [first, last] = [intervalOf(since), intervalOf(until)];
	const firm = {
		since: isCoarse(since) ? first.until : first.since,
		until: (isCoarse(until) ? last.since : undefined) ?? last.until,
	};
	return firm.since === undefined ||
		Date.parse(firm.since) < Date.parse(firm.until)
		? firm
		: undefined;
}

/** The time that a claim speaks of. */
export function timeOfClaim(claim: Claim): Interval {
	return spanOf(claim.since, claim.until ?? claim.since);
}
