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
 * shorter than 7 bytes are few and are looked for one by one. The words are
 * looked up by a program, literal-search.as.
 */
import { programMemory, startProgram } from "../base/index.ts";
import { PROGRAM } from "./literal-search-program.ts";
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

// The program's memory, in bytes.
const FILTER = 1024;
const BUCKETS = 65_536;
const FOUND = 131_072;
const TEXT = 262_144;
/** A multiple of a word, so that no word lies across two parts of a text. */
const TEXT_BYTES = 262_144;
const ENTRIES = 589_824;
const ENTRY_BYTES = 16;

interface Program {
	search(from: number, end: number): number;
	count(): number;
}

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
	const entries = chooseEntries(patterns).sort(
		(a, b) => bucketOf(a) - bucketOf(b),
	);
	const memory = programMemory(ENTRIES + entries.length * ENTRY_BYTES);
	const program = memory && startProgram(PROGRAM, memory);
	if (memory === undefined || program === undefined)
		return searchOneByOne(literals);
	fillMemory(memory.buffer, entries);
	return searchByWords(literals, entries, program as Program, memory.buffer);
}

/** The plain way. */
function searchOneByOne(literals: readonly Buffer[]): LiteralSearch {
	return {
		search(text, found) {
			for (const [pattern, literal] of literals.entries())
				if (text.includes(literal)) found(pattern);
		},
	};
}

function searchByWords(
	literals: readonly Buffer[],
	entries: readonly Entry[],
	program: Program,
	memory: ArrayBuffer,
): LiteralSearch {
	const short = literals.flatMap((literal, pattern) =>
		literal.length < WINDOW ? [{ literal, pattern }] : [],
	);
	const bytes = new Uint8Array(memory);
	const hits = new Uint32Array(memory, FOUND);
	/** Number of the search in which a pattern was last found, so that it is reported and compared once. */
	const foundIn = new Uint32Array(literals.length);
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
			if (entries.length === 0) return;
			for (let start = 0; start < text.length; start += TEXT_BYTES)
				searchPart(text, start, found);
		},
	};

	function searchPart(
		text: Buffer,
		start: number,
		found: (pattern: number) => void,
	): void {
		const size = Math.min(TEXT_BYTES, text.length - start);
		bytes.set(
			size === text.length ? text : text.subarray(start, start + size),
			TEXT,
		);
		const end = TEXT + size - (size % WORD);
		for (let at = TEXT; at < end; ) {
			at = program.search(at, end);
			for (let hit = 2 * program.count() - 2; hit >= 0; hit -= 2) {
				const { pattern, offset } = entries[hits[hit + 1] as number] as Entry;
				if (foundIn[pattern] === searchNumber) continue;
				const begin = start + (hits[hit] as number) - TEXT - offset;
				if (!standsAt(text, literals[pattern] as Buffer, begin)) continue;
				foundIn[pattern] = searchNumber;
				found(pattern);
			}
		}
	}
}

function standsAt(text: Buffer, literal: Buffer, begin: number): boolean {
	if (begin < 0 || begin + literal.length > text.length) return false;
	for (let at = 0; at < literal.length; at++)
		if (text[begin + at] !== literal[at]) return false;
	return true;
}

function hashOf(word: number, bits: number): number {
	return Math.imul(word, MULTIPLIER) >>> (32 - bits);
}

function bucketOf(entry: Entry): number {
	return hashOf(entry.word, BUCKET_BITS);
}

/** Lays down what the program looks words up in. Entries are those of bucket after bucket, `BUCKETS` says where each begins. */
function fillMemory(memory: ArrayBuffer, entries: readonly Entry[]): void {
	const filter = new Uint8Array(memory, FILTER, 2 ** (FILTER_BITS - 3));
	const heads = new Uint32Array(memory, BUCKETS, 2 ** BUCKET_BITS + 1);
	const places = new Int32Array(memory, ENTRIES);
	for (const [index, entry] of entries.entries()) {
		const { word, side, neighbour } = entry;
		const bit = hashOf(word, FILTER_BITS);
		filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
		places.set([word, side * WORD, neighbour], index * (ENTRY_BYTES / WORD));
		const next = bucketOf(entry) + 1;
		heads[next] = (heads[next] as number) + 1;
	}
	for (let bucket = 1; bucket < heads.length; bucket++)
		heads[bucket] = (heads[bucket] as number) + (heads[bucket - 1] as number);
}

/** The four words of the window of each pattern that other texts are least likely to share. */
function chooseEntries(patterns: readonly ByteString[]): Entry[] {
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

/** The word that starts at each position, as programs read it from memory. */
function wordsOf(text: ByteString): readonly number[] {
	const bytes = Buffer.from(text, "latin1");
	return Array.from({ length: Math.max(0, bytes.length - WORD + 1) }, (_, at) =>
		bytes.readInt32LE(at),
	);
}
