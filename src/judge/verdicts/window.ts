/**
 * The state of a cell or a network over a window. The only place that knows
 * the evidence floor and the shares; all of them provisional, none validated
 * on labels yet, and pages say so.
 */
import type { State } from "../../model/index.ts";

/** Sessions that must have said something before anything is said (P4). */
export const FLOOR_SESSIONS = 3;
/** Share of the sessions that said anything from which a state is theirs. */
const MAJORITY = 0.5;

export interface WindowCounts {
	readonly blocked: number;
	readonly likelyBlocked: number;
	readonly throttled: number;
	readonly impaired: number;
	readonly down: number;
	readonly ok: number;
	/** Distinct sessions that said anything (any state but insufficient). */
	readonly sessions: number;
	/** Of them, those with any blocked-class outcome, and with any `ok`; absent where the counts above count each session once. */
	readonly blockedSessions?: number;
	readonly okSessions?: number;
}

/**
 * State over a window from counts by state of single measurements. Below the
 * floor: `insufficient`, whatever they say. Blocked classes need half of what
 * was said; among them `blocked` needs at least one artefact and half of the
 * blocked classes' weight or two measurements with an artefact. However many
 * measurements a few sessions send, what half of the sessions never said is
 * not the state (P7).
 */
export function stateOfWindow(counts: WindowCounts): State {
	if (counts.sessions < FLOOR_SESSIONS) return "insufficient";
	const blockedClass = counts.blocked + counts.likelyBlocked;
	const said =
		blockedClass + counts.throttled + counts.impaired + counts.down + counts.ok;
	if (said === 0) return "insufficient";
	const canBeBlocked = isSaidByHalf(counts.blockedSessions, counts);
	const canBeOk = isSaidByHalf(counts.okSessions, counts);
	const isFlooded =
		(!canBeBlocked && blockedClass / said >= MAJORITY) ||
		(!canBeOk && counts.ok / said >= MAJORITY);
	if (isFlooded && canBeBlocked === canBeOk) return "impaired";
	if (isFlooded ? canBeBlocked : blockedClass / said >= MAJORITY) {
		return counts.blocked >= 2 || counts.blocked / blockedClass >= MAJORITY
			? "blocked"
			: "likely_blocked";
	}
	if (isFlooded) return "ok";
	if (counts.throttled / said >= MAJORITY) return "throttled";
	if (counts.down / said >= MAJORITY) return "down";
	if (counts.ok / said >= MAJORITY) return "ok";
	return "impaired";
}

const isSaidByHalf = (
	sessions: number | undefined,
	{ sessions: all }: WindowCounts,
): boolean => sessions === undefined || sessions / all >= MAJORITY;
