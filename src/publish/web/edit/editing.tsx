/** Joins the editing pages, and the ledger's entries for everybody, to the site. */
import { Hono } from "hono";
import { strictHeaders } from "../headers.ts";
import { NOT_FOUND, ProblemPage } from "../pages/problem.tsx";
import type { EditDeps } from "./edit-deps.ts";
import { createEditPages } from "./edit-pages.tsx";
import { EntryListPage, EntryPage } from "./entry-page.tsx";

const LISTED = 100;

/** `/edit` for editors, `/entry` for everybody. */
export function createEditing(deps: EditDeps): Hono {
	const { editing, render } = deps;
	const app = new Hono();
	app.route(
		"/edit",
		createEditPages({
			...deps,
			render: ({ title, children }) =>
				render({
					title,
					children: (
						<>
							<link rel="stylesheet" href="/edit/edit.css" />
							{children}
						</>
					),
				}),
		}),
	);
	app.use("/entry/*", strictHeaders);
	app.get("/entry", async (c) => {
		const { entries } = await editing.record.publishable();
		const latest = [...entries.values()].sort((a, b) => b.seq - a.seq);
		return c.html(
			render({
				title: "Latest entries of the record",
				children: (
					<EntryListPage
						entries={latest.slice(0, LISTED)}
						total={entries.size}
					/>
				),
			}),
		);
	});
	app.get("/entry/:id", async (c) => {
		const record = await editing.record.publishable();
		const standing = record.entries.get(c.req.param("id"));
		return standing
			? c.html(
					render({
						title: standing.entry.id,
						children: (
							<EntryPage
								standing={standing}
								revisions={record.revisionsOf(standing.entry.id)}
							/>
						),
					}),
				)
			: c.html(
					render({
						title: NOT_FOUND.title,
						children: <ProblemPage problem={NOT_FOUND} />,
					}),
					404,
				);
	});
	return app;
}
