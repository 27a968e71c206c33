/**
 * When a submission may be shown, and as what: the lone probe is hidden (P11).
 * What enters the pipeline is a coarsened copy, and nothing enters before its
 * time; so whatever pages, exports and bundles show, they cannot show more.
 *
 * - A cell is a network, a service (or target), and an hour. Sessions of one
 *   cell that measured the same targets look alike. Once there are 5 of them,
 *   they go out together, with their network.
 * - What never gets company goes out after a random 24 to 72 hours, without
 *   its network.
 * - A session speaks once a day about a service: two hours of one session,
 *   laid over an ISP's flow logs, would find it where one hour does not.
 * - Where the connection came from another network than declared, from Tor or
 *   from a file, or another report came over the same line, it counts for
 *   nothing and is not shown (P7).
 *
 * Company must be new: who comes after 5 were shown waits for 5 of their own,
 * since who compares before and after sees a crowd of one.
 */
import { createHmac } from "node:crypto";
import type { CoarseAs } from "./coarse.ts";
import { instantOf } from "./report.ts";
import type { HeldHead, Origin } from "./submission.ts";

/** The floor of a headline (P7): fewer never share a cell in public. */
export const RELEASE_SESSIONS = 5;
export const RELEASE_DELAY_MS = {
	least: 24 * 3_600_000,
	most: 72 * 3_600_000,
} as const;

export interface ReleaseOptions {
	/** Makes names that nobody else can make, and delays that nobody can foresee. */
	readonly key: Uint8Array;
	readonly nowMs: number;
	/** What people mean by an input (a service); the input itself where it is of none. */
	readonly groupOf: (input: string, testName: string) => string;
	/** What sessions have said already, as `spoke` of earlier decisions. */
	readonly spoken: ReadonlySet<string>;
}

export interface Decision {
	readonly uid: string;
	/** Names the session, service and day that this was about. */
	readonly spoke: string;
	/** As what it may be shown (`coarsen`); undefined where it never will be. */
	readonly as: CoarseAs | undefined;
}

/** Decides on what is held. What is not in the answer stays held. */
export function decideReleases(
	held: readonly HeldHead[],
	options: ReleaseOptions,
): readonly Decision[] {
	const decisions: Decision[] = [];
	const utterances = new Map<string, Utterance[]>();
	for (const one of held) {
		const utterance = readUtterance(one, options);
		if (utterance === undefined) decisions.push(never(one.uid, ""));
		else if (options.spoken.has(utterance.spoke))
			decisions.push(never(one.uid, utterance.spoke));
		else push(utterances, utterance.spoke, utterance);
	}
	const cells = new Map<string, Turn[]>();
	for (const all of utterances.values()) {
		const turn = firstTurn(all);
		push(cells, turn.cell, turn);
	}
	for (const turns of cells.values())
		for (const turn of turns) {
			const alike = turns.length >= RELEASE_SESSIONS && turn.asn !== 0;
			if (!alike && dueMs(turn, options.key) > options.nowMs) continue;
			const session = nameOf(options.key, "session", turn.spoke);
			for (const uid of turn.said)
				decisions.push({
					uid,
					spoke: turn.spoke,
					as: {
						hourMs: turn.hourMs,
						session,
						uid: nameOf(options.key, "uid", uid),
						withNetwork: alike,
					},
				});
			for (const uid of turn.unsaid) decisions.push(never(uid, turn.spoke));
		}
	return decisions;
}

interface Utterance {
	readonly uid: string;
	readonly spoke: string;
	readonly group: string;
	readonly target: string;
	readonly cc: string;
	readonly asn: number;
	readonly hourMs: number;
	readonly receivedMs: number;
}

/** What one session says about one service on one day. */
interface Turn {
	readonly cell: string;
	readonly spoke: string;
	readonly asn: number;
	readonly hourMs: number;
	readonly lastReceivedMs: number;
	readonly said: readonly string[];
	/** uids of repeats, and of what was measured in later hours or on another network. */
	readonly unsaid: readonly string[];
}

const HOUR_MS = 3_600_000;

/** Whether a submission may count as a session of its network, and be shown. */
export function isCounted(origin: Origin): boolean {
	return origin === "seen" || origin === "unchecked";
}

function readUtterance(
	held: HeldHead,
	{ key, groupOf }: ReleaseOptions,
): Utterance | undefined {
	const { uid, reportId, receivedAt, origin, testName, input } = held;
	const atMs = instantOf(held.measuredAt);
	if (atMs === undefined || !isCounted(origin)) return undefined;
	const group = groupOf(input, testName);
	const hourMs = Math.floor(atMs / HOUR_MS) * HOUR_MS;
	const day = new Date(hourMs).toISOString().slice(0, 10);
	return {
		uid,
		spoke: nameOf(key, "spoke", reportId, group, day),
		group,
		target: `${testName} ${input}`,
		cc: held.cc,
		asn: held.asn,
		hourMs,
		receivedMs: Date.parse(receivedAt),
	};
}

function firstTurn(all: readonly Utterance[]): Turn {
	const first = all.reduce((a, b) => (b.hourMs < a.hourMs ? b : a));
	const { cc, asn, group, spoke, hourMs } = first;
	const said = new Map<string, Utterance>();
	for (const one of all)
		if (one.hourMs === hourMs && one.cc === cc && one.asn === asn)
			if (!said.has(one.target)) said.set(one.target, one);
	const targets = [...said.keys()].sort();
	const kept = [...said.values()];
	return {
		cell: JSON.stringify([cc, asn, group, hourMs, targets]),
		spoke,
		asn,
		hourMs,
		lastReceivedMs: Math.max(...all.map((one) => one.receivedMs)),
		said: kept.map(({ uid }) => uid),
		unsaid: all.filter((one) => !kept.includes(one)).map(({ uid }) => uid),
	};
}

/** When a turn goes out alone. Each has a delay of its own: two of one session that go out together would find each other. */
function dueMs(turn: Turn, key: Uint8Array): number {
	const share =
		Number.parseInt(nameOf(key, "delay", turn.spoke).slice(0, 12), 16) /
		16 ** 12;
	const { least, most } = RELEASE_DELAY_MS;
	return turn.lastReceivedMs + least + share * (most - least);
}

function never(uid: string, spoke: string): Decision {
	return { uid, spoke, as: undefined };
}

function nameOf(key: Uint8Array, ...of: readonly string[]): string {
	return createHmac("sha256", key)
		.update(JSON.stringify(of))
		.digest("hex")
		.slice(0, 32);
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [item]);
	else list.push(item);
}
