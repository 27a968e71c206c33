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

const OPENINGS = ["<title", "<TITLE", "<Title"];

/** What stands between the first `<title>` and its end, as bytes; empty where there is none. */
export function findTitle(body: Buffer): ByteString {
	const head = body.subarray(0, SEARCHED_BYTES);
	for (const opening of OPENINGS) {
		let start = head.indexOf(opening);
		while (start !== -1) {
			const after = head[start + opening.length] ?? 0;
			// `>` or white space: `<titlebar>` is another tag.
			if (
				after === 0x3e ||
				after === 0x20 ||
				(after >= 0x09 && after <= 0x0d)
			) {
				const open = head.indexOf(">", start + opening.length);
				if (open !== -1 && open - start <= MAX_TAG_BYTES)
					return untilClose(body, open + 1);
			}
			start = head.indexOf(opening, start + opening.length);
		}
	}
	return "";
}

function untilClose(body: Buffer, from: number): ByteString {
	const rest = body.toString("latin1", from, from + MAX_TITLE_BYTES);
	let end = rest.indexOf("</");
	while (end !== -1) {
		if (rest.slice(end + 2, end + 7).toLowerCase() === "title")
			return rest.slice(0, end);
		end = rest.indexOf("</", end + 2);
	}
	return "";
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
