/**
 * `npm run golden`: rewrites what the golden cases must give by what they give
 * now. A person reads the diff before committing it.
 *
 *   node scripts/golden.mjs [BUILD_DIR]    (default dist, built where needed)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { projectRoot, say } from "./project.mjs";

const outFolder = process.argv[2] ?? "dist";
if (process.argv[2] === undefined && !isBuilt() && !build()) process.exit(1);
process.chdir(projectRoot);
const { GOLDEN_FOLDER, goldenFiles, goldenFingerprints, goldenNames } =
	await import(
		pathToFileURL(join(projectRoot, outFolder, "tests/golden/cases.js")).href
	);

const fingerprints = goldenFingerprints();
let changed = 0;
for (const name of goldenNames()) {
	for (const [file, text] of goldenFiles(name, fingerprints)) {
		const path = join(GOLDEN_FOLDER, name, file);
		if (readOrEmpty(path) === text) continue;
		writeFileSync(path, text);
		say(`wrote ${path}`);
		changed++;
	}
}
say(changed === 0 ? "no expectation changed" : `${changed} changed`);

function readOrEmpty(path) {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if (error.code === "ENOENT") return "";
		throw error;
	}
}
