/** Feeds of pages, over a filled site and the record that ships. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openFilledSite, readShippedServices } from "../browser/filled-site.ts";
import { blockOfX, bookOf } from "../browser/incidents.ts";

const services = readShippedServices();
const first = blockOfX("PK", 4, {
	revision: 1,
	revisedAt: "2026-01-31T00:00:00Z",
	reason: "First found.",
	aliases: [],
});
const ended = {
	...first,
	status: "ended" as const,
	ending: {
		earliest: "2026-02-10T00:00:00Z",
		at: "2026-02-10T04:00:00Z",
		latest: "2026-02-10T08:00:00Z",
	},
	revision: 2,
	revisedAt: "2026-02-11T00:00:00Z",
	reason: "The ending is shown by as much evidence as the beginning.",
};
const suspected = blockOfX("IR", 2, {
	id: "ir-x-2026-01-30",
	aliases: [],
	status: "suspicion",
});
const emulated = blockOfX("QZ", 4, { aliases: [] });

let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	const book = bookOf([first, ended, suspected, emulated], services);
	site = await openFilledSite(
		{},
		{ incidents: async () => book, address: "https://rasai.example" },
	);
});
after(() => site.close());

const ask = async (path: string, headers: Record<string, string> = {}) => {
	const answer = await site.app.request(`http://localhost${path}`, { headers });
	return {
		status: answer.status,
		type: answer.headers.get("content-type") ?? "",
		text: await answer.text(),
	};
};
const entriesOf = (feed: string): readonly string[] =>
	feed.match(/<entry>.*?<\/entry>/gs) ?? [];

test("P8: one incident is one entry, and a revision makes it a changed one", async () => {
	const { status, type, text } = await ask("/pk.atom");
	assert.equal(status, 200);
	assert.match(type, /^application\/atom\+xml/);
	const [entry = "", ...others] = entriesOf(text);
	assert.deepEqual(others, []);
	assert.match(entry, /<id>urn:rasai:incident:pk-x-2026-01-30<\/id>/);
	assert.match(entry, /<updated>2026-02-11T00:00:00Z<\/updated>/);
	assert.match(entry, /<published>2026-01-31T00:00:00Z<\/published>/);
	assert.match(
		entry,
		/href="https:\/\/rasai\.example\/incident\/pk-x-2026-01-30"/,
	);
	assert.match(entry, /Ended: it began/);
	assert.match(entry, /Revision 2, 11 Feb 2026: .*\nRevision 1/);
});

test("an incident's own feed has an entry for each revision, so that a quoted figure can be watched", async () => {
	const entries = entriesOf((await ask("/incident/pk-x-2026-01-30.atom")).text);
	assert.equal(entries.length, 2);
	assert.match(entries[0] ?? "", /pk-x-2026-01-30:2<\/id>/);
	assert.match(entries[1] ?? "", /140 of 171 sessions/);
});

test("networks and services have feeds of what concerns them", async () => {
	assert.equal(entriesOf((await ask("/pk/as64496.atom")).text).length, 1);
	assert.equal(entriesOf((await ask("/pk/as9999.atom")).text).length, 0);
	assert.equal(entriesOf((await ask("/service/x.atom")).text).length, 1);
	assert.equal(entriesOf((await ask("/service/whatsapp.atom")).text).length, 0);
	for (const path of ["/xx.atom", "/service/nosuch.atom", "/incident/no.atom"])
		assert.equal((await ask(path)).status, 404, path);
});

test("P4: what is only suspected, and what is documented alone, is in no feed", async () => {
	const { text } = await ask("/now.atom");
	assert.equal(entriesOf(text).length, 1);
	assert.doesNotMatch(text, /ir-x-/);
});

test("emulated incidents are in their own feed alone, by name, and go no further than this machine", async () => {
	const own = await ask("/qz.atom");
	assert.match(own.text, /<title>Emulated: /);
	assert.doesNotMatch((await ask("/now.atom")).text, /qz-x/);
	for (const path of [
		"/qz.atom",
		"/qz/as64496.atom",
		"/incident/qz-x-2026-01-30.atom",
	])
		assert.equal((await ask(path, { via: "proxy" })).status, 403, path);
});

test("deadlines of the record are a calendar whose entries keep their identifiers", async () => {
	const { status, type, text } = await ask("/pk/record.ics");
	assert.equal(status, 200);
	assert.match(type, /^text\/calendar/);
	const ids = text.match(/^UID:.*$/gm) ?? [];
	assert.ok(ids.length >= 2, `${ids.length} deadlines`);
	assert.equal(new Set(ids).size, ids.length);
	assert.match(text, /DTSTART;VALUE=DATE:2024\d{4}\r\n/);
	assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
});

test("each page names its feed, and where to ask for mail", async () => {
	const { text } = await ask("/incident/pk-x-2026-01-30");
	assert.match(
		text,
		/<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/incident\/pk-x-2026-01-30\.atom"/,
	);
	assert.match(
		text,
		/href="\/subscribe\?incident=pk-x-2026-01-30&amp;revision=2"/,
	);
	assert.match((await ask("/pk")).text, /href="\/subscribe\?cc=pk"/);
});

test("every page of the list that has a feed links it where programs and readers look, and the list names it", async () => {
	const listed = new Set(await site.pages(["real"]));
	const pages = ["/incidents", "/service/x", "/pk/record", "/pk/outlook"];
	for (const page of ["/", "/pk", "/incident/pk-x-2026-01-30", ...pages]) {
		const { text } = await ask(page);
		const [head = "", body = ""] = text.split("</head>");
		const feed =
			/<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(
				head,
			)?.[1];
		assert.ok(feed, page);
		assert.ok(body.includes(`href="${feed}"`), `${page} shows no ${feed}`);
		assert.equal((await ask(feed)).status, 200, feed);
		assert.ok(listed.has(feed), `${feed} is not listed`);
	}
});
