/**
 * A dossier's entries as entries of the record. The dossier's own file gives
 * date, words and sources; a second file, made by hand entry by entry, gives
 * the structured parts: who spoke for whom, what was claimed for which time,
 * what was due. Without it every part that the dossier does not state stays
 * unknown.
 */
import { isRecord } from "../../model/index.ts";
import { checkEntry } from "./check.ts";
import type { EntryType, RecordEntry } from "./entry.ts";
import type { Fault } from "./shape.ts";
import type { RecordTime } from "./time.ts";
import type {
	DossierEntry,
	DossierEntryType,
	Misreport,
	RecordDossier,
} from "./types.ts";
import { zoneOfCountry } from "./zones.ts";

/** What was left out, and why. */
export interface EntryFault extends Fault {
	readonly entry: string;
}

export interface MappedEntries {
	readonly entries: readonly RecordEntry[];
	readonly faults: readonly EntryFault[];
}

/** How the words of dossier files map to types. */
export const TYPE_OF_DOSSIER_TYPE: Readonly<
	Record<DossierEntryType, EntryType>
> = {
	official_statement: "statement",
	acknowledgement: "acknowledgement",
	denial: "denial",
	court_order: "court_order",
	court_filing: "court_filing",
	deadline: "deadline",
	measurement: "measurement_by_others",
	user_reports: "report_by_users",
	restoration: "restoration",
	ngo_statement: "ngo_statement",
	platform_statement: "platform_statement",
	economic_estimate: "economic_estimate",
};

type Fields = Readonly<Record<string, unknown>>;

/** Maps a dossier with the parsed JSON of its parts, where there are any. Never throws. */
export function mapDossier(
	dossier: RecordDossier,
	parts?: unknown,
): MappedEntries {
	const { zone, byEntry, faults: partFaults } = readParts(dossier, parts);
	const faults = [...partFaults];
	const entries = [
		...dossier.entries.map((entry) => ({
			id: entry.id,
			value: mapEntry(dossier, entry, byEntry[entry.id] ?? {}, zone),
		})),
		...dossier.misreports.map((misreport, index) => {
			const id = `${dossier.relatedRecordIds[0] ?? dossier.country}-misreport-${index + 1}`;
			return { id, value: mapMisreport(dossier, misreport, id, zone) };
		}),
	].flatMap(({ id, value }) => {
		const { entry, faults: own } = checkEntry(value);
		faults.push(...own.map((fault) => ({ ...fault, entry: id })));
		return entry ?? [];
	});
	return { entries, faults };
}

function readParts(dossier: RecordDossier, parts: unknown) {
	const zone = zoneOfCountry(dossier.country);
	const none = { zone, byEntry: {} as Readonly<Record<string, Fields>> };
	if (parts === undefined) return { ...none, faults: [] };
	const fault = (entry: string, problem: string): EntryFault => ({
		entry,
		at: "",
		problem,
	});
	if (
		!isRecord(parts) ||
		parts["schema_version"] !== 1 ||
		!isRecord(parts["entries"])
	)
		return { ...none, faults: [fault("", "not the parts of a dossier")] };
	const known = new Set(dossier.entries.map(({ id }) => id));
	const byEntry: Record<string, Fields> = {};
	const faults: EntryFault[] = [];
	for (const [id, part] of Object.entries(parts["entries"])) {
		if (!known.has(id)) faults.push(fault(id, "parts of no entry"));
		else if (!isRecord(part)) faults.push(fault(id, "parts are no object"));
		else byEntry[id] = part;
	}
	const own = parts["zone"];
	return { zone: typeof own === "string" ? own : zone, byEntry, faults };
}

function mapEntry(
	dossier: RecordDossier,
	entry: DossierEntry,
	parts: Fields,
	zone: string | undefined,
): unknown {
	const timeOf = (date: string): RecordTime => ({
		date,
		precision: "day",
		zone,
	});
	const type = TYPE_OF_DOSSIER_TYPE[entry.type];
	return withoutUndefined({
		id: entry.id,
		country: dossier.country,
		type,
		when: whenOf(entry, zone),
		services: [dossier.service],
		areas: [],
		about: dossier.relatedRecordIds,
		actor: {
			...(type === "court_order"
				? { office: entry.actor, rank: "court", country: dossier.country }
				: { name: entry.actor, rank: "unknown" }),
		},
		summary: entry.summary,
		note: entry.note,
		claims: [],
		proceeding: entry.court && {
			court: entry.court,
			docket: entry.caseNumber,
		},
		deadlines: entry.deadline
			? [{ kind: "unknown", due: timeOf(entry.deadline) }]
			: [],
		sources: entry.sourceUrls.map((url) => ({ url })),
		confidence: entry.confidence,
		...(withTimes(parts, timeOf) as Fields),
	});
}

/** A time of day given for a day is about right: "about 22:00", "a little after 10:30". */
function whenOf(entry: DossierEntry, zone: string | undefined): RecordTime {
	const { date, datePrecision, timeLocal } = entry;
	return timeLocal === undefined
		? { date, precision: datePrecision, zone }
		: {
				date: `${date}T${timeLocal}`,
				precision: datePrecision === "day" ? "hour" : datePrecision,
				zone,
			};
}

function mapMisreport(
	dossier: RecordDossier,
	misreport: Misreport,
	id: string,
	zone: string | undefined,
): unknown {
	return withoutUndefined({
		id,
		country: dossier.country,
		type: "correction",
		when: { date: misreport.date, precision: "day", zone },
		services: [dossier.service],
		areas: [],
		about: dossier.relatedRecordIds,
		actor: { rank: "press" },
		summary: misreport.claim,
		claims: [],
		deadlines: [],
		sources: misreport.sourceUrls.map((url) => ({ url })),
		// The dossier gives none for these.
		confidence: "medium",
	});
}

/** Members of parts that hold a time; a plain day may stand for one. */
const TIME_FIELDS = [
	"since",
	"until",
	"due",
	"issued",
	"published",
	"start",
	"expiry",
];

function withTimes(
	value: unknown,
	timeOf: (date: string) => RecordTime,
	field = "",
): unknown {
	if (Array.isArray(value))
		return value.map((item) => withTimes(item, timeOf, field));
	const isTime = TIME_FIELDS.includes(field);
	if (typeof value === "string" && isTime) return timeOf(value);
	if (!isRecord(value)) return value;
	const zoned = isTime ? { zone: timeOf("").zone, ...value } : value;
	return Object.fromEntries(
		Object.entries(zoned).map(([name, item]) => [
			name,
			withTimes(item, timeOf, name),
		]),
	);
}

function withoutUndefined(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}
