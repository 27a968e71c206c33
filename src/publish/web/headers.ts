/** What every answer carries: who may frame and run what (`/embed/` anybody, else nobody; nothing), and how long it may be kept. */
import type { Context, MiddlewareHandler } from "hono";

const policy = (ancestors: string): string =>
	`default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`;

const HEADERS: Readonly<Record<string, string>> = {
	"Content-Security-Policy": policy("'none'"),
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
	"Permissions-Policy":
		"camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
};

/** Of pages with a form of their own: kept nowhere, and sent from here alone. */
export const FORM_HEADERS: Readonly<Record<string, string>> = {
	...HEADERS,
	"Cache-Control": "no-store",
	// A form's origin would be hidden from us with no-referrer; other sites are told nothing.
	"Referrer-Policy": "same-origin",
};

/** What differs where a page is made to be framed by others. */
const FRAMED: Readonly<Record<string, string>> = {
	"Content-Security-Policy": policy("*"),
	"Cross-Origin-Resource-Policy": "cross-origin",
};

/** Longest address that is looked at, path and query together. */
export const MAX_ADDRESS_LENGTH = 2000;

export const strictHeaders: MiddlewareHandler = async (c, next) => {
	await next();
	for (const [name, value] of Object.entries(HEADERS))
		c.res.headers.set(name, value);
	if (c.req.path.startsWith("/embed/"))
		for (const [name, value] of Object.entries(FRAMED))
			c.res.headers.set(name, value);
	if (!c.res.headers.has("Cache-Control"))
		c.res.headers.set(
			"Cache-Control",
			c.res.ok ? "public, max-age=60" : "no-store",
		);
};

/** Whether a host name is this machine's own. */
export function isLoopbackHost(hostname: string): boolean {
	return (
		hostname === "localhost" ||
		hostname === "[::1]" ||
		/^127(?:\.\d{1,3}){3}$/.test(hostname)
	);
}

/** Whether a form was sent from a page of this origin: browsers say so by one of two headers. */
export function isFromOwnPage(c: Context, origin: string): boolean {
	const site = c.req.header("sec-fetch-site");
	return site === undefined
		? c.req.header("origin") === origin
		: site === "same-origin";
}
