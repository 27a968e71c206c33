/**
 * Cells into series. Rows may come in any order and more than once for an
 * hour (late data, several probes): they are summed, so that the same rows
 * give the same series whatever their order (P3, P8).
 */
import { countryKey } from "./keys.ts";
import type { Cell, Series, SeriesKey } from "./types.ts";

const isCount = (value: number): boolean =>
	Number.isSafeInteger(value) && value >= 0;

/** Why a cell cannot be counted, or undefined where it can. */
export function faultOfCell({ hour, k, n }: Cell): string | undefined {
	if (!Number.isSafeInteger(hour) || Math.abs(hour) > 2 ** 31 - 1)
		return "not an hour";
	if (!isCount(n)) return "n is not a whole number of sessions";
	if (!isCount(k)) return "k is not a whole number of sessions";
	if (n > 2 ** 31 - 1) return "n is too large";
	return k > n ? "k is larger than n" : undefined;
}

/**
 * The series of one key. The window is that of the cells, empty ones
 * included, unless another is given; cells outside the window are left out.
 * Throws RangeError on a cell that `faultOfCell` refuses.
 */
export function seriesOf(
	key: SeriesKey,
	cells: Iterable<Cell>,
	window?: { readonly since: number; readonly until: number },
): Series {
	const sums = new Map<number, { k: number; n: number }>();
	let since = window?.since ?? Number.POSITIVE_INFINITY;
	let until = window?.until ?? Number.NEGATIVE_INFINITY;
	for (const cell of cells) {
		const fault = faultOfCell(cell);
		if (fault) throw new RangeError(`${fault}: ${JSON.stringify(cell)}`);
		const { hour, k, n } = cell;
		if (window && (hour < window.since || hour >= window.until)) continue;
		since = Math.min(since, hour);
		until = Math.max(until, hour + 1);
		if (n === 0) continue;
		const sum = sums.get(hour);
		if (sum) {
			sum.k += k;
			sum.n += n;
		} else sums.set(hour, { k, n });
	}
	const sorted = [...sums].sort(([a], [b]) => a - b);
	return {
		key,
		since: since > until ? 0 : since,
		until: since > until ? 0 : until,
		hours: Int32Array.from(sorted, ([hour]) => hour),
		k: Int32Array.from(sorted, ([, { k }]) => k),
		n: Int32Array.from(sorted, ([, { n }]) => n),
	};
}

/** Every hour of the window in order, empty ones with n = 0 (P9). */
export function gridOf(series: Series): {
	readonly since: number;
	readonly k: Int32Array;
	readonly n: Int32Array;
} {
	const { since, until, hours } = series;
	const k = new Int32Array(until - since);
	const n = new Int32Array(until - since);
	for (let i = 0; i < hours.length; i++) {
		const at = (hours[i] ?? 0) - since;
		k[at] = series.k[i] ?? 0;
		n[at] = series.n[i] ?? 0;
	}
	return { since, k, n };
}

/** The country's series: its networks' cells summed by hour. */
export function poolSeries(set: readonly Series[]): Series {
	const key = countryKey(set[0]?.key ?? {});
	const bounds = set.filter((one) => one.until > one.since);
	const since = Math.min(...bounds.map((one) => one.since));
	const until = Math.max(...bounds.map((one) => one.until));
	if (bounds.length === 0) return seriesOf(key, []);
	if (until - since > LONGEST_GRID) return poolFar(key, set, { since, until });
	const k = new Int32Array(until - since);
	const n = new Int32Array(until - since);
	let count = 0;
	for (const one of set)
		for (let i = 0; i < one.hours.length; i++) {
			const at = (one.hours[i] as number) - since;
			if (n[at] === 0) count += 1;
			k[at] = (k[at] as number) + (one.k[i] as number);
			n[at] = (n[at] as number) + (one.n[i] as number);
		}
	const pool = {
		hours: new Int32Array(count),
		k: new Int32Array(count),
		n: new Int32Array(count),
	};
	for (let at = 0, i = 0; i < count; at++) {
		if (n[at] === 0) continue;
		pool.hours[i] = since + at;
		pool.k[i] = k[at] as number;
		pool.n[i++] = n[at] as number;
	}
	return { key, since, until, ...pool };
}

/** Hours that are laid out at once to be summed: some 20 years. */
const LONGEST_GRID = 200_000;

function poolFar(
	key: SeriesKey,
	set: readonly Series[],
	window: { readonly since: number; readonly until: number },
): Series {
	const cells = set.flatMap((one) =>
		Array.from(one.hours, (hour, i) => ({
			hour,
			k: one.k[i] ?? 0,
			n: one.n[i] ?? 0,
		})),
	);
	return seriesOf(key, cells, window);
}

/** A pool without one of the series that it was made of, so that a network's own data never speaks for its siblings. */
export function takeOut(pool: Series, one: Series): Series {
	const k = pool.k.slice();
	const n = pool.n.slice();
	let at = 0;
	for (let i = 0; i < one.hours.length; i++) {
		while ((pool.hours[at] as number) < (one.hours[i] as number)) at++;
		k[at] = (k[at] as number) - (one.k[i] as number);
		n[at] = (n[at] as number) - (one.n[i] as number);
	}
	const isHeard = (_: number, i: number): boolean => n[i] !== 0;
	return {
		...pool,
		hours: pool.hours.filter(isHeard),
		k: k.filter(isHeard),
		n: n.filter((count) => count > 0),
	};
}

/** Whether no session was stopped in any hour. */
export const neverStopped = ({ k }: Series): boolean =>
	k.every((count) => count === 0);

/** The series with hours before `until` alone: what was known then. */
export function prefixOf(series: Series, until: number): Series {
	const end = series.hours.findIndex((hour) => hour >= until);
	const length = end < 0 ? series.hours.length : end;
	return {
		key: series.key,
		since: Math.min(series.since, until),
		until: Math.min(series.until, until),
		hours: series.hours.subarray(0, length),
		k: series.k.subarray(0, length),
		n: series.n.subarray(0, length),
	};
}
