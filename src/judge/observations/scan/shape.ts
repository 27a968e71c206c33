/**
 * Shapes: what stands where in a record, laid down in the program's memory
 * for it to follow.
 */
import {
	type Build,
	builders,
	CELL_WORDS,
	SHAPES,
	SHAPES_END,
	valueAt,
	words,
} from "./cells.ts";

// Kinds of shapes, as scan.as numbers them.
const ANY = 0;
const OBJECT = 1;
const LIST_OF = 2;
const MAP_OF = 3;
const BYTES = 4;
const PRESENCE = 5;
/** Its unnamed members are kept as they stand. */
export const OPEN_OBJECT = 6;

const SHAPE_WORDS = 8;
const KEY_WORDS = 6;

/** Where a shape stands in the program's memory. */
export type Shape = number;

let free = SHAPES;

function reserve(wordCount: number): number {
	const at = free;
	free += wordCount * 4;
	if (free > SHAPES_END) throw new RangeError("more shapes than have room");
	return at;
}

function shape(kind: number, item = 0): Shape {
	const at = reserve(SHAPE_WORDS);
	words.set([kind, item], at >> 2);
	return at;
}

export const any = shape(ANY);
/** Whether it is there; read as null or true. */
export const presence = shape(PRESENCE);
export const listOf = (item: Shape): Shape => shape(LIST_OF, item);
export const mapOf = (item: Shape): Shape => shape(MAP_OF, item);

/** A text as its bytes, or the base64 form of one. */
export const bytesOr = (item: Shape): Shape => shape(BYTES, item);

/** An object: its keys with their shapes, and what makes it out of its cells, in the order of the keys. */
export function object(
	keys: Readonly<Record<string, Shape>>,
	build: Build,
	kind = OBJECT,
): Shape {
	const names = Object.entries(keys);
	const firstSlot = kind === OPEN_OBJECT ? 1 : 0;
	const bucketCount = 2 ** Math.ceil(Math.log2(names.length * 4));
	const at = shape(kind);
	const table = reserve(bucketCount);
	words.set(
		[
			firstSlot + names.length,
			builders.push(build) - 1,
			bucketCount - 1,
			table,
		],
		(at >> 2) + 2,
	);
	names.forEach(([name, item], index) => {
		const bytes = Buffer.from(`${name}"`);
		const start = reserve(Math.ceil((bytes.length + 16) / 4));
		Buffer.from(words.buffer).set(bytes, start);
		const hash =
			(bytes[0] as number) * 3 + (bytes.at(-2) as number) * 5 + name.length * 7;
		const bucket = (table >> 2) + (hash & (bucketCount - 1));
		const key = reserve(KEY_WORDS);
		words.set(
			[start, name.length, firstSlot + index, item, words[bucket] as number],
			key >> 2,
		);
		words[bucket] = key;
	});
	return at;
}

/** The value in a slot of a frame. */
export const get = (frame: number, slot: number): unknown =>
	valueAt(frame + slot * CELL_WORDS);
