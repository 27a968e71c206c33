/**
 * Finds which of many literal patterns occur in a text, in one pass: the
 * hottest code of an import.
 *
 * The text is read as aligned 4-byte words. A pattern of at least 7 bytes,
 * wherever it stands, contains at least one aligned word whole, and it is one
 * of the four words that start in any 7-byte window of it. So four words a
 * pattern go into a hash table, three of four text positions are never looked
 * at, and, unlike with shift tables, no step waits for the one before. The
 * window of a pattern is chosen where its words are rarest, since what most
 * patterns share (`<title>`, `http://`) is what most pages contain. Patterns
 * shorter than 7 bytes are few and are looked for one by one.
 */
import { ORDINARY_PAGE } from "./ordinary-page.ts";
import type { ByteString } from "./types.ts";

export interface LiteralSearch {
	/** Calls `found` once for each pattern in `text`, with its index, in no stated order. `found` itself must not search. */
	search(text: Buffer, found: (pattern: number) => void): void;
}

const WORD = 4;
const WINDOW = 2 * WORD - 1;
/** With 5,000 words, 2% of other words pass; 32 kB, which the nearest cache holds. */
const FILTER_BITS = 18;
const BUCKET_BITS = 13;
/** Knuth's multiplicative hash: the high bits of word times 2^32 over the golden ratio. */
const MULTIPLIER = 0x9e3779b1 | 0;

interface Entry {
	readonly word: number;
	readonly pattern: number;
	/** From the start of the pattern to the word. */
	readonly offset: number;
	/** The word after it (`side` 1) or before it (-1) in the pattern; 0 where the pattern has neither whole. */
	readonly side: number;
	readonly neighbour: number;
}

/** Prepares the search for `patterns`, byte strings without repeats, none empty. */
export function createLiteralSearch(
	patterns: readonly ByteString[],
): LiteralSearch {
	const literals = patterns.map((text) => Buffer.from(text, "latin1"));
	const short = literals.flatMap((literal, pattern) =>
		literal.length < WINDOW ? [{ literal, pattern }] : [],
	);
	const entries = chooseEntries(patterns);
	const filter = new Int32Array(2 ** (FILTER_BITS - 5));
	for (const { word } of entries) {
		const bit = Math.imul(word, MULTIPLIER) >>> (32 - FILTER_BITS);
		filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
	}
	const table = buildTable(entries);
	/** Number of the search in which a pattern was last found, so that it is reported and compared once. */
	const foundIn = new Uint32Array(patterns.length);
	let searchNumber = 0;

	return {
		search(text, found) {
			searchNumber = (searchNumber + 1) >>> 0;
			if (searchNumber === 0) {
				foundIn.fill(0);
				searchNumber = 1;
			}
			for (const { literal, pattern } of short)
				if (text.includes(literal)) found(pattern);
			if (entries.length === 0 || text.length < WORD) return;
			const words = wordsIn(text);
			let index = nextCandidate(filter, words, 0);
			while (index < words.length) {
				checkWord(index, words, text, found);
				index = nextCandidate(filter, words, index + 1);
			}
		},
	};

	/** Compares the patterns that have the word at `index`. */
	function checkWord(
		index: number,
		words: Int32Array,
		text: Buffer,
		found: (pattern: number) => void,
	): void {
		const word = words[index] as number;
		const bucket = Math.imul(word, MULTIPLIER) >>> (32 - BUCKET_BITS);
		const end = table.heads[bucket + 1] as number;
		for (let entry = table.heads[bucket] as number; entry < end; entry++) {
			if (table.words[entry] !== word) continue;
			const beside = index + (table.sides[entry] as number);
			if (
				beside >= 0 &&
				beside < words.length &&
				words[beside] !== table.neighbours[entry]
			)
				continue;
			const pattern = table.patterns[entry] as number;
			if (foundIn[pattern] === searchNumber) continue;
			const begin = index * WORD - (table.offsets[entry] as number);
			if (!standsAt(text, literals[pattern] as Buffer, begin)) continue;
			foundIn[pattern] = searchNumber;
			found(pattern);
		}
	}
}

/** The whole words of a text as the machine reads them from memory: a view, or of a copy where the text stands askew. */
function wordsIn(text: Buffer): Int32Array {
	const { buffer, byteOffset, length } =
		text.byteOffset % WORD === 0 ? text : Uint8Array.from(text);
	return new Int32Array(buffer, byteOffset, length >>> 2);
}

function standsAt(text: Buffer, literal: Buffer, begin: number): boolean {
	if (begin < 0 || begin + literal.length > text.length) return false;
	for (let at = 0; at < literal.length; at++)
		if (text[begin + at] !== literal[at]) return false;
	return true;
}

/**
 * Index of the first word at or after `from` that passes the filter, or the
 * count of words. Four words are looked at together: the loop runs about
 * twice as fast than one by one.
 */
function nextCandidate(
	filter: Int32Array,
	words: Int32Array,
	from: number,
): number {
	const wordCount = words.length;
	let index = from;
	for (; index + 4 <= wordCount; index += 4)
		if (
			(bitOf(filter, words[index] as number) |
				bitOf(filter, words[index + 1] as number) |
				bitOf(filter, words[index + 2] as number) |
				bitOf(filter, words[index + 3] as number)) &
			1
		)
			break;
	while (index < wordCount && !(bitOf(filter, words[index] as number) & 1))
		index++;
	return index;
}

/** The filter's bit for a word, with others above it. */
function bitOf(filter: Int32Array, word: number): number {
	const bit = Math.imul(word, MULTIPLIER) >>> (32 - FILTER_BITS);
	return (filter[bit >>> 5] as number) >>> (bit & 31);
}

/** Entries in arrays, those of bucket `b` from `heads[b]` to before `heads[b + 1]`. */
function buildTable(entries: readonly Entry[]) {
	const bucketOf = (entry: Entry): number =>
		Math.imul(entry.word, MULTIPLIER) >>> (32 - BUCKET_BITS);
	const sorted = [...entries].sort((a, b) => bucketOf(a) - bucketOf(b));
	const heads = new Uint32Array(2 ** BUCKET_BITS + 1);
	for (const entry of sorted) {
		const next = bucketOf(entry) + 1;
		heads[next] = (heads[next] ?? 0) + 1;
	}
	for (let bucket = 1; bucket < heads.length; bucket++)
		heads[bucket] = (heads[bucket] ?? 0) + (heads[bucket - 1] ?? 0);
	return {
		heads,
		words: Int32Array.from(sorted, (entry) => entry.word),
		patterns: Uint32Array.from(sorted, (entry) => entry.pattern),
		offsets: Uint32Array.from(sorted, (entry) => entry.offset),
		sides: Int8Array.from(sorted, (entry) => entry.side),
		neighbours: Int32Array.from(sorted, (entry) => entry.neighbour),
	};
}

/** The four words of the window of each pattern that other texts are least likely to share. */
function chooseEntries(patterns: readonly ByteString[]): readonly Entry[] {
	const chance = wordChance(patterns);
	return patterns.flatMap((text, pattern) => {
		if (text.length < WINDOW) return [];
		const own = wordsOf(text);
		const chances = own.map((_, at) => chance(text.slice(at, at + WORD)));
		let best = 0;
		let bestChance = Number.POSITIVE_INFINITY;
		for (let start = 0; start + WORD <= own.length; start++) {
			const sum = chances
				.slice(start, start + WORD)
				.reduce((total, one) => total + one, 0);
			if (sum < bestChance) {
				best = start;
				bestChance = sum;
			}
		}
		return own.slice(best, best + WORD).map((word, index) => {
			const offset = best + index;
			const side =
				own[offset + WORD] !== undefined
					? 1
					: own[offset - WORD] !== undefined
						? -1
						: 0;
			const neighbour = own[offset + side * WORD] ?? word;
			return { word, pattern, offset, side, neighbour };
		});
	});
}

/**
 * How likely a word is in a page: its own share of an ordinary page and of
 * the patterns, or, where that is more, the chance that a chain of byte pairs
 * counted there gives it. A byte not seen after another counts as seen half a
 * time.
 */
function wordChance(patterns: readonly ByteString[]): (word: string) => number {
	const counts = new Map<string, number>();
	const pairs = new Float64Array(256 * 256);
	const firsts = new Float64Array(256);
	for (const text of [...patterns, ORDINARY_PAGE])
		for (let at = 0; at + 1 < text.length; at++) {
			const word = text.slice(at, at + WORD);
			counts.set(word, (counts.get(word) ?? 0) + 1);
			const first = text.charCodeAt(at) & 0xff;
			const pair = first * 256 + (text.charCodeAt(at + 1) & 0xff);
			pairs[pair] = (pairs[pair] ?? 0) + 1;
			firsts[first] = (firsts[first] ?? 0) + 1;
		}
	const total = firsts.reduce((sum, count) => sum + count, 0);
	return (word) => {
		let chance = ((firsts[word.charCodeAt(0)] ?? 0) + 0.5) / (total + 128);
		for (let at = 0; at + 1 < word.length; at++) {
			const first = word.charCodeAt(at);
			const pair = first * 256 + word.charCodeAt(at + 1);
			chance *= ((pairs[pair] ?? 0) + 0.5) / ((firsts[first] ?? 0) + 128);
		}
		return Math.max(chance, (counts.get(word) ?? 0) / total);
	};
}

/** The word that starts at each position, as the machine reads it from memory. */
function wordsOf(text: ByteString): readonly number[] {
	const bytes = Buffer.from(text, "latin1");
	const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
	return Array.from(
		{ length: Math.max(0, bytes.length - WORD + 1) },
		(_, at) => (littleEndian ? bytes.readInt32LE(at) : bytes.readInt32BE(at)),
	);
}
