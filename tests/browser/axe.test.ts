/**
 * Every kind of page against WCAG 2.2 AA, by axe-core in Chromium: wide and
 * narrow, light and dark. What axe cannot tell (whether words make sense, what
 * a picture shows) is looked at by people.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import {
	EDITORS_PAGES,
	EVERY_PAGE,
	type EveryPage,
	openEveryPage,
} from "./every-page.ts";

const AXE = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const VIEWS = [
	{ name: "wide", width: 1280, colorScheme: "light" },
	{ name: "narrow and dark", width: 360, colorScheme: "dark" },
] as const;

/** Kinds of pages that say most in messages: one after another in a language from right to left and in one of another script. */
const TRANSLATED = EVERY_PAGE.filter(
	([name, path]) =>
		!path.startsWith("/ur/") &&
		/^(?:cost|outlook|record-dossiers|service|incident|measurement|explore|report|subscribe|evidence|about)$/.test(
			name,
		),
).map(
	([name, path], index) =>
		[
			`${name} in ${index % 2 === 0 ? "Urdu" : "Burmese"}`,
			`/${index % 2 === 0 ? "ur" : "my"}${path}`,
		] as const,
);

let site: EveryPage;
before(async () => {
	site = await openEveryPage();
});
after(() => site.close());

/** What is wrong with the page, a line each. */
async function faultsOf(page: Page): Promise<readonly string[]> {
	await page.evaluate(AXE);
	const results = (await page.evaluate(
		`axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] })`,
	)) as AxeResults;
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary = "" }) =>
			[id, String(target), failureSummary.split("\n")[1]?.trim()].join(" | "),
		),
	);
}

async function checkAll(
	context: BrowserContext,
	view: string,
	pages: typeof EVERY_PAGE,
): Promise<readonly string[]> {
	const page = await context.newPage();
	const faults: string[] = [];
	for (const [name, path] of pages) {
		await page.goto(`http://localhost:${site.served.port}${path}`);
		for (const fault of await faultsOf(page))
			faults.push(`${name}, ${view}: ${fault}`);
	}
	return faults;
}

for (const { name, width, colorScheme } of VIEWS)
	test(`every kind of page meets WCAG 2.2 AA as axe checks it, ${name}`, {
		timeout: 120_000,
	}, async (t) => {
		const browser = await openBrowser(t);
		if (browser === undefined) return;
		const context = await browser.newContext({
			viewport: { width, height: 800 },
			colorScheme,
			bypassCSP: true,
		});
		const faults = [...(await checkAll(context, name, EVERY_PAGE))];
		const page = await context.newPage();
		await page.goto(site.signInLink());
		await page.getByRole("button", { name: "Sign in" }).click();
		await page.waitForURL("**/edit");
		faults.push(...(await checkAll(context, name, EDITORS_PAGES)));
		assert.deepEqual(faults, []);
	});

// Contrast and sizes are of the same styles as in English: one view is enough.
test("pages in Urdu and Burmese meet WCAG 2.2 AA as axe checks it, narrow", {
	timeout: 120_000,
}, async (t) => {
	const browser = await openBrowser(t);
	if (browser === undefined) return;
	const context = await browser.newContext({
		viewport: { width: 360, height: 800 },
		bypassCSP: true,
	});
	assert.ok(TRANSLATED.length >= 10, `${TRANSLATED.length} pages`);
	assert.deepEqual(await checkAll(context, "narrow", TRANSLATED), []);
});
