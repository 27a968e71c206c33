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

/**
 * The event of an incident; undefined where its kind says nothing of a cost
 * (an outage, a withheld account). An ongoing one runs until `now`.
 */
export function eventOfIncident(
	incident: Incident,
	{ now, scope }: { readonly now: string; readonly scope: number | undefined },
): CostEvent | undefined {
	const kind = KINDS[incident.kind];
	if (kind === undefined) return undefined;
	const span = {
		since: likeliest(incident.onset),
		until: incident.ending ? likeliest(incident.ending) : now,
	};
	const segments = segmentsOf(incident, span);
	const bounds = hourBounds(incident, now);
	return {
		cc: incident.cc,
		kind,
		service: incident.service ?? undefined,
		scope: scope ?? (incident.scope === "country" ? 1 : undefined),
		segments,
		notes: [
			incident.ending
				? `The record and the measurements allow from ${bounds.least} to ${bounds.most} hours.`
				: incident.status === "ongoing"
					? `It is going on: a running total up to ${now}.`
					: `No ending is known: the total runs up to ${now} and may be too large.`,
			...(incident.scope === "country"
				? []
				: scope === undefined
					? [
							"It touched some networks or areas only, and their share of the country is not known: give --scope.",
						]
					: []),
			...(segments.length > 1
				? [
						"Networks came back at different times. No market shares ship, so each network counts alike.",
					]
				: []),
		],
	};
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

function hourBounds({ onset, ending }: Incident, now: string) {
	const hours = (from: string, to: string) =>
		Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 3_600_000));
	return {
		least: hours(onset.latest, ending?.earliest ?? onset.latest),
		most: hours(onset.earliest ?? likeliest(onset), ending?.latest ?? now),
	};
}
