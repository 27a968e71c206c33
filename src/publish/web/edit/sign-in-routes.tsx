/** Addresses for signing in and out, and for passkeys. */
import type { Hono } from "hono";
import { RasaiError } from "../../../base/index.ts";
import {
	pseudonymOfLink,
	type SiteOrigin,
	signInByLink,
	signOut,
} from "../../../pipeline/index.ts";
import {
	type EditContext,
	type EditDeps,
	type EditEnv,
	requireSignedIn,
} from "./edit-deps.ts";
import { keepSignedIn } from "./guard.ts";
import { LinkPage, PasskeyPage, SignInPage } from "./sign-in-page.tsx";

export function addSignIn(app: Hono<EditEnv>, deps: EditDeps): void {
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

function siteOf(c: EditContext, { siteName }: EditDeps): SiteOrigin {
	const origin = c.get("origin");
	return { origin, hostname: new URL(origin).hostname, siteName };
}
