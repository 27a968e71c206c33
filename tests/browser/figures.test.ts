/** Charts as files and in frames of others, over a seeded fill, without a browser. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parseSubscriberShares } from "../../src/reference/index.ts";
import { openEveryPage } from "./every-page.ts";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";

const fill = (cc: "PK" | "QZ") =>
	fillCountry({
		cc,
		seed: 7,
		networkCount: 12,
		lastOn: "2026-03-01",
		endedDaysAgo: 0,
	});
const INCIDENT = blockOfX("PK", 4);
/** A page of each kind that shows a chart. */
const PAGES = [
	"/pk",
	"/pk?service=x&function=links&until=2026-02-10",
	"/pk/as64497",
	"/service/x?cc=pk",
	`/incident/${INCIDENT.id}`,
	"/explore?cc=pk&service=x&function=web&since=2026-02-01&until=2026-02-28",
];

let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(
		{ real: fill("PK"), emulated: fill("QZ") },
		{ address: "https://rasai.example/" },
		[INCIDENT],
	);
});
after(() => site.close());

const get = (path: string) => site.app.request(`http://localhost${path}`);
const text = async (path: string) => (await get(path)).text();
const withEnding = (page: string, ending: string): string =>
	page.replace(/(?=\?|$)/, `.${ending}`);

test("every chart can be had in four forms at its page's address", async () => {
	for (const page of PAGES)
		for (const [ending, type] of [
			["csv", "text/csv"],
			["json", "application/json"],
			["svg", "image/svg+xml"],
			["png", "image/png"],
		] as const) {
			const answer = await get(withEnding(page, ending));
			assert.equal(answer.status, 200, `${page} as ${ending}`);
			const got = answer.headers.get("content-type") ?? "";
			assert.ok(got.startsWith(type), `${page} as ${ending}: ${got}`);
		}
	const html = await text("/pk");
	for (const ending of ["csv", "json", "svg", "png"])
		assert.ok(html.includes(`href="/pk.${ending}"`), ending);
});

test("figures of a page that shows several have addresses of their own, in the same four forms", async () => {
	const whole = await openEveryPage();
	try {
		for (const figure of [
			"/pk/signals/ioda-bgp",
			`/incident/${INCIDENT.id}/tracks`,
			"/pk/outlook/reliability",
		]) {
			for (const ending of ["csv", "json", "svg", "png"]) {
				const answer = await whole.app.request(
					`http://localhost${figure}.${ending}`,
				);
				assert.equal(answer.status, 200, `${figure}.${ending}`);
			}
			const embed = await whole.app.request(`http://localhost/embed${figure}`);
			assert.match(await embed.text(), /<figcaption>[^<]+/, figure);
			const bare = await whole.app.request(`http://localhost${figure}`);
			assert.equal(bare.status, 308, figure);
			assert.match(bare.headers.get("location") ?? "", /#[a-z]+$/);
		}
		const csv = await whole.app.request(
			"http://localhost/pk/signals/ioda-bgp.csv",
		);
		assert.match(await csv.text(), /,ioda,their licence/);
		for (const none of ["/pk/signals/none.svg", "/qz/signals/ioda-bgp.svg"])
			assert.equal(
				(await whole.app.request(`http://localhost${none}`)).status,
				404,
			);
	} finally {
		await whole.close();
	}
});

test("an image is drawn anew only when its data change", async () => {
	const read = async () =>
		Buffer.from(await (await get("/pk.png")).arrayBuffer());
	assert.deepEqual(await read(), await read());
	const etag = (await get("/pk.png")).headers.get("etag") ?? "";
	const again = await site.app.request("http://localhost/pk.png", {
		headers: { "If-None-Match": etag },
	});
	assert.equal(again.status, 304);
});

test("an image speaks the language of its address", async () => {
	const urdu = Buffer.from(await (await get("/ur/pk.png")).arrayBuffer());
	const english = Buffer.from(await (await get("/pk.png")).arrayBuffer());
	assert.equal(urdu.toString("latin1", 1, 4), "PNG");
	assert.notDeepEqual(urdu, english);
});

test("a chart can be framed by anybody, says its sentence and leads back; nothing else can be framed", async () => {
	for (const page of PAGES) {
		const answer = await get(`/embed${page}`);
		assert.equal(answer.status, 200, page);
		const policy = answer.headers.get("content-security-policy") ?? "";
		assert.ok(policy.endsWith("frame-ancestors *"), page);
		assert.ok(policy.startsWith("default-src 'none'"), page);
		const html = await answer.text();
		const link = page.replaceAll("&", "&amp;");
		assert.ok(html.includes(`href="${link}" target="_blank"`), page);
		assert.match(html, /<figcaption>[^<]+Last measured [^<]+\.<\/figcaption>/);
		assert.match(html, /<svg[^>]*xmlns/);
		assert.ok(!/<script| on[a-z]+="| style=/.test(html), page);
	}
	for (const page of ["/", "/pk", "/pk.svg", "/nowhere"]) {
		const policy = (await get(page)).headers.get("content-security-policy");
		assert.ok(policy?.endsWith("frame-ancestors 'none'"), page);
	}
});

test("the page shows what to copy, and that frames what it says", async () => {
	const html = (await text("/pk?service=x&function=links")).replaceAll(
		/&(amp|quot|lt|gt);/g,
		(_, name: string) =>
			({ amp: "&", quot: '"', lt: "<", gt: ">" })[name] ?? "",
	);
	const address = /<iframe src="https:\/\/rasai\.example([^"]+)" title="X/.exec(
		html,
	)?.[1];
	assert.equal(address, "/embed/pk?service=x&amp;function=links");
	assert.equal((await get(address.replaceAll("&amp;", "&"))).status, 200);
});

test("emulated charts are marked in every form, and framed nowhere but here", async () => {
	for (const path of ["/qz.svg", "/embed/qz"])
		assert.match(await text(path), /Emulated data/);
	for (const path of ["/qz.png", "/embed/qz", "/embed/qz/as64497"]) {
		assert.equal((await get(path)).status, 200, path);
		const elsewhere = await site.app.request(`http://rasai.example${path}`);
		assert.equal(elsewhere.status, 403, path);
	}
});

test("with made-up shares of the emulated country its pages lead with subscribers", async () => {
	const shared = await openFilledSite(
		{ emulated: fill("QZ") },
		{
			shares: parseSubscriberShares(
				`cc,asn,share,source,vintage\n${[64496, 64497, 64498, 64499, 64500]
					.map((asn) => `QZ,${asn},17,Made-up regulator,2026-01\n`)
					.join("")}`,
			),
		},
	);
	try {
		const read = async (path: string) =>
			(await shared.app.request(`http://localhost${path}`)).text();
		const said =
			/restricted on networks carrying about \d0–\d0% of mobile subscribers \(Made-up regulator, 2026-01; unknown for \d+%\): [^.]*of \d+ measured networks/;
		for (const path of ["/qz", "/", "/service/x?cc=qz"])
			assert.match(await read(path), said, path);
		const { now } = JSON.parse(await read("/qz.json"));
		assert.equal(now[0].subscribers.source, "Made-up regulator");
	} finally {
		shared.close();
	}
});

test("an incident's chart is found by any of its ids", async () => {
	const [alias = ""] = INCIDENT.aliases;
	const answer = await get(`/embed/incident/${alias}`);
	assert.equal(answer.status, 308);
	assert.equal(
		answer.headers.get("location"),
		`/embed/incident/${INCIDENT.id}`,
	);
});
