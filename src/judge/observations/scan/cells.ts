/**
 * The scanning program (scan.as), and its cells read back as values. A cell
 * is four words; where a record's text is kept twice in the same words, it is
 * one string here, made once: most of what a record says, others have said.
 */
import { type ProgramMemory, startProgram } from "../../../base/index.ts";
import type { Row } from "../fields.ts";
import { PROGRAM } from "./scan-program.ts";

// Memory, in bytes, as scan.as lays it out.
export const SHAPES = 1024;
export const SHAPES_END = 65_536;
const POWERS = SHAPES_END;
const POWERS_END = POWERS + 1024;
const TAPE = 16 * 1024 * 1024;
const RECORD = 22 * 1024 * 1024;
const MAX_IDS = 24_000;
/** Longer records are read by JSON.parse: the largest honest ones have some megabytes. */
const MAX_RECORD_BYTES = 8 * 1024 * 1024;

const KIND = 0xff;
const STRING = 6;
const ESCAPED = 0x100;
const BEYOND_ASCII = 0x200;
export const CELL_WORDS = 4;

interface Program {
	readonly memory: ProgramMemory;
	scan(length: number, shape: number): number;
	isFull(): number;
	forget(): void;
}

/** Makes an object out of the cells of its frame. */
export type Build = (frame: number) => Row;

/** Undefined where this Node runs no programs. */
const program = startProgram(PROGRAM) as Program | undefined;
const buffer = program?.memory.buffer ?? new ArrayBuffer(POWERS_END);
const memory = Buffer.from(buffer);
export const words = new Int32Array(buffer);
const doubles = new Float64Array(buffer);
/** Texts by the number under which the program remembers them. */
const remembered = new Array<string | undefined>(MAX_IDS);
/** Builders of objects, by the number of their shape. */
export const builders: Build[] = [];

for (let power = 0; power <= 22; power++)
	doubles[POWERS / 8 + power] = Number(`1e${power}`);

/** Reads a record; gives the place of its cell, or undefined where JSON.parse has to read it. */
export function scanBytes(
	bytes: Uint8Array,
	shape: number,
): number | undefined {
	if (program === undefined || bytes.length > MAX_RECORD_BYTES)
		return undefined;
	if (program.isFull()) {
		program.forget();
		remembered.fill(undefined);
	}
	memory.set(bytes, RECORD);
	return program.scan(bytes.length, shape) ? TAPE / 4 : undefined;
}

/** The value of a cell. */
export function valueAt(cell: number): unknown {
	const kind = (words[cell] as number) & KIND;
	if (kind === STRING) return textAt(cell); // the most frequent first
	switch (kind) {
		case 0:
			return undefined;
		case 1:
			return null;
		case 2:
			return false;
		case 3:
			return true;
		case 4:
			return doubles[(cell >> 1) + 1];
		case 5:
		case 7:
			return JSON.parse(standing(cell, "utf8"));
		case 8: {
			const start = words[cell + 1] as number;
			return memory.subarray(start, start + (words[cell + 2] as number));
		}
		case 9:
			return words[cell + 3] ? mapAt(cell) : listAt(cell);
		default: {
			const build = builders[words[cell + 2] as number] as Build;
			return build((words[cell + 1] as number) >> 2);
		}
	}
}

/** What stands in the record. */
function standing(cell: number, encoding: BufferEncoding): string {
	const start = words[cell + 1] as number;
	return memory.toString(encoding, start, start + (words[cell + 2] as number));
}

function textAt(cell: number): string {
	const id = words[cell + 1] as number;
	if (id < 0) return decode(cell);
	const known = remembered[id];
	if (known !== undefined) return known;
	const text = decode(cell);
	remembered[id] = text;
	return text;
}

function decode(cell: number): string {
	const head = words[cell] as number;
	const start = words[cell + 2] as number;
	const end = start + (words[cell + 3] as number);
	if (head & ESCAPED)
		return JSON.parse(memory.toString("utf8", start - 1, end + 1));
	return memory.toString(head & BEYOND_ASCII ? "utf8" : "latin1", start, end);
}

function listAt(cell: number): readonly unknown[] {
	const first = (words[cell + 1] as number) >> 2;
	const count = words[cell + 2] as number;
	const items = new Array<unknown>(count);
	for (let index = 0; index < count; index++)
		items[index] = valueAt(first + index * CELL_WORDS);
	return items;
}

function mapAt(cell: number): Row {
	const row: Record<string, unknown> = {};
	addPairs(row, cell);
	return row;
}

/** Gives an object the members that a list of keys and values names. */
export function addPairs(row: Record<string, unknown>, cell: number): void {
	const first = (words[cell + 1] as number) >> 2;
	const count = words[cell + 2] as number;
	for (let index = 0; index < count; index += 2) {
		const at = first + index * CELL_WORDS;
		const key = textAt(at);
		const value = valueAt(at + CELL_WORDS);
		if (key === "__proto__")
			Object.defineProperty(row, key, {
				value,
				configurable: true,
				enumerable: true,
				writable: true,
			});
		else row[key] = value;
	}
}
