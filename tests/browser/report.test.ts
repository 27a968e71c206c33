/** The page on which visitors say whether a service works for them, in a real browser against local servers. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { chromium, type Page } from "playwright-core";
import type { VisitorReport } from "../../src/measure/helper/index.ts";
import { type Reporting, serveSite } from "../../src/publish/web/index.ts";
import { openFilledSite } from "./filled-site.ts";

const CHROMIUM = "/usr/bin/chromium";
const PIXEL = Buffer.from(
	"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
	"base64",
);

async function listen(t: TestContext, answer: RequestListener) {
	const asked: string[] = [];
	const server: Server = createServer((request, response) => {
		asked.push(request.url ?? "");
		answer(request, response);
	});
	server.on("upgrade", (request, socket) => {
		asked.push("websocket");
		const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
		const accept = createHash("sha1").update(key).digest("base64");
		socket
			.on("error", () => {})
			.write(
				`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
			);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
	};
}

const open: RequestListener = (request, response) => {
	if (request.url?.startsWith("/favicon.ico"))
		response.writeHead(200, { "Content-Type": "image/gif" }).end(PIXEL);
	else response.end("<title>emulated</title>");
};

async function openReportSite(
	t: TestContext,
	offered: ReturnType<Reporting["offeredFor"]>,
	changes: Partial<Reporting> = {},
) {
	const kept: VisitorReport[] = [];
	const site = await openFilledSite(
		{},
		{
			reporting: {
				offeredFor: () => offered,
				append: async (one) => void kept.push(one),
				counts: async () => [
					{
						service: "x",
						cc: "PK",
						day: "2026-02-28",
						works: 2,
						fails: 7,
						isSuspicion: true,
					},
				],
				asnOf: () => 64_500,
				perHour: 20,
				trustsProxy: false,
				takesEmulated: true,
				...changes,
			},
		},
	);
	const served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	t.after(async () => {
		await served.close();
		site.close();
	});
	return { kept, app: site.app, url: `http://127.0.0.1:${served.port}` };
}

async function openBrowser(t: TestContext) {
	const browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
		timeout: 60_000,
	});
	t.after(() => browser.close());
	return browser;
}

const resultsOf = (page: Page) =>
	page.locator(".browser-check tbody tr").allInnerTexts();

test("the check contacts what the page names, on a click and not before, and tells a service that does not answer from one that sends elsewhere", async (t) => {
	if (!existsSync(CHROMIUM)) return t.skip(`NO BROWSER at ${CHROMIUM}`);
	const control = await listen(t, open);
	const elsewhere = await listen(t, open);
	const moved = await listen(t, (_request, response) =>
		response.writeHead(302, { Location: `${elsewhere.origin}/` }).end(),
	);
	const blocked = await listen(t, (request) => request.socket.destroy());
	const closed = "http://127.0.0.1:1";
	const { kept, url } = await openReportSite(t, {
		origins: [blocked.origin, moved.origin],
		controls: [control.origin],
	});
	const page = await (await openBrowser(t)).newPage();
	const said: string[] = [];
	page.on("pageerror", (error) => said.push(error.message));
	await page.goto(`${url}/report?service=x`);
	await page.waitForTimeout(300);
	assert.deepEqual([control.asked, blocked.asked, moved.asked], [[], [], []]);
	const text = await page.locator(".browser-check").textContent();
	for (const { origin } of [control, blocked, moved])
		assert.ok(text?.includes(new URL(origin).host), `${origin} is not named`);
	await page.getByRole("button", { name: "Look now" }).click();
	await page.locator(".browser-check tbody tr td").nth(11).waitFor();
	await page.waitForFunction(
		'document.querySelector("[name=checks]").value !== ""',
	);
	const [ofControl = "", ofBlocked = "", ofMoved = ""] = await resultsOf(page);
	assert.equal(ofControl.match(/answered/g)?.length, 3, ofControl);
	assert.match(ofBlocked, /nothing, \d+ ms\s+nothing, \d+ ms/);
	assert.match(ofMoved, /answered, \d+ ms\s+answered, \d+ ms/);
	assert.deepEqual(elsewhere.asked, [], "a redirect led beyond the named");
	assert.deepEqual(kept, [], "nothing is sent before it is sent");
	const escaped = await page.evaluate(
		(to) =>
			fetch(to, { mode: "no-cors" }).then(
				() => true,
				() => false,
			),
		closed,
	);
	assert.equal(escaped, false);
	await page.getByLabel("does not work for me").check();
	await page.getByLabel("Country you are in").selectOption("QZ");
	const shots = mkdtempSync(join(tmpdir(), "rasai-report-"));
	await page.screenshot({ path: join(shots, "report.png"), fullPage: true });
	t.diagnostic(`screenshot in ${shots}`);
	await page.getByRole("button", { name: "Send" }).click();
	await page.getByRole("heading", { name: "Thank you" }).waitFor();
	assert.equal(kept.length, 1);
	const [{ checks = [], ...rest } = {}] = kept;
	assert.deepEqual(rest, {
		service: "x",
		asn: 64_500,
		receivedAt: "2026-03-01T22:00:00Z",
		cc: "QZ",
		works: false,
	});
	assert.equal(checks.length, 9);
	assert.ok(!JSON.stringify(kept).includes("127.0.0.1:0"));
	assert.deepEqual(said, []);
});

test("without script the form works, and nothing is contacted", async (t) => {
	if (!existsSync(CHROMIUM)) return t.skip(`NO BROWSER at ${CHROMIUM}`);
	const control = await listen(t, open);
	const { kept, url } = await openReportSite(t, {
		origins: [],
		controls: [control.origin],
	});
	const context = await (await openBrowser(t)).newContext({
		javaScriptEnabled: false,
	});
	const page = await context.newPage();
	await page.goto(`${url}/report`);
	await page.locator("select[name=service]").selectOption("x");
	await page.getByRole("button", { name: "Go on" }).click();
	assert.equal(await page.locator(".browser-check").isVisible(), false);
	await page.getByLabel("works for me", { exact: true }).check();
	await page.getByLabel("Country you are in").selectOption("PK");
	await page.getByRole("button", { name: "Send" }).click();
	await page.getByRole("heading", { name: "Thank you" }).waitFor();
	assert.deepEqual(
		kept.map(({ works, checks }) => [works, checks]),
		[[true, []]],
	);
	assert.deepEqual(control.asked, []);
});

const OFFERED = {
	origins: ["https://x.example"],
	controls: ["https://innocent.example"],
};
const FORM = "service=x&cc=PK&works=no&checks=";
const own = (body: string, address: string) => ({
	method: "POST",
	headers: {
		"content-type": "application/x-www-form-urlencoded",
		"sec-fetch-site": "same-origin",
		"x-forwarded-for": address,
	},
	body,
});

test("P7: a line counts once a day, has a limit, and forms of other sites are refused", async (t) => {
	const { kept, app } = await openReportSite(t, OFFERED, {
		trustsProxy: true,
		perHour: 2,
	});
	const send = async (init: RequestInit) =>
		(await app.request("http://localhost/report", init)).status;
	assert.equal(await send(own(FORM, "198.18.0.1")), 200);
	assert.equal(await send(own(FORM, "198.18.0.1")), 200);
	assert.equal(await send(own(FORM, "198.18.0.1")), 429);
	assert.equal(await send(own(FORM, "198.18.0.2")), 200);
	assert.equal(kept.length, 2);
	assert.equal(await send(own(`${FORM}[1]`, "198.18.0.3")), 400);
	assert.equal(
		await send(own(`${FORM}${"a".repeat(20_000)}`, "198.18.0.4")),
		413,
	);
	const foreign = own(FORM, "198.18.0.5");
	foreign.headers["sec-fetch-site"] = "cross-site";
	assert.equal(await send(foreign), 403);
	assert.equal(kept.length, 2);
	assert.ok(!JSON.stringify(kept).includes("198.18"), "P11: no address");
});

test("the page may contact exactly what it names; where reports are off there is no page", async (t) => {
	const { app } = await openReportSite(t, OFFERED);
	const csp = async (path: string) =>
		(await app.request(`http://localhost${path}`)).headers.get(
			"content-security-policy",
		) ?? "";
	const named = await csp("/report?service=x");
	assert.match(
		named,
		/connect-src https:\/\/x\.example https:\/\/innocent\.example wss:\/\/x\.example wss:\/\/innocent\.example;/,
	);
	assert.match(
		named,
		/img-src 'self' data: https:\/\/x\.example https:\/\/innocent\.example;/,
	);
	assert.match(await csp("/report"), /connect-src 'none'/);
	assert.doesNotMatch(await csp("/about"), /connect-src|script-src/);
	const list = await (await app.request("http://localhost/report")).text();
	assert.match(list, /<td>2<\/td><td>7<\/td><td>yes<\/td>/);
	const off = await openFilledSite({});
	t.after(() => off.close());
	assert.equal((await off.app.request("http://localhost/report")).status, 404);
});
