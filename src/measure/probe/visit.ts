/**
 * One visit to a URL: look-ups, connections, page, redirects. A quiet visit
 * does what a browser does: the system's resolver, one connection, one page.
 * A full one follows web_connectivity 0.5: every resolver and every address.
 */
import { isIP } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import {
	type Addresses,
	hostOf,
	lookUp,
	MAX_ADDRESSES,
	PAGE_HEADERS,
	permitted,
	resolve,
	type Visit,
} from "./addresses.ts";
import { portOf } from "./aside.ts";
import { type Connection, connect } from "./connection.ts";
import { fetchPage, type HttpAnswer } from "./http.ts";
import { createSelector, type Selector, type Source } from "./priority.ts";
import { nextHop } from "./redirect.ts";
import type { FlowStamp } from "./rows.ts";
import { shakeHands } from "./tls.ts";

/** Happy eyeballs: the next address is tried after this long (RFC 8305, section 5). */
const NEXT_ADDRESS_MS = 250;
const BROWSER_ALPN = ["h2", "http/1.1"];

/** A flow that has a connection, and a handshake where the URL wants one. */
interface Ready {
	readonly connection: Connection;
	readonly stream: Connection["stream"];
	readonly alpn: string;
}

interface Hop {
	readonly url: URL;
	readonly depth: number;
	readonly referrer: string;
}

/** Follows a URL to where it ends. `more` gives addresses that only the helper knows. */
export async function follow(
	visit: Visit,
	start: URL,
	more: Promise<readonly string[]>,
): Promise<void> {
	const { trace, options } = visit;
	let hop: Hop = { url: start, depth: 0, referrer: "" };
	for (;;) {
		const found = await resolve(visit, hop.url, hop.depth);
		const end = options.full
			? await tryAll(visit, hop, found, hop.depth === 0 ? more : NO_MORE)
			: await tryOne(visit, hop, found);
		const next =
			end ?? (options.retry ? await tryAgain(visit, hop, found) : undefined);
		if (next?.url === undefined) return;
		hop = { url: next.url, depth: hop.depth + 1, referrer: hop.url.href };
		trace.signal?.throwIfAborted();
	}
}

const NO_MORE: Promise<readonly string[]> = Promise.resolve([]);

/** Where a page leads: to another URL, or nowhere. */
interface Answered {
	readonly url: URL | undefined;
}

/** One lost packet is no finding: the hop once more, by every resolver where the name itself was the trouble. */
async function tryAgain(
	visit: Visit,
	hop: Hop,
	found: Addresses,
): Promise<Answered | undefined> {
	const { trace } = visit;
	await wait(trace.limits.backOffMs, undefined, {
		signal: trace.signal,
	}).catch(() => {});
	const host = hostOf(hop.url);
	if (found.size > 0 || isIP(host) !== 0) return tryOne(visit, hop, found);
	const wider = { ...visit, options: { ...visit.options, full: true } };
	return tryAll(wider, hop, await lookUp(wider, host, hop.depth), NO_MORE);
}

/** A quiet hop: the first address that answers, the next one a moment later. */
async function tryOne(
	visit: Visit,
	hop: Hop,
	found: Addresses,
): Promise<Answered | undefined> {
	const { trace, vantage } = visit;
	const isSecure = hop.url.protocol === "https:";
	const race = new AbortController();
	const signal =
		trace.signal === undefined
			? race.signal
			: AbortSignal.any([trace.signal, race.signal]);
	const attempts = byFamily([...found.keys()]).map(async (ip, index) => {
		await wait(index * NEXT_ADDRESS_MS, undefined, { signal }).catch(() => {});
		const stamp = stampOf(visit, hop, isSecure, true, ["classic"]);
		const connection = await connect(
			trace,
			vantage,
			{ ip, port: portOf(hop.url) },
			stamp,
			signal,
		);
		if (typeof connection === "string") throw new Error(connection);
		race.abort();
		return connection;
	});
	const winner = await Promise.any(attempts).catch(() => undefined);
	for (const attempt of attempts)
		attempt.then(
			(connection) => {
				if (connection !== winner) connection.close();
			},
			() => {},
		);
	if (winner === undefined) return undefined;
	const ready = await secure(visit, hop.url, winner);
	return ready === undefined ? undefined : fetchHop(visit, hop, ready);
}

/** IPv6 and IPv4 in turn, IPv6 first (RFC 8305, section 4). */
function byFamily(addresses: readonly string[]): readonly string[] {
	const six = addresses.filter((ip) => ip.includes(":"));
	const four = addresses.filter((ip) => !ip.includes(":"));
	return six
		.flatMap((ip, index) => [ip, four[index] ?? []].flat())
		.concat(four.slice(six.length));
}

/** A full hop: every address at once, one of which fetches. */
async function tryAll(
	visit: Visit,
	hop: Hop,
	found: Addresses,
	more: Promise<readonly string[]>,
): Promise<Answered | undefined> {
	const { trace } = visit;
	const selector = createSelector(
		trace,
		found.size === 0 ? ["helper"] : [...found.values()],
	);
	const flows = [...found].flatMap(([ip, source]) =>
		flowsTo(visit, hop, ip, source, selector),
	);
	const extra = more.then((addresses) => {
		const unknown = addresses.filter((ip) => isIP(ip) !== 0 && !found.has(ip));
		return [...permitted(visit, new Map(unknown.map((ip) => [ip, "helper"])))]
			.slice(0, MAX_ADDRESSES)
			.flatMap(([ip, source]) => flowsTo(visit, hop, ip, source, selector));
	});
	const ends = await Promise.all([...flows, ...(await extra)]);
	return ends.find((end) => end !== undefined);
}

function flowsTo(
	visit: Visit,
	hop: Hop,
	ip: string,
	source: Source,
	selector: Selector,
): readonly Promise<Answered | undefined>[] {
	const { url } = hop;
	const isSecure = url.protocol === "https:";
	const origin = source === "system" ? ["classic"] : [];
	const flow = async (port: number, overTls: boolean, fetches: boolean) => {
		const stamp = stampOf(visit, hop, overTls, fetches, origin);
		const connection = await connect(
			visit.trace,
			visit.vantage,
			{ ip, port },
			stamp,
		);
		if (typeof connection === "string") return undefined;
		const target = overTls ? withScheme(url, "https:") : url;
		const ready = await secure(visit, target, connection);
		if (ready === undefined) return undefined;
		if (fetches && (await selector.mayFetch(source)))
			return fetchHop(visit, hop, ready);
		connection.close();
		return undefined;
	};
	return [
		flow(portOf(url), isSecure, true),
		// Beside a page in clear text: does the address serve the name at all?
		...(!isSecure && url.port === "" ? [flow(443, true, false)] : []),
	];
}

function withScheme(url: URL, scheme: "https:"): URL {
	const changed = new URL(url);
	changed.protocol = scheme;
	return changed;
}

function stampOf(
	visit: Visit,
	hop: Hop,
	overTls: boolean,
	fetches: boolean,
	origin: readonly string[],
): FlowStamp {
	return {
		transaction_id: visit.trace.nextFlow(overTls ? "tls" : "clear"),
		tags: [
			...origin,
			...(hop.depth === 0 ? ["tcptls_experiment"] : []),
			`depth=${hop.depth}`,
			`fetch_body=${fetches}`,
		],
	};
}

/** The handshake, where the URL wants one; undefined where it failed. */
async function secure(
	visit: Visit,
	url: URL,
	connection: Connection,
): Promise<Ready | undefined> {
	if (url.protocol !== "https:")
		return { connection, stream: connection.stream, alpn: "" };
	const host = hostOf(url);
	const handshake = await shakeHands(visit.trace, visit.vantage, connection, {
		serverName: isIP(host) === 0 ? host : "",
		verifyName: host,
		alpn: BROWSER_ALPN,
		verify: true,
	});
	if (handshake.failure === undefined)
		return { connection, stream: handshake.socket, alpn: handshake.alpn };
	connection.close();
	return undefined;
}

async function fetchHop(
	visit: Visit,
	hop: Hop,
	{ connection, stream, alpn }: Ready,
): Promise<Answered | undefined> {
	const { trace, jar } = visit;
	const cookies = jar.headerFor(hop.url);
	const answer = await fetchPage(
		trace,
		connection,
		stream,
		{
			method: "GET",
			url: hop.url,
			headers: [
				...PAGE_HEADERS,
				...(hop.referrer ? [["Referer", hop.referrer] as const] : []),
				...(cookies === undefined ? [] : [["Cookie", cookies] as const]),
			],
		},
		alpn,
	);
	connection.close();
	return answer.failure === undefined
		? afterAnswer(visit, hop, answer)
		: undefined;
}

function afterAnswer(
	{ trace, jar }: Visit,
	hop: Hop,
	answer: HttpAnswer,
): Answered {
	jar.take(
		hop.url,
		answer.headers
			.filter(([name]) => name.toLowerCase() === "set-cookie")
			.map(([, value]) => value),
	);
	const next = nextHop(hop.url, answer, hop.depth, trace.limits.redirects);
	if (next === undefined || "url" in next) return { url: next?.url };
	const last = trace.requests.shift();
	if (last !== undefined)
		trace.requests.unshift({ ...last, failure: next.failure });
	return { url: undefined };
}
