/**
 * One full day in Pakistan by every method, against the figures of a file that
 * names them. Each line says whether our formula and inputs are independent of
 * the figure; where they are not, agreement is arithmetic and proves nothing.
 */
import {
	type Calibration,
	estimateCost,
	type IndicatorBook,
	type MethodEstimate,
} from "../../account/costs/index.ts";

export interface CrossModelLine {
	readonly figure: string;
	readonly publishedUsd: number;
	/** Our method; null where the figure has no formula of ours. */
	readonly method: string | null;
	readonly oursUsd: number | null;
	/** Ours over published, less one. */
	readonly difference: number | null;
	readonly isIndependent: boolean;
	readonly why: string;
}

interface Match {
	readonly figure: RegExp;
	readonly methods: readonly string[];
	readonly end: "low" | "mid" | "high";
	readonly isIndependent: boolean;
	readonly why: string;
}

const FORMULA = "published constants and our indicators";
const MATCHES: readonly Match[] = [
	...(["low", "medium"] as const).flatMap((band): Match[] => [
		{
			figure: new RegExp(`^deloitte ${band}, per-capita`, "i"),
			methods: ["deloitte-2016-per-head"],
			end: band === "low" ? "low" : "mid",
			isIndependent: true,
			why: FORMULA,
		},
		{
			figure: new RegExp(`^deloitte ${band}, GDP`, "i"),
			methods: ["deloitte-2016-gdp"],
			end: band === "low" ? "low" : "mid",
			isIndependent: true,
			why: FORMULA,
		},
	]),
	{
		figure: /^PIDE/i,
		methods: ["pide-2023"],
		end: "mid",
		isIndependent: false,
		why: "the published rupees themselves; only the exchange rate is ours",
	},
	{
		figure: /^operators plus tax/i,
		methods: ["operator-revenue", "tax-revenue"],
		end: "mid",
		isIndependent: false,
		why: "the rates are these figures divided by users",
	},
	{
		figure: /^operators only/i,
		methods: ["operator-revenue"],
		end: "mid",
		isIndependent: false,
		why: "the rate is this figure divided by its users",
	},
	{
		figure: /^netblocks/i,
		methods: ["netblocks-cost"],
		end: "mid",
		isIndependent: false,
		why: "the digital share is worked out from this figure, with GDP of 2024; here it meets GDP of 2023",
	},
];

/** The figures of `file` beside ours. A file of another shape gives no lines. */
export function compareOneDay(
	file: unknown,
	indicators: IndicatorBook,
	calibration: Calibration | undefined,
): readonly CrossModelLine[] {
	const { methods } = estimateCost(
		{
			cc: "PK",
			kind: "full",
			service: undefined,
			scope: 1,
			segments: [
				{
					since: "2023-05-09T00:00:00Z",
					until: "2023-05-10T00:00:00Z",
					share: 1,
				},
			],
			notes: [],
		},
		{ indicators, calibration, assumptions: {} },
	);
	return figuresOf(file).map(({ figure, publishedUsd }) => {
		const match = MATCHES.find((one) => one.figure.test(figure));
		if (!match)
			return {
				figure,
				publishedUsd,
				method: null,
				oursUsd: null,
				difference: null,
				isIndependent: false,
				why: "a quoted or withdrawn figure without a formula",
			};
		const oursUsd = sumOf(methods, match);
		return {
			figure,
			publishedUsd,
			method: match.methods.join(" + "),
			oursUsd,
			difference: oursUsd === null ? null : oursUsd / publishedUsd - 1,
			isIndependent: match.isIndependent,
			why: match.why,
		};
	});
}

function sumOf(
	methods: readonly MethodEstimate[],
	{ methods: names, end }: Match,
): number | null {
	let sum = 0;
	for (const name of names) {
		const usd = methods.find(({ method }) => method === name)?.[end] ?? null;
		if (usd === null) return null;
		sum += usd;
	}
	return sum;
}

function figuresOf(
	file: unknown,
): readonly { readonly figure: string; readonly publishedUsd: number }[] {
	const list = isRecord(file) ? file["estimates"] : undefined;
	if (!Array.isArray(list)) return [];
	return list.flatMap((one: unknown) =>
		isRecord(one) &&
		typeof one["model"] === "string" &&
		typeof one["usd_per_day"] === "number"
			? [{ figure: one["model"], publishedUsd: one["usd_per_day"] }]
			: [],
	);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null;
