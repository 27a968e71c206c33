/**
 * The editor in a real browser, end to end: sign in by link, add a passkey and
 * sign in with it, write an entry with a fault, mend it, see what changes,
 * submit; a second person approves; everybody reads it. A protected person is
 * nowhere in it. Screenshots are left in the system's temporary directory.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import {
	addEditor,
	cacheRecord,
	createPasskeys,
	readPublishableRecord,
} from "../../src/pipeline/index.ts";
import { serveSite } from "../../src/publish/web/index.ts";
import {
	createWorkspace,
	type EditorRole,
	Ledger,
	openWorkspace,
	verifyLedger,
} from "../../src/store/index.ts";
import { openFilledSite } from "./filled-site.ts";

const CHROMIUM = "/usr/bin/chromium";
const SUMMARY =
	'The minister said that <b>x.com</b> "works"; Amal Doe objected.';

async function openEditedSite(t: TestContext) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-editor-"));
	await createWorkspace(dir);
	const clock = () => new Date();
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock,
		program: "test",
	});
	const { paths } = workspace;
	const site = await openFilledSite(
		{},
		{
			clock,
			editing: {
				paths,
				record: cacheRecord(paths),
				passkeys: createPasskeys(paths, clock),
				openLedger: () => Ledger.open(workspace),
				address: undefined,
			},
		},
	);
	const served = await serveSite(site.app, { host: "127.0.0.1", port: 0 });
	t.after(async () => {
		await served.close();
		site.close();
		await workspace.close();
		await rm(dir, { recursive: true });
	});
	const address = `http://localhost:${served.port}`;
	return {
		paths,
		address,
		linkOf(pseudonym: string, role: EditorRole): string {
			const { token } = addEditor(paths, pseudonym, role, clock());
			return `${address}/edit/sign-in/${token}`;
		},
	};
}

async function signIn(context: BrowserContext, link: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(link);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.waitForURL("**/edit");
	return page;
}

test("an entry is written, reviewed by a second person and published, and a protected person never", {
	timeout: 90_000,
}, async (t) => {
	if (!existsSync(CHROMIUM)) return t.skip("no Chromium here");
	const site = await openEditedSite(t);
	const shots = await mkdtemp(join(tmpdir(), "rasai-editor-pages-"));
	t.diagnostic(`screenshots: ${shots}`);
	const browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
		timeout: 60_000,
	});
	t.after(() => browser.close());
	const look = async (page: Page, name: string) => {
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(
				"document.documentElement.scrollWidth - innerWidth",
			);
			assert.ok(Number(overflow) <= 0, `${name} scrolls sideways at ${width}`);
			await page.screenshot({
				path: join(shots, `${name}-${width}.png`),
				fullPage: true,
			});
		}
		await page.setViewportSize({ width: 1280, height: 800 });
	};

	const newContext = async (options: { javaScriptEnabled: boolean }) => {
		const context = await browser.newContext(options);
		context.setDefaultTimeout(10_000);
		return context;
	};

	// A link signs in once, and a passkey from then on.
	const writing = await newContext({ javaScriptEnabled: true });
	const link = site.linkOf("night-heron", "reviewer");
	const page = await signIn(writing, link);
	const said: string[] = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(error.message));
	assert.equal((await writing.request.get(link)).status(), 403);
	await look(page, "home");
	const devices = await writing.newCDPSession(page);
	await devices.send("WebAuthn.enable");
	await devices.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	await page.getByRole("link", { name: "Add a passkey" }).click();
	await look(page, "passkey");
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await page.getByText("(you have 1)").waitFor();
	await page.getByRole("button", { name: "Sign out everywhere" }).click();
	await page
		.getByRole("heading", { name: "Sign in to edit the record" })
		.waitFor();
	await look(page, "sign-in");
	await page.getByRole("button", { name: "Sign in with a passkey" }).click();
	await page.getByText("Signed in as night-heron").waitFor();

	// A fault is told beside its field, and nothing is lost.
	await page.getByRole("link", { name: "A statement, denial" }).click();
	await page.getByLabel("Country (needed)").fill("PK");
	await page.getByLabel("When (needed)").fill("2024-02-30");
	await page.getByLabel("Summary, in your own words").fill(SUMMARY);
	await page.getByLabel("What the office is").selectOption("minister");
	await page.getByLabel("Person", { exact: true }).fill("Amal Doe");
	await page.getByLabel("Protect this person").check();
	await page.getByLabel("Web addresses").fill("https://paper.example/1");
	await page.getByText("Claims: what can be checked").click();
	await page.getByLabel("Claim 1: it is said to be").selectOption("working");
	await page.getByRole("button", { name: "See what changes" }).click();
	await page.getByText("One thing is to be mended").waitFor();
	assert.match(
		(await page.locator("#f-when-date-more").textContent()) ?? "",
		/No date: "2024-02-30"/,
	);
	await look(page, "faults");
	assert.equal(
		await page.getByLabel("Person", { exact: true }).inputValue(),
		"Amal Doe",
	);
	await page.getByLabel("When (needed)").fill("2024-03-13");
	await page.getByRole("button", { name: "See what changes" }).click();
	await page.getByRole("heading", { name: "What changes" }).waitFor();
	await look(page, "preview");
	const draft = new URL(page.url()).pathname;
	assert.equal(await page.getByRole("button", { name: /Approve/ }).count(), 0);
	await page.getByRole("button", { name: "Submit for review" }).click();
	await page.waitForURL("**/edit");

	// Nobody sees a draft who is not signed in, and its author cannot approve it.
	const reading = await newContext({ javaScriptEnabled: false });
	const reader = await reading.newPage();
	const hidden = await reader.goto(`${site.address}${draft}`);
	assert.equal(hidden?.status(), 403);
	await page.goto(`${site.address}${draft}`);
	assert.equal(await page.getByRole("button", { name: /Approve/ }).count(), 0);

	// Somebody else returns it, then approves it, with script off.
	const reviewing = await newContext({ javaScriptEnabled: false });
	const second = await signIn(reviewing, site.linkOf("grey-owl", "reviewer"));
	await second.getByRole("link", { name: /2024-03-13/ }).click();
	await look(second, "review");
	await second.getByLabel(/Or return it/).fill("Which minister?");
	await second.getByRole("button", { name: "Return to the author" }).click();
	await page.goto(`${site.address}${draft}`);
	await page.getByText("grey-owl returned it: Which minister?").waitFor();
	await page.getByRole("link", { name: "Edit further" }).click();
	await page.getByLabel("Office or body").fill("Information minister");
	await page.getByRole("button", { name: "See what changes" }).click();
	await page.getByRole("button", { name: "Submit for review" }).click();
	await second.goto(`${site.address}${draft}`);
	await second.getByRole("button", { name: "Approve and publish" }).click();
	await second.waitForURL("**/entry/PK-2024-03-13-*");

	// Everybody reads it, with both pseudonyms and without the protected name.
	await reader.goto(second.url());
	await look(reader, "entry");
	const text = (await reader.locator("main").textContent()) ?? "";
	assert.match(text, /<b>x\.com<\/b> "works"/);
	assert.match(text, /by night-heron, reviewed by grey-owl/);
	assert.match(text, /\(name protected\) objected/);
	for (const path of ["/entry", new URL(second.url()).pathname, "/", "/pk"])
		assert.doesNotMatch(
			await (await reading.request.get(`${site.address}${path}`)).text(),
			/Amal/,
		);
	const shown = await readPublishableRecord(site.paths);
	assert.doesNotMatch(JSON.stringify([...shown.entries]), /Amal/);

	// A correction shows both sides; a name that is protected later is gone at once.
	await page.goto(second.url().replace("/entry/", "/edit/entry/"));
	await page.getByLabel("Note").fill("Robin Roe asked him.");
	await page.getByRole("button", { name: "See what changes" }).click();
	await look(page, "correction");
	assert.match(
		(await page.locator(".changes").textContent()) ?? "",
		/Robin Roe/,
	);
	await page.getByRole("button", { name: "Submit for review" }).click();
	await second.goto(page.url());
	await second.goto(`${site.address}/edit`);
	await second.getByRole("link", { name: /2024-03-13/ }).click();
	await second.getByRole("button", { name: "Approve and publish" }).click();
	await second.getByText("Robin Roe").waitFor();
	await second.goto(`${site.address}/edit/protected`);
	await second.getByLabel("Name, as entries write it").fill("Robin Roe");
	await second.getByRole("button", { name: "Protect", exact: true }).click();
	await look(second, "protected");
	await reader.reload();
	assert.doesNotMatch(await reader.content(), /Robin/);
	assert.match(await reader.content(), /name protected\) asked him/);

	const { ok } = await verifyLedger(site.paths);
	assert.equal(ok, true);
	const chain = await readFile(join(site.paths.ledger, "chain.log"), "utf8");
	assert.doesNotMatch(chain, /Amal|Robin/);
	const book = join(site.paths.private, "editors.json");
	assert.equal((await stat(book)).mode & 0o777, 0o600);
	assert.deepEqual(
		said.filter((line) => !/Failed to load resource/.test(line)),
		[],
	);
});
