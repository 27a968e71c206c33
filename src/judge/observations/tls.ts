/** TLS and QUIC handshakes: `tls_handshakes` and `quic_handshakes` rows of OONI's df-006-tlshandshake. */
import type { QuicObservation, TlsObservation } from "../../model/index.ts";
import { readChain } from "./chain.ts";
import { add } from "./draft.ts";
import {
	type FlowEvents,
	lastOperationOf,
	type Phase,
	volumeOf,
} from "./events.ts";
import {
	eachRow,
	elapsedMs,
	endpointOf,
	failureOf,
	flowOf,
	hostnameOf,
	ipVersion,
	millisecondsOf,
	optionalText,
	type Row,
	textOf,
} from "./fields.ts";
import type { Reading } from "./reading.ts";
import { tagsOf } from "./tags.ts";

const NO_ENDPOINT = { ip: "", port: 0 };

export function readHandshakes(reading: Reading, value: unknown): void {
	const { draft } = reading;
	eachRow(draft, value, `${reading.path}tls_handshakes`, (row, index) =>
		readHandshake(reading, row, `tls_handshakes[${index}]`),
	);
}

/** Reads one TLS row. Where no event tells either, the address is empty and the port 0. */
export function readHandshake(
	reading: Reading,
	row: Row,
	where: string,
	role?: string,
): void {
	const { draft, layout, book } = reading;
	const shared = readShared(reading, row, where);
	const { tags, flow, events, endpoint, serverName } = shared;
	const phase = handshakeOf(events);
	const hostname =
		serverName ||
		book.nameOf(endpoint.ip, endpoint.port, { depth: tags.depth, flow }) ||
		undefined;
	const echConfig = textOf(row["echconfig"], 16);
	const volume = volumeOf(phase);
	const observation: TlsObservation = {
		position: draft.observations.length,
		vantage: "probe",
		layer: "tls",
		role: role ?? reading.roleOf(hostname ?? "", endpoint.ip, endpoint.port),
		depth: layout.depthOf(tags, flow, hostname ?? ""),
		flow,
		failure: failureOf(row["failure"]),
		startMs: shared.startMs,
		durationMs: shared.durationMs,
		classic: layout.classicOf(tags, book.originOf(endpoint.ip)),
		fetchBody: tags.fetchBody,
		ip: endpoint.ip,
		port: endpoint.port,
		hostname,
		serverName,
		outerServerName: hostnameOf(row["outer_server_name"]) || undefined,
		ech:
			echConfig === "" ? undefined : echConfig === "GREASE" ? "grease" : "real",
		verified:
			typeof row["no_tls_verify"] === "boolean"
				? !row["no_tls_verify"]
				: reading.verified,
		tlsVersion: optionalText(row["tls_version"], 32),
		cipherSuite: optionalText(row["cipher_suite"], 64),
		alpn: optionalText(row["negotiated_protocol"], 32),
		certificates: shared.chain.hashes,
		leaf: shared.chain.leaf,
		lastOperation: lastOperationOf(phase),
		readBytes: volume.readBytes,
		readCount: volume.readCount,
		writtenBytes: volume.writtenBytes,
		writeCount: volume.writeCount,
		longestGapMs: volume.longestGapMs,
		readSpanMs: volume.readSpanMs,
	};
	add(draft, observation);
}

export function readQuicHandshakes(reading: Reading, value: unknown): void {
	const { draft } = reading;
	eachRow(draft, value, `${reading.path}quic_handshakes`, (row, index) =>
		readQuicHandshake(reading, row, `quic_handshakes[${index}]`),
	);
}

/** Reads one QUIC row. */
export function readQuicHandshake(
	reading: Reading,
	row: Row,
	where: string,
): void {
	const { draft, layout, book } = reading;
	const shared = readShared(reading, row, where);
	const { tags, flow, endpoint, serverName } = shared;
	const hostname =
		serverName ||
		book.nameOf(endpoint.ip, endpoint.port, { depth: tags.depth, flow }) ||
		undefined;
	const observation: QuicObservation = {
		position: draft.observations.length,
		vantage: "probe",
		layer: "quic",
		role: reading.roleOf(hostname ?? "", endpoint.ip, endpoint.port),
		depth: layout.depthOf(tags, flow, hostname ?? ""),
		flow,
		failure: failureOf(row["failure"]),
		startMs: shared.startMs,
		durationMs: shared.durationMs,
		classic: layout.classicOf(tags, book.originOf(endpoint.ip)),
		fetchBody: tags.fetchBody,
		ip: endpoint.ip,
		port: endpoint.port,
		hostname,
		serverName,
		certificates: shared.chain.hashes,
	};
	add(draft, observation);
}

function readShared(reading: Reading, row: Row, where: string) {
	const { draft } = reading;
	const flow = flowOf(row);
	const endMs = millisecondsOf(row["t"]);
	const events = eventsOf(reading, flow, row["t"]);
	const endpoint =
		endpointOf(row["address"]) ?? endpointOf(events?.address) ?? NO_ENDPOINT;
	const stated = hostnameOf(row["server_name"]) || reading.serverName;
	const startMs = millisecondsOf(row["t0"]) ?? events?.handshake.startMs;
	return {
		flow,
		events,
		endpoint,
		// Probes write the address where there is no name; no SNI is sent then.
		serverName: ipVersion(stated) === 0 ? stated : "",
		tags: tagsOf(row),
		startMs: startMs ?? endMs,
		durationMs: elapsedMs(startMs, endMs),
		chain: readChain(
			draft,
			row["peer_certificates"],
			stated || endpoint.ip,
			`${reading.path}${where}`,
		),
	};
}

function eventsOf(
	reading: Reading,
	flow: number | undefined,
	end: unknown,
): FlowEvents | undefined {
	const { events } = reading;
	if (flow !== undefined) return events.byFlow.get(flow);
	const ended =
		typeof end === "number" ? events.byHandshakeEnd.get(end) : undefined;
	return ended ?? events.single;
}

/** Probes of 2020 wrote no handshake events: a flow without an exchange was all handshake. */
function handshakeOf(events: FlowEvents | undefined): Phase | undefined {
	if (events === undefined) return undefined;
	const { handshake, exchange } = events;
	return handshake.startMs === undefined && exchange.startMs === undefined
		? exchange
		: handshake;
}
