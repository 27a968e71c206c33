import assert from "node:assert/strict";
import test from "node:test";
import type { Context } from "./command.ts";
import { formatBytes, printTable, visible } from "./output.ts";

const ROWS = [
	{ target: "example.org", sessions: 3 },
	{ target: "b", sessions: 12 },
];
const COLUMNS = [
	{ title: "target", cell: (row: (typeof ROWS)[number]) => row.target },
	{ title: "sessions", cell: (row: (typeof ROWS)[number]) => row.sessions },
];

function printed(settings: Partial<Context>, rows = ROWS): string {
	let text = "";
	const context = {
		bold: (words: string) => words,
		print: (words: string) => {
			text += words;
		},
		...settings,
	} as Context;
	printTable(context, COLUMNS, rows);
	return text;
}

test("a table has a heading, and numbers stand to the right", () => {
	assert.equal(
		printed({}),
		"target       sessions\nexample.org         3\nb                  12\n",
	);
});

test("--plain gives tab-separated lines without heading", () => {
	assert.equal(printed({ plain: true }), "example.org\t3\nb\t12\n");
});

test("--json gives the rows", () => {
	assert.deepEqual(JSON.parse(printed({ json: true })), ROWS);
});

test("P7: a measurement's text cannot drive the terminal, break a line or turn words round", () => {
	const hostile = "a\u001b[2Jb\nc\td\u202ee\u009bf";
	const line = printed({ plain: true }, [{ target: hostile, sessions: 1 }]);
	assert.equal(line, "a\\u001b[2Jb\\u000ac\\u0009d\\u202ee\\u009bf\t1\n");
	assert.equal(visible("اردو é"), "اردو é");
});

test("bytes are written with three figures at most", () => {
	assert.deepEqual(
		[0, 999, 1000, 3_140_000, 99_950_000, 250_000_000_000].map(formatBytes),
		["0 B", "999 B", "1.0 kB", "3.1 MB", "100.0 MB", "250 GB"],
	);
});
