/**
 * What happens to a workspace when the machine fails it: each fault is made
 * for real, `rasai doctor` must name it, the remedy that it names must mend
 * it, and the derived bytes must then be those of a workspace that nothing
 * happened to (P2). The table in docs/methods/reliability.md lists them;
 * `kill -9` is in tests/robustness.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { packStory } from "../../src/measure/lab/index.ts";
import { hashPartitions } from "../../src/pipeline/test-workspace.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai-faults-"));
const SOURCES = join(TOP, "sources");
const SOUND = join(TOP, "sound");
let expected: Readonly<Record<string, string>>;

function rasai(workspace: string, words: string, nodeOptions = "") {
	return spawnSync(
		process.execPath,
		[MAIN, ...words.split(" "), "--workspace", workspace],
		{
			encoding: "utf8",
			timeout: 120_000,
			env: { ...process.env, NODE_OPTIONS: nodeOptions },
		},
	);
}

const importInto = (workspace: string, nodeOptions = "") =>
	rasai(workspace, `archive import ${SOURCES} --json`, nodeOptions);

interface Finding {
	readonly check: string;
	readonly result: string;
	readonly found: string;
	readonly meaning?: string;
	readonly remedy?: string;
	readonly mended?: string;
	readonly notMended?: string;
}

/** Finds a check's result among all of one run of doctor. */
function examine(workspace: string, flags = ""): (check: string) => Finding {
	const { stdout, stderr } = rasai(workspace, `doctor${flags} --json`);
	const { checks } = JSON.parse(stdout) as {
		readonly checks: readonly Finding[];
	};
	return (check) =>
		checks.find((one) => one.check === check) ??
		assert.fail(`${check}: ${stdout}${stderr}`);
}

const doctor = (workspace: string, check: string): Finding =>
	examine(workspace)(check);

async function assertSound(workspace: string): Promise<void> {
	assert.deepEqual(await hashPartitions(join(workspace, "derived")), expected);
	const found = examine(workspace);
	assert.equal(found("archive").result, "ok");
	assert.equal(found("store").result, "ok");
}

/** A copy of the sound workspace. */
function copyOf(name: string): string {
	const workspace = join(TOP, name);
	cpSync(SOUND, workspace, { recursive: true });
	return workspace;
}

function filesBelow(folder: string, ending = ""): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((one) => one.isFile() && one.name.endsWith(ending))
		.map((one) => join(one.parentPath, one.name))
		.sort();
}

function flipByte(path: string): void {
	const bytes = readFileSync(path);
	const at = Math.floor(bytes.length / 2);
	bytes[at] = (bytes[at] as number) ^ 0xff;
	rmSync(path);
	writeFileSync(path, bytes);
}

/** A small disk of its own; undefined, and the test skipped, where this user may not mount. */
function smallDisk(t: TestContext, size: string): string | undefined {
	const disk = join(TOP, `disk-${size}`);
	mkdirSync(disk);
	const { status, stderr } = spawnSync(
		"mount",
		["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk],
		{ encoding: "utf8" },
	);
	if (status !== 0) {
		t.skip(`no disk can be mounted here: ${stderr.trim()}`);
		return undefined;
	}
	t.after(() => void spawnSync("umount", ["-l", disk]));
	return disk;
}

const remount = (disk: string, how: string): void =>
	assert.equal(spawnSync("mount", ["-o", `remount,${how}`, disk]).status, 0);

before(async () => {
	for (const file of packStory("faults", { days: 4, scale: 0.15 })) {
		const path = join(SOURCES, file.path);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, file.bytes);
	}
	const { status, stderr } = importInto(SOUND);
	assert.equal(status, 0, stderr);
	expected = await hashPartitions(join(SOUND, "derived"));
	assert.ok(Object.keys(expected).length > 5);
});
after(() => rmSync(TOP, { recursive: true, force: true }));

test("a full disk: the import fails and says why, doctor warns, and with room the same command goes on", async (t) => {
	const disk = smallDisk(t, "1500k");
	if (disk === undefined) return;
	const workspace = join(disk, "workspace");
	const { status, stdout, stderr } = importInto(workspace);
	assert.equal(status, 1, stdout);
	assert.match(stdout + stderr, /no space|ENOSPC|No space/i);
	assert.equal(doctor(workspace, "disk").result, "warning");
	remount(disk, "size=200m");
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
});

test("a disk that became read-only: writing is refused in words, reading goes on", async (t) => {
	const disk = smallDisk(t, "200m");
	if (disk === undefined) return;
	const workspace = join(disk, "workspace");
	cpSync(SOUND, workspace, { recursive: true });
	remount(disk, "ro");
	const { status, stdout, stderr } = importInto(workspace);
	assert.equal(status, 1);
	assert.match(stdout + stderr, /read-only|EROFS/i);
	assert.doesNotMatch(stdout + stderr, /\n\s+at /, "no stack trace");
	assert.equal(rasai(workspace, "incident list --json").status, 0);
	assert.equal(rasai(workspace, "archive list --json").status, 0);
	assert.match(doctor(workspace, "disk").found, /cannot be written/);
	remount(disk, "rw");
	await assertSound(workspace);
});

test("a damaged file of the archive is named, and receiving it again mends it", async () => {
	const workspace = copyOf("damaged-archive");
	const [file = assert.fail()] = filesBelow(join(workspace, "archive")).filter(
		(path) => /[0-9a-f]{64}$/.test(path),
	);
	flipByte(file);
	const finding = doctor(workspace, "archive");
	assert.equal(finding.result, "failed");
	assert.match(finding.remedy ?? "", /archive verify/);
	const { status, stdout } = rasai(workspace, "archive verify --json");
	assert.equal(status, 3);
	assert.ok(stdout.length > 2);
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
});

test("P2: damaged and missing partitions are told, and a rebuild gives the very bytes again", async () => {
	for (const harm of [flipByte, rmSync]) {
		const workspace = copyOf(`damaged-store-${harm.name}`);
		const parquet = filesBelow(join(workspace, "derived"), ".parquet");
		harm(parquet[1] ?? assert.fail());
		const finding = doctor(workspace, "store");
		assert.equal(finding.result, "failed");
		assert.match(finding.remedy ?? "", /rasai rebuild/);
		assert.equal(rasai(workspace, "store verify --json").status, 3);
		assert.equal(rasai(workspace, "rebuild --json").status, 0);
		await assertSound(workspace);
	}
});

test("a damaged manifest of the derived tables is told, and a rebuild mends it", async () => {
	const workspace = copyOf("damaged-manifest");
	const manifest = join(workspace, "derived", "manifest.json");
	writeFileSync(manifest, readFileSync(manifest).subarray(0, 100));
	const { status, stdout, stderr } = rasai(workspace, "doctor --json");
	assert.equal(status, 1, "doctor fails");
	assert.match(stdout + stderr, /manifest|rebuild/);
	assert.equal(rasai(workspace, "rebuild --json").status, 0);
	await assertSound(workspace);
});

test("a torn write: a half line of the archive's index is cut off, and its file received again", async () => {
	const workspace = copyOf("torn");
	const index =
		filesBelow(join(workspace, "archive"), ".jsonl")[0] ?? assert.fail();
	const lines = readFileSync(index, "utf8").trimEnd().split("\n");
	const last = lines.pop() ?? "";
	writeFileSync(
		index,
		`${lines.join("\n")}\n${last.slice(0, last.length / 2)}`,
	);
	appendFileSync(join(workspace, "derived", "left.unfinished"), "half");
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
});

/** A ledger of one entry, whose writer was killed in the middle of the next. */
function tearLedger(workspace: string): {
	readonly whole: Buffer;
	readonly torn: string;
} {
	const chain = join(workspace, "ledger", "chain.log");
	const whole = readFileSync(chain);
	const torn = String(whole).split("\n").at(-2)?.slice(0, 90) ?? assert.fail();
	appendFileSync(chain, torn);
	return { whole, torn };
}

test("doctor --mend clears away all that a kill leaves, keeps what it cuts off aside, and touches no other byte of archive and ledger", async () => {
	const workspace = copyOf("mend");
	assert.equal(rasai(workspace, "incident detect --json").status, 0);
	const { whole, torn } = tearLedger(workspace);
	const index = join(workspace, "archive", "index.jsonl");
	const indexed = readFileSync(index);
	appendFileSync(index, '{"hash":"half');
	const segments = join(workspace, "archive", "submissions", "open");
	mkdirSync(segments, { recursive: true });
	writeFileSync(join(segments, "2025-03-01T10.jsonl"), '{"uid":"half');
	const unfinished = join(
		workspace,
		"reference",
		"x.99999999t1-0-1.unfinished",
	);
	writeFileSync(unfinished, "half");
	writeFileSync(
		join(workspace, "lock"),
		JSON.stringify({ pid: 99999999, host: hostname(), bootId: "gone" }),
	);
	rmSync(join(workspace, "private"), { recursive: true });

	const named = examine(workspace, " --quick");
	for (const check of ["folders", "lock", "torn writes", "unfinished"])
		assert.equal(named(check).result, "warning", check);
	assert.deepEqual(readFileSync(index).length, indexed.length + 13);

	const mended = examine(workspace, " --mend");
	for (const check of ["folders", "lock", "torn writes", "unfinished"]) {
		assert.equal(mended(check).result, "ok", check);
		assert.ok(mended(check).mended, check);
	}
	assert.ok(!existsSync(unfinished));
	assert.ok(existsSync(join(workspace, "private")));
	assert.deepEqual(readFileSync(index), indexed);
	assert.deepEqual(readFileSync(join(workspace, "ledger", "chain.log")), whole);
	const kept = filesBelow(join(workspace, "archive"))
		.concat(filesBelow(join(workspace, "ledger")))
		.filter((path) => path.includes("/cut/"))
		.map((path) => readFileSync(path, "utf8"));
	assert.deepEqual(kept.sort(), ['{"hash":"half', '{"uid":"half', torn].sort());
	assert.equal(rasai(workspace, "ledger verify --json").status, 0);
	await assertSound(workspace);
});

test("doctor --mend rebuilds a damaged store, but not out of a damaged archive", async () => {
	const workspace = copyOf("mend-store");
	const parquet = filesBelow(join(workspace, "derived"), ".parquet");
	flipByte(parquet[1] ?? assert.fail());
	const [file = assert.fail()] = filesBelow(join(workspace, "archive")).filter(
		(path) => /[0-9a-f]{64}$/.test(path),
	);
	const sound = readFileSync(file);
	flipByte(file);
	const before = filesBelow(workspace).map((path) => readFileSync(path));
	const refused = examine(workspace, " --mend");
	assert.match(refused("store").notMended ?? "", /archive/);
	assert.equal(refused("archive").notMended, "this needs somebody to do it");
	assert.deepEqual(
		filesBelow(workspace).map((path) => readFileSync(path)),
		before,
		"nothing was changed",
	);
	writeFileSync(file, sound);
	const mended = examine(workspace, " --mend")("store");
	assert.deepEqual(
		[mended.result, mended.mended !== undefined],
		["ok", true],
		JSON.stringify(mended),
	);
	await assertSound(workspace);
});

test("what only a back-up has is named and not made up: a lost ledger folder, a changed entry", () => {
	const workspace = copyOf("lost");
	assert.equal(rasai(workspace, "incident detect --json").status, 0);
	const chain = join(workspace, "ledger", "chain.log");
	const whole = readFileSync(chain);
	whole[200] = (whole[200] as number) ^ 1;
	writeFileSync(chain, whole);
	const changed = examine(workspace, " --mend")("ledger");
	assert.equal(changed.result, "failed");
	assert.ok(changed.notMended);
	assert.deepEqual(readFileSync(chain), whole);
	rmSync(join(workspace, "ledger"), { recursive: true });
	const gone = examine(workspace, " --quick")("folders");
	assert.equal(gone.result, "failed");
	assert.match(gone.remedy ?? "", /back-up/);
});

test("two programs on one workspace: one writes, the other is told who it is, and nothing is lost", async () => {
	const workspace = join(TOP, "two");
	const first = spawn(
		process.execPath,
		[MAIN, "archive", "import", SOURCES, "--workspace", workspace],
		{ stdio: "ignore" },
	);
	const ended = once(first, "exit");
	while (!existsSync(join(workspace, "lock")) && first.exitCode === null)
		await new Promise((done) => setTimeout(done, 5));
	const second = importInto(workspace);
	const [code] = await ended;
	assert.equal(code, 0);
	if (second.status !== 0)
		assert.match(second.stdout + second.stderr, /workspace_locked/);
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
});

test("a workspace of a newer program is refused by an older one, and untouched", async () => {
	const workspace = copyOf("newer");
	const path = join(workspace, "version");
	const version = readFileSync(path, "utf8");
	writeFileSync(path, "999\n");
	const finding = doctor(workspace, "workspace");
	assert.equal(finding.result, "failed");
	assert.match(finding.found, /newer|999/);
	assert.equal(importInto(workspace).status, 1);
	writeFileSync(path, version);
	await assertSound(workspace);
});

test("an upgrade: days that an older program read are told, and doctor --mend reads them again", async () => {
	const workspace = copyOf("older");
	const path = join(workspace, "derived", "manifest.json");
	const manifest = JSON.parse(readFileSync(path, "utf8"));
	const days = Object.keys(manifest.partitions).filter((folder) =>
		folder.includes("/measurements/"),
	);
	manifest.partitions[days[0] ?? ""].from = "0123456789abcdef/none";
	writeFileSync(path, JSON.stringify(manifest));
	const mended = examine(workspace, " --quick --mend")("facts");
	assert.equal(mended.result, "ok");
	assert.match(mended.mended ?? "", /made everything derived again/);
	await assertSound(workspace);
});

test("a clock that jumps ten years, and back, changes no derived byte", async () => {
	const workspace = join(TOP, "clock");
	const jump = join(TOP, "jump.cjs");
	writeFileSync(
		jump,
		`const real = Date; const by = 10 * 365 * 86400000;
globalThis.Date = class extends real { constructor(...given) { given.length === 0 ? super(real.now() + by) : super(...given); } static now() { return real.now() + by; } };`,
	);
	assert.equal(importInto(workspace, `--require ${jump}`).status, 0);
	const warned = doctor(workspace, "clock");
	assert.equal(warned.result, "warning");
	assert.match(warned.meaning ?? "", /clock went back/);
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
	assert.equal(rasai(workspace, "incident list --json").status, 0);
	assert.equal(rasai(workspace, "ledger verify --json").status, 0);
});

test("with too little memory an import fails or ends, and with enough the same command gives the same bytes", async () => {
	const workspace = join(TOP, "memory");
	importInto(workspace, "--max-old-space-size=24");
	assert.equal(importInto(workspace).status, 0);
	await assertSound(workspace);
});
