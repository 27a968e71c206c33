import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { packStory } from "../../measure/lab/index.ts";

const MAIN = fileURLToPath(new URL("../main.js", import.meta.url));

test("the folder of a story holds measurements alone, so that all of it can be imported; the truth lies beside it", () => {
	const top = mkdtempSync(join(tmpdir(), "rasai-lab-"));
	try {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[MAIN, "lab", "story", "--out", "story", "--seed", "s", "--json"],
			{ cwd: top, encoding: "utf8", timeout: 60_000 },
		);
		assert.equal(status, 0, stderr);
		const { folder, truth } = JSON.parse(stdout);
		const written = readdirSync(folder, {
			recursive: true,
			withFileTypes: true,
		})
			.filter((entry) => entry.isFile())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
		assert.deepEqual(
			written.sort(),
			[...packStory("s")].map(({ path }) => path).sort(),
		);
		assert.ok(existsSync(truth));
		assert.ok(relative(folder, truth).startsWith(".."));
	} finally {
		rmSync(top, { recursive: true });
	}
});
