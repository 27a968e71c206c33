import assert from "node:assert/strict";
import { test } from "node:test";
import {
	cleanText,
	foldText,
	scrubAddresses,
	scrubQuery,
	textOfBytes,
	wellFormed,
} from "./text.ts";

const bytes = (text: string): string =>
	Buffer.from(text, "utf8").toString("latin1");

test("a byte string is decoded to the text it stands for", () => {
	assert.equal(textOfBytes(bytes("café مثال 📰")), "café مثال 📰");
	assert.equal(wellFormed("café مثال 📰"), "café مثال 📰");
});

test("control characters of both ranges are taken out, line ends included", () => {
	assert.equal(cleanText("a\u0000b\u001bc\u007fd\u0085e\nf", 99), "abcdef");
});

test("a cut never leaves half a surrogate pair", () => {
	assert.equal(cleanText("ab📰", 3), "ab");
	assert.equal(cleanText("ab📰", 4), "ab📰");
	assert.equal(cleanText("abcdef", 3), "abc");
});

test("a lone surrogate becomes the replacement character", () => {
	assert.equal(cleanText("a\ud800b", 9), "a\ufffdb");
});

test("folding joins words with one blank and trims", () => {
	assert.equal(foldText("  a \n\t b\u00a0c  ", 99), "a b c");
	assert.equal(foldText(" \n ", 99), "");
});

test("P11: addresses of both families are scrubbed, and nothing that only looks like one", () => {
	assert.equal(
		scrubAddresses("read tcp 192.0.2.7:5555->[2001:db8::7]:443: reset"),
		"read tcp [scrubbed]:5555->[[scrubbed]]:443: reset",
	);
	const harmless = "nginx/1.18.0 at 12:30:45, error:14007086:SSL";
	assert.equal(scrubAddresses(harmless), harmless);
});

test("P11: the query of a URL is scrubbed, its host is not", () => {
	assert.equal(
		scrubQuery("http://192.0.2.1/deny?ip=203.0.113.9"),
		"http://192.0.2.1/deny?ip=[scrubbed]",
	);
});
