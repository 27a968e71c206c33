/**
 * What the signals themselves say of a cause: a pattern that no fault keeps
 * (the same hours on several days), or a scope that only a decision has (every
 * mobile network of a place at once, while fixed lines stay). Anything else is
 * an outage of no established cause (P10); the record is asked elsewhere.
 */
import type { IncidentCause } from "../../model/index.ts";
import type { Episode, Fall, WatchedSignal } from "./types.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Days on which the same hours must come again; how far starts and durations may lie apart; how long one may last. Provisional. */
const LEAST_DAYS = 3;
const STARTS_WITHIN_MINUTES = 60;
const DURATIONS_WITHIN_MINUTES = 90;
const LONGEST_MINUTES = 12 * 60;
/** Mobile networks that must fall together, and how close. Provisional. */
const LEAST_MOBILE_NETWORKS = 3;
const TOGETHER_MINUTES = 30;

const NOT_ESTABLISHED: IncidentCause = {
	found: "not_established",
	ground: null,
	entries: [],
	against: [],
	why: "Signals show that the network failed, not why.",
};

export function causeOf(
	episodes: readonly Episode[],
	watched: readonly WatchedSignal[],
): IncidentCause {
	const told = episodes.every(
		({ isAtFloor, confounds }) => isAtFloor && confounds.length === 0,
	);
	if (!told) return NOT_ESTABLISHED;
	const hours = repeatedHours(episodes);
	if (hours !== undefined)
		return {
			...NOT_ESTABLISHED,
			found: "restriction",
			ground: "pattern",
			why: `It came and went at the same hours on ${hours.days} days, about ${hours.from} for ${Math.round(hours.minutes / 6) / 10} hours, which faults do not.`,
		};
	const [first] = episodes;
	const mobile = first && policyShaped(first, watched);
	return mobile === undefined
		? NOT_ESTABLISHED
		: {
				...NOT_ESTABLISHED,
				found: "restriction",
				ground: "scope",
				why: `All ${mobile} mobile networks that are watched there fell within ${TOGETHER_MINUTES} minutes, while fixed lines stayed.`,
			};
}

/** The hours that come again; undefined where they do not, and for networks alone, which may have their own routine. */
function repeatedHours(
	episodes: readonly Episode[],
):
	| { readonly days: number; readonly from: string; readonly minutes: number }
	| undefined {
	const days = new Set(
		episodes.map(({ sinceMs }) => new Date(sinceMs).toISOString().slice(0, 10)),
	);
	const [first] = episodes;
	if (!first || first.scope === "networks" || days.size < LEAST_DAYS)
		return undefined;
	const minuteOf = ({ sinceMs }: Episode) =>
		Math.round(sinceMs / MINUTE_MS) % DAY_MINUTES;
	const offsets = episodes.map((one) => {
		const apart = minuteOf(one) - minuteOf(first);
		return ((apart + 1.5 * DAY_MINUTES) % DAY_MINUTES) - 0.5 * DAY_MINUTES;
	});
	const minutes = episodes.map(
		({ sinceMs, untilMs }) => (untilMs - sinceMs) / MINUTE_MS,
	);
	const isRegular =
		spread(offsets) <= STARTS_WITHIN_MINUTES &&
		spread(minutes) <= DURATIONS_WITHIN_MINUTES &&
		Math.max(...minutes) <= LONGEST_MINUTES;
	return isRegular
		? {
				days: days.size,
				from: `${new Date(first.sinceMs).toISOString().slice(11, 16)} UTC`,
				minutes: median(minutes),
			}
		: undefined;
}

/** How many mobile networks fell at once while fixed lines stayed; undefined where that is not so. */
function policyShaped(
	{ scope, areas, falls, sinceMs, untilMs }: Episode,
	watched: readonly WatchedSignal[],
): number | undefined {
	if (scope === "networks") return undefined;
	const inPlace = watched.filter(
		(one) =>
			one.sinceMs <= sinceMs &&
			one.untilMs >= Math.min(untilMs, sinceMs + 60 * MINUTE_MS) &&
			(scope === "country" || areas.includes(one.area ?? "")),
	);
	const fallOf = (one: WatchedSignal): Fall | undefined =>
		falls.find(({ signal }) => signal.id === one.id);
	const mobile = inPlace.filter(
		({ key }) => key.access === "mobile" && key.entity.asn !== null,
	);
	const starts = mobile.map((one) => fallOf(one)?.sinceMs ?? Number.NaN);
	const networks = new Set(mobile.map(({ key }) => key.entity.asn)).size;
	const fixed = inPlace.filter(({ key }) => key.access === "fixed");
	const isSo =
		networks >= LEAST_MOBILE_NETWORKS &&
		spread(starts) <= TOGETHER_MINUTES * MINUTE_MS &&
		fixed.length > 0 &&
		fixed.every((one) => fallOf(one) === undefined);
	return isSo ? networks : undefined;
}

/** NaN, which is within nothing, where one of them is not known. */
const spread = (values: readonly number[]): number =>
	Math.max(...values) - Math.min(...values);

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}
