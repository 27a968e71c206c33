/**
 * Whether an address answers QUIC. Node has no QUIC client, so a packet in a
 * version that nobody speaks is sent: a server of QUIC must reply with the
 * versions it knows (RFC 9000, section 6; RFC 8999). It tells whether UDP gets
 * through to the server, not whether a censor would read the name in a real
 * handshake.
 */
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { addressOf } from "./connection.ts";
import { failureOfError, INTERRUPTED, TIMEOUT } from "./failure.ts";
import type { FlowStamp } from "./rows.ts";
import type { Trace } from "./trace.ts";
import type { Endpoint, Vantage } from "./vantage.ts";

export interface QuicRow extends FlowStamp {
	readonly network: "udp";
	readonly address: string;
	readonly server_name: string;
	readonly no_tls_verify: true;
	/** How it was asked. */
	readonly x_probe: "version_negotiation";
	readonly x_versions: readonly string[];
	readonly failure: string | null;
	readonly t0: number;
	readonly t: number;
}

/** Smaller first packets are dropped by servers (RFC 9000, section 14.1). */
const DATAGRAM_BYTES = 1200;
/** A version of the pattern kept for this purpose (RFC 9000, section 15). */
const RESERVED_VERSION = 0x1a2a3a4a;
const TRIES = 3;
const WAIT_MS = 1_500;

/** Asks an endpoint for its QUIC versions, up to three times. */
export async function askQuicVersions(
	trace: Trace,
	vantage: Vantage,
	endpoint: Endpoint,
	serverName: string,
): Promise<QuicRow> {
	const t0 = trace.now();
	const packet = versionProbe();
	const socket = createSocket(endpoint.ip.includes(":") ? "udp6" : "udp4");
	const route = vantage.route(endpoint, "udp");
	const timers: NodeJS.Timeout[] = [];
	let onAbort = (): void => {};
	const outcome = await new Promise<readonly string[] | string>((resolve) => {
		onAbort = () => resolve(INTERRUPTED);
		trace.signal?.addEventListener("abort", onAbort, { once: true });
		socket.on("error", (error) => resolve(failureOfError(error)));
		socket.on("message", (bytes) => {
			const versions = readVersions(bytes, packet);
			if (versions !== undefined) resolve(versions);
		});
		socket.connect(route.port, route.host, () => {
			for (let tries = 0; tries < TRIES; tries++)
				timers.push(
					setTimeout(() => socket.send(packet, () => {}), tries * WAIT_MS),
				);
			timers.push(setTimeout(resolve, TRIES * WAIT_MS, TIMEOUT));
		});
	});
	trace.signal?.removeEventListener("abort", onAbort);
	for (const timer of timers) clearTimeout(timer);
	socket.removeAllListeners().on("error", () => {});
	socket.close();
	return {
		network: "udp",
		address: addressOf(endpoint),
		server_name: serverName,
		no_tls_verify: true,
		x_probe: "version_negotiation",
		x_versions: typeof outcome === "string" ? [] : outcome,
		failure: typeof outcome === "string" ? outcome : null,
		t0,
		t: trace.now(),
		transaction_id: trace.nextFlow("cause"),
		tags: ["quic"],
	};
}

/** A long-header packet with connection ids of 8 bytes (RFC 8999, section 5.1). */
export function versionProbe(): Buffer {
	const packet = Buffer.alloc(DATAGRAM_BYTES);
	randomBytes(DATAGRAM_BYTES).copy(packet);
	packet[0] = 0xc0;
	packet.writeUInt32BE(RESERVED_VERSION, 1);
	packet[5] = 8;
	packet[14] = 8;
	return packet;
}

/** Versions in a Version Negotiation packet that answers `sent`; undefined where it is none (RFC 8999, section 6). */
export function readVersions(
	bytes: Buffer,
	sent: Buffer,
): readonly string[] | undefined {
	if (bytes.length < 27 || ((bytes[0] ?? 0) & 0x80) === 0) return undefined;
	if (bytes.readUInt32BE(1) !== 0 || bytes[5] !== 8 || bytes[14] !== 8)
		return undefined;
	const [ours, theirs] = [bytes.subarray(6, 14), bytes.subarray(15, 23)];
	if (
		!ours.equals(sent.subarray(15, 23)) ||
		!theirs.equals(sent.subarray(6, 14))
	)
		return undefined;
	const versions: string[] = [];
	for (let at = 23; at + 4 <= bytes.length; at += 4)
		versions.push(bytes.readUInt32BE(at).toString(16).padStart(8, "0"));
	return versions;
}
