/**
 * What the last deliveries came to: so that "nothing happened" and "nothing
 * was delivered" can be told apart, also when the program that delivers has
 * stopped. Holds no address.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePaths } from "../layout.ts";
import { changePrivateFile, readPrivateFile } from "./private-file.ts";

type PrivateFolder = Pick<WorkspacePaths, "private">;

/** One run over all subscriptions. */
export interface AlertRun {
	readonly ranAt: string;
	/** Alerts that the ledger held. */
	readonly alertCount: number;
	readonly subscriptionCount: number;
	readonly sentCount: number;
	/** Messages that wait: for quiet hours to end, or to be tried again. */
	readonly waitingCount: number;
	/** Of those: tried and not taken. */
	readonly failingCount: number;
	readonly lastSentAt: string | undefined;
	/** Faults that concern no one subscription, in a sentence each. */
	readonly problems: readonly string[];
}

/** A line of the log: a subscription's id is random and tells of nobody. */
export interface DeliveryLine {
	readonly at: string;
	readonly subscription: string;
	readonly message: string;
	readonly result: "sent" | "failed" | "given_up" | "removed";
	readonly problem?: string | undefined;
}

const runPath = (folder: PrivateFolder) =>
	join(folder.private, "alert-run.json");
const logPath = (folder: PrivateFolder) =>
	join(folder.private, "deliveries.jsonl");
/** A file of this size is set aside, and the one before it goes. */
const MAX_LOG_BYTES = 2_000_000;

/** Undefined where nothing was ever delivered. */
export function readAlertRun(folder: PrivateFolder): AlertRun | undefined {
	return readPrivateFile<AlertRun | undefined>(runPath(folder), undefined);
}

export function writeAlertRun(folder: PrivateFolder, run: AlertRun): void {
	changePrivateFile<AlertRun | undefined>(
		runPath(folder),
		undefined,
		() => run,
	);
}

export function logDelivery(folder: PrivateFolder, line: DeliveryLine): void {
	mkdirSync(folder.private, { recursive: true, mode: 0o700 });
	const path = logPath(folder);
	const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	if (size > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
	appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
}
