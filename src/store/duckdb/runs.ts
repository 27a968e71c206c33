/**
 * Sorted runs: lines `key TAB text` in byte order of the key. What is too
 * large for memory is written as several runs and merged in one pass, so that
 * memory stays constant whatever the size of an archive (DuckDB's own sort
 * holds long texts in memory; see decision 0501).
 */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { RasaiError, throwIfAborted } from "../../base/index.ts";

const ARENA_BYTES = 32 * 1024 * 1024;
const WRITE_BYTES = 256 * 1024;
const READ_BYTES = 256 * 1024;
/** Longest line; DuckDB's reader is told the same. */
export const MAX_LINE_BYTES = 2 * 1024 * 1024;
/** Most runs read at once; more are merged in rounds. */
const MAX_FAN_IN = 128;
/** Bytes after which a merge lets other work of the process run. */
export const TURN_BYTES = 4 * 1024 * 1024;

interface Entry {
	readonly start: number;
	readonly keyEnd: number;
	readonly end: number;
}

/** The memory of finished writers, for the next ones: a fresh one for each would keep the garbage collector busy. */
const spareArenas: Buffer[] = [];
/** As many writers work at once: days are folded and judged by twos. */
const MOST_SPARE = 2;

function takeArena(): Buffer {
	return spareArenas.pop() ?? Buffer.allocUnsafe(ARENA_BYTES);
}

/** Collects lines by part and writes them as sorted runs when its memory is full. */
export class RunWriter {
	readonly #arena = takeArena();
	readonly #parts = new Map<string, Entry[]>();
	readonly #fileOf: (part: string, index: number) => string;
	readonly #files = new Map<string, string[]>();
	#used = 0;

	/** `fileOf` names the run number `index` of a part. */
	constructor(fileOf: (part: string, index: number) => string) {
		this.#fileOf = fileOf;
	}

	/** False where the line is too long to be kept. */
	add(part: string, key: string, text: string): boolean {
		const most = (key.length + text.length) * 3 + 2;
		if (most > ARENA_BYTES - this.#used) {
			if (Buffer.byteLength(key) + Buffer.byteLength(text) + 2 > MAX_LINE_BYTES)
				return false;
			this.#flush();
		}
		const start = this.#used;
		const keyEnd = start + this.#arena.write(key, start);
		this.#arena[keyEnd] = 9;
		const textEnd = keyEnd + 1 + this.#arena.write(text, keyEnd + 1);
		if (textEnd + 1 - start > MAX_LINE_BYTES) return false;
		this.#arena[textEnd] = 10;
		this.#used = textEnd + 1;
		const entries = this.#parts.get(part);
		const entry = { start, keyEnd, end: textEnd + 1 };
		if (entries) entries.push(entry);
		else this.#parts.set(part, [entry]);
		return true;
	}

	/** Writes what is left and gives the runs of every part. Nothing may be added after it. */
	finish(): ReadonlyMap<string, readonly string[]> {
		this.#flush();
		if (spareArenas.length < MOST_SPARE) spareArenas.push(this.#arena);
		return this.#files;
	}

	#flush(): void {
		const arena = this.#arena;
		for (const [part, entries] of this.#parts) {
			entries.sort((a, b) =>
				arena.compare(arena, b.start, b.keyEnd, a.start, a.keyEnd),
			);
			const files = this.#files.get(part) ?? [];
			const file = this.#fileOf(part, files.length);
			this.#files.set(part, [...files, file]);
			const output = new FileOutput(file);
			try {
				for (const entry of entries)
					output.write(arena.subarray(entry.start, entry.end));
				output.sync();
			} finally {
				output.close();
			}
		}
		this.#parts.clear();
		this.#used = 0;
	}
}

/** A line of a run, and its key. Valid until the source moves on. */
export interface RunLine {
	readonly key: Buffer;
	readonly line: Buffer;
}

export interface MergedRuns {
	readonly lines: number;
	/** Lines left out because another had the same identity. */
	readonly repeats: number;
	readonly bytes: number;
}

/**
 * Merges sorted sources into one sorted file. Of lines whose keys agree up to
 * `sameUpTo` only the first is written. Runs beyond the fan-in are merged to
 * files named by `spare` first.
 */
export async function mergeRuns(
	runs: readonly string[],
	output: string,
	options: {
		readonly sameUpTo: string;
		readonly spare: () => string;
		/** Another sorted source, merged with the runs. */
		readonly stored?: AsyncIterable<RunLine> | undefined;
		readonly signal?: AbortSignal | undefined;
	},
): Promise<MergedRuns> {
	let pending = runs;
	let repeats = 0;
	while (pending.length > MAX_FAN_IN) {
		const merged = options.spare();
		const round = await mergeOnce(pending.slice(0, MAX_FAN_IN), merged, {
			...options,
			stored: undefined,
		});
		repeats += round.repeats;
		pending = [...pending.slice(MAX_FAN_IN), merged];
	}
	const last = await mergeOnce(pending, output, options);
	return { ...last, repeats: repeats + last.repeats };
}

async function mergeOnce(
	runs: readonly string[],
	path: string,
	options: {
		readonly sameUpTo: string;
		readonly stored?: AsyncIterable<RunLine> | undefined;
		readonly signal?: AbortSignal | undefined;
	},
): Promise<MergedRuns> {
	const mark = options.sameUpTo.charCodeAt(0);
	const readers = runs.map((file) => new RunReader(file));
	const stored = options.stored?.[Symbol.asyncIterator]();
	const output = new FileOutput(path);
	let lines = 0;
	let repeats = 0;
	let last = Buffer.alloc(0);
	let turnAt = TURN_BYTES;
	try {
		const queue = new LineQueue();
		for (const reader of readers) queue.push(reader);
		let held: RunLine | undefined = await nextOf(stored);
		for (;;) {
			const top = queue.top?.current;
			const fromStored =
				held !== undefined &&
				(top === undefined || Buffer.compare(held.key, top.key) <= 0);
			const line = fromStored ? held : top;
			if (line === undefined) break;
			const identity = line.key.subarray(0, line.key.indexOf(mark));
			if (!identity.equals(last)) {
				output.write(line.line);
				lines += 1;
				last = Buffer.from(identity);
			} else repeats += 1;
			if (fromStored) held = await nextOf(stored);
			else queue.advance();
			if (output.bytes > turnAt) {
				turnAt = output.bytes + TURN_BYTES;
				throwIfAborted(options.signal);
				await setImmediate();
			}
		}
		output.finish();
		return { lines, repeats, bytes: output.bytes };
	} finally {
		for (const reader of readers) reader.close();
		await stored?.return?.();
		output.close();
	}
}

async function nextOf(
	source: AsyncIterator<RunLine> | undefined,
): Promise<RunLine | undefined> {
	const next = await source?.next();
	return next === undefined || next.done ? undefined : next.value;
}

/** A binary heap of readers by their current key. */
class LineQueue {
	readonly #heap: RunReader[] = [];

	get top(): RunReader | undefined {
		return this.#heap[0];
	}

	push(reader: RunReader): void {
		if (reader.current === undefined) return;
		const heap = this.#heap;
		let at = heap.length;
		heap.push(reader);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!this.#before(at, parent)) break;
			this.#swap(at, parent);
			at = parent;
		}
	}

	/** Moves the top reader to its next line. */
	advance(): void {
		const heap = this.#heap;
		const top = heap[0];
		if (top === undefined) return;
		if (!top.next()) {
			const last = heap.pop();
			if (last === undefined || heap.length === 0) return;
			heap[0] = last;
		}
		let at = 0;
		for (;;) {
			const left = 2 * at + 1;
			const right = left + 1;
			let least = at;
			if (left < heap.length && this.#before(left, least)) least = left;
			if (right < heap.length && this.#before(right, least)) least = right;
			if (least === at) return;
			this.#swap(at, least);
			at = least;
		}
	}

	#before(a: number, b: number): boolean {
		const x = this.#heap[a]?.current;
		const y = this.#heap[b]?.current;
		return (
			x !== undefined && y !== undefined && Buffer.compare(x.key, y.key) < 0
		);
	}

	#swap(a: number, b: number): void {
		const heap = this.#heap;
		const x = heap[a];
		const y = heap[b];
		if (x === undefined || y === undefined) return;
		heap[a] = y;
		heap[b] = x;
	}
}

/** The lines of one run, in order. */
export function* readRun(file: string): Generator<RunLine> {
	const reader = new RunReader(file);
	try {
		for (; reader.current !== undefined; reader.next()) yield reader.current;
	} finally {
		reader.close();
	}
}

/** Reads the lines of one run. */
class RunReader {
	readonly #fd: number;
	readonly #file: string;
	#buffer = Buffer.allocUnsafe(READ_BYTES);
	#start = 0;
	#end = 0;
	#done = false;
	current: RunLine | undefined;

	constructor(file: string) {
		this.#file = file;
		this.#fd = openSync(file, "r");
		this.next();
	}

	/** Goes to the next line; false at the end. */
	next(): boolean {
		for (let from = this.#start; ; ) {
			const at = this.#buffer.subarray(0, this.#end).indexOf(10, from);
			if (at >= 0) {
				const line = this.#buffer.subarray(this.#start, at + 1);
				this.current = { key: line.subarray(0, line.indexOf(9)), line };
				this.#start = at + 1;
				return true;
			}
			const had = this.#end - this.#start;
			if (this.#done) {
				this.current = undefined;
				if (had > 0)
					throw new RasaiError("store_damaged", `${this.#file} ends in a line`);
				return false;
			}
			this.#fill();
			from = this.#start + had;
		}
	}

	close(): void {
		closeSync(this.#fd);
	}

	/** Reads on, keeping the unread rest. A fresh buffer, since the current line may still be in use. */
	#fill(): void {
		const rest = this.#buffer.subarray(this.#start, this.#end);
		const next = Buffer.allocUnsafe(Math.max(READ_BYTES, rest.length * 2));
		rest.copy(next);
		const read = readSync(
			this.#fd,
			next,
			rest.length,
			next.length - rest.length,
			null,
		);
		this.#done = read === 0;
		this.#buffer = next;
		this.#start = 0;
		this.#end = rest.length + read;
	}
}

/** Buffered writing to a new file. */
class FileOutput {
	readonly #fd: number;
	readonly #buffer = Buffer.allocUnsafe(WRITE_BYTES);
	#used = 0;
	bytes = 0;

	constructor(path: string) {
		this.#fd = openSync(path, "wx", 0o600);
	}

	write(chunk: Buffer): void {
		this.bytes += chunk.length;
		if (chunk.length > WRITE_BYTES - this.#used) this.finish();
		if (chunk.length > WRITE_BYTES) {
			writeAll(this.#fd, chunk);
			return;
		}
		chunk.copy(this.#buffer, this.#used);
		this.#used += chunk.length;
	}

	finish(): void {
		writeAll(this.#fd, this.#buffer.subarray(0, this.#used));
		this.#used = 0;
	}

	sync(): void {
		this.finish();
		fsyncSync(this.#fd);
	}

	close(): void {
		closeSync(this.#fd);
	}
}

function writeAll(fd: number, chunk: Buffer): void {
	for (let at = 0; at < chunk.length; )
		at += writeSync(fd, chunk, at, chunk.length - at);
}
