/**
 * Published estimates of others, read to score methods on. They are models'
 * figures themselves, and not measured losses. Rows stay where they are: none
 * ships. What cannot be used is counted with its reason.
 */
import { type CsvRow, readCsv } from "../../reference/index.ts";
import { scopeAsked } from "./asked.ts";
import type { CalibrationRow } from "./calibration.ts";
import { slicesOf } from "./estimate.ts";
import type { CostKind, CostSlice, IndicatorBook } from "./types.ts";

/** A published figure, with what methods need to answer the same question. */
export interface PublishedRow extends CalibrationRow {
	/** `year`: all of a country's restrictions in a year; `event`: one restriction. */
	readonly of: "year" | "event";
	readonly method: string;
	readonly slices: readonly CostSlice[];
	/** It counts the whole economy, so our estimator may learn from it. */
	readonly countsEconomy: boolean;
}

export interface PublishedRows {
	readonly rows: readonly PublishedRow[];
	readonly rowCount: number;
	readonly excluded: Readonly<Record<string, number>>;
	readonly problems: readonly string[];
}

const REQUIRED = [
	"id",
	"group",
	"event",
	"iso3",
	"scope",
	"restriction",
	"start",
	"end",
	"hours",
	"users_affected",
	"amount_usd",
	"local_amount",
	"unit",
	"method",
	"publisher",
	"quality_flags",
];
/** About the address of the source, and not about the figure. */
const HARMLESS_FLAG = "source-url-is-site-only";
/** A what-if of a day has no date: it gets the indicators of this one's year, near to when such figures were printed. */
const WHAT_IF_ON = "2023-05-09";
const ANNUAL_PUBLISHER = "Top10VPN annual report";
const KINDS: Readonly<Record<string, CostKind | "mixed">> = {
	"full-blackout": "full",
	"mobile-only": "mobile",
	"service-block": "service",
	"throttling/partial": "throttling",
	mixed: "mixed",
};
const UNIT_HOURS: Readonly<Record<string, number>> = {
	hour: 1,
	day: 24,
	month: 730,
	year: 8760,
};
/** Figures of one sector, or of output in another sense. */
const OF_A_PART = /^(operator-revenue|tax-revenue|sector-bottom-up|netloss)$/;

/** Reads `published-estimates.csv`. */
export function readPublished(
	text: string,
	indicators: IndicatorBook,
): PublishedRows {
	const table = readCsv(text, REQUIRED);
	const rows: PublishedRow[] = [];
	const excluded: Record<string, number> = {};
	for (const row of table.rows) {
		const read = readRow(row, indicators);
		if (typeof read === "string") excluded[read] = (excluded[read] ?? 0) + 1;
		else rows.push(read);
	}
	return {
		rows,
		rowCount: table.rows.length,
		excluded,
		problems: table.problems,
	};
}

function readRow(
	row: CsvRow,
	indicators: IndicatorBook,
): PublishedRow | string {
	const flags = row.get("quality_flags").split(/[;|, ]+/);
	if (flags.some((flag) => flag !== "" && flag !== HARMLESS_FLAG))
		return "flagged as implausible";
	const scope = row.get("scope");
	const isYear =
		scope === "country-year" && row.get("publisher") === ANNUAL_PUBLISHER;
	if (!isYear && !["national", "subnational", "what-if"].includes(scope))
		return "neither a year of one country nor one event";
	const kind = KINDS[row.get("restriction")];
	if (kind === undefined || (kind === "mixed") !== isYear)
		return "kind of restriction is not clear";
	const country = indicators.country(row.get("iso3"));
	if (!country) return "no indicators of the country";
	const on = row.get("start") || WHAT_IF_ON;
	const year = Number(on.slice(0, 4));
	const [gdp, population, online] = (
		["gdpUsd", "population", "internetUsersPct"] as const
	).map((name) => indicators.value(country.cc, year, name)?.value);
	if (!gdp || !population || !online)
		return "GDP, population or internet users not found";
	const hours = hoursOf(row);
	const amountUsd = usdOf(row, country.cc, year, indicators);
	if (!hours) return "hours not published";
	if (!amountUsd) return "amount not published, or no exchange rate";
	const internetUsers = population * (online / 100);
	const users = Number(row.get("users_affected")) || internetUsers;
	const estimatedAs =
		scope === "subnational" ? "regional" : kind === "mixed" ? "full" : kind;
	return {
		id: row.get("id"),
		group: row.get("group"),
		of: isYear ? "year" : "event",
		method: row.get("method"),
		cc: country.cc,
		kind: scope === "subnational" ? "regional" : kind,
		gdpUsd: gdp,
		population,
		users,
		hours,
		amountUsd,
		countsEconomy:
			scope !== "subnational" &&
			!OF_A_PART.test(row.get("method")) &&
			!/operator loss only/i.test(row.get("notes")),
		slices: slicesOf(
			{
				cc: country.cc,
				kind: estimatedAs,
				service: serviceIn(row.get("event")),
				scope: isYear
					? Math.min(1, users / internetUsers)
					: scopeAsked(estimatedAs, undefined),
				segments: [
					{ ...spanOf(on, hours), share: hours > 8784 ? hours / 8760 : 1 },
				],
				notes: [],
			},
			{ indicators, assumptions: {} },
		),
	};
}

/** Hours within the year that the row begins in; more than a year's hours are concurrent restrictions, added up. */
function spanOf(on: string, hours: number) {
	const start = Date.parse(`${on}T00:00:00Z`);
	const length = hours > 8784 ? 8760 : hours;
	return {
		since: new Date(start).toISOString(),
		until: new Date(start + length * 3_600_000).toISOString(),
	};
}

function hoursOf(row: CsvRow): number | undefined {
	const unit = UNIT_HOURS[row.get("unit")];
	if (unit !== undefined) return unit;
	const hours = Number(row.get("hours"));
	if (hours > 0) return hours;
	const days =
		(Date.parse(row.get("end")) - Date.parse(row.get("start"))) / 86_400_000;
	return days > 0 ? days * 24 : undefined;
}

function usdOf(
	row: CsvRow,
	cc: string,
	year: number,
	indicators: IndicatorBook,
): number | undefined {
	const usd = Number(row.get("amount_usd"));
	if (usd > 0) return usd;
	const local = Number(row.get("local_amount"));
	const rate = indicators.value(cc, year, "localPerUsd");
	return local > 0 && rate ? local / rate.value : undefined;
}

function serviceIn(event: string): string | undefined {
	if (/\bX\b|twitter/i.test(event)) return "x";
	return /telegram/i.test(event) ? "telegram" : undefined;
}
