/** The pages of incidents over a seeded fill: what they say first, what they draw, and where old ids lead. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";

const LAST_ON = { PK: "2026-03-01", QZ: "2026-02-20" } as const;
const fill = (cc: "PK" | "QZ") =>
	fillCountry({
		cc,
		seed: 7,
		networkCount: 12,
		lastOn: LAST_ON[cc],
		endedDaysAgo: 0,
	});
const FIRST = blockOfX("PK", 4);
const REVISED = blockOfX("PK", 12, {
	revision: 2,
	revisedAt: "2026-02-02T10:00:00Z",
	reason: "8 more networks <b>followed</b>.",
	entries: ["PK-2024-02-17-x"],
});
const WEATHER = blockOfX("PK", 2, {
	id: "pk-signal-2026-01-10",
	aliases: [],
	service: "signal",
	confounds: ["worldwide"],
});
const MERGED = blockOfX("PK", 1, {
	id: "pk-x-2026-02-05",
	aliases: [],
	status: "merged",
	mergedInto: REVISED.id,
});

let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(
		{ real: fill("PK"), emulated: fill("QZ") },
		{
			followed: async () => ({
				heartbeatAt: "2026-03-01T21:50:00Z",
				nextAt: "2026-03-01T22:20:00Z",
				sources: [
					{
						source: "OONI",
						cc: "PK",
						state: "late",
						checkedAt: "2026-03-01T21:50:00Z",
						newestAt: "2026-03-01T15:00:00Z",
						sourceNewestAt: "2026-03-01T15:00:00Z",
						lagHours: 6,
						since: "2026-03-01T20:00:00Z",
						problem: "The source has delivered nothing new to anyone.",
					},
				],
			}),
		},
		[FIRST, REVISED, WEATHER, MERGED, blockOfX("QZ", 5)],
	);
});
after(() => site.close());

const get = (path: string) => site.app.request(`http://localhost${path}`);
const text = async (path: string) => {
	const answer = await get(path);
	assert.equal(answer.status, 200, path);
	return answer.text();
};
function has(body: string, pattern: RegExp): void {
	assert.ok(pattern.test(body), `lacks ${pattern}: ${body.slice(0, 200)}`);
}

test("P5: an incident's page leads with its status, its interval and its sessions of all", async () => {
	const html = await text("/incident/pk-x-2026-01-30");
	has(
		html,
		/<h1>X \(Twitter\) blocked in Pakistan<\/h1><p class="standfirst">Ongoing: it began between 29 Jan 2026, 22:00 and 30 Jan 2026, 14:00 UTC, most likely 30 Jan 2026, 04:00 UTC\. 140 of 171 sessions on 6 networks showed it\.<\/p>/,
	);
	has(html, /href="\/measurement\/202620260301\.0_PK_64497_xcom"/);
	has(html, /<code>tls\.reset\.sni<\/code>/);
	assert.equal(
		(await get("/measurement/202620260301.0_PK_64497_xcom")).status,
		200,
	);
});

test("every network has its own brackets, on the strip and in the table, or says that it has none", async () => {
	const html = await text("/incident/pk-x-2026-01-30");
	assert.equal(html.match(/<g class="bracket"/g)?.length, 9);
	has(html, /<title>AS64497 began between 28 Jan 2026, 11:00 and/);
	has(
		html,
		/AS64499<\/a>.*?<td>not enough data, 0 of 25 sessions<\/td><td>Not told on this network alone\.<\/td>/,
	);
	const svg = await text("/incident/pk-x-2026-01-30.svg");
	has(svg, /began within/);
	const csv = (await text("/incident/pk-x-2026-01-30.csv"))
		.trim()
		.split("\r\n");
	assert.equal(csv.length, 13);
	assert.ok(
		csv[2]?.startsWith("64497,likely_blocked,21,23,2026-01-28T11:00:00Z"),
	);
});

test("P8: every revision is told, the newest first, and its words are text", async () => {
	const html = await text("/incident/pk-x-2026-01-30");
	has(html, /8 more networks &lt;b&gt;followed.*First found, on 2 networks\./);
	const json = JSON.parse(await text("/incident/pk-x-2026-01-30.json"));
	assert.deepEqual(
		json.revisions.map(({ revision }: { revision: number }) => revision),
		[1, 2],
	);
});

test("ids that lead to an incident are sent there for good, endings too", async () => {
	for (const [old, now] of [
		["pk-x-2026-02-03", "pk-x-2026-01-30"],
		["pk-x-2026-02-05", "pk-x-2026-01-30"],
		["pk-x-2026-02-03.json", "pk-x-2026-01-30.json"],
	]) {
		const answer = await get(`/incident/${old}`);
		assert.equal(answer.status, 308, old);
		assert.equal(answer.headers.get("location"), `/incident/${now}`);
	}
	assert.equal((await get("/incident/pk-y-2026-01-01")).status, 404);
});

test("P10: what something else explains is never told as a restriction", async () => {
	const html = await text("/incident/pk-signal-2026-01-10");
	has(html, /<h1>No restriction: what looked like Signal blocked/);
	has(html, /The same changed in many countries at once\./);
	has(html, /<figcaption>[^<]*; something else explains it\./);
	assert.ok(!/<figcaption>[^<]*Signal was /.test(html));
	for (const path of ["/", "/pk"])
		assert.ok(!/pk-signal-2026-01-10/.test(await text(path)), path);
	has(
		await text("/incidents?cc=pk&page=3"),
		/No restriction: what looked like Signal/,
	);
});

test("ongoing incidents stand first on Now and on the country's page; documented ones apart (P12)", async () => {
	for (const path of ["/", "/pk"]) {
		const html = await text(path);
		const [ongoing = ""] = html.split(/<h2[^>]*>(?!Ongoing)/);
		has(ongoing, /<h2>Ongoing incidents<\/h2>.*\/incident\/pk-x-2026-01-30/);
		has(ongoing, /documented as ongoing, not measured/);
	}
	const documented = await text("/incident/PK-2006-02-28-blogspot");
	has(
		documented,
		/Documented, not measured, ended: its sources say that it began on 28 Feb 2006 \(local day\) and ended on 3 May 2006 \(local day\)\./,
	);
	assert.ok(!/sessions? on/.test(documented));
});

test("the list names every incident of a country and stays light, page by page", async () => {
	const html = await text("/incidents?cc=pk");
	has(
		html,
		/1 restriction measured, 1 of them ongoing; \d+ more are documented, not measured\./,
	);
	has(html, /<a rel="next" href="\/incidents\?cc=pk&amp;page=2">/);
	for (const path of ["/incidents?cc=pk", "/incident/pk-x-2026-01-30"]) {
		const bytes = gzipSync(await text(path)).length;
		assert.ok(bytes < 25 * 1024, `${path}: ${bytes} bytes`);
	}
	const csv = await text("/incidents.csv?cc=pk");
	has(csv, /\r\npk-x-2026-01-30,PK,x,service_block,ongoing,measured,country,/);
});

test("emulated incidents are marked, stand among no real ones, and go no further than this machine", async () => {
	for (const ending of ["", ".json", ".csv", ".svg"])
		has(await text(`/incident/qz-x-2026-01-30${ending}`), /emulated/i);
	assert.ok(!/qz-x/.test(await text("/incidents")));
	has(await text("/incidents?cc=qz"), /qz-x-2026-01-30/);
	for (const path of ["/incident/qz-x-2026-01-30", "/incidents?cc=qz"])
		assert.equal(
			(await site.app.request(`http://rasai.example${path}`)).status,
			403,
			path,
		);
});

test("every page's foot says when sources were last read, how far behind they are and what is wrong", async () => {
	for (const path of ["/", "/pk", "/incidents", "/about"])
		has(
			await text(path),
			/Sources last followed 10 min ago\. OONI, Pakistan: read 10 min ago, 6 h behind\. The source has delivered nothing new to anyone\./,
		);
});
