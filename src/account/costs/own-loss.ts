/**
 * What a restriction took from one firm, by the firm's own figures. Nothing of
 * it is kept, and it is no part of any estimate of a country.
 */

/** Days in the span that a turnover is given for. */
export const TURNOVER_SPANS = {
	day: 1,
	week: 7,
	month: 365 / 12,
	year: 365,
} as const;
export type TurnoverSpan = keyof typeof TURNOVER_SPANS;

export interface OwnFigures {
	/** In whatever currency the firm counts in. */
	readonly turnover: number;
	readonly per: TurnoverSpan;
	/** Share of the turnover that comes in over what was cut. */
	readonly dependentShare: number;
	/** Share of the loss that was made up elsewhere or later. */
	readonly madeUpShare: number;
}

export interface OwnLoss {
	readonly turnoverADay: number;
	readonly days: number;
	/** After what was made up. */
	readonly low: number;
	/** Nothing made up. */
	readonly high: number;
}

/** Turnover a day x days x share that depends on what was cut; the low end less what was made up. */
export function ownLoss(figures: OwnFigures, hours: number): OwnLoss {
	const turnoverADay = figures.turnover / TURNOVER_SPANS[figures.per];
	const days = hours / 24;
	const high = turnoverADay * days * figures.dependentShare;
	return { turnoverADay, days, low: high * (1 - figures.madeUpShare), high };
}
