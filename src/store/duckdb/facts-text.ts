/**
 * The facts of a measurement as text: a JSON array with an array for each
 * observation, its values in the order of `fieldsOf`, null for those it lacks,
 * and none after the last it has. Names would be most of the text, and what
 * is read back has one shape for each layer, which judging is much faster on.
 */
import type {
	DnsAnswer,
	LeafCertificate,
	Observation,
} from "../../model/index.ts";
import { jsonText } from "./key-text.ts";

/** Fields of any observation, which stand first; then come those of its layer. */
const SHARED = [
	"layer",
	"position",
	"vantage",
	"role",
	"depth",
	"failure",
	"startMs",
	"durationMs",
	"flow",
	"classic",
	"fetchBody",
] as const;

/** Fields of each layer, those that are seldom known last. */
const OWN = {
	dns: [
		"hostname",
		"queryType",
		"engine",
		"resolver",
		"answers",
		"rcode",
		"duplicate",
	],
	tcp: ["ip", "port", "hostname"],
	tls: [
		"ip",
		"port",
		"hostname",
		"serverName",
		"verified",
		"certificates",
		"tlsVersion",
		"cipherSuite",
		"alpn",
		"leaf",
		"lastOperation",
		"readBytes",
		"readCount",
		"writtenBytes",
		"writeCount",
		"longestGapMs",
		"readSpanMs",
		"ech",
		"outerServerName",
	],
	http: [
		"hostname",
		"method",
		"url",
		"headerNames",
		"fingerprints",
		"pageMarks",
		"statusCode",
		"bodyBytes",
		"bodyHash",
		"title",
		"location",
		"server",
		"ip",
		"port",
		"alpn",
		"readBytes",
		"readCount",
		"writtenBytes",
		"writeCount",
		"longestGapMs",
		"readSpanMs",
		"bodyTruncated",
	],
	quic: ["ip", "port", "hostname", "serverName", "certificates"],
	app: ["name", "number", "text"],
} as const;

type Layer = Observation["layer"];

/** The names of an observation's values, in the order in which they are written. */
export function fieldsOf(layer: Layer): readonly string[] {
	return [...SHARED, ...OWN[layer]];
}

export const FACT_LAYERS = Object.keys(OWN) as readonly Layer[];

/** Facts as text. */
export function factsText(observations: readonly Observation[]): string {
	return jsonText(observations.map(valuesOf));
}

/** Throws SyntaxError on what is no such text. */
export function readFactsText(text: string): readonly Observation[] {
	return (JSON.parse(text) as readonly Values[]).map(observationOf);
}

/** Values as JSON gives them: null for none. */
type Values = readonly unknown[];

function valuesOf(seen: Observation): Values {
	const values: unknown[] = [
		seen.layer,
		seen.position,
		seen.vantage,
		seen.role,
		seen.depth,
		seen.failure,
		seen.startMs,
		seen.durationMs,
		seen.flow,
		seen.classic,
		seen.fetchBody,
	];
	switch (seen.layer) {
		case "dns":
			values.push(
				seen.hostname,
				seen.queryType,
				seen.engine,
				seen.resolver,
				seen.answers.map(answerValues),
				seen.rcode,
				seen.duplicate,
			);
			break;
		case "tcp":
			values.push(seen.ip, seen.port, seen.hostname);
			break;
		case "tls":
			values.push(
				seen.ip,
				seen.port,
				seen.hostname,
				seen.serverName,
				seen.verified,
				seen.certificates,
				seen.tlsVersion,
				seen.cipherSuite,
				seen.alpn,
				seen.leaf && leafValues(seen.leaf),
				seen.lastOperation,
				seen.readBytes,
				seen.readCount,
				seen.writtenBytes,
				seen.writeCount,
				seen.longestGapMs,
				seen.readSpanMs,
				seen.ech,
				seen.outerServerName,
			);
			break;
		case "http":
			values.push(
				seen.hostname,
				seen.method,
				seen.url,
				seen.headerNames,
				seen.fingerprints,
				seen.pageMarks,
				seen.statusCode,
				seen.bodyBytes,
				seen.bodyHash,
				seen.title,
				seen.location,
				seen.server,
				seen.ip,
				seen.port,
				seen.alpn,
				seen.readBytes,
				seen.readCount,
				seen.writtenBytes,
				seen.writeCount,
				seen.longestGapMs,
				seen.readSpanMs,
				seen.bodyTruncated,
			);
			break;
		case "quic":
			values.push(
				seen.ip,
				seen.port,
				seen.hostname,
				seen.serverName,
				seen.certificates,
			);
			break;
		case "app":
			values.push(seen.name, seen.number, seen.text);
			break;
	}
	while (values[values.length - 1] === undefined) values.pop();
	return values;
}

function answerValues({ ip, asn, cname }: DnsAnswer): Values {
	if (cname !== undefined) return [ip, asn, cname];
	return asn === undefined ? [ip] : [ip, asn];
}

function leafValues(leaf: LeafCertificate): Values {
	return [
		leaf.matchesName,
		leaf.selfSigned,
		leaf.issuer,
		leaf.notBeforeAt,
		leaf.notAfterAt,
	];
}

/**
 * What was written, every field there, undefined where it has no value. The
 * text is the store's own: its values are of the types they were. Each layer is
 * written out, since objects of one shape are made and read fastest that way.
 */
function observationOf(values: Values): Observation {
	const at = <Value>(index: number): Value =>
		(values[index] ?? undefined) as Value;
	const layer = values[0] as Layer;
	switch (layer) {
		case "dns":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				hostname: at(11),
				queryType: at(12),
				engine: at(13),
				resolver: at(14),
				answers: at<readonly Values[]>(15).map(answerOf),
				rcode: at(16),
				duplicate: at(17),
			};
		case "tcp":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				ip: at(11),
				port: at(12),
				hostname: at(13),
			};
		case "tls":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				ip: at(11),
				port: at(12),
				hostname: at(13),
				serverName: at(14),
				verified: at(15),
				certificates: at(16),
				tlsVersion: at(17),
				cipherSuite: at(18),
				alpn: at(19),
				leaf: leafOf(at(20)),
				lastOperation: at(21),
				readBytes: at(22),
				readCount: at(23),
				writtenBytes: at(24),
				writeCount: at(25),
				longestGapMs: at(26),
				readSpanMs: at(27),
				ech: at(28),
				outerServerName: at(29),
			};
		case "http":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				hostname: at(11),
				method: at(12),
				url: at(13),
				headerNames: at(14),
				fingerprints: at(15),
				pageMarks: at(16),
				statusCode: at(17),
				bodyBytes: at(18),
				bodyHash: at(19),
				title: at(20),
				location: at(21),
				server: at(22),
				ip: at(23),
				port: at(24),
				alpn: at(25),
				readBytes: at(26),
				readCount: at(27),
				writtenBytes: at(28),
				writeCount: at(29),
				longestGapMs: at(30),
				readSpanMs: at(31),
				bodyTruncated: at(32),
			};
		case "quic":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				ip: at(11),
				port: at(12),
				hostname: at(13),
				serverName: at(14),
				certificates: at(15),
			};
		case "app":
			return {
				layer,
				position: at(1),
				vantage: at(2),
				role: at(3),
				depth: at(4),
				failure: at(5),
				startMs: at(6),
				durationMs: at(7),
				flow: at(8),
				classic: at(9),
				fetchBody: at(10),
				name: at(11),
				number: at(12),
				text: at(13),
			};
	}
}

function answerOf([ip, asn, cname]: Values): DnsAnswer {
	return {
		ip: (ip ?? undefined) as string | undefined,
		asn: (asn ?? undefined) as number | undefined,
		cname: (cname ?? undefined) as string | undefined,
	};
}

function leafOf(values: Values | undefined): LeafCertificate | undefined {
	if (values === undefined) return undefined;
	const [matchesName, selfSigned, issuer, notBeforeAt, notAfterAt] = values;
	return {
		matchesName,
		selfSigned,
		issuer,
		notBeforeAt,
		notAfterAt,
	} as LeafCertificate;
}
