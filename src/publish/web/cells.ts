/**
 * Cells of a strip: the state of one unit, network and day, and the words for
 * it. States are said by `stateOfWindow` alone; below its floor a cell is
 * empty (P4).
 */

import { stateOfWindow } from "../../judge/verdicts/index.ts";
import type { State } from "../../model/index.ts";
import type { DayCounts, StateCounts } from "../../store/index.ts";
import { say } from "./language/speech.ts";
import { formatDay } from "./times.ts";
import { countOf, STATE_WORDS } from "./words.ts";

export interface Cell {
	readonly day: string;
	readonly state: State;
	/** How much stands behind the state: `5 of 6 sessions`. */
	readonly weight: string;
}

/** State of counts over any window. */
export function stateOf(counts: StateCounts): State {
	return stateOfWindow({
		blocked: counts.blockedCount,
		likelyBlocked: counts.likelyBlockedCount,
		throttled: counts.throttledCount,
		impaired: counts.impairedCount,
		down: counts.downCount,
		ok: counts.okCount,
		sessions: counts.sessionCount,
		blockedSessions: counts.blockedSessionCount,
		okSessions: counts.okSessionCount,
	});
}

export function cellOf(row: DayCounts): Cell {
	const state = stateOf(row);
	return { day: row.day, state, weight: weightOf(state, row) };
}

/** How much stands behind a state: `5 of 6 sessions`. */
export function weightOf(state: State, counts: StateCounts): string {
	const { sessionCount } = counts;
	switch (state) {
		case "blocked":
		case "likely_blocked":
			return ofSessions(counts.blockedSessionCount, sessionCount);
		case "ok":
			return ofSessions(counts.okSessionCount, sessionCount);
		case "throttled":
			return ofMeasurements(counts.throttledCount, counts);
		case "down":
			return ofMeasurements(counts.downCount, counts);
		case "impaired":
			return ofMeasurements(counts.impairedCount, counts);
		case "insufficient":
			return countOf(sessionCount, "session");
		default:
			return state satisfies never;
	}
}

function ofSessions(count: number, total: number): string {
	return say("weight.sessions", { count, total });
}

function ofMeasurements(count: number, counts: StateCounts): string {
	return say("weight.measurements", {
		count,
		total: counts.measurementCount,
		sessions: countOf(counts.sessionCount, "session"),
	});
}

/** What a cell says in full: `AS64496 on 3 Jan 2026: likely blocked, 5 of 6 sessions`. */
export function cellTitle(row: string, cell: Cell): string {
	return say("weight.cell", {
		row,
		day: formatDay(cell.day),
		state: STATE_WORDS[cell.state],
		weight: cell.weight,
	});
}
