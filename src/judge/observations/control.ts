/**
 * The helper's view in a web_connectivity record. Whether there is one is a
 * fact of its own, the app fact `control`: with a failure where it is missing
 * or says nothing, without one where it is there.
 */
import type {
	DnsAnswer,
	DnsObservation,
	HttpObservation,
	QuicObservation,
	TcpObservation,
	TlsObservation,
} from "../../model/index.ts";
import { readTold, statusOf } from "./answer.ts";
import { addApp } from "./app.ts";
import { add, type Draft, note } from "./draft.ts";
import {
	countOf,
	endpointOf,
	failureOf,
	hostnameOf,
	ipVersion,
	listOf,
	type Row,
	rowOf,
	textOf,
	type UrlParts,
} from "./fields.ts";
import { UNSTATED_FAILURE } from "./tcp.ts";

/** More than a helper tries of one name. */
const MAX_ENDPOINTS = 200;
const NO_CERTIFICATES: readonly string[] = [];
const NO_CONTROL = "unknown_failure: no control in the measurement";

type Asns = ReadonlyMap<string, number>;

export function readControl(
	draft: Draft,
	control: Row,
	controlFailure: unknown,
	input: UrlParts,
	asns: Asns,
): void {
	const failure =
		failureOf(controlFailure) ??
		(saysSomething(control) ? undefined : NO_CONTROL);
	addApp(draft, { name: "control", vantage: "helper", failure });
	if (failure !== undefined) return;
	readLookup(draft, rowOf(control["dns"]), input, asns);
	readConnects(draft, rowOf(control["tcp_connect"]), input.host);
	readHandshakes(draft, rowOf(control["tls_handshake"]), "tls");
	readHandshakes(draft, rowOf(control["quic_handshake"]), "quic");
	readExchange(draft, rowOf(control["http_request"]), input, "http_request");
	readExchange(draft, rowOf(control["http3_request"]), input, "http3_request");
}

/** A helper that failed leaves its structures behind with nothing in them. */
function saysSomething(control: Row): boolean {
	const dns = rowOf(control["dns"]);
	return (
		listOf(dns["addrs"]).length > 0 ||
		typeof dns["failure"] === "string" ||
		saysExchange(rowOf(control["http_request"])) ||
		Object.keys(rowOf(control["tcp_connect"])).length > 0
	);
}

function saysExchange(exchange: Row): boolean {
	return (
		statusOf(exchange["status_code"]) !== undefined ||
		typeof exchange["failure"] === "string"
	);
}

function readLookup(draft: Draft, dns: Row, input: UrlParts, asns: Asns): void {
	if (input.host === "" || ipVersion(input.host) !== 0) return;
	const addrs = dns["addrs"];
	if (addrs === undefined && dns["failure"] === undefined) return;
	const answers: DnsAnswer[] = [];
	for (const addr of listOf(addrs).slice(0, MAX_ENDPOINTS)) {
		const name = hostnameOf(addr);
		if (name === "") note(draft, "control.dns.addrs: not an address or name");
		else if (ipVersion(name) === 0)
			answers.push({ ip: undefined, cname: name, asn: undefined });
		else answers.push({ ip: name, cname: undefined, asn: asns.get(name) });
	}
	const observation: DnsObservation = {
		position: draft.observations.length,
		vantage: "helper",
		layer: "dns",
		role: "",
		depth: 0,
		failure: failureOf(dns["failure"]),
		hostname: input.host,
		queryType: "ANY",
		engine: "unknown",
		resolver: "",
		answers,
	};
	add(draft, observation);
}

function readConnects(draft: Draft, connects: Row, hostname: string): void {
	for (const key of endpointKeys(draft, connects, "tcp_connect")) {
		const endpoint = endpointOf(key);
		if (endpoint === undefined) {
			note(draft, "control.tcp_connect: not an endpoint");
			continue;
		}
		const observation: TcpObservation = {
			position: draft.observations.length,
			vantage: "helper",
			layer: "tcp",
			role: "",
			depth: 0,
			failure: helperFailure(rowOf(connects[key])),
			ip: endpoint.ip,
			port: endpoint.port,
			hostname: hostname || undefined,
		};
		add(draft, observation);
	}
}

function readHandshakes(
	draft: Draft,
	handshakes: Row,
	layer: "tls" | "quic",
): void {
	const field = `${layer}_handshake`;
	for (const key of endpointKeys(draft, handshakes, field)) {
		const endpoint = endpointOf(key);
		if (endpoint === undefined) {
			note(draft, `control.${field}: not an endpoint`);
			continue;
		}
		const row = rowOf(handshakes[key]);
		const stated = hostnameOf(row["server_name"]);
		const serverName = ipVersion(stated) === 0 ? stated : "";
		const observation: TlsObservation | QuicObservation = {
			position: draft.observations.length,
			vantage: "helper",
			layer,
			role: "",
			depth: 0,
			failure: helperFailure(row),
			ip: endpoint.ip,
			port: endpoint.port,
			hostname: serverName || undefined,
			serverName,
			verified: true,
			certificates: NO_CERTIFICATES,
		};
		add(draft, observation);
	}
}

function readExchange(
	draft: Draft,
	exchange: Row,
	input: UrlParts,
	field: string,
): void {
	if (!saysExchange(exchange)) return;
	const answer = readTold(draft, exchange, `control.${field}`);
	const observation: HttpObservation = {
		position: draft.observations.length,
		vantage: "helper",
		layer: "http",
		role: "",
		depth: 0,
		failure: failureOf(exchange["failure"]),
		hostname: input.host,
		method: "GET",
		url: textOf(draft.measurement.input, 2048),
		alpn: field === "http3_request" ? "h3" : undefined,
		statusCode: answer.statusCode,
		bodyBytes: countOf(exchange["body_length"]),
		title: answer.title,
		headerNames: answer.headerNames,
		location: answer.location,
		server: answer.server,
		fingerprints: answer.fingerprints,
		pageMarks: answer.pageMarks,
	};
	add(draft, observation);
}

function helperFailure(row: Row): string | undefined {
	return (
		failureOf(row["failure"]) ??
		(row["status"] === false ? UNSTATED_FAILURE : undefined)
	);
}

function endpointKeys(
	draft: Draft,
	row: Row,
	field: string,
): readonly string[] {
	const keys = Object.keys(row);
	if (keys.length <= MAX_ENDPOINTS) return keys;
	note(draft, `control.${field}: more than ${MAX_ENDPOINTS}, cut`);
	return keys.slice(0, MAX_ENDPOINTS);
}
