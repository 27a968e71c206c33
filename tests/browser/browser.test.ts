/**
 * The pages in a real browser: nothing scrolls sideways but what has its own
 * scroll box, nothing is said on the console, links lead somewhere, and all of
 * it with script switched off, in both schemes. Screenshots are left in a
 * folder of the system's temporary directory, to be looked at.
 */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { type ServedSite, serveSite } from "../../src/publish/web/index.ts";
import { fillCountry } from "./fill.ts";
import { openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";
import { readShippedCosts } from "./shipped-costs.ts";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const PAGES: readonly (readonly [name: string, path: string])[] = [
	["now", "/"],
	["country", "/pk"],
	["country-emulated", "/qz"],
	["country-recorded", "/in"],
	["record", "/pk/record"],
	["outlook", "/pk/outlook?kind=cut&days=30"],
	["network", "/pk/as64499"],
	["incidents", "/incidents?cc=pk"],
	["incident", "/incident/pk-x-2026-01-30"],
	["incident-emulated", "/incident/qz-x-2026-01-30"],
	["incident-documented", "/incident/PK-2006-02-28-blogspot"],
	["cost", "/cost"],
	[
		"cost-service",
		"/cost?cc=pk&kind=service&service=x&since=2024-02-18&until=2024-12-31",
	],
	["cost-incident", "/cost?incident=pk-x-2026-01-30"],
	["service", "/service/x"],
	["service-emulated", "/service/whatsapp?cc=qz"],
	["cell", "/pk/as64497/2026-03-01?service=x&function=web"],
	["measurement", "/measurement/202620260301.0_PK_64497_xcom"],
	["rejects", "/rejects"],
	["about", "/about"],
	["not-found", "/nowhere"],
];

let browser: Browser | undefined;
let served: ServedSite;
let site: Awaited<ReturnType<typeof openFilledSite>>;
let shots: string;

before(async () => {
	if (!existsSync(CHROMIUM)) return;
	site = await openFilledSite(
		{
			real: fillCountry({
				cc: "PK",
				seed: 7,
				networkCount: 30,
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
		},
		{ costs: readShippedCosts() },
		[
			blockOfX("PK", 12),
			blockOfX("QZ", 5, { witness: "202620260220.0_QZ_64497_xcom" }),
		],
	);
	served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ARGUMENTS,
		timeout: 60_000,
	});
	shots = mkdtempSync(join(tmpdir(), "rasai-pages-"));
});
after(async () => {
	if (browser === undefined) return;
	await browser.close();
	await served.close();
	site.close();
});

/** The browser, or undefined after saying loudly that the test is skipped. */
function chromiumOr(t: TestContext): Browser | undefined {
	if (browser === undefined)
		t.skip(`Chromium not found at ${CHROMIUM}: apt-get install chromium`);
	return browser;
}

async function openPage(
	from: Browser,
	options: { readonly width: number; readonly dark?: boolean },
): Promise<Page> {
	const context = await from.newContext({
		viewport: { width: options.width, height: 900 },
		colorScheme: options.dark ? "dark" : "light",
		javaScriptEnabled: false,
		baseURL: `http://127.0.0.1:${served.port}`,
	});
	context.setDefaultTimeout(20_000);
	return context.newPage();
}

for (const { width, dark } of [
	{ width: 360, dark: false },
	{ width: 1280, dark: false },
	{ width: 1280, dark: true },
])
	test(`pages fit ${width} px, say nothing on the console and need no script${dark ? ", in the dark too" : ""}`, async (t) => {
		const chrome = chromiumOr(t);
		if (chrome === undefined) return;
		const page = await openPage(chrome, { width, dark });
		const said: string[] = [];
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(error.message));
		// The dark scheme differs in colours alone.
		for (const [name, path] of dark ? PAGES.slice(0, 3) : PAGES) {
			said.length = 0;
			const answer = await page.goto(path);
			assert.equal(answer?.status(), name === "not-found" ? 404 : 200, path);
			// The browser itself notes the 404 of a page that is meant to be one.
			if (name !== "not-found") assert.deepEqual(said, [], path);
			const pageWidth = await page
				.locator("html")
				.evaluate((html) => html.scrollWidth);
			assert.ok(pageWidth <= width, `${path} is ${pageWidth} px wide`);
			await page.screenshot({
				path: join(shots, `${name}-${width}${dark ? "-dark" : ""}.png`),
				fullPage: true,
			});
		}
		t.diagnostic(`screenshots in ${shots}`);
		await page.context().close();
	});

test("the newest days of a chart are in view on a narrow screen", async (t) => {
	const chrome = chromiumOr(t);
	if (chrome === undefined) return;
	const page = await openPage(chrome, { width: 360 });
	await page.goto("/pk");
	const newest = page.locator('svg.strip a[href*="2026-03-01"]').first();
	const box = await newest.boundingBox();
	assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
	await page.context().close();
});

test("a reader goes from now to the evidence and finds every link on the way alive", async (t) => {
	const chrome = chromiumOr(t);
	if (chrome === undefined) return;
	const page = await openPage(chrome, { width: 1280 });
	await page.goto("/");
	await page.locator(".findings .subject").first().click();
	assert.match(page.url(), /\/service\/x\?cc=pk/);
	await page.locator('svg.strip a[href*="2026-03-01"]').first().click();
	assert.match(page.url(), /\/pk\/as\d+\/2026-03-01\?service=x/);
	await page.locator("tbody a").first().click();
	assert.match(page.url(), /\/measurement\//);
	assert.match((await page.locator("h1").textContent()) ?? "", /^x\.com: /);
	await page.context().close();

	const seen = new Set<string>();
	for (const [, path] of PAGES) {
		const html = await (await fetch(address(path))).text();
		for (const [, href = ""] of html.matchAll(/ href="(\/[^"]*)"/g))
			seen.add((href.split("#")[0] ?? "").replaceAll("&amp;", "&"));
	}
	// The cells of a chart differ in their numbers alone: a few of them stand for all.
	// Entries have pages where a ledger is kept, as tests/cli-workspace.test.ts has one and this fill has not.
	const links = [...seen].filter(
		(href, index) =>
			!href.startsWith("/entry/") &&
			(!/\/as\d+\/\d{4}/.test(href) || index % 97 === 0),
	);
	assert.ok(links.length > 40, `${links.length} links`);
	for (const href of links) {
		const { status } = await fetch(address(href));
		// The fill has single measurements of two days only.
		const cell = /\/as\d+\/(\d{4}-\d\d-\d\d)/.exec(href)?.[1];
		if (cell === undefined || cell >= "2026-02-28")
			assert.equal(status, 200, href);
	}
});

const address = (path: string) => `http://127.0.0.1:${served.port}${path}`;

test("a firm's figures are in no address and no history, and its note prints without the form", async (t) => {
	const chrome = chromiumOr(t);
	if (chrome === undefined) return;
	const page = await openPage(chrome, { width: 360 });
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.url()));
	await page.goto("/cost?incident=pk-x-2026-01-30");
	await page.getByLabel("Turnover, PKR").fill("987654");
	await page.getByLabel("Share of it that comes in").fill("80%");
	await page.getByRole("button", { name: "Make the note" }).click();
	assert.match(
		(await page.locator("h1").textContent()) ?? "",
		/Note of a firm/,
	);
	assert.ok(page.url().endsWith("/cost?incident=pk-x-2026-01-30"), page.url());
	assert.ok(asked.every((url) => !url.includes("987654")));
	await page.screenshot({ path: join(shots, "note-360.png"), fullPage: true });
	await page.emulateMedia({ media: "print" });
	assert.ok(await page.getByText("Signature").isVisible());
	assert.ok(!(await page.getByLabel("Turnover, PKR").isVisible()));
	await page.screenshot({
		path: join(shots, "note-print.png"),
		fullPage: true,
	});
	await page.context().close();
});

test("a keyboard reaches the content in one step, and sees where it is", async (t) => {
	const chrome = chromiumOr(t);
	if (chrome === undefined) return;
	const page = await openPage(chrome, { width: 1280 });
	await page.goto("/pk");
	await page.keyboard.press("Tab");
	const skip = page.locator(".skip");
	assert.ok((await skip.boundingBox())?.x ?? -1 >= 0);
	await page.keyboard.press("Enter");
	assert.match(page.url(), /#main$/);
	// Cells are for the pointer; the table below is for the keyboard, and holds the same links.
	assert.equal(
		await page.locator('svg.strip a:not([tabindex="-1"])').count(),
		0,
	);
	await page.locator("details summary").first().click();
	assert.ok((await page.locator(".matrix a").count()) > 100);
	await page.context().close();
});

test("an image of a chart opens by itself and says what it is", async (t) => {
	const chrome = chromiumOr(t);
	if (chrome === undefined) return;
	const page = await openPage(chrome, { width: 1280 });
	const said: string[] = [];
	page.on("console", (message) => said.push(message.text()));
	await page.goto("/qz.svg");
	assert.deepEqual(said, []);
	assert.match(
		(await page.locator("svg > title").textContent()) ?? "",
		/X \(Twitter\) in Emulated country.*\(emulated\)/,
	);
	await page.screenshot({ path: join(shots, "chart.png") });
	await page.context().close();
});
