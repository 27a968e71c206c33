/** The pages of the emulated sites: plain HTML with the word "emulated" in it, and the certificates they are served with. */
import { makeCertificate } from "../certificate.ts";
import { createRandom } from "../random.ts";
import { BLOCK_PAGE, type Site } from "./cast.ts";
import type { Answer } from "./flows.ts";

const WORDS =
	"river market lantern copper window garden signal morning paper bridge orchard harbour kettle thread meadow winter stone voyage letter candle mirror forest island planet summer violin basket corner anchor feather".split(
		" ",
	);

/** What the site answers to a visit. */
export function pageOf(site: Site): Answer {
	if (site.redirectTo !== undefined)
		return {
			status: site.status,
			body: "",
			headers: {
				Location: site.redirectTo,
				"Content-Length": "0",
				Server: "emulated",
			},
		};
	return {
		status: site.status,
		body: site.bodyBytes === 0 ? "" : htmlOf(site),
		headers: {
			"Content-Type": "text/html; charset=utf-8",
			Server: "emulated",
			"Cache-Control": "no-store",
			[`X-${site.host.split(".").at(-2) ?? "site"}-Emulated`]: "1",
		},
	};
}

function htmlOf(site: Site): string {
	const random = createRandom(`page/${site.url}`);
	let body = `<!doctype html>\n<html lang="en">\n<head>\n<title>${site.title}</title>\n</head>\n<body>\n<h1>${site.title}</h1>\n<p>This page is emulated. It stands for ${site.host} in a made-up country.</p>\n`;
	while (body.length < site.bodyBytes)
		body += `<p>${Array.from({ length: 9 + random.int(12) }, () => random.pick(WORDS)).join(" ")}.</p>\n`;
	return `${body}</body>\n</html>\n`;
}

/** The front of a content network asking whether a person is there. */
export function challengePage(site: Site): Answer {
	return {
		status: 403,
		body: `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body><noscript>Enable JavaScript and cookies to continue</noscript><p>Emulated challenge in front of ${site.host}</p><script>window._cf_chl_opt={cType:'managed'};</script><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>\n`,
		headers: {
			"Content-Type": "text/html; charset=UTF-8",
			Server: "cloudflare",
			"Cf-Mitigated": "challenge",
		},
	};
}

/** What one network serves in place of the site over clear text. */
export function blockPage(): Answer {
	return {
		status: 200,
		body: `<html><head><title>Access restricted (emulated block page)</title></head><body><h1>This content is not available</h1><p>Emulated: the page you asked for cannot be opened on this network by order of an authority that does not exist. ${BLOCK_PAGE.host}</p></body></html>\n`,
		headers: { "Content-Type": "text/html", Server: "emulated-notice" },
	};
}

/** What an overloaded site answers to everybody. */
export function errorPage(): Answer {
	return {
		status: 503,
		body: "<html><head><title>503 Service Unavailable</title></head><body>Emulated outage: no server is available to handle this request.</body></html>\n",
		headers: {
			"Content-Type": "text/html",
			Server: "emulated",
			"Retry-After": "3600",
		},
	};
}

const ROOT = { issuer: "Emulated Root", issuerKeySeed: "emulated-root" };
const VALIDITY = {
	notBefore: new Date("2024-11-01T00:00:00Z"),
	notAfter: new Date("2026-11-01T00:00:00Z"),
};
const made = new Map<string, readonly string[]>();

/** What a host presents, base64 DER: its own certificate, since roots are not sent. */
export function chainOf(host: string): readonly string[] {
	return once(host, () => [
		makeCertificate({
			keySeed: `host/${host}`,
			subject: host,
			names: [host],
			...ROOT,
			...VALIDITY,
		}),
	]);
}

/** The self-made certificate of the block page's server. */
export function blockPageChain(): readonly string[] {
	return once(BLOCK_PAGE.host, () => [
		makeCertificate({
			keySeed: "notice",
			subject: BLOCK_PAGE.host,
			names: [BLOCK_PAGE.host],
			issuer: BLOCK_PAGE.host,
			issuerKeySeed: "notice",
			...VALIDITY,
		}),
	]);
}

/** Signing costs a millisecond and the result never changes, so chains are kept. */
function once(
	name: string,
	make: () => readonly Uint8Array[],
): readonly string[] {
	const known = made.get(name);
	if (known) return known;
	const chain = make().map((der) => Buffer.from(der).toString("base64"));
	made.set(name, chain);
	return chain;
}
