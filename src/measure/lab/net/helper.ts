/**
 * The emulated helper: web_connectivity's test helper protocol, answered with
 * the probe's own look-ups, connections and visits from where no censor is.
 */
import { isRecord } from "../../../model/index.ts";
import {
	connect,
	createTrace,
	type Endpoint,
	runWebConnectivity,
	shakeHands,
	type Vantage,
} from "../../probe/index.ts";
import { asnOfAddress, isEmulatedAddress } from "./cast.ts";
import type { Behaviour } from "./server.ts";
import { LAB_LIMITS } from "./timing.ts";

type Row = Readonly<Record<string, unknown>>;

export function helperBehaviour(
	vantage: Vantage,
	nowMs: () => number,
): Behaviour {
	return async ({ body }) => {
		const request: unknown = JSON.parse(body.toString("utf8"));
		if (!isRecord(request) || typeof request["http_request"] !== "string")
			return { status: 400, headers: {}, body: "" };
		const asked = Array.isArray(request["tcp_connect"])
			? request["tcp_connect"].map(String)
			: [];
		const answer = await lookElsewhere(
			new URL(request["http_request"]),
			asked,
			vantage,
			nowMs,
		);
		return {
			status: 200,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(answer),
		};
	};
}

async function lookElsewhere(
	url: URL,
	asked: readonly string[],
	vantage: Vantage,
	nowMs: () => number,
): Promise<Row> {
	const addrs = await vantage.systemLookup(url.hostname).then(
		({ addresses }) => addresses,
		() => [],
	);
	const ports = url.port === "" ? [443, 80] : [Number(url.port)];
	const endpoints = new Map<string, Endpoint>();
	for (const address of [
		...asked,
		...addrs.flatMap((ip) =>
			ports.map((port) =>
				ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`,
			),
		),
	])
		endpoints.set(address, endpointOf(address));
	const tried = [...endpoints].filter(([, { ip }]) => isEmulatedAddress(ip));
	const [page, reached] = await Promise.all([
		visit(url, vantage, nowMs),
		Promise.all(
			tried.map(
				async ([address, endpoint]) =>
					[
						address,
						await reach(endpoint, url.hostname, vantage, nowMs),
					] as const,
			),
		),
	]);
	return {
		tcp_connect: Object.fromEntries(
			reached.map(([address, { tcp }]) => [address, tcp]),
		),
		tls_handshake: Object.fromEntries(
			reached.flatMap(([address, { tls }]) => (tls ? [[address, tls]] : [])),
		),
		quic_handshake: {},
		http_request: page,
		http3_request: null,
		dns: { failure: addrs.length > 0 ? null : "dns_name_error", addrs },
		ip_info: Object.fromEntries(
			tried.map(([, { ip }]) => [ip, { asn: asnOfAddress(ip), flags: 0 }]),
		),
	};
}

function endpointOf(address: string): Endpoint {
	const colon = address.lastIndexOf(":");
	return {
		ip: address.slice(0, colon).replace(/^\[|\]$/g, ""),
		port: Number(address.slice(colon + 1)),
	};
}

const STAMP = { transaction_id: 0, tags: [] };

async function reach(
	endpoint: Endpoint,
	hostname: string,
	vantage: Vantage,
	nowMs: () => number,
): Promise<{ readonly tcp: Row; readonly tls?: Row }> {
	const trace = createTrace(nowMs, LAB_LIMITS);
	const connection = await connect(trace, vantage, endpoint, STAMP);
	if (typeof connection === "string")
		return { tcp: { status: false, failure: connection } };
	try {
		const tcp = { status: true, failure: null };
		if (endpoint.port !== 443) return { tcp };
		const { failure } = await shakeHands(trace, vantage, connection, {
			serverName: hostname,
			alpn: ["h2", "http/1.1"],
			verify: true,
		});
		return {
			tcp,
			tls: {
				server_name: hostname,
				status: failure === undefined,
				failure: failure ?? null,
			},
		};
	} finally {
		connection.close();
	}
}

/** The page at the end of the redirects, or why there is none. */
async function visit(
	url: URL,
	vantage: Vantage,
	nowMs: () => number,
): Promise<Row> {
	const startedAt = new Date(0);
	const { test_keys: keys } = await runWebConnectivity(url.href, vantage, {
		nowMs,
		startedAt,
		runStartedAt: startedAt,
		softwareVersion: "lab",
		platform: "lab",
		limits: LAB_LIMITS,
		full: false,
		useHelper: false,
		useDoh: false,
		findCauses: false,
		compareSpeeds: false,
		askQuic: false,
	});
	const failure = lastFailure(keys);
	const page = rows(keys["requests"])[0];
	const response = isRecord(page?.["response"]) ? page["response"] : {};
	const body = typeof response["body"] === "string" ? response["body"] : "";
	return failure === undefined
		? {
				status_code: response["code"],
				body_length: Buffer.byteLength(body),
				title: /<title>([^<]*)<\/title>/i.exec(body)?.[1] ?? "",
				headers: response["headers"],
				failure: null,
				discovered_h3_endpoint: "",
			}
		: {
				status_code: -1,
				body_length: -1,
				title: "",
				headers: {},
				failure,
				discovered_h3_endpoint: "",
			};
}

/** The helper's words for what came of a step (its own, unlike the probe's). */
const STEPS = [
	["requests", "unknown_error"],
	["tls_handshakes", "unknown_error"],
	["tcp_connect", "unknown_error"],
	["queries", "dns_lookup_error"],
] as const;

/** Why the last hop came to nothing; undefined where it gave a page. */
function lastFailure(keys: Row): string | undefined {
	const depthOf = (row: Row): number =>
		Number(/depth=(\d+)/.exec(String(row["tags"]))?.[1] ?? 0);
	const steps = STEPS.map(([key, word]) => [rows(keys[key]), word] as const);
	const depth = Math.max(0, ...steps.flatMap(([list]) => list.map(depthOf)));
	for (const [list, word] of steps) {
		const [last] = list.filter((row) => depthOf(row) === depth);
		// The deepest step that was taken: a page, or where it ended.
		if (last !== undefined)
			return list === steps[0]?.[0] && failureOf(last) === undefined
				? undefined
				: word;
	}
	return "unknown_error";
}

function rows(value: unknown): readonly Row[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function failureOf(row: Row): string | undefined {
	const holder = isRecord(row["status"]) ? row["status"] : row;
	return typeof holder["failure"] === "string" ? holder["failure"] : undefined;
}
