/** GDP, people, lines and official exchange rates by country and year. Blank means not found, and is never guessed. */
import { type CsvRow, readCsv } from "../../reference/index.ts";
import type { IndicatorBook, IndicatorName } from "./types.ts";

const COLUMNS: Readonly<Record<IndicatorName, string>> = {
	gdpUsd: "gdp_usd",
	population: "population",
	internetUsersPct: "internet_users_pct",
	mobileSubsPer100: "mobile_subs_per100",
	fixedBroadbandPer100: "fixed_broadband_per100",
	localPerUsd: "fx_lcu_per_usd",
};
const SOURCES: Readonly<Partial<Record<IndicatorName, string>>> = {
	gdpUsd: "gdp_src",
	population: "pop_src",
	internetUsersPct: "internet_src",
	localPerUsd: "fx_src",
};
/** An older value than this says too little of the year asked for. */
const OLDEST_YEARS = 3;

/** Reads `indicators.csv`. Countries are found by their two-letter or three-letter code. */
export function readIndicators(text: string): IndicatorBook {
	const { rows, problems } = readCsv(text, [
		"iso2",
		"iso3",
		"year",
		...Object.values(COLUMNS),
	]);
	const byYear = new Map<string, CsvRow>();
	const countries = new Map<string, CsvRow>();
	for (const row of rows)
		for (const code of [row.get("iso2"), row.get("iso3")]) {
			byYear.set(`${code} ${row.get("year")}`, row);
			countries.set(code, row);
		}
	const byName = [...new Set(rows.map((row) => row.get("iso2")))].map((cc) => ({
		cc,
		name: countries.get(cc)?.get("country") ?? cc,
		currency: countries.get(cc)?.get("currency") ?? "",
	}));
	return {
		problems,
		countries: byName
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ cc, currency }) => ({ cc, currency })),
		country: (cc) => {
			const row = countries.get(cc);
			return row && { cc: row.get("iso2"), currency: row.get("currency") };
		},
		value: (cc, year, name) => {
			for (let at = year; at >= year - OLDEST_YEARS; at--) {
				const row = byYear.get(`${cc} ${at}`);
				const value = Number(row?.get(COLUMNS[name]) || Number.NaN);
				if (row && Number.isFinite(value) && value > 0)
					return {
						name,
						value,
						year: at,
						from:
							row.get(SOURCES[name] ?? "") || "World Bank or ITU, by Gapminder",
					};
			}
			return undefined;
		},
	};
}
