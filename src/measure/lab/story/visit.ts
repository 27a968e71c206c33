/**
 * One visit to a site as an emulated probe and the helper see it: what the
 * plot's technique, the confounds and chance make of look-ups, connections,
 * handshakes and pages.
 */
import type { Random } from "../random.ts";
import {
	asnOfEmulated,
	BLOCK_PAGE,
	BOGON_ANSWER,
	type Network,
	PUBLIC_RESOLVER,
	type Site,
	siteOf,
} from "./cast.ts";
import type { Answer, Flow, Hop, Lookup } from "./flows.ts";
import {
	blockPage,
	blockPageChain,
	chainOf,
	challengePage,
	errorPage,
	pageOf,
} from "./pages.ts";
import { BROKEN_VERSION, type Plot, type Technique } from "./plot.ts";

export interface Visitor {
	readonly network: Network;
	readonly softwareVersion: string;
	readonly plot: Plot;
	readonly atMs: number;
	readonly random: Random;
}

/** What the test helper saw of the same URL; `failure` means it could not be asked. */
export interface ControlView {
	readonly failure: string | null;
	readonly site: Site;
	readonly addresses: readonly string[];
	readonly tcpFailure: string | null;
	readonly answer: Answer | undefined;
}

export interface Visit {
	readonly hops: readonly Hop[];
	readonly control: ControlView;
}

type Mishap =
	| "dns_timeout"
	| "tcp_timeout"
	| "tls_timeout"
	| "tls_reset"
	| "http_eof";

/** One visit in seventy meets something that has no cause worth naming. */
const MISHAP_RATE = 0.014;
const MISHAPS: readonly Mishap[] = [
	"dns_timeout",
	"tcp_timeout",
	"tcp_timeout",
	"tls_timeout",
	"tls_timeout",
	"tls_reset",
	"http_eof",
];
const CAPTCHA_RATE = 0.2;
const CONTROL_FAILURE_RATE = 0.02;
const DOH_RESOLVER = "https://resolver.example/dns-query";

/** A visit to `site`, followed through its redirects. */
export function visitSite(visitor: Visitor, site: Site): Visit {
	const control = controlView(visitor, site);
	const hops: Hop[] = [];
	for (let next: Site | undefined = site; next !== undefined; ) {
		const { hop, answer } = visitHop(
			visitor,
			next,
			hops.length === 0 ? control.addresses : [],
		);
		hops.push(hop);
		const location: string | undefined = answer?.headers["Location"];
		next = location === undefined ? undefined : siteOf(location);
	}
	return { hops, control };
}

function controlView(visitor: Visitor, site: Site): ControlView {
	const { plot, atMs, random } = visitor;
	if (random.chance(CONTROL_FAILURE_RATE))
		return {
			failure: "generic_timeout_error",
			site,
			addresses: [],
			tcpFailure: null,
			answer: undefined,
		};
	const down = plot.isConfounded("site_down", site.host, atMs);
	const refuses = down && refusesWhenDown(site);
	const end = site.redirectTo === undefined ? site : siteOf(site.redirectTo);
	return {
		failure: null,
		site,
		addresses: poolPick(site, "helper"),
		tcpFailure: refuses ? "connection_refused_error" : null,
		answer: refuses ? undefined : down ? errorPage() : pageOf(end),
	};
}

/** Half of the sites that go down refuse connections; the others say that they are overloaded. */
function refusesWhenDown(site: Site): boolean {
	return site.addresses.length === 2;
}

/** Two addresses of the site's pool, by who asks. */
function poolPick(site: Site, asker: string): readonly string[] {
	if (site.addresses.length <= 2) return site.addresses;
	let offset = 0;
	for (const char of asker) offset = (offset * 31 + char.charCodeAt(0)) % 97;
	return [0, 1].map(
		(i) =>
			site.addresses[(offset + i * 2) % site.addresses.length] ??
			site.addresses[0] ??
			"",
	);
}

/** One hop: look-ups, then every address tried; the page of the flow that fetched it. */
export function visitHop(
	visitor: Visitor,
	site: Site,
	helperAddresses: readonly string[],
): { hop: Hop; answer: Answer | undefined } {
	const { network, plot, atMs, random } = visitor;
	const technique = plot.techniqueAgainst(network.asn, site.host, atMs);
	const mishap = random.chance(MISHAP_RATE) ? random.pick(MISHAPS) : undefined;
	const lookups = lookUp(visitor, site, technique, mishap);
	const classic =
		lookups.find((l) => l.engine === "getaddrinfo")?.addresses ?? [];
	const others = [
		...new Set([...lookups.flatMap((l) => l.addresses), ...helperAddresses]),
	]
		.filter((ip) => !classic.includes(ip))
		.slice(0, 2);
	const secure = site.url.startsWith("https:");
	const flows: Flow[] = [];
	let fetched: Flow | undefined;
	for (const ip of [...classic, ...others]) {
		const flow = connect(visitor, site, ip, secure, technique, mishap, {
			classic: classic.includes(ip),
			mayFetch: true,
			fetches: fetched === undefined,
		});
		if (flow.fetches && flow.tcpFailure === null && !flow.tls?.failure)
			fetched ??= flow;
		flows.push(flow);
		if (!secure)
			flows.push(
				connect(visitor, site, ip, true, technique, mishap, {
					classic: classic.includes(ip),
					mayFetch: false,
					fetches: false,
				}),
			);
	}
	return {
		hop: { lookups, flows },
		answer: fetched?.httpFailure === null ? fetched.answer : undefined,
	};
}

function lookUp(
	visitor: Visitor,
	site: Site,
	technique: Technique | undefined,
	mishap: Mishap | undefined,
): Lookup[] {
	const honest = poolPick(site, `as${visitor.network.asn}`);
	const [addresses, failure] = forgedAnswer(technique) ?? [honest, null];
	const lookup = (
		engine: Lookup["engine"],
		resolver: string,
		answers: readonly string[],
		failed: string | null,
	): Lookup => ({
		engine,
		host: site.host,
		resolver,
		addresses: failed === null ? answers : [],
		asns: answers.map(asnOfEmulated),
		failure: failed,
	});
	const lookups = [
		lookup(
			"getaddrinfo",
			"",
			addresses,
			mishap === "dns_timeout" ? "generic_timeout_error" : failure,
		),
		// Forged on the way, so that asking another resolver in clear text does not help.
		lookup("udp", `${PUBLIC_RESOLVER.ip}:53`, addresses, failure),
	];
	if (visitor.random.chance(0.3))
		lookups.push(lookup("doh", DOH_RESOLVER, honest, null));
	return lookups;
}

function forgedAnswer(
	technique: Technique | undefined,
): readonly [readonly string[], string | null] | undefined {
	switch (technique) {
		case "dns_nxdomain":
			return [[], "dns_nxdomain_error"];
		case "dns_bogon":
			return [[BOGON_ANSWER], null];
		case "dns_blockpage":
			return [[BLOCK_PAGE.ip], null];
		default:
			return undefined;
	}
}

function connect(
	visitor: Visitor,
	site: Site,
	ip: string,
	secure: boolean,
	technique: Technique | undefined,
	mishap: Mishap | undefined,
	role: Pick<Flow, "classic" | "mayFetch" | "fetches">,
): Flow {
	const { plot, atMs, random } = visitor;
	const down = plot.isConfounded("site_down", site.host, atMs);
	const forged = ip === BOGON_ANSWER || ip === BLOCK_PAGE.ip;
	const tcpFailure =
		ip === BOGON_ANSWER || mishap === "tcp_timeout"
			? "generic_timeout_error"
			: down && refusesWhenDown(site) && !forged
				? "connection_refused"
				: null;
	const answer =
		ip === BLOCK_PAGE.ip
			? blockPage()
			: down
				? errorPage()
				: plot.isConfounded("captcha", site.host, atMs) &&
						random.chance(CAPTCHA_RATE)
					? challengePage(site)
					: pageOf(site);
	return {
		host: site.host,
		url: site.url,
		ip,
		port: secure ? 443 : 80,
		method: "GET",
		...role,
		tcpFailure,
		tls: secure ? shakeHands(visitor, site, ip, technique, mishap) : undefined,
		httpFailure:
			technique === "http_stall"
				? "generic_timeout_error"
				: mishap === "http_eof"
					? "eof_error"
					: null,
		answer,
	};
}

function shakeHands(
	visitor: Visitor,
	site: Site,
	ip: string,
	technique: Technique | undefined,
	mishap: Mishap | undefined,
): NonNullable<Flow["tls"]> {
	if (technique === "tls_reset" || mishap === "tls_reset")
		return { failure: "connection_reset", certificates: [] };
	if (technique === "tls_drop" || mishap === "tls_timeout")
		return { failure: "generic_timeout_error", certificates: [] };
	if (ip === BLOCK_PAGE.ip)
		return { failure: "ssl_unknown_authority", certificates: blockPageChain() };
	const broken =
		visitor.softwareVersion === BROKEN_VERSION &&
		visitor.plot.isConfounded("broken_tls_roots", site.host, visitor.atMs);
	return {
		failure: broken ? "ssl_unknown_authority" : null,
		certificates: chainOf(site.host),
	};
}
