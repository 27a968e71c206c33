/** Which occasions a country has, as `data/outlook/occasions.csv` lists them, and on which days they were observed. */
import { isCountryCode, readCsv } from "../../reference/index.ts";
import { toDayNumber } from "./days.ts";

export const OCCASION_CLASSES = [
	"religious_holiday",
	"national_day",
	"anniversary",
	"election",
	"exam",
	"court_date",
	/** Only as a published source announces it. */
	"protest",
] as const;
export type OccasionClass = (typeof OCCASION_CLASSES)[number];

/** When an occasion comes round. `dated`: only on days that a source states. */
export type OccasionRule =
	| {
			readonly kind: "hijri" | "fixed";
			readonly month: number;
			readonly day: number;
	  }
	| { readonly kind: "dated" };

export interface Occasion {
	readonly id: string;
	readonly cc: string;
	readonly name: string;
	readonly class: OccasionClass;
	readonly rule: OccasionRule;
	/** Its names in lists of dates. */
	readonly calendarNames: readonly string[];
	/** Days before (negative) and after its date that belong to it. */
	readonly firstDay: number;
	readonly lastDay: number;
	/** It was put on the list for a restriction that it saw: no forecast made before this day may use it. */
	readonly usableSince: number | undefined;
	readonly source: string;
}

/** A day on which an occasion was held, or will be, as a source states it. */
export interface StatedDate {
	readonly cc: string;
	readonly name: string;
	readonly first: number;
	readonly last: number;
	/** `computed` and `announced` dates may turn out to be others. */
	readonly status: "observed" | "computed" | "fixed" | "announced";
	/** Since when it was known beforehand; undefined: by the rule of its class. */
	readonly knownSince: number | undefined;
	readonly source: string;
}

export interface Read<Row> {
	readonly rows: readonly Row[];
	/** Rows left out, with line and reason. */
	readonly problems: readonly string[];
}

const OCCASION_COLUMNS = [
	"id",
	"cc",
	"name",
	"class",
	"rule",
	"calendar_names",
	"first_day",
	"last_day",
	"usable_since",
	"source",
];

/** Reads the list of occasions. A row with a fault is left out and becomes a problem; never throws. */
export function readOccasions(csv: string): Read<Occasion> {
	const table = readCsv(csv, OCCASION_COLUMNS);
	const problems = [...table.problems];
	const rows = table.rows.flatMap((row) => {
		const rule = readRule(row.get("rule"));
		const occasionClass = OCCASION_CLASSES.find(
			(word) => word === row.get("class"),
		);
		const firstDay = Number(row.get("first_day"));
		const lastDay = Number(row.get("last_day"));
		const usableSince = row.get("usable_since");
		const fault =
			rule === undefined
				? `rule: ${row.get("rule")}`
				: occasionClass === undefined
					? `class: ${row.get("class")}`
					: !isCountryCode(row.get("cc"))
						? `country: ${row.get("cc")}`
						: !Number.isInteger(firstDay) ||
								!Number.isInteger(lastDay) ||
								firstDay > lastDay
							? "days: no range"
							: usableSince !== "" && !isDay(usableSince)
								? `usable_since: ${usableSince}`
								: undefined;
		if (fault !== undefined || !rule || !occasionClass) {
			problems.push(`line ${row.line}: ${fault}`);
			return [];
		}
		return {
			id: row.get("id"),
			cc: row.get("cc"),
			name: row.get("name"),
			class: occasionClass,
			rule,
			calendarNames: row
				.get("calendar_names")
				.split(";")
				.map((name) => name.trim())
				.filter(Boolean),
			firstDay,
			lastDay,
			usableSince: usableSince === "" ? undefined : toDayNumber(usableSince),
			source: row.get("source"),
		};
	});
	return { rows, problems };
}

function readRule(text: string): OccasionRule | undefined {
	if (text === "dated") return { kind: "dated" };
	const match = /^(hijri|fixed) (\d\d?)-(\d\d?)$/.exec(text);
	if (!match) return undefined;
	const kind = match[1] === "hijri" ? "hijri" : "fixed";
	return { kind, month: Number(match[2]), day: Number(match[3]) };
}

const DATE_STATUSES = ["observed", "computed", "fixed", "announced"] as const;

/**
 * Reads dates as sources state them: `official-calendar.csv`, which is of one
 * country, or a list with columns `cc` and `known_since`.
 */
export function readStatedDates(csv: string, cc?: string): Read<StatedDate> {
	const table = readCsv(csv, ["date", "end_date", "name", "status", "source"]);
	const problems = [...table.problems];
	const rows = table.rows.flatMap((row) => {
		const [date, end] = [row.get("date"), row.get("end_date")];
		const status = DATE_STATUSES.find((word) => word === row.get("status"));
		const country = cc ?? row.get("cc");
		const knownSince = row.get("known_since");
		if (
			!isDay(date) ||
			!isDay(end) ||
			end < date ||
			(knownSince !== "" && !isDay(knownSince)) ||
			status === undefined ||
			!isCountryCode(country)
		) {
			problems.push(`line ${row.line}: no date, country or status`);
			return [];
		}
		return {
			cc: country,
			name: row.get("name"),
			first: toDayNumber(date),
			last: toDayNumber(end),
			status,
			knownSince: knownSince === "" ? undefined : toDayNumber(knownSince),
			source: row.get("source"),
		};
	});
	return { rows, problems };
}

/** Whether a text is a calendar day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(Date.parse(text)) &&
		new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
	);
}
