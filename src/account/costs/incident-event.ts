/** From an incident to what it cost: kind, hours and how many of its networks were still cut. */
import type { Incident, IncidentBracket } from "../../model/index.ts";
import type { CostEvent, CostKind, CostSegment } from "./types.ts";

const KINDS: Readonly<Partial<Record<Incident["kind"], CostKind>>> = {
	service_block: "service",
	throttling: "throttling",
	mobile_data_shutdown: "mobile",
	regional_shutdown: "regional",
	full_shutdown: "full",
};

const likeliest = ({ at, latest }: IncidentBracket): string => at ?? latest;

export interface IncidentEventOptions {
	/** An ongoing incident runs until then. */
	readonly now: string;
	/** Share of the country; undefined: from the incident, where it is the whole. */
	readonly scope: number | undefined;
	/** Service id of a name of the incident. */
	readonly serviceOf: (name: string) => string;
}

/**
 * The event of an incident; undefined where its kind says nothing of a cost (an
 * outage, a withheld account). It has no hours where none can be counted: no
 * ending is known, or it is below the floor (P7).
 */
export function eventOfIncident(
	incident: Incident,
	{ now: to, scope, serviceOf }: IncidentEventOptions,
): CostEvent | undefined {
	// Whole minutes: no bracket knows more.
	const now = `${to.slice(0, 16)}:00Z`;
	const kind = KINDS[incident.kind];
	if (kind === undefined) return undefined;
	const { ending, status } = incident;
	const isCounted =
		status === "ongoing" || (status === "ended" && ending !== null);
	const segments = isCounted
		? segmentsOf(incident, {
				since: likeliest(incident.onset),
				until: ending ? likeliest(ending) : now,
			})
		: [];
	const ownScope = incident.scope === "country" ? 1 : undefined;
	return {
		...(isCounted && !ending ? { runningUntil: now } : {}),
		cc: incident.cc,
		kind,
		service: serviceNamed(incident, serviceOf),
		scope: scope ?? ownScope,
		segments,
		notes: [
			hoursNote(incident, now, isCounted),
			...((scope ?? ownScope) === undefined
				? [
						"It touched some networks or areas only, and their share of the country is not known.",
					]
				: []),
			...(segments.some(({ share }) => share < 1)
				? [
						"Networks began or came back at different times. No market shares ship, so each network counts alike.",
					]
				: []),
		],
	};
}

/** Its one service; where it is about several, their names, which have no weight. */
function serviceNamed(
	{ service }: Incident,
	serviceOf: (name: string) => string,
): string | undefined {
	const ids = [...new Set(service?.split("; ").map(serviceOf))];
	return ids.length === 0 ? undefined : ids.join("; ");
}

function hoursNote(
	incident: Incident,
	now: string,
	isCounted: boolean,
): string {
	if (!isCounted)
		return `No hours can be counted: its status is ${incident.status.replaceAll("_", " ")}.`;
	if (!incident.ending) return `It is going on: a running total up to ${now}.`;
	const { least, most } = hourBounds(incident.onset, incident.ending);
	return `The record and the measurements allow from ${least} to ${most} hours.`;
}

/** Cut where the number of networks still restricted changes. */
function segmentsOf(
	{ networks }: Incident,
	span: { readonly since: string; readonly until: string },
): readonly CostSegment[] {
	const stretches = networks.flatMap(({ onset, ending }) =>
		onset
			? [
					{
						since: likeliest(onset),
						until: ending ? likeliest(ending) : span.until,
					},
				]
			: [],
	);
	if (stretches.length === 0) return [{ ...span, share: 1 }];
	const within = stretches
		.flatMap(({ since, until }) => [since, until])
		.filter((at) => at > span.since && at < span.until);
	const cuts = [...new Set([span.since, ...within, span.until])].sort();
	return cuts.slice(1).flatMap((until, at) => {
		const since = cuts[at] ?? span.since;
		const cut = stretches.filter(
			(one) => one.since <= since && one.until >= until,
		).length;
		return cut === 0 ? [] : [{ since, until, share: cut / stretches.length }];
	});
}

function hourBounds(onset: IncidentBracket, ending: IncidentBracket) {
	const hours = (from: string, to: string) =>
		Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 3_600_000));
	return {
		least: hours(onset.latest, ending.earliest ?? onset.latest),
		most: hours(onset.earliest ?? likeliest(onset), ending.latest),
	};
}
