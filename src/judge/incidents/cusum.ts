/**
 * Baseline: the CUSUM of OONI's pipeline v5, with its published parameters
 * (ooni/data at c8fcc729), to be beaten side by side. Page's two-sided scheme
 * (Biometrika 41, 1954) on the hourly median of the blocked score.
 */
import type { Series } from "../series/index.ts";
import type { Direction } from "./types.ts";

const MEAN_OK = 0;
const MEAN_BLOCKED = 0.7;
const DRIFT = 0.35;
const THRESHOLD = 3.5;
/** After a gap longer than this, the sums halve for every 48 hours of it. */
const DECAY_AFTER_HOURS = 24;
const HALF_LIFE_HOURS = 48;
/** State older than this is dropped. */
const FORGOTTEN_AFTER_HOURS = 10 * 24;

type CusumState = "unknown" | "ok" | "blocked";

export interface CusumChange {
	readonly direction: Direction;
	readonly at: number;
}

/**
 * Changes by that detector. `blockedScore` is what a blocked session scores:
 * 1 flatters the baseline, 0.75 is what its pipeline gives an anomaly.
 */
export function detectByCusum(
	series: Series,
	blockedScore = 1,
): readonly CusumChange[] {
	const changes: CusumChange[] = [];
	let state: CusumState = "unknown";
	let up = 0;
	let down = 0;
	for (let i = 0; i < series.hours.length; i++) {
		const at = series.hours[i] ?? 0;
		const gap = i === 0 ? 0 : at - (series.hours[i - 1] ?? 0);
		if (gap > FORGOTTEN_AFTER_HOURS) {
			state = "unknown";
			up = down = 0;
		} else if (gap > DECAY_AFTER_HOURS) {
			up *= 0.5 ** (gap / HALF_LIFE_HOURS);
			down *= 0.5 ** (gap / HALF_LIFE_HOURS);
		}
		const x = medianShare(series.k[i] ?? 0, series.n[i] ?? 0) * blockedScore;
		up = Math.max(0, up + x - MEAN_OK - DRIFT);
		down = Math.max(0, down + MEAN_BLOCKED - x - DRIFT);
		const next: CusumState =
			state !== "blocked" && up >= THRESHOLD
				? "blocked"
				: state !== "ok" && down >= THRESHOLD
					? "ok"
					: state;
		if (next === state) continue;
		// The first crossing, out of unknown, is silent.
		if (state !== "unknown")
			changes.push({ direction: next === "blocked" ? "onset" : "ending", at });
		state = next;
		up = down = 0;
	}
	return changes;
}

/** Median of n scores of which k are 1 and the rest 0. */
function medianShare(k: number, n: number): number {
	return 2 * k > n ? 1 : 2 * k === n ? 0.5 : 0;
}
