/** An estimate taken apart: every input and every calculation on a line of its own, so that it can be done again by hand. */
import type { CostEstimate, MethodEstimate, YearEstimate } from "./estimate.ts";
import type { CostInput, Spread } from "./types.ts";

export interface CostStep {
	readonly step:
		| "hours"
		| "input"
		| "year"
		| "sum"
		| "local"
		| "range"
		| "none";
	readonly method: string;
	readonly year: number | null;
	/** What the line is of: an input's name, a kind, or why there is nothing. */
	readonly name: string;
	readonly formula: string;
	/** Names of inputs with their values. */
	readonly inputs: string;
	/** Years that the inputs are of. */
	readonly vintage: string;
	readonly low: number | null;
	readonly mid: number | null;
	readonly high: number | null;
	readonly unit: string;
	readonly source: string;
}

const EMPTY = {
	method: "",
	year: null,
	name: "",
	formula: "",
	inputs: "",
	vintage: "",
	low: null,
	mid: null,
	high: null,
	unit: "",
	source: "",
} satisfies Omit<CostStep, "step">;

/** All steps, in the order in which they are done. */
export function costSteps(estimate: CostEstimate): readonly CostStep[] {
	const { event, methods, range } = estimate;
	const steps: CostStep[] = event.segments.map(({ since, until, share }) => ({
		...EMPTY,
		step: "hours",
		name: `${event.kind}, ${since} to ${until}`,
		formula: "hours between both x share still cut",
		inputs: `share = ${share}`,
		mid: ((Date.parse(until) - Date.parse(since)) / 3_600_000) * share,
		unit: "hours",
	}));
	for (const one of methods) steps.push(...stepsOfMethod(one));
	if (range) {
		const { methods: names, local, localAtMarket } = range;
		const line = {
			...EMPTY,
			step: "range" as const,
			formula: "least low end and greatest high end of",
			inputs: names.join("; "),
		};
		steps.push({ ...line, low: range.low, high: range.high, unit: "USD" });
		for (const [at, money] of [
			["official", local],
			["market", localAtMarket],
		] as const)
			if (money)
				steps.push({
					...line,
					name: `${at} rate`,
					low: money.low,
					high: money.high,
					unit: money.currency,
				});
	}
	return steps;
}

function stepsOfMethod(one: MethodEstimate): readonly CostStep[] {
	const { method, formula, source, years, local, localAtMarket } = one;
	const line = { ...EMPTY, method };
	if (!one.applies)
		return [{ ...line, step: "none", formula, source, name: one.lacks ?? "" }];
	const steps: CostStep[] = one.inputs.map((input) => inputStep(line, input));
	for (const year of years)
		steps.push({
			...line,
			step: "year",
			year: year.year,
			formula,
			inputs: listed([{ name: "hours", value: year.hours }, ...year.inputs]),
			vintage: vintageOf(year.inputs),
			...ends(year),
			unit: "USD",
			source,
		});
	if (years.length > 1)
		steps.push({
			...line,
			step: "sum",
			formula: "sum of the years",
			...ends(one),
			unit: "USD",
		});
	for (const [at, money] of [
		["official", local],
		["market", localAtMarket],
	] as const)
		if (money)
			steps.push({
				...line,
				step: "local",
				name: `${at} rate`,
				formula: "dollars of each year x its rate",
				inputs: listed(money.rates),
				vintage: vintageOf(money.rates),
				...ends(money),
				unit: money.currency,
				source: [...new Set(money.rates.map(({ from }) => from))].join("; "),
			});
	return steps;
}

const inputStep = (
	line: Omit<CostStep, "step">,
	{ name, value, year, from }: CostInput,
): CostStep => ({
	...line,
	step: "input",
	name,
	year: year ?? null,
	mid: value,
	vintage: year === undefined ? "" : String(year),
	source: from,
});

const ends = ({
	low,
	mid,
	high,
}: Spread | MethodEstimate | YearEstimate): Pick<
	CostStep,
	"low" | "mid" | "high"
> => ({ low, mid, high });

const listed = (inputs: readonly Pick<CostInput, "name" | "value">[]): string =>
	inputs.map(({ name, value }) => `${name} = ${value}`).join("; ");

const vintageOf = (inputs: readonly CostInput[]): string =>
	[...new Set(inputs.flatMap(({ year }) => year ?? []))].sort().join(" ");
