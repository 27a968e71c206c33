/** Restrictions as rows of our list of restrictions: the inverse of `mapRestrictions`. */
import type { RecordEntry } from "./entry.ts";

export const RESTRICTION_COLUMNS = [
	"id",
	"country",
	"start",
	"start_precision",
	"end",
	"end_precision",
	"kind",
	"services",
	"scope",
	"scope_names",
	"networks",
	"technique",
	"trigger",
	"ordered_by",
	"official_acknowledgement",
	"acknowledgement_date",
	"stated_justification",
	"source_urls",
	"confidence",
	"notes",
] as const;
export type RestrictionRow = Readonly<
	Record<(typeof RESTRICTION_COLUMNS)[number], string>
>;

/**
 * The row of an entry of type `restriction`. Undefined for other entries, and
 * for one whose scope is not known: the list has no word for that. `get` finds
 * the acknowledgement or denial that a list dates on its own.
 */
export function restrictionRow(
	entry: RecordEntry,
	get: (id: string) => RecordEntry | undefined,
): RestrictionRow | undefined {
	const { restriction } = entry;
	if (!restriction?.scope) return undefined;
	const { start, end, isOngoing, acknowledgement } = restriction;
	const word = get(
		`${entry.id}:${acknowledgement === "denied" ? "denial" : "acknowledgement"}`,
	);
	return {
		id: entry.id,
		country: entry.country,
		start: start.date,
		start_precision: start.precision,
		end: end?.date ?? "",
		end_precision: end?.precision ?? (isOngoing ? "ongoing" : "unknown"),
		kind: restriction.kind,
		services: entry.services.join("; "),
		scope: restriction.scope,
		scope_names: [...entry.areas, ...(restriction.scopeNames ?? [])].join("; "),
		networks: restriction.networks.join("; "),
		technique: restriction.technique.join("; "),
		trigger: restriction.cause ?? "",
		ordered_by: restriction.orderedBy ?? "",
		official_acknowledgement: acknowledgement ?? "",
		acknowledgement_date: word?.when.date ?? "",
		stated_justification: restriction.justification ?? "",
		source_urls: entry.sources.map(({ url }) => url).join("|"),
		confidence: entry.confidence,
		notes: entry.note ?? "",
	};
}
