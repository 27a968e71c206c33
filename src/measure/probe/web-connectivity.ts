/** One URL measured, as a record in OONI's data format (web_connectivity 0.5). */
import { isRecord } from "../../model/index.ts";
import {
	createVisit,
	hostOf,
	PAGE_HEADERS,
	resolve,
	type Visit,
} from "./addresses.ts";
import { findCauses } from "./causes.ts";
import { conclude } from "./conclusions.ts";
import { askHelper, type Control, type ControlRequest } from "./control.ts";
import {
	envelope,
	type MeasurementRecord,
	type RunContext,
} from "./envelope.ts";
import { lookForQuic, lookForThrottling } from "./extras.ts";
import { scrubRecord } from "./scrub.ts";
import { createTrace, type Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";
import type { VantageReport } from "./vantage-check.ts";
import { follow } from "./visit.ts";

export interface WebOptions extends RunContext {
	/** Everything that web_connectivity 0.5 does; otherwise an ordinary visit. */
	readonly full: boolean;
	readonly useHelper: boolean;
	readonly useDoh: boolean;
	/** After a failure: try again, and find out what triggers it. */
	readonly findCauses: boolean;
	/** Fetch an object again and again under two names, to see whether one is slowed. */
	readonly compareSpeeds: boolean;
	readonly askQuic: boolean;
	/** What was found of this network before. */
	readonly vantageReport?: VantageReport | undefined;
}

const NO_CONTROL: Control = {
	helper: "",
	failure: "unknown_failure: the helper was switched off",
	response: {},
};

/** Measures one http or https URL. Never throws for what the network does. */
export async function runWebConnectivity(
	target: string,
	vantage: Vantage,
	options: WebOptions,
): Promise<MeasurementRecord> {
	const url = new URL(target);
	const trace = createTrace(options.nowMs, options.limits, options.signal);
	const visit = createVisit(trace, vantage, {
		...options,
		retry: options.findCauses,
	});
	const asked = askAbout(visit, url, options);
	const control = asked.then(({ answer }) => answer);
	await follow(visit, url, control.then(addressesOf));
	const { request, answer } = await asked;
	const causes =
		options.findCauses && worksElsewhere(answer)
			? await findCauses(visit)
			: undefined;
	const throttling = options.compareSpeeds
		? await lookForThrottling(visit, url)
		: undefined;
	const quic = options.askQuic
		? await lookForQuic(visit, url, answer.response)
		: undefined;
	await Promise.all(trace.lingering);
	const record = envelope(
		{
			testName: "web_connectivity",
			testVersion: "0.5.28",
			input: target,
			helper: answer.helper,
		},
		vantage,
		options,
		trace,
		{
			...commonKeys(trace),
			agent: "redirect",
			client_resolver: vantage.network.resolverIp,
			retries: null,
			socksproxy: null,
			x_rasai: {
				mode: options.full ? "full" : "quiet",
				refused_addresses: visit.refused.size,
				ech: "not available on this platform",
				...(causes === undefined ? {} : { causes }),
				...(throttling === undefined ? {} : { throttling }),
				...quic,
				...(options.vantageReport === undefined
					? {}
					: // The names of tunnels and of who intercepts may name the person's employer.
						{ vantage: { fault: options.vantageReport.fault ?? null } }),
			},
			x_control_request: request,
			control: answer.response,
			control_failure: answer.failure,
		},
	);
	const concluded = {
		...record,
		test_keys: {
			...record.test_keys,
			...conclude(record.test_keys, hostOf(url)),
		},
	};
	return scrubRecord(concluded, {
		cookies: visit.jar.secrets(),
		own: vantage.ownAddresses,
	});
}

/** The rows of a trace under the names of the data format. */
export function commonKeys(trace: Trace): Readonly<Record<string, unknown>> {
	return {
		queries: trace.queries,
		tcp_connect: trace.connects,
		tls_handshakes: trace.handshakes,
		requests: trace.requests,
		network_events: trace.events,
		x_dns_duplicate_responses: trace.duplicates,
	};
}

async function askAbout(
	visit: Visit,
	url: URL,
	options: WebOptions,
): Promise<{
	readonly request: ControlRequest | null;
	readonly answer: Control;
}> {
	if (!options.useHelper || visit.vantage.helpers.length === 0)
		return { request: null, answer: NO_CONTROL };
	const found = [...(await resolve(visit, url, 0)).keys()];
	const ports = url.port === "" ? [443, 80] : [Number(url.port)];
	const request: ControlRequest = {
		http_request: url.href,
		http_request_headers: Object.fromEntries(
			PAGE_HEADERS.map(([name, value]) => [name, [value]]),
		),
		tcp_connect: found.flatMap((ip) =>
			ports.map((port) =>
				ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`,
			),
		),
		x_quic_enabled: false,
	};
	const answer = await askHelper(visit.trace, visit.vantage, request);
	return { request, answer };
}

/** Nothing is looked into where the helper met a site that is down. */
function worksElsewhere({ response }: Control): boolean {
	const page = response["http_request"];
	return !isRecord(page) || typeof page["failure"] !== "string";
}

function addressesOf({ response }: Control): readonly string[] {
	const dns = response["dns"];
	const addrs = isRecord(dns) ? dns["addrs"] : undefined;
	return Array.isArray(addrs)
		? addrs.filter((one) => typeof one === "string")
		: [];
}
