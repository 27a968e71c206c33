/**
 * Compiles src, tests and bench to dist and copies what the compiler leaves
 * behind (style sheets, SQL, JSON). The new tree is made beside the old one
 * and takes its place by rename, so a failed build changes nothing and a
 * removed source leaves no stale test behind.
 *
 *   node scripts/build.mjs [OUT_DIR]    (default dist)
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { keepCodeHashes } from "./judging-code.mjs";
import { projectRoot, say } from "./project.mjs";

const SOURCE_FOLDERS = ["src", "tests", "bench"];
const STAMP = ".sources";

/** Files under the source folders, as sorted paths relative to the project. */
function sourceFiles() {
	const files = [];
	const walk = (folder) => {
		let entries;
		try {
			entries = readdirSync(folder, { withFileTypes: true });
		} catch (error) {
			if (error.code === "ENOENT") return;
			throw error;
		}
		for (const entry of entries) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) walk(path);
			else if (entry.isFile()) files.push(relative(projectRoot, path));
		}
	};
	for (const folder of SOURCE_FOLDERS) walk(join(projectRoot, folder));
	return files.sort();
}

const isCode = (path) => /\.tsx?$/.test(path);
const isAsset = (path) => !isCode(path) && !path.endsWith(".md");

/** Hash of everything that decides what a build gives. */
function sourcesHash(files) {
	const hash = createHash("sha256");
	const builtFrom = [
		...files,
		"tsconfig.json",
		"package.json",
		"package-lock.json",
		join("scripts", "build.mjs"),
	];
	for (const path of builtFrom) {
		const content = readFileSync(join(projectRoot, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest("hex");
}

/** Whether dist is what the sources give. */
export function isBuilt(outFolder = "dist") {
	try {
		const stamp = readFileSync(join(projectRoot, outFolder, STAMP), "utf8");
		return stamp === sourcesHash(sourceFiles());
	} catch (error) {
		if (error.code === "ENOENT") return false;
		throw error;
	}
}

/** Builds into outFolder. On a compile error prints it, leaves the old tree and gives false. */
export function build(outFolder = "dist") {
	keepCodeHashes();
	const files = sourceFiles();
	const hash = sourcesHash(files);
	const out = join(projectRoot, outFolder);
	const next = join(projectRoot, ".build", `next-${process.pid}`);
	rmSync(next, { recursive: true, force: true });
	try {
		const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
		const result = spawnSync(
			process.execPath,
			[compiler, "--project", projectRoot, "--outDir", next],
			{ cwd: projectRoot, stdio: ["ignore", 2, 2] },
		);
		if (result.error) throw result.error;
		if (result.status !== 0) return false;
		for (const path of files.filter(isAsset)) {
			mkdirSync(dirname(join(next, path)), { recursive: true });
			copyFileSync(join(projectRoot, path), join(next, path));
		}
		writeFileSync(join(next, STAMP), hash);
		mkdirSync(dirname(out), { recursive: true });
		rmSync(out, { recursive: true, force: true });
		renameSync(next, out);
		return true;
	} finally {
		rmSync(next, { recursive: true, force: true });
	}
}

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
	const outFolder = process.argv[2] ?? "dist";
	if (!build(outFolder)) process.exit(1);
	say(`built ${outFolder}`);
}
