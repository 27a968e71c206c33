/**
 * The one HTTP client. All wings that touch the network are handed one of
 * these, so that there is one place where requests are kept to public
 * addresses and to limits of time and size. Every redirect hop is checked
 * like the first request.
 *
 * No cookies, no credentials in URLs, no decompression, no proxy settings.
 */
import * as http from "node:http";
import * as https from "node:https";
import { rootCertificates } from "node:tls";
import { messageOf, RasaiError } from "./errors.ts";
import {
	type AddressGuard,
	type AddressPolicy,
	createAddressGuard,
} from "./http-guard.ts";
import {
	type Deadline,
	deadline,
	throwIfAborted,
	withTimeLimit,
} from "./time-limit.ts";

export interface HttpLimits {
	/** Longest wait for a connection, name resolution and TLS included. */
	readonly connectMs: number;
	/** Longest wait for the answer's head, and then for each next piece of the body. */
	readonly idleMs: number;
	/** Longest time for the whole exchange, redirects and the reading of the body included. */
	readonly totalMs: number;
	/** Most bytes of body. */
	readonly maxBytes: number;
	readonly maxRedirects: number;
}

/** Provisional: chosen for pages and lists of some megabytes, not measured. Downloads set their own. */
export const DEFAULT_HTTP_LIMITS: HttpLimits = {
	connectMs: 15_000,
	idleMs: 30_000,
	totalMs: 600_000,
	maxBytes: 1024 ** 3,
	maxRedirects: 5,
};

export interface HttpClientOptions extends AddressPolicy {
	readonly userAgent?: string;
	readonly limits?: Partial<HttpLimits>;
	/** Certificates (PEM) of an authority of the operator's own, trusted beside the public ones. */
	readonly ca?: string;
}

export interface HttpRequest {
	readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
	readonly signal?: AbortSignal | undefined;
	readonly limits?: Partial<HttpLimits>;
	/** False: a redirect is an answer like any other. */
	readonly followRedirects?: boolean;
}

export interface HttpResponse {
	readonly status: number;
	/** Names in lower case; a repeated header's values are joined by a comma. */
	readonly headers: Readonly<Record<string, string>>;
	/** Where the answer came from, after redirects. */
	readonly url: string;
	/** Its first line, and header names and values in turn, as they came. */
	readonly head: {
		readonly httpVersion: string;
		readonly reason: string;
		readonly rawHeaders: readonly string[];
	};
	/** Address that answered. */
	readonly remoteAddress: string | undefined;
	/** Read it to the end, or call `discard`. Throws as `request` does, and `http_failed` where the body is cut short. */
	readonly body: AsyncIterable<Uint8Array>;
	/** Lets go of the connection without reading the body. */
	discard(): void;
}

export interface HttpClient {
	/**
	 * Sends one request and follows redirects of GET and HEAD. Any status is an
	 * answer, not an error. Throws RasaiError: `http_blocked_address` (scheme or
	 * address not allowed), `http_redirect` (too many redirects, or one that
	 * leaves HTTPS), `http_failed` (no connection, broken answer), `timeout`,
	 * `source_too_large`, `aborted`, `usage` (not a URL, or credentials in it).
	 */
	request(url: string | URL, request?: HttpRequest): Promise<HttpResponse>;
}

/** A client that reaches public addresses only, but for what `options` allow. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
	const client: ClientState = {
		userAgent: options.userAgent ?? "rasai",
		guard: createAddressGuard(options),
		ca:
			options.ca === undefined ? undefined : [...rootCertificates, options.ca],
		agents: {
			"http:": new http.Agent({ keepAlive: true }),
			"https:": new https.Agent({ keepAlive: true }),
		},
	};
	return {
		async request(url, request = {}) {
			const limits = {
				...DEFAULT_HTTP_LIMITS,
				...options.limits,
				...request.limits,
			};
			return follow(client, parseUrl(url), request, limits);
		},
	};
}

interface ClientState {
	readonly userAgent: string;
	readonly guard: AddressGuard;
	readonly ca: readonly string[] | undefined;
	readonly agents: Readonly<Record<"http:" | "https:", http.Agent>>;
}

interface Exchange extends Deadline {
	readonly limits: HttpLimits;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** All that is sent on when a redirect leaves the origin that the caller named: no secret is among these. */
const PUBLIC_HEADERS = new Set([
	"accept",
	"accept-language",
	"if-modified-since",
	"if-none-match",
	"if-range",
	"range",
]);

async function follow(
	client: ClientState,
	start: URL,
	request: HttpRequest,
	limits: HttpLimits,
): Promise<HttpResponse> {
	const exchange = { limits, ...deadline(request.signal, limits.totalMs) };
	try {
		let url = start;
		let headers = lowerCaseHeaders(request.headers ?? {});
		for (let hops = 0; ; hops++) {
			client.guard.check(url);
			const message = await send(client, url, request, headers, exchange);
			const location = message.headers.location;
			if (
				!REDIRECTS.has(message.statusCode ?? 0) ||
				location === undefined ||
				request.followRedirects === false ||
				!isRepeatable(request)
			)
				return answer(message, url, exchange);
			message.destroy();
			const next = redirectTarget(client.guard, url, location);
			if (hops >= limits.maxRedirects)
				throw new RasaiError(
					"http_redirect",
					`${start.host}: more than ${limits.maxRedirects} redirects`,
				);
			if (next.origin !== url.origin) headers = publicHeaders(headers);
			url = next;
		}
	} catch (error) {
		exchange.release();
		throw error;
	}
}

function isRepeatable(request: HttpRequest): boolean {
	return request.method === undefined || /^(GET|HEAD)$/.test(request.method);
}

/** Sends one hop's request; gives the message once its head is there. */
async function send(
	client: ClientState,
	url: URL,
	request: HttpRequest,
	headers: Readonly<Record<string, string>>,
	exchange: Exchange,
): Promise<http.IncomingMessage> {
	throwIfAborted(exchange.signal);
	const { limits, signal } = exchange;
	const secure = url.protocol === "https:";
	const outgoing = (secure ? https : http).request(url, {
		method: request.method ?? "GET",
		headers: {
			"user-agent": client.userAgent,
			"accept-encoding": "identity",
			...headers,
		},
		// A kept connection may die unseen; only what can be repeated may meet that.
		agent: isRepeatable(request)
			? client.agents[secure ? "https:" : "http:"]
			: false,
		lookup: client.guard.lookup(url),
		...(client.ca === undefined ? {} : { ca: [...client.ca] }),
	});
	outgoing.on("error", () => {});
	const connected = new Promise<void>((resolve, reject) => {
		outgoing.once("error", reject);
		outgoing.once("socket", (socket) => {
			if (!socket.connecting) resolve();
			else socket.once(secure ? "secureConnect" : "connect", () => resolve());
		});
	});
	const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
		outgoing.once("error", reject);
		outgoing.once("response", resolve);
	});
	answered.catch(() => {});
	outgoing.end(request.body);
	try {
		await withTimeLimit(
			connected,
			limits.connectMs,
			`connecting to ${url.host}`,
			signal,
		);
		return await withTimeLimit(
			answered,
			limits.idleMs,
			`waiting for ${url.host}`,
			signal,
		);
	} catch (error) {
		outgoing.destroy();
		throw asHttpError(error, url);
	}
}

function answer(
	message: http.IncomingMessage,
	url: URL,
	exchange: Exchange,
): HttpResponse {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(message.headers))
		headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
	const declared = Number(headers["content-length"] ?? 0);
	if (declared > exchange.limits.maxBytes) {
		message.destroy();
		throw tooLarge(url, exchange.limits);
	}
	return {
		status: message.statusCode ?? 0,
		headers,
		url: url.href,
		head: {
			httpVersion: message.httpVersion,
			reason: message.statusMessage ?? "",
			rawHeaders: message.rawHeaders,
		},
		remoteAddress: message.socket.remoteAddress,
		body: readBody(message, url, exchange),
		discard() {
			exchange.release();
			message.destroy();
		},
	};
}

async function* readBody(
	message: http.IncomingMessage,
	url: URL,
	{ limits, signal, release }: Exchange,
): AsyncGenerator<Uint8Array> {
	const chunks = message[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	let received = 0;
	try {
		for (;;) {
			const next = await withTimeLimit(
				chunks.next(),
				limits.idleMs,
				`reading from ${url.host}`,
				signal,
			);
			if (next.done) return;
			received += next.value.length;
			if (received > limits.maxBytes) throw tooLarge(url, limits);
			yield next.value;
		}
	} catch (error) {
		throw asHttpError(error, url);
	} finally {
		release();
		message.destroy();
	}
}

function tooLarge(url: URL, limits: HttpLimits): RasaiError {
	return new RasaiError(
		"source_too_large",
		`${url.host}: more than ${limits.maxBytes} bytes`,
	);
}

function asHttpError(error: unknown, url: URL): RasaiError {
	if (error instanceof RasaiError) return error;
	return new RasaiError("http_failed", `${url.host}: ${messageOf(error)}`, {
		cause: error,
	});
}

function parseUrl(url: string | URL): URL {
	if (url instanceof URL) return url;
	if (!URL.canParse(url)) throw new RasaiError("usage", "not a URL");
	return new URL(url);
}

function redirectTarget(guard: AddressGuard, from: URL, location: string): URL {
	if (!URL.canParse(location, from.href))
		throw new RasaiError(
			"http_redirect",
			`${from.host}: redirect to what is no URL`,
		);
	const next = new URL(location, from);
	if (
		from.protocol === "https:" &&
		next.protocol === "http:" &&
		!guard.trusts(next)
	)
		throw new RasaiError(
			"http_redirect",
			`${from.host}: redirect from HTTPS to HTTP`,
		);
	return next;
}

function lowerCaseHeaders(
	headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

function publicHeaders(
	headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => PUBLIC_HEADERS.has(name)),
	);
}
