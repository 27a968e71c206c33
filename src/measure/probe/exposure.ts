/**
 * What a run sends, and what someone who watches the line sees of it, worked
 * out before anything is sent. Sizes are provisional: typical of what visits
 * to well-known sites move, not measured on this line.
 */
export interface Exposing {
	readonly full: boolean;
	readonly findCauses: boolean;
	readonly compareSpeeds: boolean;
	readonly askQuic: boolean;
	readonly helper: string | undefined;
	readonly doh: boolean;
	readonly udpResolvers: boolean;
	readonly submit: string | undefined;
	/** Hosts asked at the start, to see that the line works. */
	readonly checks: readonly string[];
}

export interface Exposure {
	/** Megabytes, typical and at most. */
	readonly typicalMb: number;
	readonly mostMb: number;
	/** What is sent, to whom. */
	readonly sends: readonly string[];
	/** What the provider sees. */
	readonly watcherSees: readonly string[];
}

const TYPICAL_PAGE_MB = 0.15;
const MOST_PAGE_MB = 0.6;
/** Redirects, at most ten of them, seldom more than two. */
const TYPICAL_HOPS = 1.5;
const MOST_HOPS = 11;
/** Six pairs of transfers of half a megabyte. */
const SPEEDS_MB = 6.3;
const FULL_EXTRA_MB = 0.1;
const CAUSES_MB = 0.05;

/** The exposure of a run over this many targets. */
export function exposureOf(targetCount: number, how: Exposing): Exposure {
	const typical =
		TYPICAL_PAGE_MB * TYPICAL_HOPS +
		(how.full ? FULL_EXTRA_MB : 0) +
		(how.compareSpeeds ? SPEEDS_MB : 0);
	const most =
		MOST_PAGE_MB * MOST_HOPS +
		(how.full ? FULL_EXTRA_MB * MOST_HOPS : 0) +
		(how.findCauses ? CAUSES_MB : 0) +
		(how.compareSpeeds ? 2 * SPEEDS_MB : 0);
	const when = <T>(condition: boolean, ...items: T[]): readonly T[] =>
		condition ? items : [];
	return {
		typicalMb: round(typical * targetCount),
		mostMb: round(most * targetCount),
		sends: [
			...(how.checks.length === 0
				? []
				: [
						`at the start, to see that the line works: ${how.checks.join(", ")} (--skip-check leaves this out)`,
					]),
			"each site: one ordinary visit, the page alone, without its pictures and scripts",
			...when(how.full, "each site: connections to every address it has"),
			...when(
				how.full && how.udpResolvers,
				"a public resolver: the site's name, unencrypted",
			),
			...when(how.full && how.doh, "a DoH server: the site's name, encrypted"),
			...when(
				how.findCauses,
				"after a failure: the visit once more, and up to five connections that ask for another name, or for the site's name at another site's address",
			),
			...when(
				how.compareSpeeds,
				"each site: the same file twelve times, and where that leaves it open up to forty times, by turns under two names",
			),
			...when(how.askQuic, "each site that offers QUIC: three UDP packets"),
			...(how.helper === undefined
				? []
				: [`${how.helper}: the sites' full addresses, and your IP address`]),
			...(how.submit === undefined
				? []
				: [`${how.submit}: the results, and your IP address`]),
		],
		watcherSees: [
			"the name of every site you measure, when, and how much came back",
			"for addresses that begin with http:// the whole page, for https:// the name only",
			"that the program is Node.js, from the way it opens encrypted connections",
			...when(
				how.full || how.findCauses || how.compareSpeeds,
				"a pattern that no browser makes: whoever looks for measuring can recognise it",
			),
		],
	};
}

/** The log that an observer on the line could write of one visit, before it happens. */
export function rehearse(target: string, how: Exposing): readonly string[] {
	const url = new URL(target);
	const isSecure = url.protocol === "https:";
	const port = url.port || (isSecure ? "443" : "80");
	return [
		`DNS     your provider's resolver is asked: where is ${url.hostname}?`,
		...(how.full && how.udpResolvers
			? [
					`DNS     a public resolver is asked, unencrypted: where is ${url.hostname}?`,
				]
			: []),
		...(how.full && how.doh ? ["TLS     a connection to a DoH server"] : []),
		`TCP     a connection to ${how.full ? "every address" : "one address"} of ${url.hostname}, port ${port}`,
		...(isSecure
			? [
					`TLS     server name ${url.hostname}, in the clear; Node.js's handshake`,
					"HTTPS   an encrypted page: its size and time, not its address or content",
				]
			: [
					`HTTP    GET ${url.href}, in the clear, and the page that comes back`,
				]),
		...(how.helper === undefined
			? []
			: [
					`TLS     a connection to the helper ${new URL(how.helper).host}${how.helper.startsWith("http:") ? ", UNENCRYPTED: the site's address can be read" : ""}`,
				]),
		...(how.submit === undefined
			? []
			: [`TLS     a connection to the collector ${new URL(how.submit).host}`]),
		"…and the same again for every site that this one redirects to",
	];
}

function round(megabytes: number): number {
	return megabytes < 10
		? Math.round(megabytes * 10) / 10
		: Math.round(megabytes);
}
