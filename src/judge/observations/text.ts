/**
 * Texts that are kept: whatever enters an observation is made well-formed
 * here, freed of control characters, cut, and scrubbed of addresses where it
 * may hold the visitor's own (P11). Bodies are bytes, not texts.
 */
import { isIP } from "node:net";
import type { ByteString } from "../../reference/index.ts";

const CONTROL = /\p{Cc}/gu;
const IPV4_LIKE = /\d{1,3}(?:\.\d{1,3}){3}/g;
/** Two colons or more; whether it is an address is asked of node:net. */
const IPV6_LIKE = /[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}/g;
/** What OONI writes in place of an address. */
const SCRUBBED = "[scrubbed]";

/** Whether a text is printable ASCII throughout: then it is the same in every encoding. */
export function isPlain(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x20 || code > 0x7e) return false;
	}
	return true;
}

/** A text of the record as well-formed Unicode. */
export function wellFormed(text: string): string {
	return Buffer.from(text, "utf8").toString("utf8");
}

/** The text that UTF-8 bytes stand for. */
export function textOfBytes(bytes: ByteString): string {
	return isPlain(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}

/** A text of the record as it may be kept: well-formed, without control characters, at most `max` code units. */
export function cleanText(text: string, max: number): string {
	if (isPlain(text)) return cutText(text, max);
	return cutText(wellFormed(text).replace(CONTROL, ""), max);
}

/** Like `cleanText`, with every run of white space folded to one blank and none at the ends. */
export function foldText(text: string, max: number): string {
	if (isFolded(text)) return cutText(text, max);
	const unfolded = isPlain(text) ? text : wellFormed(text);
	const folded = unfolded.replace(/\s+/g, " ").replace(CONTROL, "").trim();
	return cutText(folded, max);
}

/** Whether a text is printable ASCII with no blank beside another or at an end. */
function isFolded(text: string): boolean {
	let wasBlank = true;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x20 || code > 0x7e) return false;
		const isBlank = code === 0x20;
		if (isBlank && wasBlank) return false;
		wasBlank = isBlank;
	}
	return !wasBlank || text === "";
}

/** A text of at most `max` code units that does not end inside a surrogate pair. */
export function cutText(text: string, max: number): string {
	if (text.length <= max) return text;
	const last = text.charCodeAt(max - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** The text with every IP address replaced: for texts in which a visitor's address may stand. */
export function scrubAddresses(text: string): string {
	if (!text.includes(".") && !text.includes(":")) return text;
	return text
		.replace(IPV4_LIKE, (found) => (isIP(found) === 4 ? SCRUBBED : found))
		.replace(IPV6_LIKE, (found) => (isIP(found) === 6 ? SCRUBBED : found));
}

/** A URL whose query is scrubbed: block pages are often handed the visitor's address there. */
export function scrubQuery(url: string): string {
	const query = url.indexOf("?");
	return query === -1
		? url
		: url.slice(0, query) + scrubAddresses(url.slice(query));
}
