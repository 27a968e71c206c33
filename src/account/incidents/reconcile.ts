/**
 * What is found now, held against what was kept: the same restriction keeps
 * its id; two that turn out to be one leave an alias; one that falls apart
 * keeps its id for the part that began first; one that is no longer found is
 * withdrawn. A revision is written only where a reader would see a difference
 * (P8: what was told is revised, never forgotten).
 */
import { canonicalJson } from "../../base/index.ts";
import type { Incident } from "../../model/index.ts";
import { incidentId } from "./ids.ts";
import { isSameOutage } from "./same-outage.ts";
import type { IncidentFinding } from "./types.ts";

/** What a restriction that is found again may be apart from what was kept and still be the same; grouping uses the same span. */
const SAME_WITHIN_MS = 5 * 24 * 3_600_000;

export interface Reconciled {
	/** Incidents as they now stand, merged ones included, by id. */
	readonly current: readonly Incident[];
	/** Those of them that differ from what was kept: to be written. */
	readonly revised: readonly Incident[];
}

/**
 * `known`: the last revision of every measured incident of the countries and
 * services that were looked at. The order of either list has no effect.
 */
export function reconcile(
	known: readonly Incident[],
	findings: readonly IncidentFinding[],
	at: string,
	isTaken: (id: string) => boolean,
): Reconciled {
	const taken = new Set(known.map(({ id }) => id));
	const isUsed = (id: string) => taken.has(id) || isTaken(id);
	const open = known.filter(({ status }) => status !== "merged").sort(byOnset);
	const heirs = new Map<string, Incident>();
	const current: Incident[] = [];
	for (const finding of [...findings].sort(byOnset)) {
		const same = open.filter(
			(one) => !heirs.has(one.id) && isSame(one, finding),
		);
		// What was published goes before what was withdrawn or only suspected.
		const before = same.find(isPublished) ?? same[0];
		const id = before?.id ?? incidentId(finding, isUsed);
		taken.add(id);
		const merged = same.filter(
			(one) => one !== before && one.status !== "withdrawn",
		);
		const aliases = [
			...new Set([
				...(before?.aliases ?? []),
				...merged.flatMap((one) => [one.id, ...one.aliases]),
			]),
		].sort();
		const incident = revise(before, { ...finding, id, aliases }, at);
		current.push(incident);
		if (before) heirs.set(before.id, incident);
		for (const one of merged) {
			heirs.set(one.id, incident);
			current.push(mergeInto(one, id, at));
		}
	}
	for (const one of known)
		if (!heirs.has(one.id))
			current.push(
				one.status === "merged" || one.status === "withdrawn"
					? one
					: withdraw(one, at),
			);
	current.sort((a, b) => (a.id < b.id ? -1 : 1));
	const kept = new Map(known.map((one) => [one.id, one]));
	const revised = current.filter((one) => kept.get(one.id) !== one);
	return { current, revised };
}

const isPublished = ({ status }: Incident): boolean =>
	status === "ongoing" || status === "ended" || status === "ending_unknown";

const byOnset = (
	a: Pick<Incident, "onset" | "cc" | "service">,
	b: Pick<Incident, "onset" | "cc" | "service">,
): number => {
	const key = ({ onset, cc, service }: typeof a) =>
		`${onset.at ?? onset.latest} ${cc} ${service ?? ""}`;
	return key(a) < key(b) ? -1 : 1;
};

/** Of one country and service, and overlapping in time or nearly so. Throttling and blocking of one service are one story. */
function isSame(known: Incident, finding: IncidentFinding): boolean {
	if (known.cc !== finding.cc || known.service !== finding.service)
		return false;
	if (known.service === null) return isSameOutage(known, finding);
	const [a, b] = [spanOf(known), spanOf(finding)];
	return (
		a.since <= b.until + SAME_WITHIN_MS && b.since <= a.until + SAME_WITHIN_MS
	);
}

function spanOf({ onset, ending }: Pick<Incident, "onset" | "ending">): {
	readonly since: number;
	readonly until: number;
} {
	return {
		since: Date.parse(onset.earliest ?? onset.latest),
		until: ending ? Date.parse(ending.latest) : Number.POSITIVE_INFINITY,
	};
}

/**
 * What a reader would see a difference in. Counts grow with every hour: of
 * them only the size is seen, so that an ongoing incident is told anew each
 * time its sessions have doubled.
 */
function visible(incident: Incident | IncidentFinding): string {
	const {
		cc,
		service,
		kind,
		status,
		scope,
		areas,
		targets,
		networks,
		onset,
		ending,
		mechanism,
		confounds,
		basis,
		counts,
		access = null,
		signals = [],
		cause,
	} = incident;
	return canonicalJson({
		cc,
		service,
		kind,
		status,
		scope,
		areas,
		targets,
		networks: networks.map(({ asn, onset, ending, mechanism }) => ({
			asn,
			onset,
			ending,
			mechanism,
		})),
		onset,
		ending,
		mechanism,
		confounds,
		basis,
		access,
		// Levels and the last digit of a depth move with every reading.
		signals: signals.map(({ source, measure, area, asn, falls }) => ({
			source,
			measure,
			area,
			asn,
			falls: falls.map(({ onset, ending, depth, restoredPartially }) => ({
				onset,
				ending,
				depth: Math.round(10 * depth),
				restoredPartially,
			})),
		})),
		cause: cause ? [cause.found, cause.ground] : null,
		sessionsDoubled: Math.floor(Math.log2(Math.max(1, counts.sessions))),
		aliases: "aliases" in incident ? incident.aliases : [],
	});
}

function revise(
	before: Incident | undefined,
	finding: IncidentFinding & Pick<Incident, "id" | "aliases">,
	at: string,
): Incident {
	const now = { ...finding, entries: before?.entries ?? [], mergedInto: null };
	if (before === undefined)
		return { ...now, revision: 1, revisedAt: at, reason: "First found." };
	const next = {
		...now,
		revision: before.revision + 1,
		revisedAt: at,
		reason: reasonOf(before, finding),
	};
	return visible(before) === visible(next) ? before : next;
}

/** What changed, in one sentence: the weightiest change alone. */
function reasonOf(
	before: Incident,
	now: IncidentFinding & Pick<Incident, "aliases">,
): string {
	const added = now.networks.filter(
		({ asn }) => !before.networks.some((one) => one.asn === asn),
	);
	if (now.aliases.length > before.aliases.length)
		return `Found to be one restriction with ${now.aliases.filter((id) => !before.aliases.includes(id)).join(", ")}.`;
	if (before.status !== now.status)
		return before.status === "withdrawn"
			? "Found again in later data."
			: now.status === "ending_unknown"
				? "Its readings stopped, and nothing newer says whether it goes on."
				: now.status === "ended"
					? "The ending is shown by as much evidence as the beginning."
					: now.status === "ongoing" && before.status === "ended"
						? "It returned, or later data take the ending back."
						: now.status === "suspicion"
							? "Later data leave less evidence than is needed."
							: "Enough evidence has come together.";
	if (canonicalJson(before.confounds) !== canonicalJson(now.confounds))
		return now.confounds.length > 0
			? `Something else explains it: ${now.confounds.join(", ")}.`
			: "What else might have explained it does not.";
	if (before.scope !== now.scope)
		return now.scope === "country"
			? "Enough networks show it to speak of the country."
			: "Too few networks show it to speak of the country.";
	if (added.length > 0)
		return `Now also on ${added.map(({ asn }) => `AS${asn}`).join(", ")}.`;
	if (before.mechanism !== now.mechanism || before.kind !== now.kind)
		return before.service === null
			? "Its cause is told otherwise."
			: "The technique is told otherwise.";
	if (
		canonicalJson([before.onset, before.ending]) !==
		canonicalJson([now.onset, now.ending])
	)
		return "Later data move its times.";
	if (canonicalJson(before.signals ?? []) !== canonicalJson(now.signals ?? []))
		return "Its signals are told otherwise.";
	return "Many more sessions, or fewer, stand behind it.";
}

function mergeInto(one: Incident, id: string, at: string): Incident {
	return {
		...one,
		status: "merged",
		mergedInto: id,
		revision: one.revision + 1,
		revisedAt: at,
		reason: `Found to be part of ${id}.`,
	};
}

function withdraw(one: Incident, at: string): Incident {
	return {
		...one,
		status: "withdrawn",
		revision: one.revision + 1,
		revisedAt: at,
		reason: "Later or corrected data no longer show it.",
	};
}
