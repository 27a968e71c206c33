/** Incidents in words: what it is called, when it began and ended, and the sentence that its page leads with. */
import { zoneOfCountry } from "../../account/record/index.ts";
import type {
	Incident,
	IncidentBracket,
	IncidentKind,
	IncidentStatus,
} from "../../model/index.ts";
import { areaName, type ServiceRegistry } from "../../reference/index.ts";
import type { MessageKey } from "./language/messages/index.ts";
import { say, wordsOf } from "./language/speech.ts";
import { asnName, placeName } from "./names.ts";
import { causeSentence, signalsPhrase } from "./outage-words.ts";
import { betweenDays, formatDay, formatMoment } from "./times.ts";
import { countOf, listOf, sentenceCase } from "./words.ts";

const HOUR_MS = 3_600_000;

/** What was done; `service` stands for the subject. */
const KIND_PHRASES: Readonly<Record<IncidentKind, MessageKey>> = {
	service_block: "incident.service_block",
	throttling: "incident.throttling",
	mobile_data_shutdown: "incident.mobile_data_shutdown",
	fixed_line_shutdown: "incident.fixed_line_shutdown",
	regional_shutdown: "incident.internet_cut",
	full_shutdown: "incident.internet_cut",
	account_or_content_withholding: "incident.withholding",
	outage_not_restriction: "incident.fault",
	outage: "incident.outage",
	undetermined: "incident.undetermined",
};

export const INCIDENT_STATUS_WORDS = wordsOf<IncidentStatus>({
	announced: "incident.announced",
	suspicion: "state.insufficient",
	ongoing: "incident.ongoing",
	ended: "incident.ended",
	ending_unknown: "incident.ending_unknown",
	withdrawn: "incident.withdrawn",
	merged: "incident.merged",
});

/** The status in a word or two; what something else explains is no restriction, whether it goes on or not. */
export function statusWord(incident: Incident): string {
	return incident.basis !== "documented" && incident.confounds.length > 0
		? say("incident.no_restriction")
		: INCIDENT_STATUS_WORDS[incident.status];
}

const CONFOUND_WORDS: Readonly<Record<string, string>> = wordsOf({
	worldwide: "incident.worldwide",
	instrument: "incident.instrument",
	own_change: "incident.own_change",
	composition: "incident.composition",
	source_late: "incident.source_late",
	control_outage: "incident.control_outage",
	documented_as_fault: "incident.documented_as_fault",
});

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
	if (service === null) return say("incident.internet");
	return listOf(
		service.split("; ").map((name) => services.get(name)?.name ?? name),
	);
}

/** `in Pakistan`, `on AS64496 in Pakistan`, `in Balochistan, Pakistan`. */
function placeOf({ cc, scope, areas, networks }: Incident): string {
	const country = placeName(cc);
	if (scope === "area")
		return say("incident.in_area", {
			areas: listOf(areas.map(areaName)),
			country,
		});
	const [only, ...others] = networks;
	if (scope === "country" || only === undefined)
		return say("incident.in", { place: country });
	return say("incident.on", {
		network:
			others.length === 0
				? asnName(only.asn)
				: countOf(networks.length, "network"),
		country,
	});
}

/** `X (Twitter) blocked in Pakistan`. What is no published restriction does not read as one. */
export function incidentTitle(
	incident: Incident,
	services: ServiceRegistry,
): string {
	const what =
		incident.service === null && incident.kind === "undetermined"
			? say("incident.fell_silent")
			: say(KIND_PHRASES[incident.kind], {
					service: incidentSubject(incident, services),
				});
	const told = { what, where: placeOf(incident) };
	if (incident.status === "suspicion")
		return say("incident.title_suspicion", told);
	if (incident.status === "withdrawn")
		return say("incident.title_withdrawn", told);
	if (
		incident.confounds.length > 0 &&
		incident.basis !== "documented" &&
		incident.kind !== "outage_not_restriction"
	)
		return say("incident.title_explained", told);
	// A service is written as it writes itself, in front too.
	const isName =
		incident.service !== null &&
		["service_block", "throttling"].includes(incident.kind);
	return say("incident.title", {
		...told,
		what: isName ? what : sentenceCase(what),
	});
}

/**
 * When something changed, as it follows "it began" or "it ended". A record's
 * dates are days of the country, not of UTC, and are told as such.
 */
export function bracketPhrase(bracket: IncidentBracket, cc: string): string {
	const { earliest, at, latest } = bracket;
	if (earliest === null)
		return say("incident.before", { moment: formatMoment(latest) });
	const days = localDays(earliest, latest, cc);
	if (at === null && days !== undefined)
		return say("incident.local_days", {
			days: betweenDays(...days),
			count: days[0] === days[1] ? 1 : 2,
		});
	if (Date.parse(latest) - Date.parse(earliest) <= HOUR_MS)
		return say("incident.in_hour", { moment: formatMoment(earliest) });
	const between = say("time.between", {
		first: formatMoment(earliest).replace(/ UTC$/, ""),
		last: formatMoment(latest),
	});
	return at === null
		? between
		: say("incident.most_likely", {
				bracket: between,
				moment: formatMoment(at),
			});
}

/** The day of a bracket, for tables: the likeliest one. */
export function bracketDay(
	{ earliest, at, latest }: IncidentBracket,
	cc: string,
): string {
	if (at !== null) return formatDay(at);
	if (earliest === null)
		return say("incident.before", { moment: formatDay(latest) });
	const [first, last] = localDays(earliest, latest, cc) ?? [earliest, latest];
	return first.slice(0, 10) === last.slice(0, 10)
		? formatDay(first)
		: say("incident.or_later", { day: formatDay(first) });
}

const localFormats = new Map<string, Intl.DateTimeFormat>();

/** `2026-01-03 00:00`. Made once for each zone: that takes longer than a row of a table. */
function localFormat(timeZone: string): Intl.DateTimeFormat {
	const format =
		localFormats.get(timeZone) ??
		new Intl.DateTimeFormat("sv-SE", {
			timeZone,
			dateStyle: "short",
			timeStyle: "short",
		});
	localFormats.set(timeZone, format);
	return format;
}

/** The first and last whole day of the country; undefined where the interval begins or ends within one. */
function localDays(
	since: string,
	until: string,
	cc: string,
): readonly [first: string, last: string] | undefined {
	const format = localFormat(zoneOfCountry(cc) ?? "UTC");
	const [first, last] = [since, until].map((instant) =>
		format.format(new Date(instant)),
	);
	if (!first?.endsWith(" 00:00") || !last?.endsWith(" 00:00")) return undefined;
	const lastDay = new Date(Date.parse(`${last.slice(0, 10)}T00:00:00Z`) - 1);
	return [first.slice(0, 10), lastDay.toISOString().slice(0, 10)];
}

/** How much stands behind it: `41 of 44 sessions on 8 networks`. */
export function evidencePhrase(incident: Incident): string {
	const { basis, counts } = incident;
	if (basis === "documented") return say("incident.documented");
	if (incident.service === null) return signalsPhrase(incident);
	return say("incident.sessions", {
		count: counts.sessions,
		sessions: countOf(counts.of, "session"),
		networks: countOf(counts.networks, "network"),
	});
}

/** The sentence that the page leads with: status, beginning, ending, and what stands behind it (P5). */
export function statusSentence(incident: Incident): string {
	const { status, onset, ending, cc, basis } = incident;
	const began = bracketPhrase(onset, cc);
	const ended = ending === null ? "" : bracketPhrase(ending, cc);
	if (basis === "documented")
		return say(
			ending === null
				? "incident.told_documented"
				: "incident.told_documented_ended",
			{ status: INCIDENT_STATUS_WORDS[status], began, ended },
		);
	if (status === "withdrawn")
		return say("incident.told_withdrawn", { reason: incident.reason });
	const lead =
		isRestriction(incident) || isPublishedOutage(incident)
			? sentenceCase(INCIDENT_STATUS_WORDS[status])
			: status === "suspicion"
				? say(
						incident.service === null
							? "incident.not_an_outage"
							: "incident.not_a_restriction",
					)
				: say("incident.not_published");
	return say(ending === null ? "incident.told" : "incident.told_ended", {
		status: lead,
		began,
		ended,
		shown: shownBy(incident),
	});
}

function shownBy(incident: Incident): string {
	if (incident.service === null)
		return `${sentenceCase(signalsPhrase(incident))}. ${causeSentence(incident)}`.trim();
	return say("incident.shown", {
		evidence: sentenceCase(evidencePhrase(incident)),
	});
}
