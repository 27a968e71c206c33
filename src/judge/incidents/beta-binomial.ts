/**
 * The beta-binomial law: k of n sessions fail, where the sessions of one hour
 * share their weather. With mean p and intra-class correlation r,
 * alpha = p (1/r - 1) and beta = (1 - p)(1/r - 1), and the probability of k of
 * n is C(n,k) B(k + alpha, n - k + beta) / B(alpha, beta) (Skellam, JRSS B 10,
 * 1948). Correlation keeps a hundred sessions of one hour from counting as a
 * hundred independent ones.
 */

/** Lanczos' approximation of log gamma (Press et al., Numerical Recipes, 6.1); relative error under 2e-10 for x > 0. */
export function logGamma(x: number): number {
	const series =
		1.000000000190015 +
		76.18009172947146 / (x + 1) -
		86.50532032941678 / (x + 2) +
		24.01409824083091 / (x + 3) -
		1.231739572450155 / (x + 4) +
		0.1208650973866179e-2 / (x + 5) -
		0.5395239384953e-5 / (x + 6);
	const shifted = x + 5.5;
	return (
		(x + 0.5) * Math.log(shifted) -
		shifted +
		Math.log((2.5066282746310007 * series) / x)
	);
}

/** Log of the probability of k of n, without the binomial coefficient, which is common to all states. */
export function logBetaBinomial(
	k: number,
	n: number,
	mean: number,
	correlation: number,
): number {
	if (n === 1) return Math.log(k === 1 ? mean : 1 - mean);
	const size = 1 / correlation - 1;
	const alpha = mean * size;
	const beta = (1 - mean) * size;
	return (
		logGamma(k + alpha) +
		logGamma(n - k + beta) -
		logGamma(n + size) -
		logGamma(alpha) -
		logGamma(beta) +
		logGamma(size)
	);
}
