import assert from "node:assert/strict";
import test from "node:test";
import { refusalOf } from "./refusals.ts";

const treeOf = (...statements: readonly unknown[]): string =>
	JSON.stringify({ error: false, statements });

test("P7: a tree of any depth is looked through to its end", () => {
	const depth = 9000;
	const tree = `{"statements":[${'[{"node":'.repeat(depth)}{"type":"BASE_TABLE","table_name":"secrets"}${"}]".repeat(depth)}]}`;
	assert.match(refusalOf(tree) ?? "", /no public table secrets/);
});

test("P7: a list of names with holes names nothing, and the rest is still looked at", () => {
	const tree = treeOf([
		{ map: [null, { key: 1 }] },
		{ type: "BASE_TABLE", table_name: "secrets" },
	]);
	assert.match(refusalOf(tree) ?? "", /no public table secrets/);
});

test("the first table that is not public is the one that is named", () => {
	const tables = ["one", "two"].map((name) => ({
		type: "BASE_TABLE",
		table_name: name,
	}));
	assert.match(
		refusalOf(treeOf({ from: tables })) ?? "",
		/no public table one/,
	);
});
