/**
 * Sources to judged days: every file is received into the raw archive, read
 * by the workers into shards, folded into the partitions of its days, and the
 * days are judged. Whatever is finished when a run ends early, by Ctrl-C or by
 * `kill -9`, is not done again: the same command goes on where it stopped
 * (P2, P3).
 */
import { isAbsolute } from "node:path";
import {
	type Clock,
	formatInstant,
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
import type { Ruleset } from "../judge/verdicts/index.ts";
import type {
	Archive,
	ArchiveEntry,
	Store,
	WorkspacePaths,
} from "../store/index.ts";
import type { ImportCounts } from "./import-files.ts";
import { type ImportPool, openPool } from "./import-pool.ts";
import { type JudgeSummary, judgeDays } from "./judge.ts";
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
	/** Sources that could not be had, with the reason. What was received of them was not kept. */
	readonly failed: readonly {
		readonly file: string;
		readonly message: string;
	}[];
}

const DEFAULT_MAX_REJECT_SHARE = 0.5;
/** Rejects below which a run never fails for them. */
const TOLERATED_REJECTS = 100;
/** Small files are handed to a worker together until they have so many bytes, packed. */
const GROUP_BYTES = 4 * 1024 * 1024;
/** Files received at once: what waits for the disk to sync shares the wait. */
const RECEIVERS = 8;
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
	const run = new ImportRun(target, options);
	try {
		return await run.importAll(files);
	} catch (error) {
		throwIfAborted(options.signal);
		throw error;
	} finally {
		options.progress?.finish();
	}
}

class ImportRun {
	readonly #target: ImportTarget;
	readonly #options: ImportOptions;
	readonly #progress: Progress;
	readonly #pool: ImportPool;
	readonly #seen = new Set<string>();
	readonly #underWay = new Set<Promise<void>>();
	readonly #failed: { file: string; message: string }[] = [];
	#group: ArchiveEntry[] = [];
	#groupBytes = 0;
	#fault: unknown;
	#files = 0;
	#known = 0;
	#bytes = 0;
	#readBytes = 0;
	#totalBytes = 0;
	#unmergedBytes = 0;
	#duplicates = 0;
	#counts = { measurements: 0, observations: 0, rejected: 0 };

	constructor(target: ImportTarget, options: ImportOptions) {
		this.#target = target;
		this.#options = options;
		this.#progress = options.progress ?? silentProgress;
		this.#pool = openPool({
			workers: options.workers,
			paths: target.paths,
			fingerprints: target.reference.snapshot.fingerprints,
			fingerprintTexts: target.reference.fingerprintTexts,
			limits: options.limits ?? DEFAULT_READ_LIMITS,
			signal: options.signal,
			onBytes: (bytes) => {
				this.#readBytes += bytes;
				this.#tell("");
			},
		});
	}

	async importAll(
		files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	): Promise<ImportSummary> {
		const startedMs = this.#target.clock().getTime();
		try {
			for (const hash of await this.#target.store.importedFiles())
				this.#seen.add(hash);
			await this.#receiveAll(files);
			await this.#enqueueWaiting();
			await this.#startGroup();
			await this.#allDone();
		} finally {
			await this.#pool.close();
		}
		await this.#merge();
		const judged = await this.#judge();
		const summary: ImportSummary = {
			files: this.#files,
			known: this.#known,
			...this.#counts,
			duplicates: this.#duplicates,
			bytes: this.#bytes,
			seconds: (this.#target.clock().getTime() - startedMs) / 1000,
			judgedDays: judged.days,
			failed: this.#failed,
		};
		this.#checkRejects();
		return summary;
	}

	/** Takes all files in, a few at once, in their order. */
	async #receiveAll(
		files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	): Promise<void> {
		const receiving: Promise<ArchiveEntry | undefined>[] = [];
		const takeFirst = async (): Promise<void> => {
			const entry = await receiving.shift();
			if (entry) await this.#enqueue(entry);
		};
		try {
			for await (const file of files) {
				throwIfAborted(this.#options.signal);
				this.#totalBytes += file.bytes ?? 0;
				const received = this.#receive(file);
				received.catch(() => {});
				receiving.push(received);
				if (receiving.length >= RECEIVERS) await takeFirst();
			}
			while (receiving.length > 0) await takeFirst();
		} finally {
			await Promise.allSettled(receiving);
		}
	}

	/** The file's entry; undefined where it could not be had or needs no import. */
	async #receive(file: ArchiveFile): Promise<ArchiveEntry | undefined> {
		const { clock, archive } = this.#target;
		const byReference = this.#options.byReference && isAbsolute(file.name);
		this.#files += 1;
		try {
			const { entry } = await archive.receive(
				{
					name: file.name,
					open: (signal) => file.open(signal),
					...(byReference ? { byReference: file.name } : {}),
				},
				formatInstant(clock()),
				this.#options.signal,
			);
			this.#bytes += entry.bytes;
			this.#totalBytes += entry.bytes - (file.bytes ?? 0);
			if (!this.#seen.has(entry.hash)) return entry;
			this.#known += 1;
			this.#readBytes += entry.bytes;
			this.#tell("");
			return undefined;
		} catch (error) {
			throwIfAborted(this.#options.signal);
			if (!(error instanceof RasaiError) || !SOURCE_FAULTS.has(error.code))
				throw error;
			this.#failed.push({ file: file.name, message: messageOf(error) });
			return undefined;
		}
	}

	/** What the archive holds and no shard or partition does: a killed run had received it, or everything derived was dropped. */
	async #enqueueWaiting(): Promise<void> {
		for await (const entry of this.#target.archive.entries()) {
			throwIfAborted(this.#options.signal);
			if (this.#seen.has(entry.hash)) continue;
			this.#files += 1;
			this.#bytes += entry.bytes;
			this.#totalBytes += entry.bytes;
			await this.#enqueue(entry);
		}
	}

	async #enqueue(entry: ArchiveEntry): Promise<void> {
		if (this.#seen.has(entry.hash)) return;
		this.#seen.add(entry.hash);
		this.#group.push(entry);
		this.#groupBytes += entry.bytes;
		if (this.#groupBytes >= GROUP_BYTES) await this.#startGroup();
	}

	/** Hands the group to the pool; waits while every worker has one and another stands ready. */
	async #startGroup(): Promise<void> {
		const group = this.#group;
		this.#group = [];
		this.#groupBytes = 0;
		if (group.length === 0) return;
		const work: Promise<void> = this.#pool
			.run(group)
			.then(
				(counts) => this.#add(counts),
				(error) => {
					this.#fault ??= error;
				},
			)
			.finally(() => {
				this.#underWay.delete(work);
			});
		this.#underWay.add(work);
		while (this.#underWay.size > this.#pool.size)
			await Promise.race(this.#underWay);
		this.#throwFault();
		if (this.#unmergedBytes > MERGE_BYTES) await this.#merge();
	}

	async #allDone(): Promise<void> {
		await Promise.all(this.#underWay);
		this.#throwFault();
	}

	#throwFault(): void {
		if (this.#fault !== undefined) throw this.#fault;
	}

	#add(counts: ImportCounts): void {
		this.#counts.measurements += counts.measurements;
		this.#counts.observations += counts.observations;
		this.#counts.rejected += counts.rejected;
		this.#unmergedBytes += counts.shardBytes;
	}

	async #merge(): Promise<void> {
		this.#unmergedBytes = 0;
		const { duplicateCount } = await this.#target.store.mergeShards({
			signal: this.#options.signal,
			progress: this.#phase("folding into days"),
		});
		this.#duplicates += duplicateCount;
	}

	#judge(): Promise<JudgeSummary> {
		return judgeDays(this.#target.store, {
			reference: this.#target.reference.snapshot,
			ruleset: this.#options.ruleset,
			signal: this.#options.signal,
			progress: this.#phase("judging"),
		});
	}

	/** The same bar, for what comes after reading. */
	#phase(note: string): Progress {
		return {
			update: (state) => this.#progress.update({ ...state, note }),
			finish() {},
		};
	}

	#tell(note: string): void {
		this.#progress.update({
			done: this.#readBytes,
			total: Math.max(this.#totalBytes, this.#readBytes),
			unit: "bytes",
			note,
		});
	}

	#checkRejects(): void {
		const { measurements, rejected } = this.#counts;
		const share = rejected / Math.max(1, measurements + rejected);
		const most = this.#options.maxRejectShare ?? DEFAULT_MAX_REJECT_SHARE;
		if (rejected <= TOLERATED_REJECTS || share < most) return;
		throw new RasaiError(
			"too_many_rejects",
			`${rejected} of ${measurements + rejected} records were rejected; the other ${measurements} were imported`,
			{
				hint: "The rejects table says why: is this an archive of OONI's format?",
			},
		);
	}
}

/** Faults of a source, which must not stop a run over many. */
const SOURCE_FAULTS: ReadonlySet<string> = new Set([
	"source_not_found",
	"source_unreadable",
	"source_too_large",
	"http_status",
	"http_blocked_address",
	"timeout",
]);
