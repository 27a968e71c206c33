/** What a quoted address shows later: revisions of incidents again, charts by the hash of their table. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";

const fill = (seed: number) =>
	fillCountry({
		cc: "PK",
		seed,
		networkCount: 12,
		lastOn: "2026-03-01",
		endedDaysAgo: 0,
	});
const FIRST = blockOfX("PK", 4, { entries: [] });
const SECOND = blockOfX("PK", 12, {
	revision: 2,
	revisedAt: "2026-02-02T10:00:00Z",
	reason: "8 more networks followed.",
	status: "ended",
});
const asked: unknown[] = [];

let site: Awaited<ReturnType<typeof openFilledSite>>;
let later: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(
		{ real: fill(7) },
		{
			address: "https://rasai.example",
			dossier: async (...what) => {
				asked.push(what);
				return "{}";
			},
		},
		[FIRST, SECOND],
	);
	later = await openFilledSite({ real: fill(8) });
});
after(() => {
	site.close();
	later.close();
});

const get = async (path: string, from = site): Promise<string> => {
	const answer = await from.app.request(`http://localhost${path}`);
	return (await answer.text()).replaceAll("&amp;", "&");
};
const citedBy = (html: string): string =>
	/<section class="cite"[\s\S]*?<a href="([^"]+)"/.exec(html)?.[1] ?? "";
const hashIn = (html: string): string =>
	/<code>([0-9a-f]{64})<\/code>/.exec(html)?.[1] ?? "";

test("a page with a chart is cited by an address that keeps unit and day, and by the hash of its table", async () => {
	for (const page of ["/pk", "/pk/as64497", "/service/x", "/service/x?cc=pk"]) {
		const html = await get(page);
		const address = citedBy(html);
		const query = new URLSearchParams(address.split("?")[1]);
		assert.equal(query.get("until"), "2026-03-01", page);
		assert.ok(html.includes(`https://rasai.example${address}`), page);
		const csv = await get(
			/<section class="cite"[\s\S]*href="([^"]+\.csv[^"]*)"/.exec(html)?.[1] ??
				"",
		);
		assert.equal(
			hashIn(html),
			createHash("sha256").update(csv).digest("hex"),
			page,
		);
		const again = await get(address);
		assert.equal(citedBy(again), address);
		assert.ok(!/The data have changed/.test(again), page);
	}
});

test("a cited chart whose data have changed says so, and never passes for the old one", async () => {
	const address = citedBy(await get("/pk"));
	const html = await get(address, later);
	const query = new URLSearchParams(address.split("?")[1]);
	assert.match(
		html,
		new RegExp(`changed since revision ${query.get("revision")}`),
	);
	assert.notEqual(citedBy(html), address);
});

test("a revision of an incident is shown as it was told, and says that there is a newer one", async () => {
	const path = `/incident/${FIRST.id}`;
	const now = await get(path);
	assert.equal(citedBy(now), `${path}?revision=2`);
	assert.ok(!/There is a newer revision/.test(now));
	const then = await get(`${path}?revision=1`);
	assert.match(then, /This is revision 1, told 30 Jan 2026, 19:00 UTC/);
	assert.match(then, new RegExp(`href="${path}">There is a newer revision`));
	assert.notEqual(hashIn(then), hashIn(now));
	const file = JSON.parse(await get(`${path}.json?revision=1`));
	assert.equal(file.networks.length, 4);
	assert.equal(file.status, "ongoing");
	assert.equal(file.contentHash, hashIn(then));
	assert.match(then, new RegExp(`href="${path}.csv\\?revision=1"`));
});

test("a revision is found by an alias, and one that was never told is not found", async () => {
	const answer = await site.app.request(
		`http://localhost/incident/${FIRST.aliases[0]}?revision=1`,
	);
	assert.equal(
		answer.headers.get("location"),
		`/incident/${FIRST.id}?revision=1`,
	);
	for (const [revision, status] of [
		["3", 404],
		["0", 400],
		["x", 400],
	] as const)
		assert.equal(
			(
				await site.app.request(
					`http://localhost/incident/${FIRST.id}?revision=${revision}`,
				)
			).status,
			status,
			revision,
		);
	assert.equal(
		(await site.app.request("http://localhost/pk?revision=nonsense")).status,
		400,
	);
});

test("the dossier of a revision is asked for as that revision", async () => {
	const path = `/incident/${FIRST.id}`;
	assert.match(
		await get(`${path}?revision=1`),
		new RegExp(`${path}/dossier.pdf\\?revision=1`),
	);
	await get(`${path}/dossier.json?revision=1`);
	await get(`${path}/dossier.json`);
	assert.deepEqual(asked, [
		[FIRST.id, "json", 1],
		[FIRST.id, "json", undefined],
	]);
});
