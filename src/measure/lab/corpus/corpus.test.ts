import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parseMeasurement } from "../../../model/index.ts";
import { type CorpusMix, emulateCorpus } from "./corpus.ts";

function sample(mix: CorpusMix, count: number): string {
	return [...emulateCorpus({ seed: "s", mix, count })].join("\n");
}

test("P3: a corpus is given by its seed", () => {
	assert.equal(sample("13kB", 5), sample("13kB", 5));
});

for (const [mix, bytes, count] of [
	["13kB", 13_000, 300],
	["36kB", 36_000, 200],
	["275kB", 275_000, 30],
] as const) {
	test(`a ${mix} corpus has the mean it states, compresses like real data and parses`, () => {
		const text = sample(mix, count);
		const mean = Buffer.byteLength(text) / count;
		assert.ok(Math.abs(mean / bytes - 1) < 0.2, `mean ${mean}`);
		const ratio = Buffer.byteLength(text) / gzipSync(text).length;
		assert.ok(ratio > 4 && ratio < 9, `ratio ${ratio}`);
		assert.match(text, /\\u003c/);
		for (const line of text.split("\n")) {
			const parsed = parseMeasurement(JSON.parse(line), {
				receivedAt: "2026-01-01T00:00:00Z",
			});
			assert.ok("measurement" in parsed);
			assert.deepEqual(parsed.measurement.problems, []);
		}
	});
}
