/**
 * How much of a country's use was lost, as a share: the area, times mobile's
 * part, times the service's weight, times the degree of throttling. What is not
 * known of it stops the estimate.
 */
import { serviceWeight } from "./published-facts.ts";
import type { CostInput, CostSlice, Given, Lacking, Spread } from "./types.ts";

export interface Affected {
	readonly share: Spread;
	readonly inputs: readonly CostInput[];
}

export interface Touched extends Affected {
	/** Share of the country, before what was cut in it. */
	readonly area: number;
}

export const lacking = (lacks: string, give?: Given): Lacking => ({
	applies: false,
	lacks,
	...(give === undefined ? {} : { give }),
});

export const spread = (value: number): Spread => ({
	low: value,
	mid: value,
	high: value,
});

export const scaled = (by: Spread, factor: number): Spread => ({
	low: by.low * factor,
	mid: by.mid * factor,
	high: by.high * factor,
});

const asked = (name: string, value: number): CostInput => ({
	name,
	value,
	from: "as asked",
});

/** Share of the country's internet users who were touched, whatever was taken from them; or what is lacking. */
export function usersTouched(slice: CostSlice): Touched | Lacking {
	const { event, indicators, year } = slice;
	const { scope } = event;
	if (scope === undefined)
		return lacking(
			"the share of the country that was cut is not known",
			"scope",
		);
	const inputs = [asked("scope", scope)];
	if (event.kind !== "mobile")
		return { share: spread(scope), area: scope, inputs };
	const mobile = indicators.value(event.cc, year, "mobileSubsPer100");
	const fixed = indicators.value(event.cc, year, "fixedBroadbandPer100");
	if (!mobile || !fixed)
		return lacking(
			"mobile's share of subscriptions is not known for this country and year",
		);
	const mobileShare = mobile.value / (mobile.value + fixed.value);
	return {
		share: spread(scope * mobileShare),
		area: scope,
		inputs: [
			...inputs,
			{
				name: "mobileShare",
				value: mobileShare,
				year: Math.min(mobile.year ?? year, fixed.year ?? year),
				from: "mobile subscriptions of all subscriptions; a fixed line serves a household and counts once, so this is high",
			},
		],
	};
}

/** Share of the use of the internet that was lost; or what is lacking. */
export function useLost(slice: CostSlice): Affected | Lacking {
	const touched = usersTouched(slice);
	if ("lacks" in touched) return touched;
	const { event, assumptions } = slice;
	if (event.kind === "throttling") {
		if (assumptions.degree === undefined)
			return lacking(
				"how much of use throttling took away is not known",
				"degree",
			);
		return times(touched, spread(assumptions.degree), [
			asked("degree", assumptions.degree),
		]);
	}
	if (event.kind !== "service") return touched;
	if (assumptions.serviceWeight !== undefined)
		return times(touched, spread(assumptions.serviceWeight), [
			asked("serviceWeight", assumptions.serviceWeight),
		]);
	const weight = serviceWeight(event.service ?? "");
	if (!weight)
		return lacking(
			`no weight of ${event.service ?? "the service"} was found`,
			"serviceWeight",
		);
	return times(touched, weight, [
		{ name: "serviceWeight", value: weight.mid, from: weight.from },
	]);
}

function times(
	{ share, inputs }: Affected,
	by: Spread,
	more: readonly CostInput[],
): Affected {
	return { share: scaled(by, share.mid), inputs: [...inputs, ...more] };
}

/** Share of a year that the slice's hours are. */
export const yearsOf = ({ hours }: Pick<CostSlice, "hours">): number =>
	hours / (365 * 24);
