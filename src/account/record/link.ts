/** Which entries are about a restriction: by a person's decision, by name, or by service, country, area and time. */
import { meet } from "./contradictions.ts";
import { timeOfClaim } from "./deadlines.ts";
import type { RecordEntry } from "./entry.ts";
import { linkKey } from "./seal.ts";
import { type Interval, intervalOf, overlap } from "./time.ts";

/** A restriction that entries may be about: an incident, or one that is only documented. */
export interface LinkTarget {
	readonly id: string;
	readonly country: string;
	readonly services: readonly string[];
	/** Empty: the whole country. */
	readonly areas: readonly string[];
	readonly time: Interval;
}

export type LinkReason = "decision" | "named" | "match";

export interface LinkOptions {
	/** Decisions of persons, by `linkKey`. They go before everything else. */
	readonly decisions?: ReadonlyMap<string, boolean>;
	/** One name for all names of a service. */
	readonly serviceOf?: (name: string) => string;
}

/** Why an entry belongs to a restriction; undefined where it does not. */
export function linkReason(
	entry: RecordEntry,
	target: LinkTarget,
	{ decisions, serviceOf = (name) => name.toLowerCase() }: LinkOptions = {},
): LinkReason | undefined {
	const decided = decisions?.get(linkKey(entry.id, target.id));
	if (decided !== undefined) return decided ? "decision" : undefined;
	if (entry.about.length > 0)
		return entry.about.includes(target.id) ? "named" : undefined;
	const isMatch =
		entry.country === target.country &&
		entry.services.length > 0 &&
		meet(entry.services, target.services, serviceOf) &&
		meet(entry.areas, target.areas, (area) => area.toLowerCase()) &&
		[intervalOf(entry.when), ...entry.claims.map(timeOfClaim)].some((time) =>
			overlap(time, target.time),
		);
	return isMatch ? "match" : undefined;
}

/** The entries about a restriction. */
export function entriesAbout(
	entries: readonly RecordEntry[],
	target: LinkTarget,
	options: LinkOptions = {},
): readonly RecordEntry[] {
	return entries.filter((entry) => linkReason(entry, target, options));
}
