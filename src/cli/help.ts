/** Help at three levels: the program, a noun, a command. Examples come first. */
import type { Command, OptionSpec } from "./command.ts";
import { nameOf } from "./command.ts";
import { GLOBAL_OPTIONS } from "./parse.ts";

const EXIT_CODES =
	"Exit codes: 0 done, 1 failed, 2 used wrongly, 3 verification failed.";

type Bold = (text: string) => string;

/** Lines of two columns, the second starting at one place. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(0, ...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function optionLines(options: readonly OptionSpec[]): string[] {
	return columns(
		options.map(({ name, short, value, summary }) => [
			`${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`,
			summary,
		]),
	);
}

function exampleLines(commands: readonly Command[]): string[] {
	return columns(
		commands.flatMap(({ examples }) =>
			examples.map(({ line, does }) => [line, does] as const),
		),
	);
}

/** `rasai --help`. */
export function programHelp(commands: readonly Command[], bold: Bold): string {
	return `${[
		"Rasai: a self-hosted observatory of internet restrictions",
		"",
		bold("Examples"),
		...exampleLines(
			commands
				.filter(({ isStarter }) => isStarter)
				.map((one) => ({ ...one, examples: one.examples.slice(0, 1) })),
		),
		"",
		bold("Commands"),
		...columns(commands.map((one) => [nameOf(one), one.summary])),
		"",
		bold("Options of every command"),
		...optionLines(GLOBAL_OPTIONS),
		"",
		"More on one: rasai NOUN VERB --help",
		EXIT_CODES,
	].join("\n")}\n`;
}

/** `rasai archive`: the verbs of a noun. */
export function nounHelp(
	noun: string,
	commands: readonly Command[],
	bold: Bold,
): string {
	const ofNoun = commands.filter((command) => command.noun === noun);
	return `${[
		bold("Examples"),
		...exampleLines(
			ofNoun.map((one) => ({ ...one, examples: one.examples.slice(0, 1) })),
		),
		"",
		bold("Commands"),
		...columns(
			ofNoun.map((one) => [
				`rasai ${nameOf(one)} ${one.operands}`.trim(),
				one.summary,
			]),
		),
		"",
		`More on one: rasai ${noun} VERB --help`,
	].join("\n")}\n`;
}

/** `rasai archive import --help`. */
export function commandHelp(command: Command, bold: Bold): string {
	const { options, notes = [] } = command;
	return `${[
		command.summary,
		"",
		bold("Examples"),
		...exampleLines([command]),
		"",
		bold("Usage"),
		`  rasai ${nameOf(command)} ${options.length > 0 ? "[OPTIONS] " : ""}${command.operands}`.trimEnd(),
		...(options.length > 0
			? ["", bold("Options"), ...optionLines(options)]
			: []),
		"",
		bold("Options of every command"),
		...optionLines(GLOBAL_OPTIONS),
		"",
		...notes.flatMap((note) => [note, ""]),
		EXIT_CODES,
	].join("\n")}\n`;
}
