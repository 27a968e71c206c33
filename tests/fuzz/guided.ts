/**
 * Fuzzing guided by coverage: inputs are made from those known, and one that
 * reaches code which none before it reached becomes known too.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../src/base/index.ts";
import type { Random } from "../../src/measure/lab/index.ts";
import type { Coverage } from "./coverage.ts";
import { mutate } from "./mutate.ts";
import { type Reader, tryReader } from "./reader.ts";

/** Inputs between two looks at the coverage: few while much is found, since a look takes as long as many inputs. */
const SMALLEST_BATCH = 32;
const LARGEST_BATCH = 2048;
/** A reader that takes longer for one small input can be made to stand still. */
const MOST_MS = 3000;
/** Larger ones are tried as they are: changes of them would cost more than they find. */
const LARGEST_PARENT = 16_000;
const FAILED = join(".build", "fuzz-failed");

export interface Fuzzed {
	/** Inputs that reached new code, in the order of their finding. */
	readonly found: readonly Buffer[];
	/** Characters of our code reached by what was known, and in the end. */
	readonly reached: readonly [number, number];
}

/** Tries a reader with what is known and with so many inputs made from it; guided where there is a coverage. */
export async function fuzz(
	reader: Reader,
	known: readonly Buffer[],
	inputs: number,
	random: Random,
	coverage: Coverage | undefined,
): Promise<Fuzzed> {
	coverage?.forget();
	const parents: Buffer[] = [];
	const found: Buffer[] = [];
	for (const bytes of known) {
		await tryTimed(reader, bytes);
		if (bytes.length <= LARGEST_PARENT) parents.push(bytes);
	}
	coverage?.look(true);
	const before = coverage?.size() ?? 0;
	let size = SMALLEST_BATCH;
	for (let left = inputs; left > 0; ) {
		const batch = Array.from({ length: Math.min(size, left) }, () =>
			mutate(random, parents),
		);
		for (const bytes of batch) await tryTimed(reader, bytes);
		const news = coverage?.look(false)
			? await findNew(reader, batch, coverage)
			: [];
		found.push(...news);
		parents.push(...news.filter(({ length }) => length <= LARGEST_PARENT));
		left -= batch.length;
		size =
			news.length === 0 ? Math.min(2 * size, LARGEST_BATCH) : SMALLEST_BATCH;
	}
	return { found, reached: [before, coverage?.size() ?? 0] };
}

/** Those of a batch that reach new code, found by halving it. */
async function findNew(
	reader: Reader,
	batch: readonly Buffer[],
	coverage: Coverage,
): Promise<readonly Buffer[]> {
	for (const bytes of batch) await tryReader(reader, bytes);
	if (!coverage.look(batch.length === 1)) return [];
	if (batch.length === 1) return batch;
	const half = batch.length >> 1;
	return [
		...(await findNew(reader, batch.slice(0, half), coverage)),
		...(await findNew(reader, batch.slice(half), coverage)),
	];
}

/** Those of the inputs that are needed for the code that they reach beyond what is known, small ones first. */
export async function distil(
	reader: Reader,
	known: readonly Buffer[],
	inputs: readonly Buffer[],
	coverage: Coverage,
): Promise<readonly Buffer[]> {
	coverage.forget();
	for (const bytes of known) await tryReader(reader, bytes);
	coverage.look(true);
	const needed: Buffer[] = [];
	for (const bytes of [...inputs].sort((a, b) => a.length - b.length)) {
		await tryReader(reader, bytes);
		if (coverage.look(true)) needed.push(bytes);
	}
	return needed;
}

async function tryTimed(reader: Reader, bytes: Buffer): Promise<void> {
	const startedMs = performance.now();
	try {
		await tryReader(reader, bytes);
		if (performance.now() - startedMs < MOST_MS) return;
		// Perhaps it was the machine that stood still.
		const before = process.cpuUsage();
		await tryReader(reader, bytes);
		const { user, system } = process.cpuUsage(before);
		const tookMs = (user + system) / 1000;
		assert.ok(tookMs < MOST_MS, `${Math.round(tookMs)} ms`);
	} catch (cause) {
		mkdirSync(FAILED, { recursive: true });
		const path = join(FAILED, sha256Hex(bytes).slice(0, 16));
		writeFileSync(path, bytes);
		throw new Error(`${reader.name}: the input is kept in ${path}`, { cause });
	}
}
