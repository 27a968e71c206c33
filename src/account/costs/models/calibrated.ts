import { lacking, usersTouched } from "../affected.ts";
import { type Calibration, predict } from "../calibration.ts";
import { serviceWeight } from "../published-facts.ts";
import type { CostModel } from "../types.ts";

/** Our estimator. Without its calibration it says so. */
export const calibrated = (
	calibration: Calibration | undefined,
): CostModel => ({
	id: "rasai-calibrated",
	source:
		"data/cost/calibration.json, our own, fitted on published estimates, most of them Top10VPN's annual sums of NetBlocks' figures",
	formula:
		"log-linear in GDP per head, users, hours, users per head, kind of event and country; 90% interval from errors on rows left out",
	counts: "economy",
	leavesOut: "what the published estimates leave out",
	caution:
		"It learned from other models' figures, and not from measured losses. Few rows are single events: for those its interval is a guide only.",
	estimate: (slice) => {
		if (!calibration) return lacking("its calibration was not found");
		const { event, indicators, year, hours } = slice;
		if (event.kind === "service" && !serviceWeight(event.service ?? ""))
			return lacking(
				`the blocks of one service that it learned from are of X and Telegram, not of ${event.service ?? "this one"}`,
			);
		const gdp = indicators.value(event.cc, year, "gdpUsd");
		const population = indicators.value(event.cc, year, "population");
		const online = indicators.value(event.cc, year, "internetUsersPct");
		if (!gdp || !population || !online)
			return lacking(
				"GDP, population or internet users were not found for this country and year",
			);
		const touched = usersTouched(slice);
		if ("lacks" in touched) return touched;
		const users =
			slice.assumptions.users ??
			population.value * (online.value / 100) * touched.share.mid;
		if (users <= 0 || hours <= 0) return lacking("nobody was cut");
		return {
			applies: true,
			usd: predict(calibration, {
				cc: event.cc,
				kind: event.kind,
				gdpUsd: gdp.value,
				population: population.value,
				users,
				hours,
			}),
			inputs: [
				gdp,
				population,
				online,
				...touched.inputs,
				{
					name: "users",
					value: users,
					from:
						slice.assumptions.users === undefined
							? "people x share of internet users x share of the country cut"
							: "as asked",
				},
			],
		};
	},
});
