/**
 * Baseline for value series: the median rule of IODA in its sample
 * configuration, to be compared with side by side. A value under 0.8 of the
 * median of the last seven days raises an alert. Extreme values are replaced
 * by the median in the history, for at most seven days; after that the new
 * level is normal, so that a longer outage disappears.
 */
import type { Direction } from "./types.ts";
import type { ValuePoint } from "./value-types.ts";

const WINDOW_HOURS = 7 * 24;
const THRESHOLD = 0.8;
const WARM_UP_HOURS = 1;
const INPAINT_HOURS = 7 * 24;

export interface MedianChange {
	readonly direction: Direction;
	readonly at: number;
}

export function detectByMedian(
	points: readonly ValuePoint[],
	threshold = THRESHOLD,
): readonly MedianChange[] {
	const changes: MedianChange[] = [];
	const history: { readonly at: number; readonly value: number }[] = [];
	/** The values of `history` from `oldest` on, in order. */
	const sorted: number[] = [];
	let oldest = 0;
	const first = points[0]?.at ?? 0;
	let loweredAt: number | undefined;
	for (const { at, value } of points) {
		for (; (history[oldest]?.at ?? at) < at - WINDOW_HOURS; oldest++)
			sorted.splice(rankOf(sorted, history[oldest]?.value ?? 0), 1);
		const middle = sorted.length >> 1;
		const high = sorted[middle] ?? 0;
		const median =
			sorted.length % 2 === 1
				? high
				: ((sorted[middle - 1] ?? high) + high) / 2;
		const isLow =
			sorted.length > 0 &&
			at - first >= WARM_UP_HOURS &&
			value < threshold * median;
		if (isLow && loweredAt === undefined) {
			loweredAt = at;
			changes.push({ direction: "onset", at });
		} else if (!isLow && loweredAt !== undefined) {
			loweredAt = undefined;
			changes.push({ direction: "ending", at });
		}
		const inpaints = isLow && at - (loweredAt ?? at) < INPAINT_HOURS;
		const kept = inpaints ? median : value;
		history.push({ at, value: kept });
		sorted.splice(rankOf(sorted, kept), 0, kept);
	}
	return changes;
}

/** Position of the first value that is not less. */
function rankOf(sorted: readonly number[], value: number): number {
	let [from, to] = [0, sorted.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((sorted[middle] as number) < value) from = middle + 1;
		else to = middle;
	}
	return from;
}
