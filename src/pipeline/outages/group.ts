/**
 * Falls of many signals to outages. Falls that begin within half a day of the
 * first and overlap are one episode; episodes of one place that follow each
 * other within days are one outage, as restorations do not end a block.
 */

import { causeOf } from "./cause.ts";
import { accessOf, placesOf } from "./place.ts";
import type { Episode, Fall, Outage, WatchedSignal } from "./types.ts";

const HOUR_MS = 3_600_000;
/** A withdrawal of routes may come hours before the traffic falls. Provisional. */
const TOGETHER_MS = 12 * HOUR_MS;
/** As for services: what returns within this time is the same outage. */
const SAME_WITHIN_MS = 5 * 24 * HOUR_MS;

/** Outages of one country. The order of the falls has no effect. */
export function groupFalls(
	cc: string,
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
): readonly Outage[] {
	const episodes = [
		...clusters(falls.filter(({ confounds }) => confounds.length === 0)),
		// What something else explains must not lend weight to what nothing does.
		...clusters(falls.filter(({ confounds }) => confounds.length > 0)),
	].flatMap((cluster) =>
		placesOf(cluster, watched).map((place): Episode => {
			const own = place.falls;
			return {
				...place,
				cc,
				access: accessOf(own),
				sinceMs: Math.min(...own.map(({ sinceMs }) => sinceMs)),
				untilMs: Math.max(...own.map(({ untilMs }) => untilMs)),
				confounds: [
					...new Set(own.flatMap(({ confounds }) => confounds)),
				].sort(),
			};
		}),
	);
	const outages = joined(episodes);
	const published = outages.filter(([first]) => first && isTold(first));
	const absorbed = new Map<Episode, readonly Episode[]>();
	for (const [one] of outages) {
		const by = one && published.find((other) => standsInto(one, other[0]));
		if (one && by) absorbed.set(one, by);
	}
	return outages.flatMap((one) => {
		const [first] = one;
		if (!first || absorbed.has(first)) return [];
		return [
			{
				episodes: one,
				standing: [...absorbed].flatMap(([{ falls: own }, by]) =>
					by === one ? own : [],
				),
				cause: causeOf(one, watched),
			},
		];
	});
}

const isTold = ({ isAtFloor, confounds }: Episode): boolean =>
	isAtFloor && confounds.length === 0;

/** A suspicion that still stood when an outage of the same place began is no event of its own. */
function standsInto(one: Episode, outage: Episode | undefined): boolean {
	return (
		outage !== undefined &&
		!one.isAtFloor &&
		one.confounds.length === 0 &&
		isSamePlace(one, outage) &&
		one.sinceMs <= outage.sinceMs &&
		one.untilMs > outage.sinceMs &&
		outage.sinceMs - one.sinceMs <= SAME_WITHIN_MS
	);
}

function clusters(falls: readonly Fall[]): readonly (readonly Fall[])[] {
	const found: Fall[][] = [];
	for (const fall of [...falls].sort(byTime)) {
		const own = found.find(
			([first, ...rest]) =>
				first !== undefined &&
				fall.sinceMs - first.sinceMs <= TOGETHER_MS &&
				[first, ...rest].some(({ untilMs }) => fall.sinceMs < untilMs),
		);
		if (own) own.push(fall);
		else found.push([fall]);
	}
	return found;
}

const byTime = (a: Fall, b: Fall): number =>
	a.sinceMs - b.sinceMs || (a.signal.id < b.signal.id ? -1 : 1);

/** Suspicions stay apart: noise every few days is no long outage. */
function joined(episodes: readonly Episode[]): readonly (readonly Episode[])[] {
	const outages: Episode[][] = [];
	for (const episode of [...episodes].sort((a, b) => a.sinceMs - b.sinceMs)) {
		const before = isTold(episode)
			? outages.find((one) => {
					const last = one.at(-1);
					return (
						last?.isAtFloor &&
						last.confounds.length === 0 &&
						isSamePlace(last, episode) &&
						episode.sinceMs - last.untilMs <= SAME_WITHIN_MS
					);
				})
			: undefined;
		if (before) before.push(episode);
		else outages.push([episode]);
	}
	return outages;
}

function isSamePlace(a: Episode, b: Episode): boolean {
	return (
		a.scope === b.scope &&
		a.access === b.access &&
		(a.scope === "country" ||
			a.areas.some((area) => b.areas.includes(area)) ||
			a.asns.some((asn) => b.asns.includes(asn)))
	);
}
