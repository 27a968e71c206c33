/**
 * Observations: one timestamped fact about one endpoint (P1). They say what
 * happened and never what it means. `vantage` tells who saw it: the probe, or
 * the helper that looked at the same target from elsewhere.
 */

export type Vantage = "probe" | "helper";

/**
 * The role of what a probe did beside the visit to find out why it failed: it
 * says nothing of the target by itself, and is compared with what did.
 */
export const CONTRAST_ROLE = "contrast";

interface ObservationBase {
	/** Order within the measurement, from 0; the key of the row together with the uid. */
	readonly position: number;
	readonly vantage: Vantage;
	/** What part of a service the test was after: `chat`, `registration`, `dc2:443`; empty for web tests. */
	readonly role: string;
	/** Redirects followed before this (0 for the input itself). */
	readonly depth: number;
	/** OONI's transaction id: facts of one flow share it. Undefined where the data has none. */
	readonly flow?: number | undefined;
	/** OONI's failure string, unchanged. Undefined means success. */
	readonly failure?: string | undefined;
	/** Milliseconds since the measurement began. */
	readonly startMs?: number | undefined;
	readonly durationMs?: number | undefined;
	/** The address came from the system resolver (OONI's `classic` tag). Undefined where the data does not say. */
	readonly classic?: boolean | undefined;
	/** The flow may fetch the page (OONI's `fetch_body` tag). False: it only tries whether the address serves the name, which a site without HTTPS need not. Undefined where the data does not say. */
	readonly fetchBody?: boolean | undefined;
}

export interface DnsAnswer {
	/** IPv4 or IPv6 address; undefined for a CNAME. */
	readonly ip?: string | undefined;
	readonly cname?: string | undefined;
	/** AS of the address as the data states it; 0 and undefined mean unknown. */
	readonly asn?: number | undefined;
}

/** Engines of a look-up, normalised: `getaddrinfo` is the system resolver whatever the probe called it. */
export type DnsEngine =
	| "getaddrinfo"
	| "udp"
	| "tcp"
	| "dot"
	| "doh"
	| "unknown";

export interface DnsObservation extends ObservationBase {
	readonly layer: "dns";
	readonly hostname: string;
	/** `A`, `AAAA`, `ANY`, `HTTPS`… */
	readonly queryType: string;
	readonly engine: DnsEngine;
	/** Resolver asked: address with port or DoH URL; empty for the system resolver. */
	readonly resolver: string;
	readonly answers: readonly DnsAnswer[];
	readonly rcode?: number | undefined;
	/** A late or second answer to a query that already had one (`x_dns_duplicate_responses`). */
	readonly duplicate?: boolean | undefined;
}

export interface TcpObservation extends ObservationBase {
	readonly layer: "tcp";
	readonly ip: string;
	readonly port: number;
	/** Name whose look-up gave the address, where known. */
	readonly hostname?: string | undefined;
}

/** What was read from a connection: the raw matter for throttling. */
export interface Volume {
	readonly readBytes?: number | undefined;
	readonly readCount?: number | undefined;
	readonly writtenBytes?: number | undefined;
	readonly writeCount?: number | undefined;
	/** Longest silence between two reads, in milliseconds. */
	readonly longestGapMs?: number | undefined;
	/** From the first to the last read, in milliseconds. */
	readonly readSpanMs?: number | undefined;
}

/** The part of a leaf certificate that a judgement may need, beside the hash that names the whole. */
export interface LeafCertificate {
	/** The certificate is good for the name asked for (RFC 6125 matching). */
	readonly matchesName: boolean;
	readonly selfSigned: boolean;
	/** Issuer's common name, else its organisation; empty where it has neither. */
	readonly issuer: string;
	readonly notBeforeAt: string;
	readonly notAfterAt: string;
}

export interface TlsObservation extends ObservationBase, Volume {
	readonly layer: "tls";
	readonly ip: string;
	readonly port: number;
	readonly hostname?: string | undefined;
	/** SNI sent; empty where none was. */
	readonly serverName: string;
	/** Outer SNI where ECH was used. */
	readonly outerServerName?: string | undefined;
	/** `real`, `grease` or undefined (no ECH). */
	readonly ech?: "real" | "grease" | undefined;
	/** Whether the certificate was verified. */
	readonly verified: boolean;
	readonly tlsVersion?: string | undefined;
	readonly cipherSuite?: string | undefined;
	readonly alpn?: string | undefined;
	/** SHA-256 of each DER certificate presented, leaf first. */
	readonly certificates: readonly string[];
	/** What the leaf certificate says, where one was presented. */
	readonly leaf?: LeafCertificate | undefined;
	/** Last network operation of the handshake, like `read_3` or `write_1`: whether anything came back at all. */
	readonly lastOperation?: string | undefined;
}

export interface HttpObservation extends ObservationBase, Volume {
	readonly layer: "http";
	readonly hostname: string;
	readonly ip?: string | undefined;
	readonly port?: number | undefined;
	readonly method: string;
	readonly url: string;
	readonly alpn?: string | undefined;
	readonly statusCode?: number | undefined;
	/** Body bytes after decoding; undefined where no response came. */
	readonly bodyBytes?: number | undefined;
	readonly bodyTruncated?: boolean | undefined;
	/** SHA-256 of the body as archived; undefined where there was none. */
	readonly bodyHash?: string | undefined;
	/** First `<title>`, white space folded, at most 512 characters. */
	readonly title?: string | undefined;
	/** Response header names, lower case, sorted, without repeats. */
	readonly headerNames: readonly string[];
	readonly location?: string | undefined;
	readonly server?: string | undefined;
	/** Names of fingerprints matched on body, headers or title while the body was in hand, sorted. */
	readonly fingerprints: readonly string[];
	/** Marks of a challenge page, a geoblock or a refusal by the site's own front, sorted: names of `judge/observations` page marks. */
	readonly pageMarks: readonly string[];
}

export interface QuicObservation extends ObservationBase {
	readonly layer: "quic";
	readonly ip: string;
	readonly port: number;
	readonly hostname?: string | undefined;
	readonly serverName: string;
	readonly certificates: readonly string[];
}

/**
 * What an application test saw beyond the layers: Tor's bootstrap progress,
 * an OpenVPN handshake, a speed. `name` is a stable term, listed in docs/ontology.md.
 */
export interface AppObservation extends ObservationBase {
	readonly layer: "app";
	readonly name: string;
	readonly number?: number | undefined;
	readonly text?: string | undefined;
}

export type Observation =
	| DnsObservation
	| TcpObservation
	| TlsObservation
	| HttpObservation
	| QuicObservation
	| AppObservation;

/** A certificate, kept once, by content. */
export interface Certificate {
	/** SHA-256 of the DER bytes. */
	readonly sha256: string;
	readonly der: Uint8Array;
	readonly subject: string;
	readonly issuer: string;
	/** DNS names and addresses of the subjectAltName. */
	readonly names: readonly string[];
	readonly notBeforeAt: string;
	readonly notAfterAt: string;
	readonly selfSigned: boolean;
	/** Why it could not be read; the fields above are then empty. */
	readonly problem?: string | undefined;
}
