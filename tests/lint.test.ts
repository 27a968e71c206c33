import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

test("Biome has nothing to say, warnings included", () => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[
			"node_modules/@biomejs/biome/bin/biome",
			"check",
			"--error-on-warnings",
			".",
		],
		{ encoding: "utf8" },
	);
	const said = stdout + stderr;
	assert.equal(status, 0, said);
	// A check that looked at nothing would pass as well.
	assert.ok(Number(/Checked (\d+) files/.exec(said)?.[1]) >= 400, said);
});
