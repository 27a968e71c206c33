import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import type { Submission } from "../../measure/helper/index.ts";
import { openSubmissions, type Submissions } from "./submissions.ts";
import { createWorkspace, openWorkspace } from "./workspace.ts";

interface Opened {
	readonly submissions: Submissions;
	close(): Promise<void>;
}

async function newFolder(t: TestContext): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-submissions-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	await createWorkspace(dir);
	return dir;
}

async function openAt(
	dir: string,
	now: () => string,
	events: string[] = [],
): Promise<Opened> {
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: () => new Date(now()),
		program: "test",
		log: (_level, event) => void events.push(event),
	});
	const submissions = await openSubmissions(workspace);
	return {
		submissions,
		async close() {
			await submissions.close();
			await workspace.close();
		},
	};
}

const submission = (uid: string, reportId = "report"): Submission => ({
	uid,
	reportId,
	receivedAt: "2026-01-10T06:00:00Z",
	origin: "seen",
	measurement: { test_name: "x", input: "line\u2028separator\n" },
});

async function uidsOf(held: AsyncIterable<Submission>): Promise<string[]> {
	const uids: string[] = [];
	for await (const { uid } of held) uids.push(uid);
	return uids;
}

const foldersOf = async (dir: string) => ({
	open: await readdir(join(dir, "archive/submissions/open")),
	sealed: await readdir(join(dir, "archive/submissions/sealed")),
});

test("submissions are sealed by the hour and read back as they came", async (t) => {
	const dir = await newFolder(t);
	let now = "2026-01-10T06:59:59Z";
	const { submissions, close } = await openAt(dir, () => now);
	await Promise.all(
		["a", "b"].map((uid) => submissions.append(submission(uid))),
	);
	await submissions.seal();
	assert.deepEqual(
		await uidsOf(submissions.held()),
		[],
		"the hour is not over",
	);
	now = "2026-01-10T07:00:00Z";
	await submissions.append(submission("c"));
	await submissions.seal();
	const held: Submission[] = [];
	for await (const one of submissions.held()) held.push(one);
	assert.deepEqual(held, [submission("a"), submission("b")]);
	const { open, sealed } = await foldersOf(dir);
	assert.deepEqual(open, ["2026-01-10T07.jsonl"]);
	assert.match(sealed.join(), /^2026-01-10T06-[0-9a-f]{64}\.jsonl\.gz$/);
	await close();
});

test("what one contributor sent is found by the report, sealed or not", async (t) => {
	const dir = await newFolder(t);
	let now = "2026-01-10T06:30:00Z";
	const { submissions, close } = await openAt(dir, () => now);
	await submissions.append(submission("mine", "one"));
	await submissions.append(submission("theirs", "other"));
	now = "2026-01-10T07:00:00Z";
	await submissions.seal();
	await submissions.append(submission("later", "one"));
	const found = await submissions.ofReport("one");
	assert.deepEqual(
		found.map(({ uid }) => uid),
		["mine", "later"],
	);
	await close();
});

test("a line cut by a fault is removed, and everything before it stays", async (t) => {
	const dir = await newFolder(t);
	let now = "2026-01-10T06:30:00Z";
	const first = await openAt(dir, () => now);
	await first.submissions.append(submission("a"));
	await first.close();
	await appendFile(
		join(dir, "archive/submissions/open/2026-01-10T06.jsonl"),
		'{"uid":"torn',
	);
	const events: string[] = [];
	const second = await openAt(dir, () => now, events);
	assert.deepEqual(events, ["submissions_repaired"]);
	await second.submissions.append(submission("b"));
	now = "2026-01-10T07:00:00Z";
	await second.submissions.seal();
	assert.deepEqual(await uidsOf(second.submissions.held()), ["a", "b"]);
	await second.close();
});

test("a sealed segment that was changed is not read", async (t) => {
	const dir = await newFolder(t);
	let now = "2026-01-10T06:30:00Z";
	const { submissions, close } = await openAt(dir, () => now);
	await submissions.append(submission("a"));
	now = "2026-01-10T07:00:00Z";
	await submissions.seal();
	const [name = ""] = (await foldersOf(dir)).sealed;
	const path = join(dir, "archive/submissions/sealed", name);
	await rm(path);
	await writeFile(path, "other");
	await assert.rejects(uidsOf(submissions.held()), {
		code: "workspace_damaged",
	});
	await close();
});

test("a segment about which all is decided is put aside, and stays readable to its contributor", async (t) => {
	const dir = await newFolder(t);
	let now = "2026-01-10T06:30:00Z";
	const { submissions, close } = await openAt(dir, () => now);
	await submissions.append(submission("a"));
	await submissions.append(submission("b"));
	now = "2026-03-10T07:00:00Z";
	await submissions.seal();
	assert.deepEqual(await uidsOf(submissions.held()), ["a", "b"]);
	await submissions.decide([{ uid: "a", spoke: "x" }]);
	assert.deepEqual(await uidsOf(submissions.held()), ["a", "b"], "one is left");
	await submissions.decide([{ uid: "b", spoke: "x" }]);
	assert.deepEqual(await uidsOf(submissions.held()), []);
	now = "2026-01-12T00:00:00Z";
	const mine = await submissions.ofReport("report");
	assert.deepEqual(
		mine.map(({ uid }) => uid),
		["a", "b"],
	);
	await close();
});

test("decisions outlive a restart", async (t) => {
	const dir = await newFolder(t);
	const now = () => "2026-01-10T06:30:00Z";
	const first = await openAt(dir, now);
	await first.submissions.decide([{ uid: "a", spoke: "x" }]);
	await first.submissions.decide([{ uid: "b", spoke: "y" }]);
	await first.close();
	const second = await openAt(dir, now);
	const marks = await second.submissions.decided();
	assert.deepEqual(marks.get("a"), { uid: "a", spoke: "x" });
	assert.deepEqual(marks.get("b"), { uid: "b", spoke: "y" });
	await second.close();
});

/** Accepts without end, eight at a time, and says each that was acknowledged. */
const ACCEPTING = `
const [dir, files] = process.argv.slice(1);
const { openWorkspace } = await import(files + "/workspace.js");
const { openSubmissions } = await import(files + "/submissions.js");
const workspace = await openWorkspace(dir, { mode: "write", clock: () => new Date("2026-01-10T06:30:00Z"), program: "test" });
const submissions = await openSubmissions(workspace);
let made = 0;
await Promise.all(Array.from({ length: 8 }, async () => {
	for (;;) {
		const uid = "uid-" + made++;
		await submissions.append({ uid, reportId: "r", receivedAt: "2026-01-10T06:30:00Z", origin: "seen", measurement: { filler: "x".repeat(20_000) } });
		process.stdout.write(uid + "\\n");
	}
}));
`;

test("kill -9 loses nothing that was acknowledged", async (t) => {
	const dir = await newFolder(t);
	const files = new URL(".", import.meta.url).href.replace(/\/$/, "");
	const child = spawn(
		process.execPath,
		["--input-type=module", "-e", ACCEPTING, dir, files],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const exited = once(child, "exit");
	let said = "";
	for await (const chunk of child.stdout) {
		said += String(chunk);
		if (said.split("\n").length > 200) child.kill("SIGKILL");
	}
	await exited;
	const acknowledged = said.split("\n").slice(0, -1);
	assert.ok(acknowledged.length >= 200);
	assert.equal(child.signalCode, "SIGKILL");
	const { submissions, close } = await openAt(
		dir,
		() => "2026-01-10T07:00:00Z",
	);
	const kept = new Set(await uidsOf(submissions.held()));
	assert.deepEqual(
		acknowledged.filter((uid) => !kept.has(uid)),
		[],
	);
	await close();
});
