/**
 * `kill -9` at random moments of an import, then the same command again: the
 * derived files must be those of an import that nobody disturbed. Five kills
 * here; `npm run test:kill` does fifty (environment variable RASAI_KILLS).
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { emulateCorpus, packStory } from "../../src/measure/lab/index.ts";
import { hashPartitions } from "../../src/pipeline/test-workspace.ts";

const KILLS = Number(process.env["RASAI_KILLS"] ?? 5);
const MAIN = join(import.meta.dirname, "../../src/cli/main.js");

async function writeSources(folder: string): Promise<void> {
	for (const file of packStory("kill", { days: 5, scale: 0.15 })) {
		const path = join(folder, file.path);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, file.bytes);
	}
	// With many kills, more than one shard's worth: some fall between the shards of one file.
	const count = KILLS > 5 ? 6000 : 500;
	const lines = emulateCorpus({ seed: "kill", mix: "13kB", count });
	await writeFile(
		join(folder, "corpus.jsonl.gz"),
		gzipSync([...lines].join("\n"), { level: 1 }),
	);
	await writeFile(join(folder, "broken.jsonl"), '{"test_name": 1}\n{\n[]\n');
}

function startImport(workspace: string, sources: string): ChildProcess {
	return spawn(
		process.execPath,
		[MAIN, "archive", "import", sources, "--workspace", workspace, "--quiet"],
		{ stdio: ["ignore", "ignore", "pipe"] },
	);
}

/** Whether it ended by itself. Throws where it failed. */
async function endOf(child: ChildProcess): Promise<boolean> {
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said += chunk;
	});
	const [code, signal] = await once(child, "exit");
	if (signal === "SIGKILL") return false;
	assert.equal(code, 0, said);
	return true;
}

test(`P2: an import killed ${KILLS} times and gone on with gives the bytes of an undisturbed one`, {
	timeout: 60_000 + KILLS * 20_000,
}, async (t) => {
	const root = await mkdtemp(join(tmpdir(), "rasai-kill-"));
	t.after(() => rm(root, { recursive: true }));
	const sources = join(root, "sources");
	await mkdir(sources);
	await writeSources(sources);
	const undisturbed = join(root, "undisturbed");
	const startedMs = performance.now();
	assert.ok(await endOf(startImport(undisturbed, sources)));
	const usualMs = performance.now() - startedMs;
	const expected = await hashPartitions(join(undisturbed, "derived"));
	assert.ok(Object.keys(expected).length > 20);

	let [kills, completed] = [0, 0];
	for (let round = 0; kills < KILLS || completed === 0; round++) {
		const workspace = join(root, `round-${round}`);
		for (let finished = false; !finished; ) {
			const child = startImport(workspace, sources);
			const end = endOf(child);
			if (kills < KILLS) {
				await Promise.race([setTimeout(Math.random() * usualMs), end]);
				if (child.exitCode === null && child.kill("SIGKILL")) kills += 1;
			}
			finished = await end;
		}
		completed += 1;
		const derived = join(workspace, "derived");
		assert.deepEqual(await hashPartitions(derived), expected);
		assert.deepEqual(await unfinishedIn(workspace), []);
		await rm(workspace, { recursive: true });
	}
	t.diagnostic(
		`${kills} kills within ${Math.round(usualMs)} ms each, ${completed} imports completed`,
	);
});

async function unfinishedIn(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder, { recursive: true });
	return names.filter(
		(name) =>
			name.includes(".unfinished") || name.startsWith("derived/shards/"),
	);
}
