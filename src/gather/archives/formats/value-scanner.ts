/**
 * Finds where a JSON value ends without parsing it: only strings and brackets
 * matter. It does not judge whether the value is right; who parses it will.
 */
import { asBuffer, isBlank } from "./lines.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** One value's scan, which may go over several chunks. */
export class ValueScanner {
	#depth = 0;
	#inString = false;
	#escaped = false;
	#inScalar = false;

	/** True where the value so far is a number or a word, which needs no closing character. */
	get inScalar(): boolean {
		return this.#inScalar;
	}

	/** Where the value ends in `bytes`, which begin or go on with it at `from`; -1 where it goes on after them. */
	scan(bytes: Uint8Array, from: number): number {
		for (let i = from; i < bytes.length; i++) {
			const byte = bytes[i] as number;
			if (this.#inString) {
				if (this.#escaped) this.#escaped = false;
				else if (byte === BACKSLASH) this.#escaped = true;
				else if (byte === QUOTE) {
					this.#inString = false;
					if (this.#depth === 0) return i + 1;
				}
			} else if (this.#inScalar) {
				if (isBlank(byte) || isDelimiter(byte)) return i;
			} else if (byte === QUOTE) {
				this.#inString = true;
			} else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
				this.#depth++;
			} else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
				this.#depth--;
				if (this.#depth <= 0) return i + 1;
			} else if (this.#depth === 0) {
				this.#inScalar = true;
			}
		}
		return -1;
	}
}

/** Whether the text, blanks aside, is one closed value and nothing more. */
export function isOneValue(text: Uint8Array): boolean {
	const end = new ValueScanner().scan(text, 0);
	return end >= 0 && skipBlanks(text, end) === text.length;
}

/**
 * The raw bytes of an object's members by key; the last wins where a key
 * comes twice, as in JSON.parse. Undefined where the text is not one object.
 */
export function objectMembers(
	text: Uint8Array,
): ReadonlyMap<string, Uint8Array> | undefined {
	const members = new Map<string, Uint8Array>();
	let at = skipBlanks(text, 0);
	if (text[at] !== OPEN_OBJECT) return undefined;
	at = skipBlanks(text, at + 1);
	while (text[at] !== CLOSE_OBJECT) {
		const keyEnd = new ValueScanner().scan(text, at);
		if (text[at] !== QUOTE || keyEnd < 0) return undefined;
		const key = parseKey(text.subarray(at, keyEnd));
		at = skipBlanks(text, keyEnd);
		if (key === undefined || text[at] !== COLON) return undefined;
		at = skipBlanks(text, at + 1);
		const valueEnd = new ValueScanner().scan(text, at);
		if (valueEnd <= at) return undefined;
		members.set(key, text.subarray(at, valueEnd));
		at = skipBlanks(text, valueEnd);
		if (text[at] === COMMA) at = skipBlanks(text, at + 1);
		else if (text[at] !== CLOSE_OBJECT) return undefined;
	}
	return skipBlanks(text, at + 1) === text.length ? members : undefined;
}

function parseKey(text: Uint8Array): string | undefined {
	try {
		return String(JSON.parse(asBuffer(text).toString("utf8")));
	} catch {
		return undefined;
	}
}

function skipBlanks(text: Uint8Array, from: number): number {
	let at = from;
	while (isBlank(text[at])) at++;
	return at;
}

function isDelimiter(byte: number): boolean {
	return byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
}
