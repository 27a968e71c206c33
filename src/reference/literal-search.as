/**
 * The inner loop of literal-search.ts, in AssemblyScript, compiled by
 * `node scripts/programs.mjs`: which words of a text are words of patterns.
 * Memory: the filter, the buckets, what was found, the text, then the words
 * of patterns. literal-search.ts knows the same places.
 */

const FILTER: usize = 1024;
const BUCKETS: usize = 65536;
const FOUND: usize = 131072;
const FOUND_END: usize = FOUND + 32768;
const TEXT: usize = 262144;
const ENTRIES: usize = 524288 + 65536;

const MULTIPLIER: i32 = 0x9e3779b1;
const FILTER_SHIFT: u32 = 14;
const BUCKET_SHIFT: u32 = 19;

let found: usize = FOUND;

/**
 * Looks at the words from the one at `from`, an address, to `end`. Writes the
 * address of each that is a word of a pattern, with the number of its entry;
 * gives the address at which it stopped, before the end where there is no more
 * room to write.
 */
export function search(from: usize, end: usize): usize {
	found = FOUND;
	let at = from;
	for (; at + 16 <= end; at += 16) {
		const hash = i32x4.shr_u(
			i32x4.mul(v128.load(at), i32x4.splat(MULTIPLIER)),
			FILTER_SHIFT,
		);
		let passed =
			bit(i32x4.extract_lane(hash, 0)) |
			(bit(i32x4.extract_lane(hash, 1)) << 1) |
			(bit(i32x4.extract_lane(hash, 2)) << 2) |
			(bit(i32x4.extract_lane(hash, 3)) << 3);
		while (passed != 0) {
			const word = at + (<usize>ctz(passed) << 2);
			if (!look(word, end)) return word;
			passed &= passed - 1;
		}
	}
	for (; at + 4 <= end; at += 4) if (!look(at, end)) return at;
	return end;
}

/** How many were written. */
export function count(): i32 {
	return <i32>((found - FOUND) >> 3);
}

/** The filter's bit for a hash. */
@inline function bit(hash: u32): u32 {
	return (<u32>load<u8>(FILTER + (hash >> 3)) >> (hash & 7)) & 1;
}

/** Finds the entries of one word, which another word must stand beside; false where there was no room for all. */
function look(at: usize, end: usize): bool {
	const word = load<i32>(at);
	const bucket = BUCKETS + (<usize>((word * MULTIPLIER) >>> BUCKET_SHIFT) << 2);
	let entry = load<u32>(bucket);
	const last = load<u32>(bucket + 4);
	const before = found;
	for (; entry < last; entry++) {
		const place = ENTRIES + (<usize>entry << 4);
		if (load<i32>(place) != word) continue;
		const beside = at + load<i32>(place, 4);
		if (
			beside >= TEXT &&
			beside + 4 <= end &&
			load<i32>(beside) != load<i32>(place, 8)
		)
			continue;
		if (found == FOUND_END) {
			found = before;
			return false;
		}
		store<usize>(found, at);
		store<u32>(found, entry, 4);
		found += 8;
	}
	return true;
}
