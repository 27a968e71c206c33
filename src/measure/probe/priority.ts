/**
 * Which connection of a hop may fetch the page: one alone, the first that is
 * ready among those whose addresses the best source found. A connection of
 * less worth waits a moment for a better one.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Trace } from "./trace.ts";

/** Who found an address, best first. */
export const SOURCES = ["system", "udp", "doh", "helper"] as const;
export type Source = (typeof SOURCES)[number];

export interface Selector {
	/** Whether this connection may fetch. Asked once it is ready. */
	mayFetch(source: Source): Promise<boolean>;
}

/** A selector for a hop whose addresses came from these sources. */
export function createSelector(
	trace: Trace,
	sources: readonly Source[],
): Selector {
	const best = Math.min(...sources.map(rankOf));
	let taken = false;
	const take = (): boolean => {
		if (taken) return false;
		taken = true;
		return true;
	};
	return {
		async mayFetch(source) {
			if (rankOf(source) > best)
				await wait(trace.limits.priorityMs, undefined, {
					signal: trace.signal,
				}).catch(() => {});
			return take();
		},
	};
}

export function rankOf(source: Source): number {
	return SOURCES.indexOf(source);
}
