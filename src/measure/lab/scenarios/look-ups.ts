/** Names that are lied about. */
import type { DnsAct, DnsRule } from "../net/index.ts";
import {
	blocked,
	DOWN,
	impaired,
	likely,
	OK,
	type Scenario,
	scenario,
} from "./types.ts";

const NEWS = "https://news.example/";
const PLAIN = "http://plain.example/";
/** A private address, and one of a server that holds other sites. */
const BOGON = "10.66.34.34";
const OTHER_SERVER = "203.0.113.99";
const NOBODY = "203.0.113.200";
const BLOCK_PAGE = "192.0.2.80";

function about(name: string, at: DnsRule["at"], act: DnsAct) {
	return { dns: [{ name, at, act }] };
}

function forged(ip: string, trueAfterMs?: number): DnsAct {
	return {
		kind: "answer",
		ips: [ip],
		...(trueAfterMs === undefined ? {} : { trueAfterMs }),
	};
}

const AT_RESOLVER = { cause: "dns", locus: "resolver" } as const;
const ON_PATH = { cause: "dns", locus: "network" } as const;

export const LOOK_UPS: readonly Scenario[] = [
	scenario(
		"dns-bogon-resolver",
		"The provider's resolver gives a private address.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged(BOGON)),
			expect: blocked("dns.injection.bogon", AT_RESOLVER),
		},
	),
	scenario(
		"dns-bogon-path",
		"Every question about the name in clear text is answered with a private address.",
		{
			url: NEWS,
			network: about("news.example", "path", forged(BOGON)),
			expect: blocked("dns.injection.bogon", ON_PATH),
		},
	),
	scenario(
		"dns-bogon-subdomain",
		"The name and all below it are answered with a private address.",
		{
			url: "https://www.news.example/",
			network: about("news.example", "resolver", forged(BOGON)),
			expect: blocked("dns.injection.bogon", AT_RESOLVER),
		},
	),
	scenario(
		"dns-bogon-quiet",
		"The provider's resolver gives a private address, to an ordinary visit.",
		{
			url: NEWS,
			quiet: true,
			network: about("news.example", "resolver", forged(BOGON)),
			expect: blocked("dns.injection.bogon", { cause: "dns" }),
		},
	),
	scenario(
		"dns-bogon-late-truth",
		"An injector answers first with a private address; the true answer comes after it.",
		{
			url: NEWS,
			network: about("news.example", "path", forged(BOGON, 80)),
			expect: blocked("dns.injection.bogon", ON_PATH),
		},
	),
	scenario(
		"dns-loopback-path",
		"Every question about the name in clear text is answered with the asker's own machine.",
		{
			url: NEWS,
			network: about("news.example", "path", forged("127.0.0.1")),
			expect: blocked("dns.injection.bogon", ON_PATH),
		},
	),
	scenario(
		"dns-loopback-resolver",
		"The provider's resolver answers with the asker's own machine.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged("127.0.0.1")),
			undecidable:
				"a filter that the visitor installed looks the same, so it is no artefact of a censor",
			expect: likely("dns.injection.bogon", AT_RESOLVER),
		},
	),
	scenario(
		"dns-block-page-clear",
		"The provider's resolver gives the block page's address for a site in clear text.",
		{
			url: PLAIN,
			network: about("plain.example", "resolver", forged(BLOCK_PAGE)),
			expect: blocked("dns.injection.blockpage", AT_RESOLVER),
		},
	),
	scenario(
		"dns-block-page-path",
		"Questions in clear text are answered with the block page's address.",
		{
			url: PLAIN,
			network: about("plain.example", "path", forged(BLOCK_PAGE)),
			expect: blocked("dns.injection.blockpage", ON_PATH),
		},
	),
	scenario(
		"dns-block-page-secure",
		"The provider's resolver gives the block page's address for a site that is asked for by TLS.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged(BLOCK_PAGE)),
			undecidable:
				"the page is never seen: its server has no certificate for the name",
			expect: likely("dns.injection.address", AT_RESOLVER),
		},
	),
	scenario(
		"dns-other-server-resolver",
		"The provider's resolver gives the address of another site's server.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged(OTHER_SERVER)),
			expect: likely("dns.injection.address", AT_RESOLVER),
		},
	),
	scenario(
		"dns-other-server-path",
		"Questions in clear text are answered with the address of another site's server.",
		{
			url: NEWS,
			network: about("news.example", "path", forged(OTHER_SERVER)),
			expect: likely("dns.injection.address", ON_PATH),
		},
	),
	scenario(
		"dns-other-server-late-truth",
		"An injector answers first with another server's address; the true answer comes after it.",
		{
			url: NEWS,
			network: about("news.example", "path", forged(OTHER_SERVER, 80)),
			expect: blocked("dns.injection", ON_PATH),
		},
	),
	scenario(
		"dns-silent-address",
		"The provider's resolver gives an address where nobody is.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged(NOBODY)),
			expect: likely("dns.injection.address", AT_RESOLVER),
		},
	),
	scenario(
		"dns-nxdomain-resolver",
		"The provider's resolver says that the name does not exist.",
		{
			url: NEWS,
			network: about("news.example", "resolver", { kind: "nxdomain" }),
			expect: likely("dns.injection.nxdomain", AT_RESOLVER),
		},
	),
	scenario(
		"dns-nxdomain-path",
		"Every question in clear text is answered: the name does not exist.",
		{
			url: NEWS,
			network: about("news.example", "path", { kind: "nxdomain" }),
			expect: likely("dns.injection.nxdomain", ON_PATH),
		},
	),
	scenario(
		"dns-nxdomain-quiet",
		"The provider's resolver says that the name does not exist, to an ordinary visit.",
		{
			url: NEWS,
			quiet: true,
			network: about("news.example", "resolver", { kind: "nxdomain" }),
			expect: likely("dns.injection.nxdomain", { cause: "dns" }),
		},
	),
	scenario(
		"dns-empty-resolver",
		"The provider's resolver gives no address for the name.",
		{
			url: NEWS,
			network: about("news.example", "resolver", { kind: "empty" }),
			expect: likely("dns.injection.noanswer", AT_RESOLVER),
		},
	),
	scenario(
		"dns-refused-resolver",
		"The provider's resolver refuses to answer for the name.",
		{
			url: NEWS,
			network: about("news.example", "resolver", { kind: "refused" }),
			undecidable:
				"the system's stub tells a refusal and a failure by one word, so the shallower mechanism is all that can be known",
			expect: impaired("dns.servfail"),
		},
	),
	scenario(
		"dns-servfail-resolver",
		"The provider's resolver reports a failure for the name.",
		{
			url: NEWS,
			network: about("news.example", "resolver", { kind: "servfail" }),
			undecidable: "resolvers also fail by accident",
			expect: impaired("dns.servfail"),
		},
	),
	scenario(
		"dns-servfail-path",
		"Every question in clear text is answered with a failure.",
		{
			url: NEWS,
			network: about("news.example", "path", { kind: "servfail" }),
			undecidable: "resolvers also fail by accident",
			expect: impaired("dns.servfail"),
		},
	),
	scenario(
		"dns-silence-resolver",
		"The provider's resolver does not answer for the name.",
		{
			url: NEWS,
			network: about("news.example", "resolver", { kind: "silence" }),
			undecidable: "answers also get lost on bad lines",
			expect: impaired("dns.timeout"),
		},
	),
	scenario(
		"dns-silence-path",
		"Questions about the name in clear text are dropped.",
		{
			url: NEWS,
			network: about("news.example", "path", { kind: "silence" }),
			undecidable: "answers also get lost on bad lines",
			expect: impaired("dns.timeout"),
		},
	),
	scenario(
		"dns-one-of-two",
		"An honest resolver gives one of the site's two addresses.",
		{
			url: NEWS,
			network: about("news.example", "resolver", forged("203.0.113.11")),
			expect: OK,
		},
	),
	scenario(
		"dns-public-resolver-cut-off",
		"Questions to the public resolver are dropped; the provider's is honest.",
		{
			url: NEWS,
			network: { addresses: [{ ips: ["198.51.100.55"], act: "drop" }] },
			expect: OK,
		},
	),
	scenario(
		"dns-doh-cut-off",
		"The DoH resolver's address is dropped; the provider's resolver is honest.",
		{
			url: NEWS,
			network: { addresses: [{ ips: ["198.51.100.54"], act: "drop" }] },
			expect: OK,
		},
	),
	scenario("dns-name-gone", "The name does not exist any more, for anybody.", {
		url: NEWS,
		faults: { "news.example": { from: "everywhere", fault: "no_name" } },
		expect: DOWN,
	}),
];
