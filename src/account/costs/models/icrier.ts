import { lacking, spread, usersTouched, yearsOf } from "../affected.ts";
import type { CostModel } from "../types.ts";

/** Percent of GDP per ten percent of traffic, as a plain elasticity. */
const MOBILE_TRAFFIC = 0.16;
const TOTAL_TRAFFIC = 0.31;

export const icrier: CostModel = {
	id: "icrier-2018",
	source:
		"Kathuria and others, The Anatomy of an Internet Blackout, ICRIER, April 2018",
	formula:
		"GDP x elasticity (0.16 of mobile traffic, 0.31 of all) x share of traffic lost x hours/8760",
	counts: "economy",
	leavesOut: "losses that outlast the hours cut",
	caution:
		"Elasticities are of Indian states; elsewhere they are carried over. How it scaled regions is inferred. An elasticity of growth is stretched to a total loss.",
	estimate: (slice) => {
		const { event, assumptions, indicators, year } = slice;
		const gdp = indicators.value(event.cc, year, "gdpUsd");
		if (!gdp) return lacking("no GDP was found for this country and year");
		const cut = usersTouched(slice);
		if ("lacks" in cut) return cut;
		const isWhole = event.kind !== "service" && event.kind !== "throttling";
		const lost = assumptions.trafficLost ?? (isWhole ? 1 : undefined);
		if (lost === undefined)
			return lacking(
				"the share of traffic lost was not measured",
				"trafficLost",
			);
		const elasticity = event.kind === "mobile" ? MOBILE_TRAFFIC : TOTAL_TRAFFIC;
		// The elasticity is of mobile traffic already: mobile's share of lines does not count twice.
		const area = event.kind === "mobile" ? cut.area : cut.share.mid;
		return {
			applies: true,
			usd: spread(gdp.value * elasticity * lost * area * yearsOf(slice)),
			inputs: [
				gdp,
				{ name: "elasticity", value: elasticity, from: "ICRIER 2018" },
				{
					name: "trafficLost",
					value: lost,
					from:
						assumptions.trafficLost === undefined
							? "all of it, within what was cut"
							: "as asked",
				},
				{ name: "scope", value: area, from: "as asked" },
			],
		};
	},
};
