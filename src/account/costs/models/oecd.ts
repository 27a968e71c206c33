import { lacking, usersTouched, yearsOf } from "../affected.ts";
import type { CostModel } from "../types.ts";

/** Telecom and internet services' share of GDP: OECD's 3 to 4%, of Egypt. */
const SHARE = { low: 0.03, mid: 0.035, high: 0.04 };

export const oecd: CostModel = {
	id: "oecd-2011",
	source:
		"OECD on the economic impact of shutting down the internet in Egypt, February 2011",
	formula: "GDP x 3 to 4% x days/365 x share of users cut",
	counts: "part",
	leavesOut: "everyone but telecom and internet providers",
	caution: "The share is of Egypt in 2011; elsewhere it is carried over.",
	estimate: (slice) => {
		const { event, assumptions, indicators, year } = slice;
		if (event.kind === "service" || event.kind === "throttling")
			return lacking(
				"it is about networks that earn nothing, not about services or slow ones",
			);
		const gdp = indicators.value(event.cc, year, "gdpUsd");
		if (!gdp) return lacking("no GDP was found for this country and year");
		const cut = usersTouched(slice);
		if ("lacks" in cut) return cut;
		const own = assumptions.telecomShare;
		const share = own === undefined ? SHARE : { low: own, mid: own, high: own };
		const full = gdp.value * yearsOf(slice) * cut.share.mid;
		return {
			applies: true,
			usd: {
				low: full * share.low,
				mid: full * share.mid,
				high: full * share.high,
			},
			inputs: [
				gdp,
				{
					name: "telecomShare",
					value: share.mid,
					from: own === undefined ? "OECD 2011, 3 to 4%" : "as asked",
				},
				...cut.inputs,
			],
		};
	},
};
