/** One fact of a measurement in a sentence, for readers who do not read OONI's failure strings. */
import {
	type FailureFamily,
	failureFamily,
	type Observation,
} from "../../model/index.ts";
import { cutText, formatCount, listOf } from "./words.ts";

const FAILURE_WORDS: Readonly<Record<FailureFamily, string>> = {
	timeout: "no answer came in time",
	reset: "the connection was reset",
	refused: "the connection was refused",
	eof: "the connection was closed before an answer came",
	unreachable: "the address could not be reached",
	aborted: "the connection was aborted",
	dns_nxdomain: "the resolver said that the name does not exist",
	dns_refused: "the resolver refused to answer",
	dns_servfail: "the resolver reported a failure",
	dns_no_answer: "the answer was empty",
	dns_bogon: "the answer was an address that cannot be on the internet",
	dns_other: "the look-up failed",
	tls_certificate: "the certificate was not accepted",
	tls_handshake: "the handshake failed",
	http_protocol: "the exchange broke the rules of HTTP",
	local: "the device itself could not do it",
	interrupted: "it was interrupted",
	probe_fault: "the probe's own program failed",
	other: "it failed",
};

const ENGINE_WORDS = {
	getaddrinfo: "the system's resolver",
	udp: "a resolver over UDP",
	tcp: "a resolver over TCP",
	dot: "a resolver over TLS",
	doh: "a resolver over HTTPS",
	unknown: "a resolver",
} as const;

const MOST_ANSWERS = 6;

/** What was done: `looked up x.com (A) with the system's resolver`. */
export function factSubject(fact: Observation): string {
	switch (fact.layer) {
		case "dns": {
			const asked = fact.resolver === "" ? "" : ` ${fact.resolver}`;
			return `looked up ${fact.hostname} (${fact.queryType}) with ${ENGINE_WORDS[fact.engine]}${asked}`;
		}
		case "tcp":
			return `connected to ${endpoint(fact.ip, fact.port)}${fact.hostname === undefined ? "" : ` for ${fact.hostname}`}`;
		case "tls":
			return `began TLS with ${endpoint(fact.ip, fact.port)}, naming ${fact.serverName || "no server"}`;
		case "quic":
			return `began QUIC with ${endpoint(fact.ip, fact.port)}, naming ${fact.serverName || "no server"}`;
		case "http":
			return `asked for ${cutText(fact.url, 160)} (${fact.method})`;
		case "app":
			return fact.name.replaceAll("_", " ");
		default:
			return fact satisfies never;
	}
}

/** What came of it: `the connection was reset`, `198.51.100.4 (AS64508)`. */
export function factOutcome(fact: Observation): string {
	if (fact.failure !== undefined)
		return FAILURE_WORDS[failureFamily(fact.failure)];
	switch (fact.layer) {
		case "dns":
			return answers(fact.answers);
		case "tcp":
			return "connected";
		case "tls":
			return [
				fact.verified
					? "completed, and the certificate was accepted"
					: "completed; the certificate was not checked",
				...volume(fact.readBytes, fact.longestGapMs),
			].join("; ");
		case "quic":
			return "completed";
		case "http":
			return [
				fact.statusCode === undefined
					? "answered"
					: `answered with status ${fact.statusCode}`,
				...(fact.bodyBytes === undefined
					? []
					: [`${formatCount(fact.bodyBytes)} bytes`]),
				...(fact.title ? [`title “${cutText(fact.title, 120)}”`] : []),
				...(fact.location ? [`leads to ${cutText(fact.location, 120)}`] : []),
				...(fact.fingerprints.length > 0
					? [`known page: ${listOf(fact.fingerprints)}`]
					: []),
				...(fact.pageMarks.length > 0
					? [`marks: ${listOf(fact.pageMarks)}`]
					: []),
			].join("; ");
		case "app":
			return (
				fact.text ?? (fact.number === undefined ? "yes" : `${fact.number}`)
			);
		default:
			return fact satisfies never;
	}
}

/** `in 84 ms`, or nothing where it is not known. */
export function factDuration({ durationMs }: Observation): string {
	return durationMs === undefined
		? ""
		: `in ${formatCount(Math.round(durationMs))} ms`;
}

function answers(
	given: readonly {
		readonly ip?: string | undefined;
		readonly cname?: string | undefined;
		readonly asn?: number | undefined;
	}[],
): string {
	if (given.length === 0) return "no answer";
	const shown = given
		.slice(0, MOST_ANSWERS)
		.map(
			({ ip, cname, asn }) =>
				`${ip ?? cname ?? "?"}${asn ? ` (AS${asn})` : ""}`,
		);
	const more = given.length - shown.length;
	return listOf(more > 0 ? [...shown, `${more} more`] : shown);
}

function volume(
	readBytes: number | undefined,
	longestGapMs: number | undefined,
): readonly string[] {
	return [
		...(readBytes === undefined
			? []
			: [`${formatCount(readBytes)} bytes read`]),
		...(longestGapMs === undefined || longestGapMs < 1000
			? []
			: [`longest silence ${formatCount(Math.round(longestGapMs))} ms`]),
	];
}

function endpoint(ip: string, port: number): string {
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}
