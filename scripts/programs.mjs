/**
 * Compiles the programs of inner loops, each an AssemblyScript source, to a
 * TypeScript file beside it that holds it as WebAssembly. Run after a change
 * of a source; tests tell when that was forgotten. The compiler weighs 100 MB
 * and is fetched for this alone, so it is not among the dependencies.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fail, projectRoot, say } from "./project.mjs";

const COMPILER = "assemblyscript@0.28.20";

/** Sources, and how the compiler is told of their memory, in pages of 64 KiB. */
const PROGRAMS = [
	[
		"src/judge/observations/scan/scan.as",
		"--initialMemory",
		"768",
		"--maximumMemory",
		"768",
	],
	["src/reference/literal-search.as", "--importMemory"],
	["src/judge/incidents/inference.as", "--importMemory"],
];

const work = mkdtempSync(join(tmpdir(), "rasai-programs-"));
try {
	for (const [source, ...memory] of PROGRAMS) compile(source, memory);
} finally {
	rmSync(work, { recursive: true });
}

function compile(source, memory) {
	const text = readFileSync(join(projectRoot, source));
	writeFileSync(join(work, "program.ts"), text);
	const { status } = spawnSync(
		"npx",
		[
			"--yes",
			"--package",
			COMPILER,
			"asc",
			"program.ts",
			"--outFile",
			"program.wasm",
			"-O3",
			"--noAssert",
			"--runtime",
			"stub",
			"--enable",
			"simd,bulk-memory",
			...memory,
		],
		{ cwd: work, stdio: "inherit" },
	);
	if (status !== 0) fail(`${source} was not compiled`);
	const program = readFileSync(join(work, "program.wasm"));
	const hash = createHash("sha256").update(text).digest("hex");
	writeFileSync(
		join(projectRoot, source.replace(/\.as$/, "-program.ts")),
		`/** ${basename(source)} as WebAssembly: made by \`node scripts/programs.mjs\`, not written. */
export const PROGRAM =
	"${program.toString("base64")}";

/** SHA-256 of the source that it was made from. */
export const SOURCE_HASH =
	"${hash}";
`,
	);
	say(`${source}: ${program.length} bytes`);
}
