/**
 * Which entries are about a restriction: by a person's decision, by name, or
 * by service, country, area and time. What fits only because something is
 * blank or a date is coarse, or fits more than one restriction alike, is left
 * for a person to decide and never counted in.
 */
import type { Incident } from "../../model/index.ts";
import { firmTimeOf, timeOfClaim } from "./deadlines.ts";
import type { RecordEntry } from "./entry.ts";
import { linkKey } from "./seal.ts";
import { type Interval, intervalOf, overlap, type RecordTime } from "./time.ts";

/** A restriction that entries may be about: an incident, or one that is only documented. */
export interface LinkTarget {
	readonly id: string;
	/** Other ids under which entries name it. */
	readonly aliases?: readonly string[];
	readonly country: string;
	/** Empty: the network itself, or not known. */
	readonly services: readonly string[];
	/** Empty: the whole country. */
	readonly areas: readonly string[];
	/** When it was on for certain. */
	readonly time: Interval;
	/** Until when it may have gone on, where its end is not known. */
	readonly possiblyUntil?: string | undefined;
}

/** `perhaps`: a person must decide. */
export const LINK_REASONS = ["decision", "named", "match", "perhaps"] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

export interface Link {
	readonly entry: RecordEntry;
	readonly reason: LinkReason;
}

export interface LinkOptions {
	/** Decisions of persons, by `linkKey`. They go before everything else. */
	readonly decisions?: ReadonlyMap<string, boolean>;
	/** One name for all names of a service. */
	readonly serviceOf?: (name: string) => string;
}

const FOREVER = "9999-12-31T00:00:00Z";

/** What entries are held against to find those about an incident. */
export function linkTargetOf(incident: Incident): LinkTarget {
	const { id, aliases, cc, service, areas, onset, ending, status } = incident;
	const since = onset.earliest ?? undefined;
	const isOpen = status === "ongoing" || status === "announced";
	return {
		id,
		aliases,
		country: cc,
		services: service === null ? [] : service.split("; "),
		areas,
		time: { since, until: ending?.latest ?? (isOpen ? FOREVER : onset.latest) },
		possiblyUntil: ending === null && !isOpen ? FOREVER : undefined,
	};
}

/** Why an entry belongs to a restriction, or may belong to it; undefined where it does not. */
export function linkReason(
	entry: RecordEntry,
	target: LinkTarget,
	{ decisions, serviceOf = lower }: LinkOptions = {},
): LinkReason | undefined {
	const ids = [target.id, ...(target.aliases ?? [])];
	for (const id of ids) {
		const decided = decisions?.get(linkKey(entry.id, id));
		if (decided !== undefined) return decided ? "decision" : undefined;
	}
	if (ids.includes(entry.id)) return "named";
	if (entry.about.length > 0)
		return entry.about.some((id) => ids.includes(id)) ? "named" : undefined;
	if (entry.country !== target.country) return undefined;
	let reason: LinkReason = "match";
	for (const fit of [
		() => fitOfNames(entry.services, target.services, serviceOf),
		() => fitOfAreas(entry.areas, target.areas),
		// Last, since it asks the clocks of a zone.
		() => fitOfTime(entry, target),
	]) {
		const found = fit();
		if (found === "no") return undefined;
		if (found === "perhaps") reason = "perhaps";
	}
	return reason;
}

/** Links of one restriction; `others` are all the restrictions that an entry might be about as well. */
export function linksOf(
	entries: readonly RecordEntry[],
	target: LinkTarget,
	options: LinkOptions = {},
	others: readonly LinkTarget[] = [],
): readonly Link[] {
	const rivals = others.filter(
		({ id, country }) => id !== target.id && country === target.country,
	);
	return entries.flatMap((entry) => {
		const reason = linkReason(entry, target, options);
		if (reason === undefined) return [];
		const isShared =
			reason === "match" &&
			rivals.some((rival) => linkReason(entry, rival, options) === "match");
		return [{ entry, reason: isShared ? "perhaps" : reason }];
	});
}

/** The entries that are about a restriction, without those that a person must decide on. */
export function entriesAbout(
	entries: readonly RecordEntry[],
	target: LinkTarget,
	options: LinkOptions = {},
	others: readonly LinkTarget[] = [],
): readonly RecordEntry[] {
	return linksOf(entries, target, options, others).flatMap(
		({ entry, reason }) => (reason === "perhaps" ? [] : [entry]),
	);
}

type Fit = "yes" | "no" | "perhaps";

/** A blank list on one side says nothing either way. */
function fitOfNames(
	a: readonly string[],
	b: readonly string[],
	same: (name: string) => string,
): Fit {
	if (a.length === 0 || b.length === 0) return "perhaps";
	const names = new Set(a.map(same));
	return b.some((name) => names.has(same(name))) ? "yes" : "no";
}

/** What is true of a part of the country is about a restriction of the whole; a blank may mean either. */
function fitOfAreas(own: readonly string[], of: readonly string[]): Fit {
	if (of.length === 0) return "yes";
	return fitOfNames(own, of, lower);
}

function fitOfTime(
	entry: RecordEntry,
	{ time, possiblyUntil }: LinkTarget,
): Fit {
	const firm = [firmly(entry.when), ...entry.claims.map(firmTimeOf)];
	if (firm.some((one) => one !== undefined && overlap(one, time))) return "yes";
	const widest = { since: time.since, until: possiblyUntil ?? time.until };
	const possible = [intervalOf(entry.when), ...entry.claims.map(timeOfClaim)];
	return possible.some((one) => overlap(one, widest)) ? "perhaps" : "no";
}

/** A time that is exact to the day at least. */
function firmly(time: RecordTime): Interval | undefined {
	return ["minute", "hour", "day"].includes(time.precision)
		? intervalOf(time)
		: undefined;
}

function lower(name: string): string {
	return name.trim().toLowerCase();
}
