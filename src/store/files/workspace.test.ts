import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	mkdtemp,
	readFile,
	rm,
	stat,
	utimes,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Log } from "../../base/index.ts";
import { defaultConfigText, parseConfig } from "./config.ts";
import { lockHolder } from "./lock.ts";
import { createWorkspace, openWorkspace } from "./workspace.ts";

const clock = () => new Date();

async function newWorkspace(t: TestContext): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-workspace-"));
	t.after(() => rm(dir, { recursive: true }));
	await createWorkspace(dir);
	return dir;
}

function open(dir: string, log?: Log) {
	return openWorkspace(dir, { mode: "write", clock, program: "test", log });
}

test("a new workspace is for its owner's eyes only", async (t) => {
	const dir = await newWorkspace(t);
	for (const folder of [
		"archive",
		"ledger",
		"derived",
		"reference",
		"private",
		"keys",
		"run",
	])
		assert.equal((await stat(join(dir, folder))).mode & 0o777, 0o700, folder);
	for (const file of ["config.toml", "version"])
		assert.equal((await stat(join(dir, file))).mode & 0o777, 0o600, file);
});

test("making a workspace again keeps what is there", async (t) => {
	const dir = await newWorkspace(t);
	await writeFile(join(dir, "config.toml"), "[server]\nport = 9000\n");
	await createWorkspace(dir);
	const workspace = await open(dir);
	assert.equal(workspace.config.server.port, 9000);
	assert.equal(workspace.config.server.host, "127.0.0.1");
	await workspace.close();
});

test("a missing workspace and a newer one are refused, each in its own words", async (t) => {
	await assert.rejects(open("/nonexistent/workspace"), {
		code: "workspace_missing",
	});
	const dir = await newWorkspace(t);
	await writeFile(join(dir, "version"), "2\n");
	await assert.rejects(open(dir), { code: "workspace_newer" });
	await writeFile(join(dir, "version"), "one\n");
	await assert.rejects(open(dir), { code: "workspace_damaged" });
});

test("one writer: the second is told who the first is; readers come and go", async (t) => {
	const dir = await newWorkspace(t);
	const first = await open(dir);
	await assert.rejects(open(dir), (error: Error & { code: string }) => {
		assert.equal(error.code, "workspace_locked");
		assert.match(
			error.message,
			new RegExp(`by test \\(process ${process.pid} on`),
		);
		return true;
	});
	const reader = await openWorkspace(dir, {
		mode: "read",
		clock,
		program: "test",
	});
	await assert.rejects(reader.assertWritable(), { code: "workspace_locked" });
	await reader.close();
	assert.equal((await lockHolder(join(dir, "lock"), clock))?.pid, process.pid);
	await first.close();
	await (await open(dir)).close();
	assert.equal(await lockHolder(join(dir, "lock"), clock), undefined);
});

test("a lock whose holder was killed is cleared, and that is said", async (t) => {
	const dir = await newWorkspace(t);
	const child = spawn(
		process.execPath,
		[
			"-e",
			`import(${JSON.stringify(new URL("./workspace.js", import.meta.url).href)})
				.then((m) => m.openWorkspace(${JSON.stringify(dir)}, { mode: "write", clock: () => new Date(), program: "child" }))
				.then(() => { console.log("held"); setInterval(() => {}, 1000); })`,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	await once(child.stdout, "data");
	await assert.rejects(open(dir), /by child/);
	child.kill("SIGKILL");
	await once(child, "exit");
	const events: string[] = [];
	const workspace = await open(dir, (_, event) => events.push(event));
	assert.deepEqual(events, ["lock_cleared"]);
	await workspace.close();
});

test("a lock is stale where its process id or its machine was started anew, or the file is damaged", async (t) => {
	const dir = await newWorkspace(t);
	const path = join(dir, "lock");
	const workspace = await open(dir);
	const mine = JSON.parse(await readFile(path, "utf8")) as Record<
		string,
		unknown
	>;
	await workspace.close();
	const stale = [
		JSON.stringify({ ...mine, startTicks: "1" }),
		JSON.stringify({ ...mine, bootId: "another boot" }),
		"",
		"{",
	];
	for (const content of stale) {
		await writeFile(path, content);
		await (await open(dir)).close();
	}
});

test("a holder that cannot be looked up counts as alive while its lock is touched", async (t) => {
	const dir = await newWorkspace(t);
	const path = join(dir, "lock");
	const foreign = JSON.stringify({
		pid: 1,
		host: "another-container",
		bootId: "another boot",
		pidSpace: "pid:[1]",
		startTicks: "1",
		program: "rasai serve",
		since: "2024-02-17T18:47:00Z",
	});
	await writeFile(path, foreign);
	await assert.rejects(open(dir), /by rasai serve/);
	const longAgo = new Date(Date.now() - 3_600_000);
	await utimes(path, longAgo, longAgo);
	await (await open(dir)).close();
});

test("of many that find a stale lock at once, one gets it", async (t) => {
	const dir = await newWorkspace(t);
	for (let round = 0; round < 20; round += 1) {
		await writeFile(
			join(dir, "lock"),
			JSON.stringify({ pid: 999_999_999, host: "x" }),
		);
		const longAgo = new Date(0);
		await utimes(join(dir, "lock"), longAgo, longAgo);
		const results = await Promise.allSettled(
			Array.from({ length: 8 }, () => open(dir)),
		);
		const won = results.filter((result) => result.status === "fulfilled");
		assert.equal(won.length, 1);
		await won[0]?.value.assertWritable();
		await won[0]?.value.close();
	}
});

test("a holder whose lock was taken writes nothing more", async (t) => {
	const dir = await newWorkspace(t);
	const workspace = await open(dir);
	await workspace.assertWritable();
	await writeFile(join(dir, "lock"), JSON.stringify({ pid: process.pid }));
	await assert.rejects(workspace.assertWritable(), {
		code: "workspace_locked",
	});
	await workspace.close();
	assert.notEqual(await readFile(join(dir, "lock"), "utf8"), "");
});

test("the settings file that is written shows the defaults", () => {
	const text = defaultConfigText();
	assert.deepEqual(parseConfig(text), parseConfig(""));
	const uncommented = text.replaceAll(/^# (\w+ = )/gm, "$1");
	assert.deepEqual(parseConfig(uncommented), parseConfig(""));
});

test("a wrong setting is refused with its line and the nearest known one", () => {
	const cases: readonly (readonly [string, RegExp])[] = [
		[
			"[server]\nhost = 'a'\nprot = 1\n",
			/config\.toml:3: server\.prot is not a setting; the nearest is port$/,
		],
		[
			"\n[servr]\nport = 1\n",
			/config\.toml:2: servr is not a setting; the nearest is server$/,
		],
		["server.port = '80'\n", /config\.toml:1: server\.port must be a number$/],
		[
			"[server]\n# port\nport = 70000\n",
			/config\.toml:3: server\.port must be a whole number/,
		],
		["[log]\nlevel = 'loud'\n", /config\.toml:2: log\.level must be debug/],
		[
			"[import]\nmax_reject_share = 2\n",
			/max_reject_share must be from 0 to 1/,
		],
		["server = 3\n", /config\.toml:1: server must be a section/],
		["[server\n", /config\.toml:1: /],
	];
	for (const [text, message] of cases)
		assert.throws(() => parseConfig(text), { code: "config_invalid", message });
});
