/** What the servers of the emulated internet answer to a visit. */
import {
	CHECK_PATH,
	OBJECT_BYTES,
	OBJECT_PATH,
	type ServerFault,
	type Site,
} from "./cast.ts";
import { refusalPage, sitePage } from "./pages.ts";
import { answerTruly, type Zone } from "./resolver.ts";
import type { Behaviour, Reply, Visit } from "./server.ts";

/** On loopback, visitors of the measured networks come to servers from this address. */
export const HERE = "127.0.0.2";

/** In namespaces they come from the provider's range. */
function isFromHere({ from }: Visit): boolean {
	return from === HERE || from.startsWith("192.0.2.");
}

const OBJECT: Reply = {
	status: 200,
	headers: { "Content-Type": "application/octet-stream" },
	body: Buffer.alloc(OBJECT_BYTES, "emulated "),
};

/** A site with its fault, where it has one. */
export function siteBehaviour(site: Site, fault?: ServerFault): Behaviour {
	return (visit) =>
		fault !== undefined && (fault.from === "everywhere" || isFromHere(visit))
			? faultyReply(site, fault.fault, visit)
			: properReply(site, visit);
}

function faultyReply(
	site: Site,
	fault: ServerFault["fault"],
	visit: Visit,
): Reply {
	if (typeof fault === "object")
		return "kbps" in fault
			? slowed(properReply(site, visit), fault.kbps)
			: redirectTo(fault.redirect);
	switch (fault) {
		case "error":
			return {
				status: 503,
				headers: { "Content-Type": "text/html" },
				body: "<html><head><title>503 Service Unavailable</title></head><body>Emulated outage.</body></html>\n",
			};
		case "hang_up":
			return undefined;
		case "captcha":
		case "geoblock":
		case "legal":
		case "rate_limit":
		case "front_refusal":
			return refusalPage(fault, visit.host);
		default:
			// The rest shows before a request can be made.
			return properReply(site, visit);
	}
}

function slowed(reply: Reply, kbps: number): Reply {
	return reply && { ...reply, kbps };
}

function properReply(site: Site, { host, path, secure, cookie }: Visit): Reply {
	if (path === CHECK_PATH) return { status: 204, headers: {}, body: "" };
	if (path === OBJECT_PATH) return OBJECT;
	const { redirect } = site;
	switch (redirect?.when) {
		case "always":
			return redirectTo(redirect.to);
		case "clear":
			if (!secure) return redirectTo(redirect.to);
			break;
		case "without_cookie":
			if (cookie !== "visitor=emulated")
				return {
					...redirectTo(redirect.to),
					headers: {
						Location: redirect.to,
						"Set-Cookie": "visitor=emulated; Path=/",
					},
				};
	}
	const page = sitePage(host, site.pageBytes ?? 4_000);
	return site.quic
		? { ...page, headers: { ...page.headers, "Alt-Svc": 'h3=":443"' } }
		: page;
}

function redirectTo(location: string): NonNullable<Reply> {
	return { status: 302, headers: { Location: location }, body: "" };
}

/** DNS over HTTPS by POST (RFC 8484). */
export function dohBehaviour(zone: Zone): Behaviour {
	return ({ body }) => {
		const answer = answerTruly(body, zone);
		return answer === undefined
			? { status: 400, headers: {}, body: "" }
			: {
					status: 200,
					headers: { "Content-Type": "application/dns-message" },
					body: answer,
				};
	};
}
