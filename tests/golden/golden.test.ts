import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { defaultRuleset } from "../../src/judge/verdicts/index.ts";
import {
	GOLDEN_FOLDER,
	goldenFiles,
	goldenFingerprints,
	goldenNames,
	judgeGolden,
	observationsText,
	observeGolden,
} from "./cases.ts";

const fingerprints = goldenFingerprints();

test("there are golden cases, and every fingerprint of theirs can be used", () => {
	assert.ok(goldenNames().length >= 30);
	assert.deepEqual(fingerprints.problems, []);
});

for (const name of goldenNames()) {
	test(`P1: golden case ${name} gives the facts and the verdict that it must give`, () => {
		for (const [file, text] of goldenFiles(name, fingerprints)) {
			const expected = readFileSync(join(GOLDEN_FOLDER, name, file), "utf8");
			assert.deepEqual(JSON.parse(text), JSON.parse(expected), file);
			assert.equal(text, expected, `${file}: only the layout differs`);
		}
	});

	test(`golden case ${name} reads the same scanned as parsed`, () => {
		const scanned = observeGolden(name, "scanned", fingerprints);
		const parsed = observeGolden(name, "parsed", fingerprints);
		assert.equal(observationsText(scanned), observationsText(parsed));
	});
}

test("every rule fires in at least one golden case", () => {
	const fired = new Set(
		goldenNames().flatMap((name) =>
			judgeGolden(name, fingerprints).targets.flatMap((target) =>
				target.fired.map(({ rule }) => rule),
			),
		),
	);
	assert.deepEqual(
		defaultRuleset.rules.map(({ id }) => id).filter((id) => !fired.has(id)),
		[],
	);
});
