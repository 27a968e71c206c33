/**
 * The archive into the bucket that the operator named: files as received, and
 * what the collector packed. A file counts as uploaded only once the bucket has
 * confirmed its bytes, and is deleted here no sooner (P2).
 */
import { open } from "node:fs/promises";
import {
	type Clock,
	formatInstant,
	messageOf,
	type Progress,
	RasaiError,
	silentProgress,
	throwIfAborted,
} from "../base/index.ts";
import type { ObjectBucket } from "../gather/archives/index.ts";
import {
	type Archive,
	type ArchiveEntry,
	archivedName,
	type PackedSegment,
	packedSegments,
	type WorkspacePaths,
} from "../store/index.ts";
import type { FailedFile } from "./import-files.ts";

export interface UploadTarget {
	readonly archive: Archive;
	readonly bucket: ObjectBucket;
	readonly paths: Pick<WorkspacePaths, "archive">;
	readonly clock: Clock;
}

export interface UploadOptions {
	/** Days after which what the bucket holds is deleted here; undefined: never. */
	readonly keepDays?: number | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
}

export interface UploadSummary {
	/** Files and segments put, and their bytes. */
	readonly uploaded: number;
	readonly bytes: number;
	/** Files that the bucket holds, these included. */
	readonly held: number;
	/** Bytes deleted here. */
	readonly freedBytes: number;
	/** What could not be put, or is neither here nor there any more. */
	readonly failed: readonly FailedFile[];
}

/**
 * Uploads what the bucket lacks. Stopped or broken off, it is simply run
 * again. Throws RasaiError `aborted`, faults of the workspace, and what asking
 * the bucket for its list throws.
 */
export async function uploadArchive(
	target: UploadTarget,
	options: UploadOptions = {},
): Promise<UploadSummary> {
	const { archive, paths } = target;
	const { signal, progress = silentProgress } = options;
	const there = await listed(target.bucket, signal);
	const failed: FailedFile[] = [];
	let [uploaded, bytes, held, freedBytes] = [0, 0, 0, 0];
	const put = async (
		what: { readonly name: string; readonly bytes: number },
		work: () => Promise<void>,
	): Promise<void> => {
		throwIfAborted(signal);
		try {
			await work();
			uploaded += 1;
			bytes += what.bytes;
			progress.update({ done: uploaded, unit: "files" });
		} catch (error) {
			throwIfAborted(signal);
			if (!(error instanceof RasaiError)) throw error;
			failed.push({ file: what.name, message: messageOf(error) });
		}
	};
	for await (const entry of archive.entries(signal)) {
		if (entry.path !== null) continue;
		const isThere = there.get(archivedName(entry.hash)) === entry.bytes;
		if (!isThere || !archive.isUploaded(entry.hash))
			if (archive.isLocal(entry.hash))
				await put(entry, () =>
					archive.upload(entry.hash, formatInstant(target.clock()), signal),
				);
			else if (archive.isUploaded(entry.hash))
				failed.push({
					file: entry.name,
					message: `it was deleted here, and ${target.bucket.url} does not hold it any more`,
				});
		if (failed.at(-1)?.file === entry.name) continue;
		if (archive.isUploaded(entry.hash)) held += 1;
		freedBytes += await letGo(target, entry, options.keepDays);
	}
	for (const segment of await packedSegments(paths)) {
		if (there.get(segmentName(segment)) === segment.bytes) continue;
		await put(segment, () => putSegment(target.bucket, segment, signal));
	}
	progress.finish();
	return { uploaded, bytes, held, freedBytes, failed };
}

const segmentName = ({ name }: PackedSegment): string => `submissions/${name}`;

async function listed(
	bucket: ObjectBucket,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
	const there = new Map<string, number>();
	for await (const { name, bytes } of bucket.list("", signal))
		there.set(name, bytes);
	return there;
}

async function letGo(
	{ archive, clock }: UploadTarget,
	{ hash, receivedAt }: ArchiveEntry,
	keepDays: number | undefined,
): Promise<number> {
	if (keepDays === undefined || !archive.isUploaded(hash)) return 0;
	const now = clock();
	const oldest = formatInstant(new Date(now.getTime() - keepDays * 86_400_000));
	return receivedAt <= oldest ? archive.release(hash, formatInstant(now)) : 0;
}

async function putSegment(
	bucket: ObjectBucket,
	segment: PackedSegment,
	signal: AbortSignal | undefined,
): Promise<void> {
	const file = await open(segment.path, "r");
	try {
		const { bytes, sha256 } = segment;
		await bucket.put(
			{
				name: segmentName(segment),
				bytes,
				sha256,
				async part(from, length) {
					const part = Buffer.alloc(length);
					const { bytesRead } = await file.read(part, 0, length, from);
					return part.subarray(0, bytesRead);
				},
			},
			signal,
		);
	} finally {
		await file.close();
	}
}
