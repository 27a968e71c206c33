/** Series for the tests of this folder: seeded, so that a failure can be made again. */
import { type Cell, type Series, seriesOf } from "../series/index.ts";

/** A seeded generator (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}

export interface SeriesPlan {
	readonly seed: number;
	readonly hours: number;
	/** An hour with data every so many hours. */
	readonly every?: number;
	/** Sessions in it. */
	readonly n?: number;
	/** Part of the sessions that fail, by hour. */
	readonly rate: (hour: number) => number;
	readonly asn?: number;
}

export function makeSeries(plan: SeriesPlan): Series {
	const random = createRandom(plan.seed);
	const cells: Cell[] = [];
	for (let hour = 0; hour < plan.hours; hour += plan.every ?? 1) {
		const n = plan.n ?? 1;
		let k = 0;
		for (let i = 0; i < n; i++) if (random() < plan.rate(hour)) k++;
		cells.push({ hour, k, n });
	}
	return seriesOf(
		{
			cc: "QZ",
			target: "example.org",
			...(plan.asn === undefined ? {} : { asn: plan.asn }),
		},
		cells,
	);
}

/** Fails at `rate` from `since` to `until`, at `background` otherwise. */
export const between =
	(since: number, until: number, rate: number, background = 0.02) =>
	(hour: number): number =>
		hour >= since && hour < until ? rate : background;
