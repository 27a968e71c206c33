import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseTestCategories, parseTestList } from "./test-lists.ts";

const LIST = `url,category_code,category_description,date_added,source,notes
https://news.example/,NEWS,News Media,2024-02-17,somebody,"a note, with a comma"
http://site.example/path?q=1,HUMR,Human Rights Issues,,,
`;

test("a list is read with its categories, days and notes", () => {
	const list = parseTestList(LIST);
	assert.deepEqual(list.problems, []);
	assert.deepEqual(list.entries[0], {
		url: "https://news.example/",
		category: "NEWS",
		categoryName: "News Media",
		addedOn: "2024-02-17",
		source: "somebody",
		notes: "a note, with a comma",
	});
	assert.equal(list.entries[1]?.addedOn, undefined);
});

test("P7: rows without a URL that may be tested become problems with their line", () => {
	const list = parseTestList(
		`${LIST}javascript:alert(1),NEWS,News,,,\nftp://a.example/,NEWS,News,,,\nhttps://,NEWS,News,,,\nhttps://b.example/,news,News,,,\nhttps://news.example/,NEWS,News,,,\nhttps://${"a".repeat(3000)}.example/,NEWS,News,,,\n`,
	);
	assert.equal(list.entries.length, 2);
	assert.equal(list.problems.length, 6);
	assert.match(
		list.problems[0] ?? "",
		/^line 4: javascript:alert\(1\): not an/,
	);
	assert.deepEqual(parseTestList("<html>404</html>").entries, []);
	assert.deepEqual(parseTestList("").entries, []);
});

test("the legend gives categories by code", () => {
	const legend = parseTestCategories(
		'Category Description,New Code,Replaces old code(s),Description\nNews Media,NEWS,FEXP,"News, of all kinds"\n,,,\n',
	);
	assert.deepEqual(
		[...legend.values()],
		[{ code: "NEWS", name: "News Media", description: "News, of all kinds" }],
	);
});

const folder = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/test-lists",
);
const skip =
	!existsSync(folder) && "RASAI_SHARED not found: published test lists";

test("the published lists are read, and the legend explains their categories", {
	skip,
}, () => {
	const read = (name: string): string =>
		readFileSync(join(folder, name), "utf8");
	const legend = parseTestCategories(read("00-LEGEND-new_category_codes.csv"));
	assert.equal(legend.size, 31);
	const lists = readdirSync(folder).filter((name) =>
		/^(global|[a-z]{2})\.csv$/.test(name),
	);
	assert.ok(lists.length >= 7);
	for (const name of lists) {
		const list = parseTestList(read(name));
		assert.ok(list.entries.length > 400, name);
		assert.ok(
			list.problems.length <= 5,
			`${name}: ${list.problems.join("; ")}`,
		);
		for (const { category } of list.entries)
			assert.ok(legend.has(category), `${name}: ${category}`);
	}
});
