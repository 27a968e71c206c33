/** The record as pages list it: made from what may be published of the ledger, so that what was erased or protected is in no list. */
import type { RecordEntry } from "./entry.ts";
import type { StandingEntry } from "./seal.ts";
import type { DossierEntry, RecordDossier, RestrictionEntry } from "./types.ts";

export interface ShownRecord {
	readonly restrictions: readonly RestrictionEntry[];
	/** Frames of dossiers that ship, with the entries that stand. */
	readonly dossiers: readonly RecordDossier[];
	/** Entries that are neither a restriction nor in a dossier. */
	readonly others: readonly RecordEntry[];
}

/** `entries`: what may be published. `dossiers`: without protected names. */
export function shownRecord(
	entries: ReadonlyMap<string, StandingEntry>,
	dossiers: readonly RecordDossier[],
): ShownRecord {
	const framed = dossiers.flatMap((dossier) => {
		const standing = dossier.entries.flatMap((frame) => {
			const one = entries.get(frame.id);
			return one ? [framedEntry(frame, one)] : [];
		});
		return standing.length > 0 ? [{ ...dossier, entries: standing }] : [];
	});
	const inDossiers = new Set(
		framed.flatMap((dossier) => dossier.entries.map(({ id }) => id)),
	);
	const all = [...entries.values()].map(({ entry }) => entry);
	const restrictions = all.flatMap((entry) => restrictionOf(entry) ?? []);
	const restrictionIds = new Set(restrictions.map(({ id }) => id));
	return {
		restrictions,
		dossiers: framed,
		others: all.filter(
			({ id, restriction }) =>
				restriction === undefined &&
				!inDossiers.has(id) &&
				// `ID:end` and the like are told with the restriction `ID`.
				!restrictionIds.has(id.replace(/:.*$/, "")),
		),
	};
}

/** Words and sources as they stand now; who spoke is left out where anything was erased. */
function framedEntry(
	frame: DossierEntry,
	{ entry, erased }: StandingEntry,
): DossierEntry {
	return {
		...frame,
		actor: erased.length > 0 ? (entry.actor.office ?? "") : frame.actor,
		summary: entry.summary,
		note: entry.note,
		sourceUrls: entry.sources.map(({ url }) => url),
		confidence: entry.confidence,
	};
}

function restrictionOf({
	id,
	country,
	services,
	areas,
	restriction,
	summary,
	note,
	sources,
	confidence,
	licence,
}: RecordEntry): RestrictionEntry | undefined {
	if (restriction === undefined) return undefined;
	const { start, end, isOngoing } = restriction;
	const named = [...areas, ...(restriction.scopeNames ?? [])];
	return {
		id,
		country,
		start: start.date,
		startPrecision:
			start.precision === "forecast" ? "approximate" : start.precision,
		end: end?.date,
		endPrecision: isOngoing ? "ongoing" : (end?.precision ?? "unknown"),
		kind: restriction.kind,
		services,
		scope: restriction.scope ?? (areas.length > 0 ? "province" : "national"),
		scopeNames: named,
		networks: restriction.networks,
		technique: restriction.technique,
		trigger: restriction.cause ?? "",
		orderedBy: restriction.orderedBy ?? "",
		officialAcknowledgement: restriction.acknowledgement,
		acknowledgementDate: undefined,
		statedJustification: restriction.justification ?? "",
		sourceUrls: sources.map(({ url }) => url),
		confidence,
		notes: note ?? summary,
		...(licence === undefined ? {} : { licence }),
	};
}
