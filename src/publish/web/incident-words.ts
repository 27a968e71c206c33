/** Incidents in words: what it is called, when it began and ended, and the sentence that its page leads with. */
import { zoneOfCountry } from "../../account/record/index.ts";
import type {
	Incident,
	IncidentBracket,
	IncidentKind,
	IncidentStatus,
} from "../../model/index.ts";
import {
	areaName,
	countryName,
	type ServiceRegistry,
} from "../../reference/index.ts";
import { asnName } from "./names.ts";
import { causeSentence, signalsPhrase } from "./outage-words.ts";
import { betweenDays, formatDay, formatMoment } from "./times.ts";
import { countOf, formatCount, listOf, sentenceCase } from "./words.ts";

const HOUR_MS = 3_600_000;

/** What was done; `service` stands for the subject. */
const KIND_PHRASES: Readonly<Record<IncidentKind, string>> = {
	service_block: "service blocked",
	throttling: "service slowed",
	mobile_data_shutdown: "mobile internet cut",
	fixed_line_shutdown: "fixed-line internet cut",
	regional_shutdown: "internet cut",
	full_shutdown: "internet cut",
	account_or_content_withholding: "accounts or content withheld on service",
	outage_not_restriction: "a fault of service, not a restriction",
	outage: "an outage of service",
	undetermined: "a change of service, its kind not known",
};

export const INCIDENT_STATUS_WORDS: Readonly<Record<IncidentStatus, string>> = {
	announced: "announced",
	suspicion: "not enough data",
	ongoing: "ongoing",
	ended: "ended",
	ending_unknown: "ending not known",
	withdrawn: "withdrawn",
	merged: "told as part of another",
};

/** The status in a word or two; what something else explains is no restriction, whether it goes on or not. */
export function statusWord(incident: Incident): string {
	return incident.basis !== "documented" && incident.confounds.length > 0
		? "no restriction"
		: INCIDENT_STATUS_WORDS[incident.status];
}

const CONFOUND_WORDS: Readonly<Record<string, string>> = {
	worldwide: "The same changed in many countries at once.",
	instrument: "It follows one version of the probe, not a network.",
	own_change: "Our own rules or reference data changed at that time.",
	composition:
		"Other probes or resolvers answered than before; none of them changed.",
	source_late: "The source fell silent elsewhere too, so it was only late.",
	control_outage: "What measurements were compared with failed itself.",
	documented_as_fault: "The record calls it a fault, not a restriction.",
};

/** What else explains an incident, a sentence each. */
export function confoundSentences({
	confounds,
}: Pick<Incident, "confounds">): readonly string[] {
	return confounds.map(
		(one) =>
			CONFOUND_WORDS[one] ?? `${sentenceCase(one.replaceAll("_", " "))}.`,
	);
}

/** Told as a restriction: nothing else explains it, it is no outage of unknown cause, and it stands (P10). */
export function isRestriction({
	confounds,
	status,
	kind,
}: Pick<Incident, "confounds" | "status" | "kind">): boolean {
	return (
		confounds.length === 0 &&
		status !== "withdrawn" &&
		status !== "suspicion" &&
		kind !== "outage_not_restriction" &&
		kind !== "outage"
	);
}

/** An outage at the floor, of no established cause: an incident, and no restriction. */
export function isPublishedOutage({
	kind,
	status,
	confounds,
}: Pick<Incident, "confounds" | "status" | "kind">): boolean {
	return (
		kind === "outage" &&
		confounds.length === 0 &&
		status !== "suspicion" &&
		status !== "withdrawn"
	);
}

/** `X (Twitter)`, `X (Twitter) and Instagram`, `the internet`. */
export function incidentSubject(
	{ service }: Pick<Incident, "service">,
	services: ServiceRegistry,
): string {
	if (service === null) return "the internet";
	return listOf(
		service.split("; ").map((name) => services.get(name)?.name ?? name),
	);
}

/** `in Pakistan`, `on AS64496 in Pakistan`, `in Balochistan, Pakistan`. */
function placeOf({ cc, scope, areas, networks }: Incident): string {
	const country = countryName(cc);
	if (scope === "area") return `in ${listOf(areas.map(areaName))}, ${country}`;
	const [only, ...others] = networks;
	if (scope === "country" || only === undefined) return `in ${country}`;
	return others.length === 0
		? `on ${asnName(only.asn)} in ${country}`
		: `on ${countOf(networks.length, "network")} in ${country}`;
}

/** `X (Twitter) blocked in Pakistan`. What is no published restriction does not read as one. */
export function incidentTitle(
	incident: Incident,
	services: ServiceRegistry,
): string {
	const what =
		incident.service === null && incident.kind === "undetermined"
			? "measurements that fell silent"
			: KIND_PHRASES[incident.kind].replace("service", () =>
					incidentSubject(incident, services),
				);
	const place = placeOf(incident);
	if (incident.status === "suspicion")
		return `Not enough data: signs of ${what} ${place}`;
	if (incident.status === "withdrawn") return `Withdrawn: ${what} ${place}`;
	if (
		incident.confounds.length > 0 &&
		incident.basis !== "documented" &&
		incident.kind !== "outage_not_restriction"
	)
		return `No restriction: what looked like ${what} ${place}`;
	// A service is written as it writes itself, in front too.
	const isName =
		incident.service !== null &&
		KIND_PHRASES[incident.kind].startsWith("service");
	return `${isName ? what : sentenceCase(what)} ${place}`;
}

/**
 * When something changed, as it follows "it began" or "it ended". A record's
 * dates are days of the country, not of UTC, and are told as such.
 */
export function bracketPhrase(bracket: IncidentBracket, cc: string): string {
	const { earliest, at, latest } = bracket;
	if (earliest === null) return `before ${formatMoment(latest)}`;
	const days = localDays(earliest, latest, cc);
	if (at === null && days !== undefined)
		return `${betweenDays(...days)} (local ${days[0] === days[1] ? "day" : "days"})`;
	if (Date.parse(latest) - Date.parse(earliest) <= HOUR_MS)
		return `in the hour of ${formatMoment(earliest)}`;
	const likeliest = at === null ? "" : `, most likely ${formatMoment(at)}`;
	return `between ${formatMoment(earliest).replace(/ UTC$/, "")} and ${formatMoment(latest)}${likeliest}`;
}

/** The day of a bracket, for tables: the likeliest one. */
export function bracketDay(
	{ earliest, at, latest }: IncidentBracket,
	cc: string,
): string {
	if (at !== null) return formatDay(at);
	if (earliest === null) return `before ${formatDay(latest)}`;
	const [first, last] = localDays(earliest, latest, cc) ?? [earliest, latest];
	return first.slice(0, 10) === last.slice(0, 10)
		? formatDay(first)
		: `${formatDay(first)} or later`;
}

/** The first and last whole day of the country; undefined where the interval begins or ends within one. */
function localDays(
	since: string,
	until: string,
	cc: string,
): readonly [first: string, last: string] | undefined {
	const zone = zoneOfCountry(cc) ?? "UTC";
	const [first, last] = [since, until].map((instant) =>
		new Intl.DateTimeFormat("sv-SE", {
			timeZone: zone,
			dateStyle: "short",
			timeStyle: "short",
		}).format(new Date(instant)),
	);
	if (!first?.endsWith(" 00:00") || !last?.endsWith(" 00:00")) return undefined;
	const lastDay = new Date(Date.parse(`${last.slice(0, 10)}T00:00:00Z`) - 1);
	return [first.slice(0, 10), lastDay.toISOString().slice(0, 10)];
}

/** How much stands behind it: `41 of 44 sessions on 8 networks`. */
export function evidencePhrase(incident: Incident): string {
	const { basis, counts } = incident;
	if (basis === "documented") return "documented, not measured";
	if (incident.service === null) return signalsPhrase(incident);
	return `${formatCount(counts.sessions)} of ${countOf(counts.of, "session")} on ${countOf(counts.networks, "network")}`;
}

/** The sentence that the page leads with: status, beginning, ending, and what stands behind it (P5). */
export function statusSentence(incident: Incident): string {
	const { status, onset, ending, cc, basis } = incident;
	const began = `began ${bracketPhrase(onset, cc)}`;
	const ended =
		ending === null ? "" : ` and ended ${bracketPhrase(ending, cc)}`;
	if (basis === "documented")
		return `Documented, not measured, ${INCIDENT_STATUS_WORDS[status]}: its sources say that it ${began}${ended}.`;
	if (status === "withdrawn") return `Withdrawn: ${incident.reason}`;
	const lead =
		isRestriction(incident) || isPublishedOutage(incident)
			? sentenceCase(INCIDENT_STATUS_WORDS[status])
			: status === "suspicion"
				? `Not enough data to call it ${incident.service === null ? "an outage" : "a restriction"}`
				: "Not published as a restriction";
	return `${lead}: it ${began}${ended}. ${shownBy(incident)}`;
}

function shownBy(incident: Incident): string {
	if (incident.service === null)
		return `${sentenceCase(signalsPhrase(incident))}. ${causeSentence(incident)}`.trim();
	return `${sentenceCase(evidencePhrase(incident))} showed it.`;
}
