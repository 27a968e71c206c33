import assert from "node:assert/strict";
import test from "node:test";
import { RasaiError } from "../base/index.ts";
import type { Command } from "./command.ts";
import { COMMANDS as SHIPPED_COMMANDS } from "./commands/index.ts";
import { GLOBAL_OPTIONS, parseCommandLine } from "./parse.ts";

const command = (
	noun: string,
	verb: string | undefined,
	rest: Partial<Command> = {},
): Command => ({
	noun,
	...(verb ? { verb } : {}),
	summary: "",
	operands: "FILE...",
	operandCount: [0, 9],
	examples: [],
	options: [],
	run: async () => 0,
	...rest,
});

const COMMANDS = [
	command("archive", "import", {
		operandCount: [1, 9],
		options: [
			{ name: "since", kind: "day", summary: "" },
			{ name: "workers", kind: "integer", summary: "" },
			{ name: "cc", kind: "list", summary: "" },
			{ name: "by-reference", kind: "flag", summary: "" },
		],
	}),
	command("archive", "list"),
	command("doctor", undefined),
];

const parse = (line: string) =>
	parseCommandLine(line.split(" ").filter(Boolean), COMMANDS);

function usage(line: string): RasaiError {
	try {
		parse(line);
	} catch (error) {
		assert.ok(error instanceof RasaiError);
		assert.equal(error.code, "usage");
		return error;
	}
	throw new Error(`accepted: ${line}`);
}

test("options may stand before, between and after the words of a command", () => {
	const { command, args } = parse(
		"--workspace w archive --cc PK,IN import a --workers 2 b --cc IR --by-reference",
	);
	assert.equal(command?.verb, "import");
	assert.deepEqual(args.operands, ["a", "b"]);
	assert.equal(args.text("workspace"), "w");
	assert.equal(args.integer("workers"), 2);
	assert.deepEqual(args.list("cc"), ["PK", "IN", "IR"]);
	assert.equal(args.flag("by-reference"), true);
	assert.equal(args.flag("json"), false);
});

test("after -- every word is an operand", () => {
	const { args } = parse("archive import -- --cc -x");
	assert.deepEqual(args.operands, ["--cc", "-x"]);
});

test("an unknown noun, verb or option names the nearest known one", () => {
	assert.match(usage("archiv import a").hint ?? "", /rasai archive\?/);
	assert.match(usage("archive lst").hint ?? "", /rasai archive list\?/);
	assert.match(usage("archive import a --sinse 1").hint ?? "", /--since\?/);
	assert.match(usage("import a").hint ?? "", /rasai archive import\?/);
});

test("where nothing is near, the error says where the list is", () => {
	assert.match(usage("zzzzzz").hint ?? "", /rasai --help/);
	assert.match(usage("archive zzzzzz").hint ?? "", /import, list/);
	assert.match(
		usage("archive list --zzzzzz").hint ?? "",
		/archive list --help/,
	);
});

test("an option of another command is unknown here", () => {
	assert.match(usage("archive list --workers 2").message, /unknown option/);
});

test("values are checked where they are given", () => {
	for (const line of [
		"archive import a --since 2024-02-30",
		"archive import a --since yesterday",
		"archive import a --workers two",
		"archive import a --workers=-1",
		"archive import a --workers",
		"archive import a --by-reference=yes",
		"archive import a --log-level loud",
	])
		assert.equal(usage(line).code, "usage");
});

test("of a list, each value must be one of the choices", () => {
	const commands = [
		command("incident", "list", {
			operandCount: [0, 0],
			options: [
				{ name: "basis", kind: "list", choices: ["both", "told"], summary: "" },
			],
		}),
	];
	const words = ["incident", "list", "--basis"];
	const { args } = parseCommandLine([...words, "both,told"], commands);
	assert.deepEqual(args.list("basis"), ["both", "told"]);
	assert.throws(
		() => parseCommandLine([...words, "both,guessed"], commands),
		/--basis: guessed is not one of both, told/,
	);
});

test("operands are counted, but not when help is wanted", () => {
	assert.match(
		usage("archive import").hint ?? "",
		/Usage: rasai archive import/,
	);
	assert.equal(parse("archive import --help").wantsHelp, true);
	assert.equal(parse("help archive import").command?.verb, "import");
});

test("a noun alone asks for its help, and nothing at all for the program's", () => {
	assert.equal(parse("archive").command, undefined);
	assert.equal(parse("archive").noun, "archive");
	assert.equal(parse("").noun, undefined);
	assert.equal(parse("doctor").command?.noun, "doctor");
});

test("no command's own option has the name of one that every command has", () => {
	for (const { noun, verb, options } of SHIPPED_COMMANDS)
		for (const { name } of options)
			assert.ok(
				!GLOBAL_OPTIONS.some((one) => one.name === name),
				`${noun} ${verb ?? ""} --${name}`,
			);
});
