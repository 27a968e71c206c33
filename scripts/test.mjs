/**
 * `npm test`: installs and builds where needed, then runs every test of dist.
 * Words after `--` pick test files by a part of their path:
 * `npm test -- judge/verdicts`.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { bootstrap } from "./bootstrap.mjs";
import { installDebianPackages } from "./debian.mjs";
import { fail, projectRoot } from "./project.mjs";

/** A test that hangs fails after this long and takes its file with it. */
const TEST_TIME_LIMIT_MS = 5 * 60 * 1000;

function testFiles(wanted) {
	const dist = join(projectRoot, "dist");
	return readdirSync(dist, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".test.js"))
		.filter(
			(path) =>
				wanted.length === 0 || wanted.some((part) => path.includes(part)),
		)
		.map((path) => relative(projectRoot, join(dist, path)))
		.sort();
}

bootstrap();
installDebianPackages();
const files = testFiles(process.argv.slice(2));
if (files.length === 0) fail("no test file was found");

// The operator's own workspace stays out of the tests' reach.
const { RASAI_HOME: _home, ...env } = process.env;
const result = spawnSync(
	process.execPath,
	[
		"--test",
		"--test-reporter=spec",
		`--test-concurrency=${Math.max(2, availableParallelism())}`,
		`--test-timeout=${TEST_TIME_LIMIT_MS}`,
		...files,
	],
	{ cwd: projectRoot, stdio: ["ignore", "inherit", "inherit"], env },
);
if (result.error)
	fail(`the tests could not be started: ${result.error.message}`);
process.exit(result.status ?? 1);
