/** What a certificate says, read once out of its DER bytes. */
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { Certificate, LeafCertificate } from "../../model/index.ts";
import { readPlainCertificate } from "./certificate-der.ts";
import { cutText } from "./text.ts";

const MAX_NAMES = 5000;
const MAX_NAME = 1024;
/** A certificate with an RSA key of 8192 bits, signed by itself, and some names. */
const MAX_VERIFIED_BYTES = 3000;

export interface CertificateFacts extends Omit<Certificate, "sha256" | "der"> {
	/** Common name of the subject, matched only where there are no alternative names (RFC 6125 section 6.4.4). */
	readonly commonName: string;
	/** The issuer's common name, else its organisation. */
	readonly issuerName: string;
	readonly isReadable: boolean;
}

const UNREADABLE: CertificateFacts = {
	subject: "",
	issuer: "",
	names: [],
	notBeforeAt: "",
	notAfterAt: "",
	selfSigned: false,
	problem: "not an X.509 certificate",
	commonName: "",
	issuerName: "",
	isReadable: false,
};

/** Never throws: bytes that are no certificate give facts with a problem. */
export function decodeCertificate(der: Buffer): CertificateFacts {
	const plain = readPlainCertificate(der);
	// Whether a certificate is signed by itself only OpenSSL can tell.
	if (plain === undefined || plain.subject === plain.issuer)
		return decodeWithOpenssl(der);
	const { subject, issuer, dnsNames, addresses } = plain;
	return {
		...factsOfNames(subject, issuer),
		names: [
			...dnsNames.map((name) => clean(name).toLowerCase()),
			...addresses.map(compact),
		],
		notBeforeAt: plain.notBeforeAt,
		notAfterAt: plain.notAfterAt,
		selfSigned: false,
		problem: undefined,
		isReadable: true,
	};
}

/** Any certificate that OpenSSL can read. */
export function decodeWithOpenssl(der: Uint8Array): CertificateFacts {
	try {
		const x509 = new X509Certificate(der);
		// Node gives undefined for an empty name, which a certificate may have.
		const subject: string = x509.subject ?? "";
		const issuer: string = x509.issuer ?? "";
		const { names, all } = alternativeNames(x509.subjectAltName ?? "");
		return {
			...factsOfNames(subject, issuer),
			names,
			notBeforeAt: instantOf(x509.validFrom),
			notAfterAt: instantOf(x509.validTo),
			selfSigned: subject === issuer && isSignedByItself(x509),
			problem: all ? undefined : `more than ${MAX_NAMES} names, cut`,
			isReadable: true,
		};
	} catch {
		// OpenSSL's message tells no more, and differs between its versions.
		return UNREADABLE;
	}
}

function factsOfNames(subject: string, issuer: string) {
	return {
		subject: distinguishedName(subject),
		issuer: distinguishedName(issuer),
		commonName: attribute(subject, "CN").toLowerCase(),
		issuerName: attribute(issuer, "CN") || attribute(issuer, "O"),
	};
}

/** Checking a signature with a key as long as OpenSSL lets it be takes 10 ms: then the names must do. */
function isSignedByItself(x509: X509Certificate): boolean {
	return x509.raw.length > MAX_VERIFIED_BYTES || x509.verify(x509.publicKey);
}

/** The part that goes with a handshake for `name`; undefined where the certificate cannot be read. */
export function leafOf(
	facts: CertificateFacts,
	name: string,
): LeafCertificate | undefined {
	if (!facts.isReadable) return undefined;
	const candidates = facts.names.length > 0 ? facts.names : [facts.commonName];
	return {
		matchesName: name !== "" && candidates.some((c) => matches(c, name)),
		selfSigned: facts.selfSigned,
		issuer: facts.issuerName,
		notBeforeAt: facts.notBeforeAt,
		notAfterAt: facts.notAfterAt,
	};
}

/** RFC 6125: exact, or a wildcard as the whole leftmost label. Addresses only match exactly. */
function matches(candidate: string, name: string): boolean {
	if (candidate === name) return true;
	if (!candidate.startsWith("*.") || isIP(name) !== 0) return false;
	const dot = name.indexOf(".");
	return dot > 0 && name.slice(dot) === candidate.slice(1);
}

/** DNS names and addresses, lower case, out of Node's `DNS:a, DNS:b, IP Address:192.0.2.1`. */
function alternativeNames(text: string): {
	readonly names: readonly string[];
	readonly all: boolean;
} {
	const names: string[] = [];
	// An entry with a comma or quote in it is written as a JSON string.
	for (const match of text.matchAll(
		/(DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g,
	)) {
		if (names.length === MAX_NAMES) return { names, all: false };
		const name = clean((match[2] ?? "").replace(/^"|"$/g, "")).toLowerCase();
		if (name !== "") names.push(match[1] === "DNS" ? name : compact(name));
	}
	return { names, all: true };
}

/** Node writes IPv6 addresses with eight groups and no shortening. */
function compact(ip: string): string {
	return isIP(ip) === 6 ? new URL(`http://[${ip}]`).hostname.slice(1, -1) : ip;
}

/** `CN=a, O=b` out of Node's one attribute a line. */
function distinguishedName(lines: string): string {
	return clean(lines.replaceAll("\n", ", "));
}

function attribute(lines: string, type: string): string {
	const line = lines
		.split("\n")
		.find((candidate) => candidate.startsWith(`${type}=`));
	return clean(line?.slice(type.length + 1) ?? "");
}

function clean(text: string): string {
	return cutText(text.replace(/\p{Cc}/gu, ""), MAX_NAME);
}

/** `2024-02-17T18:47:00Z` out of `Feb 17 18:47:00 2024 GMT`; empty where it is no date. */
function instantOf(text: string): string {
	const date = new Date(text);
	return Number.isNaN(date.getTime())
		? ""
		: `${date.toISOString().replace(/\.\d+Z$/, "")}Z`;
}
