/** The edge: process, environment and clock end here; everything else is handed them. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LogLevel } from "../base/index.ts";
import {
	createLog,
	createProgress,
	silentProgress,
	systemClock,
} from "../base/index.ts";
import type { Args, Context } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { runCommandLine } from "./run.ts";

/** Folder of package.json: two levels above this file as built, more where it is built elsewhere. */
function findProjectRoot(from: string): string {
	try {
		readFileSync(join(from, "package.json"));
		return from;
	} catch {
		const parent = dirname(from);
		if (parent === from) throw new Error("package.json was not found");
		return findProjectRoot(parent);
	}
}

const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(
	readFileSync(join(projectRoot, "package.json"), "utf8"),
) as { version: string };

const stop = new AbortController();
let asked = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.on(signal, () => {
		if (asked) process.exit(1);
		asked = true;
		stop.abort();
	});

// Whoever read our output has gone (`rasai … | head`): stop without a word.
let unread = false;
for (const stream of [process.stdout, process.stderr])
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		unread = true;
		stop.abort();
	});

const bold = (text: string): string =>
	process.stdout.isTTY &&
	!process.env["NO_COLOR"] &&
	process.env["TERM"] !== "dumb"
		? `\x1b[1m${text}\x1b[22m`
		: text;

function createContext(args: Args): Context {
	const quiet = args.flag("quiet");
	const level = (args.text("log-level") ?? "warn") as LogLevel;
	const say = (text: string): void => {
		if (!quiet) process.stderr.write(text);
	};
	return {
		workspace: resolve(
			args.text("workspace") || process.env["RASAI_HOME"] || "rasai-data",
		),
		shipped: join(projectRoot, "data"),
		version,
		json: args.flag("json"),
		plain: args.flag("plain"),
		bold,
		clock: systemClock,
		log: createLog((line) => process.stderr.write(line), systemClock, level),
		signal: stop.signal,
		print: (text) => {
			process.stdout.write(text);
		},
		say: (line) => say(`${line}\n`),
		progress: (title) =>
			quiet
				? silentProgress
				: createProgress(process.stderr, title, () => Date.now()),
	};
}

const code = await runCommandLine(
	process.argv.slice(2),
	COMMANDS,
	{
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
		bold,
		version,
	},
	createContext,
);
process.stdout.write("", () => process.exit(unread ? 0 : code));
