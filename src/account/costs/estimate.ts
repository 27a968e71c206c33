/** All methods beside each other, and the range that they span. Never one number (P13). */
import type { Calibration } from "./calibration.ts";
import { costModels } from "./models/index.ts";
import type {
	Assumptions,
	CostAnswer,
	CostEvent,
	CostInput,
	CostModel,
	CostSlice,
	IndicatorBook,
	Spread,
} from "./types.ts";

const HOUR = 3_600_000;

/** Countries whose official rate is far from what money changes hands for. */
const OFFICIAL_RATE_MISLEADS = new Set("IR SY YE SD VE MM NG".split(" "));

export interface LocalSpread extends Spread {
	readonly currency: string;
	/** Official, by year of the slice it was used for. */
	readonly rates: readonly CostInput[];
}

export interface MethodEstimate {
	readonly method: string;
	/** Null where the method does not apply. */
	readonly low: number | null;
	readonly mid: number | null;
	readonly high: number | null;
	readonly currency: "USD";
	readonly local: LocalSpread | null;
	readonly inputs: readonly CostInput[];
	/** Years that the inputs are of. */
	readonly vintage: readonly number[];
	readonly applies: boolean;
	/** What it lacks, where it does not apply. */
	readonly lacks: string | null;
	/** Dollars by sector, where the method tells them apart. */
	readonly sectors: Readonly<Record<string, number>> | null;
	readonly counts: CostModel["counts"];
	readonly formula: string;
	readonly source: string;
	readonly leavesOut: string;
	readonly caution: string;
}

export interface CostEstimate {
	/** Over the methods that count the whole economy; null where none applies. */
	readonly range: {
		readonly low: number;
		readonly high: number;
		readonly currency: "USD";
		readonly local: Omit<LocalSpread, "mid"> | null;
		readonly methods: readonly string[];
	} | null;
	readonly methods: readonly MethodEstimate[];
	readonly event: CostEvent & { readonly hours: number };
	readonly notes: readonly string[];
	readonly notCounted: readonly string[];
}

export interface EstimateOptions {
	readonly indicators: IndicatorBook;
	readonly calibration: Calibration | undefined;
	readonly assumptions: Assumptions;
}

/** Nothing in any method counts these. */
const NOT_COUNTED = [
	"jobs",
	"lives, and care that came late",
	"trust",
	"work of the press, and of those who watch elections and violence",
	"schooling",
];

/** Estimates an event by every method. */
export function estimateCost(
	event: CostEvent,
	options: EstimateOptions,
): CostEstimate {
	const slices = slicesOf(event, options);
	const methods = costModels(options.calibration).map((model) =>
		estimateBy(model, slices),
	);
	const whole = methods.flatMap(
		({ applies, counts, method, low, high, local }) =>
			applies && counts === "economy" && low !== null && high !== null
				? [{ method, low, high, local }]
				: [],
	);
	const locals = whole.flatMap(({ local }) => local ?? []);
	const [firstLocal] = locals;
	return {
		range:
			whole.length === 0
				? null
				: {
						...outermost(whole),
						currency: "USD",
						local:
							firstLocal && locals.length === whole.length
								? {
										...outermost(locals),
										currency: firstLocal.currency,
										rates: firstLocal.rates,
									}
								: null,
						methods: whole.map(({ method }) => method),
					},
		methods,
		event: {
			...event,
			hours: slices.reduce((sum, { hours }) => sum + hours, 0),
		},
		notes: notesOf(event, slices),
		notCounted: NOT_COUNTED,
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
): MethodEstimate {
	const answers = slices.map((slice) => ({
		slice,
		answer: model.estimate(slice),
	}));
	const common = {
		method: model.id,
		currency: "USD" as const,
		counts: model.counts,
		formula: model.formula,
		source: model.source,
		leavesOut: model.leavesOut,
		caution: model.caution,
	};
	const given: { slice: CostSlice; answer: CostAnswer & { applies: true } }[] =
		[];
	let lacks = slices.length === 0 ? "the event has no hours" : undefined;
	for (const { slice, answer } of answers)
		if (answer.applies) given.push({ slice, answer });
		else lacks ??= answer.lacks;
	if (lacks !== undefined)
		return {
			...common,
			low: null,
			mid: null,
			high: null,
			local: null,
			inputs: [],
			vintage: [],
			applies: false,
			lacks,
			sectors: null,
		};
	const inputs = distinctInputs(given.flatMap(({ answer }) => answer.inputs));
	const sectors: Record<string, number> = {};
	for (const { answer } of given)
		for (const [name, usd] of Object.entries(answer.sectors ?? {}))
			sectors[name] = (sectors[name] ?? 0) + usd;
	return {
		...common,
		...rounded(sumOf(given.map(({ answer }) => answer.usd))),
		local: localOf(
			given.map(({ slice, answer }) => ({ slice, usd: answer.usd })),
		),
		inputs,
		vintage: [...new Set(inputs.flatMap(({ year }) => year ?? []))].sort(),
		applies: true,
		lacks: null,
		sectors: Object.keys(sectors).length > 0 ? sectors : null,
	};
}

const sumOf = (spreads: readonly Spread[]): Spread =>
	spreads.reduce((sum, { low, mid, high }) => ({
		low: sum.low + low,
		mid: sum.mid + mid,
		high: sum.high + high,
	}));

/** To whole units: the last digits of logarithms differ between machines (P3). */
const rounded = ({ low, mid, high }: Spread): Spread => ({
	low: Math.round(low),
	mid: Math.round(mid),
	high: Math.round(high),
});

/** Each slice at its own year's official rate; null where one was not found. */
function localOf(
	parts: readonly { readonly slice: CostSlice; readonly usd: Spread }[],
): LocalSpread | null {
	const rates: CostInput[] = [];
	const spreads: Spread[] = [];
	for (const { slice, usd } of parts) {
		const { indicators, event, year } = slice;
		const rate = indicators.value(event.cc, year, "localPerUsd");
		if (!rate) return null;
		rates.push(rate);
		spreads.push({
			low: usd.low * rate.value,
			mid: usd.mid * rate.value,
			high: usd.high * rate.value,
		});
	}
	const [first] = parts;
	const currency = first?.slice.indicators.country(
		first.slice.event.cc,
	)?.currency;
	return currency === undefined
		? null
		: { ...rounded(sumOf(spreads)), currency, rates: distinctInputs(rates) };
}

function distinctInputs(inputs: readonly CostInput[]): readonly CostInput[] {
	return [...new Map(inputs.map((one) => [JSON.stringify(one), one])).values()];
}

function notesOf(
	event: CostEvent,
	slices: readonly CostSlice[],
): readonly string[] {
	const years = slices.map(({ year }) => year);
	const later = slices.some(
		({ indicators, year }) =>
			(indicators.value(event.cc, year, "gdpUsd")?.year ?? year) !== year,
	);
	return [
		"Methods count different things. Read the range first, and never add methods up.",
		...event.notes,
		...(later
			? [
					"For a year without indicators the newest earlier year's are used; each input names its year.",
				]
			: []),
		...(OFFICIAL_RATE_MISLEADS.has(event.cc)
			? [
					"The official exchange rate is far from the market's here; no market rate ships, so amounts in local currency mislead.",
				]
			: []),
		...(event.kind === "service"
			? [
					"A top-down method multiplies GDP by a share of the digital economy and a service's weight for every hour; a bottom-up one adds what named sectors lost in a day. For a long block of one service the first grows large, since it assumes that nobody finds another way, such as a VPN, for as long as it lasts.",
				]
			: []),
		...(years.length > 1
			? [
					`The event spans ${years.length} calendar years. Each is estimated with its own indicators and then added; low ends with low ends.`,
				]
			: []),
	];
}
