/**
 * A file of the record, whatever its form: a dossier (JSON), a list of
 * restrictions (CSV), STOP (CSV of any generation), what SFLC.in, Cloudflare
 * Radar and Pulse publish (JSON), or entries as we write them (JSON or JSON
 * Lines). Every row or entry that is left out is told with
 * its place and reason.
 */
import { isRecord } from "../../model/index.ts";
import { checkEntry } from "./check.ts";
import { parseDossier } from "./dossier.ts";
import type { RecordEntry } from "./entry.ts";
import { type MappedEntries, mapDossier } from "./from-dossier.ts";
import { mapRestrictions } from "./from-restrictions.ts";
import { parseRestrictions } from "./restrictions.ts";
import type { Fault } from "./shape.ts";
import { readStop } from "./stop/index.ts";
import { generationOf } from "./stop/rows.ts";
import {
	cloudflareAnnotations,
	isSflc,
	pulseEvents,
	readCloudflare,
	readPulse,
	readSflc,
} from "./trackers/index.ts";

export const RECORD_FORMS = [
	"dossier",
	"restrictions",
	"stop",
	"sflc",
	"cloudflare",
	"pulse",
	"entries",
] as const;
export type RecordForm = (typeof RECORD_FORMS)[number];

/** Something that was left out, or that an entry came without. */
export interface FileProblem {
	/** `line 7`, `entry xban-012`. */
	readonly place: string;
	readonly problem: string;
}

export interface RecordFile {
	readonly form: RecordForm;
	/** Rows or entries that the file holds. */
	readonly rowCount: number;
	/** Rows that tell again of an event of an earlier row. */
	readonly repeatCount: number;
	readonly entries: readonly RecordEntry[];
	readonly rejects: readonly FileProblem[];
	/** Faults of rows that were taken all the same. */
	readonly notes: readonly FileProblem[];
	/** Whether an entry of this id comes from the same source: what a snapshot lacks of them is gone. */
	readonly isOfSource: (id: string) => boolean;
}

/** Reads a file. `parts`: the text of a dossier's parts, where there are any. Undefined where it is none of the forms. Never throws. */
export function readRecordFile(
	text: string,
	parts?: string,
): RecordFile | undefined {
	const value = parseJson(text);
	const tracker = readTracker(value);
	if (tracker) return tracker;
	if (isRecord(value) && Array.isArray(value["entries"]))
		return readDossierFile(value, parts);
	const entries = entriesOf(value, text);
	if (entries) return readEntries(entries);
	const columns = (text.split(/\r?\n/, 1)[0] ?? "")
		.replace(/^\uFEFF/, "")
		.split(",")
		.map((name) => name.replaceAll('"', "").trim());
	if (generationOf(columns)) return readStopFile(text);
	return columns.includes("id") && columns.includes("start_precision")
		? readRestrictionsFile(text)
		: undefined;
}

function readDossierFile(
	value: Readonly<Record<string, unknown>>,
	parts: string | undefined,
): RecordFile {
	const { dossier, problems } = parseDossier(value);
	const mapped: MappedEntries = dossier
		? mapDossier(dossier, parts === undefined ? undefined : parseJson(parts))
		: { entries: [], faults: [] };
	return {
		form: "dossier",
		rowCount: (value["entries"] as readonly unknown[]).length,
		repeatCount: 0,
		entries: mapped.entries,
		rejects: [...problems.map(placed), ...mapped.faults.map(faultPlaced)],
		notes: [],
		isOfSource: () => false,
	};
}

function readRestrictionsFile(text: string): RecordFile {
	const { entries, problems } = parseRestrictions(text);
	const mapped = mapRestrictions(entries);
	return {
		form: "restrictions",
		rowCount: entries.length + problems.length,
		repeatCount: 0,
		entries: mapped.entries,
		rejects: [...problems.map(placed), ...mapped.faults.map(faultPlaced)],
		notes: [],
		isOfSource: () => false,
	};
}

function readStopFile(text: string): RecordFile {
	const { outcomes, entries, problems } = readStop(text);
	const line = (number: number): string => `line ${number}`;
	return {
		form: "stop",
		rowCount: outcomes.length,
		repeatCount: outcomes.filter(({ outcome }) => outcome === "repeat").length,
		entries,
		rejects: [
			...problems.map(placed),
			...outcomes.flatMap((one) =>
				one.reason === undefined
					? []
					: [{ place: line(one.line), problem: one.reason }],
			),
		],
		notes: outcomes.flatMap((one) =>
			one.problems.map((problem) => ({ place: line(one.line), problem })),
		),
		isOfSource: (id) => id.startsWith("STOP-"),
	};
}

/** What other trackers publish, told by its shape. A snapshot of SFLC.in holds all of it; the others answer for a range. */
function readTracker(value: unknown): RecordFile | undefined {
	if (isSflc(value))
		return {
			form: "sflc",
			...readSflc(value),
			isOfSource: (id) => id.startsWith("SFLC-"),
		};
	const annotations = cloudflareAnnotations(value);
	if (annotations)
		return {
			form: "cloudflare",
			...readCloudflare(annotations),
			isOfSource: () => false,
		};
	const events = pulseEvents(value);
	return events
		? { form: "pulse", ...readPulse(events), isOfSource: () => false }
		: undefined;
}

/** A list of entries, or one entry, or one a line. */
function entriesOf(
	value: unknown,
	text: string,
): readonly unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (isRecord(value)) return [value];
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	return lines[0]?.startsWith("{") ? lines.map(parseJson) : undefined;
}

function readEntries(values: readonly unknown[]): RecordFile {
	const entries = new Map<string, RecordEntry>();
	const rejects: FileProblem[] = [];
	for (const [index, value] of values.entries()) {
		const { entry, faults } = checkEntry(value);
		const place = `entry ${index + 1}`;
		for (const { at, problem } of faults)
			rejects.push({ place, problem: at ? `${at}: ${problem}` : problem });
		if (entry && entries.has(entry.id))
			rejects.push({ place, problem: `id given twice: ${entry.id}` });
		else if (entry) entries.set(entry.id, entry);
	}
	return {
		form: "entries",
		rowCount: values.length,
		repeatCount: 0,
		entries: [...entries.values()],
		rejects,
		notes: [],
		isOfSource: () => false,
	};
}

/** `line 7: PK-1: id` as place and problem. */
function placed(text: string): FileProblem {
	const [, place = "", problem = text] =
		/^((?:line|entry|misreporting) \d+): (.*)$/s.exec(text) ?? [];
	return { place, problem };
}

function faultPlaced({
	entry,
	at,
	problem,
}: Fault & { readonly entry: string }): FileProblem {
	return {
		place: `entry ${entry}`,
		problem: at ? `${at}: ${problem}` : problem,
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
