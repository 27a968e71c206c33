/** Raw records as they were received: those that were kept singly, else out of the archive's files. */
import { sha256Hex } from "../../base/index.ts";
import {
	DEFAULT_READ_LIMITS,
	readRecords,
} from "../../gather/archives/index.ts";
import {
	type Archive,
	readKeptRecord,
	type WorkspacePaths,
} from "../../store/index.ts";
import type { RecordPlace } from "./counted-rows.ts";

/** Their bytes by SHA-256. What is not at hand any more is not in it. */
export async function readRawRecords(
	paths: Pick<WorkspacePaths, "archive">,
	archive: Pick<Archive, "get" | "isReleased" | "read">,
	places: readonly RecordPlace[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
	const found = new Map<string, Uint8Array>();
	const wanted = new Map<string, Set<string>>();
	for (const { recordHash, fileHash } of places) {
		const kept = await readKeptRecord(paths, recordHash);
		if (kept) found.set(recordHash, kept);
		else
			wanted.set(
				fileHash,
				(wanted.get(fileHash) ?? new Set<string>()).add(recordHash),
			);
	}
	for (const [fileHash, hashes] of wanted) {
		const entry = await archive.get(fileHash);
		if (!entry || archive.isReleased(fileHash)) continue;
		const file = {
			name: entry.name,
			bytes: entry.bytes,
			open: (stop?: AbortSignal) => archive.read(fileHash, stop),
		};
		for await (const items of readRecords(file, DEFAULT_READ_LIMITS, signal))
			for (const item of items) {
				if (item.kind !== "record") continue;
				const hash = sha256Hex(item.record.bytes);
				if (hashes.has(hash)) found.set(hash, item.record.bytes.slice());
			}
	}
	return found;
}
