import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { sha256Hex } from "../base/index.ts";
import { createLiteralSearch } from "./literal-search.ts";
import { SOURCE_HASH } from "./literal-search-program.ts";

function find(patterns: readonly string[], text: string): readonly number[] {
	const found: number[] = [];
	createLiteralSearch(patterns).search(Buffer.from(text, "latin1"), (pattern) =>
		found.push(pattern),
	);
	return found.sort((a, b) => a - b);
}

function findNaively(
	patterns: readonly string[],
	text: string,
): readonly number[] {
	return patterns.flatMap((pattern, index) =>
		text.includes(pattern) ? [index] : [],
	);
}

test("a pattern of any length is found at any place in a text", () => {
	for (let length = 1; length <= 20; length++) {
		const pattern = "blocked by order of x".slice(0, length);
		for (let before = 0; before < 9; before++)
			for (let after = 0; after < 9; after++)
				assert.deepEqual(
					find([pattern], "#".repeat(before) + pattern + "#".repeat(after)),
					[0],
					`${length} bytes after ${before}, before ${after}`,
				);
	}
});

test("a pattern is found across the border of two chunks, and once where it stands often", () => {
	const pattern = "Access to this site is denied";
	const chunkBytes = 256 * 1024;
	for (let shift = -pattern.length; shift <= 1; shift++)
		assert.deepEqual(
			find([pattern], `${"a".repeat(chunkBytes + shift)}${pattern}b`),
			[0],
		);
	assert.deepEqual(find([pattern], pattern.repeat(50_000)), [0]);
	assert.deepEqual(find([pattern], "a".repeat(3 * chunkBytes)), []);
});

test("what an earlier text held is not found again", () => {
	const search = createLiteralSearch(["forbidden page", "redirect"]);
	const found: number[] = [];
	const look = (text: string): void =>
		search.search(Buffer.from(text), (pattern) => found.push(pattern));
	look("a forbidden page, redirect");
	assert.deepEqual(found.sort(), [0, 1]);
	look("a forbid");
	assert.deepEqual(found.length, 2);
});

test("one search equals one look for each pattern, on texts made of pieces of the patterns", () => {
	const piece = fc.oneof(
		fc.constantFrom("<title>", "block", "ed", "http://", "ab", "\xd0\xb7", " "),
		fc.string({ minLength: 1, maxLength: 4, unit: "binary-ascii" }),
	);
	const text = fc
		.array(piece, { maxLength: 12 })
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(
			fc.uniqueArray(
				text.filter((one) => one !== ""),
				{ maxLength: 12 },
			),
			fc.array(
				fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.nat({ max: 40 }), text),
				{ maxLength: 10 },
			),
			(patterns, cuts) => {
				const page = cuts
					.map(([which, from, to, between]) => {
						const pattern =
							patterns[which % Math.max(1, patterns.length)] ?? "";
						return (
							pattern.slice(Math.min(from, to), Math.max(from, to)) + between
						);
					})
					.join("");
				assert.deepEqual(find(patterns, page), findNaively(patterns, page));
			},
		),
		{ numRuns: 3000 },
	);
});

test("the program is compiled from its source as it stands", () => {
	const source = readFileSync("src/reference/literal-search.as");
	assert.equal(SOURCE_HASH, sha256Hex(source), "run node scripts/programs.mjs");
});

test("a text with more words of patterns than are noted at once is searched to its end", () => {
	const pattern = "word by word to the end";
	const page = `${"by word ".repeat(20_000)}${pattern}`;
	assert.deepEqual(find([pattern], page), [0]);
});
