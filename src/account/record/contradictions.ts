/**
 * What one government said about the same thing at the same time and cannot
 * all be true. A list of facts: which of the two is true is not said here.
 */
import { firmTimeOf, isFirmly } from "./deadlines.ts";
import {
	type Claim,
	type ClaimWord,
	claimant,
	type RecordEntry,
	speaksFor,
} from "./entry.ts";
import { compareTimes } from "./time.ts";

export interface SaidClaim {
	readonly entry: RecordEntry;
	readonly claim: Claim;
}

export interface Contradiction {
	readonly matter: Claim["matter"];
	/** The one that was said first. */
	readonly first: SaidClaim;
	readonly second: SaidClaim;
}

const INCOMPATIBLE: readonly (readonly [ClaimWord, ClaimWord])[] = [
	["working", "restricted"],
	["working", "slowed"],
	["none", "exists"],
	["none", "in_force"],
	["none", "withdrawn"],
	["withdrawn", "in_force"],
	["denied", "admitted"],
	["denied", "attributed"],
];

/**
 * Pairs of claims by those who speak for the state of `cc` that exclude each
 * other. Left out: entries of low confidence, and claims that hold for some
 * places or people only. `serviceOf` maps names of one service to one name.
 */
export function contradictionsOf(
	entries: readonly RecordEntry[],
	cc: string,
	serviceOf: (name: string) => string = (name) => name.toLowerCase(),
): readonly Contradiction[] {
	const said = entries
		.filter(({ confidence }) => confidence !== "low")
		.sort((a, b) => compareTimes(a.when, b.when))
		.flatMap((entry) =>
			entry.claims
				.filter(
					(claim) => !claim.isPartial && speaksFor(cc, claimant(entry, claim)),
				)
				.map((claim) => ({ entry, claim })),
		);
	return said.flatMap((first, index) =>
		said
			.slice(index + 1)
			.filter((second) => excludes(first, second, serviceOf))
			.map((second) => ({ matter: first.claim.matter, first, second })),
	);
}

function excludes(
	a: SaidClaim,
	b: SaidClaim,
	serviceOf: (name: string) => string,
): boolean {
	return (
		INCOMPATIBLE.some(
			(pair) =>
				pair.includes(a.claim.asserted) &&
				pair.includes(b.claim.asserted) &&
				a.claim.asserted !== b.claim.asserted,
		) &&
		haveCommonTime(a.claim, b.claim) &&
		meet(
			a.claim.services ?? a.entry.services,
			b.claim.services ?? b.entry.services,
			serviceOf,
		) &&
		meet(
			a.claim.areas ?? a.entry.areas,
			b.claim.areas ?? b.entry.areas,
			(area) => area.toLowerCase(),
		)
	);
}

/** Whether two claims speak of a common moment for certain. */
export function haveCommonTime(a: Claim, b: Claim): boolean {
	const time = firmTimeOf(a);
	return time !== undefined && isFirmly(b, time);
}

/** Whether two lists have something in common; an empty one is not limited. */
export function meet(
	a: readonly string[],
	b: readonly string[],
	same: (name: string) => string,
): boolean {
	if (a.length === 0 || b.length === 0) return true;
	const names = new Set(a.map(same));
	return b.some((name) => names.has(same(name)));
}
