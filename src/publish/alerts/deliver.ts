/**
 * One run over all subscriptions: words what is new into their queues, and
 * sends what is due. A try is written down with the time of the next one
 * before it begins, so that a program that is killed sends again later, and
 * two that run at once do not send the same message.
 */
import { setImmediate } from "node:timers/promises";
import { type Clock, formatInstant } from "../../base/index.ts";
import {
	type AlertRun,
	type Channel,
	changeSubscription,
	type DeliveryRecord,
	logDelivery,
	type QueuedMessage,
	readAlertRun,
	readSubscription,
	readSubscriptions,
	removeSubscription,
	type Subscription,
	type WorkspacePaths,
	writeAlertRun,
} from "../../store/index.ts";
import { isForgotten } from "../web/index.ts";
import { type News, planMessages } from "./plan.ts";
import { isQuiet, MOST_ATTEMPTS, nextAttempt } from "./schedule.ts";
import type { Outcome, Sender } from "./sender.ts";
import type { DateAhead } from "./wording.ts";

export interface DeliverOptions {
	readonly paths: Pick<WorkspacePaths, "private">;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Asked for only where somebody waits for news. */
	news(): Promise<News>;
	/** Dates of a country within so many days. */
	dates(cc: string, days: number): Promise<readonly DateAhead[]>;
	/** Undefined for a way that is not set up: its messages wait. */
	readonly senders: Readonly<Record<Channel["kind"], Sender | undefined>>;
}

/** Subscriptions that are sent to at once. */
const AT_ONCE = 4;
const MOST_DELIVERIES = 20;
/** A mail address that refuses so many messages in a row is forgotten. */
const MOST_GIVEN_UP = 3;

/** Throws `aborted`, and faults of the ledger. */
export async function deliverAlerts(
	options: DeliverOptions,
): Promise<AlertRun> {
	const { paths, clock, signal } = options;
	const before = readAlertRun(paths);
	const { found, damaged } = readSubscriptions(paths);
	const standing = found.filter((one) => {
		if (!isForgotten(one, clock())) return true;
		removeSubscription(paths, one.id);
		return false;
	});
	const alertCount = standing.some(({ confirmedAt }) => confirmedAt)
		? await plan(options, standing)
		: (before?.alertCount ?? 0);
	const ids = standing.map(({ id }) => id);
	let sentCount = 0;
	const work = async (): Promise<void> => {
		for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
			// Added in one go: the others count meanwhile.
			const sent = await sendWaiting(options, id);
			sentCount += sent;
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	signal.throwIfAborted();
	const after = readSubscriptions(paths).found;
	const waiting = after.flatMap(({ queue }) => queue);
	const at = formatInstant(clock());
	const run: AlertRun = {
		ranAt: at,
		alertCount,
		subscriptionCount: after.length,
		sentCount,
		waitingCount: waiting.length,
		failingCount: waiting.filter(({ problem }) => problem !== undefined).length,
		lastSentAt: sentCount > 0 ? at : before?.lastSentAt,
		problems: [
			...damaged.map((id) => `Subscription ${id} cannot be read.`),
			...(["mail", "webhook"] as const).flatMap((kind) =>
				options.senders[kind] === undefined &&
				after.some(({ channel }) => channel.kind === kind)
					? [`Messages by ${kind} wait: that way is not set up.`]
					: [],
			),
		],
	};
	// Where nobody waits, nothing is written every minute.
	if (found.length > 0 || damaged.length > 0) writeAlertRun(paths, run);
	return run;
}

/** Gives how many alerts there are. */
async function plan(
	{ paths, clock, news, dates }: DeliverOptions,
	subscriptions: readonly Subscription[],
): Promise<number> {
	const known = await news();
	for (const { id, watch } of subscriptions) {
		const ahead = watch.topics.includes("dates")
			? await Promise.all(watch.cc.map((cc) => dates(cc, watch.aheadDays)))
			: [];
		// Files are written in one go: others have their turn in between.
		await setImmediate();
		changeSubscription(paths, id, (one) =>
			planMessages(one, known, ahead.flat(), clock()),
		);
	}
	return known.alerts.length;
}

/** Sends one subscription's messages in order, up to the first that cannot go yet. Gives how many were sent. */
async function sendWaiting(
	options: DeliverOptions,
	id: string,
): Promise<number> {
	const { paths, senders, clock, signal } = options;
	let sent = 0;
	for (;;) {
		signal.throwIfAborted();
		const one = readSubscription(paths, id);
		const next = one?.queue[0];
		const sender = one && senders[one.channel.kind];
		if (!one || !next || !sender || !isSendable(one, next, clock()))
			return sent;
		const tried = claim(options, one, next);
		if (tried === undefined) return sent;
		const outcome = await sender.send(one, tried, signal);
		settle(options, one, tried, outcome);
		if (outcome.result === "sent") sent++;
		if (outcome.result === "failed") return sent;
	}
}

function isSendable(
	one: Subscription,
	next: QueuedMessage,
	now: Date,
): boolean {
	return (
		Date.parse(next.nextAttemptAt) <= now.getTime() &&
		(next.isUrgent || !isQuiet(one, now))
	);
}

/** Writes down that a try begins. Undefined where another program has begun it. */
function claim(
	{ paths, clock }: DeliverOptions,
	{ id }: Subscription,
	next: QueuedMessage,
): QueuedMessage | undefined {
	const attempts = next.attempts + 1;
	const nextAttemptAt = formatInstant(nextAttempt(attempts, clock()));
	let claimed: QueuedMessage | undefined;
	changeSubscription(paths, id, (one) => ({
		...one,
		queue: one.queue.map((other) => {
			if (other.id !== next.id || other.attempts !== next.attempts)
				return other;
			claimed = { ...other, attempts, nextAttemptAt };
			return claimed;
		}),
	}));
	return claimed;
}

/** Writes down what a try came to. */
function settle(
	{ paths, clock }: DeliverOptions,
	{ id, channel }: Subscription,
	message: QueuedMessage,
	outcome: Outcome,
): void {
	const at = formatInstant(clock());
	const problem = outcome.result === "sent" ? undefined : outcome.problem;
	const isOver =
		outcome.result !== "failed" || message.attempts >= MOST_ATTEMPTS;
	const result = outcome.result === "sent" ? "sent" : "given_up";
	const record: DeliveryRecord = {
		at,
		message: message.id,
		result,
		attempts: message.attempts,
		problem,
	};
	const after = changeSubscription(paths, id, (one) => ({
		...one,
		queue: isOver
			? one.queue.filter((other) => other.id !== message.id)
			: one.queue.map((other) =>
					other.id === message.id ? { ...other, problem } : other,
				),
		deliveries: isOver
			? [record, ...one.deliveries].slice(0, MOST_DELIVERIES)
			: one.deliveries,
		givenUpInARow: isOver
			? result === "sent"
				? 0
				: one.givenUpInARow + 1
			: one.givenUpInARow,
	}));
	const isLost =
		channel.kind === "mail" &&
		after !== undefined &&
		result === "given_up" &&
		(after.givenUpInARow >= MOST_GIVEN_UP ||
			(isOver && after.confirmedAt === undefined));
	if (isLost) removeSubscription(paths, id);
	logDelivery(paths, {
		at,
		subscription: id,
		message: message.id,
		result: isLost ? "removed" : isOver ? result : "failed",
		...(problem === undefined ? {} : { problem }),
	});
}
