/**
 * What a reader on a slow line waits for: the page and its style sheet under
 * 30 KB compressed, and under 100 KB with everything, for every kind of page.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { EVERY_PAGE, type EveryPage, openEveryPage } from "./every-page.ts";

const FIRST_VIEW = 30_000;
const EVERYTHING = 100_000;
/** Bits a second of a 2G line. */
const SLOW_LINE = 35_000;

let site: EveryPage;
before(async () => {
	site = await openEveryPage();
});
after(() => site.close());

const get = async (path: string) => {
	const answer = await site.app.request(`http://localhost${path}`);
	return Buffer.from(await answer.arrayBuffer());
};
const compressed = (body: Buffer): number => gzipSync(body).length;

/** Bytes of what a page loads by itself. */
async function weigh(path: string) {
	const html = await get(path);
	const loaded = [
		...html
			.toString()
			.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g),
	].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
	const files = await Promise.all(loaded.map(get));
	const scripts = loaded
		.map((address, i) => ({ address, file: files[i] ?? Buffer.alloc(0) }))
		.filter(({ address }) => address.endsWith(".js"));
	const sum = (some: readonly Buffer[]): number =>
		some.reduce((total, file) => total + compressed(file), 0);
	const script = sum(scripts.map(({ file }) => file));
	const all = compressed(html) + sum(files);
	return { page: compressed(html), firstView: all - script, script, all };
}

test("every kind of page: first view under 30 KB compressed, everything under 100 KB", async (t) => {
	const rows = await Promise.all(
		EVERY_PAGE.map(async ([name, path]) => ({ name, ...(await weigh(path)) })),
	);
	t.diagnostic(
		[
			"page                     html  first view  script  s at 35 kbit/s",
			...rows.map(({ name, page, firstView, script }) =>
				[
					name.padEnd(22),
					String(page).padStart(7),
					String(firstView).padStart(11),
					String(script).padStart(7),
					((firstView * 8) / SLOW_LINE).toFixed(1).padStart(9),
				].join(" "),
			),
		].join("\n"),
	);
	assert.deepEqual(
		rows
			.filter((row) => row.firstView >= FIRST_VIEW || row.all >= EVERYTHING)
			.map(({ name, firstView, all }) => `${name}: ${firstView}, ${all}`),
		[],
	);
});
