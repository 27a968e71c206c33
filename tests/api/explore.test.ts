/** The Explore pages: the same rows as page, file and API, and questions in SQL told as pages. */
import assert from "node:assert/strict";
import test from "node:test";
import { PUBLIC_TABLES, type SqlAnswer } from "../../src/store/index.ts";
import { fillCountry } from "../browser/fill.ts";
import { openFilledSite } from "../browser/filled-site.ts";

const fill = (cc: string) =>
	fillCountry({
		cc,
		seed: 3,
		networkCount: 4,
		lastOn: "2026-03-01",
		endedDaysAgo: 0,
	});

const limits = {
	seconds: 15,
	memoryMb: 256,
	rows: 10_000,
	bytes: 4e6,
	running: 1,
	waiting: 4,
};
const ANSWERS: Readonly<Record<string, SqlAnswer>> = {
	"SELECT 1": {
		kind: "rows",
		columns: [{ name: "<b>n</b>", type: "INTEGER" }],
		rows: [["<script>alert(1)</script>"]],
		isCut: true,
	},
	"SELECT slow": { kind: "limit", why: "it took longer than 15 s" },
};

const site = await openFilledSite(
	{ real: fill("PK"), emulated: fill("QZ") },
	{
		console: {
			tables: PUBLIC_TABLES,
			limits,
			ask: async ({ query }) =>
				ANSWERS[query] ?? {
					kind: "refused",
					why: "there is no public table y",
				},
		},
	},
);
test.after(() => site.close());

async function get(path: string, headers: Record<string, string> = {}) {
	const answer = await site.app.request(`http://localhost${path}`, { headers });
	return { status: answer.status, text: await answer.text() };
}

test("a service in a country is told as a strip, a table, files, and addresses of the API", async () => {
	const query = "cc=pk&service=x&since=2026-02-01&until=2026-02-20";
	const page = await get(`/explore?${query}`);
	assert.equal(page.status, 200);
	assert.match(page.text, /X \(Twitter\)/);
	assert.match(
		page.text,
		/of 4 networks/,
		"a network counts once, whatever functions it lost",
	);
	const links = await get(`/explore?${query}&function=links`);
	assert.match(links.text, /<strong>X \(Twitter\) · /);
	assert.match(
		page.text,
		/\/api\/v1\/days\?cc=PK&amp;service=x&amp;since=2026-02-01&amp;until=2026-02-21/,
	);
	const csv = await get(`/explore.csv?${query}`);
	const days = csv.text
		.trimEnd()
		.split("\r\n")
		.slice(1)
		.map((line) => line.slice(0, 10));
	assert.ok(days.length > 20);
	assert.ok(days.every((day) => day >= "2026-02-01" && day <= "2026-02-20"));
	const json = JSON.parse((await get(`/explore.json?${query}`)).text) as {
		days: unknown[];
	};
	assert.equal(json.days.length, days.length);
	assert.match((await get(`/explore.svg?${query}`)).text, /^<svg/);
});

test("a site, a network, and a service on a network each give their own rows", async () => {
	const rows = async (query: string) =>
		(await get(`/explore.csv?cc=pk&${query}`)).text
			.trimEnd()
			.split("\r\n")
			.slice(1)
			.map((line) => line.split(","));
	assert.ok(
		(await rows("target=news.example")).every(
			(row) => row[5] === "news.example",
		),
	);
	assert.ok((await rows("asn=AS64497")).every((row) => row[2] === "64497"));
	const both = await rows("service=x&asn=64497");
	assert.ok(
		both.length > 0 &&
			both.every((row) => row[2] === "64497" && row[3] === "x"),
	);
});

test("what cannot be read is told at its field, and nothing found is not “not blocked”", async () => {
	assert.match(
		(await get("/explore?cc=pk")).text,
		/Choose a service, a site or a network/,
	);
	assert.match((await get("/explore?cc=pk&asn=x")).text, /aria-invalid="true"/);
	assert.equal((await get("/explore.csv?cc=pk")).status, 400);
	assert.match(
		(await get("/explore?cc=pk&target=nowhere.example")).text,
		/not the same as “not blocked”/,
	);
});

test("emulated data stay on this machine, and say what they are", async () => {
	assert.match((await get("/explore?cc=qz&service=x")).text, /Emulated data/);
	const forwarded = { "X-Forwarded-For": "192.0.2.1" };
	assert.equal((await get("/explore?cc=qz&service=x", forwarded)).status, 403);
	assert.equal(
		(await get("/explore/sql?query=SELECT+1&world=emulated", forwarded)).status,
		403,
	);
	assert.doesNotMatch((await get("/explore", forwarded)).text, /value="qz"/);
});

test("a question in SQL shows its rows as text, and why where there are none", async () => {
	const page = await get("/explore/sql?query=SELECT+1");
	assert.match(page.text, /1 row, and more that are not given/);
	assert.doesNotMatch(page.text, /<script>|<b>n/);
	assert.match(page.text, /\/api\/v1\/sql\?query=SELECT\+1&amp;format=csv/);
	assert.match(
		(await get("/explore/sql?query=SELECT+slow")).text,
		/was stopped: it took longer/,
	);
	assert.match(
		(await get("/explore/sql?query=SELECT+*+FROM+y")).text,
		/cannot be asked: there is no public table y/,
	);
	for (const { name } of PUBLIC_TABLES)
		assert.ok(
			(await get("/explore/sql")).text.includes(`<code>${name}</code>`),
		);
});
