/** Servers on loopback for tests of the probe: a resolver, a web server by TLS or not, each told what to do. */

import { createHash, createPrivateKey } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createHttps } from "node:https";
import {
	type AddressInfo,
	connect as connectTcp,
	createServer as createTcp,
	type Socket,
} from "node:net";
import { type Answer, decode, encode } from "dns-packet";
import { makeCertificate } from "../../src/measure/lab/index.ts";
import {
	type MeasurementRecord,
	realVantage,
	type Vantage,
	type WebOptions,
} from "../../src/measure/probe/index.ts";

export interface Running {
	readonly port: number;
	close(): Promise<void>;
}

const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** A self-signed certificate for these names, and its key, as PEM. */
export function selfSigned(
	names: readonly string[],
	notAfter = new Date(Date.UTC(2099, 0, 1)),
): { readonly cert: string; readonly key: string } {
	const keySeed = `test ${names.join(" ")}`;
	const der = makeCertificate({
		keySeed,
		subject: names[0] ?? "",
		names,
		issuer: names[0] ?? "",
		issuerKeySeed: keySeed,
		notBefore: new Date(Date.UTC(2020, 0, 1)),
		notAfter,
	});
	const key = createPrivateKey({
		key: Buffer.concat([
			PKCS8_PREFIX,
			createHash("sha256").update(keySeed).digest(),
		]),
		format: "der",
		type: "pkcs8",
	});
	const base64 = Buffer.from(der).toString("base64");
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
		key: key.export({ format: "pem", type: "pkcs8" }).toString(),
	};
}

export async function serveHttp(listener: RequestListener): Promise<Running> {
	const server = createHttp(listener);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

export async function serveHttps(
	credentials: { readonly cert: string; readonly key: string },
	listener: RequestListener,
	http2 = false,
): Promise<Running> {
	const server = http2
		? createSecureServer({ ...credentials, allowHTTP1: true })
		: createHttps({ ...credentials });
	server.on("request", listener as never);
	// A handshake that nobody finishes would keep the server for two minutes.
	const sockets = new Set<Socket>();
	server.on("connection", (socket: Socket) => void sockets.add(socket));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

/** Hands each raw connection to `act`. */
export async function serveTcp(
	act: (socket: Socket) => void,
): Promise<Running> {
	const sockets = new Set<Socket>();
	const server = createTcp((socket) => {
		sockets.add(socket.on("error", () => {}));
		act(socket);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

export interface DnsReply {
	readonly answers?: readonly Answer[];
	readonly rcode?: number;
	/** Sent after this many milliseconds. */
	readonly afterMs?: number;
}

/** A resolver that sends every reply given for a question; none: silence. */
export async function serveDns(
	reply: (name: string, type: string) => readonly DnsReply[],
): Promise<Running> {
	const socket = createSocket("udp4");
	socket.on("message", (bytes, from) => {
		const packet = decode(bytes);
		const question = packet.questions?.[0];
		if (question === undefined) return;
		for (const { answers = [], rcode = 0, afterMs = 0 } of reply(
			question.name,
			question.type,
		))
			setTimeout(() => {
				const message = encode({
					type: "response",
					id: packet.id ?? 0,
					flags: rcode,
					questions: [question],
					answers: [...answers],
				});
				socket.send(message, from.port, from.address, () => {});
			}, afterMs);
	});
	socket.bind(0, "127.0.0.1");
	await once(socket, "listening");
	return {
		port: socket.address().port,
		close: async () => void socket.close(),
	};
}

/** A vantage whose emulated addresses (`ip:port` or `ip:*`) are the given ports of loopback; all others are refused. */
export function loopbackVantage(
	ports: Readonly<Record<string, number>>,
	options: Partial<Vantage> & {
		readonly names?: Readonly<Record<string, readonly string[]>>;
	} = {},
): Vantage {
	return realVantage({
		systemLookup: async (hostname) => {
			const addresses = options.names?.[hostname];
			if (addresses === undefined)
				throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
			return { addresses };
		},
		// Helpers and resolvers are named by where they are.
		route: ({ ip, port }) => ({
			host: "127.0.0.1",
			port: ip === "127.0.0.1" ? port : (ports[`${ip}:${port}`] ?? 1),
		}),
		...options,
	});
}

/** A censor in front of a server: acts on connections whose first bytes hold `name`, and passes all others on. */
export function serveCensored(
	behind: Running,
	name: string,
	act: (socket: Socket) => void,
): Promise<Running> {
	return serveTcp((socket) =>
		socket.once("data", (first) => {
			if (first.includes(name)) {
				act(socket);
				return;
			}
			const passed = connectTcp(behind.port, "127.0.0.1");
			passed.on("error", () => socket.destroy());
			passed.write(first);
			socket.pipe(passed).pipe(socket);
		}),
	);
}

/** Options of a run that tests share: short waits, no clock of the day. */
export function webOptions(options: Partial<WebOptions> = {}): WebOptions {
	return {
		full: false,
		useHelper: false,
		useDoh: false,
		findCauses: false,
		compareSpeeds: false,
		askQuic: false,
		nowMs: () => performance.now(),
		startedAt: new Date("2026-11-24T10:00:00Z"),
		runStartedAt: new Date("2026-11-24T10:00:00Z"),
		softwareVersion: "0.0.0",
		platform: "linux",
		...options,
		limits: {
			dnsMs: 500,
			lateDnsMs: 150,
			connectMs: 500,
			tlsMs: 500,
			httpMs: 700,
			helperMs: 700,
			backOffMs: 20,
			priorityMs: 50,
			...options.limits,
		},
	};
}

/** The rows of a record that tests look at. */
export function rowsOf(record: MeasurementRecord) {
	return record.test_keys as unknown as {
		readonly queries: readonly QueryLike[];
		readonly x_dns_duplicate_responses: readonly QueryLike[];
		readonly tcp_connect: readonly {
			readonly ip: string;
			readonly port: number;
			readonly tags: readonly string[];
			readonly status: { readonly failure: string | null };
		}[];
		readonly tls_handshakes: readonly {
			readonly address: string;
			readonly server_name: string;
			readonly failure: string | null;
			readonly negotiated_protocol: string;
			readonly peer_certificates: readonly unknown[];
			readonly x_alert?: number;
			readonly x_verification?: readonly string[];
		}[];
		readonly requests: readonly {
			readonly failure: string | null;
			readonly alpn: string;
			readonly request: {
				readonly url: string;
				readonly headers: Readonly<Record<string, string>>;
			};
			readonly response: {
				readonly code: number;
				readonly body: string;
				readonly body_is_truncated: boolean;
				readonly headers: Readonly<Record<string, string>>;
			};
		}[];
		readonly network_events: readonly { readonly operation: string }[];
		readonly control_failure: string | null;
		readonly x_rasai: Readonly<Record<string, unknown>>;
	};
}

interface QueryLike {
	readonly engine: string;
	readonly query_type: string;
	readonly failure: string | null;
	readonly answers: readonly { readonly ipv4?: string }[] | null;
}
