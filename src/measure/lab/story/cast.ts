/**
 * Who is in the story: networks, sites and the pages they serve. All of it is
 * emulated: AS numbers and addresses are those reserved for documentation
 * (RFC 5398, RFC 5737, RFC 3849), every page says so, and only the names of
 * services are real, so that the pages that count by service can be seen.
 */

/** AS numbers 64496 to 64511 are reserved for documentation. */
const FIRST_ASN = 64496;
/** Hosting networks of the emulated world. */
export const CONTENT_ASN = 64508;
export const OTHER_CONTENT_ASN = 64509;
/** A resolver that anybody may use. */
export const PUBLIC_RESOLVER = {
	asn: 64511,
	ip: "203.0.113.253",
	name: "Open Resolver (emulated)",
} as const;
/** Where forged answers of one network point, and the name of the page there. */
export const BLOCK_PAGE = {
	ip: "203.0.113.80",
	host: "notice.example",
} as const;
/** A private address, as one network's resolver gives for what it forbids. */
export const BOGON_ANSWER = "10.66.34.34";

export interface Network {
	readonly asn: number;
	readonly name: string;
	readonly kind: "mobile" | "fixed" | "university";
	/** Sessions on an ordinary day. */
	readonly sessionsPerDay: number;
	/** Probes that take part over the whole story. */
	readonly probeCount: number;
	readonly resolverIp: string;
}

const network = (
	asn: number,
	name: string,
	kind: Network["kind"],
	sessionsPerDay: number,
	probeCount: number,
): Network => ({
	asn,
	name: `${name} (emulated)`,
	kind,
	sessionsPerDay,
	probeCount,
	resolverIp: `203.0.113.${asn - FIRST_ASN + 10}`,
});

export const NETWORKS: readonly Network[] = [
	network(64496, "Qaf Mobile", "mobile", 12, 14),
	network(64497, "Zay Telecom", "mobile", 9, 11),
	network(64498, "National Fixed Line", "fixed", 9, 9),
	network(64499, "Third Mobile", "mobile", 7, 8),
	network(64500, "Hill Fibre", "fixed", 5, 6),
	network(64501, "Coast Cable", "fixed", 4, 5),
	network(64502, "Valley Wireless", "fixed", 2, 3),
	network(64503, "University Network", "university", 3, 3),
	network(64504, "Trade Net", "fixed", 1.2, 2),
	network(64505, "Island Link", "fixed", 0.4, 1),
];

export interface Site {
	readonly url: string;
	readonly host: string;
	readonly addresses: readonly string[];
	/** Same length as `addresses`. */
	readonly asns: readonly number[];
	readonly title: string;
	readonly status: number;
	readonly bodyBytes: number;
	/** Where a visit is sent on to. */
	readonly redirectTo?: string;
	/** How often a session's list has it, beside 1 for an ordinary site. */
	readonly weight: number;
}

interface SiteNote {
	readonly url: string;
	readonly title: string;
	readonly status?: number;
	readonly bodyBytes?: number;
	readonly redirectTo?: string;
	readonly weight?: number;
	/** Answers come from a large pool that differs by who asks. */
	readonly pool?: boolean;
}

const SITE_NOTES: readonly SiteNote[] = [
	{ url: "https://x.com/", title: "X", bodyBytes: 1800, weight: 8 },
	{
		url: "http://x.com/",
		title: "",
		status: 301,
		redirectTo: "https://x.com/",
		weight: 2,
	},
	{
		url: "https://twitter.com/",
		title: "",
		status: 302,
		redirectTo: "https://x.com/",
		weight: 2,
	},
	{ url: "https://t.co/", title: "t.co", bodyBytes: 600, weight: 1 },
	{ url: "https://pbs.twimg.com/", title: "", status: 404, bodyBytes: 0 },
	{ url: "https://www.facebook.com/", title: "Facebook", bodyBytes: 1500 },
	{ url: "https://www.instagram.com/", title: "Instagram", bodyBytes: 1300 },
	{ url: "https://www.youtube.com/", title: "YouTube", pool: true },
	{ url: "https://www.wikipedia.org/", title: "Wikipedia", bodyBytes: 1700 },
	{ url: "https://www.bbc.com/news", title: "Home", bodyBytes: 2200 },
	{ url: "https://www.reddit.com/", title: "Reddit" },
	{ url: "https://discord.com/", title: "Discord" },
	{ url: "https://bsky.app/", title: "Bluesky" },
	{ url: "https://github.com/", title: "GitHub", pool: true },
	{
		url: "https://mmg.whatsapp.net/",
		title: "",
		status: 404,
		bodyBytes: 0,
		weight: 2,
	},
	{ url: "https://telegram.org/", title: "Telegram Messenger" },
	{ url: "https://www.torproject.org/", title: "Tor Project" },
	{ url: "https://protonvpn.com/", title: "Proton VPN" },
	{ url: "http://news.example/", title: "News", bodyBytes: 2000 },
	{ url: "https://forum.example/", title: "Forum" },
	{ url: "https://shop.example/", title: "Shop" },
	{ url: "https://radio.example/", title: "Radio", pool: true },
];

export const SITES: readonly Site[] = SITE_NOTES.map((note, index) => {
	const host = new URL(note.url).hostname;
	const own = SITE_NOTES.findIndex((n) => new URL(n.url).hostname === host);
	const base = 4 + own * 5;
	const size = note.pool ? 5 : 2;
	return {
		url: note.url,
		host,
		addresses: Array.from({ length: size }, (_, i) => contentIp(base + i)),
		asns: Array.from({ length: size }, (_, i) =>
			i > 2 || index % 5 === 4 ? OTHER_CONTENT_ASN : CONTENT_ASN,
		),
		title: note.title === "" ? "" : `${note.title} (emulated page)`,
		status: note.status ?? 200,
		bodyBytes: note.bodyBytes ?? 1000,
		...(note.redirectTo === undefined ? {} : { redirectTo: note.redirectTo }),
		weight: note.weight ?? 1,
	};
});

/** What the messaging tests talk to beside the sites of the list. */
export const APP_SITES = {
	whatsappWeb: appSite("https://web.whatsapp.com/", 130, 200, "WhatsApp Web"),
	whatsappRegistration: appSite("https://v.whatsapp.net/v2/register", 132, 400),
	telegramWeb: appSite("https://web.telegram.org/", 134, 200, "Telegram Web"),
	signal: [
		appSite("https://cdsi.signal.org/", 136, 404),
		appSite("https://chat.signal.org/", 138, 404),
		appSite("https://sfu.voip.signal.org/", 140, 404),
		appSite("https://storage.signal.org/", 142, 404),
	],
} as const;
/** First of the sixteen addresses of WhatsApp's chat endpoints, and of Telegram's six data centres. */
export const WHATSAPP_ENDPOINT_BASE = 160;
export const TELEGRAM_DC_BASE = 180;

function appSite(url: string, base: number, status: number, title = ""): Site {
	return {
		url,
		host: new URL(url).hostname,
		addresses: [contentIp(base), contentIp(base + 1)],
		asns: [CONTENT_ASN, CONTENT_ASN],
		title: title === "" ? "" : `${title} (emulated page)`,
		status,
		bodyBytes: title === "" ? 0 : 700,
		weight: 0,
	};
}

/** Address `number` (0-255) of the range that content is served from. */
export function contentIp(number: number): string {
	return `198.51.100.${number}`;
}

/** AS of an emulated address; 0 where nobody announces it. */
export function asnOfEmulated(ip: string): number {
	const site = SITES.find((s) => s.addresses.includes(ip));
	if (site) return site.asns[site.addresses.indexOf(ip)] ?? CONTENT_ASN;
	if (ip.startsWith("198.51.100.")) return CONTENT_ASN;
	if (ip === BLOCK_PAGE.ip) return 64501;
	return ip.startsWith("192.0.2.") ? OTHER_CONTENT_ASN : 0;
}

/** The site at a URL. Throws where the cast has none: a mistake in the story. */
export function siteOf(url: string): Site {
	const site = SITES.find((s) => s.url === url);
	if (!site) throw new RangeError(`no site of the story is at ${url}`);
	return site;
}
