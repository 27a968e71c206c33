/**
 * Compiles the scanning program, `src/judge/observations/scan/scan.as`
 * (AssemblyScript), to `program.ts` beside it. Run after a change of the
 * source; a test tells when that was forgotten. The compiler weighs 100 MB
 * and is fetched for this alone, so it is not among the dependencies.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, projectRoot, say } from "./project.mjs";

const COMPILER = "assemblyscript@0.28.20";
const PAGES = "768";
const folder = join(projectRoot, "src/judge/observations/scan");
const source = readFileSync(join(folder, "scan.as"));
const work = mkdtempSync(join(tmpdir(), "rasai-scan-"));
try {
	writeFileSync(join(work, "scan.ts"), source);
	const { status } = spawnSync(
		"npx",
		[
			"--yes",
			"--package",
			COMPILER,
			"asc",
			"scan.ts",
			"--outFile",
			"scan.wasm",
			"-O3",
			"--noAssert",
			"--runtime",
			"stub",
			"--enable",
			"simd,bulk-memory",
			"--initialMemory",
			PAGES,
			"--maximumMemory",
			PAGES,
		],
		{ cwd: work, stdio: "inherit" },
	);
	if (status !== 0) fail("the scanning program was not compiled");
	const program = readFileSync(join(work, "scan.wasm"));
	const hash = createHash("sha256").update(source).digest("hex");
	writeFileSync(
		join(folder, "program.ts"),
		`/** scan.as compiled to WebAssembly by \`node scripts/scan-program.mjs\`: made, not written. */
export const PROGRAM =
	"${program.toString("base64")}";

/** SHA-256 of the source that it was made from. */
export const SOURCE_HASH =
	"${hash}";
`,
	);
	say(`scan.as compiled, ${program.length} bytes`);
} finally {
	rmSync(work, { recursive: true });
}
