/** For tests: archives packed in memory, cut into chunks as told, and read back. */
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { pack } from "tar-stream";
import { XxHash32 } from "./formats/xxhash32.ts";
import { readRecords } from "./read-records.ts";
import {
	type ArchiveFile,
	type ArchiveItem,
	DEFAULT_READ_LIMITS,
	type ReadLimits,
} from "./types.ts";

/** A file in memory that comes in chunks of the given sizes, again and again, or whole. */
export function memoryFile(
	name: string,
	bytes: Uint8Array,
	chunkSizes: readonly number[] = [],
): ArchiveFile {
	return {
		name,
		bytes: bytes.length,
		open: () => chunksOf(bytes, chunkSizes),
	};
}

export async function* chunksOf(
	bytes: Uint8Array,
	chunkSizes: readonly number[],
): AsyncGenerator<Uint8Array> {
	let at = 0;
	for (let i = 0; at < bytes.length; i++) {
		const size = chunkSizes[i % chunkSizes.length] ?? bytes.length;
		yield bytes.subarray(at, at + size);
		at += size;
	}
}

/** Ways to cut a file into chunks, empty ones among them. */
export const chunkings: fc.Arbitrary<readonly number[]> = fc
	.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 6 })
	.filter((sizes) => sizes.length === 0 || sizes.some((size) => size > 0));

export async function joinChunks(
	chunks: AsyncIterable<Uint8Array>,
): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return Buffer.concat(parts);
}

/** All items of a file, in a form that can be compared. */
export async function readAll(
	file: ArchiveFile,
	limits: Partial<ReadLimits> = {},
): Promise<readonly string[]> {
	const items: string[] = [];
	const batches = readRecords(file, { ...DEFAULT_READ_LIMITS, ...limits });
	for await (const batch of batches) items.push(...batch.map(describe));
	return items;
}

/** `member:line uid text` of a record, `member:line !reason` of a reject. */
function describe(item: ArchiveItem): string {
	if (item.kind === "reject") {
		const { member, line, reason } = item.reject;
		return `${member}:${line} !${reason}`;
	}
	const { member, line, uidHint, bytes } = item.record;
	const uid = uidHint === undefined ? "" : `${uidHint} `;
	return `${member}:${line} ${uid}${Buffer.from(bytes).toString("utf8")}`;
}

export interface PackedMember {
	readonly name: string;
	readonly content?: string | Uint8Array;
	readonly type?: "file" | "directory" | "symlink" | "character-device";
}

/** A tar by tar-stream, which knows nothing of our reader. */
export function packTar(members: readonly PackedMember[]): Promise<Buffer> {
	const tar = pack();
	for (const { name, content = "", type = "file" } of members)
		tar.entry(
			{ name, type, ...(type === "symlink" ? { linkname: "x" } : {}) },
			Buffer.from(content as string),
		);
	tar.finalize();
	return buffer(tar as unknown as AsyncIterable<Uint8Array>);
}

/** An LZ4 frame of blocks stored as they are, with all checksums. */
export function packLz4(content: Uint8Array): Buffer {
	const descriptor = Buffer.from([0b0111_0100, 0x40]);
	const parts: Uint8Array[] = [
		word(0x184d2204),
		descriptor,
		Buffer.from([(hash(descriptor) >>> 8) & 0xff]),
	];
	for (let at = 0; at < content.length; at += 65536) {
		const block = content.subarray(at, at + 65536);
		parts.push(word((block.length | 0x80000000) >>> 0), block);
		parts.push(word(hash(block)));
	}
	return Buffer.concat([...parts, word(0), word(hash(content))]);
}

export function word(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function hash(bytes: Uint8Array): number {
	return new XxHash32().update(bytes).digest();
}
