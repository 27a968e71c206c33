/**
 * Commands that help and documents show are commands that the program takes:
 * a reader who copies one must not be told that it is used wrongly.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { COMMANDS, nameOf, parseCommandLine } from "../src/cli/index.ts";

/** Ends the command on a line of a shell: a pipe, a redirection, a comment, two spaces and an explanation. */
const AFTER_COMMAND = /\s(?:[|>#;&].*|\s+\S.*)$/;

/** Words as a shell would give them to the program. */
function shellWords(line: string): string[] {
	const words = line.replace(AFTER_COMMAND, "").match(/(?:"[^"]*"|[^\s"])+/g);
	return (words ?? []).map((word) => word.replaceAll('"', ""));
}

function why(line: string): string | undefined {
	const [program, ...words] = shellWords(line);
	assert.equal(program, "rasai", line);
	try {
		parseCommandLine(words, COMMANDS);
		return undefined;
	} catch (error) {
		return `${line}: ${(error as Error).message}`;
	}
}

/** Every document for people, as paths. */
function documents(): string[] {
	const ofFolder = (folder: string) =>
		readdirSync(folder)
			.filter((name) => name.endsWith(".md"))
			.map((name) => join(folder, name));
	return [".", "docs", "docs/guides", "docs/methods"].flatMap(ofFolder);
}

/** Lines of indented and fenced code that run the program, continued lines joined. */
function commandLines(text: string): string[] {
	let isFenced = false;
	const code: string[] = [];
	for (const line of text.replace(/ \\\n\s*/g, " ").split("\n")) {
		if (/^\s*```/.test(line)) isFenced = !isFenced;
		else if (isFenced || /^(?: {4}|\t)/.test(line)) code.push(line.trim());
	}
	return code.flatMap((line) => {
		const found =
			/^(?:\w+\$ +)?(?:sudo (?:-u \S+ )?)?(?:npx )?(rasai .*)$/.exec(line);
		return found?.[1] === undefined ? [] : [found[1]];
	});
}

/** Commands named in running text, between backquotes. */
function namedCommands(text: string): string[] {
	return [...text.matchAll(/`(?:npx )?(rasai [a-z][^`]*)`/g)].map(
		([, line = ""]) => line.replace(/\s+/g, " "),
	);
}

test("every example in a command's help is a command that is taken", () => {
	const wrong = COMMANDS.flatMap(({ examples }) =>
		examples.flatMap(({ line }) => why(line) ?? []),
	);
	assert.deepEqual(wrong, []);
});

test("an example runs the command under whose help it stands", () => {
	for (const command of COMMANDS)
		for (const { line } of command.examples) {
			const { command: run } = parseCommandLine(
				shellWords(line).slice(1),
				COMMANDS,
			);
			assert.equal(run && nameOf(run), nameOf(command), line);
		}
});

test("every command in the documents is taken, and those named in their text exist", () => {
	const wrong: string[] = [];
	let seen = 0;
	for (const path of documents()) {
		const text = readFileSync(path, "utf8");
		// A name alone need not have its operands.
		const named = namedCommands(text).map((line) => `${line} --help`);
		for (const line of [...commandLines(text), ...named]) {
			seen += 1;
			const fault = why(line);
			if (fault !== undefined) wrong.push(`${path}: ${fault}`);
		}
	}
	assert.deepEqual(wrong, []);
	assert.ok(seen > 150, `only ${seen} commands were found`);
});
