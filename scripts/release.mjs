/**
 * Makes a release of the commit that is checked out: sources, built program
 * and list of components in one archive. The same commit, packages and Node
 * give the same bytes in any folder (`npm run test:release` shows it).
 *
 *   npm run release -- OUT_DIR [--key FILE]
 *
 * Docs: docs/guides/release.md. The key stays outside the tree.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { bootstrap } from "./bootstrap.mjs";
import { build } from "./build.mjs";
import { fail, projectRoot, say } from "./project.mjs";

const SBOM = "sbom.cdx.json";

function git(...words) {
	const { status, stdout, stderr } = spawnSync("git", words, {
		cwd: projectRoot,
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0) fail(`git ${words[0]}: ${stderr.trim()}`);
	return stdout;
}

function failIfChanged() {
	const changed = git("status", "--porcelain").trim();
	if (changed !== "")
		fail(
			`a release is made of a commit, and these differ from it:\n${changed}`,
		);
}

function filesOf(folder) {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => join(folder, path))
		.filter((path) => statSync(path).isFile())
		.map((path) => relative(projectRoot, path).replaceAll(sep, "/"));
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { key: { type: "string" } },
});
const [out] = positionals;
if (out === undefined || positionals.length > 1)
	fail("usage: npm run release -- OUT_DIR [--key FILE]");
const keyFile = values.key && resolve(values.key);
if (keyFile?.startsWith(projectRoot + sep))
	fail("keep the release key outside the tree");

failIfChanged();
bootstrap();
if (!build()) fail("the build failed; the compiler's messages are above");
// The build states the hash of the judging code in a source: a commit that lacks it is no release.
failIfChanged();

const sbom = spawnSync(
	process.execPath,
	[join(projectRoot, "scripts/sbom.mjs"), join(projectRoot, "dist", SBOM)],
	{ stdio: ["ignore", "inherit", "inherit"] },
);
if (sbom.status !== 0) fail("the list of components could not be made");

// After bootstrap: it needs a package that bootstrap installs.
const { packRelease, writeRelease } = await import("./release-archive.mjs");
const { version } = JSON.parse(
	readFileSync(join(projectRoot, "package.json"), "utf8"),
);
const name = `rasai-${version}`;
const bytes = await packRelease({
	root: projectRoot,
	files: [
		...git("ls-files", "-z").split("\0").filter(Boolean),
		...filesOf(join(projectRoot, "dist")),
	],
	name,
	time: new Date(Number(git("log", "-1", "--format=%ct")) * 1000),
});
mkdirSync(out, { recursive: true });
const { hash, key } = writeRelease(
	out,
	`${name}.tar.gz`,
	bytes,
	keyFile && readFileSync(keyFile, "utf8"),
);
say(`${join(out, `${name}.tar.gz`)}: ${bytes.length} bytes, SHA-256 ${hash}`);
say(key ? `signed; SHA-256 of the public key: ${key}` : "not signed: no --key");
