/**
 * Who asked to be told of what. An address is personal data: each subscription
 * is a file of its own with all that is known of it (what waits, what was
 * sent), so that it is gone with that file. Serves P11.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { IncidentKind } from "../../../model/index.ts";
import type { WorkspacePaths } from "../layout.ts";
import { changePrivateFile, readPrivateFile } from "./private-file.ts";

export const TOPICS = ["incidents", "dates"] as const;
/** `incidents`: what begins, ends, changes. `dates`: deadlines and occasions, some days ahead. */
export type Topic = (typeof TOPICS)[number];

export const CADENCES = ["each", "daily", "weekly"] as const;
export type Cadence = (typeof CADENCES)[number];

/** A range of costs as it was quoted, in dollars. */
export interface QuotedCost {
	readonly low: number;
	readonly high: number;
	/** It ran up to then; undefined for what was over. */
	readonly until?: string | undefined;
}

/** What is watched. An empty list is no limit. */
export interface Watch {
	readonly topics: readonly Topic[];
	readonly cc: readonly string[];
	readonly asns: readonly number[];
	readonly services: readonly string[];
	readonly kinds: readonly IncidentKind[];
	/** One incident alone, by the revision that was quoted: every later one is told. */
	readonly quoted?:
		| {
				readonly incident: string;
				readonly revision: number;
				/** Told too when its cost is estimated otherwise. */
				readonly cost?: QuotedCost | undefined;
		  }
		| undefined;
	/** How many days before a date it is told. */
	readonly aheadDays: number;
}

export type Channel =
	| { readonly kind: "mail"; readonly address: string }
	| { readonly kind: "webhook"; readonly url: string; readonly secret: string };

/** Hours of the subscriber's day in which nothing is sent, the second one not included; they may pass midnight. */
export interface QuietHours {
	readonly from: number;
	readonly until: number;
}

/** One thing to tell, worded. */
export interface Notice {
	/** `opened`, `ended`, `deadline` and the like. */
	readonly kind: string;
	readonly incident: string | null;
	readonly cc: string | null;
	readonly service: string | null;
	readonly at: string;
	readonly title: string;
	readonly text: string;
	/** Of the page about it. */
	readonly path: string;
}

/** A message that waits to be sent. It is kept until it is, and is the same at every try. */
/** Where the ledger stood: who keeps it is a witness of everything before. */
export interface LedgerMark {
	readonly at: string;
	/** The last entry that it covers. */
	readonly entry: number;
	readonly hash: string;
}

export interface QueuedMessage {
	/** Stays the same at every try: the Message-ID is made from it. */
	readonly id: string;
	/** The message that it follows up; undefined for the first of its thread. */
	readonly follows: string | undefined;
	/** Newest first. */
	readonly notices: readonly Notice[];
	/** Waits for no quiet hours to end: somebody asked for it just now. */
	readonly isUrgent: boolean;
	readonly queuedAt: string;
	/** The ledger when it was queued, the same at every try. */
	readonly ledger?: LedgerMark | undefined;
	/** Tries begun. */
	readonly attempts: number;
	readonly nextAttemptAt: string;
	/** Why the last try failed. */
	readonly problem: string | undefined;
}

export interface DeliveryRecord {
	readonly at: string;
	readonly message: string;
	readonly result: "sent" | "given_up";
	readonly attempts: number;
	readonly problem: string | undefined;
}

export interface Subscription {
	readonly id: string;
	readonly channel: Channel;
	readonly watch: Watch;
	readonly cadence: Cadence;
	readonly quiet: QuietHours | undefined;
	/** IANA zone of the subscriber: quiet hours and digests go by it. */
	readonly zone: string;
	/** Code of the language in which it was asked for; English where left out. */
	readonly language?: string;
	/** Days without news after which it is told that nothing happened; 0: never. */
	readonly heartbeatDays: number;
	readonly createdAt: string;
	/** Undefined until the holder of the address has agreed. */
	readonly confirmedAt: string | undefined;
	/** Alerts of the ledger that were looked at; undefined before the first time. */
	readonly cursor: number | undefined;
	/** By incident: the first message about it. */
	readonly threads: Readonly<Record<string, string>>;
	/** By date or quoted incident: the day, or the revision, that was told. */
	readonly told: Readonly<Record<string, string>>;
	/** Day of the subscriber's zone on which the last digest was made. */
	readonly digestOn: string | undefined;
	/** When something was last queued for it. */
	readonly lastToldAt: string | undefined;
	readonly queue: readonly QueuedMessage[];
	/** The last ones, newest first. */
	readonly deliveries: readonly DeliveryRecord[];
	/** Messages in a row that were given up. */
	readonly givenUpInARow: number;
}

type PrivateFolder = Pick<WorkspacePaths, "private">;

const ID = /^[a-z0-9]{8,64}$/;
const folderOf = (folder: PrivateFolder) =>
	join(folder.private, "subscriptions");
const pathOf = (folder: PrivateFolder, id: string) =>
	join(folderOf(folder), `${id}.json`);

function subscriptionIds(folder: PrivateFolder): readonly string[] {
	if (!existsSync(folderOf(folder))) return [];
	return readdirSync(folderOf(folder))
		.flatMap((name) => /^([a-z0-9]+)\.json$/.exec(name)?.[1] ?? [])
		.sort();
}

/** Undefined where there is none of this id. Throws `workspace_damaged` where its file cannot be read. */
export function readSubscription(
	folder: PrivateFolder,
	id: string,
): Subscription | undefined {
	if (!ID.test(id)) return undefined;
	return readPrivateFile<Subscription | undefined>(
		pathOf(folder, id),
		undefined,
	);
}

/** All that can be read, and the ids of those whose files are damaged: one of these stops no other. */
export function readSubscriptions(folder: PrivateFolder): {
	readonly found: readonly Subscription[];
	readonly damaged: readonly string[];
} {
	const found: Subscription[] = [];
	const damaged: string[] = [];
	for (const id of subscriptionIds(folder))
		try {
			const one = readSubscription(folder, id);
			if (one !== undefined) found.push(one);
		} catch {
			damaged.push(id);
		}
	return { found, damaged };
}

export function addSubscription(
	folder: PrivateFolder,
	subscription: Subscription,
): void {
	changePrivateFile<Subscription | undefined>(
		pathOf(folder, subscription.id),
		undefined,
		() => subscription,
	);
}

/** Replaces a subscription by what `change` makes of it, and gives it. One that was removed meanwhile stays removed: undefined. */
export function changeSubscription(
	folder: PrivateFolder,
	id: string,
	change: (subscription: Subscription) => Subscription,
): Subscription | undefined {
	const before = readSubscription(folder, id);
	if (before === undefined) return undefined;
	const after = change(before);
	if (after !== before) addSubscription(folder, after);
	return after;
}

/** Removes a subscription with all that is known of it. Gives whether there was one. */
export function removeSubscription(folder: PrivateFolder, id: string): boolean {
	if (!ID.test(id) || !existsSync(pathOf(folder, id))) return false;
	rmSync(pathOf(folder, id), { force: true });
	return true;
}
