/**
 * web_connectivity, from 0.0.1 to 0.5: what the probe met on the way to a
 * URL, and what the helper met. Of the verdict keys none is read but the two
 * failures that the oldest probes state nowhere else.
 */
import type { Origin } from "./address-book.ts";
import { NO_ANSWER } from "./answer.ts";
import { readControl } from "./control.ts";
import { readQueries } from "./dns.ts";
import type { Draft } from "./draft.ts";
import { add } from "./draft.ts";
import {
	asnOf,
	failureOf,
	flowOf,
	ipOf,
	listOf,
	type Row,
	rowOf,
	textOf,
	type UrlParts,
	urlParts,
} from "./fields.ts";
import type { Layout } from "./layout.ts";
import { readOwnProbe } from "./own-probe.ts";
import { createReading, type Reading } from "./reading.ts";
import { readEndpoints } from "./standard.ts";
import { type Tags, tagsOf } from "./tags.ts";

export function observeWebConnectivity(draft: Draft): void {
	const { measurement } = draft;
	const keys = measurement.testKeys;
	const input = urlParts(measurement.input);
	const control = rowOf(keys["control"]);
	const asns = readIpInfo(control["ip_info"]);
	const hasFlows = isFlowLayout(keys);
	const layout = hasFlows ? flowLayout(keys) : chainLayout(keys);
	const reading = createReading(draft, keys, { layout, asns });
	readQueries(reading, keys["queries"]);
	enterHelperAddresses(reading, control, input.host);
	readEndpoints(reading, keys);
	readQueries(
		reading,
		keys["x_dns_duplicate_responses"],
		"x_dns_duplicate_responses",
		true,
	);
	if (!hasFlows) addUnlistedFailures(draft, keys, input);
	readControl(draft, control, keys["control_failure"], input, asns);
	readOwnProbe(draft, keys["x_rasai"]);
}

/** `ip_info`: the helper's word on the AS of every address in the record. */
function readIpInfo(value: unknown): Map<string, number> {
	const asns = new Map<string, number>();
	const info = rowOf(value);
	for (const key of Object.keys(info)) {
		const asn = asnOf(rowOf(info[key])["asn"]);
		if (asn !== undefined && ipOf(key) !== undefined) asns.set(key, asn);
	}
	return asns;
}

/** The probe also tries addresses that only the helper found. */
function enterHelperAddresses(
	reading: Reading,
	control: Row,
	hostname: string,
): void {
	if (hostname === "") return;
	const lookup = { depth: 0, flow: undefined, end: undefined, bySystem: false };
	for (const addr of listOf(rowOf(control["dns"])["addrs"]).slice(0, 200)) {
		const ip = ipOf(addr);
		if (ip !== undefined && reading.book.originOf(ip) === "unknown")
			reading.book.enter(ip, hostname, lookup);
	}
}

/** 0.5 gives every step a flow; it also names its control request, which no other version does. */
function isFlowLayout(keys: Row): boolean {
	if (keys["x_control_request"] !== undefined || keys["x_doh"] !== undefined)
		return true;
	return ["queries", "tcp_connect", "requests"].some(
		(key) => flowOf(rowOf(listOf(keys[key])[0])) !== undefined,
	);
}

/** 0.4 and older follow one chain with addresses of the system resolver; only requests have a depth. */
function chainLayout(keys: Row): Layout {
	const count = listOf(keys["requests"]).length;
	return {
		depthOf: () => 0,
		requestDepths: Array.from({ length: count }, (_, i) => count - 1 - i),
		classicOf: () => true,
		byDepth: false,
	};
}

function flowLayout(keys: Row): Layout {
	const tagged = hasClassicTags(keys);
	const chain = hasDepthTags(keys) ? undefined : followChain(keys);
	return {
		depthOf: (tags, flow, hostname) =>
			tags.depth ??
			(flow === undefined ? undefined : chain?.byFlow.get(flow)) ??
			chain?.byHost.get(hostname) ??
			0,
		requestDepths: chain?.ofRequests,
		classicOf: tagged ? (tags) => tags.classic : classicByOrigin,
		byDepth: true,
	};
}

/** The first builds of 0.5 had no `classic` tag: the rows tell who found an address. */
function classicByOrigin(_tags: Tags, origin: Origin): boolean | undefined {
	return origin === "unknown" ? undefined : origin === "system";
}

function hasClassicTags(keys: Row): boolean {
	return someRow(keys, (tags) => tags.classic);
}

function hasDepthTags(keys: Row): boolean {
	return someRow(keys, (tags) => tags.depth !== undefined);
}

function someRow(keys: Row, test: (tags: Tags) => boolean): boolean {
	return ["queries", "tcp_connect", "requests"].some((key) =>
		listOf(keys[key]).some((row) => test(tagsOf(rowOf(row)))),
	);
}

interface Chain {
	readonly ofRequests: readonly number[];
	readonly byFlow: ReadonlyMap<number, number>;
	readonly byHost: ReadonlyMap<string, number>;
}

/** Depths out of the requests alone: several flows may ask for one URL, each new URL is one redirect further. */
function followChain(keys: Row): Chain {
	const rows = listOf(keys["requests"]);
	const byUrl = new Map<string, number>();
	const byFlow = new Map<number, number>();
	const byHost = new Map<string, number>();
	const ofRequests = new Array<number>(rows.length).fill(0);
	for (let index = rows.length - 1; index >= 0; index--) {
		const row = rowOf(rows[index]);
		const stated = rowOf(row["request"])["url"];
		const url = typeof stated === "string" ? stated : "";
		const depth = byUrl.get(url) ?? byUrl.size;
		byUrl.set(url, depth);
		ofRequests[index] = depth;
		const flow = flowOf(row);
		if (flow !== undefined) byFlow.set(flow, depth);
		const { host } = urlParts(url);
		if (!byHost.has(host)) byHost.set(host, depth);
	}
	return { ofRequests, byFlow, byHost };
}

/**
 * The oldest probes gave up without a row where something went wrong inside
 * them; then the failure stands only in `dns_experiment_failure` or
 * `http_experiment_failure`.
 */
function addUnlistedFailures(draft: Draft, keys: Row, input: UrlParts): void {
	const ofDns = failureOf(keys["dns_experiment_failure"]);
	const ofHttp = failureOf(keys["http_experiment_failure"]);
	const base = { vantage: "probe", role: "", depth: 0, classic: true } as const;
	if (ofDns !== undefined && listOf(keys["queries"]).length === 0)
		add(draft, {
			...base,
			position: draft.observations.length,
			layer: "dns",
			failure: ofDns,
			hostname: input.host,
			queryType: "",
			engine: "getaddrinfo",
			resolver: "",
			answers: [],
		});
	const isOfDns = ofDns !== undefined || ofHttp?.startsWith("dns_") === true;
	if (ofHttp !== undefined && !isOfDns && listOf(keys["requests"]).length === 0)
		add(draft, {
			...base,
			...NO_ANSWER,
			position: draft.observations.length,
			layer: "http",
			failure: ofHttp,
			hostname: input.host,
			method: "GET",
			url: textOf(draft.measurement.input, 2048),
		});
}
