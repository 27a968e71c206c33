/** What a command is, and what it is given to work with. */
import type { Clock, Log, LogLevel, Progress } from "../base/index.ts";
import type { Workspace } from "../store/index.ts";
import type { RunHandedOver } from "./handover.ts";
import type { Exclusively } from "./turns.ts";

/** One option of a command. `flag` options take no value. */
export interface OptionSpec {
	readonly name: string;
	readonly short?: string;
	readonly kind: "flag" | "text" | "integer" | "day" | "list";
	/** Stands for the value in help: `DIR`. */
	readonly value?: string;
	/** The only values accepted. */
	readonly choices?: readonly string[];
	readonly summary: string;
}

export interface Example {
	readonly line: string;
	readonly does: string;
}

/** `rasai NOUN VERB`, or `rasai NOUN` where there is no verb. */
export interface Command {
	readonly noun: string;
	readonly verb?: string;
	readonly summary: string;
	/** What follows the name: `SOURCE...`. Empty where nothing does. */
	readonly operands: string;
	/** How many operands it takes, at least and at most. */
	readonly operandCount: readonly [least: number, most: number];
	readonly examples: readonly Example[];
	/** Its first example is among those of `rasai --help`. */
	readonly isStarter?: boolean;
	readonly options: readonly OptionSpec[];
	/** More to know, in paragraphs, after the options. */
	readonly notes?: readonly string[];
	/** It changes the workspace: a running server does it where there is one. */
	readonly writes?: boolean;
	/** It asks for turns by itself (`Context.exclusively`): a server gives it none as a whole. */
	readonly takesTurns?: boolean;
	/** Does the work and gives the exit code. */
	run(context: Context, args: Args): Promise<ExitCode>;
}

/** 0 done, 1 failed, 2 used wrongly, 3 verification failed. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Options and operands, checked against the command's own list. */
export interface Args {
	readonly operands: readonly string[];
	flag(name: string): boolean;
	/** Undefined where the option was not given. */
	text(name: string): string | undefined;
	integer(name: string): number | undefined;
	/** All values of an option that may be repeated, or be separated by commas. */
	list(name: string): readonly string[];
}

/** Everything a command may use of the world outside. */
export interface Context {
	/** Workspace folder, absolute. */
	readonly workspace: string;
	/** Folder that relative paths are meant from. */
	readonly cwd: string;
	/** Folder of what ships with Rasai: services, record. */
	readonly shipped: string;
	/** Folder of published cost estimates, where the environment names one. */
	readonly costData?: string;
	readonly version: string;
	readonly json: boolean;
	readonly plain: boolean;
	readonly bold: (text: string) => string;
	readonly clock: Clock;
	readonly log: Log;
	/** A log of this level. */
	logAt(level: string): Log;
	/** The level asked for on the command line. */
	readonly logLevel: LogLevel | undefined;
	/** Aborted by Ctrl-C, by SIGTERM, and when nobody reads stdout any more. */
	readonly signal: AbortSignal;
	/** Writes data to stdout. */
	print(text: string): void;
	/** Says a line on stderr; silent with --quiet. */
	say(line: string): void;
	progress(title: string): Progress;
	/** The workspace, to read. Throws as `openWorkspace` does. */
	openForReading(): Promise<Workspace>;
	/** The workspace, to write to. Close it when done. Throws as `openWorkspace` does. */
	openForWriting(): Promise<Workspace>;
	/** Takes a turn of the program that has the command; undefined where nothing else of it writes. */
	readonly exclusively?: Exclusively | undefined;
	/** Runs commands of other processes in this one, on a workspace that is open already, in turn with its other work. */
	runFor(workspace: Workspace, exclusively: Exclusively): RunHandedOver;
}

/** `archive import`, `up`: how a command is called. */
export function nameOf(command: Pick<Command, "noun" | "verb">): string {
	return command.verb ? `${command.noun} ${command.verb}` : command.noun;
}
