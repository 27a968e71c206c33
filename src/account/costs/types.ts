/** What a cost is asked of, and what an answer is made of. Amounts are United States dollars unless a field says otherwise. */

/** How the internet was cut. `throttling` needs a degree, `regional` a scope, `service` a weight. */
export const COST_KINDS = [
	"full",
	"mobile",
	"regional",
	"service",
	"throttling",
] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What a user may set in place of what is published. Shares are from 0 to 1. */
export const ASSUMPTIONS = {
	digitalShare: "digital economy's share of GDP",
	serviceWeight: "the service's share of what the whole internet is worth",
	degree: "share of use that throttling took away",
	trafficLost: "share of traffic lost",
	telecomShare: "telecom and internet services' share of GDP",
	cipesaDailyUsd: "CIPESA's value of a day, in dollars",
	cipesaTailDays: "days of recovery counted as lost",
	operatorUserDay: "operators' revenue per user and day, in local currency",
	taxRate: "tax on what operators earn",
	users: "people cut off",
	marketRate: "the market's exchange rate, local currency per dollar",
} as const;
export type Assumption = keyof typeof ASSUMPTIONS;
/** What a method may ask for. */
export type Given = Assumption | "scope";
export type Assumptions = Readonly<Partial<Record<Assumption, number>>>;

/** A stretch of the event during which the same share of the country was cut. */
export interface CostSegment {
	readonly since: string;
	readonly until: string;
	/** Share of what was cut that was still cut, from 0 to 1: less than 1 after a partial restoration. */
	readonly share: number;
}

export interface CostEvent {
	readonly cc: string;
	readonly kind: CostKind;
	readonly service: string | undefined;
	/** Share of the country within the area or the networks that were cut; undefined: not known. */
	readonly scope: number | undefined;
	readonly segments: readonly CostSegment[];
	/** What must be said of how the event was read. */
	readonly notes: readonly string[];
	/** It goes on: its hours are a running total up to then. */
	readonly runningUntil?: string | undefined;
}

export type IndicatorName =
	| "gdpUsd"
	| "population"
	| "internetUsersPct"
	| "mobileSubsPer100"
	| "fixedBroadbandPer100"
	| "localPerUsd";

/** One number that went into an estimate, and where it is from. */
export interface CostInput {
	readonly name: string;
	readonly value: number;
	readonly from: string;
	/** Year that the number is of. */
	readonly year?: number;
}

/** The part of an event that lies in one calendar year: what a model is asked about. */
export interface CostSlice {
	readonly event: Pick<CostEvent, "cc" | "kind" | "service" | "scope">;
	readonly year: number;
	/** First day of the slice. */
	readonly on: string;
	/** The event ends in it. */
	readonly isLast: boolean;
	/** Hours, each counted by the share that was cut. */
	readonly hours: number;
	readonly indicators: IndicatorBook;
	readonly assumptions: Assumptions;
}

export interface IndicatorBook {
	/** Newest value of a year not later than `year`, with its year. */
	value(cc: string, year: number, name: IndicatorName): CostInput | undefined;
	country(
		cc: string,
	): { readonly cc: string; readonly currency: string } | undefined;
	/** Countries that have indicators, by name. */
	readonly countries: readonly {
		readonly cc: string;
		readonly currency: string;
	}[];
	readonly problems: readonly string[];
}

export interface Spread {
	readonly low: number;
	readonly mid: number;
	readonly high: number;
}

/** No answer for want of an input, and what whoever asks could give in its place. */
export interface Lacking {
	readonly applies: false;
	readonly lacks: string;
	readonly give?: Given;
}

/** A model's answer. Where it lacks an input it gives nothing. */
export type CostAnswer =
	| {
			readonly applies: true;
			readonly usd: Spread;
			readonly inputs: readonly CostInput[];
			/** By sector, where the method tells them apart. */
			readonly sectors?: Readonly<Record<string, number>>;
	  }
	| Lacking;

/**
 * `economy`: loss of the whole economy, so part of the range. `part`: of one
 * sector, a lower bound of the whole. `historical`: named, and never computed.
 */
export type CostCounts = "economy" | "part" | "historical";

export interface CostModel {
	/** Public contract: never renamed, never re-used. */
	readonly id: string;
	readonly source: string;
	readonly formula: string;
	readonly counts: CostCounts;
	readonly leavesOut: string;
	/** What is not verified of it, and what its figures were made from. */
	readonly caution: string;
	estimate(slice: CostSlice): CostAnswer;
}
