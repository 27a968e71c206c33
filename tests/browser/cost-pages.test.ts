/** The calculator over a seeded fill: what it leads with, what it refuses, and that a firm's own figures are in nothing but the answer to its form. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";
import { readShippedCosts } from "./shipped-costs.ts";

const costs = {
	...readShippedCosts(),
	marketRates: [
		{ cc: "IR", localPerUsd: 310_000, on: "2022-09-21", source: "a newspaper" },
	],
};
const LAST_ON = { PK: "2026-03-01", QZ: "2026-02-20" } as const;
const fill = (cc: "PK" | "QZ") =>
	fillCountry({
		cc,
		seed: 7,
		networkCount: 6,
		lastOn: LAST_ON[cc],
		endedDaysAgo: 0,
	});
const ENDED = blockOfX("PK", 2, {
	id: "pk-x-2025-12-01",
	aliases: [],
	status: "ended",
	onset: {
		earliest: "2025-12-01T00:00:00Z",
		at: "2025-12-01T00:00:00Z",
		latest: "2025-12-01T00:00:00Z",
	},
	ending: {
		earliest: "2025-12-03T00:00:00Z",
		at: "2025-12-03T00:00:00Z",
		latest: "2025-12-03T00:00:00Z",
	},
	networks: [],
});
const SOME_NETWORKS = blockOfX("PK", 2, {
	id: "pk-x-2026-02-01",
	aliases: [],
	scope: "networks",
});
const WEATHER = blockOfX("PK", 2, {
	id: "pk-x-2026-01-10",
	aliases: [],
	confounds: ["worldwide"],
});

const logged: unknown[] = [];
let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(
		{ real: fill("PK"), emulated: fill("QZ") },
		{ costs, log: (...line) => void logged.push(line) },
		[blockOfX("PK", 4), ENDED, SOME_NETWORKS, WEATHER, blockOfX("QZ", 5)],
	);
});
after(() => site.close());

const get = (path: string) => site.app.request(`http://localhost${path}`);
async function text(path: string, status = 200): Promise<string> {
	const answer = await get(path);
	const body = await answer.text();
	assert.equal(answer.status, status, `${path}: ${body.slice(-400)}`);
	return body;
}
function has(body: string, pattern: RegExp): void {
	const main = body.slice(Math.max(0, body.indexOf("<main")));
	assert.ok(pattern.test(body), `lacks ${pattern}: ${main.slice(0, 600)}`);
}
const DAY = "/cost?cc=pk&kind=full&since=2023-05-09&until=2023-05-10";
const DAY_CSV = DAY.replace("/cost?", "/cost.csv?");
const DAY_JSON = DAY.replace("/cost?", "/cost.json?");

test("P13: the page leads with the range, then names every method, and what nothing counts", async () => {
	const html = await text(DAY);
	has(html, /<h1>\$1\.15 million to \$584 million<\/h1>/);
	const { methods } = JSON.parse(await text(DAY_JSON));
	for (const { method } of methods)
		assert.ok(html.indexOf(method) > html.indexOf("</h1>"), method);
	has(html, /At the market(?:'|&#39;)s rate<\/dt><dd>not known/);
	has(html, /<li>trust<\/li>/);
	has(html, /Freelancers<\/th><td>pide-2023/);
	has(html, /brookings-2016<\/strong>: no published digital share/);
	has(html, /href="#f-digitalShare"/);
});

test("P13: a method that is given its input joins the others, and the address says so", async () => {
	const html = await text(`${DAY}&digitalShare=5%25`);
	has(html, /href="#m-brookings-2016"/);
	has(html, /as asked/);
	has(html, /name="digitalShare"[^>]*value="5%"|value="5%"/);
	has(html, /href="\/cost\.csv\?cc=pk[^"]*digitalShare=5%25/);
});

test("JSON and CSV at the same address tell every step", async () => {
	const { range, event, hoursByKind } = JSON.parse(await text(DAY_JSON));
	assert.deepEqual(hoursByKind, [
		{ kind: "full", clockHours: 24, countedHours: 24 },
	]);
	assert.equal(event.cc, "PK");
	const [head, ...rows] = (await text(DAY_CSV)).trim().split("\r\n");
	assert.equal(
		head,
		"step,method,year,name,formula,inputs,vintage,low,mid,high,unit,source,licence",
	);
	assert.ok(rows[0]?.startsWith("hours,"));
	assert.ok(
		rows.some(
			(row) =>
				row.startsWith("range,") && row.includes(`${range.low},,${range.high}`),
		),
	);
	assert.ok(rows.some((row) => row.startsWith("none,netloss,")));
});

test("each kind of event is estimated, and what it lacks can be given", async () => {
	for (const [query, lead] of [
		["kind=mobile&since=2023-05-09&hours=96", /<h1>\$/],
		["kind=regional&scope=6%25&since=2024-01-01&hours=1440", /<h1>\$/],
		["kind=regional&since=2024-01-01&hours=1440", /<h1>No range can be given/],
		[
			"kind=service&service=Twitter&since=2024-02-18&until=2024-12-31",
			/X \(Twitter\) blocked, 18 Feb 2024/,
		],
		[
			"kind=throttling&degree=0.4&since=2024-08-01&until=2024-09-01",
			/internet slowed/,
		],
	] as const)
		has(await text(`/cost?cc=pk&${query}`), lead);
});

test("the operator's market rate is shown beside the official one, for its own year", async () => {
	const query = "cc=ir&kind=full&since=2022-09-21&hours=24";
	has(
		await text(`/cost?${query}`),
		/IRR [^<]*310,000 to the dollar \(2022\) \(a newspaper, 2022-09-21/,
	);
	has(
		await text(`/cost?${query.replace("2022-09", "2023-09")}`),
		/rate<\/dt><dd>not known<\/dd><\/dl>/,
	);
});

test("a form's empty fields are left out of the address", async () => {
	const answer = await get(
		`/cost?cc=pk&kind=full&service=&since=2023-05-09T00%3A00&until=&hours=24&scope=&digitalShare=`,
	);
	assert.equal(answer.status, 308);
	assert.equal(
		answer.headers.get("location"),
		"/cost?cc=pk&kind=full&since=2023-05-09T00%3A00&hours=24",
	);
	assert.equal((await get("/cost?cc=&kind=")).headers.get("location"), "/cost");
});

test("P7: what cannot be read is told beside its field, and never estimated", async () => {
	const html = await text(
		"/cost?cc=qq&kind=everything&since=-2023-05-09&hours=-5&degree=2&scope=0&users=1e9",
		400,
	);
	for (const field of [
		"cc",
		"kind",
		"since",
		"hours",
		"degree",
		"scope",
		"users",
	])
		has(html, new RegExp(`href="#f-${field}"`));
	assert.doesNotMatch(html, /<h1>\$/);
	for (const query of [
		"",
		"?cc=pk",
		"?cc=pk&kind=full&since=2023-05-09&until=2023-05-08",
		"?cc=pk&kind=full&since=2023-05-09&until=2023-05-10&hours=24",
		"?cc=pk&kind=service&since=2023-05-09&hours=24",
		"?incident=pk-x-2026-01-30&cc=pk",
		"?cc=pk&kind=full&since=0001-01-01&until=9999-01-01",
	])
		for (const ending of ["csv", "json"])
			await text(`/cost.${ending}${query}`, 400);
});

test("P7: hostile parameters are text, in pages and in files", async () => {
	const service = encodeURIComponent('"><script>alert(1)</script>');
	const html = await text(
		`/cost?cc=pk&kind=service&service=${service}&serviceWeight=0.01&since=2023-05-09&hours=24`,
	);
	assert.doesNotMatch(html, /<script>alert/);
	has(html, /&lt;script&gt;alert/);
	const csv = await text(
		`/cost.csv?cc=pk&kind=service&service=${encodeURIComponent("=HYPERLINK(1)")}&serviceWeight=0.01&since=2023-05-09&hours=24`,
	);
	assert.doesNotMatch(csv, /(?:^|,)=HYPERLINK/m);
	for (const query of [
		`service=${"x".repeat(61)}`,
		"service=a%00b",
		"service=a%0ab%0d",
	])
		await text(
			`/cost?cc=pk&kind=service&${query}&since=2023-05-09&hours=24`,
			query.includes("%0a") || query.includes("%00") || query.length > 60
				? 400
				: 200,
		);
	await text(`/cost?service=${"x".repeat(2100)}`, 414);
	await text("/cost?incident=__proto__", 404);
	await text("/cost?cc=constructor&kind=__proto__&since=toString&hours=1", 400);
});

test("a country without indicators has no range and says so; a decade is estimated year by year", async () => {
	has(
		await text("/cost?cc=aq&kind=full&since=2023-05-09&hours=24"),
		/<h1>No range can be given<\/h1>.*No indicators of AQ ship/s,
	);
	const { methods } = JSON.parse(
		await text("/cost.json?cc=pk&kind=full&since=2015-01-01&until=2025-01-01"),
	);
	const [first] = methods;
	assert.equal(first.applies, true);
	assert.equal(first.years.length, 10);
	assert.equal(
		first.low,
		first.years.reduce((sum: number, { low }: { low: number }) => sum + low, 0),
	);
});

test("an ongoing incident has a running total, marked as one, on its page, on Now, on its country and in the calculator", async () => {
	const total =
		/Running total up to 1 Mar 2026, 22:00 UTC: 738 hours, \$[^<]+ so far, depending on the method/;
	has(await text("/incident/pk-x-2026-01-30"), total);
	has(await text("/"), total);
	has(await text("/pk"), total);
	const html = await text("/cost?incident=pk-x-2026-01-30");
	has(html, /<h1>\$[^<]* so far<\/h1>/);
	has(html, /Running: it goes on as far as is known/);
	has(
		html,
		/href="\/cost\?cc=pk&amp;kind=service&amp;service=x&amp;since=2026-01-/,
	);
	has(await text("/incident/pk-x-2025-12-01"), /It lasted 48 hours, \$/);
	const { cost } = JSON.parse(await text("/incident/pk-x-2026-01-30.json"));
	assert.equal(cost.runningUntil, "2026-03-01T22:00:00Z");
	assert.deepEqual(
		cost.hoursByKind.map(
			({ clockHours }: { clockHours: number }) => clockHours,
		),
		[738],
	);
	assert.ok(cost.range.low < cost.range.high);
});

test("P4: some networks have no share of the country until one is given", async () => {
	has(
		await text("/incident/pk-x-2026-02-01"),
		/738 hours\. No range can be given: the share of the country that was cut is not known/,
	);
	has(await text("/cost?incident=pk-x-2026-02-01&scope=0.1"), /<h1>\$/);
});

test("P10: what something else explains costs nothing here", async () => {
	assert.doesNotMatch(await text("/incident/pk-x-2026-01-10"), /What it cost/);
	await text("/cost?incident=pk-x-2026-01-10", 400);
	await text("/cost?incident=pk-nothing", 404);
});

test("emulated incidents stay on this machine", async () => {
	has(await text("/cost?incident=qz-x-2026-01-30"), /Emulated data\./);
	const answer = await site.app.request(
		"http://rasai.example/cost?incident=qz-x-2026-01-30",
	);
	assert.equal(answer.status, 403);
});

const FORM = "application/x-www-form-urlencoded";
const post = (
	body: string,
	{ path = DAY, type = FORM }: { path?: string; type?: string } = {},
) =>
	site.app.request(`http://localhost${path}`, {
		method: "POST",
		headers: { "Content-Type": type },
		body,
	});
const OWN = "turnover=987654321&per=month&dependent=80%25&madeUp=0.1";

test("a firm's own figures come back as a dated note that nobody may keep", async () => {
	const answer = await post(OWN);
	assert.equal(answer.status, 200);
	assert.equal(answer.headers.get("cache-control"), "no-store");
	assert.equal(answer.headers.get("etag"), null);
	assert.equal(answer.headers.get("location"), null);
	const html = await answer.text();
	has(html, /<p class="kicker">1 Mar 2026, 22:00 UTC<\/p><h1>Note of a firm/);
	// 987,654,321 x 12 / 365 x 0.8 = 25,976,661.6; then less a tenth.
	has(html, /Loss: between PKR 23,378,995 and PKR 25,976,662\./);
	assert.doesNotMatch(html, /(?:href|action)="[^"]*987654321/);
	has(html, /action="\/cost\?cc=pk[^"]*until=2023-05-10"/);
});

test("an address that holds a firm's own figures is refused, whatever else it asks", async () => {
	for (const field of ["turnover", "per", "dependent", "madeUp"])
		await text(`${DAY}&${field}=987654321`, 400);
	assert.equal((await post(OWN, { path: `${DAY}&turnover=1` })).status, 400);
});

test("P7: the form is taken exactly as it is, or not at all", async () => {
	for (const [body, options, status] of [
		["turnover=abc&per=month&dependent=2&madeUp=", {}, 400],
		[`${OWN}&more=1`, {}, 400],
		[`${OWN}&turnover=5`, {}, 400],
		["", {}, 400],
		[OWN, { type: "application/json" }, 415],
		[OWN, { type: "multipart/form-data; boundary=x" }, 415],
		[`turnover=${"1".repeat(1001)}`, {}, 413],
		[OWN, { path: "/cost" }, 400],
		[OWN, { path: "/cost?cc=pk&kind=no" }, 400],
		[OWN, { path: "/cost.json?cc=pk" }, 405],
		[OWN, { path: "/" }, 405],
		[OWN, { path: "/incidents" }, 405],
	] as const) {
		const answer = await post(body, options);
		assert.equal(answer.status, status, `${body} ${JSON.stringify(options)}`);
		assert.equal(answer.headers.get("cache-control"), "no-store");
	}
	assert.equal(
		(
			await site.app.request(`http://localhost${DAY}`, {
				method: "PUT",
				body: OWN,
			})
		).status,
		405,
	);
});

test("nothing of the form was logged", () => {
	assert.doesNotMatch(JSON.stringify(logged), /987654321|turnover/);
});
