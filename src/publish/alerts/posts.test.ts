import assert from "node:assert/strict";
import test from "node:test";
import type { Notice } from "../../store/index.ts";
import { postsOf } from "./posts.ts";

const SITE = { address: "https://rasai.example" };
const notice: Notice = {
	kind: "opened",
	incident: "pk-x-1",
	cc: "PK",
	service: "x",
	at: "2026-02-01T00:00:00Z",
	title: "New: <X> & others blocked in Pakistan",
	text: `It began. ${"Many words stand here. ".repeat(400)}`,
	path: "/incident/pk-x-1",
};

/** As Telegram counts: what is left when tags and entities are read. */
const shown = (html: string): string =>
	html
		.replaceAll(/<[^>]+>/g, "")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&amp;", "&");

test("a post for Telegram is HTML of its few tags, within its length", () => {
	const { text, parse_mode } = postsOf(notice, SITE).telegram;
	assert.equal(parse_mode, "HTML");
	assert.ok(shown(text).length <= 4096, String(shown(text).length));
	assert.ok(shown(text).length > 3900);
	assert.match(
		text,
		/^<b>New: &lt;X&gt; &amp; others blocked in Pakistan<\/b>\n\n/,
	);
	assert.match(text, /…\n\nhttps:\/\/rasai\.example\/incident\/pk-x-1$/);
	assert.deepEqual(text.match(/<[^>]+>/g), ["<b>", "</b>"]);
});

test("a Note for ActivityPub is short enough for Mastodon, with the country as a tag", () => {
	const note = postsOf(notice, SITE).activitypub;
	assert.equal(note.type, "Note");
	assert.equal(note.url, "https://rasai.example/incident/pk-x-1");
	assert.deepEqual(
		note.tag.map(({ name }) => name),
		["#InternetShutdown", "#Pakistan"],
	);
	// A link counts as 23 characters, however long it is.
	const counted = shown(note.content).replace(note.url, "x".repeat(23));
	assert.ok(counted.length <= 500, String(counted.length));
	assert.doesNotMatch(note.content, /<X>/);
});

test("a short notice is posted whole", () => {
	const { text } = postsOf({ ...notice, text: "It began. 😀" }, SITE);
	assert.equal(
		text,
		"New: <X> & others blocked in Pakistan\n\nIt began. 😀\n\nhttps://rasai.example/incident/pk-x-1",
	);
});
