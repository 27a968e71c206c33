/**
 * Dollars as a country's own money: at the official rate of each year, and at
 * the market's where somebody states one. None is guessed from the other.
 */
import type { CostInput, CostSlice, Spread } from "./types.ts";

export interface LocalSpread extends Spread {
	readonly currency: string;
	/** By year of the slice it was used for. */
	readonly rates: readonly CostInput[];
}

/** A market's rate as the operator of a workspace states it. */
export interface MarketRate {
	readonly cc: string;
	/** Local currency for a dollar. */
	readonly localPerUsd: number;
	/** Day that it is of. It is used for events of that year alone. */
	readonly on: string;
	readonly source: string;
}

/** Reads `IR 1050000 2026-01-10 bonbast.com; SY …`. Parts that cannot be read are told, and not used. */
export function readMarketRates(text: string): {
	readonly rates: readonly MarketRate[];
	readonly problems: readonly string[];
} {
	const rates: MarketRate[] = [];
	const problems: string[] = [];
	for (const part of text.split(";").map((one) => one.trim())) {
		if (part === "") continue;
		const [, cc = "", rate, on = "", source = ""] =
			/^([A-Z]{2}) (\d+(?:\.\d+)?) (\d{4}-\d\d-\d\d) (.+)$/.exec(part) ?? [];
		const localPerUsd = Number(rate);
		if (localPerUsd > 0 && !Number.isNaN(Date.parse(on)))
			rates.push({ cc, localPerUsd, on, source });
		else
			problems.push(
				`market rate "${part}" is not of the form "CC RATE DAY SOURCE"`,
			);
	}
	return { rates, problems };
}

export interface YearRates {
	readonly official: CostInput | null;
	readonly market: CostInput | null;
}

/** The rates of a slice's year. What was asked for stands before what the operator states. */
export function ratesOf(
	{ event, year, indicators, assumptions }: CostSlice,
	marketRates: readonly MarketRate[],
): YearRates {
	const official = indicators.value(event.cc, year, "localPerUsd") ?? null;
	if (assumptions.marketRate !== undefined)
		return {
			official,
			market: {
				name: "marketRate",
				value: assumptions.marketRate,
				from: "as asked",
			},
		};
	const stated = marketRates.find(
		({ cc, on }) => cc === event.cc && on.startsWith(`${year}-`),
	);
	return {
		official,
		market: stated
			? {
					name: "marketRate",
					value: stated.localPerUsd,
					year,
					from: `${stated.source}, ${stated.on}, as the operator of this site states it`,
				}
			: null,
	};
}

/** Each part at its own year's rate; null where one is not known. */
export function localOf(
	parts: readonly {
		readonly usd: Spread;
		readonly rate: CostInput | null;
	}[],
	currency: string | undefined,
): LocalSpread | null {
	const rates = parts.flatMap(({ rate }) => rate ?? []);
	if (currency === undefined || rates.length < parts.length) return null;
	const sum = { low: 0, mid: 0, high: 0 };
	for (const { usd, rate } of parts)
		for (const end of ["low", "mid", "high"] as const)
			sum[end] += Math.round(usd[end] * (rate?.value ?? 0));
	return { ...sum, currency, rates: distinctInputs(rates) };
}

export function distinctInputs(
	inputs: readonly CostInput[],
): readonly CostInput[] {
	return [...new Map(inputs.map((one) => [JSON.stringify(one), one])).values()];
}
