/** Reads the dossier of one restriction from JSON. */
import { isRecord } from "../../model/index.ts";
import { isCountryCode } from "../../reference/index.ts";
import { isRecordDate } from "./dates.ts";
import { checkSourceUrls, type Faults, wordOf } from "./fields.ts";
import {
	CONFIDENCES,
	type CourtCase,
	DOSSIER_ENTRY_TYPES,
	DOSSIER_PRECISIONS,
	type DossierEntry,
	type Misreport,
	type RecordDossier,
} from "./types.ts";

export interface DossierReading {
	/** Undefined where the file is no dossier at all. */
	readonly dossier: RecordDossier | undefined;
	/** Entries left out and other faults. */
	readonly problems: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const SCHEMA_VERSION = 1;

/** Reads parsed JSON. Entries with a fault are left out and become problems; never throws. */
export function parseDossier(value: unknown): DossierReading {
	if (
		!isRecord(value) ||
		value["schema_version"] !== SCHEMA_VERSION ||
		!Array.isArray(value["entries"])
	)
		return {
			dossier: undefined,
			problems: [`not a dossier of schema version ${SCHEMA_VERSION}`],
		};
	const problems: string[] = [];
	const country = textOf(value, "country");
	if (!isCountryCode(country)) problems.push(`country: unknown ${country}`);
	if (textOf(value, "title") === "") problems.push("no title");
	return {
		dossier: {
			title: textOf(value, "title"),
			country,
			service: textOf(value, "service"),
			domains: textsOf(value, "domains"),
			domainsNote: textOf(value, "domains_note"),
			scope: textOf(value, "scope"),
			technique: textOf(value, "technique"),
			legalInstrument: optionalTextOf(value, "legal_instrument"),
			restorationInstrument: optionalTextOf(value, "restoration_instrument"),
			intervalsDays: readIntervals(value["intervals_days"], problems),
			courts: recordsOf(value, "courts").map(readCourt),
			courtsNote: textOf(value, "courts_note"),
			openQuestions: textsOf(value, "open_questions"),
			misreports: recordsOf(value, "misreporting").flatMap((item, index) =>
				readMisreport(item, index, problems),
			),
			relatedRecordIds: textsOf(value, "related_record_ids"),
			entries: readEntries(value["entries"], problems),
		},
		problems,
	};
}

function readEntries(
	items: readonly unknown[],
	problems: string[],
): readonly DossierEntry[] {
	const entries = new Map<string, DossierEntry>();
	for (const [index, item] of items.entries()) {
		const faults: Faults = [];
		const entry = readEntry(isRecord(item) ? item : {}, faults);
		if (entries.has(entry.id)) faults.push("id given twice");
		if (faults.length === 0) entries.set(entry.id, entry);
		else
			problems.push(
				`entry ${index + 1}: ${entry.id.slice(0, 80)}: ${faults.join("; ")}`,
			);
	}
	return [...entries.values()];
}

function readEntry(item: Fields, faults: Faults): DossierEntry {
	const id = textOf(item, "id");
	if (!/^[A-Za-z0-9-]+$/.test(id))
		faults.push("id: not letters, digits, dashes");
	const date = textOf(item, "date");
	const deadline = optionalTextOf(item, "deadline");
	for (const [field, text] of [
		["date", date],
		["deadline", deadline],
	] as const)
		if (text !== undefined && !isRecordDate(text))
			faults.push(`${field}: no date: ${text}`);
	const timeLocal = optionalTextOf(item, "time_local");
	if (timeLocal !== undefined && !/^\d\d:\d\d[+-]\d\d:\d\d$/.test(timeLocal))
		faults.push(`time_local: no time of day with an offset: ${timeLocal}`);
	if (textOf(item, "summary") === "") faults.push("no summary");
	const sourceUrls = textsOf(item, "source_urls");
	checkSourceUrls(sourceUrls, faults);
	return {
		id,
		date,
		datePrecision: wordOf(
			DOSSIER_PRECISIONS,
			textOf(item, "date_precision"),
			"date_precision",
			faults,
		),
		timeLocal,
		type: wordOf(DOSSIER_ENTRY_TYPES, textOf(item, "type"), "type", faults),
		actor: textOf(item, "actor"),
		summary: textOf(item, "summary"),
		court: optionalTextOf(item, "court"),
		caseNumber: optionalTextOf(item, "case_number"),
		deadline,
		confidence: wordOf(
			CONFIDENCES,
			textOf(item, "confidence"),
			"confidence",
			faults,
		),
		note: optionalTextOf(item, "note"),
		sourceUrls,
	};
}

function readIntervals(
	value: unknown,
	problems: string[],
): Readonly<Record<string, number>> {
	const intervals: Record<string, number> = {};
	for (const [name, days] of Object.entries(isRecord(value) ? value : {})) {
		if (typeof days === "number" && Number.isInteger(days))
			intervals[name] = days;
		else
			problems.push(`intervals_days: ${name.slice(0, 80)} is no count of days`);
	}
	return intervals;
}

function readCourt(item: Fields): CourtCase {
	return {
		court: textOf(item, "court"),
		petitioners: textsOf(item, "petitioners"),
		caseNumber: optionalTextOf(item, "case_number"),
	};
}

function readMisreport(
	item: Fields,
	index: number,
	problems: string[],
): readonly Misreport[] {
	const faults: Faults = [];
	const date = textOf(item, "date");
	if (!isRecordDate(date)) faults.push(`date: no date: ${date}`);
	const sourceUrls = textsOf(item, "source_urls");
	checkSourceUrls(sourceUrls, faults);
	if (faults.length === 0)
		return [{ date, claim: textOf(item, "claim"), sourceUrls }];
	problems.push(`misreporting ${index + 1}: ${faults.join("; ")}`);
	return [];
}

function textOf(item: Fields, key: string): string {
	const value = item[key];
	return typeof value === "string" ? value : "";
}

function optionalTextOf(item: Fields, key: string): string | undefined {
	return textOf(item, key) || undefined;
}

function textsOf(item: Fields, key: string): readonly string[] {
	const value = item[key];
	return Array.isArray(value)
		? value.filter((one) => typeof one === "string")
		: [];
}

function recordsOf(item: Fields, key: string): readonly Fields[] {
	const value = item[key];
	return Array.isArray(value) ? value.filter(isRecord) : [];
}
