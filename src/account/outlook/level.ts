/**
 * The level of a record: onsets over the days that they were spread on, old
 * ones forgotten. It follows both what happens and how much of it is written
 * down; the two cannot be told apart.
 */
export interface Level {
	/** Onsets a day, for a day `leadDays` after the last one learnt: the further ahead, the nearer to the average of all days. */
	rate(leadDays: number): number;
	/** Its relative variance. */
	relativeVariance(leadDays: number): number;
	/** Learns a day. `exposure`: how many ordinary days it is worth. */
	add(observed: number, exposure: number): void;
}

/** Before anything is seen: one onset day in a hundred, worth a hundred days. A guess that a few months outweigh. */
const PRIOR_DAYS = 100;

/** `halfLifeDays`: days after which an onset counts half. */
export function createLevel(halfLifeDays: number): Level {
	const keep = 2 ** (-1 / halfLifeDays);
	const all = { observed: 0, exposure: 0 };
	const recent = { observed: 0, exposure: 0 };
	/** One onset at the average rate of all days, and what is remembered by then. */
	const observedAt = (leadDays: number): number =>
		1 + keep ** (leadDays - 1) * recent.observed;
	return {
		rate: (leadDays) => {
			const average = (1 + all.observed) / (PRIOR_DAYS + all.exposure);
			return (
				observedAt(leadDays) /
				(1 / average + keep ** (leadDays - 1) * recent.exposure)
			);
		},
		relativeVariance: (leadDays) => 1 / observedAt(leadDays),
		add: (observed, exposure) => {
			all.observed += observed;
			all.exposure += exposure;
			recent.observed = keep * recent.observed + observed;
			recent.exposure = keep * recent.exposure + exposure;
		},
	};
}
