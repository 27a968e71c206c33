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
import {
	openWorkspace,
	type Workspace,
	workspacePaths,
} from "../store/index.ts";
import type { Args, Command, Context } from "./command.ts";
import { nameOf } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { type HandedOver, handOver, type Reply } from "./handover.ts";
import { runCommandLine } from "./run.ts";

/** Folder of package.json: above this file, how far depends on where it was built. */
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
for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.on(signal, () => {
		if (stop.signal.aborted) process.exit(1);
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

const here: Reply = {
	out: (text) => {
		process.stdout.write(text);
	},
	err: (text) => {
		if (!unread) process.stderr.write(text);
	},
};

/** Where a command's words and files are: this process, or one that handed its command over. */
interface Place
	extends Pick<Context, "cwd" | "signal" | "openForWriting" | "exclusively"> {
	readonly reply: Reply;
	readonly workspace: string;
	readonly terminal: boolean;
}

/** The workspace with the store that the command line names, where it names one. */
function withStore(workspace: Workspace, args: Args): Workspace {
	const engine = args.text("store");
	if (engine === undefined) return workspace;
	const { config } = workspace;
	return {
		...workspace,
		config: { ...config, store: { ...config.store, engine } },
	};
}

function createContext(args: Args, place: Place): Context {
	const quiet = args.flag("quiet");
	const logLevel = args.text("log-level") as LogLevel | undefined;
	const { reply, cwd, signal, workspace, openForWriting } = place;
	const logAt = (level: string) =>
		createLog(reply.err, systemClock, level as LogLevel);
	const log = logAt(logLevel ?? "warn");
	return {
		workspace,
		cwd,
		shipped: join(projectRoot, "data"),
		...(process.env["RASAI_SHARED"]
			? { costData: join(process.env["RASAI_SHARED"], "data", "cost") }
			: {}),
		version,
		json: args.flag("json"),
		plain: args.flag("plain"),
		bold,
		clock: systemClock,
		log,
		logAt,
		logLevel,
		signal,
		print: reply.out,
		say: (line) => {
			if (!quiet) reply.err(`${line}\n`);
		},
		progress: (title) =>
			quiet
				? silentProgress
				: createProgress(
						{ write: reply.err, isTTY: place.terminal },
						title,
						() => Date.now(),
					),
		openForReading: async () =>
			withStore(
				await openWorkspace(workspace, {
					mode: "read",
					clock: systemClock,
					program: "rasai",
					log,
				}),
				args,
			),
		openForWriting: async () => withStore(await openForWriting(), args),
		...(place.exclusively ? { exclusively: place.exclusively } : {}),
		runFor: (open, exclusively) => (request, replyThere, signalThere) =>
			runCommandLine(
				request.words,
				COMMANDS.filter(({ writes }) => writes),
				{ out: replyThere.out, err: replyThere.err, bold: String, version },
				(argsThere) =>
					createContext(argsThere, {
						...request,
						reply: replyThere,
						signal: signalThere,
						workspace,
						exclusively,
						// Stays open for the server.
						openForWriting: async () => ({ ...open, close: async () => {} }),
					}),
			),
	};
}

function createOwnContext(args: Args, command: Command): Context {
	const workspace = resolve(
		args.text("workspace") || process.env["RASAI_HOME"] || "rasai-data",
	);
	const context = createContext(args, {
		reply: here,
		cwd: process.cwd(),
		signal: stop.signal,
		workspace,
		terminal: process.stderr.isTTY === true,
		openForWriting: () =>
			openWorkspace(workspace, {
				mode: "write",
				clock: systemClock,
				program: `rasai ${nameOf(command)}`,
				log: context.log,
			}),
	});
	return context;
}

const words = process.argv.slice(2);
const code = await runCommandLine(
	words,
	COMMANDS,
	{
		...here,
		bold,
		version,
		handOver: ({ workspace, cwd, signal }) => {
			const request: HandedOver = {
				words,
				cwd,
				terminal: process.stderr.isTTY === true,
			};
			return handOver(workspacePaths(workspace).run, request, here, signal);
		},
	},
	createOwnContext,
);
process.stdout.write("", () => process.exit(unread ? 0 : code));
