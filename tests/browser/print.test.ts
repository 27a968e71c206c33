/** Pages on paper: what is only for the screen is gone, and every picture is there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser } from "./chromium.ts";
import { openEveryPage } from "./every-page.ts";

const PRINTED = [
	"/pk",
	"/incident/pk-x-2026-01-30",
	"/pk/record",
	"/cost?incident=pk-x-2026-01-30",
];
/** Pixels across an A4 page between usual margins. */
const PAPER_WIDTH = 718;

test("a printed page has its pictures, no controls and nothing beyond the paper's edge", async (t) => {
	const browser = await openBrowser(t);
	if (browser === undefined) return;
	const every = await openEveryPage();
	try {
		const page = await browser.newPage({
			viewport: { width: PAPER_WIDTH, height: 500 },
			javaScriptEnabled: false,
			baseURL: `http://127.0.0.1:${every.served.port}`,
		});
		for (const path of PRINTED) {
			await page.goto(path);
			await page.emulateMedia({ media: "print" });
			for (const selector of [".skip", "header.site nav", ".files", ".snippet"])
				for (const one of await page.locator(selector).all())
					assert.equal(await one.isVisible(), false, `${path} ${selector}`);
			const pictures = await page.locator("main img").evaluateAll((all) =>
				all.map((one) => {
					const image = one as unknown as {
						readonly complete: boolean;
						readonly naturalWidth: number;
					};
					return image.complete && image.naturalWidth > 0;
				}),
			);
			assert.deepEqual(
				pictures,
				path.startsWith("/incident/") ? [true] : [],
				path,
			);
			await page.emulateMedia({ media: "screen" });
		}
	} finally {
		await every.close();
	}
});
