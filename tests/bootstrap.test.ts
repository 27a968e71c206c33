/** The bootstrap on a small tree of its own, whose path has a blank in it. No network, no npm. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { type TestContext } from "node:test";

const INSTALLED = resolve("node_modules");

function makeTree(t: TestContext): string {
	const tree = mkdtempSync(join(tmpdir(), "rasai tree "));
	t.after(() => rmSync(tree, { recursive: true, force: true }));
	for (const name of ["scripts", "tsconfig.json", "package.json"])
		cpSync(name, join(tree, name), { recursive: true });
	cpSync("package-lock.json", join(tree, "package-lock.json"));
	symlinkSync(INSTALLED, join(tree, "node_modules"));
	mkdirSync(join(tree, "src"));
	writeFileSync(join(tree, "src/one.ts"), "export const one: number = 1;\n");
	writeFileSync(join(tree, "src/style.css"), "p { margin: 0 }\n");
	return tree;
}

function run(tree: string, script: string, env: Record<string, string> = {}) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(tree, "scripts", script)],
		{
			encoding: "utf8",
			// Nothing here may reach a registry, nor find npm.
			env: { PATH: "/nonexistent", ...env },
			cwd: tmpdir(),
			timeout: 60_000,
		},
	);
	return { status, stdout, said: stderr };
}

test("a build compiles, copies what the compiler leaves behind, and is not done twice", (t) => {
	const tree = makeTree(t);
	const first = run(tree, "bootstrap.mjs");
	assert.equal(first.status, 0, first.said);
	assert.equal(first.stdout, "");
	assert.match(first.said, /building/);
	assert.deepEqual(readdirSync(join(tree, "dist/src")).sort(), [
		"one.js",
		"style.css",
	]);
	const second = run(tree, "bootstrap.mjs", { NODE_ENV: "production" });
	assert.equal(second.status, 0);
	assert.equal(second.said, "");
});

test("a changed source is built again, and a removed one leaves nothing behind", (t) => {
	const tree = makeTree(t);
	run(tree, "bootstrap.mjs");
	rmSync(join(tree, "src/one.ts"));
	writeFileSync(join(tree, "src/two.ts"), "export const two = 2;\n");
	assert.equal(run(tree, "bootstrap.mjs").status, 0);
	assert.deepEqual(readdirSync(join(tree, "dist/src")).sort(), [
		"style.css",
		"two.js",
	]);
});

test("a compile error fails the build with the compiler's words and leaves the old one", (t) => {
	const tree = makeTree(t);
	run(tree, "bootstrap.mjs");
	const before = readFileSync(join(tree, "dist/src/one.js"), "utf8");
	writeFileSync(join(tree, "src/one.ts"), 'export const one: number = "1";\n');
	const { status, said } = run(tree, "bootstrap.mjs");
	assert.equal(status, 1);
	assert.match(said, /src\/one\.ts.*TS2322/);
	assert.equal(readFileSync(join(tree, "dist/src/one.js"), "utf8"), before);
	assert.equal(run(tree, "bootstrap.mjs").status, 1);
});

test("a package that is missing is noticed, and a failing npm is explained", (t) => {
	const tree = makeTree(t);
	rmSync(join(tree, "node_modules"));
	const { status, said } = run(tree, "bootstrap.mjs");
	assert.equal(status, 1);
	assert.match(said, /npm could not be started.*Is npm on PATH\?/);
	assert.ok(!existsSync(join(tree, "dist")));
});

test("a test run without test files fails", (t) => {
	const tree = makeTree(t);
	const { status, said } = run(tree, "test.mjs", { RASAI_NO_APT: "1" });
	assert.equal(status, 1);
	assert.match(said, /no test file was found/);
});

test("the command says what to do where nothing was built", (t) => {
	const tree = makeTree(t);
	cpSync("bin", join(tree, "bin"), { recursive: true });
	const { status, said } = run(tree, "../bin/rasai.mjs");
	assert.equal(status, 1);
	assert.match(said, /not built yet.*\n.*npm run build/);
});
