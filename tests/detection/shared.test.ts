/**
 * The detector on real series, read from $RASAI_SHARED; they are not ours to
 * ship. No parameter was chosen on them. The index says what to expect.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
	type CorpusReport,
	readCorpusFile,
	readCorpusIndex,
	scoreEntry,
} from "../../src/pipeline/index.ts";

const folder = join(process.env["RASAI_SHARED"] ?? "../shared", "data/series");
const skip = existsSync(folder) ? false : `RASAI_SHARED not found: ${folder}`;

const DAY_MS = 24 * 3.6e6;

describe("real series", { skip }, () => {
	const reports: readonly CorpusReport[] = skip
		? []
		: readCorpusIndex(
				JSON.parse(readFileSync(join(folder, "index.json"), "utf8")),
			).flatMap((entry) =>
				scoreEntry(
					entry,
					new Map(
						entry.files.map((name) => [
							name,
							readCorpusFile(readFileSync(join(folder, name), "utf8")),
						]),
					),
				),
			);

	test("P6: nothing fires where the source calls it fine", () => {
		const fine = reports.filter(({ mustNotFire }) => mustNotFire);
		assert.ok(fine.length >= 13, `${fine.length} series`);
		assert.deepEqual(
			fine
				.filter(({ changes }) => changes.length > 0)
				.map(({ file, series }) => `${file} ${series}`),
			[],
		);
	});

	test("an onset of months is bracketed before the baseline alerts, and so is a drop of traffic", (t) => {
		const expected = reports
			.filter(({ windows }) => windows === undefined)
			.flatMap(({ file, expected }) =>
				expected.map((event) => ({ file, ...event })),
			);
		assert.ok(expected.length >= 2);
		for (const { file, found, baselineAt } of expected) {
			assert.ok(found, file);
			t.diagnostic(
				`${file}: ${found.earliest} to ${found.latest}, told by ${found.detectableAt}, baseline ${baselineAt ?? "never"}`,
			);
		}
		const [first] = expected;
		assert.ok(
			first?.found && first.found.latest < (first.baselineAt ?? "9999"),
		);
	});

	test("blocks of a few hours, one measurement a cell: windows hit and false hours, beside the baseline", (t) => {
		const scored = reports.flatMap(({ file, series, windows }) =>
			windows ? [{ file, series, ...windows }] : [],
		);
		assert.ok(scored.length >= 3);
		for (const { file, series, detector, baseline } of scored) {
			t.diagnostic(
				`${file} ${series}: ${detector.hit} of ${detector.windows} windows, ${detector.hitHours} of ${detector.hours} hours, ${detector.falseHours} false hours; baseline ${baseline.hit} windows, ${baseline.falseHours} false hours`,
			);
			assert.ok(detector.hit > baseline.hit + 5);
			assert.ok(detector.falseHours < 2 * detector.hours);
		}
	});

	test("where it ends is found within two days of the end that the source states", () => {
		const endings = reports.flatMap(({ file, expected }) =>
			expected
				.filter(({ direction }) => direction === "ending")
				.map((event) => ({ file, ...event })),
		);
		assert.ok(endings.length >= 3);
		for (const { file, found, until } of endings)
			assert.ok(
				found &&
					Date.parse(found.detectableAt) - Date.parse(until) < 2 * DAY_MS,
				file,
			);
	});
});
