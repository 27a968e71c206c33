/**
 * Tar as a stream of members: POSIX ustar and pax, GNU long names and large
 * sizes. Members are never written anywhere, so names matter only as names.
 * Own code rather than tar-stream: see docs/decisions/0203-tar-reader.md.
 */
import { RasaiError } from "../../../base/index.ts";
import type { ByteReader } from "./byte-reader.ts";

export const TAR_BLOCK_BYTES = 512;
/** A name or a pax header longer than this is an attack. */
const MAX_EXTENSION_BYTES = 64 * 1024;

export interface TarMember {
	readonly name: string;
	readonly kind: "file" | "folder" | "other";
	readonly bytes: number;
	/** Some next bytes of the content, at most `limit`; empty at its end. What is left unread is skipped. */
	next(limit: number): Promise<Uint8Array>;
	/** The whole content. */
	readAll(): Promise<Uint8Array>;
}

/**
 * The members of a tar, in order. Each must be used before the next is asked
 * for. Blocks of zeros, which end a tar, are passed over, so that joined
 * archives are read whole. Throws `archive_invalid` at a broken header or a
 * missing end: no later member can be found then.
 */
export async function* readTar(reader: ByteReader): AsyncGenerator<TarMember> {
	let extension: Extension = {};
	for (;;) {
		if ((await reader.peek(1)).length === 0) return;
		const block = await reader.readExactly(TAR_BLOCK_BYTES, () =>
			invalid("its last header is cut off"),
		);
		if (isZero(block)) continue;
		if (!isTarHeader(block)) throw invalid("a member's header is broken");
		const type = String.fromCharCode(block[156] as number);
		const size = numberField(block, 124, 12);
		if ("xgLK".includes(type)) {
			extension = await readExtension(reader, type, size, extension);
			continue;
		}
		const bytes = extension.size ?? size;
		const name = extension.name ?? headerName(block);
		extension = {};
		const content = limitTo(reader, bytes);
		yield {
			name,
			kind: memberKind(type, name),
			bytes,
			next: content.next,
			readAll: content.readAll,
		};
		await content.skipRest();
		await reader.read(padding(bytes));
	}
}

/** Whether a block is a tar header: its checksum fits, as unsigned or, in old archives, as signed bytes. */
export function isTarHeader(block: Uint8Array): boolean {
	if (block.length < TAR_BLOCK_BYTES) return false;
	let unsigned = 0;
	let signed = 0;
	for (let i = 0; i < TAR_BLOCK_BYTES; i++) {
		const byte = i >= 148 && i < 156 ? 0x20 : (block[i] as number);
		unsigned += byte;
		signed += byte > 127 ? byte - 256 : byte;
	}
	const text = fieldText(block, 148, 8).trim();
	if (!/^[0-7]+$/.test(text)) return false;
	const stated = Number.parseInt(text, 8);
	return stated === unsigned || stated === signed;
}

/** What a pax header or a GNU long name says of the member after it. */
interface Extension {
	readonly name?: string;
	readonly size?: number;
}

async function readExtension(
	reader: ByteReader,
	type: string,
	size: number,
	soFar: Extension,
): Promise<Extension> {
	if (size > MAX_EXTENSION_BYTES)
		throw invalid("a member's extended header is larger than 64 KiB");
	const content = limitTo(reader, size);
	const bytes = await content.readAll();
	await reader.read(padding(size));
	if (type === "L")
		return { ...soFar, name: fieldText(bytes, 0, bytes.length) };
	// Global pax headers and long link targets say nothing that is used here.
	if (type !== "x") return soFar;
	const { path, size: paxSize } = parsePax(bytes);
	return {
		...soFar,
		...(path === undefined ? {} : { name: path }),
		...(paxSize === undefined ? {} : { size: safeSize(Number(paxSize)) }),
	};
}

/** Records of `length key=value\n`, where the length counts the whole record in bytes. */
function parsePax(bytes: Uint8Array): Readonly<Record<string, string>> {
	const fields: Record<string, string> = {};
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	let at = 0;
	while (at < text.length) {
		const space = text.indexOf(0x20, at);
		const length = Number(text.toString("latin1", at, Math.max(at, space)));
		if (space < 0 || !Number.isInteger(length) || length <= space - at)
			throw invalid("a member's pax header is broken");
		const record = text.toString("utf8", space + 1, at + length - 1);
		const equals = record.indexOf("=");
		fields[record.slice(0, equals)] = record.slice(equals + 1);
		at += length;
	}
	return fields;
}

function limitTo(reader: ByteReader, bytes: number) {
	let left = bytes;
	const next = async (limit: number): Promise<Uint8Array> => {
		if (left === 0) return new Uint8Array(0);
		const part = await reader.next(Math.min(limit, left));
		if (part.length === 0) throw cutOff();
		left -= part.length;
		return part;
	};
	return {
		next,
		async readAll(): Promise<Uint8Array> {
			const part = await reader.readExactly(left, cutOff);
			left = 0;
			return part;
		},
		async skipRest(): Promise<void> {
			while (left > 0) await next(left);
		},
	};
}

function memberKind(type: string, name: string): TarMember["kind"] {
	if (type === "5") return "folder";
	if (type !== "0" && type !== "\0" && type !== "7") return "other";
	return name.endsWith("/") ? "folder" : "file";
}

function headerName(block: Uint8Array): string {
	const name = fieldText(block, 0, 100);
	// GNU's magic is "ustar  ": it has other things where POSIX has the prefix.
	const isPosix = fieldText(block, 257, 6) === "ustar";
	const prefix = isPosix ? fieldText(block, 345, 155) : "";
	return prefix === "" ? name : `${prefix}/${name}`;
}

/** An octal number, or a big-endian one where the first bit is set. */
function numberField(block: Uint8Array, at: number, length: number): number {
	const first = block[at] as number;
	if ((first & 0x80) !== 0) {
		let value = first & 0x7f;
		for (let i = 1; i < length; i++)
			value = value * 256 + (block[at + i] as number);
		return safeSize(value);
	}
	const text = fieldText(block, at, length).trim();
	return safeSize(text === "" ? 0 : Number.parseInt(text, 8));
}

function safeSize(value: number): number {
	if (!Number.isSafeInteger(value) || value < 0)
		throw invalid("a member's size is no size");
	return value;
}

/** A text field, which ends at a NUL or at its full length. */
function fieldText(bytes: Uint8Array, at: number, length: number): string {
	const field = Buffer.from(bytes.buffer, bytes.byteOffset + at, length);
	const end = field.indexOf(0);
	return field.toString("utf8", 0, end < 0 ? length : end);
}

function padding(bytes: number): number {
	return (TAR_BLOCK_BYTES - (bytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
}

function isZero(block: Uint8Array): boolean {
	return block.every((byte) => byte === 0);
}

function cutOff(): RasaiError {
	return invalid("it stops within a member");
}

function invalid(what: string): RasaiError {
	return new RasaiError("archive_invalid", `not a whole tar archive: ${what}`);
}
