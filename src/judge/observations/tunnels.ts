/**
 * Circumvention tools other than Tor.
 *
 * | test      | role                                     | endpoint                                   |
 * | --------- | ---------------------------------------- | ------------------------------------------ |
 * | psiphon   | `tunnel`                                 | the tunnel, and the page fetched through it |
 * | openvpn   | `<provider>/<transport>` (`riseup/tcp`)  | each endpoint of the provider              |
 * | riseupvpn | `ca`                                     | black.riseup.net: the provider's own CA    |
 * |           | `provider`                               | riseup.net: the provider's description     |
 * |           | `api`                                    | api.black.riseup.net: services and geo     |
 * |           | `gateway`                                | the gateways, by address                   |
 *
 * App facts: `tunnel` (psiphon), `openvpn_handshake` (each endpoint; number:
 * packets that came back; text: `ip:port/transport`).
 */
import { isRecord } from "../../model/index.ts";
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import {
	elapsedMs,
	endpointOf,
	failureOf,
	flowOf,
	ipOf,
	listOf,
	millisecondsOf,
	portOf,
	type Row,
	rowOf,
	rowsOf,
	textOf,
} from "./fields.ts";
import { readStandard } from "./standard.ts";

const WORD = /^[a-z0-9][a-z0-9_.-]{0,31}$/;
const RISEUP_ROLES: ReadonlyMap<string, string> = new Map([
	["black.riseup.net", "ca"],
	["riseup.net", "provider"],
	["api.black.riseup.net", "api"],
]);

export function observePsiphon(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	readStandard(draft, keys, { roleOf: () => "tunnel" });
	addApp(draft, {
		name: "tunnel",
		role: "tunnel",
		failure: failureOf(keys["failure"]),
		durationMs: millisecondsOf(keys["bootstrap_time"]) || undefined,
	});
}

export function observeRiseupvpn(draft: Draft): void {
	readStandard(draft, draft.measurement.testKeys, {
		roleOf: (hostname, ip) =>
			RISEUP_ROLES.get(hostname) ??
			(hostname === "" && ip !== "" ? "gateway" : ""),
	});
}

export function observeOpenvpn(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	const handshakes = rowsOf(
		draft,
		keys["openvpn_handshake"],
		"openvpn_handshake",
	);
	const roles = new Map<string, string>();
	for (const row of handshakes)
		if (row !== undefined)
			roles.set(`${ipOf(row["ip"])} ${portOf(row["port"])}`, providerRole(row));
	const connect = keys["tcp_connect"];
	readStandard(
		draft,
		// Version 0.0 had one connect, not a list.
		isRecord(connect) ? { ...keys, tcp_connect: [connect] } : keys,
		{
			roleOf: (_hostname, ip, port) =>
				roles.get(`${ip} ${port}`) ?? providerRole(keys),
		},
	);
	const received = packetsReceived(keys["network_events"]);
	for (const row of handshakes)
		if (row !== undefined) addHandshake(draft, row, received);
	if (handshakes.length === 0) addFirstVersion(draft, keys);
}

/** Provider and transport, as the row states them. */
function providerRole(row: Row): string {
	const provider = textOf(row["provider"], 32).toLowerCase();
	const transport = textOf(row["transport"], 8).toLowerCase();
	return [provider, transport].filter((word) => WORD.test(word)).join("/");
}

function addHandshake(
	draft: Draft,
	row: Row,
	received: ReadonlyMap<number, number>,
): void {
	const flow = flowOf(row);
	const ip = ipOf(row["ip"]);
	const port = portOf(row["port"]);
	const transport = textOf(row["transport"], 8);
	const startMs = millisecondsOf(row["t0"]);
	addApp(draft, {
		name: "openvpn_handshake",
		role: providerRole(row),
		failure: failureOf(row["failure"]),
		flow,
		startMs,
		durationMs: elapsedMs(startMs, millisecondsOf(row["t"])),
		number: flow === undefined ? undefined : (received.get(flow) ?? 0),
		text:
			ip === undefined || port === undefined
				? undefined
				: `${endpointText(ip, port)}/${transport}`,
	});
}

function addFirstVersion(draft: Draft, keys: Row): void {
	if (keys["remote"] === undefined && keys["success_handshake"] === undefined)
		return;
	const endpoint = endpointOf(keys["remote"]);
	addApp(draft, {
		name: "openvpn_handshake",
		role: providerRole(keys),
		failure: failureOf(keys["failure"]),
		durationMs: millisecondsOf(keys["bootstrap_time"]) || undefined,
		text:
			endpoint &&
			`${endpointText(endpoint.ip, endpoint.port)}/${textOf(keys["transport"], 8)}`,
	});
}

function endpointText(ip: string, port: number): string {
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** Packets that came in by flow: whether the server answered at all. */
function packetsReceived(events: unknown): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const item of listOf(events).slice(0, 20_000)) {
		const event = rowOf(item);
		const flow = flowOf(event);
		if (event["operation"] === "packet_in" && flow !== undefined)
			counts.set(flow, (counts.get(flow) ?? 0) + 1);
	}
	return counts;
}
