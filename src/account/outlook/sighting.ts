/**
 * How many days after Umm al-Qura's date a country keeps a Hijri date. Months
 * begin there by a sighting that nobody knows beforehand, so a forecast spreads
 * an occasion over the days it may fall on, by the shifts seen before.
 */

/** Days that a local date may lie behind Umm al-Qura's. */
export const SHIFTS = [-1, 0, 1, 2] as const;

/**
 * Before anything was seen: the same day or the day after are alike, one day
 * more to either side is unusual. Worth two observed dates; a guess that nobody
 * validated, and that a few observed dates outweigh.
 */
const PRIOR: readonly number[] = [0.1, 0.9, 0.9, 0.1];

export interface Shift {
	/** The day it was observed. */
	readonly on: number;
	readonly days: number;
}

/** Weights of `SHIFTS`, from shifts observed before day `origin` is over. They add up to 1. */
export function shiftWeights(
	observed: readonly Shift[],
	origin: number,
): readonly number[] {
	const counts = SHIFTS.map(
		(days, index) =>
			(PRIOR[index] ?? 0) +
			observed.filter((shift) => shift.on <= origin && shift.days === days)
				.length,
	);
	const total = counts.reduce((sum, value) => sum + value, 0);
	return counts.map((value) => value / total);
}

/** The shift seen most often. */
export function usualShift(observed: readonly Shift[]): number {
	const weights = shiftWeights(observed, Number.POSITIVE_INFINITY);
	return SHIFTS[weights.indexOf(Math.max(...weights))] ?? 0;
}
