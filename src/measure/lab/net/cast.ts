/**
 * Who is on the emulated internet: sites by name and address, in the
 * documentation ranges (RFC 5737, RFC 3849) and names (RFC 6761) that nobody
 * can have, and what may be wrong with a server. Networks have the numbers
 * 64496 to 64511 (RFC 5398).
 */
import type { RefusalKind } from "./pages.ts";

export interface Site {
	readonly names: readonly string[];
	readonly ips: readonly string[];
	readonly asn: number;
	/** What it speaks on port 443; undefined: nothing. */
	readonly tls?: "http1" | "http2" | "tls12";
	/** Where it sends visitors; undefined: it has a page. A path keeps the host. */
	readonly redirect?: {
		readonly to: string;
		/** `clear`: only visits in clear text. `without_cookie`: until a cookie it set comes back. */
		readonly when: "always" | "clear" | "without_cookie";
	};
	readonly pageBytes?: number;
	/** It answers QUIC, and says so. */
	readonly quic?: boolean;
}

/** What is wrong with a server, whoever's fault. `here`: towards visitors of the measured networks only. */
export interface ServerFault {
	readonly from: "here" | "everywhere";
	readonly fault:
		| "refuse"
		| "drop"
		| "reset"
		| "error"
		| "expired"
		| "no_name"
		| "hang_up"
		| RefusalKind
		| { readonly kbps: number }
		| { readonly redirect: string };
}

export const SITES: readonly Site[] = [
	{
		names: ["news.example", "www.news.example"],
		ips: ["203.0.113.10", "203.0.113.11"],
		asn: 64505,
		tls: "http2",
	},
	{
		names: ["six.example"],
		ips: ["2001:db8:12::1", "203.0.113.12"],
		asn: 64505,
		tls: "http2",
	},
	{ names: ["plain.example"], ips: ["203.0.113.20"], asn: 64506 },
	{
		names: ["old.example"],
		ips: ["203.0.113.30"],
		asn: 64506,
		tls: "tls12",
	},
	{
		names: ["shop.example"],
		ips: ["203.0.113.40"],
		asn: 64507,
		tls: "http1",
		redirect: { to: "/", when: "without_cookie" },
	},
	{
		names: ["short.example"],
		ips: ["203.0.113.50"],
		asn: 64507,
		tls: "http1",
		redirect: { to: "https://news.example/", when: "always" },
	},
	{
		names: ["upgrade.example"],
		ips: ["203.0.113.55"],
		asn: 64507,
		tls: "http2",
		redirect: { to: "https://upgrade.example/", when: "clear" },
	},
	{
		names: ["chat.example", "mail.example"],
		ips: ["203.0.113.60"],
		asn: 64508,
		tls: "http2",
	},
	{
		names: ["video.example"],
		ips: ["203.0.113.70"],
		asn: 64508,
		tls: "http1",
		pageBytes: 80_000,
	},
	{
		names: ["film.example"],
		ips: ["203.0.113.71"],
		asn: 64508,
		tls: "http1",
		pageBytes: 160_000,
	},
	{
		names: ["fast.example"],
		ips: ["203.0.113.75"],
		asn: 64508,
		tls: "http2",
		quic: true,
	},
	// Where other names are forged to.
	{
		names: ["elsewhere.example"],
		ips: ["203.0.113.99"],
		asn: 64509,
		tls: "http1",
		pageBytes: 900,
	},
];

/** Sites that nobody blocks. */
export const INNOCENTS: readonly Site[] = [
	{
		names: ["innocent.example"],
		ips: ["198.51.100.20"],
		asn: 64503,
		tls: "http2",
	},
	{
		names: ["ordinary.example"],
		ips: ["198.51.100.21"],
		asn: 64504,
		tls: "http1",
		quic: true,
	},
];

export const HELPER = {
	names: ["helper.example"],
	ips: ["198.51.100.53"],
	asn: 64502,
	tls: "http1",
} as const satisfies Site;
export const DOH = {
	names: ["doh.example"],
	ips: ["198.51.100.54"],
	asn: 64502,
	tls: "http1",
} as const satisfies Site;
/** A public resolver, asked over UDP. */
export const PUBLIC_RESOLVER = { ip: "198.51.100.55", port: 53 };
/** In the provider's network: its resolver, its block page, its log-in page. */
export const PROVIDER = {
	resolver: "192.0.2.53",
	blockPage: {
		names: ["notice.example"],
		ips: ["192.0.2.80"],
		asn: 64500,
		tls: "http1",
	},
	portal: { names: ["login.example"], ips: ["192.0.2.90"], asn: 64500 },
} as const satisfies Readonly<Record<string, string | Site>>;

/** Path of an object on every site, just large enough to compare speeds with. */
export const OBJECT_PATH = "/object";
export const OBJECT_BYTES = 73_728;
/** Path of a page without content, to tell captive portals by. */
export const CHECK_PATH = "/generate_204";

const RANGES = ["192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"];

/** Whether an address is of the emulated internet. */
export function isEmulatedAddress(ip: string): boolean {
	return RANGES.some((prefix) => ip.startsWith(prefix));
}

/** Whose network an address is in; 0: nobody's. */
export function asnOfAddress(ip: string): number {
	return (
		[
			...SITES,
			...INNOCENTS,
			HELPER,
			DOH,
			PROVIDER.blockPage,
			PROVIDER.portal,
		].find(({ ips }) => (ips as readonly string[]).includes(ip))?.asn ?? 0
	);
}
