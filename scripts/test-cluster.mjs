/**
 * `npm run test:cluster`: the second engine's tests, on ClickHouse servers of
 * the `chdb` package. That package weighs 550 MB, so it is no dependency: it is
 * installed once, into a cache outside the project. Needs Linux and a C compiler,
 * for the launcher that makes a server of the library.
 */
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { bootstrap } from "./bootstrap.mjs";
import { fail, projectRoot, say } from "./project.mjs";

/** The version of chdb that the tests were written against, with ClickHouse 26.7. */
const CHDB = "3.4.0";
const CACHE = join(
	process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
	"rasai",
	`chdb-${CHDB}`,
);
const INSTALL_LIMIT_MS = 15 * 60 * 1000;

function run(command, args, options = {}) {
	const result = spawnSync(command, args, {
		stdio: ["ignore", 2, 2],
		...options,
	});
	if (result.error || result.status !== 0)
		fail(
			`${command} ${args.join(" ")} failed: ${result.error?.message ?? `code ${result.status}`}`,
		);
}

/** The folder with the library and the launcher. */
function installChdb() {
	const launcher = join(CACHE, "launch");
	if (!existsSync(join(CACHE, "libchdb.so"))) {
		say(`installing chdb ${CHDB} into ${CACHE}, once`);
		const making = `${CACHE}.${process.pid}`;
		mkdirSync(making, { recursive: true });
		writeFileSync(join(making, "package.json"), `{"private":true}\n`);
		run(
			"npm",
			[
				"install",
				"--no-audit",
				"--no-fund",
				"--ignore-scripts",
				"--save-exact",
				`chdb@${CHDB}`,
			],
			{
				cwd: making,
				timeout: INSTALL_LIMIT_MS,
			},
		);
		const [own] = readdirSync(join(making, "node_modules/@chdb"));
		if (own === undefined) fail("chdb has no library for this machine");
		symlinkSync(
			join("node_modules/@chdb", own, "libchdb.so"),
			join(making, "libchdb.so"),
		);
		renameSync(making, CACHE);
	}
	run("cc", [
		"-O1",
		"-o",
		launcher,
		join(projectRoot, "tests/cluster/launch.c"),
		"-ldl",
	]);
	return CACHE;
}

bootstrap();
const folder = join(projectRoot, "dist/tests/cluster");
const files = readdirSync(folder)
	.filter((name) => name.endsWith(".test.js"))
	.map((name) => join(folder, name));
const result = spawnSync(
	process.execPath,
	[
		"--test",
		"--test-reporter=spec",
		"--test-concurrency=1",
		"--test-timeout=600000",
		...files,
	],
	{
		cwd: projectRoot,
		stdio: ["ignore", "inherit", "inherit"],
		env: { ...process.env, RASAI_CHDB: installChdb() },
	},
);
process.exit(result.status ?? 1);
