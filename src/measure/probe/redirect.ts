/** Where an answer sends the visitor next. */
import { type HttpAnswer, headerOf } from "./http.ts";

export type NextHop =
	| { readonly url: URL }
	| { readonly failure: string }
	| undefined;

/** 303 is ours: web_connectivity 0.5 neither follows it nor takes it for a final answer. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** `https:`, `https://?x`, `https:///path`: a scheme and no host, for which browsers would make one up. */
const NO_HOST = /^https?:(?:\/*(?:$|[?#:])|\/{3})/i;

/** The next URL, or what is wrong with it; undefined where the visit ends here. */
export function nextHop(
	from: URL,
	answer: HttpAnswer,
	hops: number,
	maxHops: number,
): NextHop {
	const location = headerOf(answer, "location");
	if (!REDIRECTS.has(answer.status) || location === undefined) return undefined;
	if (hops >= maxHops)
		return { failure: "unknown_failure: stopped after too many redirects" };
	if (NO_HOST.test(location) || !URL.canParse(location, from.href))
		return { failure: "http_invalid_redirect_location_host" };
	const url = new URL(location, from);
	if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
	url.username = "";
	url.password = "";
	return { url };
}
