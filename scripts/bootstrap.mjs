/**
 * Makes the tree runnable with nothing but Node and npm: installs packages
 * when the lockfile asks for others than are there, builds when sources
 * changed. Does nothing, and needs no network, when all is in place.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { fail, projectRoot, say } from "./project.mjs";

const OLDEST_NODE = [20, 19];

/** Installs and builds where needed. Ends the process with a message where it cannot. */
export function bootstrap() {
	checkNode();
	const missing = missingPackages();
	if (missing.length > 0) install();
	if (!isBuilt()) {
		say("building");
		if (!build()) fail("the build failed; the compiler's messages are above");
	}
}

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	const [needMajor, needMinor] = OLDEST_NODE;
	if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
	fail(
		`Node ${process.versions.node} is too old: Rasai needs Node ${OLDEST_NODE.join(".")} or newer (https://nodejs.org)`,
	);
}

function readLock(path) {
	return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** Whether a package of the lockfile belongs on this kind of machine. */
function isForThisMachine(entry) {
	const suits = (list, value) => !list || list.includes(value);
	return (
		suits(entry.os, process.platform) &&
		suits(entry.cpu, process.arch) &&
		!(entry.libc?.length === 1 && entry.libc[0] === "musl")
	);
}

/**
 * Packages of the lockfile that are not installed at the version and content
 * it names, by npm's own record of what it installed.
 */
function missingPackages() {
	const wanted = readLock(join(projectRoot, "package-lock.json"));
	const recordPath = join(projectRoot, "node_modules", ".package-lock.json");
	const installed = existsSync(recordPath) ? readLock(recordPath) : {};
	return Object.entries(wanted)
		.filter(([path, entry]) => {
			if (path === "") return false;
			if (entry.optional && !isForThisMachine(entry)) return false;
			return (
				installed[path]?.version !== entry.version ||
				(entry.integrity && installed[path].integrity !== entry.integrity) ||
				!existsSync(join(projectRoot, path, "package.json"))
			);
		})
		.map(([path]) => path.replace(/^.*node_modules\//, ""));
}

/** npm as it was started, so that the same npm runs under the same Node. */
function npmCommand() {
	const script = process.env.npm_execpath ?? "";
	return basename(script) === "npm-cli.js"
		? [process.execPath, script]
		: [process.platform === "win32" ? "npm.cmd" : "npm"];
}

function install() {
	say("installing packages (npm ci)");
	const [command, ...first] = npmCommand();
	const result = spawnSync(
		command,
		[
			...first,
			"ci",
			"--include=dev",
			"--include=optional",
			"--ignore-scripts",
			"--no-audit",
			"--no-fund",
			// npm's own pauses between attempts keep somebody without network waiting for over a minute.
			"--fetch-retries=3",
			"--fetch-retry-mintimeout=1000",
			"--fetch-retry-maxtimeout=8000",
		],
		// What npm prints goes to stderr: stdout belongs to the program that starts next.
		{ cwd: projectRoot, stdio: ["ignore", 2, 2] },
	);
	if (result.error)
		fail(`npm could not be started: ${result.error.message}. Is npm on PATH?`);
	if (result.status !== 0)
		fail(
			"npm could not install the packages; its messages are above.\n" +
				"The first run needs the npm registry (later runs do not). Behind a proxy, set\n" +
				"HTTPS_PROXY; with a registry of your own, run: npm config set registry URL",
		);
	const still = missingPackages();
	if (still.length > 0)
		fail(
			`npm ended well, but these packages are still missing: ${still.join(", ")}.\n` +
				"Remove node_modules and run npm ci by hand to see why.",
		);
}

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
	bootstrap();
