/**
 * Host names: one written form, the domain a person registers, and the stable
 * target that a host stands for. IP literals stay themselves.
 */
import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { remember } from "../base/index.ts";

const LONGEST_HOSTNAME = 253;
/** Hosts whose domain and target are kept: test lists name some thousands, over and over. */
const HOSTS_KEPT = 20_000;

/**
 * A host in its one form: lower case, punycode, without brackets, port or
 * trailing dot. Empty where the text is no host.
 */
export function normaliseHost(host: string): string {
	if (host.length <= LONGEST_HOSTNAME && PLAIN_NAME.test(host)) return host;
	let text = host.trim();
	const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
	if (bracketed) {
		const inner = bracketed[1] ?? "";
		return isIP(inner) === 6 ? inner.toLowerCase() : "";
	}
	if (isIP(text) !== 0) return text.toLowerCase();
	text = text.replace(/:\d*$/, "").replace(/\.$/, "");
	if (isIP(text) === 4) return text;
	const ascii = /^[a-zA-Z0-9._-]*$/.test(text)
		? text.toLowerCase()
		: domainToASCII(text);
	return ascii.length <= LONGEST_HOSTNAME &&
		/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(ascii)
		? ascii
		: "";
}

/** A name that is as it should be already; its last label has a letter, so that it is no address. */
const PLAIN_NAME = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]*[a-z_-][a-z0-9_-]*$/;

/**
 * The domain that a person or body registered: `bbc.co.uk` of
 * `news.bbc.co.uk`, and `a.blogspot.com` of itself, since sites under a
 * shared host are separate. The host itself where it is an IP literal or has
 * no public suffix.
 */
export const registrableDomain: (host: string) => string = remember(
	HOSTS_KEPT,
	(host) => {
		const name = normaliseHost(host);
		return (
			getDomain(name, { allowPrivateDomains: true, validateHostname: false }) ??
			name
		);
	},
);

/** The target a web host stands for: the host without a leading `www.`. */
export const targetOfHost: (host: string) => string = remember(
	HOSTS_KEPT,
	(host) => {
		const name = normaliseHost(host);
		return name.startsWith("www.") && name.indexOf(".", 4) > 0
			? name.slice(4)
			: name;
	},
);
