/** The editing pages: addresses under `/edit`, and what answers them. Every form is refused unless the guard let it through. */
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
	type Fault,
	publishableEntry,
	type RecordEntry,
} from "../../../account/record/index.ts";
import { messageOf, RasaiError } from "../../../base/index.ts";
import {
	approveDraft,
	discardDraft,
	findDraft,
	pseudonymOfLink,
	returnDraft,
	type SignedIn,
	type SiteOrigin,
	saveDraft,
	signInByLink,
	signOut,
	submitDraft,
} from "../../../pipeline/index.ts";
import {
	changeProtectedNames,
	readDrafts,
	readProtectedNames,
} from "../../../store/index.ts";
import { DraftPage } from "./draft-page.tsx";
import type { EditContext, EditDeps, EditEnv } from "./edit-deps.ts";
import { type FormTexts, formOf, readForm } from "./entry-form.ts";
import { FormPage } from "./form-page.tsx";
import { guard, keepSignedIn } from "./guard.ts";
import { HomePage } from "./home-page.tsx";
import { ProtectedPage } from "./protected-page.tsx";
import { LinkPage, PasskeyPage, SignInPage } from "./sign-in-page.tsx";

const MAX_FORM_BYTES = 300_000;
const MAX_FOUND = 50;

export function createEditPages(deps: EditDeps): Hono<EditEnv> {
	const app = new Hono<EditEnv>();
	const refuse = (
		c: EditContext,
		status: 400 | 403 | 404 | 409 | 413 | 421 | 500,
		text: string,
	): Response =>
		c.html(
			deps.render({ title: "Not done", children: <Refusal text={text} /> }),
			status,
		);
	app.use(
		bodyLimit({
			maxSize: MAX_FORM_BYTES,
			onError: (c) => refuse(c, 413, "This form is too long."),
		}),
	);
	app.use(guard(deps, refuse));
	app.onError((error, c) => {
		if (error instanceof RasaiError && error.code === "not_found")
			return refuse(c, 404, error.message);
		if (error instanceof RasaiError && error.code === "usage")
			return refuse(c, 403, error.message);
		if (error instanceof RasaiError && error.code === "invalid_record")
			return refuse(c, 409, `${error.message}. ${error.hint ?? ""}`);
		deps.log("error", "edit_failed", {
			path: c.req.path,
			message: messageOf(error),
		});
		return refuse(c, 500, "The fault is ours; it has been logged.");
	});
	addAssets(app);
	addSignIn(app, deps);
	addDrafts(app, deps);
	addProtected(app, deps);
	return app;
}

function Refusal(props: { readonly text: string }) {
	return (
		<>
			<h1>That was not done</h1>
			<p class="standfirst">{props.text}</p>
			<p>
				<a href="/edit">Back to editing</a>
			</p>
		</>
	);
}

function addAssets(app: Hono<EditEnv>): void {
	const read = (name: string) =>
		readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
	const [style, script] = [read("edit.css"), read("passkey.js")];
	app.get("/edit.css", (c) =>
		c.body(style, 200, { "Content-Type": "text/css; charset=utf-8" }),
	);
	app.get("/passkey.js", (c) =>
		c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
	);
}

function siteOf(c: EditContext, { siteName }: EditDeps): SiteOrigin {
	const origin = c.get("origin");
	return { origin, hostname: new URL(origin).hostname, siteName };
}

/** Who is signed in. Throws `usage` where nobody is. */
function requireSignedIn(c: EditContext): SignedIn {
	const who = c.get("signedIn");
	if (!who) throw new RasaiError("usage", "you are not signed in");
	return who;
}

function addSignIn(app: Hono<EditEnv>, deps: EditDeps): void {
	const { editing, clock, render } = deps;
	const signInPage = async (c: EditContext) =>
		c.html(
			render({
				title: "Sign in",
				children: (
					<SignInPage
						origin={c.get("origin")}
						options={await editing.passkeys.request(siteOf(c, deps))}
					/>
				),
			}),
		);
	app.get("/", async (c, next) => (c.get("signedIn") ? next() : signInPage(c)));
	app.get("/sign-in/:token", (c) => {
		const token = c.req.param("token");
		const pseudonym = pseudonymOfLink(editing.paths, token, clock());
		if (pseudonym === undefined)
			throw new RasaiError(
				"usage",
				"this link was used, or its time is over; ask for another",
			);
		return c.html(
			render({
				title: "Sign in",
				children: <LinkPage pseudonym={pseudonym} token={token} />,
			}),
		);
	});
	app.post("/sign-in/:token", (c) => {
		const token = signInByLink(editing.paths, c.req.param("token"), clock());
		if (token === undefined)
			throw new RasaiError("usage", "this link was used, or its time is over");
		keepSignedIn(c, token);
		return c.redirect("/edit", 303);
	});
	app.post("/passkey/sign-in", async (c) => {
		const token = await editing.passkeys.signIn(
			siteOf(c, deps),
			readJson(c.get("form")["credential"]),
		);
		if (token === undefined)
			throw new RasaiError("usage", "this passkey is not known here");
		keepSignedIn(c, token);
		return c.redirect("/edit", 303);
	});
	app.get("/passkey", async (c) => {
		const { editor, session } = requireSignedIn(c);
		const options = await editing.passkeys.creation(siteOf(c, deps), editor);
		return c.html(
			render({
				title: "Add a passkey",
				children: (
					<PasskeyPage
						origin={c.get("origin")}
						options={options}
						formToken={session.formToken}
						passkeyCount={editor.passkeys.length}
					/>
				),
			}),
		);
	});
	app.post("/passkey", async (c) => {
		const { editor } = requireSignedIn(c);
		const isKept = await editing.passkeys.keep(
			siteOf(c, deps),
			editor,
			readJson(c.get("form")["credential"]),
		);
		if (!isKept) throw new RasaiError("usage", "this passkey was not accepted");
		return c.redirect("/edit", 303);
	});
	app.post("/sign-out", (c) => {
		signOut(editing.paths, requireSignedIn(c).editor.pseudonym);
		keepSignedIn(c, "");
		return c.redirect("/edit", 303);
	});
}

function readJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? "");
	} catch {
		return undefined;
	}
}

function addDrafts(app: Hono<EditEnv>, deps: EditDeps): void {
	const { editing, clock, render } = deps;
	const standingOf = async (id: string) =>
		(await editing.record.whole()).entries.get(id);
	const formPage = (
		c: EditContext,
		form: {
			readonly texts: FormTexts;
			readonly faults?: readonly Fault[];
			readonly claimCount: number;
			readonly hidden: Readonly<Record<string, string>>;
		},
	) => {
		const title = form.hidden["entry"]
			? `Correct ${form.hidden["entry"]}`
			: "Add an entry";
		const children = (
			<FormPage
				{...form}
				title={title}
				faults={form.faults ?? []}
				formToken={requireSignedIn(c).session.formToken}
			/>
		);
		return c.html(render({ title, children }), form.faults ? 422 : 200);
	};

	app.get("/", async (c) => {
		const { editor, session } = requireSignedIn(c);
		const search = (c.req.query("q") ?? "").trim();
		const { entries } = await editing.record.whole();
		return c.html(
			render({
				title: "Editing",
				children: (
					<HomePage
						editor={editor}
						formToken={session.formToken}
						drafts={readDrafts(editing.paths)}
						search={search}
						found={find([...entries.values()], search)}
						entryCount={entries.size}
						isReadOnly={editing.openLedger === undefined}
					/>
				),
			}),
		);
	});
	app.get("/new", (c) => {
		const { type, cc, about, reply, request } = c.req.query();
		return formPage(c, {
			texts: {
				type: type ?? "",
				country: cc ?? "",
				about: about ?? "",
				confidence: "medium",
				"actor.rank": reply ? "official" : request ? "organisation" : "",
				"informationRequest.isReply": reply ? "yes" : "",
				"informationRequest.authority": "",
			},
			claimCount: 0,
			hidden: {},
		});
	});
	app.get("/entry/:id", async (c) => {
		requireSignedIn(c);
		const standing = await standingOf(c.req.param("id"));
		if (!standing) throw new RasaiError("not_found", "no entry has this id");
		return formPage(c, {
			texts: formOf(standing.entry),
			claimCount: standing.entry.claims.length,
			hidden: { entry: standing.entry.id, basedOn: String(standing.seq) },
		});
	});
	app.post("/save", async (c) => {
		const { editor } = requireSignedIn(c);
		const form = c.get("form");
		const { draft: draftId, entry: entryId, basedOn } = form;
		const hidden = pick({ draft: draftId, entry: entryId, basedOn });
		const base: Partial<RecordEntry> = draftId
			? findDraft(editing.paths, draftId).entry
			: entryId
				? ((await standingOf(entryId))?.entry ?? {})
				: {};
		const { entry, faults } = readForm(form, base);
		if (!entry)
			return formPage(c, {
				texts: form,
				faults,
				claimCount: base.claims?.length ?? 0,
				hidden,
			});
		const from = {
			id: draftId,
			basedOn: basedOn === undefined ? undefined : Number(basedOn),
		};
		const { id } = saveDraft(editing.paths, entry, editor, clock(), from);
		return c.redirect(`/edit/draft/${id}`, 303);
	});
	app.get("/draft/:id/form", (c) => {
		requireSignedIn(c);
		const draft = findDraft(editing.paths, c.req.param("id"));
		const { id, entry, basedOn } = draft;
		return formPage(c, {
			texts: formOf(entry),
			claimCount: entry.claims.length,
			hidden: {
				draft: id,
				...(basedOn === undefined
					? {}
					: { entry: entry.id, basedOn: String(basedOn) }),
			},
		});
	});
	app.get("/draft/:id", async (c) => {
		const { editor, session } = requireSignedIn(c);
		const draft = findDraft(editing.paths, c.req.param("id"));
		const standing = await standingOf(draft.entry.id);
		return c.html(
			render({
				title: "Draft",
				children: (
					<DraftPage
						draft={draft}
						before={standing?.entry}
						isStale={standing?.seq !== draft.basedOn}
						editor={editor}
						formToken={session.formToken}
					/>
				),
			}),
		);
	});
	app.post("/draft/:id/submit", (c) => {
		submitDraft(editing.paths, c.req.param("id"), requireSignedIn(c).editor);
		return c.redirect("/edit", 303);
	});
	app.post("/draft/:id/discard", (c) => {
		discardDraft(editing.paths, c.req.param("id"), requireSignedIn(c).editor);
		return c.redirect("/edit", 303);
	});
	app.post("/draft/:id/return", (c) => {
		const { editor } = requireSignedIn(c);
		const reason = c.get("form")["reason"] ?? "";
		returnDraft(editing.paths, c.req.param("id"), editor, reason);
		return c.redirect("/edit", 303);
	});
	app.post("/draft/:id/approve", async (c) => {
		const { editor } = requireSignedIn(c);
		if (!editing.openLedger)
			throw new RasaiError(
				"usage",
				"another program holds the workspace; nothing can be published now",
			);
		const { entries } = await editing.record.whole();
		const ledger = await editing.openLedger();
		try {
			const entry = await approveDraft(
				editing.paths,
				c.req.param("id"),
				editor,
				ledger,
				(id) => entries.get(id),
			);
			return c.redirect(
				`/entry/${publishableEntry(entry, readProtectedNames(editing.paths)).id}`,
				303,
			);
		} finally {
			await ledger.close();
		}
	});
}

function pick(
	values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
}

/** Entries that hold every word, the latest first. */
function find<T extends { readonly entry: RecordEntry; readonly seq: number }>(
	standing: readonly T[],
	search: string,
): readonly T[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return [];
	return standing
		.filter(({ entry }) => {
			const { id, country, type, summary, services, actor } = entry;
			const text = [id, country, type, summary, actor.office, ...services]
				.join(" ")
				.toLowerCase();
			return words.every((word) => text.includes(word));
		})
		.sort((a, b) => b.seq - a.seq)
		.slice(0, MAX_FOUND);
}

function addProtected(app: Hono<EditEnv>, { editing, render }: EditDeps): void {
	app.use("/protected", async (c, next) => {
		if (requireSignedIn(c).editor.role !== "reviewer")
			throw new RasaiError("usage", "only reviewers see and change this list");
		return next();
	});
	app.get("/protected", (c) =>
		c.html(
			render({
				title: "Protected persons",
				children: (
					<ProtectedPage
						names={readProtectedNames(editing.paths)}
						formToken={requireSignedIn(c).session.formToken}
					/>
				),
			}),
		),
	);
	app.post("/protected", (c) => {
		const { add, remove } = c.get("form");
		const name = (add ?? "").trim().slice(0, 200);
		changeProtectedNames(editing.paths, (names) =>
			[
				...names.filter((one) => one !== name && one !== remove),
				...(name === "" ? [] : [name]),
			].sort(),
		);
		return c.redirect("/edit/protected", 303);
	});
}
