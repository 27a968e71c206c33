import { lacking, scaled, useLost, yearsOf } from "../affected.ts";
import { publishedDigitalShare } from "../published-facts.ts";
import type { CostAnswer, CostInput, CostModel, CostSlice } from "../types.ts";

/** GDP x share of a year x digital share x use lost: what Brookings and NetBlocks have in common. */
export function fromDigitalShare(
	slice: CostSlice,
	published: CostInput | undefined,
): CostAnswer {
	const gdp = slice.indicators.value(slice.event.cc, slice.year, "gdpUsd");
	if (!gdp) return lacking("no GDP was found for this country and year");
	const own = slice.assumptions.digitalShare;
	const digital: CostInput | undefined =
		own === undefined
			? published
			: { name: "digitalShare", value: own, from: "as asked" };
	if (!digital)
		return lacking(
			"no published digital share of GDP was found for this country",
			"digitalShare",
		);
	const lost = useLost(slice);
	if ("lacks" in lost) return lost;
	return {
		applies: true,
		usd: scaled(lost.share, gdp.value * yearsOf(slice) * digital.value),
		inputs: [gdp, digital, ...lost.inputs],
	};
}

export const brookings: CostModel = {
	id: "brookings-2016",
	source:
		"West, D., Internet shutdowns cost countries $2.4 billion last year, Brookings, October 2016",
	formula: "GDP x days/365 x digital share of GDP x share of use lost",
	counts: "economy",
	leavesOut:
		"lost taxes, confidence of investors and consumers, slower innovation",
	caution: "The inputs are verified; the printed formula was not found.",
	estimate: (slice) =>
		fromDigitalShare(slice, publishedDigitalShare(slice.event.cc)),
};
