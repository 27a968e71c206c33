/** A visit as the test keys of web_connectivity 0.5, with what OONI's own rules would have said of it. */
import { asnOfEmulated, PUBLIC_RESOLVER } from "./cast.ts";
import { REQUEST_HEADERS, writeFlows } from "./flows.ts";
import {
	type ControlView,
	type Visit,
	type Visitor,
	visitSite,
} from "./visit.ts";

type Json = Readonly<Record<string, unknown>>;

export interface TestRun {
	readonly testKeys: Json;
	readonly runtime: number;
}

/** Runs web_connectivity against a site of the cast. */
export function runWebConnectivity(
	visitor: Visitor,
	site: Parameters<typeof visitSite>[1],
): TestRun {
	const visit = visitSite(visitor, site);
	const lists = writeFlows(visit.hops, visitor.random, true);
	const said = sayAsOoni(visit);
	const resolverIp = visitor.network.resolverIp;
	return {
		runtime: lists.runtime,
		testKeys: {
			agent: "redirect",
			client_resolver: resolverIp,
			retries: null,
			socksproxy: null,
			network_events: lists.networkEvents,
			x_dns_whoami: {
				system_v4: [{ address: resolverIp }],
				udp_v4: {
					[`${PUBLIC_RESOLVER.ip}:53`]: [{ address: PUBLIC_RESOLVER.ip }],
				},
			},
			x_doh: null,
			x_do53: null,
			x_dns_duplicate_responses: null,
			queries: lists.queries,
			requests: lists.requests,
			tcp_connect: lists.tcpConnect,
			tls_handshakes: lists.tlsHandshakes,
			x_control_request: controlRequest(visit),
			control: controlKeys(visit),
			x_conn_priority_log: null,
			control_failure: visit.control.failure,
			...said,
		},
	};
}

function endpoints(visit: Visit): string[] {
	return [
		...new Set(
			(visit.hops[0]?.flows ?? []).map((flow) => `${flow.ip}:${flow.port}`),
		),
	];
}

function controlRequest(visit: Visit): Json {
	return {
		http_request: visit.control.site.url,
		http_request_headers: Object.fromEntries(
			Object.entries(REQUEST_HEADERS).map(([name, value]) => [name, [value]]),
		),
		tcp_connect: endpoints(visit),
		x_quic_enabled: false,
	};
}

function controlKeys(visit: Visit): Json {
	const control = visit.control;
	if (control.failure !== null)
		return {
			tcp_connect: null,
			http_request: {
				body_length: 0,
				failure: null,
				title: "",
				headers: null,
				status_code: 0,
			},
			dns: { failure: null, addrs: null },
		};
	const foreign = (endpoint: string): boolean =>
		!endpoint.startsWith("198.51.100.");
	const tried = endpoints(visit).filter((e) => !e.startsWith("10."));
	const probed = new Set(
		visit.hops[0]?.lookups.flatMap((l) => l.addresses) ?? [],
	);
	return {
		tcp_connect: Object.fromEntries(
			tried.map((e) => [
				e,
				{ status: control.tcpFailure === null, failure: control.tcpFailure },
			]),
		),
		tls_handshake: Object.fromEntries(
			control.tcpFailure === null
				? tried
						.filter((e) => e.endsWith(":443"))
						.map((e) => [
							e,
							{
								server_name: control.site.host,
								status: !foreign(e),
								failure: foreign(e) ? "ssl_invalid_hostname" : null,
							},
						])
				: [],
		),
		quic_handshake: {},
		http_request: httpControl(control),
		http3_request: null,
		dns: { failure: null, addrs: control.addresses },
		ip_info: Object.fromEntries(
			[...new Set([...control.addresses, ...probed])]
				.filter((ip) => !ip.startsWith("10."))
				.map((ip) => [
					ip,
					{
						asn: asnOfEmulated(ip),
						flags:
							(probed.has(ip) ? 1 : 0) +
							(control.addresses.includes(ip) ? 2 : 0) +
							(foreign(ip) || control.tcpFailure !== null ? 0 : 8),
					},
				]),
		),
	};
}

function httpControl(control: ControlView): Json {
	const answer = control.answer;
	return {
		body_length: answer?.body.length ?? 0,
		discovered_h3_endpoint: "",
		failure: answer ? null : "connection_refused_error",
		title: titleOf(answer?.body ?? ""),
		headers: answer?.headers ?? {},
		status_code: answer?.status ?? -1,
	};
}

function titleOf(body: string): string {
	return /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? "";
}

/** The verdict keys of the probe. Rasai stores `blocking` for comparison and never uses it. */
function sayAsOoni(visit: Visit): Json {
	const control = visit.control;
	const first = visit.hops[0];
	const system = first?.lookups.find((l) => l.engine === "getaddrinfo");
	const flows = visit.hops.at(-1)?.flows ?? [];
	const classic = flows.filter((f) => f.classic && f.mayFetch);
	const got = classic.find(
		(f) => f.fetches && !f.tcpFailure && !f.tls?.failure && !f.httpFailure,
	);
	const asns = new Set(control.addresses.map(asnOfEmulated));
	const consistent =
		system !== undefined &&
		system.failure === null &&
		(control.failure !== null ||
			system.addresses.some((ip) => asns.has(asnOfEmulated(ip))));
	const differs =
		got !== undefined &&
		!got.tls &&
		control.answer !== undefined &&
		titleOf(got.answer?.body ?? "") !== titleOf(control.answer.body);
	const blocking = judgeAsOoni({
		reached: got !== undefined && !differs,
		controlFailed: control.failure !== null,
		controlReached: control.answer !== undefined,
		consistent,
		differs,
		tcpFailed:
			classic.length > 0 && classic.every((f) => f.tcpFailure !== null),
	});
	return {
		dns_experiment_failure: system?.failure ?? null,
		dns_consistency:
			control.failure !== null
				? null
				: consistent
					? "consistent"
					: "inconsistent",
		http_experiment_failure: got ? null : (classic[0]?.httpFailure ?? null),
		body_length_match: got ? !differs : null,
		headers_match: got ? !differs : null,
		status_code_match: got
			? got.answer?.status === control.answer?.status
			: null,
		title_match: got ? !differs : null,
		body_proportion: got ? (differs ? 0.2 : 1) : 0,
		blocking,
		accessible: blocking === null ? null : got !== undefined && !differs,
	};
}

function judgeAsOoni(seen: {
	readonly reached: boolean;
	readonly controlFailed: boolean;
	readonly controlReached: boolean;
	readonly consistent: boolean;
	readonly differs: boolean;
	readonly tcpFailed: boolean;
}): string | false | null {
	if (seen.reached) return false;
	if (seen.controlFailed) return null;
	if (!seen.controlReached) return false;
	if (!seen.consistent) return "dns";
	if (seen.differs) return "http-diff";
	return seen.tcpFailed ? "tcp_ip" : "http-failure";
}
