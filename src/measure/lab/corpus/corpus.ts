/**
 * Records for benchmarks: OONI's format, its escapes, its proportions of
 * tests, in a stated mix of sizes. The mixes have the means of the file mixes
 * that the stated ratios of other importers were measured on.
 */
import { EMULATED_CC } from "../../../model/index.ts";
import { createRandom } from "../random.ts";
import { runSignal, runTelegram, runWhatsapp } from "../story/apps.ts";
import { NETWORKS, PUBLIC_RESOLVER } from "../story/cast.ts";
import { type Flow, type Hop, writeFlows } from "../story/flows.ts";
import { makePlot, STORY_SINCE } from "../story/plot.ts";
import { runPsiphon, runTor, runVanillaTor } from "../story/tunnels.ts";
import type { Visitor } from "../story/visit.ts";
import {
	makeChain,
	makeHeaders,
	plainEvents,
	rawResponse,
	resolverEvents,
} from "./dress.ts";
import { makeStyle, type SiteStyle, writePage } from "./html.ts";

/** Mean bytes of a record. */
export type CorpusMix = "13kB" | "36kB" | "275kB";

export interface CorpusOptions {
	readonly seed: string;
	readonly mix: CorpusMix;
	readonly count: number;
}

interface MixShape {
	/** Share of web_connectivity; the rest are messaging and circumvention tests. */
	readonly web: number;
	/** Log-normal size of a page: median bytes and the deviation of its logarithm. */
	readonly medianBytes: number;
	readonly deviation: number;
}

export const CORPUS_MIXES: Readonly<Record<CorpusMix, MixShape>> = {
	"13kB": { web: 0.8, medianBytes: 250, deviation: 1.2 },
	"36kB": { web: 0.85, medianBytes: 8000, deviation: 1.5 },
	"275kB": { web: 1, medianBytes: 200_000, deviation: 0.75 },
};

/** OONI's probes cut bodies here. */
const MAX_BODY_BYTES = 524_288;
const SITE_COUNT = 120;
const DAY_SECONDS = 86_400;

interface CorpusSite {
	readonly host: string;
	readonly style: SiteStyle;
	readonly addresses: readonly string[];
	readonly certificates: readonly string[];
	/** Some addresses give a picture, written as base64. */
	readonly binary: boolean;
}

/** `count` lines of JSON, without line ends, escaped as Go's encoder does. */
export function* emulateCorpus(options: CorpusOptions): Generator<string> {
	const root = createRandom(`${options.seed}/corpus/${options.mix}`);
	const shape = CORPUS_MIXES[options.mix];
	const plot = makePlot(options.seed, STORY_SINCE, 20);
	const sites = Array.from({ length: SITE_COUNT }, (_, i) =>
		makeSite(options.seed, i),
	);
	for (let index = 0; index < options.count; index++) {
		const random = root.fork(String(index));
		const network = random.pick(NETWORKS);
		const atMs =
			plot.sinceMs + Math.floor((index / options.count) * DAY_SECONDS) * 1000;
		const visitor: Visitor = {
			network,
			softwareVersion: "3.20.0",
			plot,
			atMs,
			random,
		};
		const record = random.chance(shape.web)
			? webRecord(visitor, random.pick(sites), shape)
			: otherRecord(visitor);
		yield escapeAsGo(JSON.stringify(envelope(visitor, record, index)));
	}
}

interface CorpusRecord {
	readonly testName: string;
	readonly testVersion: string;
	readonly input: string | null;
	readonly testKeys: Readonly<Record<string, unknown>>;
	readonly runtime: number;
}

function makeSite(seed: string, index: number): CorpusSite {
	const random = createRandom(`${seed}/site/${index}`);
	const host = `www.site${index}.example`;
	const script =
		index % 10 === 7 ? "cyrillic" : index % 10 === 3 ? "arabic" : "latin";
	return {
		host,
		style: makeStyle(host, script, random),
		addresses: Array.from(
			{ length: random.chance(0.7) ? 1 : 2 },
			() => `198.51.100.${1 + random.int(250)}`,
		),
		certificates: makeChain(`site${index}.example`, random),
		binary: index % 20 === 11,
	};
}

function webRecord(
	visitor: Visitor,
	site: CorpusSite,
	shape: MixShape,
): CorpusRecord {
	const { random } = visitor;
	const bytes = Math.min(
		MAX_BODY_BYTES,
		Math.round(shape.medianBytes * Math.exp(random.normal() * shape.deviation)),
	);
	const body = site.binary
		? random.hex(Math.min(bytes, 40_000))
		: writePage(site.style, bytes, random);
	const hop = webHop(visitor, site, body);
	const lists = writeFlows([hop], random, true);
	const url = `https://${site.host}/`;
	return {
		testName: "web_connectivity",
		testVersion: "0.5.28",
		input: url,
		runtime: lists.runtime,
		testKeys: {
			agent: "redirect",
			client_resolver: visitor.network.resolverIp,
			network_events: lists.networkEvents,
			queries: lists.queries.map((query) => ({
				...query,
				...(query["engine"] === "udp"
					? { raw_response: rawResponse(random) }
					: {}),
			})),
			x_doh: random.chance(0.15) ? resolverEvents(random) : null,
			x_do53: null,
			requests: site.binary ? lists.requests.map(asBinary) : lists.requests,
			tcp_connect: lists.tcpConnect,
			tls_handshakes: lists.tlsHandshakes,
			control: {
				tcp_connect: Object.fromEntries(
					site.addresses.map((ip) => [
						`${ip}:443`,
						{ status: true, failure: null },
					]),
				),
				tls_handshake: Object.fromEntries(
					site.addresses.map((ip) => [
						`${ip}:443`,
						{ server_name: site.host, status: true, failure: null },
					]),
				),
				http_request: {
					body_length: Buffer.byteLength(body),
					failure: null,
					title: /<title>([^<]*)/.exec(body)?.[1] ?? "",
					headers: { "Content-Type": "text/html", Server: "emulated" },
					status_code: 200,
				},
				dns: { failure: null, addrs: site.addresses },
				ip_info: Object.fromEntries(
					site.addresses.map((ip) => [ip, { asn: 64508, flags: 11 }]),
				),
			},
			control_failure: null,
			blocking: false,
			accessible: true,
		},
	};
}

function webHop(visitor: Visitor, site: CorpusSite, body: string): Hop {
	const { random } = visitor;
	const fails = random.chance(0.06);
	const asns = site.addresses.map(() => 64508);
	return {
		lookups: (["getaddrinfo", "udp"] as const).map((engine) => ({
			engine,
			host: site.host,
			resolver: engine === "udp" ? `${PUBLIC_RESOLVER.ip}:53` : "",
			addresses: site.addresses,
			asns,
			failure: null,
		})),
		flows: site.addresses.map(
			(ip, i): Flow => ({
				host: site.host,
				url: `https://${site.host}/`,
				ip,
				port: 443,
				method: "GET",
				classic: true,
				mayFetch: true,
				fetches: i === 0,
				tcpFailure: null,
				tls: {
					failure: fails ? "connection_reset" : null,
					certificates: fails ? [] : site.certificates,
				},
				httpFailure: null,
				answer: {
					status: 200,
					body,
					headers: makeHeaders(random),
				},
			}),
		),
	};
}

function asBinary(
	request: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const response = request["response"] as Readonly<Record<string, unknown>>;
	return {
		...request,
		response: {
			...response,
			body: {
				format: "base64",
				data: Buffer.from(String(response["body"]), "hex").toString("base64"),
			},
		},
	};
}

function otherRecord(visitor: Visitor): CorpusRecord {
	const kinds = [
		["whatsapp", "0.11.0", runWhatsapp, 2],
		["telegram", "0.3.1", runTelegram, 2],
		["signal", "0.2.5", runSignal, 2],
		["tor", "0.4.0", runTor, 2],
		["psiphon", "0.6.0", runPsiphon, 2],
		["vanilla_tor", "0.3.0", runVanillaTor, 2],
	] as const;
	let roll = visitor.random.next() * 12;
	const [testName, testVersion, run] =
		kinds.find(([, , , weight]) => {
			roll -= weight;
			return roll < 0;
		}) ?? kinds[0];
	const { testKeys, runtime } = run(visitor);
	const handshakes = testKeys["tls_handshakes"];
	return {
		testName,
		testVersion,
		input: null,
		runtime,
		testKeys: !Array.isArray(handshakes)
			? testKeys
			: {
					...testKeys,
					network_events: plainEvents(70, visitor.random),
					tls_handshakes: handshakes.map((handshake) => ({
						...handshake,
						peer_certificates: makeChainOf(handshake["server_name"]).map(
							(data) => ({ data, format: "base64" }),
						),
					})),
				},
	};
}

const chains = new Map<string, readonly string[]>();

/** Signing costs milliseconds and gives the same each time. */
function makeChainOf(host: string): readonly string[] {
	const chain = chains.get(host) ?? makeChain(host, createRandom(host));
	chains.set(host, chain);
	return chain;
}

function envelope(
	{ network, atMs, random, softwareVersion }: Visitor,
	record: CorpusRecord,
	index: number,
): Readonly<Record<string, unknown>> {
	const at = new Date(atMs).toISOString().slice(0, 19);
	const slug = record.testName.replaceAll("_", "");
	return {
		annotations: {
			emulated: "true",
			engine_name: "rasai-emulator",
			engine_version: softwareVersion,
			network_type: "wifi",
			platform: random.pick(["android", "ios", "linux", "windows"]),
		},
		data_format_version: "0.2.0",
		input: record.input,
		measurement_start_time: at.replace("T", " "),
		measurement_uid: `${at.replace(/\D/g, "")}.${String(index).padStart(6, "0")}_${EMULATED_CC}_${slug}_${random.hex(16)}`,
		probe_asn: `AS${network.asn}`,
		probe_cc: EMULATED_CC,
		probe_ip: "127.0.0.1",
		probe_network_name: network.name,
		report_id: `${at.replace(/[-:]/g, "")}Z_${slug}_${EMULATED_CC}_${network.asn}_n1_${random.hex(16)}`,
		resolver_asn: `AS${network.asn}`,
		resolver_ip: network.resolverIp,
		resolver_network_name: network.name,
		software_name: "rasai-emulator",
		software_version: softwareVersion,
		test_keys: record.testKeys,
		test_name: record.testName,
		test_runtime: record.runtime,
		test_start_time: at.replace("T", " "),
		test_version: record.testVersion,
	};
}

/** Go's encoder writes these three characters as escapes, so that JSON may stand inside HTML. */
function escapeAsGo(json: string): string {
	return json.replace(/[<>&]/g, (char) =>
		char === "<" ? "\\u003c" : char === ">" ? "\\u003e" : "\\u0026",
	);
}
