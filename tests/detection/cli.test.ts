/** `rasai series detect` and `rasai evaluate` as they are called. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rasai-series-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function rasai(...words: readonly string[]) {
	return spawnSync(process.execPath, [MAIN, ...words], {
		encoding: "utf8",
		timeout: 120_000,
	});
}

function file(name: string, lines: readonly string[]): string {
	const path = join(folder, name);
	writeFileSync(path, `${lines.join("\n")}\n`);
	return path;
}

const hourly = file("cells.csv", [
	"when,bad,all",
	...Array.from(
		{ length: 600 },
		(_, hour) =>
			`${new Date(Date.UTC(2024, 0, 1, hour)).toISOString()},${hour >= 300 && hour < 400 ? 2 : 0},2`,
	),
	"soon,1,1",
]);

test("series detect prints the contract's JSON, and names the rows that it left out", () => {
	const { status, stdout, stderr } = rasai(
		"series",
		"detect",
		hourly,
		"--columns",
		"at=when,k=bad,n=all",
		"--json",
	);
	assert.equal(status, 0, stderr);
	const { series, rejected } = JSON.parse(stdout);
	assert.equal(series.length, 1);
	const [{ key, segments, changepoints }] = series;
	assert.deepEqual(key, {});
	assert.deepEqual(
		segments.map(({ state }: { state: string }) => state),
		["ok", "blocked", "ok"],
	);
	for (const segment of segments)
		for (const field of ["state", "since", "until", "probability"])
			assert.ok(field in segment, field);
	const [onset, ending] = changepoints;
	for (const field of [
		"direction",
		"at",
		"earliest",
		"latest",
		"detectableAt",
		"logOdds",
	])
		assert.ok(field in onset, field);
	assert.equal(onset.direction, "onset");
	assert.ok(
		Math.abs(Date.parse(onset.at) - Date.UTC(2024, 0, 1, 300)) <= 3.6e6,
	);
	assert.equal(ending.direction, "ending");
	assert.deepEqual(
		rejected.map(({ line }: { line: number }) => line),
		[602],
	);
	assert.match(stderr, /cells\.csv:602: not a UTC hour or day: soon/);
});

test("series detect prints a table for people", () => {
	const { status, stdout } = rasai(
		"series",
		"detect",
		hourly,
		"--columns",
		"at=when,k=bad,n=all",
	);
	assert.equal(status, 0);
	assert.match(stdout, /all +onset +2024-01-13T1[12]:00:00Z/);
	assert.match(stdout, /blocked/);
});

test("series detect without the columns is wrong usage and says what the file has", () => {
	const { status, stderr } = rasai("series", "detect", hourly);
	assert.equal(status, 2);
	assert.match(stderr, /the file has when, bad, all/);
	const none = rasai("series", "detect", join(folder, "nothing.csv"));
	assert.equal(none.status, 1);
});

test("P7: hostile names in a file cannot drive the terminal", () => {
	const path = file("hostile.csv", [
		"at,k,n,target",
		"2024-01-01,1,1,\u001b[2Jexample.org",
		"\u001b[31mnever,1,1,x",
	]);
	const { stdout, stderr } = rasai("series", "detect", path);
	assert.ok(!`${stdout}${stderr}`.includes("\u001b[2J"));
	assert.ok(!`${stdout}${stderr}`.includes("\u001b[31m"));
	assert.match(stdout, /\\u001b\[2Jexample\.org/);
});

test("evaluate prints its seed, which gives the same figures again", () => {
	const run = (...words: readonly string[]) =>
		rasai(
			"evaluate",
			"--worlds",
			"2",
			"--quiet-weeks",
			"1",
			"--json",
			...words,
		);
	const drawn = run();
	assert.equal(drawn.status, 0, drawn.stderr);
	const report = JSON.parse(drawn.stdout);
	assert.match(drawn.stderr, new RegExp(`Seed ${report.seed}`));
	assert.equal(report.verdicts, null);
	for (const field of ["eventRecall", "falseAlerts", "latencyHours", "sparse"])
		assert.ok(field in report.worlds, field);
	const again = JSON.parse(run("--seed", report.seed).stdout);
	assert.deepEqual(again.worlds, report.worlds);
});
