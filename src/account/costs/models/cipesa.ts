import { lacking, scaled, useLost } from "../affected.ts";
import { cipesaDay } from "../published-facts.ts";
import type { CostAnswer, CostModel, CostSlice } from "../types.ts";

/** Value of a day x days, with that value raised by `escalator` and days of recovery added. */
export function fromDailyValue(
	slice: CostSlice,
	{
		escalator,
		tailDays,
	}: { readonly escalator: number; readonly tailDays: number },
): CostAnswer {
	const { event, assumptions } = slice;
	const own = assumptions.cipesaDailyUsd;
	const daily =
		own === undefined
			? cipesaDay(event.cc)
			: { name: "cipesaDailyUsd", value: own, from: "as asked" };
	if (!daily)
		return lacking(
			"CIPESA's value of a day for this country was not found",
			"cipesaDailyUsd",
		);
	const lost = useLost(slice);
	if ("lacks" in lost) return lost;
	const days = slice.hours / 24 + tailDays;
	return {
		applies: true,
		usd: scaled(lost.share, daily.value * escalator * days),
		inputs: [
			daily,
			{
				name: "escalator",
				value: escalator,
				from: "NetBlocks' note of 9 November 2021",
			},
			{
				name: "cipesaTailDays",
				value: tailDays,
				from: "as asked, else none: its length was not found",
			},
			...lost.inputs,
		],
	};
}

export const cipesa: CostModel = {
	id: "cipesa-2017",
	source:
		"CIPESA, A Framework for Calculating the Economic Impact of Internet Disruptions in Sub-Saharan Africa, September 2017",
	formula: "value of a day x (days + days of recovery) x share of use lost",
	counts: "economy",
	leavesOut: "jobs, trust, informal work; dollars of 2017",
	caution:
		"Its list of daily values and the length of recovery were not found, but for Kenya.",
	estimate: (slice) =>
		fromDailyValue(slice, {
			escalator: 1,
			tailDays: slice.isLast ? (slice.assumptions.cipesaTailDays ?? 0) : 0,
		}),
};
