/**
 * Text with JSON in it: finds out whether it has a value a line or is a
 * document, by its beginning first and its name second, and splits it so.
 */
import type { ByteReader } from "./byte-reader.ts";
import { type Found, type Place, refused } from "./found.ts";
import { splitValues } from "./json-values.ts";
import { asBuffer, splitLines, trimBlanks } from "./lines.ts";
import { isOneValue } from "./value-scanner.ts";

/** The beginning that is looked at. A first line longer than this is taken to be a line of its own. */
const HEAD_BYTES = 64 * 1024;
const NEWLINE = 10;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
/** A byte order mark, or a brace in two bytes. */
const UTF16_STARTS = new Set(["fffe", "feff", "7b00", "007b"]);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Batches of the values of a text, or one refusal of the whole of it (line 0) where it is not JSON. */
export async function* readText(
	reader: ByteReader,
	name: string,
	place: Place,
	maxBytes: number,
): AsyncGenerator<readonly Found[]> {
	if (BOM.equals(await reader.peek(BOM.length))) await reader.read(BOM.length);
	const head = asBuffer(await reader.peek(HEAD_BYTES));
	const shape = textShape(head, name);
	if (shape === "lines") yield* splitLines(reader, place, maxBytes);
	else if (shape === "values") yield* splitValues(reader, place, maxBytes);
	else yield [shape];
}

function textShape(head: Buffer, name: string): "lines" | "values" | Found {
	if (UTF16_STARTS.has(head.toString("hex", 0, 2)))
		return refused(0, "encoding_invalid", "the text is UTF-16, not UTF-8");
	const text = trimBlanks(head);
	if (text.length === 0) return "lines";
	if (text[0] === OPEN_ARRAY) return "values";
	if (/\.(jsonl|ndjson)$/i.test(name)) return "lines";
	if (text[0] !== OPEN_OBJECT)
		return refused(0, "format_unknown", `${guessFormat(text)} is not read`);
	const lineEnd = text.indexOf(NEWLINE);
	if (lineEnd < 0 || isOneValue(text.subarray(0, lineEnd))) return "lines";
	// The first line does not close what it opens. Either it is broken and other
	// records follow below it, or a value goes over several lines; but then the
	// next line begins with a key or an end, never with `{` in its first column.
	const next = text.subarray(lineEnd).find((byte) => !isLineEnd(byte));
	return next === OPEN_OBJECT ? "lines" : "values";
}

function isLineEnd(byte: number): boolean {
	return byte === NEWLINE || byte === 0x0d;
}

function guessFormat(text: Uint8Array): string {
	const start = asBuffer(text).toString("latin1", 0, 4);
	if (start.startsWith("---") || start.startsWith("#")) return "YAML";
	if (start.startsWith("<")) return "HTML or XML";
	return "what does not begin as JSON";
}
