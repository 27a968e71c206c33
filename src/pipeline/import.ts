/**
 * Sources to judged days: every file is received into the raw archive, read
 * by the workers into shards, folded into the partitions of its days, and the
 * days are judged. Whatever is finished when a run ends early, by Ctrl-C or by
 * `kill -9`, is not done again: the same command goes on where it stopped
 * (P2, P3).
 */
import {
	type Clock,
	messageOf,
	type Progress,
	RasaiError,
	silentProgress,
	throwIfAborted,
} from "../base/index.ts";
import {
	type ArchiveFile,
	DEFAULT_READ_LIMITS,
	type ReadLimits,
} from "../gather/archives/index.ts";
import { SIGNAL_FORMAT } from "../gather/signals/index.ts";
import type { Ruleset } from "../judge/verdicts/index.ts";
import type {
	Archive,
	ArchiveEntry,
	Store,
	WorkspacePaths,
} from "../store/index.ts";
import type { FailedFile } from "./import-files.ts";
import { openPool } from "./import-pool.ts";
import { ImportQueue } from "./import-queue.ts";
import { receiveFiles } from "./intake.ts";
import { judgeDays } from "./judge.ts";
import type { WorkspaceReference } from "./reference.ts";

/** What an import works on. */
export interface ImportTarget {
	readonly paths: WorkspacePaths;
	readonly archive: Archive;
	readonly store: Store;
	readonly reference: WorkspaceReference;
	readonly clock: Clock;
}

export interface ImportOptions {
	/** Threads that read archives; with 1, all work is done in this one. */
	readonly workers: number;
	/** Keep where local files are instead of copies of them. Their names must then be absolute paths. */
	readonly byReference?: boolean;
	/** A run that rejects more than this share of its records, and more than 100, fails. */
	readonly maxRejectShare?: number;
	/** Leave the facts as shards, for `collectShards` of another machine: nothing is folded into days or judged. */
	readonly factsOnly?: boolean;
	readonly limits?: ReadLimits;
	readonly ruleset?: Ruleset | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
}

export interface ImportSummary {
	/** Files looked at, those that waited in the archive included. */
	readonly files: number;
	/** Of them, those whose bytes were imported before. */
	readonly known: number;
	/** Measurements read, repeats included. */
	readonly measurements: number;
	readonly observations: number;
	readonly rejected: number;
	/** Measurements that were there already, or twice in what was read. */
	readonly duplicates: number;
	/** Bytes of the files, packed as they came. */
	readonly bytes: number;
	readonly seconds: number;
	readonly judgedDays: number;
	/** Sources that could not be had, and archived files that are damaged, with the reason. Nothing of them was imported. */
	readonly failed: readonly FailedFile[];
}

const DEFAULT_MAX_REJECT_SHARE = 0.5;
/** Rejects below which a run never fails for them. */
const TOLERATED_REJECTS = 100;
/** Shards are folded in when they take so much of the disk. */
const MERGE_BYTES = 2 * 1024 ** 3;

/**
 * Imports archive files, and what the archive holds that was not imported
 * yet. Throws RasaiError `aborted` when the signal says so,
 * `too_many_rejects` when the run rejected too much (what was good is kept),
 * and faults of the workspace.
 */
export async function importArchives(
	files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	target: ImportTarget,
	options: ImportOptions,
): Promise<ImportSummary> {
	const startedMs = target.clock().getTime();
	const bar = new ImportBar(options.progress ?? silentProgress);
	const pool = openPool({
		workers: options.workers,
		paths: target.paths,
		fingerprints: target.reference.snapshot.fingerprints,
		fingerprintTexts: target.reference.fingerprintTexts,
		limits: options.limits ?? DEFAULT_READ_LIMITS,
		signal: options.signal,
		onBytes: (bytes) => bar.read(bytes),
	});
	const queue = new ImportQueue(pool);
	try {
		const taken = await readAll(files, target, options, queue, bar).finally(
			() => pool.close(),
		);
		const duplicates =
			taken.duplicates + (await merge(target.store, options, bar));
		const judged = options.factsOnly
			? { days: 0 }
			: await judgeDays(target.store, {
					reference: target.reference.snapshot,
					ruleset: options.ruleset,
					signal: options.signal,
					progress: bar.phase("judging"),
				});
		const { measurements, observations, rejected, failed } = queue.counts;
		checkRejects(measurements, rejected, options);
		return {
			files: taken.files,
			known: taken.known,
			measurements,
			observations,
			rejected,
			duplicates,
			bytes: bar.bytes,
			seconds: (target.clock().getTime() - startedMs) / 1000,
			judgedDays: judged.days,
			failed: [...taken.failed, ...failed],
		};
	} catch (cause) {
		if (!options.signal?.aborted) throw cause;
		throw new RasaiError(
			"aborted",
			`stopped; ${queue.counts.files} files were read to their end and will not be read again`,
			{ cause, hint: "The same command goes on from here." },
		);
	} finally {
		options.progress?.finish();
	}
}

/** Receives the files and has them read, then what else the archive holds unread: a killed run had received it, or everything derived was dropped. */
async function readAll(
	files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	target: ImportTarget,
	options: ImportOptions,
	queue: ImportQueue,
	bar: ImportBar,
) {
	const { archive, store, clock } = target;
	const { signal, byReference = false } = options;
	const seen = new Set(await store.importedFiles());
	const taken = {
		files: 0,
		known: 0,
		duplicates: 0,
		failed: [] as FailedFile[],
	};
	let mergedBytes = 0;
	const read = async (
		entry: ArchiveEntry,
		isFresh: boolean,
		isStaged = false,
	): Promise<void> => {
		seen.add(entry.hash);
		await queue.add({ ...entry, isFresh, isStaged });
		if (queue.counts.shardBytes - mergedBytes < MERGE_BYTES) return;
		mergedBytes = queue.counts.shardBytes;
		taken.duplicates += await merge(store, options, bar);
	};
	/** A file that only the bucket holds is brought here to be read, checked on the way. */
	const readStaged = async (entry: ArchiveEntry): Promise<void> => {
		try {
			const path = await archive.stage(entry.hash, signal);
			await read({ ...entry, path }, true, true);
		} catch (error) {
			throwIfAborted(signal);
			if (!(error instanceof RasaiError)) throw error;
			taken.failed.push({ file: entry.name, message: messageOf(error) });
		}
	};
	const intake = { archive, clock, byReference, signal };
	for await (const received of receiveFiles(bar.watch(files), intake)) {
		taken.files += 1;
		if ("failure" in received) {
			const { file, failure } = received;
			taken.failed.push({ file: file.name, message: failure });
			continue;
		}
		const { file, entry, isFresh } = received;
		bar.received(entry.bytes, file.bytes);
		if (seen.has(entry.hash)) {
			taken.known += 1;
			bar.read(entry.bytes);
		} else await read(entry, isFresh);
	}
	for await (const entry of archive.entries()) {
		throwIfAborted(signal);
		if (seen.has(entry.hash) || entry.format.startsWith(SIGNAL_FORMAT))
			continue;
		taken.files += 1;
		if (archive.isReleased(entry.hash)) {
			const message =
				"its bytes were let go; `rasai archive fetch` brings them back";
			taken.failed.push({ file: entry.name, message });
			continue;
		}
		bar.received(entry.bytes, 0);
		if (archive.isLocal(entry.hash)) await read(entry, false);
		else await readStaged(entry);
	}
	await queue.drain();
	return taken;
}

/** Folds in what shards there are, where facts are judged here; gives how many measurements were repeats. */
async function merge(
	store: Store,
	options: ImportOptions,
	bar: ImportBar,
): Promise<number> {
	if (options.factsOnly) return 0;
	const { duplicateCount } = await store.mergeShards({
		signal: options.signal,
		progress: bar.phase("folding into days"),
	});
	return duplicateCount;
}

function checkRejects(
	measurements: number,
	rejected: number,
	options: ImportOptions,
): void {
	const all = measurements + rejected;
	const most = options.maxRejectShare ?? DEFAULT_MAX_REJECT_SHARE;
	if (rejected <= TOLERATED_REJECTS || rejected / all < most) return;
	throw new RasaiError(
		"too_many_rejects",
		`${rejected} of ${all} records were rejected; the other ${measurements} were imported`,
		{
			hint: "The rejects table says why: is this an archive of OONI's format?",
		},
	);
}

/** The progress of an import: by packed bytes while files are read, by days after. */
class ImportBar {
	readonly #progress: Progress;
	#total = 0;
	#read = 0;
	/** Bytes received, packed as they came. */
	bytes = 0;

	constructor(progress: Progress) {
		this.#progress = progress;
	}

	/** Counts what the files say of their size as they come up. */
	async *watch(
		files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	): AsyncGenerator<ArchiveFile> {
		for await (const file of files) {
			this.#total += file.bytes ?? 0;
			yield file;
		}
	}

	received(bytes: number, announced = 0): void {
		this.bytes += bytes;
		this.#total += bytes - announced;
	}

	read(bytes: number): void {
		this.#read += bytes;
		this.#progress.update({
			done: this.#read,
			total: Math.max(this.#total, this.#read),
			unit: "bytes",
		});
	}

	/** The same bar, for what comes after reading. */
	phase(note: string): Progress {
		return {
			update: (state) => this.#progress.update({ ...state, note }),
			finish() {},
		};
	}
}
