/** Whether messages reach those who asked for them: "nothing happened" and "nothing was delivered" are told apart here. */
import type { AlertRun, Subscription } from "../../store/index.ts";

/**
 * `unused`: nobody asked. `quiet`: there was nothing to send. `delivering`:
 * what there was is sent or on its way. `failing`: messages wait that were
 * not taken. `stopped`: nothing delivers, so silence says nothing.
 */
export type AlertState =
	| "unused"
	| "quiet"
	| "delivering"
	| "failing"
	| "stopped";

export interface AlertHealth {
	readonly state: AlertState;
	readonly sentence: string;
}

/** Runs come every minute; a round of the live loop may hold one up. */
const STOPPED_AFTER_MS = 15 * 60_000;
const RECENT_MS = 7 * 86_400_000;

export function alertHealth(
	run: AlertRun | undefined,
	subscriptions: readonly Pick<Subscription, "queue" | "confirmedAt">[],
	now: Date,
): AlertHealth {
	if (subscriptions.length === 0)
		return { state: "unused", sentence: "Nobody has asked to be told." };
	if (
		run === undefined ||
		now.getTime() - Date.parse(run.ranAt) > STOPPED_AFTER_MS
	)
		return {
			state: "stopped",
			sentence: `Nothing is delivered: ${run === undefined ? "deliveries never ran" : `deliveries last ran at ${shown(run.ranAt)}`}. That nobody is told says nothing of what happened.`,
		};
	const failing = subscriptions
		.flatMap(({ queue }) => queue)
		.filter(({ problem }) => problem !== undefined);
	const [first] = failing;
	if (first !== undefined || run.problems.length > 0)
		return {
			state: "failing",
			sentence: [
				...(first === undefined
					? []
					: [
							`${failing.length} of the messages that wait were not taken. The first: ${first.problem}`,
						]),
				...run.problems,
			].join(" "),
		};
	const sentLately =
		run.lastSentAt !== undefined &&
		now.getTime() - Date.parse(run.lastSentAt) < RECENT_MS;
	if (sentLately || run.waitingCount > 0)
		return {
			state: "delivering",
			sentence: `Deliveries ran at ${shown(run.ranAt)}. ${run.lastSentAt === undefined ? "Nothing was sent yet" : `The last message went out at ${shown(run.lastSentAt)}`}; ${run.waitingCount} wait.`,
		};
	return {
		state: "quiet",
		sentence: `Deliveries ran at ${shown(run.ranAt)} and found nothing to tell.`,
	};
}

/** To the second. */
const shown = (at: string): string => at.replace(/\.\d+Z$/, "Z");
