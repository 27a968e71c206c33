/**
 * When the data sufficed. Walks the filter's log-odds, which at each hour
 * know no later hour, and raises an onset or an ending at the threshold and
 * the floor. Because of that, the alarms of a prefix are the first alarms of
 * the whole, and an alert can be reconstructed from the data (P8).
 */
import { reachesNetworkFloor } from "./floor.ts";
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
	/** What has gathered for an onset at the end of the data and has not sufficed. */
	readonly pending: { readonly index: number; readonly evidence: Evidence };
}

/** Below these log-odds for a change, what had gathered for it is dropped. */
const DROPPED = -3;

/** Raises alarms from the log-odds of "restricted now". */
export function raiseAlarms(
	counts: Counts,
	logOdds: ArrayLike<number>,
	length: number,
): Alarms {
	const alarms: { -readonly [Field in keyof Alarm]: Alarm[Field] }[] = [];
	let isRaised = false;
	let evidence = { sessions: 0, of: 0, hours: 0 };
	let since = 0;
	for (let t = 0; t < length; t++) {
		const forOnset = logOdds[t] ?? 0;
		const last = alarms.at(-1);
		if (last)
			last.logOdds = Math.max(last.logOdds, isRaised ? forOnset : -forOnset);
		const forChange = isRaised ? -forOnset : forOnset;
		if (forChange < DROPPED) {
			evidence = { sessions: 0, of: 0, hours: 0 };
			since = t + 1;
			continue;
		}
		const n = counts.n[t] ?? 0;
		const k = counts.k[t] ?? 0;
		const sessions = isRaised ? n - k : k;
		evidence = {
			sessions: evidence.sessions + sessions,
			of: evidence.of + n,
			hours: evidence.hours + (sessions > 0 ? 1 : 0),
		};
		const threshold = isRaised ? ENDING_LOG_ODDS : ONSET_LOG_ODDS;
		if (forChange < threshold || !reachesNetworkFloor(evidence)) continue;
		alarms.push({
			direction: isRaised ? "ending" : "onset",
			index: t,
			logOdds: forChange,
			evidence,
		});
		isRaised = !isRaised;
		evidence = { sessions: 0, of: 0, hours: 0 };
		since = t + 1;
	}
	return { alarms, pending: { index: since, evidence } };
}
