/**
 * Any bytes give records, rejects or a refusal in words, from every reader.
 * So many inputs here; `npm run test:fuzz` tries ten million (environment
 * variables RASAI_FUZZ and RASAI_FUZZ_SEED). What fails is written to a file, to be mended
 * and then kept in tests/fuzz/corpus, from which further inputs are made.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { createRandom } from "../../src/measure/lab/index.ts";
import { mutate } from "./mutate.ts";
import { READERS, tryReader } from "./readers.ts";

const INPUTS = Number(process.env["RASAI_FUZZ"] ?? 20_000);
const SEED = process.env["RASAI_FUZZ_SEED"] ?? "fuzz";
/** A reader that takes longer for one small input can be made to stand still. */
const MOST_MS = 3000;

for (const reader of READERS) {
	const inputs = Math.ceil((INPUTS * reader.share) / 100);
	test(`P7: ${reader.name}: ${inputs} inputs, none crashes or stalls it`, async () => {
		const random = createRandom(`${SEED}/${reader.name}`);
		for (const seed of reader.seeds) await tryReader(reader, Buffer.from(seed));
		for (let i = 0; i < inputs; i += 1) {
			const bytes = mutate(random, reader.seeds);
			const startedMs = performance.now();
			try {
				await tryReader(reader, bytes);
				const tookMs = performance.now() - startedMs;
				assert.ok(tookMs < MOST_MS, `${Math.round(tookMs)} ms`);
			} catch (cause) {
				const path = join(tmpdir(), `rasai-fuzz-${Date.now()}`);
				writeFileSync(path, bytes);
				throw new Error(`${reader.name}, input ${i}, kept in ${path}`, {
					cause,
				});
			}
		}
	});
}

test("every share is given out", () => {
	assert.equal(
		READERS.reduce((sum, { share }) => sum + share, 0),
		100,
	);
});
