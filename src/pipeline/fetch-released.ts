/** Archived files whose bytes were let go, brought back from where they came. */
import {
	formatInstant,
	type HttpClient,
	messageOf,
	type Progress,
	RasaiError,
	silentProgress,
	throwIfAborted,
} from "../base/index.ts";
import { openSources } from "../gather/archives/index.ts";
import type { Archive, ArchiveEntry } from "../store/index.ts";
import type { ImportTarget } from "./import.ts";
import type { FailedFile } from "./import-files.ts";

export interface FetchedFiles {
	readonly fetched: number;
	readonly bytes: number;
	/** What could not be had, or is no longer what was received. */
	readonly failed: readonly FailedFile[];
}

/** The entries whose bytes are not held. */
export async function releasedEntries(
	archive: Archive,
	signal?: AbortSignal,
): Promise<readonly ArchiveEntry[]> {
	const released: ArchiveEntry[] = [];
	for await (const entry of archive.entries(signal))
		if (archive.isReleased(entry.hash)) released.push(entry);
	return released;
}

/** Fetches all of them. Throws RasaiError `aborted` and faults of the workspace. */
export async function fetchReleased(
	{ archive, clock }: Pick<ImportTarget, "archive" | "clock">,
	http: HttpClient,
	options: {
		readonly signal?: AbortSignal | undefined;
		readonly progress?: Progress | undefined;
	},
): Promise<FetchedFiles> {
	const { signal, progress = silentProgress } = options;
	const released = await releasedEntries(archive, signal);
	const failed: FailedFile[] = [];
	let bytes = 0;
	for (const [done, entry] of released.entries()) {
		throwIfAborted(signal);
		progress.update({ done, total: released.length, unit: "files" });
		try {
			bytes += await fetchOne(archive, entry, http, clock(), signal);
		} catch (error) {
			throwIfAborted(signal);
			if (!(error instanceof RasaiError)) throw error;
			failed.push({ file: entry.name, message: messageOf(error) });
		}
	}
	progress.finish();
	return { fetched: released.length - failed.length, bytes, failed };
}

async function fetchOne(
	archive: Archive,
	entry: ArchiveEntry,
	http: HttpClient,
	now: Date,
	signal: AbortSignal | undefined,
): Promise<number> {
	const sources = openSources([entry.name], {
		http,
		...(signal ? { signal } : {}),
	});
	for await (const file of sources)
		await archive.receive(file, formatInstant(now), signal);
	if (archive.isReleased(entry.hash))
		throw new RasaiError(
			"source_unreadable",
			"what is there now is not what was received; it is kept beside as a file of its own",
		);
	return entry.bytes;
}
