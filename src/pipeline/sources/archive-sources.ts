/**
 * Cited pages, one after the other and politely: copies are kept, entries come
 * to name their hash and day, and what could not be had is said and left for
 * the next run.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { RecordEntry, StandingEntry } from "../../account/record/index.ts";
import {
	type Clock,
	dayOf,
	type HttpClient,
	type HttpLimits,
	messageOf,
	RasaiError,
} from "../../base/index.ts";
import {
	type KeptSource,
	keepSource,
	listSources,
	type WorkspacePaths,
} from "../../store/index.ts";
import { type FetchedPage, fetchPage } from "./fetch-page.ts";

export interface SourceResult {
	readonly url: string;
	/** `known`: a copy was kept before. */
	readonly result: "archived" | "known" | "failed";
	readonly kept: KeptSource | undefined;
	/** Why there is no copy. */
	readonly why: string | undefined;
}

export interface ArchiveSourcesOptions {
	readonly client: HttpClient;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	/** Least time between two requests to one host. */
	readonly gapMs: number;
	/** Waits before the second and the third attempt; a server that names a time is given that, up to a minute. */
	readonly retryMs: readonly number[];
	/** Other limits than those for pages. */
	readonly limits?: Partial<HttpLimits>;
	/** Fetches what is kept already. */
	readonly again: boolean;
	/** Called with each result before the next page is fetched. */
	readonly onResult: (result: SourceResult) => Promise<void>;
}

const LONGEST_WAIT_MS = 60_000;

/** Archives pages. What fails is a result like any other; only an abort throws. */
export async function archiveSources(
	paths: Pick<WorkspacePaths, "private">,
	urls: readonly string[],
	options: ArchiveSourcesOptions,
): Promise<void> {
	const known = new Map(
		(await listSources(paths)).map((kept) => [kept.url, kept]),
	);
	const lastAskedAt = new Map<string, number>();
	for (const url of new Set(urls)) {
		options.signal.throwIfAborted();
		const before = options.again ? undefined : known.get(url);
		await options.onResult(
			before
				? { url, result: "known", kept: before, why: undefined }
				: await archiveOne(paths, url, options, lastAskedAt),
		);
	}
}

async function archiveOne(
	paths: Pick<WorkspacePaths, "private">,
	url: string,
	options: ArchiveSourcesOptions,
	lastAskedAt: Map<string, number>,
): Promise<SourceResult> {
	const { client, clock, signal, retryMs, gapMs } = options;
	const host = URL.canParse(url) ? new URL(url).host : "";
	let why = "";
	for (const pause of [0, ...retryMs]) {
		const sinceLast = clock().getTime() - (lastAskedAt.get(host) ?? 0);
		await wait(Math.max(pause, gapMs - sinceLast, 0), undefined, { signal });
		let retryAfterMs: number | undefined;
		try {
			const page = await fetchPage(client, url, clock, signal, options.limits);
			if (page.status >= 200 && page.status < 300)
				return {
					url,
					result: "archived",
					kept: await keepPage(paths, url, page),
					why: undefined,
				};
			why = `status ${page.status}`;
			if (!isPassing(page.status)) break;
			retryAfterMs = (page.retryAfterSeconds ?? 0) * 1000;
		} catch (error) {
			signal.throwIfAborted();
			why = messageOf(error);
			if (!isPassingError(error)) break;
		} finally {
			lastAskedAt.set(host, clock().getTime());
		}
		if (retryAfterMs)
			await wait(Math.min(retryAfterMs, LONGEST_WAIT_MS), undefined, {
				signal,
			});
	}
	return { url, result: "failed", kept: undefined, why };
}

function keepPage(
	paths: Pick<WorkspacePaths, "private">,
	url: string,
	{ warc, finalUrl, status, bodyBytes, fetchedAt }: FetchedPage,
): Promise<KeptSource> {
	return keepSource(paths, warc, {
		url,
		finalUrl,
		fetchedAt,
		status,
		bodyBytes,
	});
}

/** Whether asking again may help. */
function isPassing(status: number): boolean {
	return status === 429 || status >= 500;
}

function isPassingError(error: unknown): boolean {
	return (
		error instanceof RasaiError &&
		(error.code === "timeout" || error.code === "http_failed")
	);
}

/** Addresses that entries cite, those of a few entries together. */
export function citedUrls(
	standing: readonly StandingEntry[],
): readonly string[] {
	return standing.flatMap(({ entry }) => entry.sources.map(({ url }) => url));
}

/** The entry with the copy named at its source; undefined where that changes nothing. */
export function withArchive(
	entry: RecordEntry,
	{ url, hash, fetchedAt }: KeptSource,
): RecordEntry | undefined {
	const isMissing = entry.sources.some(
		(source) => source.url === url && source.archiveHash !== hash,
	);
	if (!isMissing) return undefined;
	return {
		...entry,
		sources: entry.sources.map((source) =>
			source.url === url
				? { ...source, archiveHash: hash, accessedOn: dayOf(fetchedAt) }
				: source,
		),
	};
}
