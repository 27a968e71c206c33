/**
 * What stands before every editing page: it answers under names that are ours
 * only (else a foreign name that resolves to this machine could act in an
 * editor's browser), takes forms from its own pages only, and knows who is
 * signed in.
 */
import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { SESSION_HOURS, signedIn } from "../../../pipeline/index.ts";
import { isFromOwnPage, isLoopbackHost } from "../headers.ts";
import type { EditContext, EditDeps, EditEnv } from "./edit-deps.ts";

/** Nothing is kept by a browser or a proxy; script from this site only, for passkeys. */
export const EDIT_HEADERS: Readonly<Record<string, string>> = {
	"Cache-Control": "no-store",
	"Content-Security-Policy":
		"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options": "nosniff",
	// A form's origin would be hidden from us with no-referrer.
	"Referrer-Policy": "same-origin",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
};

/** Pages that somebody who is not signed in may send a form to. */
const IS_SIGN_IN = /^\/edit\/(?:sign-in\/|passkey\/sign-in$)/;

/** Refuses what must not reach a route. `refuse` words it. */
export function guard(
	{ editing, clock }: EditDeps,
	refuse: (
		c: EditContext,
		status: 403 | 421,
		text: string,
	) => Response | Promise<Response>,
): MiddlewareHandler<EditEnv> {
	return async (c, next) => {
		for (const [name, value] of Object.entries(EDIT_HEADERS))
			c.header(name, value);
		const origin = originOf(c, editing.address);
		if (origin === undefined)
			return refuse(
				c,
				421,
				"Editing works at the address that the operator has set (site.address in config.toml), and on this machine.",
			);
		c.set("origin", origin);
		const who = signedIn(
			editing.paths,
			getCookie(c, cookieName(origin)),
			clock(),
		);
		c.set("signedIn", who);
		c.set("form", {});
		if (c.req.method === "GET" || c.req.method === "HEAD") return next();
		const form = await readForm(c);
		const isOwn =
			isFromOwnPage(c, origin) &&
			(IS_SIGN_IN.test(c.req.path) ||
				(who !== undefined &&
					sameText(form["formToken"] ?? "", who.session.formToken)));
		if (!isOwn)
			return refuse(
				c,
				403,
				"This form was not sent from a page of yours here, or you are no longer signed in. Nothing was changed.",
			);
		c.set("form", form);
		return next();
	};
}

/** Keeps somebody signed in: out of reach of scripts and of other sites. */
export function keepSignedIn(c: EditContext, token: string): void {
	const origin = c.get("origin");
	setCookie(c, cookieName(origin), token, {
		httpOnly: true,
		sameSite: "Strict",
		secure: origin.startsWith("https:"),
		path: "/edit",
		maxAge: token === "" ? 0 : SESSION_HOURS * 3600,
	});
}

function cookieName(origin: string): string {
	return origin.startsWith("https:") ? "__Secure-rasai" : "rasai";
}

/** The site's origin as the browser names it; undefined where the name is none of ours. */
function originOf(c: Context, address: string | undefined): string | undefined {
	const url = new URL(c.req.url);
	if (isLoopbackHost(url.hostname)) return url.origin;
	return address !== undefined && new URL(address).host === url.host
		? new URL(address).origin
		: undefined;
}

async function readForm(c: Context): Promise<Readonly<Record<string, string>>> {
	const body = await c.req.parseBody();
	return Object.fromEntries(
		Object.entries(body).flatMap(([name, value]) =>
			typeof value === "string" ? [[name, value]] : [],
		),
	);
}

function sameText(a: string, b: string): boolean {
	const [one, other] = [Buffer.from(a), Buffer.from(b)];
	return one.length === other.length && timingSafeEqual(one, other);
}
