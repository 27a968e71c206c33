/** One observation in one line, for people. */
import type { Observation } from "../model/index.ts";

const known = (...parts: readonly (string | false | undefined)[]): string =>
	parts
		.filter((part) => part !== undefined && part !== false && part !== "")
		.join(" ");

const address = (ip: string | undefined, port: number | undefined): string =>
	ip === undefined
		? ""
		: `${ip.includes(":") ? `[${ip}]` : ip}${port ? `:${port}` : ""}`;

/** What the fact is about, and what happened: `x.com A by udp 8.8.8.8:53: 10.0.0.1`. */
export function describeFact(fact: Observation): string {
	const outcome = fact.failure ?? outcomeOf(fact);
	return known(
		subjectOf(fact),
		fact.role && `(${fact.role})`,
		fact.depth > 0 && `after ${fact.depth} redirects`,
		`-> ${outcome}`,
		fact.durationMs !== undefined && `in ${Math.round(fact.durationMs)} ms`,
	);
}

function subjectOf(fact: Observation): string {
	switch (fact.layer) {
		case "dns":
			return known(
				fact.hostname,
				fact.queryType,
				`by ${fact.engine}`,
				fact.resolver,
			);
		case "tcp":
			return address(fact.ip, fact.port);
		case "tls":
		case "quic":
			return known(
				address(fact.ip, fact.port),
				`for ${fact.serverName || "no name"}`,
			);
		case "http":
			return known(fact.method, fact.url, address(fact.ip, fact.port));
		case "app":
			return fact.name;
	}
}

function outcomeOf(fact: Observation): string {
	switch (fact.layer) {
		case "dns":
			return (
				fact.answers
					.map(({ ip, cname, asn }) =>
						known(ip ?? cname, asn ? `(AS${asn})` : ""),
					)
					.join(", ") || "no answer"
			);
		case "tcp":
			return "connected";
		case "tls":
			return known(
				"handshake done",
				fact.tlsVersion,
				fact.verified ? "certificate verified" : "certificate not verified",
			);
		case "quic":
			return "handshake done";
		case "http":
			return known(
				fact.statusCode === undefined
					? "answered"
					: `status ${fact.statusCode}`,
				fact.bodyBytes !== undefined && `${fact.bodyBytes} bytes`,
				fact.title && `"${fact.title}"`,
				fact.fingerprints.length > 0 &&
					`fingerprints ${fact.fingerprints.join(", ")}`,
				fact.pageMarks.length > 0 && `marks ${fact.pageMarks.join(", ")}`,
			);
		case "app":
			return (
				known(
					fact.number === undefined ? undefined : String(fact.number),
					fact.text,
				) || "done"
			);
	}
}
