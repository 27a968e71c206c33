/** The outlook's addresses, over the record that ships. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openFilledSite } from "./filled-site.ts";

let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(
		{},
		{ clock: () => new Date("2026-04-20T09:00:00Z") },
	);
});
after(() => site.close());

const ask = async (path: string) => {
	const answer = await site.app.request(`http://localhost${path}`);
	return {
		status: answer.status,
		type: answer.headers.get("content-type"),
		text: await answer.text(),
	};
};

test("P13: the outlook's page leads with the likeliest day and its average, and shows its score", async () => {
	const { status, text } = await ask(
		"/pk/outlook?kind=mobile_data_shutdown&days=90",
	);
	assert.equal(status, 200);
	assert.match(
		text,
		/The likeliest day for the onset of a cut of mobile service in Pakistan is 2[0-9] Jun 2026/,
	);
	assert.match(text, /beside an average of \d/);
	assert.match(text, /36 of 54 documented onset days/);
	assert.match(text, /better than the average/);
	assert.match(text, /aria-labelledby="reliability-title reliability-desc"/);
});

test("P13: a kind without skill shows the average and says so", async () => {
	const { text } = await ask("/pk/outlook?kind=service&days=30");
	assert.match(
		text,
		/is no better than the average: an onset is documented on \d/,
	);
});

test("the same address has every day as JSON and as CSV, and occasions as a calendar", async () => {
	const query = "kind=mobile_data_shutdown&days=90";
	const json = JSON.parse((await ask(`/pk/outlook.json?${query}`)).text);
	assert.equal(json.days.length, 90);
	assert.equal(json.measured, false);
	const csv = (await ask(`/pk/outlook.csv?${query}`)).text
		.trim()
		.split(/\r?\n/);
	assert.equal(csv.length, 91);
	const feed = await ask(`/pk/outlook.ics?${query}&alarm=14`);
	assert.match(feed.type ?? "", /^text\/calendar/);
	assert.match(feed.text, /UID:pk-mobile_data_shutdown-all-ashura-1448@/);
	assert.match(feed.text, /TRIGGER:-P14D/);
	assert.doesNotMatch(
		(await ask(`/pk/outlook.ics?${query}&alarm=none`)).text,
		/VALARM/,
	);
});

test("an area has a page of its own, and a country that no list covers has no number", async () => {
	assert.match(
		(await ask("/pk/outlook?kind=service&area=PK-BA")).text,
		/in Balochistan will be/,
	);
	const { status, text } = await ask("/ir/outlook");
	assert.equal(status, 200);
	assert.match(text, /no probability of a restriction can be given/);
	assert.doesNotMatch(text, /\d%<\/span>/);
});

test("what cannot be asked is refused, and a country that nobody writes of has no page", async () => {
	for (const query of [
		"kind=rain",
		"area=PK-XX",
		"days=0",
		"days=9999",
		"alarm=99",
	])
		assert.equal((await ask(`/pk/outlook?${query}`)).status, 400, query);
	assert.equal((await ask("/fr/outlook")).status, 404);
	assert.equal((await ask("/zz/outlook")).status, 404);
});
