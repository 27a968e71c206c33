/**
 * What of a record the readers of facts ask for, as shapes: the keys of its
 * objects, and what stands under each. A key that no shape names is checked
 * and passed over. A value of another kind than its shape has comes as
 * JSON.parse gives it, so that readers see whatever a forger put there.
 */
import type { Row } from "../fields.ts";
import { addPairs, CELL_WORDS, valueAt, words } from "./cells.ts";
import {
	any,
	bytesOr,
	get,
	listOf,
	mapOf,
	OPEN_OBJECT,
	object,
	presence,
} from "./shape.ts";

/** Kind of a cell with an object of a shape. */
const FRAME = 10;

/** `{"format": "base64", "data": …}`, or a text. */
const binary = object({ data: any, format: any }, (at) => ({
	data: get(at, 0),
	format: get(at, 1),
}));
const body = bytesOr(binary);

const event = object(
	{
		address: any,
		failure: any,
		num_bytes: any,
		operation: any,
		t: any,
		transaction_id: any,
	},
	(at) => ({
		address: get(at, 0),
		failure: get(at, 1),
		num_bytes: get(at, 2),
		operation: get(at, 3),
		t: get(at, 4),
		transaction_id: get(at, 5),
	}),
);

const answer = object(
	{ answer_type: any, asn: any, hostname: any, ipv4: any, ipv6: any },
	(at) => ({
		answer_type: get(at, 0),
		asn: get(at, 1),
		hostname: get(at, 2),
		ipv4: get(at, 3),
		ipv6: get(at, 4),
	}),
);

const query = object(
	{
		answers: listOf(answer),
		engine: any,
		failure: any,
		hostname: any,
		query_type: any,
		rcode: any,
		resolver_address: any,
		resolver_hostname: any,
		resolver_port: any,
		t: any,
		t0: any,
		tags: listOf(any),
		transaction_id: any,
	},
	(at) => ({
		answers: get(at, 0),
		engine: get(at, 1),
		failure: get(at, 2),
		hostname: get(at, 3),
		query_type: get(at, 4),
		rcode: get(at, 5),
		resolver_address: get(at, 6),
		resolver_hostname: get(at, 7),
		resolver_port: get(at, 8),
		t: get(at, 9),
		t0: get(at, 10),
		tags: get(at, 11),
		transaction_id: get(at, 12),
	}),
);

const connectStatus = object({ failure: any, success: any }, (at) => ({
	failure: get(at, 0),
	success: get(at, 1),
}));

const connect = object(
	{
		ip: any,
		port: any,
		status: connectStatus,
		t: any,
		t0: any,
		tags: listOf(any),
		transaction_id: any,
	},
	(at) => ({
		ip: get(at, 0),
		port: get(at, 1),
		status: get(at, 2),
		t: get(at, 3),
		t0: get(at, 4),
		tags: get(at, 5),
		transaction_id: get(at, 6),
	}),
);

const handshake = object(
	{
		address: any,
		cipher_suite: any,
		echconfig: any,
		failure: any,
		negotiated_protocol: any,
		no_tls_verify: any,
		outer_server_name: any,
		peer_certificates: listOf(binary),
		server_name: any,
		t: any,
		t0: any,
		tags: listOf(any),
		tls_version: any,
		transaction_id: any,
	},
	(at) => ({
		address: get(at, 0),
		cipher_suite: get(at, 1),
		echconfig: get(at, 2),
		failure: get(at, 3),
		negotiated_protocol: get(at, 4),
		no_tls_verify: get(at, 5),
		outer_server_name: get(at, 6),
		peer_certificates: get(at, 7),
		server_name: get(at, 8),
		t: get(at, 9),
		t0: get(at, 10),
		tags: get(at, 11),
		tls_version: get(at, 12),
		transaction_id: get(at, 13),
	}),
);

const hostHeader = object({ Host: any }, (at) => ({ Host: get(at, 0) }));
const viaTor = object({ is_tor: any }, (at) => ({ is_tor: get(at, 0) }));
const request = object(
	{ headers: hostHeader, method: any, tor: viaTor, url: any },
	(at) => ({
		headers: get(at, 0),
		method: get(at, 1),
		tor: get(at, 2),
		url: get(at, 3),
	}),
);

const headersList = listOf(listOf(binary));
const headers = mapOf(any);

const response = object(
	{
		body,
		body_is_truncated: any,
		code: any,
		headers,
		headers_list: headersList,
	},
	(at) => ({
		body: get(at, 0),
		body_is_truncated: get(at, 1),
		code: get(at, 2),
		...headersOf(at + 3 * CELL_WORDS, at + 4 * CELL_WORDS),
	}),
);

/** The older form of headers is not read where the newer one has any. */
function headersOf(older: number, newer: number): Row {
	const list = valueAt(newer);
	const isListed = Array.isArray(list) && list.length > 0;
	return {
		headers_list: list,
		headers: isListed ? undefined : valueAt(older),
	};
}

const exchange = object(
	{
		address: any,
		alpn: any,
		failure: any,
		request,
		response,
		t: any,
		t0: any,
		tags: listOf(any),
		transaction_id: any,
	},
	(at) => ({
		address: get(at, 0),
		alpn: get(at, 1),
		failure: get(at, 2),
		request: get(at, 3),
		response: get(at, 4),
		t: get(at, 5),
		t0: get(at, 6),
		tags: get(at, 7),
		transaction_id: get(at, 8),
	}),
);

const toldEndpoint = object(
	{ failure: any, server_name: any, status: any },
	(at) => ({
		failure: get(at, 0),
		server_name: get(at, 1),
		status: get(at, 2),
	}),
);

const toldExchange = object(
	{
		body_length: any,
		failure: any,
		headers,
		headers_list: headersList,
		status_code: any,
		title: any,
	},
	(at) => ({
		body_length: get(at, 0),
		failure: get(at, 1),
		headers: get(at, 2),
		headers_list: get(at, 3),
		status_code: get(at, 4),
		title: get(at, 5),
	}),
);

const toldLookup = object({ addrs: listOf(any), failure: any }, (at) => ({
	addrs: get(at, 0),
	failure: get(at, 1),
}));
const ipInfo = object({ asn: any }, (at) => ({ asn: get(at, 0) }));

const control = object(
	{
		dns: toldLookup,
		http3_request: toldExchange,
		http_request: toldExchange,
		ip_info: mapOf(ipInfo),
		quic_handshake: mapOf(toldEndpoint),
		tcp_connect: mapOf(toldEndpoint),
		tls_handshake: mapOf(toldEndpoint),
	},
	(at) => ({
		dns: get(at, 0),
		http3_request: get(at, 1),
		http_request: get(at, 2),
		ip_info: get(at, 3),
		quic_handshake: get(at, 4),
		tcp_connect: get(at, 5),
		tls_handshake: get(at, 6),
	}),
);

const testKeys = object(
	{
		blocking: any,
		control,
		control_failure: any,
		dns_experiment_failure: any,
		http_experiment_failure: any,
		network_events: listOf(event),
		queries: listOf(query),
		quic_handshakes: listOf(handshake),
		requests: listOf(exchange),
		tcp_connect: listOf(connect),
		tls_handshakes: listOf(handshake),
		x_control_request: presence,
		x_dns_duplicate_responses: listOf(query),
		x_doh: presence,
		x_rasai: any,
	},
	(at) => ({
		blocking: get(at, 1),
		control: get(at, 2),
		control_failure: get(at, 3),
		dns_experiment_failure: get(at, 4),
		http_experiment_failure: get(at, 5),
		network_events: get(at, 6),
		queries: get(at, 7),
		quic_handshakes: get(at, 8),
		requests: get(at, 9),
		tcp_connect: get(at, 10),
		tls_handshakes: get(at, 11),
		x_control_request: get(at, 12),
		x_dns_duplicate_responses: get(at, 13),
		x_doh: get(at, 14),
		x_rasai: get(at, 15),
	}),
	OPEN_OBJECT,
);

const annotations = object(
	{ engine_version: any, network_type: any, platform: any },
	(at) => ({
		engine_version: get(at, 0),
		network_type: get(at, 1),
		platform: get(at, 2),
	}),
);

/**
 * Tests that ask of test_keys for what the shapes name. True: and for keys of
 * their own, which are then read as they stand.
 */
const SCANNED_TESTS: ReadonlyMap<unknown, boolean> = new Map([
	["facebook_messenger", false],
	["psiphon", true],
	["signal", false],
	["telegram", false],
	["tor", true],
	["torsf", true],
	["vanilla_tor", true],
	["web_connectivity", false],
	["whatsapp", false],
]);

const TEST_KEYS_SLOT = 16;
const TEST_NAME_SLOT = 17;

/** A record. */
export const record = object(
	{
		annotations,
		input: any,
		measurement_start_time: any,
		measurement_uid: any,
		probe_asn: any,
		probe_cc: any,
		probe_network_name: any,
		report_id: any,
		resolver_asn: any,
		resolver_ip: any,
		resolver_network_name: any,
		software_name: any,
		software_version: any,
		test_runtime: any,
		test_start_time: any,
		test_version: any,
		test_keys: testKeys,
		test_name: any,
	},
	(at) => ({
		annotations: get(at, 0),
		input: get(at, 1),
		measurement_start_time: get(at, 2),
		measurement_uid: get(at, 3),
		probe_asn: get(at, 4),
		probe_cc: get(at, 5),
		probe_network_name: get(at, 6),
		report_id: get(at, 7),
		resolver_asn: get(at, 8),
		resolver_ip: get(at, 9),
		resolver_network_name: get(at, 10),
		software_name: get(at, 11),
		software_version: get(at, 12),
		test_runtime: get(at, 13),
		test_start_time: get(at, 14),
		test_version: get(at, 15),
		test_keys: get(at, TEST_KEYS_SLOT),
		test_name: get(at, TEST_NAME_SLOT),
	}),
);

/** The record in a cell; undefined where its test asks for more than the shapes name. */
export function readScanned(cell: number): Row | undefined {
	if (words[cell] !== FRAME) return undefined;
	const frame = (words[cell + 1] as number) >> 2;
	const ownKeys = SCANNED_TESTS.get(get(frame, TEST_NAME_SLOT));
	if (ownKeys === undefined) return undefined;
	const row = valueAt(cell) as Row;
	const keys = frame + TEST_KEYS_SLOT * CELL_WORDS;
	if (ownKeys && words[keys] === FRAME)
		addPairs(
			row["test_keys"] as Record<string, unknown>,
			(words[keys + 1] as number) >> 2,
		);
	return row;
}
