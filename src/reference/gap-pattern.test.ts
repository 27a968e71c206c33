import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileGapPattern, type GapPattern } from "./gap-pattern.ts";

function compile(source: string): GapPattern {
	const compiled = compileGapPattern(source);
	assert.ok(!("problem" in compiled), `${source} was refused`);
	return compiled;
}

function bytes(text: string): string {
	return Buffer.from(text, "utf8").toString("latin1");
}

test("gaps span any text, line ends included, and pieces come in order", () => {
	const pattern = compile("blocked.*by order of.*ministry");
	assert.ok(pattern.matches("x blocked\nby order of the\nministry x"));
	assert.ok(pattern.matches("blockedby order ofministry"));
	assert.ok(!pattern.matches("by order of the ministry blocked"));
	assert.equal(pattern.literal, "by order of");
});

test("a dot is one character, of however many bytes", () => {
	const pattern = compile("don.t enter");
	assert.ok(pattern.matches(bytes("you don't enter")));
	assert.ok(pattern.matches(bytes("you don\u2019t enter")));
	assert.ok(pattern.matches("don\x92t enter"));
	assert.ok(!pattern.matches(bytes("dont enter")));
	assert.ok(compile("ab.+cd").matches("ab1cd"));
	assert.ok(!compile("ab.+cd").matches("abcd"));
});

test("escaped characters and braces that count nothing are literal", () => {
	assert.ok(compile("a\\.b\\+\\(c\\)").matches("a.b+(c)"));
	assert.ok(!compile("a\\.b").matches("axb"));
	assert.ok(compile('{"msg":.*"id":').matches('{"msg":"x","id":1}'));
	assert.equal(compile("приказ").literal, bytes("приказ"));
});

test("P7: shapes that cannot be matched in linear time are refused with a reason", () => {
	for (const source of [
		"(a+)+b",
		"(a|a)*b",
		"[ab]*c",
		"ab*c",
		"a{2,}",
		"a{3}",
		"^ab",
		"ab$",
		"a|b",
		"ab?c",
		"(ab)",
		"\\d+",
		"\\babc",
		"abc\\",
		".*",
		"...",
		"",
	])
		assert.ok("problem" in compileGapPattern(source), source);
});

test("P7: a body made to keep a backtracking engine busy is answered at once", () => {
	const pattern = compile("URL .* Sp.*er Gate");
	const started = process.hrtime.bigint();
	assert.ok(!pattern.matches("URL  Sp".repeat(300_000)));
	assert.ok(Number(process.hrtime.bigint() - started) / 1e6 < 1000);
});

test("a pattern matches the texts that the same regular expression matches", () => {
	const atom = fc.constantFrom("a", "b", "ab", ".", ".*", ".+", "\\.", "c");
	fc.assert(
		fc.property(
			fc
				.array(atom, { minLength: 1, maxLength: 7 })
				.map((list) => list.join("")),
			fc.array(fc.constantFrom("a", "b", "c", ".", "\n"), { maxLength: 14 }),
			(source, chars) => {
				const compiled = compileGapPattern(source);
				if ("problem" in compiled) {
					assert.doesNotMatch(source.replaceAll(/\.[*+]?/g, ""), /[abc]/);
					return;
				}
				const text = chars.join("");
				assert.equal(
					compiled.matches(text),
					new RegExp(source, "s").test(text),
					`${source} on ${JSON.stringify(text)}`,
				);
			},
		),
		{ numRuns: 3000 },
	);
});
