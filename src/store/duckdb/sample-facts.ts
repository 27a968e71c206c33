/**
 * Made-up facts for tests and benchmarks: a seeded generator, so that the same
 * seed gives the same rows. Nothing in it comes from a real measurement.
 */
import { sha256Hex } from "../../base/index.ts";
import type { Certificate, Observation } from "../../model/index.ts";
import type { FactsRow } from "../store.ts";

export interface SampleOptions {
	readonly seed: number;
	readonly count: number;
	/** Days to spread over. */
	readonly days: readonly string[];
	readonly cc?: string;
	readonly hostnameCount?: number;
	/** One observation each, where only the measurements matter. */
	readonly short?: boolean;
}

/** A generator of numbers from 0 to 1: a linear congruence with the constants of Numerical Recipes. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}

const NETWORKS = [64496, 64497, 64498, 64499, 64500];

/** Rows as one archive file would give them, 15 observations each. */
export function sampleFacts(options: SampleOptions): readonly FactsRow[] {
	const random = seededRandom(options.seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	const fileHash = sha256Hex(`sample file ${options.seed}`);
	return Array.from({ length: options.count }, (_, index) => {
		const hostname = `www.site-${below(options.hostnameCount ?? 200)}.example`;
		const day = options.days[below(options.days.length)] ?? "2024-02-17";
		const time = `${pad(below(24))}:${pad(below(60))}:${pad(below(60))}`;
		const cc = options.cc ?? "PK";
		const asn = NETWORKS[below(NETWORKS.length)] ?? 0;
		return {
			header: {
				uid: `${day.replaceAll("-", "")}${time.replaceAll(":", "")}.${below(1e6)}_${cc}_web_${options.seed}x${index}`,
				reportId: `${day}_${asn}_${below(40)}`,
				testName: "web_connectivity",
				testVersion: "0.5.27",
				softwareName: "rasai-sample",
				softwareVersion: "1.0.0",
				engineVersion: "1.0.0",
				platform: "linux",
				networkType: "wifi",
				input: `https://${hostname}/`,
				probeCc: cc,
				probeAsn: asn,
				probeNetworkName: `Network ${asn}`,
				resolverAsn: asn,
				resolverIp: "192.0.2.53",
				resolverNetworkName: `Network ${asn}`,
				measuredAt: `${day}T${time}Z`,
				runtimeMs: below(20_000),
				probeSaid: "false",
			},
			observations: options.short
				? [sampleProgress(below)]
				: sampleObservations(hostname, below),
			problems: below(10) === 0 ? ["probe_asn: not an AS number"] : [],
			fileHash,
			member: "",
			line: index + 1,
			recordHash: sha256Hex(`record ${options.seed} ${index}`),
		};
	});
}

function pad(value: number): string {
	return String(value).padStart(2, "0");
}

function sampleObservations(
	hostname: string,
	below: (limit: number) => number,
): readonly Observation[] {
	const ips = [
		`198.51.100.${below(250)}`,
		`2001:db8::${below(60_000).toString(16)}`,
	];
	const answers = ips.map((ip) => ({ ip, asn: 64510 }));
	const failure = below(5) === 0 ? "connection_reset" : undefined;
	const observations: Observation[] = [];
	const base = (vantage: "probe" | "helper") => ({
		position: observations.length,
		vantage,
		role: "",
		depth: 0,
		flow: observations.length + 1,
		startMs: below(1e6) / 1000,
		durationMs: below(1e6) / 1000,
	});
	for (const engine of ["getaddrinfo", "udp", "doh"] as const)
		observations.push({
			...base("probe"),
			layer: "dns",
			hostname,
			queryType: "A",
			engine,
			resolver: engine === "udp" ? "192.0.2.8:53" : "",
			answers,
		});
	for (const vantage of ["probe", "helper"] as const)
		for (const ip of ips) {
			observations.push({
				...base(vantage),
				layer: "tcp",
				ip,
				port: 443,
				hostname,
			});
			const failed = vantage === "probe" ? failure : undefined;
			observations.push({
				...base(vantage),
				layer: "tls",
				ip,
				port: 443,
				hostname,
				serverName: hostname,
				verified: failed === undefined,
				failure: failed,
				tlsVersion: "TLSv1.3",
				cipherSuite: "TLS_AES_128_GCM_SHA256",
				alpn: "h2",
				certificates: [sampleCertificate(below(50)).sha256],
				readBytes: below(9000),
				readCount: below(12),
			});
		}
	for (const vantage of ["probe", "probe", "helper"] as const)
		observations.push({
			...base(vantage),
			layer: "http",
			hostname,
			ip: ips[0],
			port: 443,
			method: "GET",
			url: `https://${hostname}/`,
			statusCode: 200,
			bodyBytes: below(90_000),
			bodyHash: sha256Hex(hostname),
			title: "A page, “titled” \t with\u0000 marks",
			headerNames: ["cache-control", "content-type", "date", "server"],
			fingerprints: [],
			pageMarks: [],
		});
	observations.push({ ...sampleProgress(below), ...base("probe") });
	return observations;
}

function sampleProgress(below: (limit: number) => number): Observation {
	return {
		position: 0,
		vantage: "probe",
		role: "",
		depth: 0,
		layer: "app",
		name: "sample.progress",
		number: below(100),
	};
}

/** Certificate number `n`: not one that anything would accept. */
export function sampleCertificate(n: number): Certificate {
	const der = Buffer.from(`certificate ${n} `.repeat(60));
	return {
		sha256: sha256Hex(der),
		der,
		subject: `CN=site-${n}.example`,
		issuer: "CN=Sample CA",
		names: [`site-${n}.example`],
		notBeforeAt: `20${10 + (n % 15)}-0${1 + (n % 9)}-01T00:00:00Z`,
		notAfterAt: "2030-01-01T00:00:00Z",
		selfSigned: n % 7 === 0,
		problem: undefined,
	};
}
