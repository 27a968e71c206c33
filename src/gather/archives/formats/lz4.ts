/**
 * The LZ4 frame format as a stream (lz4_Frame_format.md, version 1.6.x, and
 * the legacy frame of early lz4 tools). No maintained npm package decodes it
 * as a stream: see docs/decisions/0202-lz4-decoder.md.
 */
import { RasaiError } from "../../../base/index.ts";
import { createBombGuard, type SwellLimits } from "./bomb-guard.ts";
import { ByteReader, type Chunks } from "./byte-reader.ts";
import { decodeBlock } from "./lz4-block.ts";
import { XxHash32 } from "./xxhash32.ts";

const FRAME_MAGIC = 0x184d2204;
const LEGACY_MAGIC = 0x184c2102;
const WINDOW_BYTES = 64 * 1024;
const LEGACY_BLOCK_BYTES = 8 * 1024 * 1024;
/** No block of 8 MiB compresses to more than this (LZ4_compressBound). */
const LEGACY_COMPRESSED_BYTES =
	LEGACY_BLOCK_BYTES + LEGACY_BLOCK_BYTES / 255 + 16;
const UNCOMPRESSED_FLAG = 0x80000000;

type Admit = (inBytes: number, outBytes: number) => void;

/**
 * The decompressed bytes of LZ4 frames, one after the other. Checksums are
 * verified. Throws `compression_truncated`, `compression_invalid` or
 * `compression_bomb` where the trouble is; all blocks before it are handed on.
 */
export async function* unlz4(
	chunks: Chunks,
	limits: SwellLimits,
): AsyncGenerator<Uint8Array> {
	const admit = createBombGuard(limits);
	const reader = new ByteReader(chunks);
	try {
		for (;;) {
			if ((await reader.peek(1)).length === 0) return;
			const magic = await readWord(reader);
			if (magic === FRAME_MAGIC) yield* readFrame(reader, admit);
			else if (magic === LEGACY_MAGIC) yield* readLegacyFrame(reader, admit);
			else if (isSkippable(magic)) await skipFrame(reader);
			else throw damaged("other data follow a frame");
		}
	} finally {
		await reader.close();
	}
}

/** Whether a file that starts so is LZ4: a frame, a skippable one, or a legacy one. */
export function isLz4(head: Uint8Array): boolean {
	if (head.length < 4) return false;
	const magic = Buffer.from(head.subarray(0, 4)).readUInt32LE();
	return magic === FRAME_MAGIC || magic === LEGACY_MAGIC || isSkippable(magic);
}

function isSkippable(magic: number): boolean {
	return magic >>> 4 === 0x184d2a5;
}

async function skipFrame(reader: ByteReader): Promise<void> {
	let left = await readWord(reader);
	while (left > 0) {
		const skipped = await reader.next(left);
		if (skipped.length === 0) throw truncated();
		left -= skipped.length;
	}
}

interface FrameHeader {
	readonly maxBlockBytes: number;
	readonly linkedBlocks: boolean;
	readonly blockChecksums: boolean;
	readonly contentChecksum: boolean;
	readonly contentBytes: bigint | undefined;
}

async function* readFrame(
	reader: ByteReader,
	admit: Admit,
): AsyncGenerator<Uint8Array> {
	const header = await readHeader(reader);
	const checksum = new XxHash32();
	let window: Uint8Array = new Uint8Array(0);
	let outBytes = 0;
	for (;;) {
		const word = await readWord(reader);
		if (word === 0) break;
		const stored = (word & UNCOMPRESSED_FLAG) !== 0;
		const size = (word & ~UNCOMPRESSED_FLAG) >>> 0;
		if (size > header.maxBlockBytes)
			throw damaged("a block is larger than its frame allows");
		const source = await reader.readExactly(size, truncated);
		if (header.blockChecksums && (await readWord(reader)) !== hash(source))
			throw damaged("a block's checksum does not fit");
		const output = stored
			? source
			: decode(source, window, header.maxBlockBytes);
		admit(size, output.length);
		outBytes += output.length;
		if (header.contentChecksum) checksum.update(output);
		if (header.linkedBlocks) window = slideWindow(window, output);
		if (output.length > 0) yield output;
	}
	if (header.contentChecksum && (await readWord(reader)) !== checksum.digest())
		throw damaged("the content's checksum does not fit");
	if (
		header.contentBytes !== undefined &&
		header.contentBytes !== BigInt(outBytes)
	)
		throw damaged("the content's size does not fit");
}

async function readHeader(reader: ByteReader): Promise<FrameHeader> {
	const fixed = await reader.readExactly(2, truncated);
	const [flags, block] = fixed as unknown as readonly [number, number];
	if (flags >>> 6 !== 1 || (flags & 2) !== 0 || (block & 0x8f) !== 0)
		throw damaged("an unknown version of the frame format");
	const blockCode = block >>> 4;
	if (blockCode < 4) throw damaged("an unknown block size");
	const contentSize = (flags & 8) !== 0;
	const hasDictionary = (flags & 1) !== 0;
	const optional = await reader.readExactly(
		(contentSize ? 8 : 0) + (hasDictionary ? 4 : 0),
		truncated,
	);
	const [stated] = await reader.readExactly(1, truncated);
	const computed = new XxHash32().update(fixed).update(optional).digest();
	if (((computed >>> 8) & 0xff) !== stated)
		throw damaged("the frame header's checksum does not fit");
	if (hasDictionary) throw damaged("a dictionary is needed");
	return {
		maxBlockBytes: 1 << (8 + 2 * blockCode),
		linkedBlocks: (flags & 0x20) === 0,
		blockChecksums: (flags & 0x10) !== 0,
		contentChecksum: (flags & 4) !== 0,
		contentBytes: contentSize
			? Buffer.from(optional).readBigUInt64LE()
			: undefined,
	};
}

/** Legacy blocks go on until the end of the file or the next frame's magic number. */
async function* readLegacyFrame(
	reader: ByteReader,
	admit: Admit,
): AsyncGenerator<Uint8Array> {
	for (;;) {
		const head = await reader.peek(4);
		if (head.length === 0 || isLz4(head)) return;
		const size = await readWord(reader);
		if (size > LEGACY_COMPRESSED_BYTES)
			throw damaged("a block is larger than its frame allows");
		const source = await reader.readExactly(size, truncated);
		const output = decode(source, new Uint8Array(0), LEGACY_BLOCK_BYTES);
		admit(size, output.length);
		yield output;
	}
}

function decode(
	source: Uint8Array,
	window: Uint8Array,
	maxBytes: number,
): Uint8Array {
	const target = Buffer.allocUnsafe(window.length + maxBytes);
	target.set(window);
	const end = decodeBlock(source, target, window.length);
	return target.subarray(window.length, end);
}

function slideWindow(window: Uint8Array, output: Uint8Array): Uint8Array {
	if (output.length >= WINDOW_BYTES) return output.subarray(-WINDOW_BYTES);
	const kept = window.subarray(
		Math.max(0, window.length + output.length - WINDOW_BYTES),
	);
	return Buffer.concat([kept, output]);
}

function hash(bytes: Uint8Array): number {
	return new XxHash32().update(bytes).digest();
}

async function readWord(reader: ByteReader): Promise<number> {
	return Buffer.from(await reader.readExactly(4, truncated)).readUInt32LE();
}

function truncated(): RasaiError {
	return new RasaiError(
		"compression_truncated",
		"the LZ4 data stop before their end",
	);
}

function damaged(what: string): RasaiError {
	return new RasaiError(
		"compression_invalid",
		`the LZ4 data are damaged: ${what}`,
	);
}
