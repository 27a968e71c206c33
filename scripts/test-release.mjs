/** `npm run test:release`: two clones in folders of different names must give a release of the same bytes. */
import { spawnSync } from "node:child_process";
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, projectRoot, say } from "./project.mjs";

const work = mkdtempSync(join(tmpdir(), "rasai-release-"));

function run(command, ...words) {
	const { status } = spawnSync(command, words, {
		cwd: work,
		stdio: ["ignore", "inherit", "inherit"],
	});
	if (status !== 0) fail(`${command} ${words.join(" ")} failed`);
}

try {
	let source = projectRoot;
	const [first, second] = ["one", "another folder"].map((folder) => {
		const clone = join(work, folder);
		run("git", "clone", "-q", `file://${source}`, clone);
		// Of the first, since the project may have moved on.
		source = clone;
		// A link is no folder, so that .gitignore does not know it.
		writeFileSync(join(clone, ".git/info/exclude"), "node_modules\n");
		symlinkSync(join(projectRoot, "node_modules"), join(clone, "node_modules"));
		const out = join(work, `out of ${folder}`);
		run(process.execPath, join(clone, "scripts/release.mjs"), out);
		const file = readdirSync(out).find((name) => name.endsWith(".tar.gz"));
		return readFileSync(join(out, file ?? ""));
	});
	if (!first.equals(second)) fail("the two releases differ");
	say("the same bytes twice");
} finally {
	rmSync(work, { recursive: true, force: true });
}
