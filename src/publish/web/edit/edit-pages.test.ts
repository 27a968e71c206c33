import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { silentLog } from "../../../base/index.ts";
import {
	addEditor,
	cacheRecord,
	createPasskeys,
	LINK_MINUTES,
	removeEditor,
	SESSION_HOURS,
} from "../../../pipeline/index.ts";
import {
	createWorkspace,
	type EditorRole,
	Ledger,
	openWorkspace,
	readDrafts,
	readEditors,
} from "../../../store/index.ts";
import { createEditing } from "./editing.tsx";

const HERE = "http://localhost:8080";
const ENTRY = {
	type: "statement",
	country: "QZ",
	"when.date": "2024-03-13",
	"actor.rank": "minister",
	summary: "Said <script>alert(1)</script>.",
	sources: "https://paper.example/1",
	confidence: "high",
};

async function openPages(t: TestContext, address?: string) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-edit-"));
	await createWorkspace(dir);
	let now = new Date("2024-03-14T10:00:00Z");
	const clock = () => now;
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock,
		program: "test",
	});
	t.after(async () => {
		await workspace.close();
		await rm(dir, { recursive: true });
	});
	const { paths } = workspace;
	const app = createEditing({
		editing: {
			paths,
			record: cacheRecord(paths),
			passkeys: createPasskeys(paths, clock),
			openLedger: () => Ledger.open(workspace),
			address,
		},
		clock,
		log: silentLog,
		siteName: "Rasai",
		render: ({ children }) => String(children),
	});
	const post = (
		path: string,
		form: Readonly<Record<string, string>>,
		headers: Readonly<Record<string, string>> = {},
		at = HERE,
	) =>
		app.request(`${at}/edit/${path}`, {
			method: "POST",
			headers: { origin: at, ...headers },
			body: new URLSearchParams(form),
		});
	return {
		app,
		paths,
		post,
		pass: (minutes: number) => {
			now = new Date(now.getTime() + minutes * 60_000);
		},
		linkOf: (pseudonym: string, role: EditorRole) =>
			`sign-in/${addEditor(paths, pseudonym, role, now).token}`,
		/** Signs somebody in; gives what their browser sends and what their forms bring back. */
		async signIn(pseudonym: string, role: EditorRole) {
			const { token } = addEditor(paths, pseudonym, role, now);
			const answer = await post(`sign-in/${token}`, {});
			const cookie = answer.headers.get("set-cookie") ?? "";
			const session = readEditors(paths).sessions.find(
				(one) => one.pseudonym === pseudonym,
			);
			return {
				setCookie: cookie,
				headers: { cookie: cookie.split(";")[0] ?? "" },
				formToken: session?.formToken ?? "",
			};
		},
	};
}

test("a link signs in once and for a short time, and a session ends", async (t) => {
	const { post, linkOf, pass, signIn, app, paths } = await openPages(t);
	const late = linkOf("night-heron", "editor");
	pass(LINK_MINUTES);
	assert.equal((await post(late, {})).status, 403);
	const link = linkOf("night-heron", "editor");
	assert.equal((await app.request(`${HERE}/edit/${link}`)).status, 200);
	assert.equal((await post(link, {})).status, 303);
	assert.equal((await post(link, {})).status, 403);
	const { headers, setCookie } = await signIn("night-heron", "editor");
	assert.match(setCookie, /HttpOnly/);
	assert.match(setCookie, /SameSite=Strict/);
	const home = () => app.request(`${HERE}/edit/new`, { headers });
	assert.equal((await home()).status, 200);
	const kept = JSON.stringify(readEditors(paths));
	assert.ok(!kept.includes(headers.cookie.split("=")[1] ?? "?"), "only hashes");
	pass(SESSION_HOURS * 60);
	assert.equal((await home()).status, 403);
	const again = await signIn("night-heron", "editor");
	removeEditor(paths, "night-heron");
	const gone = await app.request(`${HERE}/edit/new`, {
		headers: again.headers,
	});
	assert.equal(gone.status, 403);
});

test("P7: a form from another page, without its token, or under a foreign name changes nothing", async (t) => {
	const { post, signIn, paths, app } = await openPages(t);
	const { headers, formToken } = await signIn("night-heron", "editor");
	const form = { ...ENTRY, formToken };
	for (const [sent, more, at] of [
		[form, { "sec-fetch-site": "cross-site" }, HERE],
		[form, { "sec-fetch-site": "same-site" }, HERE],
		[form, { origin: "https://evil.example" }, HERE],
		[{ ...ENTRY, formToken: "" }, {}, HERE],
		[{ ...ENTRY, formToken: `${formToken}x` }, {}, HERE],
	] as const)
		assert.equal(
			(await post("save", sent, { ...headers, ...more }, at)).status,
			403,
		);
	const rebound = await post("save", form, headers, "http://evil.example");
	assert.equal(rebound.status, 421);
	assert.deepEqual(readDrafts(paths), []);
	assert.equal((await post("save", form, headers)).status, 303);
	const big = { ...form, note: "x".repeat(400_000) };
	assert.equal((await post("save", big, headers)).status, 413);
	const policy = (await app.request(`${HERE}/edit`)).headers;
	assert.match(
		policy.get("content-security-policy") ?? "",
		/default-src 'none'.*script-src 'self'/,
	);
	assert.equal(policy.get("cache-control"), "no-store");
});

test("behind a proxy the site's own address is the only one, and its cookie is for HTTPS", async (t) => {
	const { app, post, linkOf } = await openPages(t, "https://rasai.example");
	const link = linkOf("night-heron", "editor");
	const other = await app.request("https://other.example/edit");
	assert.equal(other.status, 421);
	const answer = await post(link, {}, {}, "https://rasai.example");
	assert.match(
		answer.headers.get("set-cookie") ?? "",
		/^__Secure-rasai=.*Secure/,
	);
});

test("nobody publishes alone: neither an editor, nor a reviewer their own, nor what changed meanwhile", async (t) => {
	const { post, signIn, paths, app } = await openPages(t);
	const author = await signIn("night-heron", "reviewer");
	const editor = await signIn("field-mouse", "editor");
	const reviewer = await signIn("grey-owl", "reviewer");
	const send = (
		who: typeof author,
		path: string,
		form: Readonly<Record<string, string>> = {},
	) => post(path, { ...form, formToken: who.formToken }, who.headers);
	const idOf = async (answer: Response) =>
		answer.headers.get("location")?.replace("/edit/draft/", "") ?? "";
	const id = await idOf(await send(author, "save", ENTRY));
	assert.equal((await send(reviewer, `draft/${id}/approve`)).status, 403);
	assert.equal((await send(reviewer, `draft/${id}/submit`)).status, 403);
	assert.equal(
		(await send(reviewer, "save", { ...ENTRY, draft: id })).status,
		403,
	);
	await send(author, `draft/${id}/submit`);
	assert.equal((await send(author, `draft/${id}/approve`)).status, 403);
	assert.equal((await send(editor, `draft/${id}/approve`)).status, 403);
	assert.equal((await send(editor, `draft/${id}/return`)).status, 403);
	assert.equal((await send(editor, "protected", { add: "x" })).status, 403);
	const published = await send(reviewer, `draft/${id}/approve`);
	const entry = published.headers.get("location") ?? "";
	assert.match(entry, /^\/entry\/QZ-2024-03-13-/);
	const page = await (await app.request(`${HERE}${entry}`)).text();
	assert.match(page, /Said &lt;script&gt;/);
	assert.doesNotMatch(page, /<script>/);
	const change = {
		...ENTRY,
		entry: entry.replace("/entry/", ""),
		basedOn: "1",
	};
	const [one, two] = [
		await idOf(await send(author, "save", { ...change, note: "one" })),
		await idOf(await send(editor, "save", { ...change, note: "two" })),
	];
	await send(author, `draft/${one}/submit`);
	await send(editor, `draft/${two}/submit`);
	assert.equal((await send(reviewer, `draft/${one}/approve`)).status, 303);
	assert.equal((await send(reviewer, `draft/${two}/approve`)).status, 409);
	assert.equal(readDrafts(paths).length, 1);
});
