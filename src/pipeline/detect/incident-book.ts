/**
 * All incidents there are, measured and documented: what the ledger holds of
 * detection, what the record tells, and which of the two are one (P12: linked,
 * neither overwrites the other).
 */
import type {
	IncidentRevision,
	StandingIncidents,
} from "../../account/incidents/index.ts";
import {
	documentedIncidents,
	linksIn,
	linkTargetOf,
	type RecordIndex,
} from "../../account/record/index.ts";
import type {
	Incident,
	IncidentBasis,
	IncidentStatus,
} from "../../model/index.ts";

export interface IncidentFilter {
	readonly cc?: string | undefined;
	readonly service?: string | undefined;
	readonly status?: readonly IncidentStatus[] | undefined;
	readonly basis?: readonly IncidentBasis[] | undefined;
}

export interface IncidentBook {
	/** Ongoing ones first, then by onset, newest first. Merged ones are left out: their ids lead elsewhere. */
	list(filter?: IncidentFilter): readonly Incident[];
	/** The incident that an id leads to: its own, an alias's, or that of a record entry. */
	get(id: string): Incident | undefined;
	/** Revisions of a measured incident, oldest first. */
	revisions(id: string): readonly IncidentRevision[];
	readonly ids: readonly string[];
}

const STATUS_ORDER: readonly IncidentStatus[] = [
	"ongoing",
	"announced",
	"ended",
	"ending_unknown",
	"suspicion",
	"withdrawn",
];

/** `serviceOf`: one name for all names of a service. */
export function openIncidentBook(
	standing: StandingIncidents,
	index: RecordIndex,
	serviceOf: (name: string) => string,
): IncidentBook {
	const documented = new Map(
		documentedIncidents(index).map((one) => [one.id, one]),
	);
	const measured = standing
		.current()
		.filter(({ status }) => status !== "merged")
		.map((one) => linked(one, index, documented, serviceOf));
	const both = new Set(measured.flatMap(({ aliases }) => aliases));
	const all = [
		...measured,
		...[...documented.values()].filter(({ id }) => !both.has(id)),
	].sort(byStatus);
	const byId = new Map<string, Incident>();
	for (const one of all)
		for (const id of [one.id, ...one.aliases])
			if (!byId.has(id)) byId.set(id, one);
	return {
		list: ({ cc, service, status, basis } = {}) =>
			all.filter(
				(one) =>
					(cc === undefined || one.cc === cc) &&
					(service === undefined || isOf(one, service, serviceOf)) &&
					(status === undefined || status.includes(one.status)) &&
					(basis === undefined || basis.includes(one.basis)),
			),
		get: (id) => byId.get(id) ?? byId.get(standing.resolve(id)?.id ?? ""),
		revisions: (id) => standing.revisions(id),
		ids: [...byId.keys()],
	};
}

const isOf = (
	{ service }: Incident,
	asked: string,
	serviceOf: (name: string) => string,
): boolean =>
	(service?.split("; ") ?? []).some(
		(name) => serviceOf(name) === serviceOf(asked),
	);

/** A measured incident with the entries that are about it; `both` where the record tells of the whole restriction. */
function linked(
	incident: Incident,
	index: RecordIndex,
	documented: ReadonlyMap<string, Incident>,
	serviceOf: (name: string) => string,
): Incident {
	if (incident.status === "withdrawn") return incident;
	const entries = linksIn(index, linkTargetOf(incident), { serviceOf })
		.filter(({ reason }) => reason !== "perhaps")
		.map(({ entry }) => entry.id);
	const restrictions = entries.filter((id) => documented.has(id));
	return {
		...incident,
		entries,
		basis: restrictions.length > 0 ? "both" : "measured",
		aliases: [...new Set([...incident.aliases, ...restrictions])].sort(),
	};
}

function byStatus(a: Incident, b: Incident): number {
	const order = ({ status }: Incident) => STATUS_ORDER.indexOf(status);
	const since = ({ onset }: Incident) => onset.at ?? onset.latest;
	return (
		order(a) - order(b) ||
		(since(a) < since(b) ? 1 : since(a) > since(b) ? -1 : 0) ||
		(a.id < b.id ? -1 : 1)
	);
}
