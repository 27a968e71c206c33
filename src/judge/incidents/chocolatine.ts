/**
 * Baseline for value series: a seasonal autoregression in the form of
 * Chocolatine (Guillot et al., TMA 2019, arXiv:1906.04426): the value a week
 * before, corrected by what the last samples missed of theirs, fitted on the
 * weeks before; an alarm while the value is under a lower bound, with
 * hysteresis. To be compared with side by side. Ours fixes the order (seasonal
 * difference, one autoregressive term) where the paper searches for it.
 */
import type { MedianChange } from "./ioda-median.ts";
import { medianOf } from "./median.ts";
import type { ValuePoint } from "./value-types.ts";

const WEEK_HOURS = 7 * 24;
const FIT_SAMPLES = 4 * WEEK_HOURS;
/** Bounds in robust standard deviations: to enter an alarm, and to leave it. Provisional. */
const ENTER = 4;
const LEAVE = 2;

/** Detects over points in order of time; needs three weeks of them. */
export function detectByChocolatine(
	points: readonly ValuePoint[],
	enter = ENTER,
): readonly MedianChange[] {
	const byHour = new Map(points.map(({ at, value }) => [at, value]));
	const misses = new Map<number, number>();
	const changes: MedianChange[] = [];
	const recent: number[] = [];
	let stepHours = 1;
	let [memory, scale] = [0, Number.POSITIVE_INFINITY];
	let isLow = false;
	points.forEach(({ at, value }, i) => {
		stepHours = at - (points[i - 1]?.at ?? at - stepHours);
		const before = byHour.get(at - WEEK_HOURS);
		if (before === undefined) return;
		const forecast = before + memory * (misses.get(at - stepHours) ?? 0);
		const deviation = value - forecast;
		// In an alarm the forecast takes the place of the value, as if nothing were wrong.
		const wasLow = isLow;
		isLow = deviation < -(isLow ? LEAVE : enter) * scale;
		if (isLow !== wasLow)
			changes.push({ direction: isLow ? "onset" : "ending", at });
		if (isLow) {
			byHour.set(at, forecast);
			misses.set(at, forecast - before);
			return;
		}
		misses.set(at, value - before);
		recent.push(value - before);
		if (recent.length > FIT_SAMPLES) recent.shift();
		if (recent.length >= WEEK_HOURS && recent.length % 24 === 0)
			[memory, scale] = fit(recent);
	});
	return changes;
}

/** Least squares for the memory, the median absolute innovation for the scale. */
function fit(misses: readonly number[]): [memory: number, scale: number] {
	let [product, square] = [0, 0];
	for (let i = 1; i < misses.length; i++) {
		product += (misses[i] as number) * (misses[i - 1] as number);
		square += (misses[i - 1] as number) ** 2;
	}
	const memory = Math.max(0, Math.min(0.95, product / (square || 1)));
	const innovations = misses
		.slice(1)
		.map((miss, i) => Math.abs(miss - memory * (misses[i] as number)));
	return [memory, 1.4826 * medianOf(innovations) || Number.EPSILON];
}
