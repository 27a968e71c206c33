/** One look at a source: what is new of it, and how it is doing. */
import { addDays, formatInstant } from "../../base/index.ts";
import {
	type ArchiveFile,
	newestHour,
	type OoniNews,
	ooniNews,
} from "../../gather/archives/index.ts";
import type { SourceState, SourceStatus } from "../../store/index.ts";
import type { OoniFeed } from "./types.ts";

/** A country of which the source has delivered nothing for so many hours is quiet; a source without anything new, late. Provisional. */
const QUIET_HOURS = 24;
const LATE_HOURS = 6;
const SOURCE = "OONI";

export interface Look {
	readonly files: readonly ArchiveFile[];
	readonly sources: readonly SourceStatus[];
}

/** Lists what is new from `since` to today. Throws RasaiError where the source cannot be read. */
export async function lookAtOoni(
	feed: OoniFeed,
	since: string,
	now: Date,
	isKnown: (url: string, bytes: number) => boolean,
	before: readonly SourceStatus[],
	signal: AbortSignal,
): Promise<Look> {
	const today = formatInstant(now).slice(0, 10);
	const { http, bucketUrl, cc, test } = feed;
	const options = { ...feed.fetch, signal };
	const news: OoniNews = await ooniNews(
		http,
		{
			cc,
			test,
			since,
			until: addDays(today, 1),
			...(bucketUrl === undefined ? {} : { bucketUrl }),
		},
		isKnown,
		options,
	);
	const sourceNewestAt =
		(await newestHour(http, today, bucketUrl, options)) ?? null;
	const sources = cc.map((country) =>
		statusOf(
			country,
			news.newest.get(country),
			sourceNewestAt,
			now,
			before.find((one) => one.source === SOURCE && one.cc === country),
		),
	);
	return { files: news.files, sources };
}

/** The status of sources that could not be asked. What was known of them stays. */
export function notAsked(
	feed: OoniFeed,
	state: Extract<SourceState, "failing" | "paused">,
	problem: string,
	now: Date,
	before: readonly SourceStatus[],
): readonly SourceStatus[] {
	return feed.cc.map((cc) => {
		const known = before.find((one) => one.source === SOURCE && one.cc === cc);
		return withState(
			{
				source: SOURCE,
				cc,
				checkedAt: known?.checkedAt ?? null,
				newestAt: known?.newestAt ?? null,
				sourceNewestAt: known?.sourceNewestAt ?? null,
				lagHours: known?.lagHours ?? null,
			},
			state,
			problem,
			now,
			known,
		);
	});
}

function statusOf(
	cc: string,
	seen: string | undefined,
	sourceNewestAt: string | null,
	now: Date,
	before: SourceStatus | undefined,
): SourceStatus {
	const newestAt = later(seen, before?.newestAt ?? undefined);
	const lagHours = newestAt === undefined ? null : hoursSince(newestAt, now);
	const sourceLag =
		sourceNewestAt === null ? null : hoursSince(sourceNewestAt, now);
	const isLate = sourceLag === null || sourceLag > LATE_HOURS;
	const isQuiet = lagHours === null || lagHours > QUIET_HOURS;
	const [state, problem]: [SourceState, string] = isLate
		? [
				"late",
				sourceLag === null
					? `${SOURCE} has delivered nothing of any country for two days`
					: `${SOURCE} has delivered nothing of any country for ${sourceLag} h`,
			]
		: isQuiet
			? ["quiet", `${SOURCE} delivers, but nothing of ${cc}`]
			: ["ok", ""];
	return withState(
		{
			source: SOURCE,
			cc,
			checkedAt: formatInstant(now),
			newestAt: newestAt ?? null,
			sourceNewestAt,
			lagHours,
		},
		state,
		problem,
		now,
		before,
	);
}

/** A state that lasts keeps its beginning. */
function withState(
	facts: Omit<SourceStatus, "state" | "problem" | "since">,
	state: SourceState,
	problem: string,
	now: Date,
	before: SourceStatus | undefined,
): SourceStatus {
	const since =
		state === "ok"
			? null
			: before?.state === state
				? before.since
				: formatInstant(now);
	return { ...facts, state, problem, since };
}

function later(a: string | undefined, b: string | undefined) {
	if (a === undefined || b === undefined) return a ?? b;
	return a > b ? a : b;
}

function hoursSince(at: string, now: Date): number {
	return Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 3_600_000));
}
