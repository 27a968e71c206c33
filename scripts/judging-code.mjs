/**
 * Names the code that judges by its content, so that a verdict's ruleset hash
 * changes when the meaning of a fact changes and not only when a rule does
 * (P3). Kept in src/judge/verdicts/code-hash.ts; the build writes it anew.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

const KEPT_IN = "src/judge/verdicts/code-hash.ts";
/** What a verdict depends on beside rules and data: folders whole, and two files of the ground. */
const FOLDERS = ["src/judge/verdicts", "src/model"];
const FILES = ["src/base/ip.ts", "src/reference/domains.ts"];

export function judgingCodeHash() {
	const files = [...FILES];
	for (const folder of FOLDERS)
		for (const entry of readdirSync(join(projectRoot, folder), {
			recursive: true,
		})) {
			const path = join(folder, entry).replaceAll("\\", "/");
			if (/\.ts$/.test(path) && !/\.test\.ts$/.test(path) && path !== KEPT_IN)
				files.push(path);
		}
	const hash = createHash("sha256");
	for (const path of files.sort())
		hash.update(`${path}\n`).update(readFileSync(join(projectRoot, path)));
	return hash.digest("hex").slice(0, 16);
}

/** Writes the hash where it is kept, if it is not there already. A tree without judging code has none. */
export function keepJudgingCodeHash() {
	if (!existsSync(join(projectRoot, "src/judge/verdicts"))) return;
	const text = `/** Hash of the code that judges, written by scripts/judging-code.mjs at each build. */\nexport const JUDGING_CODE = "${judgingCodeHash()}";\n`;
	const path = join(projectRoot, KEPT_IN);
	let present = "";
	try {
		present = readFileSync(path, "utf8");
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
	}
	if (present !== text) writeFileSync(path, text);
}
