/**
 * When the data sufficed. Walks the filter's log-odds, which at each hour
 * know no later hour, and raises an onset or an ending at the threshold and
 * the floor. Because of that, the alarms of a prefix are the first alarms of
 * the whole, and an alert can be reconstructed from the data (P8).
 */
import { reachesFloor } from "./floor.ts";
import type { Counts } from "./inference.ts";
import { ENDING_LOG_ODDS, ONSET_LOG_ODDS } from "./model.ts";
import type { Direction, Evidence } from "./types.ts";

export interface Alarm {
	readonly direction: Direction;
	/** Position, among the data hours, of the hour that sufficed. */
	readonly index: number;
	/** Largest log-odds for the new condition until the next alarm. */
	readonly logOdds: number;
	readonly evidence: Evidence;
}

export interface Alarms {
	readonly alarms: readonly Alarm[];
	/** What has gathered for the next change at the end of the data and has not sufficed. */
	readonly pending: { readonly index: number; readonly evidence: Evidence };
}

/** Below these log-odds for a change, what had gathered for it is dropped. */
const DROPPED = -3;
/**
 * Standard errors by which the plain shares before and after a change must
 * differ. A model that fits neither condition well may waver between them; a
 * series that always fails alike has no change, whatever the model says.
 */
const CONTRAST = 3;
/** And by this much: a part of the sessions that small is never called a restriction. */
const LEAST_RISE = 0.03;
/**
 * What stops a smaller part of the sessions than this, for no longer than so
 * many hours, is weather and no restriction: which networks have it is not
 * known before it comes, and one burst meets many networks at once (P10).
 */
const WEATHER = { share: 0.5, hours: 12 };
/** With less than this before, there is nothing to contrast with. */
const CONTRAST_FROM = { sessions: 20, hours: 5 };

interface Sum {
	readonly k: number;
	readonly n: number;
	/** Hours with data, with sessions that were stopped, with sessions that passed. */
	readonly hours: number;
	readonly stoppedHours: number;
	readonly passedHours: number;
}
const NOTHING: Sum = { k: 0, n: 0, hours: 0, stoppedHours: 0, passedHours: 0 };

const add = (a: Sum, b: Sum): Sum => ({
	k: a.k + b.k,
	n: a.n + b.n,
	hours: a.hours + b.hours,
	stoppedHours: a.stoppedHours + b.stoppedHours,
	passedHours: a.passedHours + b.passedHours,
});

/** Raises alarms from the log-odds of "restricted now"; `leastSessions` must show each change. */
export function raiseAlarms(
	counts: Counts,
	logOdds: ArrayLike<number>,
	length: number,
	leastSessions: number,
): Alarms {
	const alarms: { -readonly [Field in keyof Alarm]: Alarm[Field] }[] = [];
	let isRaised = false;
	let before = NOTHING;
	let since = NOTHING;
	let sinceIndex = 0;
	/** From here on the change was always likelier than not. */
	let likelyFrom = 0;
	for (let t = 0; t < length; t++) {
		const forOnset = logOdds[t] ?? 0;
		const last = alarms.at(-1);
		if (last)
			last.logOdds = Math.max(last.logOdds, isRaised ? forOnset : -forOnset);
		const forChange = isRaised ? -forOnset : forOnset;
		const n = counts.n[t] ?? 0;
		const k = counts.k[t] ?? 0;
		since = add(since, {
			k,
			n,
			hours: 1,
			stoppedHours: k > 0 ? 1 : 0,
			passedHours: k < n ? 1 : 0,
		});
		const hour = counts.hours[t] ?? 0;
		if (forChange < 0 || t === 0) likelyFrom = hour;
		if (forChange < DROPPED) {
			before = add(before, since);
			since = NOTHING;
			sinceIndex = t + 1;
			continue;
		}
		const evidence = evidenceOf(since, isRaised);
		if (
			forChange < (isRaised ? ENDING_LOG_ODDS : ONSET_LOG_ODDS) ||
			!reachesFloor(evidence, leastSessions) ||
			!isContrast(before, since, isRaised) ||
			(!isRaised && isWeather(since, hour - likelyFrom))
		)
			continue;
		alarms.push({
			direction: isRaised ? "ending" : "onset",
			index: t,
			logOdds: forChange,
			evidence,
		});
		isRaised = !isRaised;
		before = since;
		since = NOTHING;
		sinceIndex = t + 1;
	}
	return {
		alarms,
		pending: { index: sinceIndex, evidence: evidenceOf(since, isRaised) },
	};
}

function evidenceOf(sum: Sum, isRaised: boolean): Evidence {
	return {
		sessions: isRaised ? sum.n - sum.k : sum.k,
		of: sum.n,
		hours: isRaised ? sum.passedHours : sum.stoppedHours,
	};
}

const isWeather = ({ k, n }: Sum, hours: number): boolean =>
	k < WEATHER.share * n && hours <= WEATHER.hours;

/** Whether the plain shares differ in the direction of the change. */
function isContrast(before: Sum, after: Sum, isRaised: boolean): boolean {
	if (before.n < CONTRAST_FROM.sessions || before.hours < CONTRAST_FROM.hours)
		return true;
	const share = (before.k + after.k) / (before.n + after.n);
	const error = Math.sqrt(
		share * (1 - share) * (1 / before.n + 1 / Math.max(1, after.n)),
	);
	const rise = after.k / Math.max(1, after.n) - before.k / before.n;
	return (isRaised ? -rise : rise) >= Math.max(LEAST_RISE, CONTRAST * error);
}
