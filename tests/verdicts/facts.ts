/** Short ways to write the facts of a measurement in tests. Hosts and addresses are invented. */

import {
	buildValidity,
	type JudgeContext,
	judgeMeasurement,
} from "../../src/judge/verdicts/index.ts";
import type {
	AppObservation,
	DnsObservation,
	HttpObservation,
	MeasurementHeader,
	Observation,
	TcpObservation,
	TlsObservation,
	Verdict,
} from "../../src/model/index.ts";
import {
	emptyAsn,
	emptyFingerprints,
	parseServices,
	snapshotOf,
} from "../../src/reference/index.ts";

/** Public addresses for tests that must look like the internet; nothing is ever sent to them. */
export const SITE = "45.90.1.1";
export const SITE_TWO = "45.90.1.2";
export const STRANGER = "91.200.7.7";

export const context: JudgeContext = {
	reference: snapshotOf({
		fingerprints: emptyFingerprints,
		services: parseServices({ services: [] }),
		asn: emptyAsn,
	}),
	validity: buildValidity(),
};

export function header(
	overrides: Partial<MeasurementHeader> = {},
): MeasurementHeader {
	return {
		uid: "20260101000000.000000_AA_test_0123456789abcdef",
		reportId: "r1",
		testName: "web_connectivity",
		testVersion: "0.5.28",
		softwareName: "ooniprobe",
		softwareVersion: "3.22.0",
		engineVersion: "3.22.0",
		platform: "linux",
		networkType: "wifi",
		input: "https://news.example.org/",
		probeCc: "PK",
		probeAsn: 64500,
		probeNetworkName: "Example Networks",
		resolverAsn: 64500,
		resolverIp: "45.90.1.53",
		resolverNetworkName: "Example Networks",
		measuredAt: "2026-01-01T00:00:00Z",
		runtimeMs: 1000,
		probeSaid: "",
		...overrides,
	};
}

const base = { position: 0, vantage: "probe", role: "", depth: 0 } as const;

export function dns(
	ips: readonly string[],
	overrides: Partial<DnsObservation> = {},
): DnsObservation {
	return {
		...base,
		layer: "dns",
		hostname: "news.example.org",
		queryType: "ANY",
		engine: "getaddrinfo",
		resolver: "",
		answers: ips.map((ip) => ({ ip })),
		...overrides,
	};
}

export function tcp(
	ip: string,
	failure?: string,
	overrides: Partial<TcpObservation> = {},
): TcpObservation {
	return { ...base, layer: "tcp", ip, port: 443, failure, ...overrides };
}

export function tls(
	ip: string,
	failure?: string,
	overrides: Partial<TlsObservation> = {},
): TlsObservation {
	return {
		...base,
		layer: "tls",
		ip,
		port: 443,
		hostname: "news.example.org",
		serverName: "news.example.org",
		verified: true,
		certificates: [],
		failure,
		...overrides,
	};
}

export function http(
	overrides: Partial<HttpObservation> = {},
): HttpObservation {
	const failed = overrides.failure !== undefined;
	return {
		...base,
		layer: "http",
		hostname: "news.example.org",
		method: "GET",
		url: "https://news.example.org/",
		statusCode: failed ? undefined : 200,
		bodyBytes: failed ? undefined : 20000,
		title: failed ? undefined : "Evening news of the region",
		headerNames: failed ? [] : ["content-type", "x-newsroom"],
		fingerprints: [],
		pageMarks: [],
		...overrides,
	};
}

export function app(
	name: string,
	overrides: Partial<AppObservation> = {},
): AppObservation {
	return { ...base, layer: "app", name, ...overrides };
}

/** The helper's view: it resolved to `ips`, connected, shook hands and loaded the page, but for what is overridden. */
export function helper(
	ips: readonly string[] = [SITE],
	page: Partial<HttpObservation> = {},
): readonly Observation[] {
	return [
		app("control", { vantage: "helper" }),
		dns(ips, { vantage: "helper", engine: "doh" }),
		...ips.map((ip) => tcp(ip, undefined, { vantage: "helper" })),
		...ips.map((ip) => tls(ip, undefined, { vantage: "helper" })),
		http({ vantage: "helper", ...page }),
	];
}

/** Numbers the facts and judges them. */
export function judge(
	observations: readonly Observation[],
	overrides: Partial<MeasurementHeader> = {},
	judgeContext: JudgeContext = context,
): Verdict {
	return judgeMeasurement(
		{
			header: header(overrides),
			observations: observations.map((seen, position) => ({
				...seen,
				position,
			})),
		},
		judgeContext,
	);
}
