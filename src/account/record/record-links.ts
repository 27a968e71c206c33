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
import { compareTimes } from "./time.ts";

/** Every entry that belongs to a restriction or may belong to it, with the reason, oldest first. */
export function linksIn(
	index: RecordIndex,
	target: LinkTarget,
	{ serviceOf }: Pick<LinkOptions, "serviceOf"> = {},
): readonly Link[] {
	const options = {
		decisions: index.decisions,
		...(serviceOf ? { serviceOf } : {}),
	};
	const ids = [target.id, ...(target.aliases ?? [])];
	const certain = new Map(
		ids
			.flatMap((id) => [...index.naming(id), ...index.decidedFor(id)])
			.map((entry) => [entry.id, entry]),
	);
	const unnamed = index
		.unnamed(target.country)
		.filter(({ id }) => !certain.has(id));
	const fitting = unnamed.filter((entry) => linkReason(entry, target, options));
	return [
		...linksOf([...certain.values()], target, options),
		...linksOf(fitting, target, options, rivalsOf(index, fitting, options)),
	].sort(
		(a, b) =>
			compareTimes(a.entry.when, b.entry.when) ||
			(a.entry.id < b.entry.id ? -1 : 1),
	);
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
