/**
 * From the words of a command line to a command with checked options, or to a
 * usage error that names the nearest known word. Global options may stand
 * anywhere.
 */
import { parseArgs } from "node:util";
import { nearest, RasaiError } from "../base/index.ts";
import type { Args, Command, OptionSpec } from "./command.ts";
import { nameOf } from "./command.ts";

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
	{
		name: "workspace",
		kind: "text",
		value: "DIR",
		summary: "workspace folder (default $RASAI_HOME, else ./rasai-data)",
	},
	{
		name: "store",
		kind: "text",
		value: "ADDRESS",
		summary:
			"read judged rows from ClickHouse (clickhouse://127.0.0.1:8123/rasai)",
	},
	{ name: "json", kind: "flag", summary: "print JSON" },
	{
		name: "plain",
		kind: "flag",
		summary: "print tables as tab-separated lines, without heading",
	},
	{ name: "quiet", short: "q", kind: "flag", summary: "say nothing on stderr" },
	{
		name: "log-level",
		kind: "text",
		value: "LEVEL",
		choices: ["debug", "info", "warn", "error"],
		summary: "log from this level up: debug, info, warn or error",
	},
	{ name: "help", short: "h", kind: "flag", summary: "show help" },
	{ name: "version", kind: "flag", summary: "print the version" },
];

/** A command to run, or a level of help to show. */
export interface Parsed {
	readonly command: Command | undefined;
	/** Noun whose help is wanted where no command was named. */
	readonly noun: string | undefined;
	readonly wantsHelp: boolean;
	readonly args: Args;
}

type Values = Readonly<Record<string, readonly string[]>>;

export function usageError(message: string, hint?: string): RasaiError {
	return new RasaiError(
		"usage",
		message,
		hint === undefined ? {} : { hint: hint },
	);
}

/** Reads a command line. Throws RasaiError `usage`. */
export function parseCommandLine(
	words: readonly string[],
	commands: readonly Command[],
): Parsed {
	const known = [...GLOBAL_OPTIONS, ...commands.flatMap((one) => one.options)];
	const { tokens } = parseArgs({
		args: [...words],
		strict: false,
		tokens: true,
		options: Object.fromEntries(
			known.map(({ name, short, kind }) => [
				name,
				{
					type: kind === "flag" ? ("boolean" as const) : ("string" as const),
					multiple: true,
					...(short ? { short } : {}),
				},
			]),
		),
	});
	const operands = tokens.flatMap((token) =>
		token.kind === "positional" ? [token.value] : [],
	);
	const given = tokens.filter((token) => token.kind === "option");
	let wantsHelp = given.some(({ name }) => name === "help");
	if (operands[0] === "help") {
		wantsHelp = true;
		operands.shift();
	}
	const { command, noun, rest } = findCommand(operands, commands);
	const allowed = command
		? [...command.options, ...GLOBAL_OPTIONS]
		: GLOBAL_OPTIONS;
	const values: Record<string, string[]> = {};
	for (const token of given) {
		const spec = allowed.find(({ name }) => name === token.name);
		if (spec === undefined)
			throw unknownOption(token.rawName, allowed, command);
		values[spec.name] ??= [];
		values[spec.name]?.push(checkValue(spec, token.value));
	}
	if (command && !wantsHelp) checkOperandCount(command, rest);
	return { command, noun, wantsHelp, args: createArgs(rest, values) };
}

function findCommand(
	operands: readonly string[],
	commands: readonly Command[],
) {
	const [noun, verb] = operands;
	if (noun === undefined)
		return { command: undefined, noun: undefined, rest: [] };
	const ofNoun = commands.filter((command) => command.noun === noun);
	if (ofNoun.length === 0) throw unknownNoun(noun, commands);
	const bare = ofNoun.find((command) => command.verb === undefined);
	const command =
		ofNoun.find((one) => verb !== undefined && one.verb === verb) ?? bare;
	if (command === undefined && verb !== undefined)
		throw unknownVerb(noun, verb, ofNoun);
	return { command, noun, rest: operands.slice(command?.verb ? 2 : 1) };
}

function unknownNoun(noun: string, commands: readonly Command[]): RasaiError {
	const message = `unknown command: ${noun}`;
	const withVerb = commands.filter((command) => command.verb === noun);
	const near = nearest(
		noun,
		commands.map((command) => command.noun),
	);
	if (withVerb.length > 0)
		return usageError(
			message,
			`Did you mean ${withVerb.map((one) => `rasai ${nameOf(one)}`).join(" or ")}?`,
		);
	return usageError(
		message,
		near ? `Did you mean rasai ${near}?` : "rasai --help lists the commands.",
	);
}

function unknownVerb(
	noun: string,
	verb: string,
	ofNoun: readonly Command[],
): RasaiError {
	const verbs = ofNoun.flatMap((command) => command.verb ?? []);
	const near = nearest(verb, verbs);
	return usageError(
		`unknown command: ${noun} ${verb}`,
		near
			? `Did you mean rasai ${noun} ${near}?`
			: `rasai ${noun} has: ${verbs.join(", ")}.`,
	);
}

function unknownOption(
	rawName: string,
	allowed: readonly OptionSpec[],
	command: Command | undefined,
): RasaiError {
	const near = nearest(
		rawName.replace(/^-+/, ""),
		allowed.map(({ name }) => name),
	);
	const help = `rasai ${command ? `${nameOf(command)} ` : ""}--help`;
	return usageError(
		`unknown option: ${rawName}`,
		near ? `Did you mean --${near}?` : `${help} lists the options.`,
	);
}

function checkValue(spec: OptionSpec, value: string | undefined): string {
	const name = `--${spec.name}`;
	if (spec.kind === "flag") {
		if (value !== undefined) throw usageError(`${name} takes no value`);
		return "";
	}
	if (value === undefined || value === "")
		throw usageError(`${name} needs a value: ${name} ${spec.value ?? "VALUE"}`);
	for (const one of spec.kind === "list" ? listed(value) : [value])
		if (spec.choices && !spec.choices.includes(one))
			throw usageError(
				`${name}: ${one} is not one of ${spec.choices.join(", ")}`,
			);
	if (spec.kind === "integer" && !/^\d{1,15}$/.test(value))
		throw usageError(`${name}: ${value} is not a whole number`);
	if (spec.kind === "day" && !isDay(value))
		throw usageError(`${name}: ${value} is not a day (YYYY-MM-DD)`);
	return value;
}

/** The values of an option that takes several, separated by commas. */
function listed(value: string): readonly string[] {
	return value.split(",").filter((part) => part !== "");
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return (
		!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
	);
}

function checkOperandCount(
	command: Command,
	operands: readonly string[],
): void {
	const [least, most] = command.operandCount;
	const usage = `Usage: rasai ${nameOf(command)} ${command.operands}`.trim();
	if (operands.length < least)
		throw usageError(
			`${nameOf(command)}: ${command.operands} is missing`,
			usage,
		);
	if (operands.length > most)
		throw usageError(
			`${nameOf(command)}: not understood: ${operands.slice(most).join(" ")}`,
			usage,
		);
}

function createArgs(operands: readonly string[], values: Values): Args {
	const text = (name: string): string | undefined => values[name]?.at(-1);
	return {
		operands,
		flag: (name) => values[name] !== undefined,
		text,
		integer: (name) => {
			const value = text(name);
			return value === undefined ? undefined : Number(value);
		},
		list: (name) => (values[name] ?? []).flatMap(listed),
	};
}
