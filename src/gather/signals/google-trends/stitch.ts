/**
 * Google Trends gives each window relative to its own highest day. Windows
 * that overlap are brought to one scale: each next one is multiplied by the
 * ratio of the sums over the days it shares with what is stitched so far.
 */

export interface TrendWindow {
	/** Value by instant, in seconds. */
	readonly values: ReadonlyMap<number, number>;
}

/** Stitches windows in order. One that shares too little with those before is given in `unjoined`, by its position. */
export function stitchWindows(windows: readonly TrendWindow[]): {
	readonly values: ReadonlyMap<number, number>;
	readonly unjoined: readonly number[];
} {
	const stitched = new Map<number, number>();
	const unjoined: number[] = [];
	windows.forEach(({ values }, index) => {
		let [before, now] = [0, 0];
		for (const [at, value] of values) {
			const known = stitched.get(at);
			if (known === undefined) continue;
			before += known;
			now += value;
		}
		if (stitched.size > 0 && (before <= 0 || now <= 0)) {
			unjoined.push(index);
			return;
		}
		const factor = stitched.size === 0 ? 1 : before / now;
		for (const [at, value] of values)
			if (!stitched.has(at)) stitched.set(at, value * factor);
	});
	return { values: stitched, unjoined };
}
