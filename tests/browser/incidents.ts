/** Incidents of the filled countries as detection would have written them, in a book beside the record that ships. */
import { readFileSync } from "node:fs";
import { StandingIncidents } from "../../src/account/incidents/index.ts";
import {
	indexRecord,
	mapRestrictions,
	parseRestrictions,
} from "../../src/account/record/index.ts";
import type { Incident, IncidentBracket } from "../../src/model/index.ts";
import {
	type IncidentBook,
	openIncidentBook,
	serviceNamer,
} from "../../src/pipeline/index.ts";
import type { ServiceRegistry } from "../../src/reference/index.ts";

const bracket = (
	earliest: string | null,
	at: string,
	latest: string,
): IncidentBracket => ({ earliest, at, latest });

/** A block of X as `fillCountry` tells it, told twice. */
export function blockOfX(
	cc: string,
	networkCount: number,
	changes: Partial<Incident> = {},
): Incident {
	const onset = bracket(
		"2026-01-29T22:00:00Z",
		"2026-01-30T04:00:00Z",
		"2026-01-30T14:00:00Z",
	);
	return {
		id: `${cc.toLowerCase()}-x-2026-01-30`,
		aliases: [`${cc.toLowerCase()}-x-2026-02-03`],
		cc,
		service: "x",
		kind: "service_block",
		status: "ongoing",
		basis: "measured",
		scope: "country",
		areas: [],
		targets: ["x.com", "t.co"],
		networks: Array.from({ length: networkCount }, (_, n) => ({
			asn: 64496 + n,
			state: n % 4 === 3 ? "insufficient" : "likely_blocked",
			onset:
				n % 4 === 3
					? null
					: bracket(
							n % 5 === 4 ? null : `2026-01-${29 - (n % 3)}T${10 + n}:00:00Z`,
							"2026-01-30T04:00:00Z",
							`2026-01-${30 + (n % 2)}T14:00:00Z`,
						),
			ending: null,
			mechanism: n % 4 === 3 ? null : "tls.reset.sni",
			sessions: n % 4 === 3 ? 0 : 20 + n,
			of: 22 + n,
		})),
		onset,
		ending: null,
		detectableAt: "2026-01-30T18:00:00Z",
		endDetectableAt: null,
		mechanism: "tls.reset.sni",
		counts: { sessions: 140, of: 171, networks: 6, measurements: 312 },
		witness: `202620260301.0_${cc}_64497_xcom`,
		confounds: [],
		entries: [],
		revision: 1,
		revisedAt: "2026-01-30T19:00:00Z",
		reason: "First found, on 2 networks.",
		mergedInto: null,
		ruleset: "rules",
		reference: "reference",
		...changes,
	};
}

/** The book of some revisions, each after the one before, and of the record that ships. */
export function bookOf(
	revisions: readonly Incident[],
	services: ServiceRegistry,
): IncidentBook {
	const standing = new StandingIncidents();
	for (const [seq, incident] of revisions.entries())
		standing.take({
			seq,
			prev: "",
			at: incident.revisedAt,
			kind: "incident",
			subject: incident.id,
			author: "rasai",
			body: incident,
			texts: {},
		});
	const entries = ["pakistan-restrictions.csv", "other-countries.csv"].flatMap(
		(name) =>
			parseRestrictions(readFileSync(`data/record/${name}`, "utf8")).entries,
	);
	const record = mapRestrictions(entries).entries.map(
		(entry, seq) =>
			[
				entry.id,
				{
					entry,
					seq,
					at: "2026-01-01T00:00:00Z",
					author: "rasai",
					erased: [],
					revisionCount: 1,
				},
			] as const,
	);
	return openIncidentBook(
		standing,
		indexRecord({ entries: new Map(record), links: new Map() }),
		serviceNamer(services),
	);
}
