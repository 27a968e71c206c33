/** The site in other languages, over a seeded fill: what is said, where links lead, what is left in English. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveSite } from "../../src/publish/index.ts";
import { LANGUAGES } from "../../src/publish/web/language/languages.ts";
import { en } from "../../src/publish/web/language/messages/en.ts";
import { ur } from "../../src/publish/web/language/messages/ur.ts";
import { isCountryCode } from "../../src/reference/index.ts";
import { openBrowser } from "../browser/chromium.ts";
import { fillCountry } from "../browser/fill.ts";
import { openFilledSite } from "../browser/filled-site.ts";
import { blockOfX } from "../browser/incidents.ts";

const MEASURED = {
	real: fillCountry({
		cc: "PK",
		seed: 7,
		networkCount: 12,
		lastOn: "2026-03-01",
		endedDaysAgo: 0,
	}),
	emulated: fillCountry({
		cc: "QZ",
		seed: 3,
		networkCount: 10,
		lastOn: "2026-02-20",
		endedDaysAgo: 6,
	}),
};
const INCIDENT = blockOfX("PK", 4);
/** Pages whose words come from messages, but for names, the record and what docs/languages.md names. */
const COVERED = [
	"/explore",
	"/subscribe",
	"/subscribe?cc=pk",
	"/pk/record",
	"/",
	"/pk",
	"/qz",
	"/incidents",
	"/incidents?cc=pk",
	"/pk/as64497",
	"/service/x",
	"/service/x?cc=pk",
	`/incident/${INCIDENT.id}`,
];
const PAGES = [...COVERED, "/about", "/nowhere"];

let site: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	site = await openFilledSite(MEASURED, {}, [INCIDENT]);
});
after(() => site.close());

const ask = async (path: string) => site.app.request(`http://localhost${path}`);
const read = async (path: string) => (await ask(path)).text();

test("every page says its language and direction, in the page and in the answer's head", async () => {
	for (const page of PAGES)
		for (const language of LANGUAGES) {
			const answer = await ask(
				language === "en" ? page : `/${language}${page}`,
			);
			const html = await answer.text();
			const rtl = ["ur", "ps", "ar", "fa"].includes(language);
			assert.equal(answer.status, page === "/nowhere" ? 404 : 200, page);
			assert.equal(answer.headers.get("content-language"), language);
			assert.ok(
				html.includes(`<html lang="${language}" dir="${rtl ? "rtl" : "ltr"}">`),
				`${language} ${page}`,
			);
			assert.equal(
				html.includes('class="review"'),
				language !== "en",
				`${language} ${page}: who made the translation`,
			);
		}
});

test("every link of a translated page keeps the language, or names its own, or leads to a file", async () => {
	for (const page of PAGES) {
		const html = await read(`/ur${page}`);
		for (const [tag, , address = ""] of html.matchAll(
			/<[a-z]+ [^>]*?(href|action)="(\/[^"]*)"/g,
		))
			assert.ok(
				address.startsWith("/ur/") ||
					/hreflang=/.test(tag) ||
					/\.(?:csv|json|png|atom|ics|pdf|html|md|css)(?:\?|$)/.test(address),
				`${page}: ${tag}`,
			);
	}
});

test("a page names itself in every language, and those addresses answer", async () => {
	const html = await read("/pk?service=signal");
	for (const language of LANGUAGES) {
		const prefix = language === "en" ? "" : `/${language}`;
		assert.ok(
			html.includes(
				`<link rel="alternate" hreflang="${language}" href="${prefix}/pk?service=signal"`,
			),
			language,
		);
	}
});

test("countries keep their addresses, in their own language too", async () => {
	for (const code of LANGUAGES) {
		const answer = await ask(`/${code}`);
		if (isCountryCode(code.toUpperCase())) {
			assert.equal(answer.status, 200, code);
			assert.equal(answer.headers.get("content-language"), "en", code);
		} else {
			assert.equal(answer.status, 308, code);
			assert.equal(
				answer.headers.get("location"),
				code === "en" ? "/" : `/${code}/`,
			);
		}
	}
	assert.match(await read("/tr"), /<h1>Türkiye<\/h1>|<h1>Turkey<\/h1>/);
	assert.match(await read("/tr/tr"), /<html lang="tr".*<h1>Türkiye<\/h1>/s);
});

test("every address below a country's is known to belong to it before any language", () => {
	let seen = 0;
	for (const { path } of site.app.routes) {
		const rest = /^\/:cc\{\[a-z\]\[a-z\]\}\/:[a-z]+\{(.*)$/.exec(path)?.[1];
		if (rest === undefined) continue;
		seen++;
		assert.match(rest, /^(?:record|outlook|as\[0-9\]\+)/, path);
	}
	assert.ok(seen >= 7, `${seen} addresses below a country`);
});

test("a redirect keeps the language", async () => {
	const answer = await ask("/fa/PK");
	assert.equal(answer.headers.get("location"), "/fa/pk");
});

test("data and the words in them do not depend on a page in another language having been read", async () => {
	const before = await read("/pk.json");
	await Promise.all([read("/ur/pk"), read("/bn/pk"), read("/pk")]);
	assert.equal(await read("/pk.json"), before);
	assert.match(before, /of 10 measured networks/);
});

test("requests in several languages at once do not mix", async () => {
	const alone = new Map<string, string>();
	for (const language of ["ur", "fr", "my"])
		alone.set(language, await read(`/${language}/pk`));
	const mixed = await Promise.all(
		["ur", "fr", "my", "fr", "ur"].map(
			async (language) => [language, await read(`/${language}/pk`)] as const,
		),
	);
	for (const [language, html] of mixed)
		assert.ok(html === alone.get(language), language);
});

/** The texts of a page, without what stands in English by its nature. */
function textsOf(html: string): readonly string[] {
	return (html.split("<body>")[1] ?? "")
		.replaceAll(/<(bdi|code|nav|svg|dl|title)\b[\s\S]*?<\/\1>/g, " ")
		.replaceAll(/<section[^>]*documented[\s\S]*?<\/section>/g, " ")
		.split(/<[^>]*>/)
		.map((text) => text.trim())
		.filter((text) => text !== "");
}

test("no page in Urdu holds an English message", async () => {
	const messages = Object.entries(en)
		.filter(([key]) => !key.startsWith("language.") && key in ur.messages)
		.flatMap(([, text]) => text.split(/\{[^{}]*\}|<[^>]*>/))
		.map((text) => text.replace(/^[\s:;,.]+|[\s:;,.]+$/g, ""))
		.filter((text) => /^[A-Za-z][a-z]+(?: [a-zA-Z’'-]+)+$/.test(text));
	assert.ok(messages.length > 60, `${messages.length} texts to look for`);
	for (const page of COVERED)
		for (const text of textsOf(await read(`/ur${page}`)))
			for (const message of messages)
				assert.ok(!text.includes(message), `${page}: ${text}`);
});

test("a missing message stands in English; where translators work it is marked", async () => {
	// Said where nothing was measured, so that no other test has had it said.
	delete (ur as { messages: Record<string, string> }).messages["now.next"];
	for (const [marksMissingWords, said] of [
		[false, "What to do next"],
		[true, "⟦What to do next⟧"],
	] as const) {
		const empty = await openFilledSite({}, { marksMissingWords });
		const html = await (await empty.app.request("http://localhost/ur/")).text();
		empty.close();
		assert.ok(html.includes(`<h2 id="first">${said}</h2>`), said);
		assert.ok(html.includes(ur.messages["now.empty"] ?? "?"));
	}
});

test("in Urdu at 360 px nothing runs out of the page, text begins at the right and charts run left to right", async (t) => {
	const browser = await openBrowser(t);
	if (browser === undefined) return;
	const served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	t.after(() => served.close());
	const page = await browser.newPage({
		viewport: { width: 360, height: 800 },
	});
	for (const path of ["/ur/", "/ur/pk", "/ur/incidents", "/my/pk", "/bn/"]) {
		await page.goto(`http://127.0.0.1:${served.port}${path}`);
		const seen = (await page.evaluate(`({
			overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
			direction: getComputedStyle(document.documentElement).direction,
			chart: getComputedStyle(document.querySelector("svg.strip") ?? document.querySelector("svg")).direction,
		})`)) as { overflow: number; direction: string; chart: string };
		assert.ok(seen.overflow <= 0, `${path}: ${seen.overflow} px too wide`);
		assert.equal(seen.direction, path.startsWith("/ur") ? "rtl" : "ltr");
		assert.equal(seen.chart, "ltr", path);
	}
});
