/** Draws from the laws that worlds are made of. */
import type { Random } from "../lab/index.ts";

/** Gamma of the given shape and scale 1 (Marsaglia and Tsang, ACM TOMS 26(3), 2000). */
function gamma(random: Random, shape: number): number {
	if (shape < 1)
		return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = random.normal();
		const v = (1 + c * x) ** 3;
		if (v <= 0) continue;
		const u = 1 - random.next();
		if (Math.log(u) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** Failures among n sessions of mean rate `mean`, correlated within the hour. */
export function drawFailures(
	random: Random,
	n: number,
	mean: number,
	correlation: number,
): number {
	let rate = mean;
	if (correlation > 0 && n > 1) {
		const size = 1 / correlation - 1;
		const a = gamma(random, Math.max(1e-3, mean * size));
		const b = gamma(random, Math.max(1e-3, (1 - mean) * size));
		rate = a / (a + b);
	}
	let failed = 0;
	for (let i = 0; i < n; i++) if (random.next() < rate) failed++;
	return failed;
}

/** Uniform in the logarithm between `low` and `high`. */
export function drawLogUniform(
	random: Random,
	low: number,
	high: number,
): number {
	return low * (high / low) ** random.next();
}

/** Log-normal of the given median. */
export function drawLogNormal(
	random: Random,
	median: number,
	sigma: number,
): number {
	return median * Math.exp(sigma * random.normal());
}

/** Pareto of the given least value: its mean is infinite for a tail of 1 or less. */
export function drawPareto(
	random: Random,
	least: number,
	tail: number,
): number {
	return least * (1 - random.next()) ** (-1 / tail);
}

/** Poisson of any mean; above 60 by its normal limit. */
export function drawCount(random: Random, mean: number): number {
	return mean <= 60
		? random.poisson(mean)
		: Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
}
