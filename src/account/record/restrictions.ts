/** Reads the record of restrictions: one CSV row each. */
import { type CsvRow, isCountryCode, readCsv } from "../../reference/index.ts";
import { isAfter, isRecordDate } from "./dates.ts";
import { checkSourceUrls, type Faults, partsOf, wordOf } from "./fields.ts";
import {
	ACKNOWLEDGEMENTS,
	CONFIDENCES,
	END_PRECISIONS,
	RESTRICTION_KINDS,
	type RestrictionEntry,
	SCOPES,
	START_PRECISIONS,
	TECHNIQUES,
} from "./types.ts";

export interface Restrictions {
	readonly entries: readonly RestrictionEntry[];
	/** Rows left out, with line, id and every reason. */
	readonly problems: readonly string[];
}

const REQUIRED_COLUMNS = [
	"id",
	"country",
	"start",
	"start_precision",
	"end",
	"end_precision",
	"kind",
	"services",
	"scope",
	"source_urls",
	"confidence",
];

/** Reads the file in its own order. A row with a fault is left out and becomes a problem; never throws. */
export function parseRestrictions(csv: string): Restrictions {
	const table = readCsv(csv, REQUIRED_COLUMNS);
	const problems = [...table.problems];
	const entries = new Map<string, RestrictionEntry>();
	for (const row of table.rows) {
		const faults: Faults = [];
		const entry = readEntry(row, faults);
		if (entries.has(entry.id)) faults.push("id given twice");
		if (faults.length === 0) entries.set(entry.id, entry);
		else
			problems.push(
				`line ${row.line}: ${entry.id.slice(0, 80)}: ${faults.join("; ")}`,
			);
	}
	return { entries: [...entries.values()], problems };
}

function readEntry(row: CsvRow, faults: Faults): RestrictionEntry {
	const id = row.get("id");
	if (!/^[A-Za-z0-9-]+$/.test(id))
		faults.push("id: not letters, digits, dashes");
	const country = row.get("country");
	if (!isCountryCode(country)) faults.push(`country: unknown ${country}`);
	const endPrecision = wordOf(
		END_PRECISIONS,
		row.get("end_precision"),
		"end_precision",
		faults,
	);
	const start = row.get("start");
	const end = row.get("end") || undefined;
	checkInterval(start, end, endPrecision, faults);
	const acknowledgement = row.get("official_acknowledgement");
	const acknowledgementDate = row.get("acknowledgement_date") || undefined;
	if (acknowledgementDate !== undefined && !isRecordDate(acknowledgementDate))
		faults.push(`acknowledgement_date: no date: ${acknowledgementDate}`);
	const sourceUrls = partsOf(row.get("source_urls"), "|");
	checkSourceUrls(sourceUrls, faults);
	return {
		id,
		country,
		start,
		startPrecision: wordOf(
			START_PRECISIONS,
			row.get("start_precision"),
			"start_precision",
			faults,
		),
		end,
		endPrecision,
		kind: wordOf(RESTRICTION_KINDS, row.get("kind"), "kind", faults),
		services: partsOf(row.get("services"), ";"),
		scope: wordOf(SCOPES, row.get("scope"), "scope", faults),
		scopeNames: partsOf(row.get("scope_names"), ";"),
		networks: partsOf(row.get("networks"), ";"),
		technique: partsOf(row.get("technique"), ";").map((word) =>
			wordOf(TECHNIQUES, word, "technique", faults),
		),
		trigger: row.get("trigger"),
		orderedBy: row.get("ordered_by"),
		officialAcknowledgement:
			acknowledgement === ""
				? undefined
				: wordOf(
						ACKNOWLEDGEMENTS,
						acknowledgement,
						"official_acknowledgement",
						faults,
					),
		acknowledgementDate,
		statedJustification: row.get("stated_justification"),
		sourceUrls,
		confidence: wordOf(
			CONFIDENCES,
			row.get("confidence"),
			"confidence",
			faults,
		),
		notes: row.get("notes"),
	};
}

function checkInterval(
	start: string,
	end: string | undefined,
	endPrecision: string,
	faults: Faults,
): void {
	if (!isRecordDate(start)) faults.push(`start: no date: ${start}`);
	const endless = endPrecision === "ongoing" || endPrecision === "unknown";
	if (endless !== (end === undefined))
		faults.push(
			endless ? "end: a date where none is known" : "end: no date is given",
		);
	if (end === undefined) return;
	if (!isRecordDate(end)) faults.push(`end: no date: ${end}`);
	else if (isAfter(start, end)) faults.push("end: before the start");
}
