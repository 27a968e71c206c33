/** Which incidents are news, and for whom: the same for feeds and for messages. */
import type { Incident, IncidentKind } from "../../../model/index.ts";
import type { IncidentBook } from "../../../pipeline/index.ts";
import { isPublishedOutage, isRestriction } from "../incident-words.ts";

/** Empty lists are no limit. */
export interface IncidentFilter {
	readonly cc: readonly string[];
	readonly asns: readonly number[];
	readonly services: readonly string[];
	readonly kinds: readonly IncidentKind[];
}

const allows = <T>(list: readonly T[], values: readonly T[]): boolean =>
	list.length === 0 || values.some((value) => list.includes(value));

export function isAbout(incident: Incident, filter: IncidentFilter): boolean {
	return (
		allows(filter.cc, [incident.cc]) &&
		allows(filter.kinds, [incident.kind]) &&
		// A cut of the network is, in its country, a cut of each service.
		(incident.service === null
			? filter.services.length === 0 || filter.cc.length > 0
			: allows(filter.services, incident.service.split("; "))) &&
		// What holds for the country, or for an area, is said of no network alone.
		(incident.networks.length === 0 ||
			allows(
				filter.asns,
				incident.networks.map(({ asn }) => asn),
			))
	);
}

/** Told as a restriction or an outage at any time, and measured: what was only suspected is no news (P4), what was taken back is (P8). */
export function wasPublished(
	book: Pick<IncidentBook, "revisions">,
	incident: Incident,
): boolean {
	return (
		incident.basis !== "documented" &&
		[incident, ...book.revisions(incident.id).map((one) => one.incident)].some(
			(one) => isRestriction(one) || isPublishedOutage(one),
		)
	);
}
