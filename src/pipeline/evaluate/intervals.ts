/** Intervals for shares and rates: 95%, two-sided. */

/** 97.5% point of the normal law. */
const Z = 1.959963984540054;

export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** A share with Wilson's score interval (JASA 22, 1927). Undefined without trials. */
export function shareOf(hits: number, trials: number): Estimate | undefined {
	if (trials === 0) return undefined;
	const p = hits / trials;
	const z2 = Z * Z;
	const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
	const half =
		(Z / (1 + z2 / trials)) *
		Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
	return {
		value: p,
		low: Math.max(0, centre - half),
		high: Math.min(1, centre + half),
	};
}

/** A Poisson rate with Garwood's exact interval (Biometrika 28, 1936), per unit of `exposure`. Undefined without exposure. */
export function rateOf(count: number, exposure: number): Estimate | undefined {
	if (exposure <= 0) return undefined;
	const low =
		count === 0
			? 0
			: solve((mean) => 1 - cumulative(count - 1, mean), 0.025, count);
	const high = solve((mean) => 1 - cumulative(count, mean), 0.975, count + 1);
	return {
		value: count / exposure,
		low: low / exposure,
		high: high / exposure,
	};
}

/** P(X <= count) of a Poisson law, by logarithms so that large means do not vanish. */
function cumulative(count: number, mean: number): number {
	let log = -mean;
	let sum = Math.exp(log);
	for (let i = 1; i <= count; i++) {
		log += Math.log(mean / i);
		sum += Math.exp(log);
	}
	return Math.min(1, sum);
}

/** The mean at which a rising function reaches `level`. */
function solve(
	rising: (mean: number) => number,
	level: number,
	guess: number,
): number {
	let [low, high] = [0, guess * 2 + 20];
	for (let i = 0; i < 100; i++) {
		const middle = (low + high) / 2;
		if (rising(middle) < level) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** The value below which `part` of the sorted values lie. Undefined for none. */
export function quantile(
	values: readonly number[],
	part: number,
): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}
