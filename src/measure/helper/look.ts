/**
 * The view from elsewhere, in the form of web_connectivity's test helper:
 * look-up, connections, handshakes and the page at the end of the redirects,
 * by the probe's own code. Private and loopback addresses are never
 * contacted, whoever names them: the probe, a resolver or a redirect (P7).
 */
import { isIP } from "node:net";
import { isBogon } from "../../base/index.ts";
import type { AsnDatabase } from "../../reference/index.ts";
import {
	addressOf,
	connect,
	createTrace,
	createVisit,
	type Endpoint,
	endpointOf,
	follow,
	hostOf,
	type Limits,
	portOf,
	STANDARD_LIMITS,
	shakeHands,
	type Trace,
	type Vantage,
} from "../probe/index.ts";
import type { HelperAsk } from "./ask.ts";
import { createCache } from "./cache.ts";

export interface TcpResult {
	readonly status: boolean;
	readonly failure: string | null;
}

export interface TlsResult extends TcpResult {
	readonly server_name: string;
}

export interface PageResult {
	readonly body_length: number;
	readonly discovered_h3_endpoint: string;
	readonly failure: string | null;
	readonly title: string;
	readonly headers: Readonly<Record<string, string>>;
	/** -1 where no answer came. */
	readonly status_code: number;
}

export interface HelperAnswer {
	readonly tcp_connect: Readonly<Record<string, TcpResult>>;
	readonly tls_handshake: Readonly<Record<string, TlsResult>>;
	/** HTTP/3 is not looked at; stock helpers have it switched off. */
	readonly quic_handshake: Readonly<Record<string, never>>;
	readonly http_request: PageResult;
	readonly http3_request: null;
	readonly dns: {
		readonly failure: string | null;
		readonly addrs: readonly string[];
		/** Of the 0.4 protocol; nothing reads it any more, and it must be there. */
		readonly ASNs: readonly number[];
	};
	readonly ip_info: Readonly<
		Record<string, { readonly asn: number; readonly flags: number }>
	>;
}

export interface LookOptions {
	readonly vantage: Vantage;
	readonly asn: AsnDatabase;
	readonly nowMs: () => number;
	readonly limits?: Partial<Limits>;
	/** How long an answer may be given again; 0: never. */
	readonly keepMs: number;
}

/** Flags of `ip_info`. */
const FLAG = { probe: 1, helper: 2, bogon: 4, validForDomain: 8 } as const;
const STAMP = { transaction_id: 0, tags: [] };
/** Of a helper's own limits: 4 s for look-ups, 15 s for connection and handshake, 15 s for the page. */
const LIMITS: Partial<Limits> = {
	dnsMs: 4_000,
	connectMs: 7_500,
	tlsMs: 7_500,
	httpMs: 15_000,
	// Twice what a probe keeps: lengths above its limit are never compared.
	bodyBytes: 2 * STANDARD_LIMITS.bodyBytes,
};
/** Probes give up after 30 s. */
const ALL_MS = 25_000;
const MAX_KEPT = 2_000;
const MAX_ADDRESSES = 32;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

interface Reached {
	readonly tcp: TcpResult;
	readonly tls?: TlsResult;
}

/** Answers a probe. Never throws for what the network does. */
export function createLook(
	options: LookOptions,
): (ask: HelperAsk) => Promise<HelperAnswer> {
	const { vantage, nowMs, keepMs } = options;
	const kept = { keepMs, maxEntries: MAX_KEPT };
	const names = createCache<HelperAnswer["dns"]>(nowMs, kept);
	const pages = createCache<PageResult>(nowMs, kept);
	const flows = createCache<Reached>(nowMs, kept);
	// One look may serve several probes: it does not end where one of them leaves.
	const trace = (): Trace =>
		createTrace(
			nowMs,
			{ ...LIMITS, ...options.limits },
			AbortSignal.timeout(ALL_MS),
		);
	return async ({ url, endpoints }) => {
		const host = hostOf(url);
		const page = pages.get(url.href, () => visit(trace(), vantage, url));
		const dns = await names.get(host, () => lookUp(trace(), options, host));
		const all = unite(endpoints, dns.addrs, url).filter(({ ip }) =>
			vantage.permits(ip),
		);
		const reached = await Promise.all(
			all.map(async (endpoint) => {
				const address = addressOf(endpoint);
				const overTls = wantsTls(endpoint, url);
				const flow = await flows.get(`${address} ${overTls} ${host}`, () =>
					reach(trace(), vantage, endpoint, overTls ? host : undefined),
				);
				return [address, flow] as const;
			}),
		);
		return {
			tcp_connect: Object.fromEntries(
				reached.map(([address, { tcp }]) => [address, tcp]),
			),
			tls_handshake: Object.fromEntries(
				reached.flatMap(([address, { tls }]) => (tls ? [[address, tls]] : [])),
			),
			quic_handshake: {},
			http_request: await page,
			http3_request: null,
			dns,
			ip_info: infoOf(endpoints, dns.addrs, reached, options.asn),
		};
	};
}

async function lookUp(
	{ limits }: Trace,
	{ vantage }: LookOptions,
	host: string,
): Promise<HelperAnswer["dns"]> {
	if (isIP(host) !== 0) return { failure: null, addrs: [host], ASNs: [] };
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(reject, limits.dnsMs, { code: "timeout" });
	});
	try {
		const { addresses } = await Promise.race([
			vantage.systemLookup(host),
			late,
		]);
		// A name's owner must not make a crowd of us at somebody else's door.
		const addrs = addresses.slice(0, MAX_ADDRESSES);
		return { failure: null, addrs, ASNs: [] };
	} catch (error) {
		const code = (error as { readonly code?: unknown } | null)?.code;
		if (code === "ENODATA") return { failure: null, addrs: [], ASNs: [] };
		const failure =
			code === "ENOTFOUND"
				? "dns_name_error"
				: code === "ESERVFAIL" || code === "EAI_AGAIN"
					? "dns_server_failure"
					: "unknown_error";
		return { failure, addrs: [], ASNs: [] };
	} finally {
		clearTimeout(timer);
	}
}

/** The probe's endpoints and those of the addresses found here. */
function unite(
	asked: readonly Endpoint[],
	addresses: readonly string[],
	url: URL,
): readonly Endpoint[] {
	const ports =
		url.port !== ""
			? [portOf(url)]
			: url.protocol === "https:"
				? [443]
				: [443, 80];
	const all = new Map<string, Endpoint>();
	for (const endpoint of [
		...asked,
		...addresses.flatMap((ip) => ports.map((port) => ({ ip, port }))),
	])
		all.set(addressOf(endpoint), endpoint);
	return [...all.values()];
}

function wantsTls({ port }: Endpoint, url: URL): boolean {
	return port === 443 || (url.protocol === "https:" && port === portOf(url));
}

async function reach(
	trace: Trace,
	vantage: Vantage,
	endpoint: Endpoint,
	tlsName: string | undefined,
): Promise<Reached> {
	const connection = await connect(trace, vantage, endpoint, STAMP);
	if (typeof connection === "string")
		return { tcp: { status: false, failure: ofTcp(connection) } };
	const tcp = { status: true, failure: null };
	try {
		if (tlsName === undefined) return { tcp };
		const { failure } = await shakeHands(trace, vantage, connection, {
			serverName: isIP(tlsName) === 0 ? tlsName : "",
			verifyName: tlsName,
			alpn: ["h2", "http/1.1"],
			verify: true,
		});
		const tls = {
			server_name: tlsName,
			status: failure === undefined,
			failure: failure ?? null,
		};
		return { tcp, tls };
	} finally {
		connection.close();
	}
}

async function visit(
	trace: Trace,
	vantage: Vantage,
	url: URL,
): Promise<PageResult> {
	const failed = (failure: string): PageResult => ({
		body_length: -1,
		discovered_h3_endpoint: "",
		failure,
		title: "",
		headers: {},
		status_code: -1,
	});
	try {
		const quiet = { full: false, useDoh: false, retry: false };
		await follow(createVisit(trace, vantage, quiet), url, Promise.resolve([]));
	} catch {
		return failed("generic_timeout_error");
	}
	const [last] = trace.requests;
	// A hop that got no connection has no request: the one before it was not the end.
	const broken = lastFailure(trace, last?.t ?? 0);
	if (last === undefined || broken !== undefined)
		return failed(ofHttp(broken ?? "dns_no_answer"));
	if (last.failure !== null) return failed(ofHttp(last.failure));
	// It led to where nothing may be contacted, or nowhere.
	if (REDIRECTS.has(last.response.code)) return failed("unknown_error");
	const { body, code, headers } = last.response;
	const bytes =
		typeof body === "string"
			? Buffer.from(body)
			: Buffer.from(body.data, "base64");
	return {
		body_length: bytes.length,
		discovered_h3_endpoint: "",
		failure: null,
		title: titleOf(bytes.toString("utf8")),
		headers: Object.fromEntries(
			Object.entries(headers).flatMap(([name, value]) =>
				typeof value === "string" ? [[name, value]] : [],
			),
		),
		status_code: code,
	};
}

/** Why the hop after the last answer got nowhere; undefined where there was none. */
function lastFailure(trace: Trace, sinceT: number): string | undefined {
	const after = <Row extends { readonly t0: number }>(rows: readonly Row[]) =>
		rows.filter(({ t0 }) => t0 >= sinceT);
	if (trace.requests.some(({ t }) => t > sinceT)) return undefined;
	return (
		after(trace.handshakes).find(({ failure }) => failure !== null)?.failure ??
		after(trace.connects).find(({ status }) => status.failure !== null)?.status
			.failure ??
		after(trace.queries).at(-1)?.failure ??
		undefined
	);
}

/** Names of failures as helpers have them: older than the probe's, and compared with null only. */
function ofTcp(failure: string): string {
	if (failure === "generic_timeout_error") return failure;
	if (failure === "connection_refused") return "connection_refused_error";
	return "connect_error";
}

function ofHttp(failure: string): string {
	if (failure.startsWith("dns_")) return "dns_lookup_error";
	if (failure === "generic_timeout_error") return failure;
	if (failure === "connection_refused") return "connection_refused_error";
	return "unknown_error";
}

function titleOf(page: string): string {
	return /<title>([^<]{1,512})<\/title>/i.exec(page)?.[1] ?? "";
}

function infoOf(
	asked: readonly Endpoint[],
	found: readonly string[],
	reached: readonly (readonly [string, Reached])[],
	asn: AsnDatabase,
): HelperAnswer["ip_info"] {
	const flags = new Map<string, number>();
	const set = (ip: string, flag: number): void =>
		void flags.set(ip, (flags.get(ip) ?? 0) | flag);
	for (const { ip } of asked) set(ip, FLAG.probe);
	for (const ip of found) set(ip, FLAG.helper);
	for (const ip of flags.keys()) if (isBogon(ip)) set(ip, FLAG.bogon);
	for (const [address, { tls }] of reached)
		if (tls?.failure === null) set(endpointOf(address).ip, FLAG.validForDomain);
	return Object.fromEntries(
		[...flags].map(([ip, value]) => [
			ip,
			{ asn: asn.lookup(ip), flags: value },
		]),
	);
}
