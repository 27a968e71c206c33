/**
 * Names the code that reads facts and the code that judges them by their
 * content, so that a ruleset's hash changes when the meaning of a fact changes
 * and not only when a rule does, and so that facts tell by what they were made
 * (P3). Kept in a file of each folder; the build writes them anew.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

/** What a verdict depends on beside rules and data: folders whole, and two files of the ground. */
const JUDGING = {
	name: "JUDGING_CODE",
	what: "judges",
	keptIn: "src/judge/verdicts/code-hash.ts",
	paths: [
		"src/judge/verdicts",
		"src/model",
		"src/base/ip.ts",
		"src/reference/domains.ts",
	],
};
/** What facts depend on beside the measurement and the fingerprints. */
const FACTS = {
	name: "FACTS_CODE",
	what: "reads facts",
	keptIn: "src/judge/observations/code-hash.ts",
	paths: [
		"src/judge/observations",
		"src/model",
		"src/base/ip.ts",
		"src/pipeline/decode.ts",
		"src/pipeline/facts.ts",
		"src/reference/domains.ts",
		"src/reference/gap-pattern.ts",
		"src/reference/literal-search.ts",
		"src/reference/text-patterns.ts",
	],
};

export function judgingCodeHash() {
	return codeHash(JUDGING);
}

export function factsCodeHash() {
	return codeHash(FACTS);
}

function codeHash({ paths, keptIn }) {
	const files = paths.flatMap(filesOf).filter((path) => path !== keptIn);
	const hash = createHash("sha256");
	for (const path of files.sort())
		hash.update(`${path}\n`).update(readFileSync(join(projectRoot, path)));
	return hash.digest("hex").slice(0, 16);
}

/** A file, or the sources in a folder but for tests. */
function filesOf(path) {
	if (/\.\w+$/.test(path)) return [path];
	return readdirSync(join(projectRoot, path), { recursive: true })
		.map((entry) => join(path, entry).replaceAll("\\", "/"))
		.filter((file) => /\.(ts|as)$/.test(file) && !/\.test\.ts$/.test(file));
}

/** Writes the hashes where they are kept, if they are not there already. A tree without such code has none. */
export function keepCodeHashes() {
	for (const code of [JUDGING, FACTS]) {
		if (!existsSync(join(projectRoot, code.paths[0]))) continue;
		const text = `/** Hash of the code that ${code.what}, written by scripts/judging-code.mjs at each build. */\nexport const ${code.name} = "${codeHash(code)}";\n`;
		const path = join(projectRoot, code.keptIn);
		let present = "";
		try {
			present = readFileSync(path, "utf8");
		} catch (error) {
			if (error.code !== "ENOENT") throw error;
		}
		if (present !== text) writeFileSync(path, text);
	}
}
