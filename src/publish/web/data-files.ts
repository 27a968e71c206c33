/** Pages as data: what stands at a page's own address with `.json` or `.csv`. States keep their own names. */
import { type CsvValue, formatInstant, toCsv } from "../../base/index.ts";
import type { DayCounts, Unit } from "../../store/index.ts";
import { type Terms, termsRecord, termsText } from "../terms/index.ts";
import { stateOf } from "./cells.ts";
import type { Finding, PastFinding } from "./findings.ts";

/** The frame of every JSON file. */
export function jsonFile(
	now: Date,
	{ emulated, terms }: DataFileFrame,
	content: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	return {
		...(emulated ? { emulated: true, note: "emulated data" } : {}),
		generatedAt: formatInstant(now),
		...termsRecord(terms),
		...content,
	};
}

/** What every data file says of itself. */
export interface DataFileFrame {
	readonly emulated: boolean;
	/** Of the data in it. */
	readonly terms: Terms;
}

export function findingRecord(finding: Finding) {
	return {
		cc: finding.cc,
		...unitRecord(finding.unit),
		networksByState: finding.byState,
		networkCount: finding.networks.length,
		measuredNetworkCount: finding.measuredCount,
		restrictedNetworkCount: finding.restrictedCount,
		evidenceFor: finding.reach,
		subscribers: finding.subscribers ?? null,
		sessionCount: finding.sessionCount,
		lastMeasuredAt: finding.lastMeasuredAt,
		networks: finding.networks.map(({ asn, state, counts }) => ({
			asn,
			state,
			sinceOn: counts.sinceOn,
			untilOn: counts.untilOn,
			sessionCount: counts.sessionCount,
			measurementCount: counts.measurementCount,
		})),
	};
}

export function pastRecord(past: PastFinding) {
	return {
		cc: past.cc,
		...unitRecord(past.unit),
		states: past.states,
		asns: past.asns,
		firstOn: past.firstOn,
		lastOn: past.lastOn,
		evidenceFor: past.reach,
	};
}

function unitRecord(unit: Unit) {
	return {
		service: unit.service,
		function: unit.function,
		target: unit.target,
	};
}

const DAY_COLUMNS = [
	"day",
	"cc",
	"asn",
	"service",
	"function",
	"target",
	"state",
	"blocked_count",
	"likely_blocked_count",
	"throttled_count",
	"impaired_count",
	"down_count",
	"ok_count",
	"measurement_count",
	"session_count",
	"blocked_session_count",
	"ok_session_count",
	"last_measured_at",
] as const;

/** The cells of a strip: a row each, with the counts that its state comes from. */
export function dayRows(
	days: readonly DayCounts[],
): readonly Readonly<Record<(typeof DAY_COLUMNS)[number], CsvValue>>[] {
	return days.map((day) => ({
		day: day.day,
		cc: day.cc,
		asn: day.asn,
		service: day.service,
		function: day.function,
		target: day.target,
		state: stateOf(day),
		blocked_count: day.blockedCount,
		likely_blocked_count: day.likelyBlockedCount,
		throttled_count: day.throttledCount,
		impaired_count: day.impairedCount,
		down_count: day.downCount,
		ok_count: day.okCount,
		measurement_count: day.measurementCount,
		session_count: day.sessionCount,
		blocked_session_count: day.blockedSessionCount,
		ok_session_count: day.okSessionCount,
		last_measured_at: day.lastMeasuredAt,
	}));
}

export function daysCsv(
	days: readonly DayCounts[],
	frame: DataFileFrame,
): string {
	return recordsCsv(DAY_COLUMNS, dayRows(days), frame);
}

/** Records as CSV, each with its terms: those of the file where a record has none of its own. Emulated ones say so in every row. */
export function recordsCsv<Column extends string>(
	columns: readonly Column[],
	records: readonly (Readonly<Record<Column, CsvValue>> & {
		readonly licence?: string | undefined;
	})[],
	{ emulated, terms }: DataFileFrame,
): string {
	const text = termsText(terms);
	return toCsv(
		[...columns, "licence", ...(emulated ? ["data"] : [])],
		records.map((record) => [
			...columns.map((column) => record[column]),
			record.licence ?? text,
			...(emulated ? ["emulated"] : []),
		]),
	);
}
