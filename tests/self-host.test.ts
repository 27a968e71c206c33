/** What ships for a server, and the back-up of the guide: run as it is written there. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { COMMANDS, parseCommandLine } from "../src/cli/index.ts";
import { packStory } from "../src/measure/lab/index.ts";
import { hashPartitions } from "../src/pipeline/test-workspace.ts";

const MAIN = join(import.meta.dirname, "../src/cli/main.js");
const UNIT = "deploy/rasai.service";
const GUIDE = readFileSync("docs/guides/self-host.md", "utf8");

/** Commands of one part of the guide. */
function commandsUnder(heading: string): readonly string[] {
	const [, part = ""] = GUIDE.split(`\n## ${heading}\n`);
	return [...(part.split("\n## ")[0] ?? "").matchAll(/^ {4}(.+)$/gm)].map(
		([, line = ""]) => line,
	);
}

function rasai(words: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[MAIN, ...words],
		{ encoding: "utf8", timeout: 120_000 },
	);
	assert.equal(status, 0, `${words.join(" ")}: ${stderr}`);
	return stdout;
}

test("the service's unit is one that systemd takes, and starts a command that is taken", (t) => {
	const start = /^ExecStart=\S+ node \S+rasai\.mjs (.+)$/m.exec(
		readFileSync(UNIT, "utf8"),
	)?.[1];
	assert.ok(start);
	assert.equal(
		parseCommandLine(start.split(" "), COMMANDS).command?.verb,
		undefined,
	);
	const { error, status, stderr } = spawnSync(
		"systemd-analyze",
		["verify", "--man=no", UNIT],
		{ encoding: "utf8", timeout: 30_000 },
	);
	if (error !== undefined) {
		t.skip("systemd-analyze not found");
		return;
	}
	assert.equal(status, 0, stderr);
	assert.doesNotMatch(stderr, /rasai\.service/);
});

test("what the guide backs up is restored by its own commands into another folder, and shows the same", async (t) => {
	const top = mkdtempSync(join(tmpdir(), "rasai-self-host-"));
	t.after(() => rmSync(top, { recursive: true, force: true }));
	const workspace = join(top, "rasai");
	const sources = join(top, "sources");
	for (const { path, bytes } of packStory("self-host", {
		days: 4,
		scale: 0.1,
	})) {
		await mkdir(dirname(join(sources, path)), { recursive: true });
		await writeFile(join(sources, path), bytes);
	}
	rasai(["archive", "import", sources, "--workspace", workspace, "--quiet"]);
	rasai(["record", "import", "--shipped", "--workspace", workspace, "--quiet"]);
	const shows = (folder: string) =>
		[
			["incident", "list", "--json"],
			["record", "list", "--json"],
			["archive", "list", "--json"],
		].map((words) => rasai([...words, "--workspace", folder]));
	const before = shows(workspace);
	const partitions = await hashPartitions(join(workspace, "derived"));
	assert.ok(Object.keys(partitions).length > 8);

	const copied = [
		...commandsUnder("Back up"),
		...commandsUnder("Restore"),
	].filter((line) => !/^(?:systemctl|install)/.test(line));
	const restored = join(top, "rasai-restored");
	await mkdir(restored);
	let ran = 0;
	for (const line of copied) {
		const here = line
			.replaceAll("/root/", `${top}/`)
			.replaceAll("/var/lib/rasai-restored", restored)
			.replaceAll(/\/var\/lib\/rasai(?!-)/g, workspace);
		const own = /^sudo -u rasai rasai (.+)$/.exec(here)?.[1];
		if (own !== undefined) rasai(own.split(" "));
		else {
			assert.match(here, /^tar /);
			const { status, stderr } = spawnSync("tar", here.split(" ").slice(1), {
				encoding: "utf8",
			});
			assert.equal(status, 0, stderr);
			if (here.includes(" -xz"))
				assert.deepEqual(
					readdirSync(restored).filter((name) =>
						["derived", "run", "lock"].includes(name),
					),
					[],
				);
		}
		ran += 1;
	}
	assert.equal(ran, 6);
	assert.deepEqual(shows(restored), before);
	assert.deepEqual(await hashPartitions(join(restored, "derived")), partitions);
});
