/** Sites that turn visitors away, move them on, or do not work: nobody's censorship. */
import type { ServerFault } from "../net/index.ts";
import {
	caseOf,
	DOWN,
	type Expectation,
	likely,
	OK,
	REFUSED_BY_SITE,
	type Scenario,
	scenario,
} from "./types.ts";

const NEWS = "https://news.example/";

function faulty(
	from: ServerFault["from"],
	fault: ServerFault["fault"],
	name = "news.example",
) {
	return { faults: { [name]: { from, fault } } };
}

const DOWN_IN_SOME_WAY: readonly (readonly [ServerFault["fault"], string])[] = [
	["refuse", "refuses connections"],
	["drop", "does not answer"],
	["reset", "resets connections"],
	["expired", "has an expired certificate"],
	["hang_up", "hangs up on every request"],
];

const REFUSALS: readonly (readonly [ServerFault["fault"], string])[] = [
	["captcha", "asks visitors from the country for proof that they are people"],
	["geoblock", "refuses visitors from the country"],
	["legal", "withholds the page in the country for legal reasons"],
	["rate_limit", "finds that the visitor comes too often"],
	["front_refusal", "has a content network in front that refuses the visitor"],
];

/** Where the destination of a redirect is cut off, the site that was asked for could not be read. */
const BROKEN_HOPS: readonly (readonly [
	string,
	string,
	Parameters<typeof caseOf>[0]["network"],
	Expectation,
])[] = [
	[
		"sni-reset",
		"handshakes that name the destination are reset",
		{ tls: [{ name: "news.example", act: { kind: "reset" } }] },
		likely("tls.reset.sni", { cause: "server_name" }),
	],
	[
		"dns-nxdomain",
		"the provider's resolver says that the destination does not exist",
		{
			dns: [
				{ name: "news.example", at: "resolver", act: { kind: "nxdomain" } },
			],
		},
		likely("dns.injection.nxdomain", { cause: "dns" }),
	],
	[
		"ip-drop",
		"packets to the destination are dropped",
		{
			addresses: [{ ips: ["203.0.113.10", "203.0.113.11"], act: "drop" }],
		},
		likely("tcp.timeout", { cause: "address" }),
	],
];

export const SERVERS: readonly Scenario[] = [
	{
		id: "open-network",
		truth: "Nothing is done to anything.",
		cases: [
			NEWS,
			"https://six.example/",
			"http://plain.example/",
			"https://old.example/",
			"https://shop.example/",
			"https://short.example/",
			"http://upgrade.example/",
			"https://chat.example/",
		].map((url) => caseOf({ label: new URL(url).hostname, url, expect: OK })),
	},
	scenario(
		"open-network-quiet",
		"Nothing is done to anything; an ordinary visit.",
		{
			url: NEWS,
			quiet: true,
			expect: OK,
		},
	),
	...DOWN_IN_SOME_WAY.map(([fault, does]) =>
		scenario(
			`site-${String(fault).replace("_", "-")}`,
			`The site ${does}, for everybody.`,
			{ url: NEWS, ...faulty("everywhere", fault), expect: DOWN },
		),
	),
	scenario("site-error", "The site answers everybody with an error.", {
		url: NEWS,
		...faulty("everywhere", "error"),
		undecidable:
			"the site itself was reached and answered, over a verified connection",
		expect: OK,
	}),
	scenario(
		"site-redirect-dead",
		"The site sends everybody to a name that does not exist.",
		{
			url: "https://short.example/",
			...faulty(
				"everywhere",
				{ redirect: "https://gone.example/" },
				"short.example",
			),
			expect: DOWN,
		},
	),
	...REFUSALS.map(([fault, does]) =>
		scenario(`site-${String(fault).replace("_", "-")}`, `The site ${does}.`, {
			url: NEWS,
			...faulty("here", fault),
			expect: REFUSED_BY_SITE,
		}),
	),
	scenario(
		"site-captcha-clear",
		"A site in clear text asks visitors from the country for proof.",
		{
			url: "http://plain.example/",
			...faulty("here", "captcha", "plain.example"),
			expect: REFUSED_BY_SITE,
		},
	),
	scenario(
		"site-error-here",
		"The site answers visitors from the country with an error.",
		{ url: NEWS, ...faulty("here", "error"), expect: OK },
	),
	scenario(
		"site-drop-here",
		"The site's own firewall drops packets from the country.",
		{
			url: NEWS,
			...faulty("here", "drop"),
			undecidable: "silence at the server and silence on the way look the same",
			expect: likely("tcp.timeout"),
		},
	),
	...BROKEN_HOPS.map(([id, what, network, expect]) =>
		scenario(`hop-${id}`, `A short link works, and ${what}.`, {
			url: "https://short.example/",
			network: network ?? {},
			expect,
		}),
	),
];
