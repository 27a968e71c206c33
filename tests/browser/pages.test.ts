/** The site's answers over a seeded fill, without a browser: what is said, what is refused, what is carried. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { COMMANDS } from "../../src/cli/index.ts";
import { parseCommandLine } from "../../src/cli/parse.ts";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";

const PAKISTAN = fillCountry({
	cc: "PK",
	seed: 7,
	networkCount: 12,
	lastOn: "2026-03-01",
	endedDaysAgo: 0,
});
const EMULATED = fillCountry({
	cc: "QZ",
	seed: 3,
	networkCount: 10,
	lastOn: "2026-02-20",
	endedDaysAgo: 6,
});

let site: Awaited<ReturnType<typeof openFilledSite>>;
let empty: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite({ real: PAKISTAN, emulated: EMULATED });
	empty = await openFilledSite({});
});
after(() => {
	site.close();
	empty.close();
});

const get = async (path: string, headers: Record<string, string> = {}) =>
	site.app.request(`http://localhost${path}`, { headers });
const text = async (path: string) => (await get(path)).text();

/** As assert.match, but a failure does not print the page. */
function has(body: string, pattern: RegExp, path = ""): void {
	assert.ok(
		pattern.test(body),
		`${path} lacks ${pattern}: ${body.slice(0, 200)}`,
	);
}

const PAGES = [
	"/",
	"/about",
	"/rejects",
	"/pk",
	"/pk?service=signal&function=text",
	"/pk?target=news.example&until=2026-02-10",
	"/pk/record",
	"/pk/as64497",
	"/pk/as64497/2026-03-01?service=x&function=web",
	"/pk/as64497/2026-03-01/signal/chat",
	"/service/x",
	"/service/x?cc=pk&function=links",
];
const EMULATED_PAGES = [
	"/qz",
	"/qz.json",
	"/qz.csv",
	"/qz.svg",
	"/qz/as64496",
	"/qz/as64496.svg",
	"/qz/as64497/2026-02-20?service=x&function=web",
	"/service/x?cc=qz",
	"/service/x.svg?cc=qz",
];
const emulatedMeasurement = async () =>
	/\/measurement\/[^"]+/.exec(await text(EMULATED_PAGES[6] ?? ""))?.[0] ?? "";

test("every page answers, in the same frame, with headings in order", async () => {
	for (const path of [...PAGES, "/qz", "/nowhere"]) {
		const answer = await get(path);
		assert.equal(answer.status, path === "/nowhere" ? 404 : 200, path);
		const html = await answer.text();
		has(html, /^<!doctype html><html lang="en" dir="ltr">/, path);
		assert.equal(html.match(/<h1>/g)?.length, 1, path);
		const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, n]) =>
			Number(n),
		);
		levels.forEach((level, i) => {
			assert.ok(level <= (levels[i - 1] ?? 0) + 1, `${path}: h${level}`);
		});
		assert.ok(!/<script|<iframe|<style| style=| on[a-z]+="/.test(html), path);
	}
});

test("the country page leads with a sentence that carries its denominator", async () => {
	const html = await text("/pk");
	has(
		html,
		/X \(Twitter\): blocked on 1 and likely blocked on 6 of 10 measured networks, last measured 1 h ago; 2 more networks have not enough data\./,
	);
	const now = await text("/");
	has(now, /services and sites restricted in Pakistan/);
	has(now, /of 10 measured networks.*Pakistan.*last measured 1 h ago/);
});

test("old data are said to be old", async () => {
	has(
		await text("/qz"),
		/The newest measurements are of 20 Feb 2026, 9 days ago\. “Now” means then\./,
	);
});

test("an empty workspace says what to do next, and still lists the record apart from measurement", async () => {
	const read = async (path: string) =>
		(await empty.app.request(`http://localhost${path}`)).text();
	const now = await read("/");
	has(now, /Nothing has been measured here yet/);
	has(now, /rasai archive import/);
	const pakistan = await read("/pk");
	has(pakistan, /No measurements in this workspace/);
	has(pakistan, /Documented, not measured/);
	has(pakistan, /Start to first court order/);
	has(pakistan, /78 dated entries/);
	has(pakistan, /126 documented restrictions/);
	has(pakistan, /High confidence\. Sources: <a href="https?:/);
	has(await read("/fr"), /No measurements in this workspace/);
});

test("the commands that pages print are whole: the command line takes them as they are", async () => {
	for (const path of ["/", "/fr"]) {
		const html = await (
			await empty.app.request(`http://localhost${path}`)
		).text();
		const line = /<code>rasai (archive import ooni: [^<]*)<\/code>/.exec(html);
		const { command, args } = parseCommandLine(
			line?.[1]?.split(" ") ?? [],
			COMMANDS,
		);
		assert.equal(command?.verb, "import");
		assert.deepEqual(args.operands, ["ooni:"]);
		assert.deepEqual(args.list("cc"), [path === "/" ? "PK" : "FR"]);
		assert.equal(args.text("since"), "2026-02-26");
		assert.equal(args.text("until"), "2026-03-01");
	}
});

test("P12: the record never stands among measurements, nor they in it", async () => {
	const html = await text("/pk");
	const [measured = "", documented = ""] = html.split('id="record"');
	has(measured, /measured networks/);
	assert.ok(!/confidence/.test(measured));
	assert.ok(!/measured networks|sessions</.test(documented));
});

test("a function that no test reaches says so, and is not called reachable", async () => {
	const html = await text("/service/whatsapp?cc=pk");
	has(html, /<dt>Voice and video calls<\/dt><dd>Not tested: /);
});

test("the same data stand at the page's address as CSV, JSON and SVG", async () => {
	for (const [path, type] of [
		["/pk.csv", "text/csv"],
		["/pk.json", "application/json"],
		["/pk.svg?service=x&function=links", "image/svg+xml"],
		["/pk/as64497.csv", "text/csv"],
		["/service/x.json?cc=pk", "application/json"],
		["/pk/record.json", "application/json"],
		["/now.csv", "text/csv"],
		["/rejects.csv", "text/csv"],
		["/pk/as64497/2026-03-01.csv?service=x&function=web", "text/csv"],
	] as const) {
		const answer = await get(path);
		assert.equal(answer.status, 200, path);
		has(
			answer.headers.get("content-type") ?? "",
			new RegExp(`^${type.replace("+", "\\+")}`),
		);
	}
	const json = JSON.parse(await text("/pk.json"));
	assert.equal(
		json.licence,
		"LicenseRef-unknown",
		"nobody says who published it",
	);
	const csv = (await text("/pk.csv")).trim().split("\r\n");
	assert.equal(csv.length - 1, json.strip.days.length);
});

test("a measurement shows its facts, the rules that fired and where it stands in the archive", async () => {
	const html = await text(await emulatedMeasurement());
	has(html, /Looked up x\.com \(A\) with the system&#39;s resolver/);
	has(html, /<code>tls\./);
	has(html, /<code>a{64}<\/code>/);
	has(html, /Nothing: neither a helper nor enough other networks/);
});

test("emulated data say so in every page, title, image and file", async () => {
	for (const path of [...EMULATED_PAGES, await emulatedMeasurement()]) {
		const body = await text(path);
		has(body, /emulated/i, path);
		if (!/\.(svg|csv|json)/.test(path))
			has(body, /<title>[^<]*\(emulated data\)/, path);
	}
	has(await text("/qz"), /<svg[^>]*class="strip".*Emulated data/);
});

test("emulated data go no further than this machine", async () => {
	const paths = [...EMULATED_PAGES, await emulatedMeasurement()];
	const open = await openFilledSite(
		{ real: PAKISTAN, emulated: EMULATED },
		{ listensBeyondLoopback: true },
	);
	try {
		for (const path of paths)
			for (const answer of [
				await open.app.request(`http://localhost${path}`),
				await site.app.request(`http://rasai.example${path}`),
				await get(path, { "X-Forwarded-For": "203.0.113.9" }),
			]) {
				assert.equal(answer.status, 403, path);
				has(await answer.text(), /can be reached from other machines/);
			}
		for (const path of ["/", "/now.json", "/service/x"]) {
			const body = await (
				await open.app.request(`http://localhost${path}`)
			).text();
			assert.ok(!/emulated|QZ|\/qz/i.test(body), path);
		}
	} finally {
		open.close();
	}
});

test("P7: hostile names are text on pages, in images, in CSV and in JSON", async () => {
	const pages = [
		...PAGES,
		...EMULATED_PAGES,
		await emulatedMeasurement(),
		"/pk.svg",
	];
	for (const path of pages) {
		const body = await text(path);
		if (!/\.(csv|json)/.test(path))
			assert.ok(!/<script|<svg onload|<img|<b>/i.test(body), path);
	}
	has(await text("/pk"), /&lt;script&gt;/);
	const csv = await text("/rejects.csv");
	has(csv, /,'=cmd/);
	assert.ok(!/(^|,)"?[=+@]/m.test(csv));
	assert.doesNotThrow(async () => JSON.parse(await text("/rejects.json")));
});

test("every answer carries the strict headers, errors included", async () => {
	for (const path of [
		"/",
		"/pk.svg",
		"/pk.csv",
		"/site.css",
		"/nowhere",
		"/qz/as1",
	]) {
		const { headers } = await get(path);
		assert.equal(
			headers.get("content-security-policy"),
			"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		);
		assert.equal(headers.get("x-content-type-options"), "nosniff");
		assert.equal(headers.get("referrer-policy"), "no-referrer");
		assert.ok(headers.get("permissions-policy"), path);
		assert.ok(headers.get("cache-control"), path);
	}
});

test("a page that has not changed is not sent again, and HEAD sends none", async () => {
	const first = await get("/pk");
	const etag = first.headers.get("etag") ?? "";
	has(etag, /^W\/"/);
	const second = await get("/pk", { "If-None-Match": etag });
	assert.equal(second.status, 304);
	assert.equal(await second.text(), "");
	const head = await site.app.request("http://localhost/pk", {
		method: "HEAD",
	});
	assert.equal(head.status, 200);
	assert.equal(await head.text(), "");
});

test("what cannot be an address is refused, and nothing but reading is possible", async () => {
	for (const [path, status] of [
		["/zz9", 404],
		["/qq", 404],
		["/pk/as0x1", 404],
		["/pk/as99999999999", 404],
		["/pk/as64497/2026-02-30?service=x", 404],
		["/pk/as64497/2026-03-01", 400],
		["/pk?until=yesterday", 400],
		["/pk?service='; DROP TABLE daily", 400],
		["/service/no_such_service", 404],
		["/service/x?cc=zzz", 400],
		["/measurement/..%2F..%2Fetc", 404],
		["/measurement/nobody", 404],
		["/rejects?page=0", 400],
		["/%E0%A4%A", 404],
		[`/pk?target=${"x".repeat(3000)}`, 414],
	] as const)
		assert.equal((await get(path)).status, status, path);
	const post = await site.app.request("http://localhost/pk", {
		method: "POST",
	});
	assert.equal(post.status, 405);
	assert.equal(post.headers.get("allow"), "GET, HEAD");
	const upper = await get("/PK");
	assert.equal(upper.status, 308);
	assert.equal(upper.headers.get("location"), "/pk");
});

test("a fault of ours gives a page without a trace of it, and a line in the log", async () => {
	const lines: string[] = [];
	const broken = await openFilledSite(
		{},
		{
			explain: async () => {
				throw new Error("secret detail");
			},
			log: (level, event) => lines.push(`${level} ${event}`),
		},
	);
	try {
		const answer = await broken.app.request("http://localhost/measurement/abc");
		assert.equal(answer.status, 500);
		const html = await answer.text();
		has(html, /The fault is ours/);
		assert.ok(!/secret|Error|\.js/.test(html));
		assert.deepEqual(lines, ["error page_failed"]);
	} finally {
		broken.close();
	}
});

test("pages hold with no network, with one and with sixty, and stay light", async () => {
	for (const networkCount of [0, 1, 60]) {
		const sized = await openFilledSite({
			real: fillCountry({
				cc: "PK",
				seed: 5,
				networkCount,
				lastOn: "2026-03-01",
				endedDaysAgo: 0,
			}),
		});
		try {
			for (const path of ["/", "/pk", "/service/x", "/service/x?cc=pk"]) {
				const answer = await sized.app.request(`http://localhost${path}`, {
					headers: { "Accept-Encoding": "gzip" },
				});
				assert.equal(answer.status, 200, path);
				const sent = Buffer.from(await answer.arrayBuffer());
				assert.ok(sent.length < 30 * 1024, `${path}: ${sent.length} bytes`);
			}
		} finally {
			sized.close();
		}
	}
});

test("the first view of a country page as full as the emulated story's is under 30 KB, its style sheet included", async () => {
	const answer = await get("/qz", { "Accept-Encoding": "gzip" });
	assert.equal(answer.headers.get("content-encoding"), "gzip");
	const page = Buffer.from(await answer.arrayBuffer());
	has(gunzipSync(page).toString("utf8"), /<\/html>$/);
	const style = gzipSync(await text("/site.css"));
	assert.ok(
		page.length + style.length < 30 * 1024,
		`${page.length} + ${style.length} bytes`,
	);
});
