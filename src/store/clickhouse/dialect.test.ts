import assert from "node:assert/strict";
import test from "node:test";
import { toClickhouse } from "./dialect.ts";

const plain = (text: string, types: readonly string[] = []): string =>
	toClickhouse(text, types).replaceAll(/\s+/g, " ");

test("parameters carry their types, wherever they stand", () => {
	assert.equal(
		plain("SELECT a FROM t WHERE b = $1 AND c = ANY($2) LIMIT $3", [
			"String",
			"Array(Int64)",
			"Int64",
		]),
		"SELECT a FROM t WHERE b = {p1:String} AND c IN {p2:Array(Int64)} LIMIT {p3:Int64}",
	);
});

test("literals and quoted names are left as they are, but for backslashes", () => {
	assert.equal(
		plain(`SELECT 'list(a) // $1 it''s \\d', "list" FROM t -- FILTER (x)`),
		`SELECT 'list(a) // $1 it''s \\\\d', "list" FROM t`.replace("', ", "' , "),
	);
});

test("calls are rewritten inside one another", () => {
	assert.equal(
		plain("SELECT coalesce(arg_max(a, (b, c)) FILTER (a <> ''), '') FROM t"),
		"SELECT coalesce (argMaxOrNull(a, (b , c)) FILTER (WHERE a <> '') , '') FROM t",
	);
	assert.equal(
		plain("SELECT list(k ORDER BY epoch(at) // 3600) FROM t"),
		"SELECT arrayMap(pair -> pair.2, arraySort(groupArray((toUnixTimestamp(at) DIV 3600, k)))) FROM t",
	);
});

test("a sorted list is a sorted array", () => {
	assert.equal(
		plain("SELECT list_sort(list(a::DOUBLE * 2)) FROM t"),
		"SELECT arraySort(groupArray(a::DOUBLE * 2)) FROM t".replace(
			"a::DOUBLE",
			"a :: DOUBLE",
		),
	);
});

test("ORDER BY means the select list first, where it gives the name", () => {
	assert.equal(
		plain(
			"SELECT cc, sum(n) AS n, max(at) AS at FROM t GROUP BY cc ORDER BY n DESC, cc, at",
		),
		"SELECT cc , sumOrNull(n) AS n , maxOrNull(at) AS at FROM t GROUP BY cc ORDER BY 2 DESC , cc , 3",
	);
	assert.match(
		plain("SELECT *, a + 1 AS a FROM t ORDER BY a LIMIT 3"),
		/ORDER BY a LIMIT 3$/,
		"after a star, places are not known",
	);
	assert.match(
		plain("SELECT sum(n) OVER (PARTITION BY a ORDER BY b) AS b FROM t"),
		/ORDER BY b\)/,
		"a window's order is its own",
	);
});

test("structs side by side become rows of their fields", () => {
	assert.equal(
		plain(
			"SELECT a, unnest([{'layer': 'dns', 'said': b}, {'layer': 'tcp', 'said': f(c, d)}], recursive := true) FROM t",
		),
		"SELECT a , arrayJoin ([ ('dns' , b) , ('tcp' , f (c , d)) ]) AS struct , struct.1 AS layer , struct.2 AS said FROM t",
	);
});

test("brackets that do not match are refused", () => {
	for (const text of ["SELECT (1", "SELECT 1)"])
		assert.throws(() => toClickhouse(text, []), SyntaxError);
});
