/**
 * Archive files to shards: the work of one import worker. Records are read in
 * batches of stated bytes and each batch becomes one durable shard, so memory
 * does not depend on the size of a file, and what a killed run had written is
 * merged all the same; a file counts as imported only by the shard that holds
 * its end.
 */
import { rm } from "node:fs/promises";
import { messageOf, RasaiError } from "../base/index.ts";
import {
	type ArchiveFile,
	type ArchiveItem,
	digestFile,
	localFile,
	type ReadLimits,
	readRecords,
	watchBytes,
} from "../gather/archives/index.ts";
import type { Certificate, Reject } from "../model/index.ts";
import type { FingerprintSet } from "../reference/index.ts";
import {
	type ArchiveEntry,
	archivedPath,
	type FactsBatch,
	type FactsRow,
	type WorkspacePaths,
	writeShard,
} from "../store/index.ts";
import { readFacts } from "./facts.ts";
import { factsOrigin } from "./facts-origin.ts";

/** A file of the archive to be read. */
export interface FileToRead extends ArchiveEntry {
	/** This run has written it, hashing it as it did: it is not hashed again. */
	readonly isFresh: boolean;
	/** It was brought to its path to be read once, and is deleted after. */
	readonly isStaged?: boolean;
}

export interface ImportCounts {
	readonly measurements: number;
	readonly observations: number;
	readonly rejected: number;
	/** Size of the shards written. */
	readonly shardBytes: number;
	/** Files of the archive that are not what was received; nothing of them was read. */
	readonly failed: readonly FailedFile[];
}

export interface FailedFile {
	readonly file: string;
	readonly message: string;
}

export interface ImportFilesContext {
	readonly paths: Pick<WorkspacePaths, "archive" | "derived">;
	readonly fingerprints: FingerprintSet;
	readonly limits: ReadLimits;
	/** Raw bytes of records held before they become a shard. */
	readonly batchBytes: number;
	readonly signal?: AbortSignal | undefined;
	/** Told of bytes as they are read, packed as they are in the archive. */
	readonly onBytes?: (bytes: number) => void;
}

/** Certificates remembered as already handed on, before the memory of them is dropped. */
const MAX_SEEN_CERTIFICATES = 200_000;

/** What reading gives: some records of a file, or that it was read to its end. */
interface Step {
	readonly from: FileToRead;
	readonly items: readonly ArchiveItem[] | undefined;
}

/**
 * Reads files of the raw archive and writes their facts as shards. Throws
 * RasaiError `aborted` and faults of the disk, nothing for what the files hold.
 */
export async function importFiles(
	entries: readonly FileToRead[],
	context: ImportFilesContext,
): Promise<ImportCounts> {
	const total = {
		measurements: 0,
		observations: 0,
		rejected: 0,
		shardBytes: 0,
		failed: [] as FailedFile[],
	};
	const seenCertificates = new Set<string>();
	const steps = readFiles(entries, context, total.failed);
	try {
		for (;;) {
			const first = await steps.next();
			if (first.done) return total;
			if (seenCertificates.size > MAX_SEEN_CERTIFICATES)
				seenCertificates.clear();
			const batch = createBatch(first.value, steps, context, seenCertificates);
			const summary = await writeShard(context.paths.derived, batch);
			total.measurements += summary.measurementCount;
			total.observations += summary.observationCount;
			total.rejected += summary.rejectCount;
			total.shardBytes += summary.bytes;
		}
	} finally {
		await steps.return(undefined);
	}
}

async function* readFiles(
	entries: readonly FileToRead[],
	{ paths, limits, signal, onBytes }: ImportFilesContext,
	failed: FailedFile[],
): AsyncGenerator<Step, undefined> {
	for (const from of entries) {
		const path = archivedPath(paths, from);
		const file = localFile(path, from.name, from.bytes);
		const fault = from.isFresh ? undefined : await faultOf(file, from, signal);
		if (fault !== undefined) {
			failed.push({ file: from.name, message: fault });
			continue;
		}
		const watched = watchBytes(file, (chunk) => onBytes?.(chunk.length));
		for await (const items of readRecords(watched, limits, signal))
			yield { from, items };
		yield { from, items: undefined };
		if (from.isStaged) await rm(path, { force: true });
	}
	return undefined;
}

/**
 * Why the archive's file cannot be taken for what was received; undefined
 * where it can. Asked before anything is read of it: rows of other bytes
 * must not be filed under its name.
 */
async function faultOf(
	file: ArchiveFile,
	entry: ArchiveEntry,
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	try {
		const { sha256 } = await digestFile(file, signal);
		return sha256 === entry.hash
			? undefined
			: "the archive's copy is not what was received";
	} catch (error) {
		if (error instanceof RasaiError && error.code !== "aborted")
			return messageOf(error);
		throw error;
	}
}

/**
 * What becomes a shard: the step at hand and those after it, until they come
 * to a batch. Facts are read while the shard is written, chunk by chunk, so
 * that no record outlives its chunk: chunks that do are only let go by the
 * slowest kind of garbage collection.
 */
function createBatch(
	first: Step,
	steps: AsyncGenerator<Step, undefined>,
	context: ImportFilesContext,
	seenCertificates: Set<string>,
): FactsBatch {
	const files: string[] = [];
	const certificates: Certificate[] = [];
	const rejects: Reject[] = [];

	async function* readRows(): AsyncGenerator<Iterable<FactsRow>> {
		let bytes = 0;
		for (let step: Step | undefined = first; step !== undefined; ) {
			const { from, items } = step;
			if (items === undefined) files.push(from.hash);
			else yield rowsOf(items, from);
			bytes += items === undefined ? 0 : sizeOf(items);
			if (bytes >= context.batchBytes) return;
			step = (await steps.next()).value;
		}
	}

	function* rowsOf(
		items: readonly ArchiveItem[],
		from: FileToRead,
	): Generator<FactsRow> {
		for (const item of items) {
			if (item.kind === "reject") {
				rejects.push({ ...item.reject, fileHash: from.hash });
				continue;
			}
			const { member, line } = item.record;
			const read = readFacts(item.record, {
				fingerprints: context.fingerprints,
				seenCertificates,
				receivedAt: from.receivedAt,
			});
			if ("reject" in read) {
				const place = { fileHash: from.hash, member, line };
				rejects.push({ file: from.name, ...place, ...read.reject });
				continue;
			}
			certificates.push(...read.facts.certificates);
			const { header, observations, problems, recordHash } = read.facts;
			// Written out: spreading costs several microseconds.
			yield {
				header,
				observations,
				problems,
				recordHash,
				fileHash: from.hash,
				member,
				line,
			};
		}
	}

	const madeBy = factsOrigin(context.fingerprints);
	return { files, madeBy, rows: readRows(), certificates, rejects };
}

/** Raw bytes of records, and what a reject is counted as. */
function sizeOf(items: readonly ArchiveItem[]): number {
	return items.reduce(
		(sum, item) =>
			sum + (item.kind === "record" ? item.record.bytes.length : 256),
		0,
	);
}
