/** The messaging tests: whatsapp, telegram and signal, in the layouts of OONI's engine. */
import {
	APP_SITES,
	CONTENT_ASN,
	contentIp,
	type Site,
	TELEGRAM_DC_BASE,
	WHATSAPP_ENDPOINT_BASE,
} from "./cast.ts";
import { type Flow, type FlowLists, type Hop, writeFlows } from "./flows.ts";
import { type Visitor, visitHop } from "./visit.ts";
import type { TestRun } from "./web.ts";

const WHATSAPP_ENDPOINTS = 16;
const TELEGRAM_DCS = 6;
/** One connection in two hundred fails for no reason. */
const LOSS_RATE = 0.005;

export function runWhatsapp(visitor: Visitor): TestRun {
	const endpoints = Array.from({ length: WHATSAPP_ENDPOINTS }, (_, i) => ({
		host: `e${i + 1}.whatsapp.net`,
		ip: contentIp(WHATSAPP_ENDPOINT_BASE + i),
	}));
	const chat: Hop = {
		lookups: endpoints.map(({ host, ip }) => ({
			engine: "getaddrinfo",
			host,
			resolver: "",
			addresses: [ip],
			asns: [CONTENT_ASN],
			failure: null,
		})),
		flows: endpoints.flatMap(({ host, ip }) =>
			[443, 5222].map((port) => bareFlow(visitor, host, ip, port)),
		),
	};
	const registration = fetchSite(visitor, APP_SITES.whatsappRegistration);
	const web = fetchSite(visitor, APP_SITES.whatsappWeb);
	const blocked = endpoints.filter(({ ip }) =>
		chat.flows.every((f) => f.ip !== ip || f.tcpFailure !== null),
	);
	const allBlocked = blocked.length === endpoints.length;
	const lists = writeFlows(
		[chat, registration.hop, web.hop],
		visitor.random,
		false,
	);
	return {
		runtime: lists.runtime,
		testKeys: {
			...baseKeys(lists),
			registration_server_failure: registration.failure,
			registration_server_status: statusOf(registration.failure !== null),
			whatsapp_endpoints_blocked: blocked.map((e) => e.host),
			whatsapp_endpoints_dns_inconsistent: [],
			whatsapp_endpoints_status: statusOf(allBlocked),
			whatsapp_web_failure: web.failure,
			whatsapp_web_status: statusOf(web.failure !== null),
		},
	};
}

export function runTelegram(visitor: Visitor): TestRun {
	const posts = Array.from({ length: TELEGRAM_DCS }, (_, i) =>
		contentIp(TELEGRAM_DC_BASE + i),
	).flatMap((ip) =>
		[80, 443].map(
			(port): Flow => ({
				...bareFlow(visitor, ip, ip, port),
				url: port === 80 ? `http://${ip}/` : `http://${ip}:443/`,
				method: "POST",
				mayFetch: true,
				fetches: true,
				answer: {
					status: 501,
					body: "<html><body>emulated</body></html>",
					headers: { "Content-Type": "text/html", Server: "emulated" },
				},
			}),
		),
	);
	const web = fetchSite(visitor, APP_SITES.telegramWeb);
	const lists = writeFlows(
		[{ lookups: [], flows: posts }, web.hop],
		visitor.random,
		false,
	);
	const noConnection = posts.every((f) => f.tcpFailure !== null);
	return {
		runtime: lists.runtime,
		testKeys: {
			...baseKeys(lists),
			telegram_http_blocking: noConnection,
			telegram_tcp_blocking: noConnection,
			telegram_web_failure: web.failure,
			telegram_web_status: statusOf(web.failure !== null),
		},
	};
}

export function runSignal(visitor: Visitor): TestRun {
	const fetched = APP_SITES.signal.map((site) => fetchSite(visitor, site));
	const failure = fetched.find((f) => f.failure !== null)?.failure ?? null;
	const lists = writeFlows(
		fetched.map((f) => f.hop),
		visitor.random,
		false,
	);
	return {
		runtime: lists.runtime,
		testKeys: {
			...baseKeys(lists),
			signal_backend_status: statusOf(failure !== null),
			signal_backend_failure: failure,
		},
	};
}

function fetchSite(
	visitor: Visitor,
	site: Site,
): { hop: Hop; failure: string | null } {
	const { hop, answer } = visitHop(visitor, site, []);
	const flow = hop.flows.find((f) => f.classic);
	const failure = answer
		? null
		: (hop.lookups[0]?.failure ??
			flow?.tcpFailure ??
			flow?.tls?.failure ??
			flow?.httpFailure ??
			"generic_timeout_error");
	// These tests ask the system resolver only and use the first address that works.
	return {
		hop: {
			lookups: hop.lookups.slice(0, 1),
			flows: hop.flows
				.filter((f) => f.classic)
				.filter((f, i) => i === 0 || f.fetches),
		},
		failure,
	};
}

function bareFlow(
	visitor: Visitor,
	host: string,
	ip: string,
	port: number,
): Flow {
	return {
		host,
		url: "",
		ip,
		port,
		method: "GET",
		classic: true,
		mayFetch: false,
		fetches: false,
		tcpFailure: visitor.random.chance(LOSS_RATE)
			? "generic_timeout_error"
			: null,
		tls: undefined,
		httpFailure: null,
		answer: undefined,
	};
}

function baseKeys(lists: FlowLists): Readonly<Record<string, unknown>> {
	return {
		agent: "redirect",
		failed_operation: null,
		failure: null,
		network_events: lists.networkEvents,
		queries: lists.queries,
		requests: lists.requests,
		tcp_connect: lists.tcpConnect,
		tls_handshakes: lists.tlsHandshakes,
	};
}

function statusOf(blocked: boolean): string {
	return blocked ? "blocked" : "ok";
}
