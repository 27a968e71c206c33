/**
 * Messaging services, by their known endpoints: WhatsApp, Telegram, Signal and
 * Messenger as OONI's tests of these names do. The endpoints are data
 * (`data/probe/messaging.json`), since services move. An endpoint that fails
 * here is asked for from the helper: one that is dead there too is left out
 * and named, for then the list is old and the network not to blame.
 */
import { isIP } from "node:net";
import { RasaiError } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import { hostOf, PAGE_HEADERS } from "./addresses.ts";
import { portOf } from "./aside.ts";
import { addressOf, connect } from "./connection.ts";
import { askHelper } from "./control.ts";
import { lookupBySystem } from "./dns.ts";
import {
	envelope,
	type MeasurementRecord,
	type RunContext,
} from "./envelope.ts";
import { fetchPage } from "./http.ts";
import { messagingKeys, type Outcome } from "./messaging-keys.ts";
import type { FlowStamp } from "./rows.ts";
import { scrubRecord } from "./scrub.ts";
import { shakeHands } from "./tls.ts";
import { createTrace, type Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";
import { commonKeys } from "./web-connectivity.ts";

/** One test: what to connect to, what to fetch, what only to look up. */
export interface MessagingTest {
	readonly testName: string;
	readonly testVersion: string;
	/** `host:port`, connected to at one address each. */
	readonly connects: readonly string[];
	/** `GET https://…` or `POST http://…`. */
	readonly fetches: readonly string[];
	readonly lookups: readonly string[];
	/** Its servers are vouched for by an authority of the service's own, which is not shipped: certificates are kept, not checked. */
	readonly ownAuthority: boolean;
}

export interface MessagingOptions extends RunContext {
	readonly useHelper: boolean;
}

/** OONI runs three at a time. */
const AT_ONCE = 3;

/** Reads the list of tests. Throws `reference_invalid` where it cannot be used. */
export function parseMessagingTests(
	value: unknown,
): ReadonlyMap<string, MessagingTest> {
	const list = isRecord(value) ? value["tests"] : undefined;
	const faulty = new RasaiError(
		"reference_invalid",
		"the list of messaging endpoints cannot be used",
	);
	if (!Array.isArray(list)) throw faulty;
	return new Map(
		list.map((item) => {
			if (!isRecord(item)) throw faulty;
			const texts = (key: string): readonly string[] => {
				const given = item[key];
				if (
					Array.isArray(given) &&
					given.every((one) => typeof one === "string")
				)
					return given;
				throw faulty;
			};
			const [testName, testVersion] = [item["testName"], item["testVersion"]];
			if (typeof testName !== "string" || typeof testVersion !== "string")
				throw faulty;
			const test: MessagingTest = {
				testName,
				testVersion,
				connects: texts("connects"),
				fetches: texts("fetches"),
				lookups: texts("lookups"),
				ownAuthority: item["ownAuthority"] === true,
			};
			for (const one of test.fetches)
				if (!/^(GET|POST) https?:\/\//.test(one)) throw faulty;
			for (const one of test.connects) if (!/:\d+$/.test(one)) throw faulty;
			return [testName, test] as const;
		}),
	);
}

/** Runs one messaging test. Never throws for what the network does. */
export async function runMessagingTest(
	test: MessagingTest,
	vantage: Vantage,
	options: MessagingOptions,
): Promise<MeasurementRecord> {
	const trace = createTrace(options.nowMs, options.limits, options.signal);
	const steps: (() => Promise<Tried>)[] = [
		...test.lookups.map((host) => () => tryLookUp(trace, vantage, host)),
		...test.connects.map(
			(endpoint) => () => tryConnect(trace, vantage, endpoint),
		),
		...test.fetches.map(
			(fetch) => () => tryFetch(trace, vantage, fetch, !test.ownAuthority),
		),
	];
	const tried: Tried[] = [];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let step = steps.shift(); step; step = steps.shift())
				tried.push(await step());
		}),
	);
	const dead = options.useHelper ? await deadEverywhere(trace, vantage) : [];
	const isDead = (address: string): boolean => dead.includes(address);
	const record = envelope(
		{ ...test, input: null, helper: "" },
		vantage,
		options,
		trace,
		{
			...commonKeys(trace),
			tcp_connect: trace.connects.filter((row) => !isDead(addressOf(row))),
			tls_handshakes: trace.handshakes.filter((row) => !isDead(row.address)),
			requests: trace.requests.filter((row) => !isDead(row.address)),
			...messagingKeys(
				test.testName,
				tried.map((one) => ({ ...one, isDead: isDead(one.address) })),
			),
			x_rasai: { mode: "messaging", dead_everywhere: dead },
		},
	);
	return scrubRecord(record, { cookies: [], own: vantage.ownAddresses });
}

/** What came of a step, and the address that was tried; empty where none was. */
interface Tried extends Omit<Outcome, "isDead"> {
	readonly address: string;
}

/** An address to try, or why there is none. */
async function findAddress(
	trace: Trace,
	vantage: Vantage,
	host: string,
): Promise<{ readonly ip: string } | { readonly failure: string }> {
	if (isIP(host) !== 0)
		return vantage.permits(host) ? { ip: host } : { failure: BOGON };
	const stamp = { transaction_id: trace.nextFlow("system"), tags: [] };
	const found = await lookupBySystem(trace, vantage, host, stamp);
	const ip = found.find((one) => vantage.permits(one));
	if (ip !== undefined) return { ip };
	const row = trace.queries.findLast(({ hostname }) => hostname === host);
	return { failure: row?.failure ?? BOGON };
}

/** OONI's word for addresses that no public server has. */
const BOGON = "dns_bogon_error";

async function tryLookUp(
	trace: Trace,
	vantage: Vantage,
	host: string,
): Promise<Tried> {
	const found = await findAddress(trace, vantage, host);
	const failure = "failure" in found ? found.failure : null;
	return { how: "lookup", method: "", host, address: "", failure };
}

async function tryConnect(
	trace: Trace,
	vantage: Vantage,
	endpoint: string,
): Promise<Tried> {
	const colon = endpoint.lastIndexOf(":");
	const host = endpoint.slice(0, colon);
	const step = { how: "connect", method: "", host } as const;
	const found = await findAddress(trace, vantage, host);
	if ("failure" in found) return { ...step, ...found, address: "" };
	const to = { ip: found.ip, port: Number(endpoint.slice(colon + 1)) };
	const stamp: FlowStamp = {
		transaction_id: trace.nextFlow("clear"),
		tags: [],
	};
	const connection = await connect(trace, vantage, to, stamp);
	const connected = typeof connection !== "string";
	if (connected) connection.close();
	return {
		...step,
		address: addressOf(to),
		connected,
		failure: connected ? null : connection,
	};
}

async function tryFetch(
	trace: Trace,
	vantage: Vantage,
	fetch: string,
	verify: boolean,
): Promise<Tried> {
	const [method = "", target = ""] = fetch.split(" ");
	const url = new URL(target);
	const host = hostOf(url);
	const step = { how: "fetch", method, host } as const;
	const found = await findAddress(trace, vantage, host);
	if ("failure" in found) return { ...step, ...found, address: "" };
	const to = { ip: found.ip, port: portOf(url) };
	const address = addressOf(to);
	const isSecure = url.protocol === "https:";
	const connection = await connect(trace, vantage, to, {
		transaction_id: trace.nextFlow(isSecure ? "tls" : "clear"),
		tags: [],
	});
	if (typeof connection === "string")
		return { ...step, address, connected: false, failure: connection };
	const done = (failure: string | null): Tried => ({
		...step,
		address,
		connected: true,
		failure,
	});
	try {
		const handshake = isSecure
			? await shakeHands(trace, vantage, connection, {
					serverName: isIP(host) === 0 ? host : "",
					verifyName: host,
					alpn: ["h2", "http/1.1"],
					verify,
				})
			: undefined;
		if (handshake?.failure !== undefined) return done(handshake.failure);
		const answer = await fetchPage(
			trace,
			connection,
			handshake?.socket ?? connection.stream,
			{
				method: method === "POST" ? "POST" : "GET",
				url,
				headers: PAGE_HEADERS,
				...(method === "POST" ? { body: "" } : {}),
			},
			handshake?.alpn ?? "",
		);
		return done(answer.failure ?? null);
	} finally {
		connection.close();
	}
}

/** Endpoints that failed here and that the helper could not connect to either. */
async function deadEverywhere(
	trace: Trace,
	vantage: Vantage,
): Promise<readonly string[]> {
	const failed = trace.connects.filter(({ status }) => !status.success);
	const [first] = failed;
	if (first === undefined || vantage.helpers.length === 0) return [];
	const { response } = await askHelper(trace, vantage, {
		http_request: `https://${addressOf(first)}/`,
		http_request_headers: {},
		tcp_connect: failed.map(addressOf),
		x_quic_enabled: false,
	});
	const told = response["tcp_connect"];
	return failed.map(addressOf).filter((address) => {
		const row = isRecord(told) ? told[address] : undefined;
		return isRecord(row) && row["status"] === false;
	});
}
