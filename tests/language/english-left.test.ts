/** Every kind of page in Urdu: what stands in English on it says so, for screen readers and for fonts. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
	EVERY_PAGE,
	type EveryPage,
	openEveryPage,
} from "../browser/every-page.ts";

let site: EveryPage;
before(async () => {
	site = await openEveryPage();
});
after(() => site.close());

/** Those who sign in read English; the tracks of this test are made up. */
const ENGLISH_ONLY = ["sign-in", "embed-tracks"];
/** Names, addresses, and what is drawn. */
const NAMES = new Set(["bdi", "code", "svg", "script", "style", "option"]);
const VOID = /^(?:area|br|hr|img|input|link|meta)$/;

/** Texts of a page that claim to be in its language. */
function ownTexts(html: string): readonly string[] {
	const texts: string[] = [];
	const open: { readonly tag: string; readonly isOwn: boolean }[] = [];
	const body = html.slice(html.indexOf("<body"));
	for (const [, close, tag = "", rest = "", text = ""] of body.matchAll(
		/<(\/?)([a-zA-Z0-9]+)([^>]*)>|([^<]+)/g,
	)) {
		const isOwn = open.at(-1)?.isOwn ?? true;
		if (tag === "") {
			if (isOwn && text.trim() !== "") texts.push(text.trim());
		} else if (close) open.pop();
		else if (!VOID.test(tag) && !rest.endsWith("/"))
			open.push({
				tag,
				isOwn: isOwn && !NAMES.has(tag) && !/ lang="(?!ur)/.test(rest),
			});
	}
	return texts;
}

/** Three words of English in a row are no name. */
const ENGLISH = /(?:\b[A-Za-z][a-z]+[ ,]+){2}[a-z]+/;

test("what stands in English on a page in Urdu is marked as English", async () => {
	const left: string[] = [];
	let seen = 0;
	for (const [name, path] of EVERY_PAGE) {
		if (ENGLISH_ONLY.includes(name) || path.startsWith("/ur/")) continue;
		const answer = await site.app.request(`http://localhost/ur${path}`);
		if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
		for (const text of ownTexts(await answer.text())) {
			seen++;
			if (ENGLISH.test(text)) left.push(`${name}: ${text.slice(0, 90)}`);
		}
	}
	assert.ok(seen > 1000, `${seen} texts`);
	assert.deepEqual([...new Set(left)], []);
});
