/** Signals of others followed beside measurements: each asked, once in a while, for what is new since it was last read. */
import {
	type Clock,
	formatInstant,
	messageOf,
	RasaiError,
	throwIfAborted,
} from "../../base/index.ts";
import { askByName } from "../../gather/signals/index.ts";
import type { Archive, SourceStatus } from "../../store/index.ts";
import { importSignals } from "../signals/import.ts";
import type { SignalFeed } from "./types.ts";

/** Read again each time, since sources correct their last hours. Provisional. */
const OVERLAP_SECONDS = 86_400;
/** A signal without a reading for so long is late: RIPEstat answers by days. Provisional. */
const LATE_HOURS = 36;
/** Sources answer in steps of five minutes at the finest. */
const STEP_SECONDS = 300;

export interface SignalTarget {
	readonly archive: Pick<Archive, "receive">;
	readonly clock: Clock;
}

/**
 * Asks every signal that is due, keeps the answers as received, and says how
 * each source is doing. What one of them does stops no other.
 */
export async function followSignals(
	{ archive, clock }: SignalTarget,
	feed: SignalFeed,
	before: readonly SourceStatus[],
	signal: AbortSignal,
): Promise<readonly SourceStatus[]> {
	const statuses: SourceStatus[] = [];
	for (const name of feed.names) {
		const known = before.find(({ source }) => source === name);
		statuses.push(
			isDue(feed, known, clock())
				? await askOne({ archive, clock }, feed, name, known, signal)
				: (known as SourceStatus),
		);
	}
	return statuses;
}

const isDue = (
	{ everyMs }: SignalFeed,
	known: SourceStatus | undefined,
	now: Date,
): boolean =>
	known?.checkedAt == null ||
	now.getTime() - Date.parse(known.checkedAt) >= everyMs;

async function askOne(
	{ archive, clock }: SignalTarget,
	feed: SignalFeed,
	name: string,
	known: SourceStatus | undefined,
	signal: AbortSignal,
): Promise<SourceStatus> {
	const now = clock();
	const until = Math.floor(now.getTime() / 1000 / STEP_SECONDS) * STEP_SECONDS;
	const since =
		known?.newestAt == null
			? until - feed.lookbackDays * 86_400
			: Date.parse(known.newestAt) / 1000 - OVERLAP_SECONDS;
	let newestAt = known?.newestAt ?? null;
	try {
		const answers = askByName(
			name,
			{ client: feed.client, since, until, signal },
			feed.apis,
		);
		if (answers === undefined)
			throw new RasaiError("source_not_found", `no API is called ${name}`);
		for await (const { url, text } of answers) {
			const taken = await importSignals(
				archive,
				{ name: url, text },
				{},
				clock,
				signal,
			);
			if (taken.newestAt !== null && taken.newestAt > (newestAt ?? ""))
				newestAt = taken.newestAt;
		}
	} catch (error) {
		throwIfAborted(signal);
		if (!(error instanceof RasaiError)) throw error;
		return statusOf(name, newestAt, known, now, {
			state: "failing",
			problem: messageOf(error),
			checkedAt: known?.checkedAt ?? null,
		});
	}
	const lag = hoursSince(newestAt, now);
	const isLate = lag === null || lag > LATE_HOURS;
	return statusOf(name, newestAt, known, now, {
		state: isLate ? "late" : "ok",
		problem: isLate
			? lag === null
				? `${name} has no reading`
				: `${name} has no reading for ${lag} h`
			: "",
		checkedAt: formatInstant(now),
	});
}

const hoursSince = (at: string | null, now: Date): number | null =>
	at === null
		? null
		: Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 3_600_000));

function statusOf(
	name: string,
	newestAt: string | null,
	known: SourceStatus | undefined,
	now: Date,
	found: Pick<SourceStatus, "state" | "problem" | "checkedAt">,
): SourceStatus {
	return {
		source: name,
		cc: /[:/]([A-Z]{2})$/.exec(name)?.[1] ?? "ZZ",
		newestAt,
		sourceNewestAt: newestAt,
		lagHours: hoursSince(newestAt, now),
		since:
			found.state === "ok"
				? null
				: known?.state === found.state
					? known.since
					: formatInstant(now),
		...found,
	};
}
