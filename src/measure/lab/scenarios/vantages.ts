/** Networks that are broken or odd, helpers that are away, and QUIC. */
import type { NetworkCondition } from "../net/index.ts";
import {
	impaired,
	likely,
	OK,
	type Scenario,
	scenario,
	UNFIT,
} from "./types.ts";

const NEWS = "https://news.example/";
const NEWS_IPS = ["203.0.113.10", "203.0.113.11"];
const WITHOUT_HELPER: NetworkCondition = {
	addresses: [{ ips: ["198.51.100.53"], act: "drop" }],
};
const LOGIN = "http://login.example/";

export const VANTAGES: readonly Scenario[] = [
	scenario(
		"helper-cut-off",
		"Packets to the helper are dropped; the site is open.",
		{
			url: NEWS,
			network: WITHOUT_HELPER,
			expect: OK,
		},
	),
	scenario(
		"helper-overloaded",
		"The helper answers that it is too busy; the site is open.",
		{
			url: NEWS,
			helperIsDown: true,
			expect: OK,
		},
	),
	scenario(
		"helper-cut-off-sni",
		"Packets to the helper are dropped, and handshakes that name the site are reset.",
		{
			url: NEWS,
			network: {
				...WITHOUT_HELPER,
				tls: [{ name: "news.example", act: { kind: "reset" } }],
			},
			expect: likely("tls.reset.sni", { cause: "server_name" }),
		},
	),
	scenario(
		"helper-cut-off-ip",
		"Packets to the helper and to the site are dropped.",
		{
			url: NEWS,
			network: {
				addresses: [{ ips: ["198.51.100.53", ...NEWS_IPS], act: "drop" }],
			},
			undecidable: "nothing tells whether the site works from elsewhere",
			expect: impaired(null),
		},
	),
	scenario(
		"portal-redirect",
		"A network wants its users to log in: pages in clear text lead to the log-in page, the rest is dropped.",
		{
			url: NEWS,
			network: {
				http: [
					{
						except: "login.example",
						act: { kind: "redirect", location: LOGIN },
					},
				],
				tls: [{ act: { kind: "drop" } }],
			},
			expect: UNFIT,
		},
	),
	scenario(
		"portal-dns",
		"A network wants its users to log in: every name is answered with the log-in page's address.",
		{
			url: "http://plain.example/",
			network: {
				dns: [{ at: "path", act: { kind: "answer", ips: ["192.0.2.90"] } }],
			},
			expect: UNFIT,
		},
	),
	scenario("outage", "No packet comes back from anywhere.", {
		url: NEWS,
		network: { addresses: [{ ips: "all", act: "drop" }] },
		expect: UNFIT,
	}),
	scenario("outage-but-dns", "Only the provider's resolver answers.", {
		url: NEWS,
		network: {
			addresses: [80, 443].map((port) => ({ ips: "all", port, act: "drop" })),
		},
		expect: UNFIT,
	}),
	scenario("loss-some", "The line loses one piece in fifty.", {
		url: NEWS,
		network: { line: { loss: 0.02 } },
		expect: OK,
	}),
	scenario("loss-much", "The line loses one piece in ten.", {
		url: NEWS,
		network: { line: { loss: 0.1 } },
		expect: OK,
	}),
	scenario("ipv6-broken", "Nothing answers over IPv6.", {
		url: "https://six.example/",
		network: { line: { ipv6Broken: true } },
		expect: OK,
	}),
	scenario(
		"ipv6-broken-ip-drop",
		"Nothing answers over IPv6, and packets to the site's IPv4 address are dropped.",
		{
			url: "https://six.example/",
			network: {
				line: { ipv6Broken: true },
				addresses: [{ ips: ["203.0.113.12"], act: "drop" }],
			},
			expect: likely("tcp.timeout", { cause: "address" }),
		},
	),
	scenario("quic-open", "The site is open over TCP and over QUIC.", {
		url: "https://fast.example/",
		askQuic: true,
		expect: { ...OK, layers: { quic: "ok" } },
	}),
	scenario(
		"quic-drop",
		"QUIC packets to the site are dropped; it is open over TCP.",
		{
			url: "https://fast.example/",
			askQuic: true,
			network: { quicDropped: ["203.0.113.75"] },
			expect: { ...OK, layers: { quic: "likely_blocked" } },
		},
	),
	scenario("quic-drop-all", "The network drops all QUIC.", {
		url: "https://fast.example/",
		askQuic: true,
		network: { quicDropped: "all" },
		undecidable: "many networks drop UDP for reasons of their own",
		expect: { ...OK, layers: { quic: "insufficient" } },
	}),
];
