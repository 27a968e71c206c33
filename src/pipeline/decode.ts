/**
 * Bytes of one record to a JSON value. Most records are scanned: read in one
 * pass for what facts need of them. The others go through JSON.parse, which
 * gives the same facts.
 */
import { scanRecord } from "../judge/observations/index.ts";
import type { RejectReason } from "../model/index.ts";

export type Decoded =
	| {
			readonly value: unknown;
			/** It has only what facts need, and its bodies only until the next record is decoded. */
			readonly isScanned: boolean;
	  }
	| { readonly reject: Refusal };

export interface Refusal {
	readonly reason: RejectReason;
	readonly message: string;
}

/** Space, tab, line feed, carriage return. */
const WHITE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Reads one record, as a whole where that is asked for. Never throws. */
export function decodeRecord(bytes: Uint8Array, whole = false): Decoded {
	const buffer = withoutMark(
		Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
	);
	const scanned = whole ? undefined : scanRecord(buffer);
	if (scanned !== undefined) return { value: scanned, isScanned: true };
	try {
		return { value: JSON.parse(buffer.toString("utf8")), isScanned: false };
	} catch {
		return { reject: explain(buffer) };
	}
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
