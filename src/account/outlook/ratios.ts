/**
 * How often days of a sort saw an onset, over how often they were expected to:
 * the mean of a gamma distribution that is drawn towards a prior mean where
 * little was seen (Clayton and Kaldor, Biometrics 43, 1987).
 */
export interface Ratios {
	/** Of a sort of days; `mean`: what it is drawn towards. */
	of(sort: string, mean?: number): number;
	/** Its relative variance. */
	relativeVariance(sort: string): number;
	add(sort: string, observed: number, expected: number): void;
}

/** `shape`: of the prior; the smaller, the sooner a ratio leaves its prior mean. */
export function createRatios(shape: number): Ratios {
	const tallies = new Map<string, { observed: number; expected: number }>();
	return {
		of: (sort, mean = 1) => {
			const tally = tallies.get(sort);
			return (
				(shape + (tally?.observed ?? 0)) /
				(shape / mean + (tally?.expected ?? 0))
			);
		},
		relativeVariance: (sort) =>
			1 / (shape + (tallies.get(sort)?.observed ?? 0)),
		add: (sort, observed, expected) => {
			const tally = tallies.get(sort);
			if (tally) {
				tally.observed += observed;
				tally.expected += expected;
			} else tallies.set(sort, { observed, expected });
		},
	};
}
