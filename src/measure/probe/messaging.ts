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
	const steps: (() => Promise<void>)[] = [
		...test.lookups.map((host) => async () => {
			await addressesOf(trace, vantage, host);
		}),
		...test.connects.map(
			(endpoint) => () => tryConnect(trace, vantage, endpoint),
		),
		...test.fetches.map(
			(fetch) => () => tryFetch(trace, vantage, fetch, !test.ownAuthority),
		),
	];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let step = steps.shift(); step; step = steps.shift()) await step();
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
			x_rasai: { mode: "messaging", dead_everywhere: dead },
		},
	);
	return scrubRecord(record, { cookies: [], own: vantage.ownAddresses });
}

async function addressesOf(
	trace: Trace,
	vantage: Vantage,
	host: string,
): Promise<readonly string[]> {
	const found =
		isIP(host) === 0
			? await lookupBySystem(trace, vantage, host, {
					transaction_id: trace.nextFlow("system"),
					tags: [],
				})
			: [host];
	return found.filter((ip) => vantage.permits(ip));
}

async function tryConnect(
	trace: Trace,
	vantage: Vantage,
	endpoint: string,
): Promise<void> {
	const colon = endpoint.lastIndexOf(":");
	const port = Number(endpoint.slice(colon + 1));
	const [ip] = await addressesOf(trace, vantage, endpoint.slice(0, colon));
	if (ip === undefined) return;
	const stamp: FlowStamp = {
		transaction_id: trace.nextFlow("clear"),
		tags: [],
	};
	const connection = await connect(trace, vantage, { ip, port }, stamp);
	if (typeof connection !== "string") connection.close();
}

async function tryFetch(
	trace: Trace,
	vantage: Vantage,
	fetch: string,
	verify: boolean,
): Promise<void> {
	const [method, target = ""] = fetch.split(" ");
	const url = new URL(target);
	const host = hostOf(url);
	const [ip] = await addressesOf(trace, vantage, host);
	if (ip === undefined) return;
	const isSecure = url.protocol === "https:";
	const connection = await connect(
		trace,
		vantage,
		{ ip, port: portOf(url) },
		{ transaction_id: trace.nextFlow(isSecure ? "tls" : "clear"), tags: [] },
	);
	if (typeof connection === "string") return;
	try {
		const handshake = isSecure
			? await shakeHands(trace, vantage, connection, {
					serverName: isIP(host) === 0 ? host : "",
					verifyName: host,
					alpn: ["h2", "http/1.1"],
					verify,
				})
			: undefined;
		if (handshake?.failure !== undefined) return;
		await fetchPage(
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
