/**
 * What the rest of a country says to one of its networks: the probability
 * that the others, taken together, are restricted. A network never speaks to
 * itself: one that holds a good part of the country's sessions is taken out
 * of the sum first.
 */
import { neverStopped, type Series, takeOut } from "../series/index.ts";
import type { Engine } from "./inference.ts";

/** At a network's data hours: as known then, and as known at the end. */
export interface Lifts {
	readonly live: Float64Array;
	readonly settled: Float64Array;
}

/** A network with more than this part of the country's sessions is taken out of the pool that speaks to it. */
const LARGE_PART = 0.1;
/** Lifts under this change nothing that is shown. */
const SMALL_LIFT = 0.02;

/** For each network of `set`; `pool` is the sum of `pooled`. Undefined where the others say nothing that matters. */
export function liftAll(
	engine: Engine,
	set: readonly Series[],
	pooled: readonly Series[],
	pool: Series,
): readonly (Lifts | undefined)[] {
	if (set.length < 2) return [];
	const total = sessionCount(pool);
	const small = set.filter((one) => sessionCount(one) <= LARGE_PART * total);
	const all = small.length > 0 ? smoothed(engine, pool) : undefined;
	return set.map((one) => {
		// What the others show changes nothing for a network on which nobody was stopped.
		if (neverStopped(one)) return undefined;
		const rest =
			all && small.includes(one)
				? all
				: smoothed(engine, pooled.includes(one) ? takeOut(pool, one) : pool);
		return liftAt(one.hours, rest);
	});
}

/** A pool and its posterior, copied out of the engine. */
interface Smoothed {
	readonly hours: Int32Array;
	readonly live: Float64Array;
	readonly settled: Float64Array;
}

function smoothed(engine: Engine, series: Series): Smoothed {
	const { restricted, length } = engine.filter(series);
	const live = restricted.slice(0, length);
	engine.smooth();
	return { hours: series.hours, live, settled: restricted.slice(0, length) };
}

/** The pool's newest word at each hour. Undefined where it never says anything that matters. */
function liftAt(hours: Int32Array, pool: Smoothed): Lifts | undefined {
	const lifts = {
		live: new Float64Array(hours.length),
		settled: new Float64Array(hours.length),
	};
	let j = -1;
	let most = 0;
	for (let i = 0; i < hours.length; i++) {
		const hour = hours[i] as number;
		while (j + 1 < pool.hours.length && (pool.hours[j + 1] as number) <= hour)
			j++;
		if (j < 0) continue;
		const live = pool.live[j] as number;
		const atEnd = pool.settled[j] as number;
		lifts.live[i] = live;
		lifts.settled[i] = atEnd;
		most = Math.max(most, live, atEnd);
	}
	return most < SMALL_LIFT ? undefined : lifts;
}

function sessionCount({ n }: Series): number {
	let sum = 0;
	for (let i = 0; i < n.length; i++) sum += n[i] ?? 0;
	return sum;
}
