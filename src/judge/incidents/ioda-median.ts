/**
 * Baseline for value series: the median rule of IODA in its sample
 * configuration, to be compared with side by side. A value under 0.8 of the
 * median of the last seven days raises an alert. Extreme values are replaced
 * by the median in the history, for at most seven days; after that the new
 * level is normal, so that a longer outage disappears.
 */
import { medianOf } from "./seasonal.ts";
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
	const first = points[0]?.at ?? 0;
	let loweredAt: number | undefined;
	for (const { at, value } of points) {
		while (history[0] && history[0].at < at - WINDOW_HOURS) history.shift();
		const median = medianOf(history.map((one) => one.value));
		const isLow =
			history.length > 0 &&
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
		history.push({ at, value: inpaints ? median : value });
	}
	return changes;
}
