/**
 * The verifier as a reader meets it: in Chromium, on the page and saved as a
 * file, with the network switched off; and the same script in Node.
 */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { type Browser, chromium, type Page } from "playwright-core";
import { testBundle } from "../../src/account/evidence/test-bundle.ts";
import {
	type ServedSite,
	serveSite,
	verifierScript,
} from "../../src/publish/web/index.ts";
import { openFilledSite } from "./filled-site.ts";

const CHROMIUM = "/usr/bin/chromium";
const TOP = mkdtempSync(join(tmpdir(), "rasai-evidence-page-"));
const bundle = await testBundle();
const GOOD = join(TOP, "good.zip");
const BAD = join(TOP, "bad.zip");
writeFileSync(GOOD, bundle.bytes);
writeFileSync(
	BAD,
	bundle.bytes.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)),
);

let browser: Browser | undefined;
let served: ServedSite;
let site: Awaited<ReturnType<typeof openFilledSite>>;

before(async () => {
	if (!existsSync(CHROMIUM)) return;
	site = await openFilledSite(
		{},
		{
			evidence: {
				address: "",
				heads: async () => ({
					schema: "rasai-heads/1",
					heads: [bundle.head],
					revoked: [],
				}),
			},
		},
	);
	served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ["--headless", "--no-sandbox", "--disable-gpu"],
		timeout: 60_000,
	});
});
after(async () => {
	rmSync(TOP, { recursive: true, force: true });
	if (browser === undefined) return;
	await browser.close();
	await served.close();
	site.close();
});

/** Opens an address and then takes the network away. Gives the page and what its console says. */
async function openOffline(address: string) {
	const context = await browser?.newContext();
	const page = await context?.newPage();
	if (!context || !page) throw new Error("no browser");
	page.setDefaultTimeout(20_000);
	const said: string[] = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(String(error)));
	await page.goto(address);
	await context.setOffline(true);
	return { page, said };
}

async function check(page: Page, file: string, root: string): Promise<string> {
	await page.fill("input[name=key]", root);
	await page.setInputFiles("input[type=file] >> nth=0", file);
	await page.waitForSelector(".verified h3");
	return page.textContent(".verified").then(String);
}

function skipWithoutChromium(t: TestContext): boolean {
	if (browser === undefined)
		t.skip(`Chromium not found at ${CHROMIUM}: apt-get install chromium`);
	return browser === undefined;
}

test("a file is checked on the page without a connection, and the page makes none", async (t) => {
	if (skipWithoutChromium(t)) return;
	const base = `http://127.0.0.1:${served.port}`;
	const { page, said } = await openOffline(`${base}/evidence`);
	const good = await check(page, GOOD, bundle.root);
	assert.match(good, /The file verifies/);
	assert.match(good, /Emulated, no real event/);
	assert.match(good, /94 numbers from 60 rows/);
	assert.match(good, /self-attested only/);
	const bad = await check(page, BAD, bundle.root);
	assert.match(bad, /does not verify/);
	assert.match(bad, /containerFAILEDbyte/);
	const other = await check(page, GOOD, "0".repeat(64));
	assert.match(other, /keyFAILEDsigned under root/);
	assert.deepEqual(said, []);
	const fetched = await page.evaluate(
		`fetch("${base}/").then(() => "fetched", () => "refused")`,
	);
	assert.equal(fetched, "refused");
});

test("a file dropped anywhere is checked, and heads from a witness anchor it", async (t) => {
	if (skipWithoutChromium(t)) return;
	const base = `http://127.0.0.1:${served.port}`;
	const heads = await (await fetch(`${base}/evidence/heads.json`)).text();
	const kept = join(TOP, "heads.json");
	writeFileSync(kept, heads);
	const { page } = await openOffline(`${base}/evidence`);
	await page.setInputFiles("input[type=file] >> nth=1", kept);
	const transfer = await page.evaluateHandle(
		`(() => {
			const bytes = Uint8Array.from(atob("${Buffer.from(bundle.bytes).toString("base64")}"), (one) => one.charCodeAt(0));
			const transfer = new DataTransfer();
			transfer.items.add(new File([bytes], "dropped.zip"));
			return transfer;
		})()`,
	);
	await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
	await page.waitForSelector(".verified h3");
	const text = await page.textContent(".verified").then(String);
	assert.match(text, /The file verifies/);
	assert.match(text, /Anchored by an outside copy/);
	assert.doesNotMatch(text, /self-attested/);
});

test("the verifier saved as one page works from a disk", async (t) => {
	if (skipWithoutChromium(t)) return;
	const answer = await fetch(
		`http://127.0.0.1:${served.port}/evidence/verifier.html`,
	);
	const saved = join(TOP, "verifier.html");
	writeFileSync(saved, await answer.text());
	const { page, said } = await openOffline(pathToFileURL(saved).href);
	assert.match(await check(page, GOOD, bundle.root), /The file verifies/);
	assert.match(await check(page, BAD, bundle.root), /FAILED/);
	assert.deepEqual(said, []);
});

test("the verifier is one script of under 600 lines with its comments, and runs in Node with the platform alone", async () => {
	const script = verifierScript();
	assert.doesNotMatch(script, /\b(import|export|require)\b[^;]*["']/);
	const { length } = script.trimEnd().split("\n");
	assert.ok(length < 600, `${length} lines`);
	const platform = { crypto, TextEncoder, TextDecoder, Uint8Array, atob, btoa };
	const context = vm.createContext({ ...platform, bytes: bundle.bytes });
	const report = await vm.runInContext(
		`${script}; verifyBundle(bytes)`,
		context,
	);
	assert.equal(report.ok, true, JSON.stringify(report.steps));
});

test("the feed of heads names each head as `rasai ledger verify --head` takes it", async (t) => {
	if (skipWithoutChromium(t)) return;
	const answer = await fetch(
		`http://127.0.0.1:${served.port}/evidence/heads.atom`,
	);
	assert.equal(
		answer.headers.get("content-type"),
		"application/atom+xml; charset=utf-8",
	);
	const { entry, hash } = bundle.head;
	assert.ok(
		(await answer.text()).includes(
			`<content type="text">${entry}:${hash}</content>`,
		),
	);
});
