/**
 * Bytes of one record to a JSON value, as fast as is safe. JSON's structure
 * is ASCII, so a record may be read byte by byte (`latin1`), twice as fast as
 * UTF-8; its texts are then byte strings, decoded only where they are kept.
 * Not where an escape names a character beyond ASCII: the text would hold a
 * character among bytes and could not be told apart. A record without a byte
 * beyond ASCII is the same text either way.
 */
import { isAscii } from "node:buffer";
import type { TextEncoding } from "../judge/observations/index.ts";
import type { RejectReason } from "../model/index.ts";

export type Decoded =
	| { readonly value: unknown; readonly encoding: TextEncoding }
	| { readonly reject: Refusal };

export interface Refusal {
	readonly reason: RejectReason;
	readonly message: string;
}

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const ZERO = 0x30;
const EIGHT = 0x38;
/** Space, tab, line feed, carriage return. */
const WHITE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Parses one record. `exact`: read it as UTF-8 whatever it holds. Never throws. */
export function decodeRecord(bytes: Uint8Array, exact = false): Decoded {
	const buffer = withoutMark(
		Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
	);
	const ascii = isAscii(buffer);
	const encoding: TextEncoding =
		exact || ascii || namesCharacters(buffer) ? "utf8" : "latin1";
	try {
		const text = buffer.toString(ascii ? "latin1" : encoding);
		return { value: JSON.parse(text), encoding };
	} catch {
		return { reject: explain(buffer) };
	}
}

/** Whether some `\u` escape names a character beyond ASCII. */
function namesCharacters(bytes: Uint8Array): boolean {
	const end = bytes.length - 1;
	for (let at = 0; at < end; at++) {
		if (bytes[at] !== BACKSLASH) continue;
		at++; // whatever follows is part of the escape: `\\u` is no `\u`
		if (bytes[at] !== LETTER_U) continue;
		if (
			bytes[at + 1] !== ZERO ||
			bytes[at + 2] !== ZERO ||
			(bytes[at + 3] ?? EIGHT) >= EIGHT
		)
			return true;
		at += 4;
	}
	return false;
}

function withoutMark(buffer: Buffer): Buffer {
	return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
		? buffer.subarray(3)
		: buffer;
}

/** Why a record is not JSON, without a word of its content: parsers' own messages quote it and differ between versions. */
function explain(buffer: Buffer): Refusal {
	if (
		(buffer[0] === 0xff && buffer[1] === 0xfe) ||
		(buffer[0] === 0xfe && buffer[1] === 0xff)
	)
		return { reason: "encoding_invalid", message: "the text is UTF-16" };
	if (buffer.includes(0))
		return { reason: "nul_bytes", message: "the record holds NUL bytes" };
	let last = buffer.length - 1;
	while (last >= 0 && WHITE.has(buffer[last] ?? 0)) last--;
	if (last < 0)
		return { reason: "json_invalid", message: "nothing but blanks" };
	const closes = buffer[last] === 0x7d || buffer[last] === 0x5d;
	return {
		reason: "json_invalid",
		message: closes
			? "not valid JSON"
			: "not valid JSON: it ends before the value does",
	};
}
