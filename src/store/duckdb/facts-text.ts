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
	const layer = values[0] as Layer;
	switch (layer) {
		case "dns":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				hostname: at(values, 11),
				queryType: at(values, 12),
				engine: at(values, 13),
				resolver: at(values, 14),
				answers: at<readonly Values[]>(values, 15).map(answerOf),
				rcode: at(values, 16),
				duplicate: at(values, 17),
			};
		case "tcp":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				ip: at(values, 11),
				port: at(values, 12),
				hostname: at(values, 13),
			};
		case "tls":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				ip: at(values, 11),
				port: at(values, 12),
				hostname: at(values, 13),
				serverName: at(values, 14),
				verified: at(values, 15),
				certificates: at(values, 16),
				tlsVersion: at(values, 17),
				cipherSuite: at(values, 18),
				alpn: at(values, 19),
				leaf: leafOf(at(values, 20)),
				lastOperation: at(values, 21),
				readBytes: at(values, 22),
				readCount: at(values, 23),
				writtenBytes: at(values, 24),
				writeCount: at(values, 25),
				longestGapMs: at(values, 26),
				readSpanMs: at(values, 27),
				ech: at(values, 28),
				outerServerName: at(values, 29),
			};
		case "http":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				hostname: at(values, 11),
				method: at(values, 12),
				url: at(values, 13),
				headerNames: at(values, 14),
				fingerprints: at(values, 15),
				pageMarks: at(values, 16),
				statusCode: at(values, 17),
				bodyBytes: at(values, 18),
				bodyHash: at(values, 19),
				title: at(values, 20),
				location: at(values, 21),
				server: at(values, 22),
				ip: at(values, 23),
				port: at(values, 24),
				alpn: at(values, 25),
				readBytes: at(values, 26),
				readCount: at(values, 27),
				writtenBytes: at(values, 28),
				writeCount: at(values, 29),
				longestGapMs: at(values, 30),
				readSpanMs: at(values, 31),
				bodyTruncated: at(values, 32),
			};
		case "quic":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				ip: at(values, 11),
				port: at(values, 12),
				hostname: at(values, 13),
				serverName: at(values, 14),
				certificates: at(values, 15),
			};
		case "app":
			return {
				layer,
				position: at(values, 1),
				vantage: at(values, 2),
				role: at(values, 3),
				depth: at(values, 4),
				failure: at(values, 5),
				startMs: at(values, 6),
				durationMs: at(values, 7),
				flow: at(values, 8),
				classic: at(values, 9),
				fetchBody: at(values, 10),
				name: at(values, 11),
				number: at(values, 12),
				text: at(values, 13),
			};
	}
}

/** A value by its place; undefined for null and past the end. */
function at<Value>(values: Values, index: number): Value {
	return (
		index < values.length ? (values[index] ?? undefined) : undefined
	) as Value;
}

function answerOf(values: Values): DnsAnswer {
	return { ip: at(values, 0), asn: at(values, 1), cname: at(values, 2) };
}

function leafOf(values: Values | undefined): LeafCertificate | undefined {
	if (values === undefined) return undefined;
	return {
		matchesName: at(values, 0),
		selfSigned: at(values, 1),
		issuer: at(values, 2),
		notBeforeAt: at(values, 3),
		notAfterAt: at(values, 4),
	};
}
