/** All methods beside each other, and the range that they span. Never one number (P13). */
import type { Calibration } from "./calibration.ts";
import { NOT_COUNTED, notesOf } from "./estimate-notes.ts";
import { clockHours, type HoursOfKind } from "./hours.ts";
import {
	distinctInputs,
	type LocalSpread,
	localOf,
	type MarketRate,
	ratesOf,
	type YearRates,
} from "./local-money.ts";
import { costModels } from "./models/index.ts";
import type {
	Assumptions,
	CostAnswer,
	CostEvent,
	CostInput,
	CostModel,
	CostSlice,
	Given,
	IndicatorBook,
	Spread,
} from "./types.ts";

const HOUR = 3_600_000;

/** One method in one calendar year of the event: whole dollars. */
export interface YearEstimate extends Spread {
	readonly year: number;
	/** Hours, each counted by the share that was cut. */
	readonly hours: number;
	readonly inputs: readonly CostInput[];
	readonly rates: YearRates;
}

export interface MethodEstimate {
	readonly method: string;
	/** Null where the method does not apply. */
	readonly low: number | null;
	readonly mid: number | null;
	readonly high: number | null;
	readonly currency: "USD";
	/** At the official rate. */
	readonly local: LocalSpread | null;
	/** At the market's rate; null where none is stated. */
	readonly localAtMarket: LocalSpread | null;
	/** The parts that add up to it. */
	readonly years: readonly YearEstimate[];
	readonly inputs: readonly CostInput[];
	/** Years that the inputs are of. */
	readonly vintage: readonly number[];
	readonly applies: boolean;
	/** What it lacks, where it does not apply. */
	readonly lacks: string | null;
	/** What could be given in place of what it lacks. */
	readonly give: Given | null;
	/** Dollars by sector, where the method tells them apart. */
	readonly sectors: Readonly<Record<string, number>> | null;
	readonly counts: CostModel["counts"];
	readonly formula: string;
	readonly source: string;
	readonly leavesOut: string;
	readonly caution: string;
}

type LocalRange = Omit<LocalSpread, "mid">;

export interface CostRange {
	readonly low: number;
	readonly high: number;
	readonly currency: "USD";
	readonly local: LocalRange | null;
	readonly localAtMarket: LocalRange | null;
	readonly methods: readonly string[];
}

export interface CostEstimate {
	/** Over the methods that count the whole economy; null where none applies. */
	readonly range: CostRange | null;
	readonly methods: readonly MethodEstimate[];
	readonly event: CostEvent & { readonly hours: number };
	/** Hours by kind are never added up: an hour of one says little of an hour of another. */
	readonly hoursByKind: readonly HoursOfKind[];
	readonly notes: readonly string[];
	readonly notCounted: readonly string[];
}

export interface EstimateOptions {
	readonly indicators: IndicatorBook;
	readonly calibration: Calibration | undefined;
	readonly assumptions: Assumptions;
	/** What the operator states of markets; none where left out. */
	readonly marketRates?: readonly MarketRate[] | undefined;
}

/** What estimates are made from, whatever is asked. */
export type CostSources = Omit<EstimateOptions, "assumptions">;

/** Estimates an event by every method. */
export function estimateCost(
	event: CostEvent,
	options: EstimateOptions,
): CostEstimate {
	const { marketRates = [] } = options;
	const slices = slicesOf(event, options);
	const methods = costModels(options.calibration).map((model) =>
		estimateBy(model, slices, marketRates),
	);
	const hours = slices.reduce((sum, slice) => sum + slice.hours, 0);
	const range = rangeOf(methods);
	return {
		range,
		methods,
		event: { ...event, hours },
		hoursByKind: [
			{
				kind: event.kind,
				clockHours: clockHours(event.segments),
				countedHours: hours,
			},
		],
		notes: notesOf(event, slices, {
			hasMarketRate: slices.some(
				(slice) => ratesOf(slice, marketRates).market !== null,
			),
			rangeMethods: range?.methods ?? [],
		}),
		notCounted: NOT_COUNTED,
	};
}

function rangeOf(methods: readonly MethodEstimate[]): CostRange | null {
	const whole = methods.flatMap(
		({ counts, method, low, high, local, localAtMarket }) =>
			counts === "economy" && low !== null && high !== null
				? [{ method, low, high, local, localAtMarket }]
				: [],
	);
	if (whole.length === 0) return null;
	const inMoney = (
		locals: readonly (LocalSpread | null)[],
	): LocalRange | null => {
		const known = locals.flatMap((one) => one ?? []);
		const [first] = known;
		return first && known.length === whole.length
			? {
					...outermost(known),
					currency: first.currency,
					rates: first.rates,
				}
			: null;
	};
	return {
		...outermost(whole),
		currency: "USD",
		local: inMoney(whole.map(({ local }) => local)),
		localAtMarket: inMoney(whole.map(({ localAtMarket }) => localAtMarket)),
		methods: whole.map(({ method }) => method),
	};
}

const outermost = (
	spreads: readonly { readonly low: number; readonly high: number }[],
) => ({
	low: Math.min(...spreads.map(({ low }) => low)),
	high: Math.max(...spreads.map(({ high }) => high)),
});

/** Cuts the event at each new year (UTC), since indicators are of years. */
export function slicesOf(
	{ segments, ...event }: CostEvent,
	{ indicators, assumptions }: Omit<EstimateOptions, "calibration">,
): readonly CostSlice[] {
	const byYear = new Map<number, { on: string; hours: number }>();
	for (const { since, until, share } of segments) {
		let at = Date.parse(since);
		const end = Date.parse(until);
		while (at < end) {
			const year = new Date(at).getUTCFullYear();
			const next = Math.min(end, Date.UTC(year + 1, 0, 1));
			const slice = byYear.get(year) ?? {
				on: new Date(at).toISOString().slice(0, 10),
				hours: 0,
			};
			slice.hours += ((next - at) / HOUR) * share;
			byYear.set(year, slice);
			at = next;
		}
	}
	return [...byYear].map(([year, slice], at) => ({
		event,
		year,
		...slice,
		isLast: at === byYear.size - 1,
		indicators,
		assumptions,
	}));
}

/** One method over all slices. It applies if it does to each of them. */
export function estimateBy(
	model: CostModel,
	slices: readonly CostSlice[],
	marketRates: readonly MarketRate[] = [],
): MethodEstimate {
	const common = {
		method: model.id,
		currency: "USD" as const,
		counts: model.counts,
		formula: model.formula,
		source: model.source,
		leavesOut: model.leavesOut,
		caution: model.caution,
	};
	const years: YearEstimate[] = [];
	const sectors: Record<string, number> = {};
	const nothing = (lacks: string, give?: Given): MethodEstimate => ({
		...common,
		low: null,
		mid: null,
		high: null,
		local: null,
		localAtMarket: null,
		years: [],
		inputs: [],
		vintage: [],
		applies: false,
		lacks,
		give: give ?? null,
		sectors: null,
	});
	if (slices.length === 0) return nothing("the event has no hours");
	for (const slice of slices) {
		const answer: CostAnswer = model.estimate(slice);
		if (!answer.applies)
			return nothing(
				slices.length > 1 && answer.give === undefined
					? `${answer.lacks} (${slice.year})`
					: answer.lacks,
				answer.give,
			);
		const { usd, inputs } = answer;
		years.push({
			...rounded(usd),
			year: slice.year,
			hours: slice.hours,
			inputs,
			rates: ratesOf(slice, marketRates),
		});
		for (const [name, amount] of Object.entries(answer.sectors ?? {}))
			sectors[name] = (sectors[name] ?? 0) + amount;
	}
	const inputs = distinctInputs(years.flatMap((one) => one.inputs));
	const [first] = slices;
	const currency = first?.indicators.country(first.event.cc)?.currency;
	const inMoney = (rates: keyof YearRates) =>
		localOf(
			years.map((usd) => ({ usd, rate: usd.rates[rates] })),
			currency,
		);
	return {
		...common,
		...sumOf(years),
		local: inMoney("official"),
		localAtMarket: inMoney("market"),
		years,
		inputs,
		vintage: [...new Set(inputs.flatMap(({ year }) => year ?? []))].sort(),
		applies: true,
		lacks: null,
		give: null,
		sectors: Object.keys(sectors).length > 0 ? sectors : null,
	};
}

function sumOf(spreads: readonly Spread[]): Spread {
	const sum = { low: 0, mid: 0, high: 0 };
	for (const one of spreads)
		for (const end of ["low", "mid", "high"] as const) sum[end] += one[end];
	return sum;
}

/** To whole units: the last digits of logarithms differ between machines (P3). */
const rounded = ({ low, mid, high }: Spread): Spread => ({
	low: Math.round(low),
	mid: Math.round(mid),
	high: Math.round(high),
});
