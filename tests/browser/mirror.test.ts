/** A copy of the site: every expected page in it, read from disk without a server, checked, tampered with, and fetched again. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createPrivateKeyPem } from "../../src/account/ledger/index.ts";
import { createHttpClient } from "../../src/base/index.ts";
import {
	buildMirror,
	fetchMirror,
	fingerprintOf,
	verifyMirror,
} from "../../src/publish/index.ts";
import { fileOf } from "../../src/publish/mirror/address.ts";
import { openBrowser } from "./chromium.ts";
import { fillCountry } from "./fill.ts";
import { FILL_NOW, openFilledSite } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";

const KEY = createPrivateKeyPem();
let site: Awaited<ReturnType<typeof openFilledSite>>;
let folder: string;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "rasai mirror "));
	const fill = (cc: "PK" | "QZ") =>
		fillCountry({
			cc,
			seed: 7,
			networkCount: 6,
			lastOn: "2026-02-20",
			endedDaysAgo: 0,
		});
	site = await openFilledSite(
		{ real: fill("PK"), emulated: fill("QZ") },
		{ dossier: async (id, ending) => `${id} as ${ending}` },
		[
			blockOfX("PK", 4, { witness: "202620260220.0_PK_64497_xcom" }),
			blockOfX("QZ", 4),
		],
	);
});
after(async () => {
	site.close();
	await rm(folder, { recursive: true, force: true });
});

async function build(
	name: string,
	change: Partial<Parameters<typeof buildMirror>[1]> = {},
) {
	return buildMirror(site.app, {
		folder: join(folder, name),
		siteName: "Rasai",
		expected: await site.pages(["real"]),
		withDetails: false,
		withEmulated: false,
		limit: 10_000,
		keyPem: KEY,
		now: FILL_NOW,
		signal: new AbortController().signal,
		...change,
	});
}

test("every page that there should be is in the copy, every link leads to a file, and nothing emulated gets out", async () => {
	const result = await build("whole");
	// Entries have pages where there is a ledger, which this site lacks.
	assert.deepEqual(
		result.faults.filter(({ address }) => !address.startsWith("/entry/")),
		[],
	);
	const files = new Set(await allFiles(join(folder, "whole")));
	const expected = await site.pages(["real"]);
	assert.ok(expected.length > 250, `${expected.length} pages expected`);
	assert.equal(
		expected.filter((address) => files.has(fileOf(address))).length,
		expected.filter((address) => !address.startsWith("/entry/")).length,
	);
	assert.ok(![...files].some((file) => /^qz/.test(file)));
	let links = 0;
	for (const file of [...files].filter((name) => name.endsWith(".html"))) {
		const html = await readFile(join(folder, "whole", file), "utf8");
		if (/\/dossier[^/]*\.html$/.test(file)) continue;
		assert.ok(
			!html.includes('class="emulated"'),
			`${file} shows emulated data`,
		);
		assert.match(html, /made on 2026-03-01 22:00 UTC/);
		for (const [, link = ""] of html.matchAll(/ (?:href|src)="([^"#]+)/g)) {
			if (/^(?:https?:|data:|mailto:)/.test(link)) continue;
			const target = new URL(
				link.replaceAll("&amp;", "&"),
				`file:///m/${file}`,
			).pathname.slice(3);
			assert.ok(
				files.has(target) || target.startsWith("entry/"),
				`${file} links to ${link}`,
			);
			links++;
		}
	}
	assert.ok(links > 1000, `${links} links followed`);
});

test("P3: the same site gives the same bytes, and building again writes only what is new", async () => {
	const few = { expected: ["/", "/about"], limit: 12 };
	await build("again", few);
	const again = await build("again", few);
	assert.deepEqual([again.written, again.removed], [0, 0]);
	await writeFile(join(folder, "again", "stray.html"), "x");
	const later = await build("again", {
		...few,
		now: new Date(FILL_NOW.getTime() + 60_000),
	});
	assert.equal(later.removed, 1);
	assert.ok(later.written > 0, "the time of making stands on every page");
});

test("a page that should be there and is not is a fault with its reason, and a folder of other things is not touched", async () => {
	const result = await build("faulty", {
		expected: ["/", "/incident/none-such"],
		limit: 2,
	});
	assert.deepEqual(result.faults, [
		{ address: "/incident/none-such", why: "answered with status 404" },
	]);
	await writeFile(join(folder, "mine.txt"), "x");
	await assert.rejects(build("."), /holds things that are no mirror/);
});

test("a copy verifies, and each way of changing it is found and named", async () => {
	const made = await build("checked", { expected: ["/about"], limit: 5 });
	const key = fingerprintOf(made.publicKey);
	const at = join(folder, "checked");
	const failing = async (given?: string) => {
		const { ok, steps } = await verifyMirror(at, { key: given });
		const failed = steps.filter((step) => !step.ok);
		assert.equal(ok, failed.length === 0);
		return failed.map(({ step, found }) => `${step}: ${found}`);
	};
	assert.deepEqual(await failing(), []);
	assert.deepEqual(await failing(key), []);
	assert.deepEqual(await failing("0".repeat(16)), [
		`key: ${key} is not the one given`,
	]);
	const about = await readFile(join(at, "about.html"));
	await writeFile(join(at, "about.html"), `${about}.`);
	assert.deepEqual(await failing(), ["files: about.html was changed"]);
	await rm(join(at, "about.html"));
	assert.deepEqual(await failing(), ["files: about.html is missing"]);
	await writeFile(join(at, "about.html"), about);
	await writeFile(join(at, "more.html"), "x");
	assert.deepEqual(await failing(), ["others: not listed: more.html"]);
	await rm(join(at, "more.html"));
	const manifest = await readFile(join(at, "mirror.json"), "utf8");
	await writeFile(
		join(at, "mirror.json"),
		manifest.replace('"siteName":"Rasai"', '"siteName":"Other"'),
	);
	assert.deepEqual(await failing(), [
		`signature: not of this manifest by key ${key}`,
	]);
	for (const bad of [
		"",
		"{}",
		manifest.replace("about.html", "../about.html"),
	]) {
		await writeFile(join(at, "mirror.json"), bad);
		assert.match((await failing()).join(), /^manifest: /);
	}
});

test("a copy is fetched from a copy, only what changed the next time, and a foreign or older one is refused", async (t) => {
	await build("source", { expected: ["/about"], limit: 30 });
	const server = createServer((request, response) => {
		readFile(
			join(folder, "source", decodeURIComponent(request.url ?? "")),
		).then(
			(content) => response.end(content),
			() => response.writeHead(404).end(),
		);
	}).listen(0, "127.0.0.1");
	t.after(() => server.close());
	await new Promise((resolve) => server.once("listening", resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const fetched = () =>
		fetchMirror({
			client: createHttpClient({ allowedOrigins: [origin] }),
			url: origin,
			folder: join(folder, "fetched"),
			signal: new AbortController().signal,
		});
	const first = await fetched();
	assert.equal(first.fetched, first.files);
	assert.ok((await verifyMirror(join(folder, "fetched"), {})).ok);
	assert.equal((await fetched()).fetched, 0);
	await rm(join(folder, "fetched/about.html"));
	assert.equal((await fetched()).fetched, 1);
	await writeFile(join(folder, "source/about.html"), "forged");
	await rm(join(folder, "fetched/about.html"));
	await assert.rejects(fetched(), /about\.html is not what the site signed/);
	await build("source", {
		expected: ["/about"],
		limit: 30,
		now: new Date("2026-02-01T00:00:00Z"),
	});
	await assert.rejects(fetched(), /is older/);
	await build("source", {
		expected: ["/about"],
		limit: 30,
		keyPem: createPrivateKeyPem(),
	});
	await assert.rejects(fetched(), /signed by the key .* not by/);
});

test("the copy is read from disk in a browser: links, styles and strips work without a server", async (t) => {
	const browser = await openBrowser(t);
	if (browser === undefined) return;
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(pathToFileURL(join(folder, "whole/index.html")).href);
	await page.click('a[href="pk.html"]');
	assert.equal(await page.locator("h1").textContent(), "Pakistan");
	assert.notEqual(
		await page.evaluate(
			"getComputedStyle(document.querySelector('main')).maxWidth",
		),
		"none",
		"the style sheet was found",
	);
	await page.locator('a[href^="pk/as"]').first().click();
	assert.match((await page.locator("h1").textContent()) ?? "", /^AS\d+/);
	await page.locator("header a.mark").click();
	assert.match(page.url(), /index\.html$/);
});

async function allFiles(at: string): Promise<readonly string[]> {
	const entries = await readdir(at, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath ?? entry.path, entry.name).slice(at.length + 1),
		);
}
