/** The title of a page, found in its bytes without reading all of them. */
import type { ByteString } from "../../reference/index.ts";
import { foldText, textOfBytes } from "./text.ts";

/** Titles stand in the head; a page that has not come to it after this many bytes has none. */
const SEARCHED_BYTES = 64 * 1024;
/** Longest tag and longest title looked through for their end. */
const MAX_TAG_BYTES = 512;
const MAX_TITLE_BYTES = 4096;
/** Longest title kept, in code units. */
export const MAX_TITLE = 512;
/** Where HTML wants its own encoding stated (HTML Standard 4.2.5). */
const META_BYTES = 1024;

const OPENINGS = ["<title", "<TITLE", "<Title"].map((tag) => Buffer.from(tag));
const OPENING_BYTES = 6;
const CLOSING = Buffer.from("</title");
const LESS = 0x3c;
const MORE = 0x3e;

/** What stands between the first `<title>` and its end, as bytes; empty where there is none. */
export function findTitle(body: Buffer): ByteString {
	const head =
		body.length > SEARCHED_BYTES ? body.subarray(0, SEARCHED_BYTES) : body;
	for (const opening of OPENINGS) {
		let start = head.indexOf(opening);
		while (start !== -1) {
			const after = start + OPENING_BYTES;
			const open = endsName(head[after]) ? tagEnd(head, start) : -1;
			if (open !== -1) return untilClose(body, open + 1);
			start = head.indexOf(opening, after);
		}
	}
	return "";
}

/** `>` or white space: `<titlebar>` is another tag. */
function endsName(byte = 0): boolean {
	return byte === MORE || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Where the tag that begins at `start` ends; -1 where it is too long. */
function tagEnd(head: Buffer, start: number): number {
	const end = Math.min(head.length, start + MAX_TAG_BYTES + 1);
	for (let at = start + OPENING_BYTES; at < end; at++)
		if (head[at] === MORE) return at;
	return -1;
}

function untilClose(body: Buffer, from: number): ByteString {
	const end = Math.min(body.length, from + MAX_TITLE_BYTES) - CLOSING.length;
	for (let at = from; at <= end; at++)
		if (body[at] === LESS && isClosing(body, at))
			return body.toString("latin1", from, at);
	return "";
}

/** Letters in any case: bit 5 tells them apart. */
function isClosing(body: Buffer, at: number): boolean {
	for (let index = 1; index < CLOSING.length; index++) {
		const byte = body[at + index] as number;
		if ((index === 1 ? byte : byte | 0x20) !== CLOSING[index]) return false;
	}
	return true;
}

/**
 * A title's bytes as text, white space folded. Bodies that were UTF-8 say so
 * by their form in the record; the others are in the encoding they state, and
 * in Windows-1252 where they state none, as browsers take it.
 */
export function decodeTitle(
	title: ByteString,
	isUtf8: boolean,
	body: Buffer,
	contentType: ByteString,
): string | undefined {
	if (title === "") return undefined;
	const text = isUtf8
		? foldText(textOfBytes(title), MAX_TITLE)
		: foldText(decodeStated(title, body, contentType), MAX_TITLE);
	return text === "" ? undefined : text;
}

function decodeStated(
	title: ByteString,
	body: Buffer,
	contentType: ByteString,
): string {
	const bytes = Buffer.from(title, "latin1");
	const utf8 = decodeAs("utf-8", bytes);
	if (utf8 !== undefined) return utf8;
	const label =
		charsetOf(contentType) ?? charsetOf(body.toString("latin1", 0, META_BYTES));
	return (
		(label === undefined ? undefined : decodeAs(label, bytes)) ??
		decodeAs("windows-1252", bytes) ??
		title
	);
}

function charsetOf(text: ByteString): string | undefined {
	return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(text)?.[1];
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(label, { fatal: true }).decode(bytes);
	} catch {
		// An encoding that does not exist, or bytes that are not in it.
		return undefined;
	}
}
