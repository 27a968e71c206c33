/**
 * The prior of the background, learned from many series: the beta law whose
 * mean and spread are those of the series' own rates (empirical Bayes by
 * moments; Kleinman, JASA 68, 1973). Each series counts once, whatever its
 * volume, and one that fails more than any background is taken to be
 * restricted and left out.
 */
import type { Series } from "../series/index.ts";
import {
	BACKGROUND_PRIOR,
	type BackgroundPrior,
	MOST_BACKGROUND,
} from "./model.ts";

/** Sessions a series needs to teach, and series that are needed at all. */
const LEAST_SESSIONS = 30;
const LEAST_SERIES = 20;
/** The prior is worth no more sessions than this, and no fewer: a series may always differ. */
const WORTH: readonly [least: number, most: number] = [6, 60];

/** Learns a prior; gives the shipped one where the series are too few. */
export function learnBackground(series: readonly Series[]): BackgroundPrior {
	const rates: { rate: number; n: number }[] = [];
	for (const one of series) {
		let [k, n] = [0, 0];
		for (let i = 0; i < one.hours.length; i++) {
			k += one.k[i] as number;
			n += one.n[i] as number;
		}
		if (n >= LEAST_SESSIONS && k / n <= MOST_BACKGROUND)
			rates.push({ rate: k / n, n });
	}
	if (rates.length < LEAST_SERIES) return BACKGROUND_PRIOR;
	const mean =
		(rates.reduce((sum, { rate }) => sum + rate, 0) + 0.5 / rates.length) /
		rates.length;
	// What of the spread is not sampling: Var = mean (1-mean) (1/n + (1-1/n) / (worth+1)).
	let [spread, sampling] = [0, 0];
	for (const { rate, n } of rates) {
		spread += (rate - mean) ** 2;
		sampling += 1 / n;
	}
	const own =
		(spread / (rates.length - 1) / (mean * (1 - mean)) -
			sampling / rates.length) /
		(1 - sampling / rates.length);
	const worth = Math.max(
		WORTH[0],
		Math.min(WORTH[1], own > 0 ? 1 / own - 1 : WORTH[1]),
	);
	return { failed: mean * worth, passed: (1 - mean) * worth };
}
