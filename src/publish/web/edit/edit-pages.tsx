/** The editing pages: addresses under `/edit`, and what answers them. Every form is refused unless the guard let it through. */
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { messageOf, RasaiError } from "../../../base/index.ts";
import {
	changeProtectedNames,
	readProtectedNames,
} from "../../../store/index.ts";
import { addDrafts } from "./draft-routes.tsx";
import {
	type EditContext,
	type EditDeps,
	type EditEnv,
	requireSignedIn,
} from "./edit-deps.ts";
import { guard } from "./guard.ts";
import { ProtectedPage } from "./protected-page.tsx";
import { addSignIn } from "./sign-in-routes.tsx";

const MAX_FORM_BYTES = 300_000;

export function createEditPages(deps: EditDeps): Hono<EditEnv> {
	const app = new Hono<EditEnv>();
	const refuse = (
		c: EditContext,
		status: 400 | 403 | 404 | 409 | 413 | 421 | 500,
		text: string,
	): Response | Promise<Response> =>
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
