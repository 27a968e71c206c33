/** JSON that is not one value a line: pretty-printed documents, and arrays of records. */
import type { ByteReader } from "./byte-reader.ts";
import {
	type Found,
	found,
	Pieces,
	type Place,
	refused,
	tooLarge,
} from "./found.ts";
import { asBuffer, isBlank } from "./lines.ts";
import { ValueScanner } from "./value-scanner.ts";

const NEWLINE = 10;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * The values of a text, one after the other, whatever white space they hold;
 * of an array its elements. Each comes with the line it begins on. A value
 * over `maxBytes` is refused and reading goes on after it; one without an end
 * is refused where it begins.
 */
export async function* splitValues(
	reader: ByteReader,
	place: Place,
	maxBytes: number,
): AsyncGenerator<readonly Found[]> {
	const pieces = new Pieces(maxBytes);
	let scanner: ValueScanner | undefined;
	let startLine = 1;
	let arrayLine = 0;
	place.line = 1;
	for (;;) {
		const chunk = asBuffer(await reader.next(Number.POSITIVE_INFINITY));
		if (chunk.length === 0) break;
		const batch: Found[] = [];
		let at = 0;
		while (at < chunk.length) {
			if (scanner === undefined) {
				const byte = chunk[at] as number;
				if (isBlank(byte) || byte === COMMA) {
					if (byte === NEWLINE) place.line++;
					at++;
					continue;
				}
				if (byte === OPEN_ARRAY && arrayLine === 0) {
					arrayLine = place.line;
					at++;
					continue;
				}
				if (byte === CLOSE_ARRAY && arrayLine > 0) {
					arrayLine = 0;
					at++;
					continue;
				}
				scanner = new ValueScanner();
				startLine = place.line;
			}
			const end = scanner.scan(chunk, at);
			const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
			pieces.add(piece);
			place.line += countNewlines(piece);
			at += piece.length;
			if (end >= 0) {
				pushValue(batch, pieces, startLine, maxBytes);
				scanner = undefined;
			}
		}
		if (batch.length > 0) yield batch;
	}
	const last: Found[] = [];
	if (scanner?.inScalar) pushValue(last, pieces, startLine, maxBytes);
	else if (scanner !== undefined)
		last.push(refused(startLine, "json_invalid", "the value does not end"));
	else if (arrayLine > 0)
		last.push(refused(arrayLine, "json_invalid", "the array does not end"));
	if (last.length > 0) yield last;
}

function pushValue(
	batch: Found[],
	pieces: Pieces,
	line: number,
	maxBytes: number,
): void {
	const bytes = pieces.take();
	batch.push(
		bytes === undefined ? tooLarge(line, maxBytes) : found(bytes, line),
	);
}

function countNewlines(bytes: Buffer): number {
	let count = 0;
	for (
		let at = bytes.indexOf(NEWLINE);
		at >= 0;
		at = bytes.indexOf(NEWLINE, at + 1)
	)
		count++;
	return count;
}
