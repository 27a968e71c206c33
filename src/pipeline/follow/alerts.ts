/**
 * Which news are told: about one notification for one real event. A suspicion
 * is never told (P4), nor what something else explains (P10); what was told
 * and turns out otherwise is taken back, not forgotten (P8).
 */
import type { Incident } from "../../model/index.ts";
import { areaName } from "../../reference/index.ts";

/** `widened`: first told of some networks, now of the country. `withdrawn`: found to be wrong, explained otherwise, or part of another incident. */
export const ALERT_KINDS = [
	"opened",
	"widened",
	"ended",
	"resumed",
	"withdrawn",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Alert {
	readonly incident: string;
	/** Of the incident. */
	readonly revision: number;
	readonly kind: AlertKind;
	readonly at: string;
	readonly cc: string;
	readonly service: string | null;
	readonly scope: Incident["scope"];
	/** One sentence. */
	readonly text: string;
}

/** What ended longer ago than this when first told is history, as an import of old archives finds it, and no news. */
const NEWS_DAYS = 7;

/** The alerts that are due, given all that were sent. Calling it again with those added gives none. */
export function alertsDue(
	incidents: readonly Incident[],
	sent: readonly Alert[],
	at: string,
): readonly Alert[] {
	const last = new Map<string, Alert>();
	const wide = new Set<string>();
	for (const alert of sent) {
		last.set(alert.incident, alert);
		if (alert.scope === "country") wide.add(alert.incident);
	}
	return incidents.flatMap((incident) => {
		const before = last.get(incident.id);
		const kind = kindDue(incident, before, wide.has(incident.id), at);
		if (kind === undefined) return [];
		const { id, revision, cc, service, scope } = incident;
		const text = sentence(incident, kind);
		return [{ incident: id, revision, kind, at, cc, service, scope, text }];
	});
}

function kindDue(
	incident: Incident,
	before: Alert | undefined,
	wasWide: boolean,
	at: string,
): AlertKind | undefined {
	if (!isPublished(incident))
		return before !== undefined &&
			before.kind !== "withdrawn" &&
			!(incident.status === "suspicion" && before.kind === "ended")
			? "withdrawn"
			: undefined;
	const isOver = incident.status !== "ongoing";
	if (before === undefined || before.kind === "withdrawn") {
		if (!isOver) return "opened";
		return isNews(incident, at) ? "ended" : undefined;
	}
	if (isOver) return before.kind === "ended" ? undefined : "ended";
	if (before.kind === "ended") return "resumed";
	return incident.scope === "country" && !wasWide ? "widened" : undefined;
}

/** At the floor, measured, and not explained otherwise. */
function isPublished({ status, basis, confounds }: Incident): boolean {
	return (
		basis !== "documented" &&
		confounds.length === 0 &&
		(status === "ongoing" || status === "ended" || status === "ending_unknown")
	);
}

function isNews({ endDetectableAt, onset }: Incident, at: string): boolean {
	const ended = Date.parse(endDetectableAt ?? onset.latest);
	return Date.parse(at) - ended < NEWS_DAYS * 24 * 3600 * 1000;
}

function placeOf({ cc, scope, areas, networks }: Incident): string {
	if (scope === "country") return cc;
	return scope === "area"
		? `${cc} (${areas.map(areaName).join(", ")})`
		: `${cc}, ${networks.map(({ asn }) => `AS${asn}`).join(", ")}`;
}

/** Of a network that failed: that it was cut is said only where something shows it. */
function outageSentence(incident: Incident, kind: AlertKind): string {
	const { onset, ending, cause, reason, signals = [] } = incident;
	const where = placeOf(incident);
	const since = `since ${onset.at ?? onset.latest}`;
	const fallen = signals.filter(({ falls }) => falls.length > 0).length;
	const what =
		cause?.found === "restriction"
			? "The internet is cut"
			: "An outage of the internet, cause not established,";
	switch (kind) {
		case "opened":
		case "widened":
			return `${what} in ${where} ${since}: ${fallen} of ${signals.length} signals fell.`;
		case "resumed":
			return `${what} in ${where} again; it began ${onset.at ?? onset.latest}.`;
		case "ended":
			return `The internet works again in ${where}, after an outage ${since}${ending ? ` until ${ending.at ?? ending.latest}` : ""}.`;
		case "withdrawn":
			return `What was told of an outage in ${where} ${since} is taken back: ${reason}`;
	}
}

function sentence(incident: Incident, kind: AlertKind): string {
	if (incident.service === null) return outageSentence(incident, kind);
	const { service: what, onset, ending, counts, reason } = incident;
	const where = placeOf(incident);
	const since = `since ${onset.at ?? onset.latest}`;
	const seen = `${counts.sessions} of ${counts.of} sessions on ${counts.networks} ${counts.networks === 1 ? "network" : "networks"}`;
	switch (kind) {
		case "opened":
			return `${what} is restricted in ${where} ${since}: ${seen}.`;
		case "widened":
			return `${what} is restricted in ${where} as a whole ${since}: ${seen}.`;
		case "resumed":
			return `${what} is restricted in ${where} again; the incident began ${onset.at ?? onset.latest}.`;
		case "ended":
			return `${what} works again in ${where}, restricted ${since}${ending ? ` until ${ending.at ?? ending.latest}` : ""}.`;
		case "withdrawn":
			return `What was told of ${what} in ${where} ${since} is taken back: ${reason}`;
	}
}
