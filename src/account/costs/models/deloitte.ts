/**
 * Both printed forms of one rule. They disagree by more than ten times for a
 * poor country of many people, since dollars a head carry the incomes of the
 * countries they were worked out from.
 */
import { lacking, useLost } from "../affected.ts";
import type { CostAnswer, CostModel, CostSlice, Spread } from "../types.ts";

const SOURCE =
	"Deloitte for GNI and Facebook, The economic impact of disruptions to Internet connectivity, October 2016";
const CAUTION =
	"Where one band of connectivity ends and the next begins was not found: low, mid and high are its low, medium and high bands, and all are shown.";
const LEAVES_OUT = "lasting effects, trust, informal work";

/** Dollars a day for each ten million people, by band. */
const PER_TEN_MILLION: Spread = { low: 0.6e6, mid: 6.6e6, high: 23.6e6 };
/** Share of a day's GDP, by band. */
const OF_GDP: Spread = { low: 0.004, mid: 0.01, high: 0.019 };

function byBand(
	slice: CostSlice,
	name: "population" | "gdpUsd",
	bands: Spread,
	perDay: (value: number) => number,
): CostAnswer {
	const base = slice.indicators.value(slice.event.cc, slice.year, name);
	if (!base)
		return lacking(
			`no ${name === "gdpUsd" ? "GDP" : name} was found for this country and year`,
		);
	const lost = useLost(slice);
	if ("lacks" in lost) return lost;
	const full = perDay(base.value) * (slice.hours / 24);
	return {
		applies: true,
		usd: {
			low: bands.low * full * lost.share.low,
			mid: bands.mid * full * lost.share.mid,
			high: bands.high * full * lost.share.high,
		},
		inputs: [
			base,
			...(["low", "mid", "high"] as const).map((band) => ({
				name: `${band}Band`,
				value: bands[band],
				from: SOURCE,
				year: 2016,
			})),
			...lost.inputs,
		],
	};
}

export const deloittePerHead: CostModel = {
	id: "deloitte-2016-per-head",
	source: SOURCE,
	formula:
		"days x people/10,000,000 x $0.6m, $6.6m or $23.6m x share of use lost",
	counts: "economy",
	leavesOut: LEAVES_OUT,
	caution: CAUTION,
	estimate: (slice) =>
		byBand(slice, "population", PER_TEN_MILLION, (people) => people / 1e7),
};

export const deloitteGdp: CostModel = {
	id: "deloitte-2016-gdp",
	source: SOURCE,
	formula: "days x GDP/365 x 0.4%, 1.0% or 1.9% x share of use lost",
	counts: "economy",
	leavesOut: LEAVES_OUT,
	caution: CAUTION,
	estimate: (slice) => byBand(slice, "gdpUsd", OF_GDP, (gdp) => gdp / 365),
};
