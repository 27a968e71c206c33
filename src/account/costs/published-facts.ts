/**
 * Figures that methods need and that only publications give. None was found for
 * other countries and services, and none is guessed. What was worked out from a
 * published total of the same tool says so: it cannot be tested on that total.
 */
import type { CostInput, Spread } from "./types.ts";

interface Fact {
	readonly cc: string;
	readonly year: number;
	readonly value: number;
	readonly from: string;
}

/** Digital economy's share of GDP, as published. */
const DIGITAL_SHARES: readonly Fact[] = [
	{ cc: "NG", year: 2021, value: 0.05, from: "NetBlocks COST, as quoted" },
	{ cc: "IR", year: 2026, value: 0.0625, from: "bne IntelliNews, 6 to 6.5%" },
	{ cc: "EG", year: 2011, value: 0.035, from: "OECD 2011, 3 to 4%" },
	{
		cc: "ID",
		year: 2014,
		value: 0.014,
		from: "BCG, as quoted by MIT Technology Review",
	},
	{ cc: "GB", year: 2014, value: 0.124, from: "BCG, as quoted" },
	{ cc: "US", year: 2014, value: 0.06, from: "Brookings, as quoted" },
];

const IMPLIED =
	"worked out from NetBlocks' published cost of an hour: not independent of it";

/** What NetBlocks' published totals imply of the same share. */
const IMPLIED_SHARES: readonly Fact[] = [
	{ cc: "KE", year: 2024, value: 0.047, from: IMPLIED },
	{ cc: "TZ", year: 2025, value: 0.064, from: IMPLIED },
	{ cc: "PK", year: 2024, value: 0.052, from: IMPLIED },
	{ cc: "IR", year: 2019, value: 0.0325, from: `${IMPLIED}; 3.1 to 3.4%` },
];

/** CIPESA's value of a full day in dollars of 2017, where it could be found. */
const CIPESA_DAYS: readonly Fact[] = [
	{
		cc: "KE",
		year: 2017,
		value: 6_300_000,
		from: "CIPESA 2017, its example of Kenya",
	},
	{
		cc: "UG",
		year: 2017,
		value: 1_787_547,
		from: "NetBlocks' total for Uganda in January 2021, by day: not independent of it",
	},
];

/** Share of a whole blackout's cost, by service id. */
const SERVICE_WEIGHTS: Readonly<
	Record<string, Spread & { readonly from: string }>
> = {
	x: {
		low: 0.0725,
		mid: 0.0763,
		high: 0.0801,
		from: "two ratios of NetBlocks' published costs of an hour: Tanzania 2025 (low), Pakistan 2024 (high, not independent of the figure for Pakistan)",
	},
	telegram: {
		low: 0.2414,
		mid: 0.2414,
		high: 0.2414,
		from: "one ratio of NetBlocks' published costs of an hour, Kenya 2024; whether its other event was a full blackout is not certain",
	},
};

const inputOf = (name: string, fact: Fact | undefined): CostInput | undefined =>
	fact && { name, value: fact.value, year: fact.year, from: fact.from };

export const publishedDigitalShare = (cc: string): CostInput | undefined =>
	inputOf(
		"digitalShare",
		DIGITAL_SHARES.find((fact) => fact.cc === cc),
	);

export const impliedDigitalShare = (cc: string): CostInput | undefined =>
	inputOf(
		"digitalShare",
		IMPLIED_SHARES.find((fact) => fact.cc === cc),
	);

export const cipesaDay = (cc: string): CostInput | undefined =>
	inputOf(
		"cipesaDailyUsd",
		CIPESA_DAYS.find((fact) => fact.cc === cc),
	);

export const serviceWeight = (
	service: string,
): (Spread & { readonly from: string }) | undefined => SERVICE_WEIGHTS[service];
