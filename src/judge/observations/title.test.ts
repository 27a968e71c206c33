import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeTitle, findTitle } from "./title.ts";

test("the first title is found, whatever its case and attributes", () => {
	assert.equal(
		findTitle(Buffer.from("<html><title>a</title><title>b</title>")),
		"a",
	);
	assert.equal(findTitle(Buffer.from("<TITLE lang='x'>A</TITLE>")), "A");
	assert.equal(
		findTitle(Buffer.from("<titlebar>no</titlebar><title>yes</Title >")),
		"yes",
	);
});

test("a title that does not end, or comes after the head, is none", () => {
	assert.equal(
		findTitle(Buffer.from(`<title>${"a".repeat(5000)}</title>`)),
		"",
	);
	assert.equal(findTitle(Buffer.from("<title>open")), "");
	assert.equal(
		findTitle(Buffer.from(`${" ".repeat(70_000)}<title>late</title>`)),
		"",
	);
});

test("a title is decoded by what the page states, and as UTF-8 where it is", () => {
	const cyrillic = Buffer.from([0xc4, 0xe0]).toString("latin1");
	assert.equal(
		decodeTitle(
			cyrillic,
			false,
			Buffer.from('<meta charset="windows-1251">'),
			"",
		),
		"Да",
	);
	assert.equal(
		decodeTitle(cyrillic, false, Buffer.from(""), "text/html; charset=KOI8-R"),
		"дЮ",
	);
	assert.equal(
		decodeTitle(cyrillic, false, Buffer.from(""), "charset=nonsense"),
		"Äà",
	);
	const utf8 = Buffer.from("Да").toString("latin1");
	assert.equal(
		decodeTitle(utf8, false, Buffer.from("charset=windows-1251"), ""),
		"Да",
	);
	assert.equal(decodeTitle(utf8, true, Buffer.from(""), ""), "Да");
});

test("a title of blanks is none", () => {
	assert.equal(decodeTitle(" \n ", true, Buffer.from(""), ""), undefined);
});
