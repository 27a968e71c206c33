/** The real snapshots of STOP, where they are at hand; they never ship. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readStop } from "./stop.ts";

const STOP = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/events/stop",
);
const NO_STOP = `RASAI_SHARED not found: ${STOP}`;

const FILES: Readonly<
	Record<string, readonly [rows: number, rejected: number]>
> = {
	"stop-2016-2025.csv": [1440, 3],
	"stop-legacy-2016-2018.csv": [243, 0],
	"stop-legacy-2019.csv": [152, 0],
};

for (const [file, [rows, rejected]] of Object.entries(FILES))
	test(`every row of ${file} is imported, a repeat, or rejected with a reason`, (t) => {
		if (!existsSync(STOP)) return t.skip(NO_STOP);
		const { outcomes, entries, problems } = readStop(
			readFileSync(join(STOP, file), "utf8"),
		);
		assert.deepEqual(problems, []);
		assert.equal(outcomes.length, rows);
		const refused = outcomes.filter(({ outcome }) => outcome === "rejected");
		assert.equal(refused.length, rejected);
		for (const { reason } of refused)
			assert.match(reason ?? "", /before start/);
		const ids = new Set(entries.map(({ id }) => id));
		assert.equal(ids.size, entries.length);
		for (const { outcome, entries: own } of outcomes)
			if (outcome !== "rejected")
				assert.ok(own.length > 0 && own.every((id) => ids.has(id)));
	});

test("what STOP says of Pakistan: no legal basis was ever given", (t) => {
	if (!existsSync(STOP)) return t.skip(NO_STOP);
	const { entries } = readStop(
		readFileSync(join(STOP, "stop-2016-2025.csv"), "utf8"),
	);
	const pakistan = entries.filter(({ country }) => country === "PK");
	assert.ok(pakistan.length > 30);
	for (const { restriction } of pakistan)
		assert.ok(restriction?.legalBasis == null);
});
