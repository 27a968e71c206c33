/**
 * What happens in the story, network by network: the truth that verdicts and
 * incidents can be scored against, and the one thing that decides what an
 * emulated probe meets. Hours are seeded within narrow bounds, so that no two
 * seeds tell quite the same story and every seed tells this one.
 */
import { EMULATED_CC } from "../../../model/index.ts";
import { createRandom } from "../random.ts";
import { NETWORKS } from "./cast.ts";

export type Technique =
	| "tls_reset"
	| "tls_drop"
	| "dns_nxdomain"
	| "dns_bogon"
	| "dns_blockpage"
	| "http_stall"
	| "tunnel_drop";

/** What a perfect judge would call each technique. */
export const TECHNIQUE_MECHANISMS: Readonly<Record<Technique, string>> = {
	tls_reset: "tls.reset.sni",
	tls_drop: "tls.timeout.sni",
	dns_nxdomain: "dns.injection.nxdomain",
	dns_bogon: "dns.injection.bogon",
	dns_blockpage: "dns.injection.blockpage",
	http_stall: "http.timeout",
	tunnel_drop: "tcp.timeout",
};

/** One restriction on one network, half-open in time. */
export interface Episode {
	readonly kind: "block" | "shutdown";
	/** Service id; empty for a shutdown. */
	readonly service: string;
	/** Hosts (with all below them) or test names it hits; empty for a shutdown. */
	readonly targets: readonly string[];
	readonly asn: number;
	readonly technique: Technique | undefined;
	readonly mechanism: string;
	readonly since: string;
	readonly until: string;
}

/** What looks like a restriction and is none. */
export interface Confound {
	readonly kind:
		| "site_down"
		| "captcha"
		| "broken_tls_roots"
		| "answers_differ"
		| "resolver_rotation"
		| "random_failures";
	readonly targets: readonly string[];
	readonly softwareVersion?: string;
	readonly since: string;
	readonly until: string;
}

export interface StoryTruth {
	readonly emulated: true;
	readonly seed: string;
	readonly cc: string;
	readonly since: string;
	readonly until: string;
	readonly networks: readonly { readonly asn: number; readonly name: string }[];
	readonly episodes: readonly Episode[];
	readonly confounds: readonly Confound[];
}

export interface Plot {
	readonly truth: StoryTruth;
	readonly sinceMs: number;
	readonly untilMs: number;
	/** When the country first lost X: interest in measuring rises from here. */
	readonly newsAtMs: number;
	/** The technique that `asn` uses against a host or test at that moment. */
	techniqueAgainst(
		asn: number,
		target: string,
		atMs: number,
	): Technique | undefined;
	isShutDown(asn: number, atMs: number): boolean;
	isConfounded(kind: Confound["kind"], target: string, atMs: number): boolean;
}

/** Monday; the ban falls on the Saturday of the fourth week. */
export const STORY_SINCE = "2025-01-27T00:00:00Z";
export const STORY_DAYS = 60;
/** The release that shipped without its TLS roots. */
export const BROKEN_VERSION = "3.20.1";

const HOUR_MS = 3_600_000;
const X_HOSTS = ["x.com", "twitter.com", "t.co", "twimg.com"];

/** Hours since the story's start at which each network starts and ends the ban, and how it does it. */
const X_BAN: readonly {
	readonly asn: number;
	readonly technique: Technique;
	readonly from: number;
	readonly to: number;
	/** Took part in the first and in the second window of access. */
	readonly windows: readonly [boolean, boolean];
}[] = [
	ban(64498, "tls_reset", 26, 14.1, 52, 9.2, [true, true]),
	ban(64496, "tls_reset", 26, 14.7, 52, 11.0, [true, true]),
	ban(64497, "tls_reset", 26, 16.4, 52, 10.3, [true, true]),
	ban(64499, "dns_nxdomain", 26, 19.0, 52, 16.5, [true, true]),
	ban(64500, "tls_drop", 27, 5.5, 53, 4.8, [true, false]),
	ban(64501, "dns_blockpage", 27, 8.0, 52, 20.1, [false, true]),
	ban(64502, "dns_bogon", 27, 15.2, 53, 13.6, [true, false]),
	ban(64504, "tls_reset", 28, 6.3, 52, 12.9, [true, true]),
	ban(64505, "tls_reset", 28, 11.5, 54, 7.4, [false, false]),
];
const ACCESS_WINDOWS = [
	[31 * 24 + 3.2, 31 * 24 + 8.7],
	[36 * 24 + 10.1, 36 * 24 + 16.6],
] as const;

function ban(
	asn: number,
	technique: Technique,
	fromDay: number,
	fromHour: number,
	toDay: number,
	toHour: number,
	windows: readonly [boolean, boolean],
) {
	return {
		asn,
		technique,
		from: fromDay * 24 + fromHour,
		to: toDay * 24 + toHour,
		windows,
	};
}

const MEDIA_CUT: readonly (readonly [number, Technique])[] = [
	[64496, "http_stall"],
	[64497, "tls_reset"],
	[64498, "tls_reset"],
	[64499, "http_stall"],
	[64500, "tls_drop"],
];
const TUNNEL_CUT = [64496, 64497, 64498, 64499] as const;
const TUNNEL_TESTS = ["tor", "vanilla_tor", "psiphon", "openvpn"];
const TUNNEL_SITES = ["torproject.org", "protonvpn.com"];
const SHUTDOWN = [64496, 64499] as const;

/** The plot of one seed. */
export function makePlot(seed: string, since: string, days: number): Plot {
	const random = createRandom(`${seed}/plot`);
	const sinceMs = Date.parse(since);
	const untilMs = sinceMs + days * 24 * HOUR_MS;
	const at = (hours: number, spreadMinutes: number): string =>
		iso(
			sinceMs +
				hours * HOUR_MS +
				Math.round(random.between(-spreadMinutes, spreadMinutes)) * 60_000,
		);
	const episodes = [
		...xBan(at),
		...MEDIA_CUT.map(([asn, technique]) =>
			block(
				"whatsapp",
				["mmg.whatsapp.net"],
				asn,
				technique,
				at(33 * 24 + 9, 240),
				at(38 * 24 + 15, 240),
			),
		),
		...TUNNEL_CUT.flatMap((asn) => {
			const from = at(30 * 24 + 12, 600);
			const to = at(55 * 24, 600);
			return [
				block("tunnels", TUNNEL_TESTS, asn, "tunnel_drop", from, to),
				block("tunnels", TUNNEL_SITES, asn, "tls_reset", from, to),
			];
		}),
		...SHUTDOWN.map(
			(asn): Episode => ({
				kind: "shutdown",
				service: "",
				targets: [],
				asn,
				technique: undefined,
				mechanism: "network.shutdown.mobile",
				since: at(40 * 24 + 5, 20),
				until: at(40 * 24 + 15, 20),
			}),
		),
	]
		.filter((episode) => Date.parse(episode.since) < untilMs)
		.sort((a, b) => a.since.localeCompare(b.since) || a.asn - b.asn);
	const confounds = makeConfounds(sinceMs, untilMs);
	return {
		truth: {
			emulated: true,
			seed,
			cc: EMULATED_CC,
			since: iso(sinceMs),
			until: iso(untilMs),
			networks: NETWORKS.map(({ asn, name }) => ({ asn, name })),
			episodes,
			confounds,
		},
		sinceMs,
		untilMs,
		newsAtMs: sinceMs + (26 * 24 + 15) * HOUR_MS,
		...makeOracle(episodes, confounds),
	};
}

function xBan(at: (hours: number, spread: number) => string): Episode[] {
	return X_BAN.flatMap(({ asn, technique, from, to, windows }) => {
		const edges = [at(from, 20)];
		ACCESS_WINDOWS.forEach(([opens, closes], index) => {
			if (windows[index]) edges.push(at(opens, 35), at(closes, 35));
		});
		edges.push(at(to, 20));
		const episodes: Episode[] = [];
		for (let i = 0; i + 1 < edges.length; i += 2)
			episodes.push(
				block("x", X_HOSTS, asn, technique, edges[i] ?? "", edges[i + 1] ?? ""),
			);
		return episodes;
	});
}

function block(
	service: string,
	targets: readonly string[],
	asn: number,
	technique: Technique,
	since: string,
	until: string,
): Episode {
	return {
		kind: "block",
		service,
		targets,
		asn,
		technique,
		mechanism: TECHNIQUE_MECHANISMS[technique],
		since,
		until,
	};
}

function makeConfounds(sinceMs: number, untilMs: number): Confound[] {
	const span = (from: number, to: number) => ({
		since: iso(sinceMs + from * 24 * HOUR_MS),
		until: iso(Math.min(untilMs, sinceMs + to * 24 * HOUR_MS)),
	});
	const whole = span(0, Number.POSITIVE_INFINITY);
	return [
		{ kind: "site_down", targets: ["forum.example"], ...span(9.3, 10.4) },
		{ kind: "site_down", targets: ["radio.example"], ...span(44.5, 45.1) },
		{ kind: "captcha", targets: ["shop.example", "discord.com"], ...whole },
		{
			kind: "broken_tls_roots",
			targets: [],
			softwareVersion: BROKEN_VERSION,
			...span(12, 21),
		},
		{
			kind: "answers_differ",
			targets: ["www.youtube.com", "github.com", "radio.example"],
			...whole,
		},
		{ kind: "resolver_rotation", targets: [], ...whole },
		{ kind: "random_failures", targets: [], ...whole },
	];
}

function makeOracle(
	episodes: readonly Episode[],
	confounds: readonly Confound[],
): Pick<Plot, "techniqueAgainst" | "isShutDown" | "isConfounded"> {
	const timed = episodes.map((episode) => ({
		episode,
		since: Date.parse(episode.since),
		until: Date.parse(episode.until),
	}));
	const confounding = confounds.map((confound) => ({
		confound,
		since: Date.parse(confound.since),
		until: Date.parse(confound.until),
	}));
	return {
		techniqueAgainst: (asn, target, atMs) =>
			timed.find(
				({ episode, since, until }) =>
					episode.kind === "block" &&
					episode.asn === asn &&
					since <= atMs &&
					atMs < until &&
					hits(episode.targets, target),
			)?.episode.technique,
		isShutDown: (asn, atMs) =>
			timed.some(
				({ episode, since, until }) =>
					episode.kind === "shutdown" &&
					episode.asn === asn &&
					since <= atMs &&
					atMs < until,
			),
		isConfounded: (kind, target, atMs) =>
			confounding.some(
				({ confound, since, until }) =>
					confound.kind === kind &&
					since <= atMs &&
					atMs < until &&
					(confound.targets.length === 0 || hits(confound.targets, target)),
			),
	};
}

function hits(targets: readonly string[], target: string): boolean {
	return targets.some((t) => target === t || target.endsWith(`.${t}`));
}

function iso(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
