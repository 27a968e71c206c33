/**
 * What a subscription is to be told next. About one message for one real
 * event: incidents of one country that are found at once are one message, and
 * what is told of them later follows it. Places in the log and the queue are
 * moved together, so whoever keeps the result loses nothing and tells nothing
 * twice.
 */
import type { CostSources } from "../../account/costs/index.ts";
import { addDays, formatInstant, sha256Hex } from "../../base/index.ts";
import { worldOf } from "../../model/index.ts";
import type { Alert, IncidentBook } from "../../pipeline/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import type {
	FollowStatus,
	LedgerMark,
	Notice,
	QueuedMessage,
	Subscription,
} from "../../store/index.ts";
import { isAbout, speakTo } from "../web/index.ts";
import { costNews } from "./quoted-cost.ts";
import { isDue, localTime } from "./schedule.ts";
import {
	alertNotice,
	type DateAhead,
	dateNotice,
	heartbeatNotice,
	revisionNotice,
} from "./wording.ts";

/** What is known when messages are planned. */
export interface News {
	/** Every alert of the ledger, in order. */
	readonly alerts: readonly Alert[];
	readonly book: Pick<IncidentBook, "get" | "revisions">;
	readonly services: ServiceRegistry;
	/** What costs are estimated from; undefined where they are not offered. */
	readonly costs?: CostSources | undefined;
	/** How the sources are doing; undefined where none is followed. */
	readonly followed: FollowStatus | undefined;
	/** Goes out with every message; undefined where the ledger is empty. */
	readonly ledger?: LedgerMark | undefined;
}

/** A notice, with what is to be remembered once it is queued. */
interface Found {
	readonly id: string;
	readonly notice: Notice;
	/** Told together with others of the same group. */
	readonly group: string;
	readonly told?: readonly [key: string, value: string];
}

const DAY_MS = 86_400_000;
const MOST_LOOKED_AT_AGAIN = 100;
/** Days for which dates that have passed are remembered, so that one that moves back is no new one. */
const KEEP_TOLD_DAYS = 90;

/** `dates`: those of its countries, as far ahead as it asks. Gives the subscription itself where there is nothing to do. */
export function planMessages(
	one: Subscription,
	news: News,
	dates: readonly DateAhead[],
	now: Date,
): Subscription {
	return speakTo(one, () => planInLanguage(one, news, dates, now));
}

function planInLanguage(
	one: Subscription,
	news: News,
	dates: readonly DateAhead[],
	now: Date,
): Subscription {
	if (one.confirmedAt === undefined) return one;
	if (!isDue(one, now)) return one;
	const start = one.cursor ?? firstSince(news.alerts, one.confirmedAt);
	const found = [
		...foundAlerts(one, news, start),
		...foundRevision(one, news),
		...foundCost(one, news, now),
		...foundDates(one, dates, now),
	];
	// What concerned nobody is soon looked at again, which costs less than writing that it was.
	const isSettled =
		one.cadence === "each" &&
		found.length === 0 &&
		news.alerts.length - start < MOST_LOOKED_AT_AGAIN;
	const looked = isSettled
		? one
		: {
				...one,
				cursor: news.alerts.length,
				...(one.cadence === "each"
					? {}
					: { digestOn: localTime(now, one.zone).day }),
			};
	if (found.length > 0) return queue(looked, found, news.ledger, now);
	return isHeartbeatDue(looked, now)
		? queue(looked, [heartbeat(looked, news, now)], news.ledger, now)
		: looked;
}

function firstSince(alerts: readonly Alert[], at: string): number {
	const since = Date.parse(at);
	const index = alerts.findIndex((alert) => Date.parse(alert.at) >= since);
	return index < 0 ? alerts.length : index;
}

function foundAlerts(
	one: Subscription,
	{ alerts, book, services }: News,
	start: number,
): readonly Found[] {
	const { watch, threads } = one;
	if (watch.quoted || !watch.topics.includes("incidents")) return [];
	const begunNow = new Set<string>();
	return alerts.slice(start).flatMap((alert, index) => {
		const then = book
			.revisions(alert.incident)
			.find(({ incident }) => incident.revision === alert.revision)?.incident;
		const incident = then ?? book.get(alert.incident);
		// What was told once is also told when it no longer fits: it may be taken back.
		const isWanted =
			threads[alert.incident] !== undefined ||
			begunNow.has(alert.incident) ||
			(incident !== undefined && isAbout(incident, watch));
		// Emulated data go no further than this machine.
		if (!isWanted || worldOf(alert.cc) === "emulated") return [];
		begunNow.add(alert.incident);
		return {
			id: `alert-${start + index}`,
			notice: alertNotice(alert, then, services),
			group: threads[alert.incident] ?? `new ${alert.cc}`,
		};
	});
}

function foundRevision(
	{ watch, told }: Subscription,
	{ book, services }: News,
): readonly Found[] {
	const { quoted } = watch;
	const now = quoted && book.get(quoted.incident);
	if (!quoted || !now || worldOf(now.cc) === "emulated") return [];
	const key = `revision ${now.id}`;
	const isSame = now.id === quoted.incident;
	const last = Number(told[key] ?? (isSame ? quoted.revision : 0));
	if (now.revision <= last) return [];
	const before = book
		.revisions(quoted.incident)
		.find(({ incident }) => incident.revision === quoted.revision)?.incident;
	return [
		{
			id: `revision-${now.id}-${now.revision}`,
			notice: revisionNotice(before, now, services),
			group: "quoted",
			told: [key, String(now.revision)],
		},
	];
}

function foundCost(one: Subscription, news: News, now: Date): readonly Found[] {
	const found = costNews(one, news, now);
	return found ? [{ ...found, group: "quoted" }] : [];
}

function foundDates(
	{ watch, told, zone }: Subscription,
	dates: readonly DateAhead[],
	now: Date,
): readonly Found[] {
	if (!watch.topics.includes("dates")) return [];
	const today = localTime(now, zone).day;
	const last = addDays(today, watch.aheadDays);
	return dates
		.filter(({ key, on }) => on >= today && on <= last && told[key] !== on)
		.map((date) => ({
			id: `date-${sha256Hex(`${date.key} ${date.on}`).slice(0, 16)}`,
			notice: dateNotice(date, told[date.key] !== undefined, now),
			group: "dates",
			told: [date.key, date.on],
		}));
}

function isHeartbeatDue(
	{ heartbeatDays, lastToldAt, confirmedAt = "", queue }: Subscription,
	now: Date,
): boolean {
	const since = Date.parse(lastToldAt ?? confirmedAt);
	return (
		heartbeatDays > 0 &&
		queue.length === 0 &&
		now.getTime() - since >= heartbeatDays * DAY_MS
	);
}

function heartbeat(one: Subscription, news: News, now: Date): Found {
	return {
		id: `heartbeat-${localTime(now, one.zone).day}`,
		notice: heartbeatNotice(one, news.followed, now),
		group: "heartbeat",
	};
}

/** The subscription with what was found in its queue: one message a group, or one digest. */
function queue(
	one: Subscription,
	found: readonly Found[],
	ledger: LedgerMark | undefined,
	now: Date,
): Subscription {
	const groups = new Map<string, readonly Found[]>();
	for (const item of found) {
		const group = one.cadence === "each" ? item.group : "digest";
		groups.set(group, [...(groups.get(group) ?? []), item]);
	}
	let queued = one.queue;
	let threads = one.threads;
	const quotedRoot = one.threads["quoted"];
	for (const [group, items] of groups) {
		const follows = Object.values(one.threads).includes(group)
			? group
			: group === "quoted"
				? quotedRoot
				: undefined;
		const message = { ...messageOf(items, follows, now), ledger };
		const waiting = queued.find(
			(other) =>
				follows !== undefined &&
				other.attempts === 0 &&
				(other.id === follows || other.follows === follows),
		);
		queued = waiting
			? queued.map((other) =>
					other === waiting
						? {
								...other,
								ledger,
								notices: [...message.notices, ...other.notices],
							}
						: other,
				)
			: [...queued, message];
		const root = follows ?? message.id;
		threads = { ...threads, ...rootsOf(items, root) };
		if (group === "quoted") threads = { ...threads, quoted: root };
	}
	return {
		...one,
		queue: queued,
		threads,
		told: rememberTold(one, found, now),
		lastToldAt: formatInstant(now),
	};
}

function messageOf(
	items: readonly Found[],
	follows: string | undefined,
	now: Date,
): QueuedMessage {
	const at = formatInstant(now);
	return {
		id: items[0]?.id ?? "",
		follows,
		notices: items.map(({ notice }) => notice).reverse(),
		isUrgent: false,
		queuedAt: at,
		attempts: 0,
		nextAttemptAt: at,
		problem: undefined,
	};
}

const rootsOf = (
	items: readonly Found[],
	root: string,
): Readonly<Record<string, string>> =>
	Object.fromEntries(
		items.flatMap(({ notice }) =>
			notice.incident === null || notice.kind === "revised"
				? []
				: [[notice.incident, root]],
		),
	);

function rememberTold(
	{ told, zone }: Subscription,
	found: readonly Found[],
	now: Date,
): Readonly<Record<string, string>> {
	const oldest = addDays(localTime(now, zone).day, -KEEP_TOLD_DAYS);
	const isKept = ([, value]: readonly [string, string]): boolean =>
		!/^\d{4}-/.test(value) || value >= oldest;
	return Object.fromEntries([
		...Object.entries(told).filter(isKept),
		...found.flatMap((item) => (item.told ? [item.told] : [])),
	]);
}
