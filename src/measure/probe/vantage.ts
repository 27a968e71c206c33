/**
 * Where a measurement is made from: whom to ask, whom to trust, and how an
 * address is reached. The probe knows the network only through this, so that
 * the same code measures a real network and an emulated one.
 */
import { lookup } from "node:dns/promises";
import { isBogon, isLoopback } from "../../base/index.ts";

export interface Endpoint {
	readonly ip: string;
	readonly port: number;
}

/** Where a connection or datagram for an endpoint is really sent. */
export interface Route {
	readonly host: string;
	readonly port: number;
}

/** The country, network and resolver that a measurement states. */
export interface NetworkName {
	readonly cc: string;
	/** 0: unknown. */
	readonly asn: number;
	readonly name: string;
	readonly resolverAsn: number;
	readonly resolverIp: string;
	readonly resolverName: string;
}

export interface Vantage {
	readonly network: NetworkName;
	/** The system's resolver. Throws as `node:dns` does (`ENOTFOUND`, `EAI_AGAIN`…). */
	systemLookup(hostname: string): Promise<{
		readonly addresses: readonly string[];
		readonly cname?: string;
	}>;
	/** Public resolvers to ask over UDP/53; the port may differ in a lab. */
	readonly udpResolvers: readonly Endpoint[];
	/** DoH addresses, `https://dns.example/dns-query`. */
	readonly dohResolvers: readonly string[];
	/** Helpers, tried in order. */
	readonly helpers: readonly string[];
	/** PEM of authorities trusted beside the public ones. */
	readonly ca: string | undefined;
	/** Where an endpoint really is: itself, but for emulated addresses. */
	route(endpoint: Endpoint, protocol: "tcp" | "udp"): Route;
	/** Whether a target may be contacted at this address. Asked for every address, after every look-up and redirect (P7). */
	permits(ip: string): boolean;
	/** A name and an address that nobody is likely to block: for finding causes and for knowing a broken line. */
	readonly innocents: readonly Innocent[];
	/** Addresses of this machine, to be taken out of what is written down (P11). */
	readonly ownAddresses: readonly string[];
}

export interface Innocent {
	readonly hostname: string;
	/** A plain page whose answer is known, to tell captive portals: URL and status. */
	readonly check?: { readonly url: string; readonly status: number };
	/** It answers QUIC: silence from others then means something. */
	readonly speaksQuic?: boolean;
	/** A larger object, to compare speeds with. */
	readonly object?: string;
}

export const UNKNOWN_NETWORK: NetworkName = {
	cc: "ZZ",
	asn: 0,
	name: "",
	resolverAsn: 0,
	resolverIp: "",
	resolverName: "",
};

/** The network that this machine is on. Private and loopback addresses are refused; a literal loopback resolver is not a target. */
export function realVantage(options: Partial<Vantage>): Vantage {
	return {
		network: UNKNOWN_NETWORK,
		systemLookup: lookupWithSystem,
		udpResolvers: [],
		dohResolvers: [],
		helpers: [],
		ca: undefined,
		route: ({ ip, port }) => ({ host: ip, port }),
		permits: (ip) => !isBogon(ip) && !isLoopback(ip),
		innocents: [],
		ownAddresses: [],
		...options,
	};
}

async function lookupWithSystem(
	hostname: string,
): Promise<{ readonly addresses: readonly string[] }> {
	const found = await lookup(hostname, { all: true });
	return { addresses: found.map(({ address }) => address) };
}
