/**
 * Rows of a list of restrictions as entries of the record: the restriction as
 * the list tells it, and beside it what the row dates on its own: the
 * acknowledgement or denial, and the end. What a row leaves blank stays
 * unknown.
 */
import { checkEntry } from "./check.ts";
import type { EntryFault, MappedEntries } from "./from-dossier.ts";
import type { TimePrecision } from "./time.ts";
import type { RestrictionEntry } from "./types.ts";
import { zoneOfCountry } from "./zones.ts";

export function mapRestrictions(
	rows: readonly RestrictionEntry[],
): MappedEntries {
	const faults: EntryFault[] = [];
	const entries = rows.flatMap((row) =>
		mapRow(row).flatMap((value) => {
			const { entry, faults: own } = checkEntry(
				JSON.parse(JSON.stringify(value)),
			);
			faults.push(...own.map((fault) => ({ ...fault, entry: row.id })));
			return entry ?? [];
		}),
	);
	return { entries, faults };
}

function mapRow(row: RestrictionEntry): readonly object[] {
	const zone = zoneOfCountry(row.country);
	const time = (date: string, precision: TimePrecision) => ({
		date,
		precision,
		zone,
	});
	const start = time(row.start, row.startPrecision);
	const end =
		row.end === undefined ||
		row.endPrecision === "ongoing" ||
		row.endPrecision === "unknown"
			? undefined
			: time(row.end, row.endPrecision);
	const shared = {
		country: row.country,
		services: row.services,
		areas: row.scope === "national" ? [] : row.scopeNames,
		about: [row.id],
		actor: { rank: "unknown" },
		deadlines: [],
		sources: row.sourceUrls.map((url) => ({ url })),
		confidence: row.confidence,
	};
	const isFault = row.kind === "outage_not_restriction";
	const words = [...row.services, ...row.scopeNames].join(", ");
	return [
		{
			...shared,
			id: row.id,
			type: "restriction",
			when: start,
			summary: `${row.kind.replaceAll("_", " ")}${words ? `: ${words}` : ""}`,
			note: row.notes || undefined,
			claims: isFault
				? []
				: [
						{
							matter: "reachability",
							asserted: row.kind === "throttling" ? "slowed" : "restricted",
							since: start,
							until: end,
						},
					],
			restriction: {
				kind: row.kind,
				start,
				end,
				isOngoing: row.endPrecision === "ongoing",
				scope: row.scope,
				scopeNames: row.scope === "national" ? row.scopeNames : undefined,
				networks: row.networks,
				technique: row.technique,
				cause: row.trigger || undefined,
				orderedBy: row.orderedBy || undefined,
				acknowledgement: row.officialAcknowledgement,
				justification: row.statedJustification || undefined,
			},
		},
		...officialWord(row, shared, zone),
		...(end === undefined || end.precision === "forecast" || isFault
			? []
			: [
					{
						...shared,
						id: `${row.id}:end`,
						type: "restoration",
						when: end,
						summary: "End of the restriction, as the list gives it.",
						claims: [
							{ matter: "reachability", asserted: "working", since: end },
						],
					},
				]),
	];
}

/** The acknowledgement or denial of a row, where it has a date of its own. */
function officialWord(
	row: RestrictionEntry,
	shared: object,
	zone: string | undefined,
): readonly object[] {
	const { officialAcknowledgement: word, acknowledgementDate: date } = row;
	if (date === undefined || word === undefined || word === "none") return [];
	const precision =
		date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
	const when = { date, precision, zone };
	return [
		{
			...shared,
			id: `${row.id}:${word === "denied" ? "denial" : "acknowledgement"}`,
			type: word === "denied" ? "denial" : "acknowledgement",
			when,
			actor: { rank: "official", country: row.country },
			summary: row.statedJustification || "The list gives no words.",
			claims: [],
		},
	];
}
