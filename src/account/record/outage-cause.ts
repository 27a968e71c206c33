/**
 * What the record says of an outage that signals show: orders and restrictions
 * of its place and time name its cause, and faults speak against it. Where the
 * record tells of both, nothing is established (P10, P12).
 */
import type { Incident, IncidentKind } from "../../model/index.ts";
import { areaOf } from "../../reference/index.ts";
import type { RecordEntry } from "./entry.ts";
import { networkAccess } from "./network-words.ts";
import type { RecordIndex } from "./record-index.ts";
import { linkKey } from "./seal.ts";
import { intervalOf, type RecordTime } from "./time.ts";

const HOUR_MS = 3_600_000;
/** An outage may begin this much before the record's first word of it. Provisional. */
const SLACK_MS = 12 * HOUR_MS;
/** How long an entry without an end speaks: an order is soon carried out, a cable stays cut for days. Provisional. */
const RESTRICTION_MS = 24 * HOUR_MS;
const FAULT_MS = 7 * 24 * HOUR_MS;

export interface RecordOfOutage {
	readonly restrictions: readonly RecordEntry[];
	readonly faults: readonly RecordEntry[];
}

/** Entries of the record that tell why the network failed there and then. */
export function recordOfOutage(
	index: RecordIndex,
	incident: Incident,
): RecordOfOutage {
	const entries = index.ofCountry(incident.cc).map(({ entry }) => entry);
	const telling = entries.filter((entry) => {
		const decided = index.decisions.get(linkKey(entry.id, incident.id));
		return (
			decided ?? (entry.confidence !== "low" && isOfOutage(entry, incident))
		);
	});
	return {
		restrictions: telling.filter(isRestrictive),
		faults: telling.filter(isFault),
	};
}

/** The cause as signals and record together have it. */
export function causeWithRecord(
	{ cause, kind, confounds }: Pick<Incident, "cause" | "kind" | "confounds">,
	{ restrictions, faults }: RecordOfOutage,
): Pick<Incident, "cause" | "kind" | "confounds"> {
	const ids = (entries: readonly RecordEntry[]) => entries.map(({ id }) => id);
	const told = { entries: ids(restrictions), against: ids(faults) };
	const isSaid = restrictions.length > 0;
	if (faults.length > 0) {
		const isFault = !isSaid && cause?.found !== "restriction";
		return {
			kind: isFault ? "outage_not_restriction" : "outage",
			confounds: isFault
				? [...new Set([...confounds, "documented_as_fault"])].sort()
				: confounds,
			cause: {
				...told,
				found: isFault ? "fault" : "not_established",
				ground: isFault ? "record" : null,
				why: isFault
					? "The record tells of a fault at that place and time."
					: "The record tells of a fault at that place and time, so that it is not called a shutdown, though something else speaks for one.",
			},
		};
	}
	if (!isSaid) return { ...(cause ? { cause } : {}), kind, confounds };
	return {
		kind: kindOf(restrictions) ?? kind,
		confounds,
		cause: {
			...told,
			found: "restriction",
			ground: "record",
			why: "The record tells of an order or a restriction of that place and time.",
		},
	};
}

const isShutdown = (kind: IncidentKind): boolean => kind.endsWith("_shutdown");

function isRestrictive({ restriction, order }: RecordEntry): boolean {
	return restriction ? isShutdown(restriction.kind) : order !== undefined;
}

const isFault = ({ restriction }: RecordEntry): boolean =>
	restriction?.kind === "outage_not_restriction";

/** The kind that the entries agree on; of several, the first is as good as another only where all are one. */
function kindOf(entries: readonly RecordEntry[]): IncidentKind | undefined {
	const kinds = new Set(
		entries.flatMap(({ restriction }) => restriction?.kind ?? []),
	);
	const [only] = kinds;
	return kinds.size === 1 ? only : undefined;
}

function isOfOutage(entry: RecordEntry, incident: Incident): boolean {
	if (!isRestrictive(entry) && !isFault(entry)) return false;
	const access = networkAccess(entry.order?.services ?? entry.services);
	if (access === undefined) return false;
	const isOfAccess =
		access === null ||
		(incident.access ?? null) === null ||
		access === incident.access;
	return isOfAccess && isOfPlace(entry, incident) && isOfTime(entry, incident);
}

/** What is said of the country holds of its areas; what is said of an area or of a part of it does not hold of what is wider. */
function isOfPlace(
	{ country, areas: own, order }: RecordEntry,
	{ scope, areas }: Incident,
): boolean {
	const said = order?.areas ?? own;
	if (said.length === 0) return true;
	return (
		scope === "area" &&
		said
			.map((name) => areaOf(country, name))
			.some(
				({ code, isPart }) =>
					code !== undefined && !isPart && areas.includes(code),
			)
	);
}

function isOfTime(entry: RecordEntry, { onset }: Incident): boolean {
	const span = spanOf(entry);
	if (!span) return false;
	const began = Date.parse(onset.at ?? onset.latest);
	return began >= span.since - SLACK_MS && began < span.until;
}

/** From its start to its end, where both are exact to the day; an end that nobody tells is near. */
function spanOf({
	restriction,
	order,
	when,
}: RecordEntry):
	| { readonly since: number; readonly until: number }
	| undefined {
	const start = restriction?.start ?? order?.start ?? when;
	const since = intervalOf(start).since;
	if (since === undefined || !isFirm(start)) return undefined;
	const end = restriction?.end ?? order?.expiry ?? undefined;
	const from = Date.parse(intervalOf(start).until);
	if (end && isFirm(end))
		return {
			since: Date.parse(since),
			until: Date.parse(intervalOf(end).until),
		};
	const lasts =
		restriction?.kind === "outage_not_restriction" ? FAULT_MS : RESTRICTION_MS;
	return {
		since: Date.parse(since),
		until: restriction?.isOngoing ? Number.POSITIVE_INFINITY : from + lasts,
	};
}

const isFirm = ({ precision }: RecordTime): boolean =>
	precision === "minute" || precision === "hour" || precision === "day";
