/** The commands on a real workspace, as an operator runs them: child processes, files, a server. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { packStory } from "../src/measure/lab/index.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai cli "));
const WORKSPACE = join(TOP, "workspace");
const SOURCES = join(TOP, "sources");
const BROKEN = join(TOP, "broken.jsonl");
const TIME_LIMIT_MS = 120_000;

function rasai(...words: string[]) {
	return spawnSync(
		process.execPath,
		[MAIN, ...words, "--workspace", WORKSPACE],
		{ encoding: "utf8", timeout: TIME_LIMIT_MS, cwd: TOP },
	);
}

/** stdout of a command that must end well, as JSON lines. */
function json(...words: string[]) {
	const { status, stdout, stderr } = rasai(...words, "--json");
	assert.equal(status, 0, stderr);
	return stdout
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}

before(() => {
	for (const { path, bytes } of packStory("cli", { days: 2 })) {
		mkdirSync(dirname(join(SOURCES, path)), { recursive: true });
		writeFileSync(join(SOURCES, path), bytes);
	}
	writeFileSync(
		BROKEN,
		'{"test_name": "web_connectivity", "test_k\n{"test_name": "x"}\n',
	);
});
after(() => rmSync(TOP, { recursive: true, force: true }));

test("a command that reads says that there is no workspace, and what to do", () => {
	const { status, stderr } = rasai("archive", "list");
	assert.equal(status, 1);
	assert.match(stderr, /there is no workspace in .*\n.*rasai up/);
	assert.ok(!existsSync(WORKSPACE));
});

test("archive import makes the workspace, counts what it did, and does nothing twice", () => {
	const [first] = json("archive", "import", "sources", "broken.jsonl");
	assert.ok(first.measurements > 100);
	assert.equal(first.rejected, 2);
	assert.equal(first.judgedDays, 2);
	const [second] = json("archive", "import", "sources");
	assert.equal(second.known, second.files);
	assert.equal(second.measurements, 0);
});

test("archive import names a source that is not there and exits with 1", () => {
	const { status, stderr } = rasai("archive", "import", "no-such-file");
	assert.equal(status, 1);
	assert.match(stderr, /no-such-file: no such file or folder/);
});

test("ooni: without days, and days without ooni:, are wrong usage", () => {
	assert.equal(rasai("archive", "import", "ooni:").status, 2);
	assert.equal(
		rasai("archive", "import", "sources", "--since", "2024-02-17").status,
		2,
	);
});

test("archive rejects is a table one can read, and can be narrowed", () => {
	const all = json("archive", "rejects");
	assert.deepEqual(
		all.map(({ line, reason }) => [line, reason]),
		[
			[1, "json_invalid"],
			[2, "test_keys_missing"],
		],
	);
	assert.ok(all.every(({ file }) => file.endsWith("broken.jsonl")));
	assert.equal(
		json("archive", "rejects", "--reason", "json_invalid").length,
		1,
	);
});

test("a workspace is not made in a folder that holds other things", () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		[MAIN, "archive", "import", "sources", "--workspace", SOURCES],
		{ encoding: "utf8", cwd: TOP },
	);
	assert.equal(status, 2);
	assert.match(stderr, /is no workspace and holds other things/);
});

test("verdict explain gives facts, rules, control and a sentence", () => {
	const [judged] = json(
		"measurement",
		"judge",
		"sources/jsonl/webconnectivity",
	);
	const [explained] = json("verdict", "explain", judged.uid);
	assert.equal(explained.verdict.uid, judged.uid);
	assert.ok(explained.observations.length > 0);
	assert.ok(explained.rules.length > 0);
	const text = rasai("verdict", "explain", judged.uid).stdout;
	assert.match(text, /^On AS\d+ .*\.\n/);
	assert.match(text, /Rules that fired/);
});

test("verdict rescore under other rules stands beside what pages show, and tells what moves", () => {
	const [rules] = json("verdict", "rules");
	const file = join(TOP, "rules.json");
	writeFileSync(
		file,
		JSON.stringify(
			rules.filter((rule: { layer: string }) => rule.layer !== "http"),
		),
	);
	const [run] = json("verdict", "rescore", "--rules", file);
	assert.equal(run.shown, false);
	assert.equal(run.days, 2);
	assert.ok(run.moved.length > 0);
	assert.equal(json("verdict", "runs")[0].length, 2);
});

test("a damaged partition gives exit code 3, and rebuild mends it to the same bytes", () => {
	const derived = join(WORKSPACE, "derived");
	const files = readdirSync(derived, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".parquet"))
		.sort();
	const victim = join(
		derived,
		files.find((path) => path.includes("measurements")) ?? assert.fail(),
	);
	const sound = readFileSync(victim);
	const damaged = Buffer.from(sound);
	damaged.writeUInt8(damaged.readUInt8(60) ^ 1, 60);
	writeFileSync(victim, damaged);
	assert.equal(rasai("store", "verify").status, 3);
	assert.equal(rasai("doctor").status, 1);
	assert.equal(rasai("rebuild").status, 0);
	assert.deepEqual(readFileSync(victim), sound);
	assert.equal(rasai("store", "verify").status, 0);
});

test("P3: doctor and every page tell of facts that another program read, and rebuild reads them again", () => {
	const path = join(WORKSPACE, "derived/manifest.json");
	const factsCheck = () =>
		json("doctor", "--quick")[0].checks.find(
			({ check }: { check: string }) => check === "facts",
		);
	assert.equal(factsCheck().result, "ok");
	const sound = readFileSync(path, "utf8");
	const older = sound.replace(
		/("[^"]*\/measurements\/[^}]*"from": ?")[^"]*/,
		"$10123456789abcdef/none",
	);
	assert.notEqual(older, sound);
	writeFileSync(path, older);
	assert.equal(factsCheck().result, "warning");
	assert.match(factsCheck().found, /^1 day/);
	const copy = join(TOP, "copy");
	const { faults, fingerprint } = json("mirror", "build", "--out", copy)[0];
	assert.deepEqual(faults, []);
	assert.match(
		readFileSync(join(copy, "about.html"), "utf8"),
		/The facts of 1 day were read by an older version/,
	);
	assert.equal(rasai("mirror", "verify", copy, "--key", fingerprint).status, 0);
	writeFileSync(join(copy, "about.html"), "x");
	assert.equal(rasai("mirror", "verify", copy).status, 3);
	assert.equal(rasai("rebuild").status, 0);
	assert.equal(factsCheck().result, "ok");
});

test("a changed archive file gives exit code 3", () => {
	const [entry] = json("archive", "list");
	const path = join(WORKSPACE, "archive", entry.hash.slice(0, 2), entry.hash);
	const sound = readFileSync(path);
	writeFileSync(path, Buffer.concat([sound, Buffer.from("x")]));
	const { status, stdout } = rasai("archive", "verify");
	assert.equal(status, 3);
	assert.match(stdout, new RegExp(entry.hash));
	writeFileSync(path, sound);
});

test("reference update takes files that the operator brought", () => {
	const [outcome] = json("reference", "update", "--from", TOP);
	assert.equal(outcome.changed, false);
	assert.ok(outcome.sources.length > 3);
});

/** Starts `rasai up` on any free port and gives its address once it serves. */
async function startServer(): Promise<{
	readonly child: ChildProcess;
	readonly url: string;
}> {
	const child = spawn(
		process.execPath,
		[
			MAIN,
			"up",
			"--no-story",
			"--port",
			"0",
			"--json",
			"--workspace",
			WORKSPACE,
		],
		{ stdio: ["ignore", "pipe", "inherit"], cwd: TOP },
	);
	const [line] = await once(child.stdout ?? assert.fail(), "data");
	return { child, url: JSON.parse(String(line)).url };
}

test("a server serves pages, does the writing handed to it, and leaves no lock", async () => {
	const { child, url } = await startServer();
	try {
		const page = await fetch(url);
		assert.equal(page.status, 200);
		assert.match(await page.text(), /<html/);
		const late = join(TOP, "late.jsonl");
		writeFileSync(late, "5\n");
		// The child process resolves the name from its own folder; the server does the work.
		const { status, stdout, stderr } = rasai(
			"archive",
			"import",
			"late.jsonl",
			"--json",
		);
		assert.equal(status, 0, stderr);
		assert.equal(JSON.parse(stdout).rejected, 1);
		assert.equal(
			json("archive", "rejects", "--file", "late")[0].reason,
			"not_an_object",
		);
	} finally {
		child.kill("SIGTERM");
	}
	const [code] = await once(child, "exit");
	assert.equal(code, 0);
	assert.ok(!existsSync(join(WORKSPACE, "lock")));
	assert.deepEqual(readdirSync(join(WORKSPACE, "run")), []);
});

test("P12: a new workspace holds the record that ships: an incident's page shows its entries and offers its dossier", async () => {
	const { child, url } = await startServer();
	try {
		const incident = `${url}/incident/PK-2024-02-17-x`;
		const page = await (await fetch(incident)).text();
		assert.match(page, /Documented, not measured/);
		const [, entry = ""] =
			/href="(\/entry\/[^"]+)">order<\/a>/.exec(page) ?? [];
		assert.match(await (await fetch(url + entry)).text(), /Unpublished letter/);
		const dossier = await fetch(`${incident}/dossier.md`);
		assert.match(
			dossier.headers.get("content-disposition") ?? "",
			/^attachment; filename="PK-2024-02-17-x\.md"$/,
		);
		assert.match(await dossier.text(), /^# /m);
		assert.equal((await fetch(`${incident}/dossier.exe`)).status, 404);
		assert.equal(
			(await fetch(`${url}/incident/no-such/dossier.md`)).status,
			404,
		);
	} finally {
		child.kill("SIGTERM");
		await once(child, "exit");
	}
});

test("after kill -9 of the server the next writer clears its lock and goes on", async () => {
	const { child } = await startServer();
	child.kill("SIGKILL");
	await once(child, "exit");
	assert.ok(existsSync(join(WORKSPACE, "lock")));
	assert.equal(json("archive", "import", "sources")[0].measurements, 0);
	assert.ok(!existsSync(join(WORKSPACE, "lock")));
});
