/**
 * Archive files to shards: the work of one import worker. Records are read in
 * batches of stated bytes and each batch becomes one durable shard, so memory
 * does not depend on the size of a file, and what a killed run had written is
 * merged all the same; a file counts as imported only by the shard that holds
 * its end.
 */
import { messageOf, RasaiError } from "../base/index.ts";
import {
	type ArchiveFile,
	digestFile,
	localFile,
	type RawRecord,
	type ReadLimits,
	readRecords,
	watchBytes,
} from "../gather/archives/index.ts";
import type { Certificate, Reject } from "../model/index.ts";
import type { FingerprintSet } from "../reference/index.ts";
import {
	type ArchiveEntry,
	archivedPath,
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

interface HeldRecord {
	readonly record: RawRecord;
	readonly from: ArchiveEntry;
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
	const batch = new Batch(context.fingerprints);
	const flush = async (): Promise<void> => {
		if (batch.isEmpty) return;
		const summary = await writeShard(context.paths.derived, batch.take());
		total.measurements += summary.measurementCount;
		total.observations += summary.observationCount;
		total.rejected += summary.rejectCount;
		total.shardBytes += summary.bytes;
	};
	for (const entry of entries) {
		const { limits, signal, onBytes } = context;
		const path = archivedPath(context.paths, entry);
		const file = localFile(path, entry.name, entry.bytes);
		const fault = entry.isFresh
			? undefined
			: await faultOf(file, entry, signal);
		if (fault !== undefined) {
			total.failed.push({ file: entry.name, message: fault });
			continue;
		}
		const watched = watchBytes(file, (chunk) => onBytes?.(chunk.length));
		for await (const items of readRecords(watched, limits, signal)) {
			for (const item of items)
				if (item.kind === "record") batch.hold(item.record, entry);
				else batch.reject({ ...item.reject, fileHash: entry.hash });
			if (batch.bytes >= context.batchBytes) await flush();
		}
		batch.complete(entry.hash);
	}
	await flush();
	return total;
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

/** What waits to become a shard. Facts are read only while the shard is written, so that raw bytes are all that is held. */
class Batch {
	readonly #fingerprints: FingerprintSet;
	readonly #seenCertificates = new Set<string>();
	#held: HeldRecord[] = [];
	#rejects: Reject[] = [];
	#complete: string[] = [];
	bytes = 0;

	constructor(fingerprints: FingerprintSet) {
		this.#fingerprints = fingerprints;
	}

	get isEmpty(): boolean {
		return (
			this.#held.length + this.#rejects.length + this.#complete.length === 0
		);
	}

	hold(record: RawRecord, from: ArchiveEntry): void {
		this.#held.push({ record, from });
		this.bytes += record.bytes.length;
	}

	reject(reject: Reject): void {
		this.#rejects.push(reject);
		this.bytes += 256;
	}

	complete(hash: string): void {
		this.#complete.push(hash);
	}

	/** The batch as the store takes it, and an empty one in its place. */
	take() {
		const held = this.#held;
		const rejects = this.#rejects;
		const files = this.#complete;
		const certificates: Certificate[] = [];
		const seen = this.#seenCertificates;
		if (seen.size > MAX_SEEN_CERTIFICATES) seen.clear();
		this.#held = [];
		this.#rejects = [];
		this.#complete = [];
		this.bytes = 0;
		return {
			files,
			madeBy: factsOrigin(this.#fingerprints),
			rows: readRows(held, this.#fingerprints, seen, certificates, rejects),
			certificates,
			rejects,
		};
	}
}

function* readRows(
	held: readonly HeldRecord[],
	fingerprints: FingerprintSet,
	seenCertificates: Set<string>,
	certificates: Certificate[],
	rejects: Reject[],
): Generator<FactsRow> {
	for (const { record, from } of held) {
		const place = {
			fileHash: from.hash,
			member: record.member,
			line: record.line,
		};
		const read = readFacts(record, {
			fingerprints,
			seenCertificates,
			receivedAt: from.receivedAt,
		});
		if ("reject" in read) {
			rejects.push({ file: from.name, ...place, ...read.reject });
			continue;
		}
		certificates.push(...read.facts.certificates);
		yield { ...read.facts, ...place };
	}
}
