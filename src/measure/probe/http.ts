/**
 * One HTTP exchange over a connection that is there already: HTTP/1.1 or
 * HTTP/2 as the handshake agreed. The answer is kept as it came, up to a
 * limit; what the network did to the connection decides the failure.
 */
import { request as requestHttp1 } from "node:http";
import { connect as connectHttp2, constants } from "node:http2";
import type { Duplex } from "node:stream";
import { addressOf, type Connection } from "./connection.ts";
import { EOF, failureOfError, INTERRUPTED, TIMEOUT } from "./failure.ts";
import { type HeaderPair, type RequestRow, textOrBinary } from "./rows.ts";
import { mark, type Trace } from "./trace.ts";

export interface HttpRequest {
	readonly method: "GET" | "POST";
	readonly url: URL;
	/** Without Host. */
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body?: string | Uint8Array;
}

export interface HttpAnswer {
	readonly failure: string | undefined;
	/** 0 where no answer came. */
	readonly status: number;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Buffer;
	readonly truncated: boolean;
}

export interface ExchangeOptions {
	readonly alpn: string;
	readonly limitMs: number;
	readonly maxBytes: number;
	readonly signal: AbortSignal | undefined;
	/** Told of every piece of the body as it comes. */
	readonly onData?: ((bytes: number) => void) | undefined;
}

const MAX_HEADER_BYTES = 65_536;

/** Sends a request over `stream` and gives the answer. Never throws. */
export async function exchange(
	connection: Connection,
	stream: Duplex,
	request: HttpRequest,
	options: ExchangeOptions,
): Promise<HttpAnswer> {
	const chunks: Buffer[] = [];
	let [received, status, truncated] = [0, 0, false];
	let headers: HttpAnswer["headers"] = [];
	const failure = await new Promise<string | undefined>((resolve) => {
		const onAbort = (): void => settle(INTERRUPTED);
		const timer = setTimeout(() => settle(TIMEOUT), options.limitMs);
		options.signal?.addEventListener("abort", onAbort, { once: true });
		if (options.signal?.aborted) onAbort();
		function settle(ending: string | undefined): void {
			clearTimeout(timer);
			options.signal?.removeEventListener("abort", onAbort);
			resolve(ending);
		}
		const start = options.alpn === "h2" ? startHttp2 : startHttp1;
		start(stream, request, {
			head(code, list) {
				status = code;
				headers = list;
			},
			data(chunk) {
				options.onData?.(chunk.length);
				const room = options.maxBytes - received;
				received += chunk.length;
				chunks.push(chunk.subarray(0, Math.max(0, room)));
				if (chunk.length <= room) return;
				truncated = true;
				settle(undefined);
			},
			// HTTP/2 calls it an end too where the other side leaves without an answer.
			end: () => settle(status === 0 ? (connection.ended() ?? EOF) : undefined),
			// The connection's own end tells more than the error of who read it.
			error: (error) => settle(connection.ended() ?? failureOfError(error)),
		});
	});
	return {
		failure,
		status,
		headers,
		body: Buffer.concat(chunks),
		truncated,
	};
}

interface Sink {
	head(code: number, list: HttpAnswer["headers"]): void;
	data(chunk: Buffer): void;
	end(): void;
	error(error: unknown): void;
}

function startHttp1(stream: Duplex, request: HttpRequest, sink: Sink): void {
	const { url } = request;
	const sent = requestHttp1({
		method: request.method,
		path: `${url.pathname}${url.search}`,
		headers: [
			"Host",
			url.host,
			...request.headers.flat(),
			...(request.body === undefined
				? []
				: ["Content-Length", String(Buffer.byteLength(request.body))]),
			"Connection",
			"close",
		],
		createConnection: () => stream,
		maxHeaderSize: MAX_HEADER_BYTES,
	});
	sent.on("error", (error) => sink.error(error));
	sent.on("response", (answer) => {
		sink.head(answer.statusCode ?? 0, pairs(answer.rawHeaders));
		answer.on("data", (chunk: Buffer) => sink.data(chunk));
		answer.on("error", (error) => sink.error(error));
		answer.on("end", () => sink.end());
	});
	sent.end(request.body);
}

function startHttp2(stream: Duplex, request: HttpRequest, sink: Sink): void {
	const { url } = request;
	const session = connectHttp2(url.origin, { createConnection: () => stream });
	session.on("error", (error) => sink.error(error));
	const sent = session.request({
		[constants.HTTP2_HEADER_METHOD]: request.method,
		[constants.HTTP2_HEADER_PATH]: `${url.pathname}${url.search}`,
		...Object.fromEntries(
			request.headers.map(([name, value]) => [name.toLowerCase(), value]),
		),
	});
	sent.on("response", (head, _flags, raw?: unknown) => {
		const list = Array.isArray(raw)
			? pairs(raw as readonly string[])
			: Object.entries(head).flatMap(([name, value]) =>
					[value ?? ""].flat().map((one) => [name, String(one)] as const),
				);
		sink.head(
			Number(head[constants.HTTP2_HEADER_STATUS]),
			list.filter(([name]) => !name.startsWith(":")),
		);
	});
	sent.on("data", (chunk: Buffer) => sink.data(chunk));
	sent.on("end", () => {
		if (!sent.destroyed && sent.rstCode === 0) sink.end();
	});
	sent.on("error", (error) => sink.error(error));
	sent.on("close", () =>
		sent.rstCode === 0 ? sink.end() : sink.error({ code: "ECONNRESET" }),
	);
	sent.end(request.body);
}

function pairs(raw: readonly string[]): HttpAnswer["headers"] {
	return Array.from(
		{ length: raw.length / 2 },
		(_, i) => [raw[2 * i] ?? "", raw[2 * i + 1] ?? ""] as const,
	);
}

/** Does an exchange and notes its row and events. */
export async function fetchPage(
	trace: Trace,
	connection: Connection,
	stream: Duplex,
	request: HttpRequest,
	alpn: string,
): Promise<HttpAnswer> {
	const { stamp, endpoint } = connection;
	const t0 = trace.now();
	mark(trace, stamp, "http_transaction_start");
	const answer = await exchange(connection, stream, request, {
		alpn,
		limitMs: trace.limits.httpMs,
		maxBytes: trace.limits.bodyBytes,
		signal: trace.signal,
	});
	mark(trace, stamp, "http_transaction_done", answer.failure ?? null);
	const sent = [...request.headers, ["Host", request.url.host] as const];
	const row: RequestRow = {
		network: "tcp",
		address: addressOf(endpoint),
		alpn,
		failure: answer.failure ?? null,
		request: {
			method: request.method,
			url: request.url.href,
			body: "",
			body_is_truncated: false,
			headers: firstValues(sent),
			headers_list: sent,
			tor: { is_tor: false, exit_ip: null, exit_name: null },
			x_transport: "tcp",
		},
		response: {
			code: answer.status,
			body: textOrBinary(answer.body),
			body_is_truncated: answer.truncated,
			headers: firstValues(answer.headers.map(readPair)),
			headers_list: answer.headers.map(readPair),
		},
		t0,
		t: trace.now(),
		...stamp,
	};
	trace.requests.unshift(row);
	return answer;
}

/** Node reads header values as latin1; the format wants UTF-8 or base64. */
function readPair([name, value]: readonly [string, string]): HeaderPair {
	return [name, textOrBinary(Buffer.from(value, "latin1"))];
}

function firstValues(
	list: readonly HeaderPair[],
): Readonly<Record<string, HeaderPair[1]>> {
	return Object.fromEntries([...list].reverse());
}

/** The first value of a header, whatever the case of its name. */
export function headerOf(
	answer: Pick<HttpAnswer, "headers">,
	name: string,
): string | undefined {
	return answer.headers.find(([one]) => one.toLowerCase() === name)?.[1];
}
