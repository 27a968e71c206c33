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
	causeWithRecord,
	documentedIncidents,
	linksIn,
	linkTargetOf,
	type RecordIndex,
	recordOfOutage,
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
	/** One revision of a measured incident as it was told, under the entries and names that lead to it today. An alias leads to the incident that has it. */
	at(id: string, revision: number): Incident | undefined;
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
		at: (id, revision) => {
			const now = byId.get(id);
			const own = standing.has(id) ? id : (now?.id ?? id);
			const told = standing
				.revisions(own)
				.find(({ incident }) => incident.revision === revision)?.incident;
			return told && now?.id === told.id
				? { ...told, entries: now.entries, aliases: now.aliases }
				: told;
		},
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
	if (incident.service === null)
		return linkedOutage(incident, index, documented);
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

const DAY_MS = 24 * 3_600_000;

/**
 * An outage with what the record says of its cause. It takes the place of a
 * documented one that began within a day of it; below the floor it stays
 * beside it, and what the record says does not make up for what is missing.
 */
function linkedOutage(
	incident: Incident,
	index: RecordIndex,
	documented: ReadonlyMap<string, Incident>,
): Incident {
	const found = recordOfOutage(index, incident);
	const told = [...found.restrictions, ...found.faults].map(({ id }) => id);
	const entries = [
		...new Set(
			told.flatMap((id) => [id, ...(documented.get(id)?.entries ?? [])]),
		),
	].sort();
	if (incident.status === "suspicion") return { ...incident, entries };
	const began = Date.parse(incident.onset.at ?? incident.onset.latest);
	const same = told.flatMap((id) => {
		const { onset } = documented.get(id) ?? {};
		return onset &&
			began >= Date.parse(onset.earliest ?? onset.latest) - DAY_MS &&
			began < Date.parse(onset.latest) + DAY_MS
			? [id]
			: [];
	});
	const isOver = same.some((id) => documented.get(id)?.status === "ended");
	return {
		...incident,
		...causeWithRecord(incident, found),
		entries,
		// Signals that stop show no end, and where the record tells of one nothing shows that it goes on.
		status:
			incident.status === "ongoing" && isOver
				? "ending_unknown"
				: incident.status,
		basis: same.length > 0 ? "both" : "measured",
		aliases: [...new Set([...incident.aliases, ...same])].sort(),
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
