import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { createEngine } from "./inference.ts";
import { SOURCE_HASH } from "./inference-program.ts";
import { BACKGROUND_PRIOR } from "./model.ts";

test("the program was compiled from its source as it is", () => {
	assert.equal(
		createHash("sha256")
			.update(readFileSync("src/judge/incidents/inference.as"))
			.digest("hex"),
		SOURCE_HASH,
		"run node scripts/programs.mjs",
	);
});

const SERIES = fc
	.array(
		fc.record({
			gap: fc.oneof(
				fc.integer({ min: 1, max: 30 }),
				fc.integer({ min: 1, max: 300_000 }),
			),
			n: fc.oneof(
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 1, max: 90 }),
			),
			stopped: fc.double({ min: 0, max: 1, noNaN: true }),
			lift: fc.oneof(
				fc.constant(0),
				fc.constant(1),
				fc.double({ min: 0, max: 1, noNaN: true }),
			),
		}),
		{ minLength: 1, maxLength: 120 },
	)
	.map((cells) => {
		let hour = 0;
		return {
			hours: cells.map(({ gap }) => {
				hour += gap;
				return hour;
			}),
			n: cells.map(({ n }) => n),
			k: cells.map(({ n, stopped }) => Math.round(n * stopped)),
			lift: cells.map(({ lift }) => lift),
		};
	});

test("P3: the program and the plain way give the same numbers, bit by bit, in any order of series", () => {
	const program = createEngine(BACKGROUND_PRIOR);
	fc.assert(
		fc.property(SERIES, fc.boolean(), ({ lift, ...counts }, isLifted) => {
			// A new one each time: the program's has caches of all series before.
			const plain = createEngine(BACKGROUND_PRIOR, { plain: true });
			const told = [program, plain].map((engine) => {
				const posterior = engine.filter(counts, isLifted ? lift : undefined);
				const { length } = posterior;
				const copy = () => [
					...posterior.logOdds.slice(0, length),
					...posterior.restricted.slice(0, length),
					...posterior.blocked.slice(0, length),
				];
				const before = copy();
				engine.smooth();
				return [...before, ...copy()];
			});
			assert.ok(told[0]?.every((value) => !Number.isNaN(value)));
			assert.deepEqual(told[0], told[1]);
		}),
		{ numRuns: 60 },
	);
});
