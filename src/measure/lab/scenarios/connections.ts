/** Connections cut off by address or by the server name in the handshake. */
import type { AddressRule, NameAct, TlsRule } from "../net/index.ts";
import {
	caseOf,
	impaired,
	likely,
	OK,
	type Scenario,
	scenario,
	UNFIT,
} from "./types.ts";

const NEWS = "https://news.example/";
const NEWS_IPS = ["203.0.113.10", "203.0.113.11"];
const PLAIN_IPS = ["203.0.113.20"];

function to(ips: readonly string[], act: AddressRule["act"], port?: number) {
	return { addresses: [{ ips, act, ...(port === undefined ? {} : { port }) }] };
}

function named(name: string, act: TlsRule["act"]) {
	return { tls: [{ name, act }] };
}

const ADDRESS = { cause: "address" } as const;
const NAME = { cause: "server_name" } as const;

export const BY_ADDRESS: readonly Scenario[] = [
	scenario("ip-drop", "Packets to all addresses of the site are dropped.", {
		url: NEWS,
		network: to(NEWS_IPS, "drop"),
		expect: likely("tcp.timeout", ADDRESS),
	}),
	scenario("ip-drop-port", "Packets to port 443 of the site are dropped.", {
		url: NEWS,
		network: to(NEWS_IPS, "drop", 443),
		expect: likely("tcp.timeout", ADDRESS),
	}),
	scenario("ip-drop-clear", "Packets to a site in clear text are dropped.", {
		url: "http://plain.example/",
		network: to(PLAIN_IPS, "drop"),
		expect: likely("tcp.timeout", ADDRESS),
	}),
	scenario(
		"ip-drop-quiet",
		"Packets to all addresses of the site are dropped, in an ordinary visit.",
		{
			url: NEWS,
			quiet: true,
			network: to(NEWS_IPS, "drop"),
			expect: likely("tcp.timeout", ADDRESS),
		},
	),
	scenario("ip-refuse", "A filter refuses connections to the site.", {
		url: NEWS,
		network: to(NEWS_IPS, "refuse"),
		expect: likely("tcp.refused", ADDRESS),
	}),
	scenario(
		"ip-refuse-clear",
		"A filter refuses connections to a site in clear text.",
		{
			url: "http://plain.example/",
			network: to(PLAIN_IPS, "refuse"),
			expect: likely("tcp.refused", ADDRESS),
		},
	),
	scenario(
		"ip-prohibit",
		"A filter answers with an ICMP message that the site is forbidden.",
		{
			needsPackets: true,
			url: NEWS,
			network: to(NEWS_IPS, "prohibit"),
			expect: likely("tcp.unreachable", ADDRESS),
		},
	),
	scenario(
		"ip-one-of-two",
		"Packets to one of the site's two addresses are dropped.",
		{
			url: NEWS,
			network: to(NEWS_IPS.slice(0, 1), "drop"),
			expect: OK,
		},
	),
	scenario(
		"ip-reset",
		"Connections to the site's addresses are accepted and reset, whatever they carry.",
		{
			url: NEWS,
			network: to(NEWS_IPS, "reset"),
			expect: likely("tls.reset.ip", ADDRESS),
		},
	),
	scenario(
		"ip-reset-clear",
		"Connections to a site in clear text are accepted and reset, whatever they carry.",
		{
			url: "http://plain.example/",
			network: to(PLAIN_IPS, "reset"),
			expect: likely("http.reset"),
		},
	),
	{
		id: "ip-shared",
		truth: "Packets to an address that two sites share are dropped.",
		cases: ["chat.example", "mail.example"].map((host) =>
			caseOf({
				label: host,
				url: `https://${host}/`,
				network: to(["203.0.113.60"], "drop"),
				expect: likely("tcp.timeout", ADDRESS),
			}),
		),
	},
];

const FACES: readonly (readonly [NameAct["kind"], string, string])[] = [
	["reset", "tls.reset.sni", "reset"],
	["drop", "tls.timeout.sni", "dropped"],
	["close", "tls.eof.sni", "closed"],
	["alert", "tls.alert.sni", "answered with a forged alert"],
	["garbage", "tls.alert.sni", "answered with what is not TLS"],
];

export const BY_SERVER_NAME: readonly Scenario[] = [
	...FACES.map(([kind, mechanism, did]) =>
		scenario(
			`sni-${kind}`,
			`Handshakes that name the site are ${did}, whatever the address.`,
			{
				url: NEWS,
				network: named("news.example", { kind } as NameAct),
				expect: likely(mechanism, NAME),
			},
		),
	),
	...(["reset", "drop"] as const).map((kind) =>
		scenario(
			`sni-${kind}-quiet`,
			`Handshakes that name the site are ${kind === "drop" ? "dropped" : "reset"}, in an ordinary visit.`,
			{
				url: NEWS,
				quiet: true,
				network: named("news.example", { kind }),
				expect: likely(
					kind === "drop" ? "tls.timeout.sni" : "tls.reset.sni",
					NAME,
				),
			},
		),
	),
	scenario(
		"sni-reset-tls12",
		"Handshakes that name a site that speaks only TLS 1.2 are reset.",
		{
			url: "https://old.example/",
			network: named("old.example", { kind: "reset" }),
			expect: likely("tls.reset.sni", NAME),
		},
	),
	scenario(
		"sni-reset-subdomain",
		"Handshakes that name the site or anything below it are reset.",
		{
			url: "https://www.news.example/",
			network: named("news.example", { kind: "reset" }),
			expect: likely("tls.reset.sni", NAME),
		},
	),
	{
		id: "sni-reset-shared",
		truth: "Of two sites at one address, handshakes that name one are reset.",
		cases: [
			caseOf({
				label: "chat.example",
				url: "https://chat.example/",
				network: named("chat.example", { kind: "reset" }),
				expect: likely("tls.reset.sni", NAME),
			}),
			caseOf({
				label: "mail.example",
				url: "https://mail.example/",
				network: named("chat.example", { kind: "reset" }),
				expect: OK,
			}),
		],
	},
	scenario(
		"sni-reset-late",
		"Connections that name the site are reset in the middle of the page.",
		{
			url: "https://video.example/",
			network: named("video.example", {
				kind: "late_reset",
				afterBytes: 30_000,
			}),
			expect: likely("http.reset"),
		},
	),
	scenario(
		"mitm-self-signed",
		"Handshakes that name the site are answered by another machine, with a certificate that signs itself.",
		{
			url: NEWS,
			network: named("news.example", {
				kind: "intercept",
				certificate: "self_signed",
			}),
			expect: likely("tls.mitm"),
		},
	),
	scenario(
		"mitm-wrong-name",
		"Handshakes that name the site are answered by another machine, with its own trusted certificate.",
		{
			url: NEWS,
			network: named("news.example", {
				kind: "intercept",
				certificate: "wrong_name",
			}),
			expect: likely("tls.mitm"),
		},
	),
	scenario(
		"mitm-strange-authority",
		"Handshakes that name the site are answered with a certificate for it by an authority of the state's.",
		{
			url: NEWS,
			network: named("news.example", {
				kind: "intercept",
				certificate: "strange_authority",
			}),
			undecidable:
				"an old list of authorities on the device looks the same, so interception is not claimed",
			expect: impaired("tls.mitm"),
		},
	),
	scenario(
		"mitm-everything",
		"A program near the visitor answers every handshake with certificates of its own authority.",
		{
			url: NEWS,
			network: {
				tls: [
					{
						except: "helper.example",
						act: { kind: "intercept", certificate: "strange_authority" },
					},
				],
			},
			expect: UNFIT,
		},
	),
];
