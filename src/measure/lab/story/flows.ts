/**
 * What a probe saw, written the way OONI's engine writes it: look-ups,
 * connections, handshakes, exchanges and network events with running times.
 */
import type { Random } from "../random.ts";

export interface Lookup {
	readonly engine: "getaddrinfo" | "udp" | "doh";
	readonly host: string;
	readonly resolver: string;
	readonly addresses: readonly string[];
	/** AS of each address; 0 is left out of the record, as OONI does. */
	readonly asns: readonly number[];
	readonly failure: string | null;
}

export interface Answer {
	readonly status: number;
	readonly body: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface Flow {
	readonly host: string;
	readonly url: string;
	readonly ip: string;
	readonly port: number;
	readonly method: "GET" | "POST";
	/** Address came from the system resolver. */
	readonly classic: boolean;
	/** OONI's `fetch_body`: this flow was allowed to fetch the page. */
	readonly mayFetch: boolean;
	/** This flow is the one of its hop that did. */
	readonly fetches: boolean;
	readonly tcpFailure: string | null;
	/** Undefined for clear text. */
	readonly tls:
		| {
				readonly failure: string | null;
				readonly certificates: readonly string[];
		  }
		| undefined;
	readonly httpFailure: string | null;
	readonly answer: Answer | undefined;
}

export interface Hop {
	readonly lookups: readonly Lookup[];
	readonly flows: readonly Flow[];
}

type Json = Readonly<Record<string, unknown>>;

export interface FlowLists {
	readonly queries: readonly Json[];
	readonly tcpConnect: readonly Json[];
	readonly tlsHandshakes: readonly Json[];
	readonly requests: readonly Json[];
	readonly networkEvents: readonly Json[];
	/** When the last thing ended, seconds. */
	readonly runtime: number;
}

export const REQUEST_HEADERS = {
	Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
	"Accept-Language": "en-US,en;q=0.9",
	"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; emulated)",
} as const;

const TIMEOUT_S = 10;
const DNS_TIMEOUT_S = 4;

/** Writes the lists of all hops, one after another. `tagged`: with web_connectivity 0.5's tags. */
export function writeFlows(
	hops: readonly Hop[],
	random: Random,
	tagged: boolean,
): FlowLists {
	const lists: Writing = {
		queries: [],
		tcpConnect: [],
		tlsHandshakes: [],
		requests: [],
		networkEvents: [],
	};
	let clock = 0;
	hops.forEach((hop, depth) => {
		let resolved = clock;
		hop.lookups.forEach((lookup, index) => {
			const transaction =
				{ getaddrinfo: 10_000, udp: 20_000, doh: 30_000 }[lookup.engine] +
				depth * 100 +
				index +
				1;
			resolved = Math.max(
				resolved,
				writeLookup(lists, lookup, depth, transaction, clock, random, tagged),
			);
		});
		clock = resolved;
		hop.flows.forEach((flow, index) => {
			const transaction =
				(flow.tls ? 50_000 : 40_000) + depth * 100 + index + 1;
			clock = Math.max(
				clock,
				writeFlow(lists, flow, depth, transaction, resolved, random, tagged),
			);
		});
	});
	lists.requests.reverse(); // latest first, as OONI does
	return { ...lists, runtime: seconds(clock + 0.02) };
}

interface Writing {
	readonly queries: Json[];
	readonly tcpConnect: Json[];
	readonly tlsHandshakes: Json[];
	readonly requests: Json[];
	readonly networkEvents: Json[];
}

function writeLookup(
	lists: Writing,
	lookup: Lookup,
	depth: number,
	transaction: number,
	start: number,
	random: Random,
	tagged: boolean,
): number {
	const end =
		start +
		(lookup.failure === "generic_timeout_error"
			? DNS_TIMEOUT_S
			: random.between(0.012, 0.09));
	lists.queries.push({
		answers:
			lookup.failure !== null
				? null
				: lookup.addresses.map((ip, i) => ({
						...(lookup.asns[i] ? { asn: lookup.asns[i] } : {}),
						answer_type: ip.includes(":") ? "AAAA" : "A",
						[ip.includes(":") ? "ipv6" : "ipv4"]: ip,
						ttl: null,
					})),
		engine: lookup.engine,
		failure: lookup.failure,
		hostname: lookup.host,
		query_type: lookup.engine === "getaddrinfo" ? "ANY" : "A",
		resolver_hostname: null,
		resolver_port: null,
		resolver_address: lookup.resolver,
		t0: seconds(start),
		t: seconds(end),
		tags: tagged
			? [
					...(lookup.engine === "getaddrinfo" ? ["classic"] : []),
					`depth=${depth}`,
				]
			: null,
		transaction_id: transaction,
	});
	return end;
}

function writeFlow(
	lists: Writing,
	flow: Flow,
	depth: number,
	transaction: number,
	start: number,
	random: Random,
	tagged: boolean,
): number {
	const address = `${flow.ip}:${flow.port}`;
	const common = {
		tags: tagged
			? [
					...(flow.classic ? ["classic"] : []),
					...(depth === 0 ? ["tcptls_experiment"] : []),
					`depth=${depth}`,
					`fetch_body=${flow.mayFetch}`,
				]
			: null,
		transaction_id: transaction,
	};
	const event = (
		operation: string,
		t0: number,
		t: number,
		more: Json = {},
	): void => {
		// The older tests' events say nothing that their lists do not.
		if (!tagged) return;
		lists.networkEvents.push({
			failure: null,
			operation,
			...more,
			t0: seconds(t0),
			t: seconds(t),
			...common,
		});
	};
	const rtt = random.between(0.03, 0.18);
	let clock = start + took(flow.tcpFailure, rtt);
	event("connect", start, clock, {
		address,
		proto: "tcp",
		failure: flow.tcpFailure,
	});
	lists.tcpConnect.push({
		ip: flow.ip,
		port: flow.port,
		status: { failure: flow.tcpFailure, success: flow.tcpFailure === null },
		t0: seconds(start),
		t: seconds(clock),
		...common,
	});
	if (flow.tcpFailure !== null) {
		if (!tagged && flow.fetches)
			writeRequest(lists, flow, flow.tcpFailure, start, clock, common);
		return clock;
	}
	if (flow.tls) {
		const began = clock;
		event("tls_handshake_start", began, began);
		event("write", began, began + 0.0004, {
			address,
			proto: "tcp",
			num_bytes: 517,
		});
		clock = began + took(flow.tls.failure, rtt * 1.9);
		const answered =
			flow.tls.failure === null || flow.tls.certificates.length > 0;
		event("read", began + 0.0005, answered ? began + rtt : clock, {
			address,
			proto: "tcp",
			...(answered ? { num_bytes: 1400 } : { failure: flow.tls.failure }),
		});
		if (answered)
			event("read", began + rtt, clock, {
				address,
				proto: "tcp",
				num_bytes: 900 + random.int(1500),
			});
		event("tls_handshake_done", clock, clock, { failure: flow.tls.failure });
		const done = flow.tls.failure === null;
		lists.tlsHandshakes.push({
			network: "tcp",
			address,
			cipher_suite: done ? "TLS_AES_128_GCM_SHA256" : "",
			failure: flow.tls.failure,
			negotiated_protocol: done ? "h2" : "",
			no_tls_verify: false,
			peer_certificates: flow.tls.certificates.map((data) => ({
				data,
				format: "base64",
			})),
			server_name: flow.host,
			t0: seconds(began),
			t: seconds(clock),
			tls_version: done ? "TLSv1.3" : "",
			...common,
		});
		if (flow.tls.failure !== null) {
			if (!tagged && flow.fetches)
				writeRequest(lists, flow, flow.tls.failure, began, clock, common);
			return clock;
		}
	}
	if (!flow.fetches) return clock;
	const asked = clock;
	event("http_transaction_start", asked, asked);
	event("write", asked, asked + 0.0003, {
		address,
		proto: "tcp",
		num_bytes: 320 + random.int(80),
	});
	const arrives = took(flow.httpFailure, rtt);
	if (flow.httpFailure === null) {
		let from = asked + 0.0005;
		for (
			let left = (flow.answer?.body.length ?? 0) + 420;
			left > 0;
			left -= 1400
		) {
			const to = from + (from === asked + 0.0005 ? arrives : 0.004);
			event("read", from, to, {
				address,
				proto: "tcp",
				num_bytes: Math.min(left, 1400),
			});
			from = to;
		}
		clock = from;
	} else {
		clock = asked + arrives;
		event("read", asked + 0.0005, clock, {
			address,
			proto: "tcp",
			failure: flow.httpFailure,
		});
	}
	event("http_transaction_done", clock, clock, { failure: flow.httpFailure });
	writeRequest(lists, flow, flow.httpFailure, asked, clock, common);
	return clock;
}

function writeRequest(
	lists: Writing,
	flow: Flow,
	failure: string | null,
	start: number,
	end: number,
	common: Json,
): void {
	const sent = { ...REQUEST_HEADERS, Host: flow.host, Referer: "" };
	const got = failure === null ? flow.answer : undefined;
	lists.requests.push({
		network: "tcp",
		address: `${flow.ip}:${flow.port}`,
		alpn: flow.tls ? "h2" : "",
		failure,
		request: {
			body: "",
			body_is_truncated: false,
			headers_list: Object.entries(sent),
			headers: sent,
			method: flow.method,
			tor: { exit_ip: null, exit_name: null, is_tor: false },
			x_transport: "tcp",
			url: flow.url,
		},
		response: {
			body: got?.body ?? "",
			body_is_truncated: false,
			code: got?.status ?? 0,
			headers_list: got ? Object.entries(got.headers) : null,
			headers: got?.headers ?? null,
		},
		t0: seconds(start),
		t: seconds(end),
		...common,
	});
}

/** How long a step lasts: failures by time-out last as long as OONI waits. */
function took(failure: string | null, usual: number): number {
	return failure === "generic_timeout_error" ? TIMEOUT_S : usual;
}

/** Seconds to the microsecond, as OONI writes them. */
function seconds(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}
