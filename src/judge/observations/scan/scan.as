/**
 * Reads one JSON record in one pass: checks all of its grammar, and lays down
 * as cells what the shapes name. Written in AssemblyScript, compiled by
 * `node scripts/programs.mjs` into scan-program.ts.
 *
 * The program gives up (`scan` gives false) wherever it is not sure that
 * JSON.parse would read the record and read the same: the caller then uses
 * JSON.parse. So what it accepts must be right, and what it refuses need not
 * be wrong.
 *
 * A cell is four 32-bit words. The lowest byte of the first is its kind:
 *
 *   ABSENT, NULL, FALSE, TRUE
 *   NUMBER   words 2-3: the double
 *   DIGITS   a number that only JSON.parse rounds rightly: start, bytes
 *   STRING   id (-1: none), start, bytes; flags ESCAPED and BEYOND_ASCII
 *   RAW      a value left as it stands: start, bytes
 *   TEXT     a string's bytes without escapes: start, bytes
 *   LIST     first cell, count; of a map: keys and values by turns
 *   FRAME    first cell, shape: a cell for each key of the shape
 */

// ---- Memory, in bytes. scan.ts knows the same places. ----
const MIB: usize = 1048576;
const SHAPES: usize = 1024;
const POWERS: usize = 65536;
const OPEN: usize = 66560;
const TABLE: usize = 131072;
const ARENA: usize = 2 * MIB;
const ARENA_END: usize = 16 * MIB - 64;
const TAPE: usize = 16 * MIB;
const TAPE_END: usize = 20 * MIB;
const STACK: usize = TAPE_END;
const STACK_END: usize = 22 * MIB;
const RECORD: usize = STACK_END;
const TEXTS: usize = 31 * MIB;

const CELL: usize = 16;
/** Containers inside one another that are followed where nothing is kept of them. */
const MAX_DEPTH: i32 = 1000;

const ABSENT: i32 = 0;
const NULL: i32 = 1;
const FALSE: i32 = 2;
const TRUE: i32 = 3;
const NUMBER: i32 = 4;
const DIGITS: i32 = 5;
const STRING: i32 = 6;
const RAW: i32 = 7;
const TEXT: i32 = 8;
const LIST: i32 = 9;
const FRAME: i32 = 10;

const ESCAPED: i32 = 0x100;
const BEYOND_ASCII: i32 = 0x200;

// A shape is eight words: kind, item shape, count of keys, number, hash mask,
// hash table, then the keys that last came first and after one unknown. A key
// is six: start, bytes, slot, shape, next of its bucket, key that last came
// after it. Its bytes have a quote behind them.
const ANY: i32 = 0;
const OBJECT: i32 = 1;
const LIST_OF: i32 = 2;
const MAP_OF: i32 = 3;
const BYTES: i32 = 4;
const PRESENCE: i32 = 5;
/** An object whose unnamed members are kept raw, as a list in its first cell. */
const OPEN_OBJECT: i32 = 6;

/** Longest string remembered. The largest certificates of the wild are longer and rare. */
const MAX_REMEMBERED: usize = 16384;
const TABLE_BITS: u32 = 16;
const MAX_IDS: i32 = 24000;
const PROBES: u32 = 8;
/** Of longer strings the beginning and the end are hashed. */
const HASHED_BYTES: usize = 64;

const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;

let pos: usize = 0;
let tape: usize = 0;
let stack: usize = 0;
let texts: usize = 0;
let arena: usize = ARENA;
let ids: i32 = 0;

/** Reads the record of `length` bytes at RECORD into the cell at TAPE. */
export function scan(length: i32, shape: usize): bool {
	const end = RECORD + <usize>length;
	memory.fill(end, 0, 64);
	pos = RECORD;
	tape = TAPE + CELL;
	stack = STACK;
	texts = TEXTS;
	space();
	if (!value(shape, TAPE)) return false;
	space();
	return pos == end;
}

/** Whether so many strings are remembered that it is time to forget them. */
export function isFull(): bool {
	return ids == MAX_IDS || arena + MAX_REMEMBERED > ARENA_END;
}

export function forget(): void {
	memory.fill(TABLE, 0, CELL << TABLE_BITS);
	arena = ARENA;
	ids = 0;
}

// ---- Grammar ----

@inline function space(): void {
	while (load<u8>(pos) <= 0x20) {
		const c = load<u8>(pos);
		if (c != 0x20 && c != 0x0a && c != 0x0d && c != 0x09) return;
		pos++;
	}
}

function value(shape: usize, out: usize): bool {
	const kind = load<i32>(shape);
	const first = load<u8>(pos);
	if (kind == PRESENCE) {
		store<i32>(out, first == 0x6e ? NULL : TRUE);
		return skip();
	}
	switch (first) {
		case QUOTE:
			return kind == BYTES ? bytes(out) : text(out);
		case 0x7b:
			if (kind == OBJECT || kind == OPEN_OBJECT) return object(shape, out);
			if (kind == MAP_OF) return map(load<usize>(shape + 4), out);
			if (kind == BYTES) return object(load<usize>(shape + 4), out);
			return raw(out);
		case 0x5b:
			return kind == LIST_OF ? list(load<usize>(shape + 4), out) : raw(out);
		case 0x6e:
			store<i32>(out, NULL);
			return word(0x6c6c756e, 4);
		case 0x74:
			store<i32>(out, TRUE);
			return word(0x65757274, 4);
		case 0x66:
			store<i32>(out, FALSE);
			pos++;
			return word(0x65736c61, 4);
		default:
			return number(out);
	}
}

@inline function word(letters: u32, bytes: usize): bool {
	if (load<u32>(pos) != letters) return false;
	pos += bytes;
	return true;
}

/** Members of an object whose keys are known. */
function object(shape: usize, out: usize): bool {
	const count = load<i32>(shape + 8);
	const frame = tape;
	tape += <usize>count * CELL;
	if (tape > TAPE_END) return false;
	// Inline, as below: a call of memory.fill or memory.copy costs more than it does.
	for (let cell = frame; cell < tape; cell += CELL) store<i32>(cell, ABSENT);
	store<i32>(out, FRAME);
	store<usize>(out, frame, 4);
	store<i32>(out, load<i32>(shape + 12), 8);
	const isOpen = load<i32>(shape) == OPEN_OBJECT;
	const base = stack;
	let follows = shape + 24;
	pos++;
	space();
	if (load<u8>(pos) == 0x7d) pos++;
	else
		for (;;) {
			if (load<u8>(pos) != QUOTE) return false;
			const start = pos + 1;
			let key = load<usize>(follows);
			let keyBytes = key == 0 ? 0 : load<i32>(key + 4);
			if (key == 0 || !isSame(load<usize>(key), start, <usize>keyBytes + 1)) {
				keyBytes = plainKey(start);
				if (keyBytes < 0) return false;
				key = keyOf(shape, start, keyBytes);
				store<usize>(follows, key);
			}
			follows = key == 0 ? shape + 28 : key + 20;
			pos = start + <usize>keyBytes + 1;
			if (!colon()) return false;
			if (key != 0) {
				const slot = frame + <usize>load<i32>(key + 8) * CELL;
				store<i32>(slot, ABSENT);
				if (!value(load<usize>(key + 12), slot)) return false;
			} else if (isOpen) {
				if (stack + 2 * CELL > STACK_END) return false;
				const pair = stack;
				stack += 2 * CELL;
				store<i32>(pair, STRING | BEYOND_ASCII);
				store<i32>(pair, -1, 4);
				store<usize>(pair, start, 8);
				store<i32>(pair, keyBytes, 12);
				if (!raw(pair + CELL)) return false;
			} else if (!skip()) return false;
			space();
			const c = load<u8>(pos++);
			if (c == 0x7d) break;
			if (c != 0x2c) return false;
			space();
		}
	return !isOpen || keepList(base, frame);
}

/** An object whose keys are data. */
function map(item: usize, out: usize): bool {
	const base = stack;
	pos++;
	space();
	if (load<u8>(pos) == 0x7d) pos++;
	else
		for (;;) {
			if (stack + 2 * CELL > STACK_END || load<u8>(pos) != QUOTE) return false;
			const pair = stack;
			stack += 2 * CELL;
			if (!text(pair) || !colon() || !value(item, pair + CELL)) return false;
			space();
			const c = load<u8>(pos++);
			if (c == 0x7d) break;
			if (c != 0x2c) return false;
			space();
		}
	return keepList(base, out, 1);
}

function list(item: usize, out: usize): bool {
	const base = stack;
	pos++;
	space();
	if (load<u8>(pos) == 0x5d) pos++;
	else
		for (;;) {
			if (stack + CELL > STACK_END) return false;
			const cell = stack;
			stack += CELL;
			if (!value(item, cell)) return false;
			space();
			const c = load<u8>(pos++);
			if (c == 0x5d) break;
			if (c != 0x2c) return false;
			space();
		}
	return keepList(base, out);
}

/** Moves the cells above `base` of the stack to the tape. */
function keepList(base: usize, out: usize, isMap: i32 = 0): bool {
	const size = stack - base;
	if (tape + size > TAPE_END) return false;
	for (let at: usize = 0; at < size; at += CELL)
		v128.store(tape + at, v128.load(base + at));
	store<i32>(out, LIST);
	store<usize>(out, tape, 4);
	store<usize>(out, size / CELL, 8);
	store<i32>(out, isMap, 12);
	tape += size;
	stack = base;
	return true;
}

@inline function colon(): bool {
	space();
	if (load<u8>(pos++) != 0x3a) return false;
	space();
	return true;
}

/** Bytes of a key up to its quote; -1 where it has escapes, which no key of ours has. */
@inline function plainKey(start: usize): i32 {
	let at = start;
	let marks = special(at);
	while (marks == 0) {
		at += 16;
		marks = special(at);
	}
	at += ctz(marks);
	return load<u8>(at) == QUOTE ? <i32>(at - start) : -1;
}

/** The entry of a key in its shape, or 0. */
@inline function keyOf(shape: usize, start: usize, length: i32): usize {
	if (length == 0 || length > 32) return 0;
	const hash =
		<u32>load<u8>(start) * 3 +
		<u32>load<u8>(start + <usize>length - 1) * 5 +
		<u32>length * 7;
	const mask = load<u32>(shape + 16);
	let key = load<usize>(load<usize>(shape + 20) + ((hash & mask) << 2));
	while (key != 0) {
		if (
			load<i32>(key + 4) == length &&
			isSame(load<usize>(key), start, <usize>length)
		)
			return key;
		key = load<usize>(key + 16);
	}
	return 0;
}

/** Passes a value of which nothing is kept. */
function skip(): bool {
	let depth = 0;
	for (;;) {
		const c = load<u8>(pos);
		if (c == QUOTE) {
			if (!passString()) return false;
		} else if (c == 0x7b) {
			pos++;
			space();
			if (load<u8>(pos) == 0x7d) pos++;
			else {
				if (depth == MAX_DEPTH) return false;
				store<u8>(OPEN + depth++, 0x7d);
				if (!passKey()) return false;
				continue;
			}
		} else if (c == 0x5b) {
			pos++;
			space();
			if (load<u8>(pos) == 0x5d) pos++;
			else {
				if (depth == MAX_DEPTH) return false;
				store<u8>(OPEN + depth++, 0x5d);
				continue;
			}
		} else if (c == 0x6e) {
			if (!word(0x6c6c756e, 4)) return false;
		} else if (c == 0x74) {
			if (!word(0x65757274, 4)) return false;
		} else if (c == 0x66) {
			pos++;
			if (!word(0x65736c61, 4)) return false;
		} else if (!passNumber()) return false;
		for (;;) {
			if (depth == 0) return true;
			space();
			const next = load<u8>(pos++);
			const close = load<u8>(OPEN + depth - 1);
			if (next == 0x2c) {
				space();
				if (close == 0x7d && !passKey()) return false;
				break;
			}
			if (next != close) return false;
			depth--;
		}
	}
	return false;
}

@inline function passKey(): bool {
	return load<u8>(pos) == QUOTE && passString() && colon();
}

function raw(out: usize): bool {
	const start = pos;
	if (!skip()) return false;
	store<i32>(out, RAW);
	store<usize>(out, start, 4);
	store<usize>(out, pos - start, 8);
	return true;
}

// ---- Strings ----

/** Which of the next 16 bytes end a run of plain characters: quotes, backslashes, controls. */
@inline function special(at: usize): i32 {
	const block = v128.load(at);
	return i8x16.bitmask(
		v128.or(
			v128.or(
				i8x16.eq(block, i8x16.splat(0x22)),
				i8x16.eq(block, i8x16.splat(0x5c)),
			),
			i8x16.lt_u(block, i8x16.splat(0x20)),
		),
	);
}

/** From a string's quote to after its end. */
function passString(): bool {
	pos++;
	for (;;) {
		const marks = special(pos);
		if (marks == 0) {
			pos += 16;
			continue;
		}
		pos += ctz(marks);
		const c = load<u8>(pos);
		if (c == QUOTE) {
			pos++;
			return true;
		}
		if (c != BACKSLASH || !passEscape()) return false;
	}
	return false;
}

/** From a backslash to after its escape. */
@inline function passEscape(): bool {
	const c = load<u8>(pos + 1);
	if (c == 0x75) {
		if (hex4(pos + 2) < 0) return false;
		pos += 6;
		return true;
	}
	pos += 2;
	return simpleEscape(c) != 0;
}

/** What a backslash and a letter stand for; 0 where they stand for nothing. */
@inline function simpleEscape(c: u8): u8 {
	switch (c) {
		case 0x22:
		case 0x5c:
		case 0x2f:
			return c;
		case 0x6e:
			return 0x0a;
		case 0x74:
			return 0x09;
		case 0x72:
			return 0x0d;
		case 0x62:
			return 0x08;
		case 0x66:
			return 0x0c;
		default:
			return 0;
	}
}

/** Four hex digits, or -1. */
@inline function hex4(at: usize): i32 {
	return (
		(hex(load<u8>(at)) << 12) |
		(hex(load<u8>(at + 1)) << 8) |
		(hex(load<u8>(at + 2)) << 4) |
		hex(load<u8>(at + 3))
	);
}

/** A hex digit, or a number that stays below 0 whatever it is shifted and joined to. */
@inline function hex(c: u8): i32 {
	if (c - 0x30 < 10) return c - 0x30;
	const letter: u8 = (c | 0x20) - 0x61;
	return letter < 6 ? letter + 10 : i32.MIN_VALUE >> 12;
}

/** A string that is kept: where it stands, and the number it is remembered by. */
function text(out: usize): bool {
	const start = pos + 1;
	let at = start;
	let flags = 0;
	let high = 0;
	for (;;) {
		const marks = special(at);
		const beyond = i8x16.bitmask(v128.load(at));
		if (marks == 0) {
			high |= beyond;
			at += 16;
			continue;
		}
		const before = ctz(marks);
		high |= beyond & ((1 << before) - 1);
		at += before;
		const c = load<u8>(at);
		if (c == QUOTE) break;
		pos = at;
		if (c != BACKSLASH || !passEscape()) return false;
		at = pos;
		flags = ESCAPED;
	}
	pos = at + 1;
	if (high != 0) flags |= BEYOND_ASCII;
	const length = at - start;
	store<i32>(out, STRING | flags);
	store<i32>(out, length <= MAX_REMEMBERED ? idOf(start, length) : -1, 4);
	store<usize>(out, start, 8);
	store<usize>(out, length, 12);
	return true;
}

/** A string as the bytes it stands for, which is what a body is. */
function bytes(out: usize): bool {
	const start = texts;
	let to = texts;
	let at = pos + 1;
	for (;;) {
		const marks = special(at);
		v128.store(to, v128.load(at));
		if (marks == 0) {
			at += 16;
			to += 16;
			continue;
		}
		const before = <usize>ctz(marks);
		at += before;
		to += before;
		const c = load<u8>(at);
		if (c == QUOTE) break;
		if (c != BACKSLASH) return false;
		const letter = load<u8>(at + 1);
		if (letter != 0x75) {
			const plain = simpleEscape(letter);
			if (plain == 0) return false;
			store<u8>(to++, plain);
			at += 2;
			continue;
		}
		let code = hex4(at + 2);
		if (code < 0) return false;
		at += 6;
		if ((code & 0xf800) == 0xd800) {
			const low =
				code < 0xdc00 && load<u16>(at) == 0x755c ? hex4(at + 2) : 0;
			if ((low & 0xfc00) == 0xdc00 && low > 0) {
				code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
				at += 6;
			} else code = 0xfffd;
		}
		to = encode(code, to);
	}
	pos = at + 1;
	store<i32>(out, TEXT);
	store<usize>(out, start, 4);
	store<usize>(out, to - start, 8);
	texts = (to + 15) & ~15;
	return true;
}

/** Writes a code point as UTF-8. */
@inline function encode(code: i32, at: usize): usize {
	if (code < 0x80) {
		store<u8>(at, <u8>code);
		return at + 1;
	}
	if (code < 0x800) {
		store<u8>(at, <u8>(0xc0 | (code >> 6)));
		store<u8>(at, <u8>(0x80 | (code & 63)), 1);
		return at + 2;
	}
	if (code < 0x10000) {
		store<u8>(at, <u8>(0xe0 | (code >> 12)));
		store<u8>(at, <u8>(0x80 | ((code >> 6) & 63)), 1);
		store<u8>(at, <u8>(0x80 | (code & 63)), 2);
		return at + 3;
	}
	store<u8>(at, <u8>(0xf0 | (code >> 18)));
	store<u8>(at, <u8>(0x80 | ((code >> 12) & 63)), 1);
	store<u8>(at, <u8>(0x80 | ((code >> 6) & 63)), 2);
	store<u8>(at, <u8>(0x80 | (code & 63)), 3);
	return at + 4;
}

/** The number under which a string is remembered; -1 where there is no room. */
function idOf(start: usize, length: usize): i32 {
	const hash = hashOf(start, length);
	let place = hash >> (32 - TABLE_BITS);
	for (let probe: u32 = 0; probe < PROBES; probe++) {
		const entry = TABLE + (<usize>place << 4);
		const known = load<usize>(entry, 4);
		if (known == 0) {
			if (isFull()) return -1;
			for (let at: usize = 0; at < length; at += 16)
				v128.store(arena + at, v128.load(start + at));
			store<u32>(entry, hash);
			store<usize>(entry, arena, 4);
			store<usize>(entry, length, 8);
			store<i32>(entry, ids, 12);
			arena += (length + 15) & ~15;
			return ids++;
		}
		if (
			load<u32>(entry) == hash &&
			load<usize>(entry, 8) == length &&
			isSame(known, start, length)
		)
			return load<i32>(entry, 12);
		place = (place + 1) & ((1 << TABLE_BITS) - 1);
	}
	return -1;
}

@inline function hashOf(start: usize, length: usize): u32 {
	let hash = <u64>length * 0x9e3779b97f4a7c15;
	if (length > 2 * HASHED_BYTES) {
		hash = mix(hash, start, HASHED_BYTES);
		hash = mix(hash, start + length - HASHED_BYTES, HASHED_BYTES);
	} else hash = mix(hash, start, length);
	return <u32>(hash >> 32) ^ <u32>hash;
}

function mix(seed: u64, start: usize, length: usize): u64 {
	let hash = seed;
	let at = start;
	let left = length;
	for (; left >= 8; left -= 8, at += 8)
		hash = rotl<u64>(hash ^ load<u64>(at), 29) * 0x9fb21c651e98df25;
	if (left > 0) {
		const rest = load<u64>(at) & ((<u64>1 << (<u64>left << 3)) - 1);
		hash = rotl<u64>(hash ^ rest, 29) * 0x9fb21c651e98df25;
	}
	return hash ^ (hash >> 29);
}

/** Both may be read up to 15 bytes past their ends. */
@inline function isSame(a: usize, b: usize, length: usize): bool {
	let at: usize = 0;
	for (; at + 16 <= length; at += 16)
		if (v128.any_true(v128.xor(v128.load(a + at), v128.load(b + at))))
			return false;
	const rest = (1 << <i32>(length - at)) - 1;
	const same = i8x16.bitmask(i8x16.eq(v128.load(a + at), v128.load(b + at)));
	return (same & rest) == rest;
}

// ---- Numbers ----

@inline function isDigit(c: u8): bool {
	return c - 0x30 < 10;
}

function passNumber(): bool {
	if (load<u8>(pos) == 0x2d) pos++;
	if (load<u8>(pos) == 0x30) pos++;
	else if (!passDigits()) return false;
	if (load<u8>(pos) == 0x2e) {
		pos++;
		if (!passDigits()) return false;
	}
	if ((load<u8>(pos) | 0x20) == 0x65) {
		pos++;
		const sign = load<u8>(pos);
		if (sign == 0x2b || sign == 0x2d) pos++;
		if (!passDigits()) return false;
	}
	return true;
}

@inline function passDigits(): bool {
	if (!isDigit(load<u8>(pos))) return false;
	do pos++;
	while (isDigit(load<u8>(pos)));
	return true;
}

/**
 * A number. One of at most 18 digits whose value without its point fits a
 * double is exact, and so is a power of ten up to the 22nd: one division
 * then rounds as JSON.parse does. (Clinger, How to read floating point
 * numbers accurately, 1990.)
 */
function number(out: usize): bool {
	const start = pos;
	const isNegative = load<u8>(pos) == 0x2d;
	if (isNegative) pos++;
	let whole: u64 = 0;
	const first = pos;
	while (isDigit(load<u8>(pos)))
		whole = whole * 10 + <u64>(load<u8>(pos++) - 0x30);
	let digits = pos - first;
	if (digits == 0 || (digits > 1 && load<u8>(first) == 0x30)) return false;
	let decimals: usize = 0;
	if (load<u8>(pos) == 0x2e) {
		const point = ++pos;
		while (isDigit(load<u8>(pos)))
			whole = whole * 10 + <u64>(load<u8>(pos++) - 0x30);
		decimals = pos - point;
		if (decimals == 0) return false;
		digits += decimals;
	}
	const hasPower = (load<u8>(pos) | 0x20) == 0x65;
	if (hasPower || digits > 18 || whole > 9007199254740992) {
		pos = start;
		if (!passNumber()) return false;
		store<i32>(out, DIGITS);
		store<usize>(out, start, 4);
		store<usize>(out, pos - start, 8);
		return true;
	}
	const size = <f64>whole / load<f64>(POWERS + (decimals << 3));
	store<i32>(out, NUMBER);
	store<f64>(out, isNegative ? -size : size, 8);
	return true;
}
