/**
 * One round of the live loop: look, import, judge, detect, tell. Each step
 * rests on what is durable, so a round that is killed is done again by the
 * next one, and nothing is told twice.
 */
import { statfs } from "node:fs/promises";
import {
	addDays,
	formatInstant,
	messageOf,
	RasaiError,
	throwIfAborted,
} from "../../base/index.ts";
import {
	type FollowStatus,
	readFollowStatus,
	type SourceStatus,
	writeFollowStatus,
} from "../../store/index.ts";
import { type ImportSummary, importArchives } from "../import.ts";
import { uploadArchive } from "../upload-archive.ts";
import { alertsDue } from "./alerts.ts";
import { releaseFetched } from "./retention.ts";
import { followSignals } from "./signals.ts";
import { lookAtOoni, notAsked } from "./sources.ts";
import type { FollowOptions, FollowTarget, RoundSummary } from "./types.ts";

/** Does one round. Throws RasaiError `aborted` and faults of the workspace, never for what a source does. */
export async function followRound(
	target: FollowTarget,
	options: FollowOptions,
): Promise<RoundSummary> {
	const { paths, clock } = target;
	const status = await readFollowStatus(paths);
	const brought = await bringIn(target, options, status);
	const { imported } = brought;
	const sources = [
		...brought.sources,
		...(await bringSignals(target, options, status)),
	];
	const incidents = await target.detect(options.signal);
	const alerts = alertsDue(
		incidents,
		await target.sentAlerts(),
		formatInstant(clock()),
	);
	if (alerts.length > 0) await target.recordAlerts(alerts);
	for (const alert of alerts) options.tell({ event: "alert", alert });
	const releasedBytes = await releaseFetched(target, options, incidents);
	await upload(target, options);
	const now = clock();
	await writeFollowStatus(paths, {
		heartbeatAt: formatInstant(now),
		nextAt: formatInstant(new Date(now.getTime() + options.everyMs)),
		sources,
	});
	return { imported, alerts: alerts.length, releasedBytes, sources };
}

/** What cannot be uploaded now is told, and tried again in the next round. */
async function upload(
	target: FollowTarget,
	{ upload: to, signal, tell }: FollowOptions,
): Promise<void> {
	if (!to) return;
	const problem = (message: string) =>
		tell({
			event: "problem",
			at: formatInstant(target.clock()),
			message: `upload: ${message}`,
		});
	try {
		const { failed } = await uploadArchive(
			{ ...target, bucket: to.bucket },
			{ keepDays: to.keepDays, signal },
		);
		for (const { file, message } of failed) problem(`${file}: ${message}`);
	} catch (error) {
		throwIfAborted(signal);
		if (!(error instanceof RasaiError)) throw error;
		problem(error.message);
	}
}

async function bringIn(
	target: FollowTarget,
	options: FollowOptions,
	status: FollowStatus | undefined,
): Promise<{
	readonly imported: ImportSummary | undefined;
	readonly sources: readonly SourceStatus[];
}> {
	const now = target.clock();
	const before = status?.sources ?? [];
	const failed = (state: "failing" | "paused", problem: string) => {
		const at = formatInstant(now);
		options.tell({ event: "problem", at, message: problem });
		const sources = notAsked(options.feed, state, problem, now, before);
		return { imported: undefined, sources };
	};
	const full = await diskFault(target.paths.dir, options.minFreeBytes);
	if (full !== undefined) return failed("paused", full);
	try {
		const known = await knownFiles(target);
		const { files, sources } = await lookAtOoni(
			options.feed,
			firstDay(options, status, now),
			now,
			(url, bytes) => known.get(url) === bytes,
			before,
			options.signal,
		);
		const imported = await importArchives(files, target, {
			...options.import,
			signal: options.signal,
		});
		for (const { file, message } of imported.failed)
			options.tell({
				event: "problem",
				at: formatInstant(target.clock()),
				message: `${file}: ${message}; it is tried again in the next round`,
			});
		return { imported, sources };
	} catch (error) {
		throwIfAborted(options.signal);
		if (!(error instanceof RasaiError) || !SOURCE_CODES.has(error.code))
			throw error;
		return failed("failing", messageOf(error));
	}
}

async function bringSignals(
	target: FollowTarget,
	{ signals, minFreeBytes, signal, tell }: FollowOptions,
	status: FollowStatus | undefined,
): Promise<readonly SourceStatus[]> {
	const before = status?.sources ?? [];
	if (signals === undefined) return [];
	if ((await diskFault(target.paths.dir, minFreeBytes)) !== undefined)
		return before.filter(({ source }) => signals.names.includes(source));
	const sources = await followSignals(target, signals, before, signal);
	for (const { state, problem } of sources)
		if (state === "failing")
			tell({
				event: "problem",
				at: formatInstant(target.clock()),
				message: problem,
			});
	return sources;
}

/** What a source may do to a round. The rejects of a bad archive are kept and reported; they stop no loop. */
const SOURCE_CODES: ReadonlySet<string> = new Set([
	"http_failed",
	"http_redirect",
	"http_status",
	"http_blocked_address",
	"source_not_found",
	"source_unreadable",
	"source_too_large",
	"timeout",
	"too_many_rejects",
]);

/** Addresses and sizes of what was received before. */
async function knownFiles(
	target: FollowTarget,
): Promise<ReadonlyMap<string, number>> {
	const known = new Map<string, number>();
	for await (const { name, bytes } of target.archive.entries())
		known.set(name, bytes);
	return known;
}

/**
 * The first day that is listed: yesterday, and once a day as far back as late
 * uploads are looked for. Where the loop did not run for longer than that, the
 * day before it last did.
 */
function firstDay(
	{ lookbackDays, feed }: FollowOptions,
	status: FollowStatus | undefined,
	now: Date,
): string {
	const today = formatInstant(now).slice(0, 10);
	const furthest = addDays(today, -lookbackDays);
	const checked = feed.cc.map(
		(cc) => status?.sources.find((one) => one.cc === cc)?.checkedAt ?? "",
	);
	const [lastDay = ""] = checked.map((at) => at.slice(0, 10)).sort();
	if (lastDay === "") return furthest;
	if (lastDay === today) return addDays(today, -1);
	const [first = furthest] = [addDays(lastDay, -1), furthest].sort();
	return first;
}

async function diskFault(
	folder: string,
	minFreeBytes: number,
): Promise<string | undefined> {
	const { bavail, bsize } = await statfs(folder);
	const free = bavail * bsize;
	if (free >= minFreeBytes) return undefined;
	const mb = (bytes: number) => Math.floor(bytes / 1e6);
	return `the disk has ${mb(free)} MB left, less than the ${mb(minFreeBytes)} MB that are to stay free: nothing is fetched until there is room`;
}
