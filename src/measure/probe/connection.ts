/**
 * One TCP connection under watch. TLS and HTTP run over `stream`, and what
 * the network did to the connection stands beside it: Node itself calls a
 * reset and a plain end of the connection by the same name.
 */
import { connect as connectSocket, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { EOF, failureOfError, INTERRUPTED, TIMEOUT } from "./failure.ts";
import type { FlowStamp } from "./rows.ts";
import { mark, type Trace } from "./trace.ts";
import type { Endpoint, Vantage } from "./vantage.ts";

export interface Connection {
	readonly endpoint: Endpoint;
	readonly stamp: FlowStamp;
	/** Bytes as they came and went. */
	readonly stream: Duplex;
	/** How the network ended it: `connection_reset`, `eof_error`…; undefined while it lives. */
	ended(): string | undefined;
	/** Tells of the end as soon as it is known; at once where it is known already. */
	onEnd(listener: (failure: string) => void): void;
	/** Sees every chunk that arrives. */
	onRead(listener: (chunk: Buffer) => void): void;
	close(): void;
}

/** OONI keeps the first 64 reads and writes of a connection. */
const KEPT_EVENTS = 64;
/** Samples of all bytes received come at random, so that no rhythm of ours hides one of the network's. */
const SAMPLE_MS = { mean: 250, least: 25, most: 650 };

/** `ip:port`, with brackets round an IPv6 address. */
export function addressOf({ ip, port }: Endpoint): string {
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** The inverse of `addressOf`. */
export function endpointOf(address: string): Endpoint {
	const colon = address.lastIndexOf(":");
	return {
		ip: address.slice(0, colon).replace(/^\[|\]$/g, ""),
		port: Number(address.slice(colon + 1)),
	};
}

/** Connects and notes the row; the failure string where it did not work. */
export async function connect(
	trace: Trace,
	vantage: Vantage,
	endpoint: Endpoint,
	stamp: FlowStamp,
	signal: AbortSignal | undefined = trace.signal,
): Promise<Connection | string> {
	const t0 = trace.now();
	const opened = await open(trace, vantage, endpoint, signal);
	const failure = typeof opened === "string" ? opened : null;
	const t = trace.now();
	trace.connects.push({
		...endpoint,
		status: { failure, success: failure === null },
		t0,
		t,
		...stamp,
	});
	trace.events.push({
		operation: "connect",
		address: addressOf(endpoint),
		proto: "tcp",
		failure,
		t0,
		t,
		...stamp,
	});
	return typeof opened === "string"
		? opened
		: watch(trace, opened, endpoint, stamp);
}

function open(
	trace: Trace,
	vantage: Vantage,
	endpoint: Endpoint,
	signal: AbortSignal | undefined,
): Promise<Socket | string> {
	if (signal?.aborted) return Promise.resolve(INTERRUPTED);
	const socket = connectSocket({
		...vantage.route(endpoint, "tcp"),
		noDelay: true,
	});
	return new Promise((resolve) => {
		const settle = (result: Socket | string): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
			socket.removeAllListeners();
			if (typeof result === "string") {
				socket.on("error", () => {});
				socket.destroy();
			}
			resolve(result);
		};
		const onAbort = (): void => settle(INTERRUPTED);
		const timer = setTimeout(() => settle(TIMEOUT), trace.limits.connectMs);
		signal?.addEventListener("abort", onAbort, { once: true });
		socket.once("connect", () => settle(socket));
		socket.once("error", (error) => settle(failureOfError(error)));
	});
}

function watch(
	trace: Trace,
	socket: Socket,
	endpoint: Endpoint,
	stamp: FlowStamp,
): Connection {
	const readers: ((chunk: Buffer) => void)[] = [];
	const listeners: ((failure: string) => void)[] = [];
	let failure: string | undefined;
	let kept = 0;
	const end = (reason: string): void => {
		if (failure !== undefined) return;
		failure = reason;
		for (const listener of listeners) listener(reason);
	};
	const note = (operation: string, bytes: number, t0: number): void => {
		if (kept++ >= KEPT_EVENTS) return;
		trace.events.push({
			operation,
			address: addressOf(endpoint),
			proto: "tcp",
			num_bytes: bytes,
			failure: null,
			t0,
			t: trace.now(),
			...stamp,
		});
	};
	const stream = new Duplex({
		read: () => void socket.resume(),
		write(chunk: Buffer, _encoding, done) {
			const t0 = trace.now();
			socket.write(chunk, (error) => {
				if (!error) note("write", chunk.length, t0);
				done(error ?? null);
			});
		},
		final: (done) => void socket.end(() => done()),
		destroy(error, done) {
			socket.destroy();
			done(error);
		},
	});
	// The end is told by `onEnd`; who uses the stream need not listen for it.
	stream.on("error", () => {});
	socket.pause();
	socket.on("data", (chunk: Buffer) => {
		note("read", chunk.length, trace.now());
		for (const reader of readers) reader(chunk);
		if (!stream.push(chunk)) socket.pause();
	});
	socket.on("end", () => {
		end(EOF);
		stream.push(null);
	});
	socket.on("error", (error) => {
		mark(trace, stamp, "read", failureOfError(error));
		end(failureOfError(error));
		stream.destroy(error);
	});
	const stopSampling = sampleReceived(trace, socket, endpoint, stamp);
	socket.on("close", stopSampling);
	return {
		endpoint,
		stamp,
		stream,
		ended: () => failure,
		onEnd(listener) {
			if (failure === undefined) listeners.push(listener);
			else listener(failure);
		},
		onRead: (listener) => void readers.push(listener),
		close() {
			listeners.length = 0;
			stream.destroy();
			socket.destroy();
		},
	};
}

function sampleReceived(
	trace: Trace,
	socket: Socket,
	endpoint: Endpoint,
	stamp: FlowStamp,
): () => void {
	let timer: NodeJS.Timeout;
	const again = (): void => {
		const waitMs = Math.min(
			SAMPLE_MS.most,
			Math.max(SAMPLE_MS.least, -Math.log(1 - Math.random()) * SAMPLE_MS.mean),
		);
		timer = setTimeout(() => {
			const t = trace.now();
			trace.events.push({
				operation: "bytes_received_cumulative",
				address: addressOf(endpoint),
				proto: "tcp",
				num_bytes: socket.bytesRead,
				failure: null,
				t0: t,
				t,
				...stamp,
			});
			again();
		}, waitMs).unref();
	};
	again();
	return () => clearTimeout(timer);
}
