/** Addresses for finding entries and for drafts on their way into the ledger. */
import type { Hono } from "hono";
import {
	type Fault,
	publishableEntry,
	type RecordEntry,
} from "../../../account/record/index.ts";
import { RasaiError } from "../../../base/index.ts";
import {
	approveDraft,
	discardDraft,
	findDraft,
	returnDraft,
	saveDraft,
	submitDraft,
} from "../../../pipeline/index.ts";
import { readDrafts, readProtectedNames } from "../../../store/index.ts";
import { DraftPage } from "./draft-page.tsx";
import {
	type EditContext,
	type EditDeps,
	type EditEnv,
	requireSignedIn,
} from "./edit-deps.ts";
import { type FormTexts, formOf, readForm } from "./entry-form.ts";
import { FormPage } from "./form-page.tsx";
import { HomePage } from "./home-page.tsx";

const MAX_FOUND = 50;

export function addDrafts(app: Hono<EditEnv>, deps: EditDeps): void {
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
