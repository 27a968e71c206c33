import assert from "node:assert/strict";
import test from "node:test";
import { createLineBook } from "./line-book.ts";

const DAY_MS = 24 * 3_600_000;
const said = (input = "https://a.example/") => [
	"web_connectivity",
	input,
	490_000,
];

test("P7: another report over the same line about the same target and hour is a repeat; the same report is not", () => {
	const book = createLineBook(() => 0);
	assert.equal(book.isRepeat("198.18.0.1", "r1", said()), false);
	assert.equal(book.isRepeat("198.18.0.1", "r1", said()), false);
	assert.equal(book.isRepeat("198.18.0.1", "r2", said()), true);
	assert.equal(book.isRepeat("198.18.0.2", "r3", said()), false);
	assert.equal(
		book.isRepeat("198.18.0.1", "r2", said("https://b.example/")),
		false,
	);
});

test("P7: an IPv6 line is one, however many addresses it has; an unknown address is no line", () => {
	const book = createLineBook(() => 0);
	assert.equal(book.isRepeat("2001:db8:1:2::1", "r1", said()), false);
	assert.equal(book.isRepeat("2001:db8:1:2:9::9", "r2", said()), true);
	assert.equal(book.isRepeat("", "r1", said()), false);
	assert.equal(book.isRepeat("", "r2", said()), false);
});

test("P11: after two days nothing is known of a line", () => {
	const time = { ms: 0 };
	const book = createLineBook(() => time.ms);
	book.isRepeat("198.18.0.1", "r1", said());
	time.ms = 1.5 * DAY_MS;
	assert.equal(book.isRepeat("198.18.0.1", "r2", said()), true);
	time.ms = 4 * DAY_MS;
	assert.equal(book.isRepeat("198.18.0.1", "r3", said()), false);
});
