import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

function estimate(words: string) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[MAIN, "cost", "estimate", ...words.split(" ")],
		{ encoding: "utf8", timeout: 60_000 },
	);
	return { status, stdout, stderr };
}

test("P13: the ban of X has a range, and top-down and bottom-up methods as lines of their own", () => {
	const { status, stdout, stderr } = estimate(
		"--cc PK --kind service --service Twitter --since 2024-02-18 --until 2024-12-31 --json",
	);
	assert.equal(status, 0, stderr);
	const { range, methods, notes } = JSON.parse(stdout);
	const usd = (id: string): { low: number; high: number; applies: boolean } =>
		methods.find(({ method }: { method: string }) => method === id);
	const [topDown, bottomUp] = [usd("netblocks-cost"), usd("pide-2023")];
	assert.ok(topDown.low < 1.34e9 && 1.34e9 < topDown.high);
	assert.ok(bottomUp.applies && bottomUp.high < topDown.low / 5);
	assert.ok(range.low <= bottomUp.low && topDown.high <= range.high);
	assert.match(notes.join(" "), /bottom-up/);
});

test("the range is printed before any method", () => {
	const { stdout } = estimate(
		"--cc PK --kind full --since 2023-05-09 --until 2023-05-10",
	);
	assert.ok(stdout.startsWith("Range "), stdout);
	assert.ok(stdout.indexOf("Range") < stdout.indexOf("deloitte-2016-gdp"));
});

test("a wrong assumption, scope or time is named, with exit code 2", () => {
	const event = "--cc PK --kind full --since 2023-05-09 --until";
	for (const [words, named] of [
		[`${event} 2023-05-10 --assume degree=2`, "degree=2"],
		[`${event} 2023-05-10 --scope 5`, "--scope: 5"],
		[`${event} 2023-05-08`, "--until must be later"],
		[`${event} -2023-05-10`, "-2023-05-10 is neither a day"],
		[`${event} 2023-02-30`, "2023-02-30 is neither a day"],
		[`${event} 9999-01-01`, "from 1990 to 2100"],
		[
			`${event.replace("PK", "PAKISTAN")} 2023-05-10`,
			"PAKISTAN is not a country",
		],
		[`${event} 2023-05-10 --assume users=1e9`, "users=1e9"],
	] as const) {
		const { status, stderr } = estimate(words);
		assert.equal(status, 2);
		assert.ok(stderr.includes(named), stderr);
	}
});

test("each kind is estimated by what it needs, with hours of its own kind", () => {
	for (const [kind, more] of [
		["mobile", ""],
		["regional", " --scope 6%"],
		["throttling", " --assume degree=0.4"],
	] as const) {
		const { status, stdout, stderr } = estimate(
			`--cc pk --kind ${kind} --since 2024-08-01 --until 2024-08-03${more} --json`,
		);
		assert.equal(status, 0, stderr);
		const { range, methods, hoursByKind } = JSON.parse(stdout);
		assert.ok(range.low > 0 && range.low < range.high);
		assert.deepEqual(hoursByKind, [{ kind, clockHours: 48, countedHours: 48 }]);
		for (const { applies, lacks, low, years } of methods)
			assert.ok(
				applies ? low > 0 && years.length === 1 : lacks.length > 0,
				kind,
			);
	}
});
