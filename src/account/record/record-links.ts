/** Links between the whole record and one restriction, found without holding every entry against it. */
import { documentedIncident } from "./documented-incidents.ts";
import type { RecordEntry } from "./entry.ts";
import {
	type Link,
	type LinkOptions,
	type LinkTarget,
	linkReason,
	linksOf,
	linkTargetOf,
} from "./link.ts";
import type { RecordIndex } from "./record-index.ts";
import { linkKey } from "./seal.ts";
import { compareTimes, type Interval } from "./time.ts";

/**
 * Every entry that belongs to a restriction or may belong to it, with the
 * reason, oldest first. A measured incident takes in the documented
 * restrictions that are the same, and with them the entries that name those.
 */
export function linksIn(
	index: RecordIndex,
	asked: LinkTarget,
	{ serviceOf }: Pick<LinkOptions, "serviceOf"> = {},
): readonly Link[] {
	const options = {
		decisions: index.decisions,
		...(serviceOf ? { serviceOf } : {}),
	};
	const restrictions = restrictionsLike(index, asked, options);
	const target = {
		...asked,
		aliases: [
			...(asked.aliases ?? []),
			...restrictions.flatMap(({ entry, reason }) =>
				reason === "perhaps" ? [] : [entry.id],
			),
		],
	};
	const ids = [target.id, ...target.aliases];
	const certain = new Map(
		ids
			.flatMap((id) => [...index.naming(id), ...index.decidedFor(id)])
			.map((entry) => [entry.id, entry]),
	);
	const unnamed = index
		.unnamed(target.country)
		.filter(({ id }) => !certain.has(id));
	const fitting = unnamed.filter((entry) => linkReason(entry, target, options));
	const own = new Map(restrictions.map((link) => [link.entry.id, link]));
	return [
		...restrictions,
		...linksOf([...certain.values()], target, options).filter(
			({ entry }) => !own.has(entry.id),
		),
		...linksOf(fitting, target, options, rivalsOf(index, fitting, options)),
	].sort(
		(a, b) =>
			compareTimes(a.entry.when, b.entry.when) ||
			(a.entry.id < b.entry.id ? -1 : 1),
	);
}

/** Common time, of all the time of either, from which two are held to be one. Provisional: not validated. */
const SAME_SHARE = 0.5;

/**
 * Documented restrictions that a measured incident is, or may be: of the same
 * services and areas, and over much of the same time. A documented one is
 * itself alone: that two lists tell of one event is for a person to say.
 */
function restrictionsLike(
	index: RecordIndex,
	target: LinkTarget,
	{ decisions, serviceOf = (name) => name.toLowerCase() }: LinkOptions,
): readonly Link[] {
	if (index.get(target.id)?.entry.restriction) return [];
	const services = new Set(target.services.map(serviceOf));
	return index.restrictions(target.country).flatMap((standing): Link[] => {
		const { entry } = standing;
		const decided = decisions?.get(linkKey(entry.id, target.id));
		if (decided !== undefined)
			return decided ? [{ entry, reason: "decision" }] : [];
		if (!entry.services.some((name) => services.has(serviceOf(name))))
			return [];
		const incident = documentedIncident(standing);
		if (!incident || incident.confounds.length > 0) return [];
		const other = linkTargetOf(incident);
		const share = commonShare(target.time, other.time);
		if (share === 0) return [];
		const isSame =
			share >= SAME_SHARE &&
			target.areas.length === 0 &&
			other.areas.length === 0;
		return [{ entry, reason: isSame ? "match" : "perhaps" }];
	});
}

/** Common time of two intervals over the time of either. */
function commonShare(a: Interval, b: Interval): number {
	const ends = [a, b].map(({ since, until }) => [
		Date.parse(since ?? until),
		Date.parse(until),
	]);
	const starts = ends.map(([start = 0]) => start);
	const untils = ends.map(([, end = 0]) => end);
	const common = Math.min(...untils) - Math.max(...starts);
	const whole = Math.max(...untils) - Math.min(...starts);
	return common > 0 && whole > 0 ? common / whole : 0;
}

/** Documented restrictions that some of the entries may be about as well. */
function rivalsOf(
	index: RecordIndex,
	entries: readonly RecordEntry[],
	{ serviceOf = (name) => name }: LinkOptions,
): readonly LinkTarget[] {
	const services = new Set(
		entries.flatMap((entry) => entry.services.map(serviceOf)),
	);
	const countries = new Set(entries.map(({ country }) => country));
	return [...countries].flatMap((cc) =>
		index
			.restrictions(cc)
			.filter(({ entry }) =>
				entry.services.some((name) => services.has(serviceOf(name))),
			)
			.flatMap((standing) => documentedIncident(standing) ?? [])
			.map(linkTargetOf),
	);
}
