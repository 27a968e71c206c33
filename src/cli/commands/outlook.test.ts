import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

function outlook(words: string) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[MAIN, "outlook", ...words.split(" "), "--workspace", "no-such-workspace"],
		{ encoding: "utf8", timeout: 60_000 },
	);
	return { status, stdout, stderr };
}

test("an outlook has a day for each day asked, with its probability, its average and its occasions", () => {
	const { status, stdout, stderr } = outlook(
		"--cc pk --kind mobile_data_shutdown --since 2026-06-20 --until 2026-06-30 --json",
	);
	assert.equal(status, 0, stderr);
	const { days, cc, covered } = JSON.parse(stdout);
	assert.equal(cc, "PK");
	assert.equal(covered.until, "2026-04-01");
	assert.equal(days.length, 10);
	assert.deepEqual([days[0].on, days[9].on], ["2026-06-20", "2026-06-29"]);
	const ashura = days.find(({ on }: { on: string }) => on === "2026-06-25");
	assert.equal(ashura.occasions[0].id, "ashura");
	assert.ok(ashura.probability > ashura.baseRate);
	assert.match(ashura.reasons.join(" "), /Of 21 times it was held since 2006/);
});

test("an area or a span that cannot be is named, with exit code 2", () => {
	for (const [words, named] of [
		["--cc PK --area PK-XX", /PK-BA/],
		["--cc PK --since 2026-05-02 --until 2026-05-01", /span/],
	] as const) {
		const { status, stderr } = outlook(words);
		assert.equal(status, 2, stderr);
		assert.match(stderr, named);
	}
});

test("the table says what each number is, and the notes say how good it is", () => {
	const { stdout, stderr } = outlook(
		"--cc PK --kind service --since 2026-05-01 --until 2026-05-03",
	);
	assert.match(stdout, /2026-05-01 .*average/);
	assert.match(stderr, /no better than the average/);
});
