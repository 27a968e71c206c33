/**
 * What one visit knows: cookies, and the addresses of every name it met, who
 * found each, and which must not be contacted.
 */
import { randomInt } from "node:crypto";
import { isIP } from "node:net";
import { type CookieJar, createCookieJar } from "./cookies.ts";
import { ADDRESS_TYPES, lookupBySystem, lookupByUdp } from "./dns.ts";
import { lookupByDoh } from "./doh.ts";
import type { Source } from "./priority.ts";
import type { FlowStamp } from "./rows.ts";
import type { Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

/** What a page is asked for with. */
export const PAGE_HEADERS = [
	[
		"User-Agent",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
	],
	["Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"],
	["Accept-Language", "en-US,en;q=0.9"],
] as const;

/** A name with more addresses than this is not tried at all of them. */
export const MAX_ADDRESSES = 32;
export interface VisitOptions {
	readonly full: boolean;
	readonly useDoh: boolean;
	/** What failed is tried once more, a moment later, and by every resolver. */
	readonly retry: boolean;
}

export interface Visit {
	readonly trace: Trace;
	readonly vantage: Vantage;
	readonly options: VisitOptions;
	readonly jar: CookieJar;
	/** Addresses by name, and who found each. */
	readonly found: Map<string, Promise<Addresses>>;
	/** Addresses that no target may be contacted at. */
	readonly refused: Set<string>;
}

export type Addresses = ReadonlyMap<string, Source>;

export function createVisit(
	trace: Trace,
	vantage: Vantage,
	options: VisitOptions,
): Visit {
	return {
		trace,
		vantage,
		options,
		jar: createCookieJar(),
		found: new Map(),
		refused: new Set(),
	};
}

/** The addresses of a URL's host; asked once for each name. */
export function resolve(
	visit: Visit,
	url: URL,
	depth: number,
): Promise<Addresses> {
	const host = hostOf(url);
	const known = visit.found.get(host);
	if (known !== undefined) return known;
	const asked =
		isIP(host) === 0
			? lookUp(visit, host, depth)
			: Promise.resolve(permitted(visit, new Map([[host, "system"]])));
	visit.found.set(host, asked);
	return asked;
}

export async function lookUp(
	visit: Visit,
	host: string,
	depth: number,
): Promise<Addresses> {
	const { trace, vantage, options } = visit;
	const tags = [`depth=${depth}`];
	const stamp = (
		kind: "system" | "udp" | "doh",
		more: readonly string[] = [],
	): FlowStamp => ({
		transaction_id: trace.nextFlow(kind),
		tags: [...more, ...tags],
	});
	const asked: (readonly [Source, Promise<readonly string[]>])[] = [
		[
			"system",
			lookupBySystem(trace, vantage, host, stamp("system", ["classic"])),
		],
	];
	const resolver = options.full ? pick(vantage.udpResolvers) : undefined;
	const doh =
		options.full && options.useDoh ? pick(vantage.dohResolvers) : undefined;
	const [udpStamp, dohStamp] = [stamp("udp"), stamp("doh")];
	for (const type of ADDRESS_TYPES) {
		const query = { hostname: host, type };
		if (resolver)
			asked.push([
				"udp",
				lookupByUdp(trace, vantage, query, resolver, udpStamp),
			]);
		if (doh)
			asked.push(["doh", lookupByDoh(trace, vantage, query, doh, dohStamp)]);
	}
	const found = new Map<string, Source>();
	for (const [source, addresses] of asked)
		for (const ip of await addresses)
			if (!found.has(ip) && found.size < MAX_ADDRESSES) found.set(ip, source);
	return permitted(visit, found);
}

function pick<T>(list: readonly T[]): T | undefined {
	return list.length === 0 ? undefined : list[randomInt(list.length)];
}

export function permitted(visit: Visit, found: Addresses): Addresses {
	return new Map(
		[...found].filter(([ip]) => {
			if (visit.vantage.permits(ip)) return true;
			visit.refused.add(ip);
			return false;
		}),
	);
}

export function hostOf(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, "");
}
