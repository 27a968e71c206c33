/**
 * Claims held against measurements. A pure function of a claim and of what
 * sessions met at its time and place. A claim about an instrument, a
 * responsibility or a reason is never held against reachability, and what
 * others reported at the time stands apart from what was measured (P12).
 */
import { haveCommonTime, meet } from "./contradictions.ts";
import { timeOfClaim } from "./deadlines.ts";
import { type Actor, type Claim, claimant, type RecordEntry } from "./entry.ts";
import {
	compareSignals,
	networkQuestion,
	type SignalThen,
	type SignalWeighing,
	signalsSentence,
	weighSignals,
} from "./signal-weighing.ts";
import type { Interval } from "./time.ts";
import {
	FLOOR,
	type MeasuredSession,
	type Weighing,
	weighSessions,
} from "./weighing.ts";

export type CheckResult = "supports" | "contradicts" | "insufficient";

export interface ClaimCheck {
	readonly entry: string;
	/** Position among the entry's claims. */
	readonly claim: number;
	readonly matter: Claim["matter"];
	readonly asserted: Claim["asserted"];
	readonly time: Interval;
	readonly measured: CheckResult;
	/** Why, in a sentence. */
	readonly why: string;
	/** Undefined where the claim cannot be measured. */
	readonly numbers: Weighing | undefined;
	/** Of a claim about the network itself: what signals showed. */
	readonly signals?: SignalWeighing;
	/** Uid of a measurement, or a signal's reading in words. */
	readonly witness: string | undefined;
	/** What others reported at the time: never the same as measured. */
	readonly contradictedByOthers: readonly string[];
	readonly supportedByOthers: readonly string[];
	/** Who publicly found it false. */
	readonly disputedBy: readonly string[];
}

/**
 * Checks a claim of an entry against the sessions of its time and place, or
 * against signals where it is about the network itself, and beside it lists which other entries said the same or the opposite.
 */
export function checkClaim(
	entry: RecordEntry,
	position: number,
	sessions: readonly MeasuredSession[],
	others: readonly RecordEntry[] = [],
	signals: readonly SignalThen[] = [],
): ClaimCheck | undefined {
	const claim = entry.claims[position];
	if (!claim) return undefined;
	const asked = networkQuestion(entry, claim);
	if (asked !== undefined) {
		const weighed = asked === "below" ? undefined : weighSignals(signals);
		return {
			...factsOf(entry, position, claim, others),
			measured: weighed
				? compareSignals(claim.asserted, weighed)
				: "insufficient",
			why: weighed
				? signalsSentence(weighed)
				: "Nothing below a province can be measured, and a place whose name is not known cannot either.",
			numbers: undefined,
			...(weighed ? { signals: weighed } : {}),
			witness: weighed?.witness,
		};
	}
	const numbers = isMeasurable(entry, claim)
		? weighSessions(sessions)
		: undefined;
	const measured = numbers ? compare(claim, numbers.found) : "insufficient";
	return {
		...factsOf(entry, position, claim, others),
		measured,
		why: whyOf(entry, claim, numbers),
		numbers,
		witness: numbers?.witness,
	};
}

/** What the record itself says of a claim. */
function factsOf(
	entry: RecordEntry,
	position: number,
	claim: Claim,
	others: readonly RecordEntry[],
) {
	return {
		entry: entry.id,
		claim: position,
		matter: claim.matter,
		asserted: claim.asserted,
		time: timeOfClaim(claim),
		...reportedByOthers(entry, claim, others),
		disputedBy: claim.disputedBy ?? [],
	};
}

/** Whether measurements can speak to a claim at all: networks are measured, provinces are not. */
export function isMeasurable(entry: RecordEntry, claim: Claim): boolean {
	return (
		claim.matter === "reachability" &&
		(claim.services ?? entry.services).length > 0 &&
		(claim.areas ?? entry.areas).length === 0
	);
}

function compare(claim: Claim, found: Weighing["found"]): CheckResult {
	if (found === "insufficient" || found === "mixed") return "insufficient";
	switch (claim.asserted) {
		case "working":
			if (found === "slowed") return "insufficient";
			return found === "working" ? "supports" : "contradicts";
		case "slowed":
			// Blocked is more than slowed, and no proof that it was not slowed before.
			if (found === "restricted") return "insufficient";
			return found === "slowed" ? "supports" : "contradicts";
		default:
			return found === "working" ? "contradicts" : "supports";
	}
}

function whyOf(
	entry: RecordEntry,
	claim: Claim,
	numbers: Weighing | undefined,
): string {
	if (claim.matter !== "reachability")
		return `A claim about ${MATTER_WORDS[claim.matter]} says nothing that a measurement of reachability could show.`;
	if ((claim.areas ?? entry.areas).length > 0)
		return "Measurements name networks, not areas within a country.";
	if (!numbers) return "No service is named that could be measured.";
	const {
		sessionCount,
		networkCount,
		blockedSessionCount,
		workingSessionCount,
	} = numbers;
	if (sessionCount === 0) return "Nothing was measured there at the time.";
	const counted = `${blockedSessionCount} of ${sessionCount} sessions were blocked and ${workingSessionCount} got through, on ${networkCount} networks`;
	switch (numbers.found) {
		case "insufficient":
			return `${counted}: below the floor of ${FLOOR.sessions} sessions on ${FLOOR.networks} networks.`;
		case "mixed":
			return `${counted}: neither side carries the country.`;
		default:
			return `${counted}.`;
	}
}

const MATTER_WORDS: Readonly<Record<Claim["matter"], string>> = {
	reachability: "reachability",
	instrument: "an instrument",
	responsibility: "who is responsible",
	reason: "a reason",
};

/** Entries by others than the claimant, not of weak confidence, that say the opposite or the same of an overlapping time. */
function reportedByOthers(
	entry: RecordEntry,
	claim: Claim,
	others: readonly RecordEntry[],
): Pick<ClaimCheck, "contradictedByOthers" | "supportedByOthers"> {
	if (claim.matter !== "reachability")
		return { contradictedByOthers: [], supportedByOthers: [] };
	const by = claimant(entry, claim);
	const said = (works: boolean): readonly string[] =>
		others
			.filter(
				(other) =>
					other.id !== entry.id &&
					other.confidence !== "low" &&
					other.country === entry.country &&
					meet(other.services, claim.services ?? entry.services, lower) &&
					other.claims.some(
						(one) =>
							one.matter === "reachability" &&
							!one.isPartial &&
							(one.asserted === "working") === works &&
							isOther(by, claimant(other, one)) &&
							haveCommonTime(one, claim),
					),
			)
			.map(({ id }) => id);
	const works = claim.asserted === "working";
	return {
		contradictedByOthers: said(!works),
		supportedByOthers: said(works),
	};
}

const lower = (name: string): string => name.toLowerCase();

/** Somebody else, and no other office of the same state. */
function isOther(a: Omit<Actor, "name">, b: Omit<Actor, "name">): boolean {
	return a.country !== undefined
		? a.country !== b.country
		: b.country !== undefined || a.office !== b.office || a.rank !== b.rank;
}
