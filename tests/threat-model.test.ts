/** The threat model names tests that exist, and answers every item that it says it answers. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

const MODEL = readFileSync("docs/threat-model.md", "utf8");
const PATHS = ["src", "tests"].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
		(path) => `${folder}/${path}`,
	),
);

/** Rows of every table that has a column of tests: what each is about, and the cell of its test. */
const ROWS = MODEL.split("\n## ").flatMap((part) => {
	const [head = "", , ...rows] = part
		.split("\n")
		.filter((line) => line.startsWith("|"));
	return /\| test \|$/.test(head)
		? rows.map((row) => {
				const cells = row.split(" | ");
				return { about: cells[0] ?? "", test: cells.at(-1) ?? "" };
			})
		: [];
});

test("every line of the threat model names a test that is there, or says that none is", () => {
	assert.ok(ROWS.length >= 20, String(ROWS.length));
	for (const { about, test: named } of ROWS) {
		const paths = named.match(/`(?!npm )[^`]+`/g) ?? [];
		assert.ok(paths.length > 0 || /no test/.test(named), about);
		for (const path of paths.map((one) => one.replaceAll("`", "")))
			assert.ok(
				PATHS.some((one) => one === path || one.endsWith(`/${path}`)),
				`${about}: ${path}`,
			);
	}
});

test("items 37 to 44 are each answered once", () => {
	const items = ROWS.flatMap(
		({ about }) => /^\| (\d+) /.exec(about)?.[1] ?? [],
	);
	assert.deepEqual(
		items,
		Array.from({ length: 8 }, (_, n) => String(37 + n)),
	);
});
