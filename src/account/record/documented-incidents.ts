/**
 * Restrictions that the record alone tells of, as incidents like the others:
 * documented, not measured. Nothing in them is a number of ours.
 */
import {
	INCIDENT_KINDS,
	type Incident,
	type IncidentBracket,
	type IncidentKind,
	type IncidentStatus,
	mechanismPath,
} from "../../model/index.ts";
import type { RestrictionPart } from "./entry.ts";
import type { RecordIndex } from "./record-index.ts";
import type { StandingEntry } from "./seal.ts";
import { intervalOf, type RecordTime } from "./time.ts";
import type { Technique } from "./types.ts";

/** The incident that an entry of type `restriction` tells of; undefined for others. */
export function documentedIncident({
	entry,
	at,
	revisionCount,
}: Pick<StandingEntry, "entry" | "at" | "revisionCount">):
	| Incident
	| undefined {
	const { restriction } = entry;
	if (!restriction) return undefined;
	const ended = restriction.end && restriction.end.precision !== "forecast";
	return {
		id: entry.id,
		aliases: [],
		cc: entry.country,
		service: entry.services.join("; ") || null,
		kind: restriction.kind,
		status: statusOf(restriction),
		basis: "documented",
		scope: entry.areas.length > 0 ? "area" : "country",
		areas: entry.areas,
		targets: [],
		networks: [],
		onset: bracketOf(restriction.start),
		ending: ended && restriction.end ? bracketOf(restriction.end) : null,
		detectableAt: null,
		endDetectableAt: null,
		mechanism: mechanismOf(restriction),
		counts: { sessions: 0, of: 0, networks: 0, measurements: 0 },
		witness: null,
		confounds:
			restriction.kind === "outage_not_restriction"
				? ["documented_as_fault"]
				: [],
		entries: [entry.id],
		revision: revisionCount,
		revisedAt: at,
		reason:
			revisionCount === 1
				? "The record tells of it."
				: "The record tells it otherwise than before.",
		mergedInto: null,
		ruleset: null,
		reference: null,
	};
}

/** Every documented restriction as an incident, with the ids of the entries that name it; those of one country with `cc`. */
export function documentedIncidents(
	index: RecordIndex,
	cc?: string,
): readonly Incident[] {
	return index
		.restrictions(cc)
		.flatMap(({ entry }) => documentedIncidentOf(index, entry.id) ?? []);
}

/** The documented restriction of an id, with the ids of the entries that name it. */
export function documentedIncidentOf(
	index: RecordIndex,
	id: string,
): Incident | undefined {
	const standing = index.get(id);
	const incident = standing && documentedIncident(standing);
	if (!incident) return undefined;
	const named = index.naming(id).map((entry) => entry.id);
	return { ...incident, entries: [...new Set([id, ...named])].sort() };
}

function statusOf({ end, isOngoing }: RestrictionPart): IncidentStatus {
	if (isOngoing) return "ongoing";
	return end && end.precision !== "forecast" ? "ended" : "ending_unknown";
}

function bracketOf(time: RecordTime): IncidentBracket {
	const { since, until } = intervalOf(time);
	return {
		earliest: since ?? null,
		at: time.precision === "minute" ? (since ?? null) : null,
		latest: until,
	};
}

/** The shallowest mechanism that a documented technique surely claims (docs/ontology.md). */
const MECHANISM_OF: Readonly<
	Record<Exclude<Technique, "bgp" | "throttling">, string>
> = {
	dns: "dns",
	tls_sni: "tls",
	http: "http",
	ip: "tcp",
	mobile_network_off: "network.shutdown.mobile",
	mobile_data_off: "network.shutdown.mobile",
};
const SHUTDOWNS: readonly IncidentKind[] = INCIDENT_KINDS.filter((kind) =>
	kind.endsWith("_shutdown"),
);

/** What all the techniques have in common; null where that is nothing. */
function mechanismOf({ technique, kind }: RestrictionPart): string | null {
	const paths = technique.map((one): readonly string[] => {
		if (one === "throttling") return [];
		if (one !== "bgp") return mechanismPath(MECHANISM_OF[one]);
		return mechanismPath(
			SHUTDOWNS.includes(kind) ? "network.shutdown" : "tcp.unreachable",
		);
	});
	const [first = []] = paths;
	const shared = first.filter((node) =>
		paths.every((path) => path.includes(node)),
	);
	return shared.at(-1) ?? null;
}
