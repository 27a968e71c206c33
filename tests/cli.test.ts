import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { COMMANDS, nameOf } from "../src/cli/index.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

function rasai(words: readonly string[], env: Record<string, string> = {}) {
	const { RASAI_HOME: _home, ...inherited } = process.env;
	return spawnSync(process.execPath, [MAIN, ...words], {
		encoding: "utf8",
		env: { ...inherited, ...env },
		timeout: 60_000,
	});
}

test("help is printed at every level, examples first, and is no error", () => {
	const program = rasai([]);
	assert.equal(program.status, 0);
	assert.equal(program.stderr, "");
	assert.equal(rasai(["--help"]).stdout, program.stdout);
	for (const command of COMMANDS) {
		assert.ok(
			program.stdout.includes(`  ${nameOf(command)} `),
			nameOf(command),
		);
		assert.ok(command.examples.length > 0, nameOf(command));
	}
	const { status, stdout } = rasai(["doctor", "--help"]);
	assert.equal(status, 0);
	assert.ok(stdout.indexOf("Examples") < stdout.indexOf("Usage"));
	assert.match(stdout, /Exit codes: 0 done, 1 failed, 2 used wrongly/);
});

test("what is not there is named in plain words, and nothing is made in its place", () => {
	const top = mkdtempSync(join(tmpdir(), "rasai-missing-"));
	try {
		const file = rasai(["series", "detect", join(top, "no.csv")]);
		assert.equal(file.status, 1);
		assert.match(file.stderr, /no\.csv: there is no such file/);
		const workspace = join(top, "typo");
		const overdue = rasai(["record", "overdue", "--workspace", workspace]);
		assert.equal(overdue.status, 1);
		assert.match(overdue.stderr, /there is no workspace in/);
		assert.deepEqual(readdirSync(top), []);
	} finally {
		rmSync(top, { recursive: true });
	}
});

test("an option's name takes a value everywhere or nowhere", () => {
	const kinds = new Map<string, boolean>();
	for (const { name, kind } of COMMANDS.flatMap((one) => one.options)) {
		const takesValue = kind !== "flag";
		assert.equal(kinds.get(name) ?? takesValue, takesValue, name);
		kinds.set(name, takesValue);
	}
});

test("wrong usage gives 2, says so on stderr and suggests the nearest", () => {
	const { status, stdout, stderr } = rasai(["docter"]);
	assert.equal(status, 2);
	assert.equal(stdout, "");
	assert.match(stderr, /unknown command: docter\n.*rasai doctor\?/);
	assert.equal(rasai(["doctor", "--plane"]).status, 2);
});

test("--json gives errors as JSON on stderr", () => {
	const { status, stdout, stderr } = rasai(["doctor", "--plane", "--json"]);
	assert.equal(status, 2);
	assert.equal(stdout, "");
	assert.deepEqual(JSON.parse(stderr), {
		error: {
			code: "usage",
			message: "unknown option: --plane",
			hint: "Did you mean --plain?",
		},
	});
});

test("--version prints the version alone", () => {
	assert.match(rasai(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});

test("looking leaves no workspace behind", () => {
	const folder = mkdtempSync(join(tmpdir(), "rasai-cli-"));
	try {
		rasai(["doctor"], { RASAI_HOME: join(folder, "here") });
		assert.deepEqual(readdirSync(folder), []);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("RASAI_HOME names the workspace, and --workspace goes before it", () => {
	const env = { RASAI_HOME: "/tmp/rasai-from-env" };
	assert.match(rasai(["doctor"], env).stdout, /\/tmp\/rasai-from-env/);
	assert.match(
		rasai(["doctor", "--workspace", "/tmp/rasai-named"], env).stdout,
		/\/tmp\/rasai-named/,
	);
});

test("a reader that goes away is no fault", async () => {
	const child = spawn(process.execPath, [MAIN, "--help"], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	child.stdout.destroy();
	let stderr = "";
	child.stderr.on("data", (chunk) => {
		stderr += chunk;
	});
	const code = await new Promise((resolve) => child.on("close", resolve));
	assert.equal(stderr, "");
	assert.equal(code, 0);
});
