/** JSON Lines: one value a line. The hot path of every import. */
import type { ByteReader } from "./byte-reader.ts";
import { type Found, found, Pieces, type Place, tooLarge } from "./found.ts";

const NEWLINE = 10;

/**
 * The lines of a text that are not blank, without their ends, in batches as
 * the chunks come. A line over `maxBytes` is refused and reading goes on at
 * the next. Bytes are views of the chunks wherever a line lies in one chunk.
 */
export async function* splitLines(
	reader: ByteReader,
	place: Place,
	maxBytes: number,
): AsyncGenerator<readonly Found[]> {
	const pieces = new Pieces(maxBytes);
	place.line = 1;
	for (;;) {
		const chunk = asBuffer(await reader.next(Number.POSITIVE_INFINITY));
		if (chunk.length === 0) break;
		const batch: Found[] = [];
		let from = 0;
		for (;;) {
			const end = chunk.indexOf(NEWLINE, from);
			if (end < 0) break;
			if (pieces.isEmpty && end - from <= maxBytes) {
				pushLine(batch, chunk.subarray(from, end), place.line);
			} else {
				pieces.add(chunk.subarray(from, end));
				finishLine(batch, pieces, place.line, maxBytes);
			}
			place.line++;
			from = end + 1;
		}
		pieces.add(chunk.subarray(from));
		if (batch.length > 0) yield batch;
	}
	const last: Found[] = [];
	finishLine(last, pieces, place.line, maxBytes);
	if (last.length > 0) yield last;
}

/** Without blanks and line ends before and after. */
export function trimBlanks(bytes: Uint8Array): Uint8Array {
	let from = 0;
	let to = bytes.length;
	while (from < to && isBlank(bytes[from])) from++;
	while (to > from && isBlank(bytes[to - 1])) to--;
	return from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to);
}

/** White space as JSON has it. */
export function isBlank(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.isBuffer(bytes)
		? bytes
		: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function finishLine(
	batch: Found[],
	pieces: Pieces,
	line: number,
	maxBytes: number,
): void {
	const bytes = pieces.take();
	if (bytes === undefined) batch.push(tooLarge(line, maxBytes));
	else pushLine(batch, bytes, line);
}

function pushLine(batch: Found[], bytes: Uint8Array, line: number): void {
	const trimmed = trimBlanks(bytes);
	if (trimmed.length > 0) batch.push(found(trimmed, line));
}
