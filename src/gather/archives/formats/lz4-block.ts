/** The LZ4 block format: sequences of literals and of copies of what was decompressed before. */
import { RasaiError } from "../../../base/index.ts";

const MIN_MATCH = 4;
/** Below this, a loop over bytes is faster than a call. */
const SHORT_COPY = 24;

/**
 * Decompresses one block into `target` from `start` on, where what precedes
 * `start` is the window that copies may reach into. Gives where the output
 * ends. Throws `compression_invalid` at anything that does not fit.
 */
export function decodeBlock(
	source: Uint8Array,
	target: Uint8Array,
	start: number,
): number {
	let from = 0;
	let to = start;
	while (from < source.length) {
		const token = source[from++] as number;
		let literals = token >>> 4;
		if (literals === 15) {
			let more = 255;
			while (more === 255) {
				more = source[from++] ?? fail("a length is cut off");
				literals += more;
			}
		}
		if (from + literals > source.length) fail("literals are cut off");
		if (to + literals > target.length) fail("a block is larger than allowed");
		if (literals > SHORT_COPY)
			target.set(source.subarray(from, from + literals), to);
		else
			for (let i = 0; i < literals; i++)
				target[to + i] = source[from + i] as number;
		from += literals;
		to += literals;
		if (from === source.length) return to;

		const distance =
			(source[from] as number) |
			((source[from + 1] ?? fail("a distance is cut off")) << 8);
		from += 2;
		if (distance === 0 || distance > to)
			fail("a copy reaches before the start");
		let length = token & 15;
		if (length === 15) {
			let more = 255;
			while (more === 255) {
				more = source[from++] ?? fail("a length is cut off");
				length += more;
			}
		}
		length += MIN_MATCH;
		if (to + length > target.length) fail("a block is larger than allowed");
		// A copy may overlap its own output, and then repeats it: byte by byte.
		if (length > SHORT_COPY && distance >= length)
			target.copyWithin(to, to - distance, to - distance + length);
		else
			for (let i = 0; i < length; i++)
				target[to + i] = target[to - distance + i] as number;
		to += length;
	}
	return fail("a block ends within a sequence");
}

function fail(what: string): never {
	throw new RasaiError(
		"compression_invalid",
		`the LZ4 data are damaged: ${what}`,
	);
}
