/** Debian's Chromium, without what it does for itself on the network. */
import { existsSync } from "node:fs";
import type { TestContext } from "node:test";
import { type Browser, chromium } from "playwright-core";

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

/** A browser for one test, closed after it. Where there is none the test is skipped, and undefined given. */
export async function openBrowser(
	t: TestContext,
): Promise<Browser | undefined> {
	if (!existsSync(CHROMIUM)) {
		t.skip(`Chromium not found at ${CHROMIUM}: apt-get install chromium`);
		return undefined;
	}
	const browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ARGUMENTS,
	});
	t.after(() => browser.close());
	return browser;
}
