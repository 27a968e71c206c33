/** One command line from words to exit code. Knows no process: everything comes from outside. */
import { RasaiError } from "../base/index.ts";
import type { Args, Command, Context, ExitCode } from "./command.ts";
import { commandHelp, nounHelp, programHelp } from "./help.ts";
import { visible } from "./output.ts";
import { parseCommandLine } from "./parse.ts";

/** Where a run's words go. */
export interface Streams {
	out(text: string): void;
	err(text: string): void;
	readonly bold: (text: string) => string;
	readonly version: string;
	/** Has a running server do a command that writes; undefined where none runs. */
	handOver?(context: Context): Promise<ExitCode | undefined>;
}

/** Runs a command line and gives its exit code. Never throws. */
export async function runCommandLine(
	words: readonly string[],
	commands: readonly Command[],
	streams: Streams,
	createContext: (args: Args, command: Command) => Context,
): Promise<ExitCode> {
	const given = new Set(words);
	try {
		const parsed = parseCommandLine(words, commands);
		if (parsed.args.flag("version")) {
			streams.out(`${streams.version}\n`);
			return 0;
		}
		if (parsed.command === undefined || parsed.wantsHelp) {
			streams.out(
				parsed.command
					? commandHelp(parsed.command, streams.bold)
					: parsed.noun
						? nounHelp(parsed.noun, commands, streams.bold)
						: programHelp(commands, streams.bold),
			);
			return 0;
		}
		const context = createContext(parsed.args, parsed.command);
		if (parsed.command.writes) {
			const code = await streams.handOver?.(context);
			if (code !== undefined) return code;
		}
		const { command, args } = parsed;
		const run = () => command.run(context, args);
		return await (context.exclusively && !command.takesTurns
			? context.exclusively(run)
			: run());
	} catch (thrown) {
		const { code, message, hint } = describe(thrown);
		streams.err(
			given.has("--json")
				? `${JSON.stringify({ error: { code, message, hint } })}\n`
				: `rasai: ${visible(message)}\n${hint ? `  ${visible(hint)}\n` : ""}`,
		);
		if (given.has("debug") && thrown instanceof Error)
			streams.err(`${thrown.stack}\n`);
		return code === "usage" ? 2 : 1;
	}
}

function describe(thrown: unknown): {
	readonly code: string;
	readonly message: string;
	readonly hint?: string | undefined;
} {
	if (thrown instanceof RasaiError) return thrown;
	if (thrown instanceof Error && thrown.name === "AbortError")
		return { code: "aborted", message: "stopped" };
	if (thrown instanceof Error && "syscall" in thrown)
		return { code: "file_error", message: thrown.message };
	return {
		code: "internal",
		message: thrown instanceof Error ? thrown.message : String(thrown),
		hint: "This is a fault of Rasai. Run it again with --log-level debug to see where.",
	};
}
