/**
 * `npm run bench -- NAME`: builds where needed and runs `bench/NAME.bench.ts`,
 * bound to one core where the system can do that, so that figures are those
 * of one core; but for some that measure all. Without a name: all of them, as
 * `bench-all.mjs` says.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bootstrap } from "./bootstrap.mjs";
import { fail, projectRoot, say } from "./project.mjs";

const [name, ...words] = process.argv.slice(2);
const folder = join(projectRoot, "dist", "bench");

bootstrap();
if (!name || name.startsWith("--")) {
	await import("./bench-all.mjs");
	process.exit(0);
}
const file = join(folder, `${name}.bench.js`);
if (!existsSync(file)) {
	const names = readdirSync(folder)
		.filter((path) => path.endsWith(".bench.js"))
		.map((path) => path.slice(0, -".bench.js".length));
	fail(`which benchmark? ${names.join(", ")}`);
}
const command = [process.execPath, file, ...words];
/** These measure all cores together. */
const ALL_CORES = [
	"detect",
	"import-cores",
	"million-series",
	"serving",
	"year",
];
const oneCore =
	!ALL_CORES.includes(name) &&
	spawnSync("taskset", ["-c", "0", "true"]).status === 0;
if (!oneCore && !ALL_CORES.includes(name))
	say("taskset is not there: other cores may help");
const [program, ...rest] = oneCore
	? ["taskset", "-c", "0", ...command]
	: command;
const result = spawnSync(program, rest, { cwd: projectRoot, stdio: "inherit" });
process.exit(result.status ?? 1);
