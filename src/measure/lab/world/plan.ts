/**
 * Weeks in an emulated country, planned from a seed: who measures what and
 * when, and what is done to each network meanwhile. The plan is the truth;
 * what is found is up to the probe.
 */
import type { NetworkCondition, ServerFault } from "../net/index.ts";
import { createRandom, type Random } from "../random.ts";

export interface WorldOptions {
	readonly seed: string;
	/** First day, `YYYY-MM-DD`. */
	readonly since: string;
	readonly days: number;
	/** Providers, at most 12. */
	readonly networks: number;
	/** Sessions of each network in a day. */
	readonly sessions: number;
}

/** What is done to one site on one network, half-open in time. */
export interface WorldEpisode {
	readonly asn: number;
	readonly target: string;
	readonly mechanism: string;
	readonly since: string;
	readonly until: string;
	readonly condition: NetworkCondition;
}

/** A site that is down for everybody. */
export interface WorldOutage {
	readonly target: string;
	readonly since: string;
	readonly until: string;
	readonly fault: ServerFault;
}

/** One probe's run over all sites, from one network. */
export interface WorldSession {
	readonly at: string;
	readonly asn: number;
	readonly reportId: string;
}

export interface WorldPlan {
	readonly urls: readonly string[];
	readonly episodes: readonly WorldEpisode[];
	readonly outages: readonly WorldOutage[];
	/** In order of time. */
	readonly sessions: readonly WorldSession[];
}

const FIRST_ASN = 64496;
const HOUR_MS = 3_600_000;
const TARGET = "news.example";
const URLS = [
	`https://${TARGET}/`,
	"https://mail.example/",
	"http://plain.example/",
];

/** Ways to block the one site that the country quarrels with. */
const METHODS: readonly (readonly [mechanism: string, NetworkCondition])[] = [
	["tls.reset.sni", { tls: [{ name: TARGET, act: { kind: "reset" } }] }],
	["tls.timeout.sni", { tls: [{ name: TARGET, act: { kind: "drop" } }] }],
	[
		"dns.injection.nxdomain",
		{ dns: [{ name: TARGET, at: "resolver", act: { kind: "nxdomain" } }] },
	],
	[
		"dns.injection.bogon",
		{
			dns: [
				{
					name: TARGET,
					at: "resolver",
					act: { kind: "answer", ips: ["10.66.34.34"] },
				},
			],
		},
	],
	[
		"tcp.timeout",
		{ addresses: [{ ips: ["203.0.113.10", "203.0.113.11"], act: "drop" }] },
	],
];

/**
 * The country blocks the site for the middle half of the time: one provider
 * begins, the others follow within a day, one of them never does; there is a
 * brief window in between. Before it, a site is down for half a day.
 */
export function planWorld(options: WorldOptions): WorldPlan {
	const random = createRandom(`world/${options.seed}`);
	const startMs = Date.parse(`${options.since}T00:00:00Z`);
	const spanMs = options.days * 24 * HOUR_MS;
	const hour = (ms: number): string =>
		new Date(Math.floor(ms / HOUR_MS) * HOUR_MS).toISOString();
	const asns = Array.from(
		{ length: options.networks },
		(_, index) => FIRST_ASN + index,
	);
	const windowMs = startMs + spanMs * random.between(0.45, 0.55);
	const episodes = asns
		.slice(0, Math.max(1, asns.length - 1))
		.flatMap((asn, index): WorldEpisode[] => {
			const [mechanism, condition] = random.pick(METHODS);
			const sinceMs =
				startMs +
				spanMs / 4 +
				(index === 0 ? 0 : random.between(1, 24) * HOUR_MS);
			const untilMs =
				startMs + (spanMs * 3) / 4 + random.between(0, 12) * HOUR_MS;
			const parts = [
				[sinceMs, windowMs],
				[windowMs + 6 * HOUR_MS, untilMs],
			] as const;
			return parts.map(([from, to]) => ({
				asn,
				target: TARGET,
				mechanism,
				since: hour(from),
				until: hour(to),
				condition,
			}));
		});
	const outageMs = startMs + spanMs / 8;
	return {
		urls: URLS,
		episodes,
		outages: [
			{
				target: "plain.example",
				since: hour(outageMs),
				until: hour(outageMs + 12 * HOUR_MS),
				fault: { from: "everywhere", fault: "drop" },
			},
		],
		sessions: asns
			.flatMap((asn) =>
				sessionsOf(asn, startMs, options, random.fork(`${asn}`)),
			)
			.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.asn - b.asn)),
	};
}

function sessionsOf(
	asn: number,
	startMs: number,
	{ days, sessions }: WorldOptions,
	random: Random,
): readonly WorldSession[] {
	return Array.from({ length: days * sessions }, (_, index) => {
		const atMs = startMs + ((index + random.next()) / sessions) * 24 * HOUR_MS;
		const at = new Date(Math.floor(atMs / 1000) * 1000).toISOString();
		const stamp = at.slice(0, 19).replace(/[-:]/g, "");
		return {
			at,
			asn,
			reportId: `${stamp}Z_webconnectivity_QZ_${asn}_n1_${random.hex(16)}`,
		};
	});
}
