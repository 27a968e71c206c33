/** The words of the record: dates at the precision their sources give, kinds, and who said what. */
import type {
	DossierEntry,
	DossierEntryType,
	EndPrecision,
	RestrictionEntry,
	RestrictionKind,
	StartPrecision,
} from "../../account/record/index.ts";
import { formatDay } from "./times.ts";
import { listOf, sentenceCase } from "./words.ts";

export const KIND_WORDS: Readonly<Record<RestrictionKind, string>> = {
	service_block: "Service blocked",
	throttling: "Internet slowed",
	mobile_data_shutdown: "Mobile internet cut",
	fixed_line_shutdown: "Fixed-line internet cut",
	regional_shutdown: "Internet cut in an area",
	full_shutdown: "Internet cut",
	account_or_content_withholding: "Accounts or content withheld",
	outage_not_restriction: "A fault, not a restriction",
	outage: "An outage, its cause not established",
	undetermined: "Kind not known",
};

export const ENTRY_WORDS: Readonly<Record<DossierEntryType, string>> = {
	official_statement: "Official statement",
	acknowledgement: "Acknowledgement",
	denial: "Denial",
	court_order: "Court order",
	court_filing: "Court filing",
	deadline: "Deadline",
	measurement: "Measured by others",
	user_reports: "Users' reports",
	restoration: "Restoration",
	ngo_statement: "Statement of an organisation",
	platform_statement: "Statement of the platform",
	economic_estimate: "Estimate of the cost",
};

const PRECISION_WORDS: Readonly<
	Partial<Record<StartPrecision | EndPrecision, string>>
> = {
	approximate: "about ",
	on_or_before: "on or before ",
	week: "in the week of ",
	forecast: "forecast for ",
};

/** From when to when a restriction is documented. */
export function restrictionDates(entry: RestrictionEntry): string {
	const start = `${PRECISION_WORDS[entry.startPrecision] ?? ""}${recordDate(entry.start)}`;
	if (entry.endPrecision === "ongoing")
		return `Since ${start}, on when last seen`;
	if (entry.end === undefined) return `${sentenceCase(start)}, end not found`;
	const end = `${PRECISION_WORDS[entry.endPrecision] ?? ""}${recordDate(entry.end)}`;
	return start === end
		? sentenceCase(start)
		: `${sentenceCase(start)} to ${end}`;
}

/** When a dossier's entry happened; its time of day is local, with UTC beside. */
export function entryDate(entry: DossierEntry): string {
	const about = entry.datePrecision === "approximate" ? "About " : "";
	return entry.timeLocal === undefined
		? `${about}${recordDate(entry.date)}`
		: `${about}${recordDate(`${entry.date}T${entry.timeLocal.replace(/^(\d\d:\d\d)/, "$1:00")}`)}`;
}

/** `2024`, `Feb 2024`, `17 Feb 2024`, `17 Feb 2024, 22:00 local time (17:00 UTC)`. */
export function recordDate(text: string): string {
	const [day = "", time] = text.split("T");
	if (day.length === 4) return day;
	if (day.length === 7) return formatDay(`${day}-01`).replace(/^1 /, "");
	if (time === undefined) return formatDay(day);
	const instant = new Date(text);
	if (Number.isNaN(instant.getTime())) return formatDay(day);
	const utc = instant.toISOString();
	if (time.endsWith("Z") || !/[+-]\d\d:\d\d$/.test(time))
		return `${formatDay(day)}, ${time.slice(0, 5)} UTC`;
	const utcDay = utc.slice(0, 10) === day ? "" : `${formatDay(utc)}, `;
	return `${formatDay(day)}, ${time.slice(0, 5)} local time (${utcDay}${utc.slice(11, 16)} UTC)`;
}

/** What was restricted and where: `x.com and twitter.com; national`. */
export function restrictionScope(entry: RestrictionEntry): string {
	const where =
		entry.scope === "national"
			? "whole country"
			: listOf(entry.scopeNames) || entry.scope;
	return [listOf(entry.services), where]
		.filter((part) => part !== "")
		.join("; ");
}

/** Who ordered it, whether officials owned to it, and the reason they gave. */
export function restrictionClaims(entry: RestrictionEntry): string {
	const parts = [];
	if (entry.orderedBy !== "") parts.push(`Ordered by: ${entry.orderedBy}.`);
	if (entry.officialAcknowledgement === "acknowledged")
		parts.push("Officials acknowledged it.");
	if (entry.officialAcknowledgement === "denied")
		parts.push("Officials denied it.");
	if (entry.statedJustification !== "")
		parts.push(`Reason given: ${entry.statedJustification}.`);
	return parts.join(" ").replaceAll("..", ".");
}

/** `start_to_first_court_order` as `Start to first court order`. */
export function intervalName(key: string): string {
	return sentenceCase(key.replaceAll("_", " "));
}

/** The site that a source is on: `dawn.com`. */
export function sourceName(url: string): string {
	return URL.canParse(url)
		? new URL(url).hostname.replace(/^www\./, "")
		: "source";
}
