/**
 * One TLS handshake: verified in full, but finished even where the
 * certificate is bad, so that the whole chain is on record. A reset, an end
 * of the connection and an alert are told apart by what the connection saw.
 */
import { X509Certificate } from "node:crypto";
import {
	checkServerIdentity,
	connect as connectTls,
	createSecureContext,
	rootCertificates,
	type SecureContext,
	type TLSSocket,
} from "node:tls";
import { addressOf, type Connection } from "./connection.ts";
import { codeOf, failureOfError, INTERRUPTED, TIMEOUT } from "./failure.ts";
import { binary } from "./rows.ts";
import { mark, type Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

export interface HandshakeOptions {
	/** SNI to send; empty: none. */
	readonly serverName: string;
	/** Name that the certificate must be good for, where it is not the SNI. */
	readonly verifyName?: string;
	/** Protocols to offer; none where empty. */
	readonly alpn: readonly string[];
	/** False: whatever certificate comes counts as success, and its faults are noted. */
	readonly verify: boolean;
}

export interface Handshake {
	readonly socket: TLSSocket;
	readonly alpn: string;
	readonly failure: string | undefined;
	/** A server answered in TLS, whatever its certificate. */
	readonly completed: boolean;
}

const ALERT_RECORD = 21;
const RECORD_HEAD_BYTES = 5;

/** By authority: reading all public ones again takes a tenth of a second. */
const contexts = new Map<string, SecureContext>();

function contextWith(ca: string): SecureContext {
	const known = contexts.get(ca);
	if (known !== undefined) return known;
	const made = createSecureContext({ ca: [...rootCertificates, ca] });
	contexts.set(ca, made);
	return made;
}

/** Does the handshake and notes its row. */
export async function shakeHands(
	trace: Trace,
	vantage: Vantage,
	connection: Connection,
	options: HandshakeOptions,
	signal: AbortSignal | undefined = trace.signal,
): Promise<Handshake> {
	const { stamp, endpoint } = connection;
	const t0 = trace.now();
	mark(trace, stamp, "tls_handshake_start");
	const alert = watchAlerts(connection);
	const socket = connectTls({
		socket: connection.stream,
		servername: options.serverName,
		rejectUnauthorized: false,
		...(options.alpn.length > 0 ? { ALPNProtocols: [...options.alpn] } : {}),
		...(vantage.ca === undefined
			? {}
			: { secureContext: contextWith(vantage.ca) }),
	});
	socket.on("error", () => {});
	const broken = await finish(trace, connection, socket, signal);
	const completed = broken === undefined;
	const chain = completed ? presentedChain(socket) : [];
	const faults = completed
		? faultsOf(socket, chain, options.verifyName ?? options.serverName)
		: [];
	const failure =
		broken ?? (options.verify ? (faults[0]?.failure ?? null) : null);
	mark(trace, stamp, "tls_handshake_done", failure);
	const alpn = socket.alpnProtocol || "";
	trace.handshakes.push({
		network: "tcp",
		address: addressOf(endpoint),
		server_name: options.serverName,
		cipher_suite: completed ? socket.getCipher().standardName : "",
		tls_version: completed ? (socket.getProtocol() ?? "") : "",
		negotiated_protocol: alpn,
		no_tls_verify: !options.verify,
		peer_certificates: chain.map(binary),
		failure,
		...(alert.seen() === undefined ? {} : { x_alert: alert.seen() as number }),
		...(faults.length > 0
			? { x_verification: faults.map(({ says }) => says) }
			: {}),
		t0,
		t: trace.now(),
		...stamp,
	});
	return { socket, alpn, failure: failure ?? undefined, completed };
}

/** Waits for the end of the handshake; the failure where it came to none. */
function finish(
	trace: Trace,
	connection: Connection,
	socket: TLSSocket,
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	return new Promise((resolve) => {
		const settle = (failure: string | undefined): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
			resolve(failure);
		};
		const onAbort = (): void => settle(INTERRUPTED);
		const timer = setTimeout(() => settle(TIMEOUT), trace.limits.tlsMs);
		signal?.addEventListener("abort", onAbort, { once: true });
		if (signal?.aborted) onAbort();
		socket.once("secureConnect", () => settle(undefined));
		socket.once("error", (error) =>
			settle(
				// What is wrong in TLS is its own; for the rest the connection knows better.
				codeOf(error)?.startsWith("ERR_SSL_")
					? "ssl_failed_handshake"
					: (connection.ended() ?? failureOfError(error)),
			),
		);
		// After bytes that are still being read comes the word of TLS on them, if any.
		connection.onEnd((failure) => setTimeout(settle, 5, failure));
	});
}

/** Reads record heads as they come: before encryption an alert is in the clear. */
function watchAlerts(connection: Connection): { seen(): number | undefined } {
	let pending = Buffer.alloc(0);
	let found: number | undefined;
	connection.onRead((chunk) => {
		if (found !== undefined || pending.length > 65_536) return;
		pending = Buffer.concat([pending, chunk]);
		while (pending.length >= RECORD_HEAD_BYTES) {
			const length = pending.readUInt16BE(3);
			if (pending.length < RECORD_HEAD_BYTES + length) return;
			if (pending[0] === ALERT_RECORD && length === 2) found = pending[6];
			pending = pending.subarray(RECORD_HEAD_BYTES + length);
		}
	});
	return { seen: () => found };
}

/**
 * The certificates presented, leaf first. Node appends the root of its own
 * store where it knows it: such a root is left out. One that nobody knows was
 * sent, and tells who sits in between.
 */
function presentedChain(socket: TLSSocket): readonly Buffer[] {
	const chain: Buffer[] = [];
	const rootWasSent = verifierCode(socket) === "SELF_SIGNED_CERT_IN_CHAIN";
	const seen = new Set<string>();
	let certificate = socket.getPeerCertificate(true);
	while (certificate?.raw && !seen.has(certificate.fingerprint256)) {
		seen.add(certificate.fingerprint256);
		const isRoot = certificate.issuerCertificate === certificate;
		if (!isRoot || chain.length === 0 || rootWasSent)
			chain.push(certificate.raw);
		certificate = certificate.issuerCertificate;
	}
	return chain;
}

interface Fault {
	readonly failure: string;
	readonly says: string;
}

/** All that is wrong with a certificate, in the order in which OONI's verifier looks: dates, name, authority. */
function faultsOf(
	socket: TLSSocket,
	chain: readonly Buffer[],
	name: string,
): readonly Fault[] {
	const faults: Fault[] = [];
	const leaf = chain[0];
	const code = verifierCode(socket);
	if (leaf === undefined)
		return [{ failure: "ssl_invalid_certificate", says: "NO_CERTIFICATE" }];
	if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID")
		faults.push({ failure: "ssl_invalid_certificate", says: code });
	if (name !== "" && !isGoodFor(socket, name))
		faults.push({
			failure: "ssl_invalid_hostname",
			says: "ERR_TLS_CERT_ALTNAME_INVALID",
		});
	if (
		code !== undefined &&
		code !== "ERR_TLS_CERT_ALTNAME_INVALID" &&
		!faults.some(({ says }) => says === code)
	)
		faults.push({
			failure: /SELF_SIGNED|ISSUER|VERIFY_LEAF|UNTRUSTED/.test(code)
				? "ssl_unknown_authority"
				: "ssl_invalid_certificate",
			says: code,
		});
	return faults;
}

/** Why the certificate was not accepted; undefined where it was. Node's types say Error, Node gives its code. */
function verifierCode(socket: TLSSocket): string | undefined {
	const error = socket.authorizationError as unknown;
	if (error === null || error === undefined) return undefined;
	return error instanceof Error
		? (codeOf(error) ?? error.message)
		: String(error);
}

function isGoodFor(socket: TLSSocket, name: string): boolean {
	return checkServerIdentity(name, socket.getPeerCertificate()) === undefined;
}

/** Common name, else organisation, of who signed a certificate; empty where it says neither. */
export function issuerOf(der: Uint8Array): string {
	const lines = new X509Certificate(der).issuer.split("\n");
	const of = (key: string): string | undefined =>
		lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
	return of("CN") ?? of("O") ?? "";
}
