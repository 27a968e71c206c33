/**
 * One archive file to raw records. The format is found by content, layer by
 * layer: gzip or LZ4, tar, then text. Whatever is wrong becomes a reject with
 * its member, line and reason, and reading goes on wherever that is possible.
 */
import { RasaiError, throwIfAborted } from "../../base/index.ts";
import type { RejectReason } from "../../model/index.ts";
import {
	asBuffer,
	ByteReader,
	type Chunks,
	gunzip,
	isLz4,
	isTarHeader,
	type Place,
	printableName,
	readTar,
	readText,
	TAR_BLOCK_BYTES,
	type TarMember,
	unlz4,
	unsafeNameReason,
} from "./formats/index.ts";
import {
	type Unwrapped,
	uidOfName,
	unwrapMeasurement,
	unwrapPostcan,
} from "./ooni/index.ts";
import {
	type ArchiveFile,
	type ArchiveItem,
	DEFAULT_READ_LIMITS,
	type ReadLimits,
} from "./types.ts";

/** Compressions inside one another that are followed: a `.gz` sent gzipped, or inside a compressed tar. */
const MAX_COMPRESSIONS = 2;
/** Records of a tar are handed on in batches of about this many bytes. */
const BATCH_BYTES = 1024 * 1024;

/** What one reading carries through its layers. */
interface Reading {
	readonly file: ArchiveFile;
	readonly limits: ReadLimits;
	readonly place: Place;
	readonly signal: AbortSignal | undefined;
}

/**
 * The records of a file, in order, in batches. Record bytes are those of the
 * file; only an API answer's `raw_measurement`, which is JSON text inside a
 * JSON string, is decoded. Rejects bear the file's name; who knows its hash
 * adds it. Throws RasaiError `aborted`, and nothing else of its own: a file
 * that cannot be opened or breaks off is a `source_unreadable` reject after
 * the records that came.
 */
export async function* readRecords(
	file: ArchiveFile,
	limits: ReadLimits = DEFAULT_READ_LIMITS,
	signal?: AbortSignal,
): AsyncGenerator<readonly ArchiveItem[]> {
	const place: Place = { member: "", line: 0 };
	const reading: Reading = { file, limits, place, signal };
	try {
		for await (const batch of readLayer(reading, file.open(signal), 0)) {
			throwIfAborted(signal);
			yield batch;
		}
	} catch (error) {
		throwIfAborted(signal);
		if (!(error instanceof RasaiError) || error.code === "aborted") throw error;
		yield [rejectAt(reading, place.line, reasonOf(error), error.message)];
	}
}

function reasonOf(error: RasaiError): RejectReason {
	switch (error.code) {
		case "compression_truncated":
		case "compression_invalid":
		case "compression_bomb":
		case "archive_invalid":
			return error.code;
		default:
			return "source_unreadable";
	}
}

/** Reads one layer: what the bytes are is seen by their beginning. */
async function* readLayer(
	reading: Reading,
	chunks: Chunks,
	layer: number,
): AsyncGenerator<readonly ArchiveItem[]> {
	const { limits, place } = reading;
	const reader = new ByteReader(chunks);
	try {
		const head = asBuffer(await reader.peek(TAR_BLOCK_BYTES));
		const compression = compressionOf(head);
		if (head.length === 0) {
			// Nothing inside an archive, or no lines, is a way to say nothing.
			const { name } = reading.file;
			const isFile = layer === 0 && place.member === "";
			if (isFile && !/\.(jsonl|ndjson)$/i.test(name))
				yield [rejectAt(reading, 0, unreadReason(name), "it is empty")];
		} else if (compression === "gzip" || compression === "lz4") {
			if (layer === MAX_COMPRESSIONS)
				throw new RasaiError("compression_bomb", "compressed thrice over");
			const decompress = compression === "gzip" ? gunzip : unlz4;
			yield* readLayer(reading, decompress(reader.rest(), limits), layer + 1);
		} else if (compression !== undefined) {
			const message = `${compression} is not read`;
			yield [rejectAt(reading, 0, "format_unknown", message)];
		} else if (place.member === "" && looksLikeTar(head)) {
			yield* readMembers(reading, reader, layer);
		} else {
			yield* readJson(reading, reader, layer);
		}
	} finally {
		await reader.close();
	}
}

/** Formats that are told by their first bytes; those in capitals are not read. */
const MAGIC: readonly (readonly [hex: string, name: string])[] = [
	["1f8b", "gzip"],
	["28b52ffd", "Zstandard"],
	["425a68", "Bzip2"],
	["fd377a585a00", "XZ"],
	["504b0304", "ZIP"],
	["50415231", "Parquet"],
];

function compressionOf(head: Buffer): string | undefined {
	if (isLz4(head)) return "lz4";
	const hex = head.toString("hex", 0, 8);
	return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1];
}

function looksLikeTar(head: Buffer): boolean {
	const isZeroBlock =
		head.length === TAR_BLOCK_BYTES && head.every((byte) => byte === 0);
	return isZeroBlock || isTarHeader(head);
}

/** Why a file is not read that is nothing we know: its name may say what it was to be. */
function unreadReason(name: string): RejectReason {
	return /\.(gz|lz4)$/i.test(name) ? "compression_invalid" : "format_unknown";
}

async function* readJson(
	reading: Reading,
	reader: ByteReader,
	layer: number,
): AsyncGenerator<readonly ArchiveItem[]> {
	const { place, limits, file } = reading;
	const name = place.member || file.name;
	let nameUid = uidOfName(name);
	const textName = layer === 0 ? name : name.replace(/\.(gz|lz4)$/i, "");
	const batches = readText(reader, textName, place, limits.maxRecordBytes);
	for await (const batch of batches) {
		yield batch.map((found) => {
			if (found.kind === "refused") {
				const isFile = found.reason === "format_unknown" && layer === 0;
				const reason = isFile ? unreadReason(name) : found.reason;
				return rejectAt(reading, found.line, reason, found.message);
			}
			const inner = unwrapMeasurement(found.bytes);
			const item = toRecord(reading, found.line, inner, nameUid);
			nameUid = undefined;
			return item;
		});
	}
}

async function* readMembers(
	reading: Reading,
	reader: ByteReader,
	layer: number,
): AsyncGenerator<readonly ArchiveItem[]> {
	const { place } = reading;
	let batch: ArchiveItem[] = [];
	let batchBytes = 0;
	try {
		for await (const member of readTar(reader)) {
			place.member = printableName(member.name);
			place.line = 0;
			const refusal = refuseMember(reading, member);
			if (refusal !== undefined) {
				batch.push(refusal);
			} else if (isPostcan(member)) {
				place.line = 1;
				batch.push(toPostcan(reading, await member.readAll()));
				batchBytes += member.bytes;
			} else if (member.kind === "file") {
				if (batch.length > 0) yield batch;
				batch = [];
				yield* readMember(reading, member, layer);
			}
			if (batchBytes >= BATCH_BYTES || batch.length >= 1000) {
				yield batch;
				batch = [];
				batchBytes = 0;
			}
			place.member = "";
			place.line = 0;
		}
	} catch (error) {
		if (batch.length > 0) yield batch;
		throw error;
	}
	if (batch.length > 0) yield batch;
}

function isPostcan(member: TarMember): boolean {
	return member.kind === "file" && member.name.endsWith(".post");
}

function refuseMember(
	reading: Reading,
	member: TarMember,
): ArchiveItem | undefined {
	const unsafe = unsafeNameReason(member.name);
	if (unsafe !== undefined) {
		const message = `the member's name is not used: ${unsafe}`;
		return rejectAt(reading, 0, "member_name_unsafe", message);
	}
	if (member.kind === "other")
		return rejectAt(reading, 0, "archive_invalid", "a member is no plain file");
	const { maxRecordBytes } = reading.limits;
	if (isPostcan(member) && member.bytes > maxRecordBytes) {
		const message = `the record is longer than ${maxRecordBytes} bytes`;
		return rejectAt(reading, 1, "json_too_large", message);
	}
	return undefined;
}

/** Reads a member that is no postcan. What is wrong with it alone does not end the archive. */
async function* readMember(
	reading: Reading,
	member: TarMember,
	layer: number,
): AsyncGenerator<readonly ArchiveItem[]> {
	let archiveFailure: unknown;
	async function* content(): AsyncGenerator<Uint8Array> {
		try {
			for (;;) {
				const chunk = await member.next(Number.POSITIVE_INFINITY);
				if (chunk.length === 0) return;
				yield chunk;
			}
		} catch (error) {
			archiveFailure = error;
			throw error;
		}
	}
	try {
		yield* readLayer(reading, content(), layer);
	} catch (error) {
		if (!(error instanceof RasaiError) || error === archiveFailure) throw error;
		const { line } = reading.place;
		yield [rejectAt(reading, line, reasonOf(error), error.message)];
	}
}

function toPostcan(reading: Reading, bytes: Uint8Array): ArchiveItem {
	const { member } = reading.place;
	return toRecord(reading, 1, unwrapPostcan(bytes), uidOfName(member));
}

function toRecord(
	reading: Reading,
	line: number,
	inner: Unwrapped,
	nameUid: string | undefined,
): ArchiveItem {
	if ("reason" in inner)
		return rejectAt(reading, line, inner.reason, inner.message);
	const { bytes } = inner;
	if (asBuffer(bytes).indexOf(0) >= 0) {
		const message = "the record has NUL bytes";
		return rejectAt(reading, line, "nul_bytes", message);
	}
	const uidHint = inner.uidHint ?? nameUid;
	const { member } = reading.place;
	return { kind: "record", record: { bytes, member, line, uidHint } };
}

function rejectAt(
	reading: Reading,
	line: number,
	reason: RejectReason,
	message: string,
): ArchiveItem {
	const { file, place } = reading;
	return {
		kind: "reject",
		reject: { file: file.name, member: place.member, line, reason, message },
	};
}
