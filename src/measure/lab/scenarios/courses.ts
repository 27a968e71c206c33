/** Restrictions in their course: layers on each other, providers that follow one by one, on and off. */
import type { NetworkCondition } from "../net/index.ts";
import {
	blocked,
	type Case,
	caseOf,
	type Expectation,
	HOME_ASN,
	likely,
	OK,
	type Scenario,
	scenario,
} from "./types.ts";

const NEWS = "https://news.example/";
const NEWS_IPS = ["203.0.113.10", "203.0.113.11"];
const OPEN: NetworkCondition = {};
const BY_LOOK_UP: NetworkCondition = {
	dns: [{ name: "news.example", at: "resolver", act: { kind: "nxdomain" } }],
};
const BY_NAME: NetworkCondition = {
	tls: [{ name: "news.example", act: { kind: "reset" } }],
};
const BY_ADDRESS: NetworkCondition = {
	addresses: [{ ips: NEWS_IPS, act: "drop" }],
};
const LOOK_UP_FOUND = likely("dns.injection.nxdomain", { cause: "dns" });
const NAME_FOUND = likely("tls.reset.sni", { cause: "server_name" });
const ADDRESS_FOUND = likely("tcp.timeout", { cause: "address" });

function moments(
	...list: readonly (readonly [NetworkCondition, Expectation])[]
): readonly Case[] {
	return list.map(([network, expect], index) =>
		caseOf({ label: `moment ${index + 1}`, url: NEWS, network, expect }),
	);
}

export const COURSES: readonly Scenario[] = [
	scenario(
		"layers-dns-and-sni",
		"The look-up is lied about, and handshakes that name the site are reset as well.",
		{
			url: NEWS,
			network: { ...BY_LOOK_UP, ...BY_NAME },
			expect: LOOK_UP_FOUND,
		},
	),
	scenario(
		"layers-dns-and-ip",
		"The look-up is forged to a private address, and packets to the true ones are dropped.",
		{
			url: NEWS,
			network: {
				...BY_ADDRESS,
				dns: [
					{
						name: "news.example",
						at: "resolver",
						act: { kind: "answer", ips: ["10.66.34.34"] },
					},
				],
			},
			expect: blocked("dns.injection.bogon", { cause: "dns" }),
		},
	),
	scenario(
		"layers-ip-and-sni",
		"Packets to the addresses are dropped, and handshakes that name the site would be reset.",
		{
			url: NEWS,
			network: { ...BY_ADDRESS, ...BY_NAME },
			expect: ADDRESS_FOUND,
		},
	),
	{
		id: "roll-out",
		truth:
			"Three providers follow an order one after the other, each in its own way.",
		cases: [
			[HOME_ASN, 1, BY_NAME, NAME_FOUND],
			[HOME_ASN + 1, 1, OPEN, OK],
			[HOME_ASN + 2, 1, OPEN, OK],
			[HOME_ASN + 1, 2, BY_LOOK_UP, LOOK_UP_FOUND],
			[HOME_ASN + 2, 2, OPEN, OK],
			[HOME_ASN + 2, 3, BY_ADDRESS, ADDRESS_FOUND],
		].map(([asn, day, network, expect]) =>
			caseOf({
				label: `AS${asn} day ${day}`,
				url: NEWS,
				asn: asn as number,
				network: network as NetworkCondition,
				expect: expect as Expectation,
			}),
		),
	},
	{
		id: "flapping",
		truth:
			"Handshakes that name the site are reset, let through, and reset again.",
		cases: moments(
			[BY_NAME, NAME_FOUND],
			[OPEN, OK],
			[BY_NAME, NAME_FOUND],
			[OPEN, OK],
		),
	},
	{
		id: "brief-window",
		truth: "A site that is dropped by address can be reached for a moment.",
		cases: moments(
			[BY_ADDRESS, ADDRESS_FOUND],
			[OPEN, OK],
			[BY_ADDRESS, ADDRESS_FOUND],
		),
	},
	{
		id: "method-changes",
		truth:
			"The site stays blocked, by look-up first, then by name, then by address.",
		cases: moments(
			[BY_LOOK_UP, LOOK_UP_FOUND],
			[BY_NAME, NAME_FOUND],
			[BY_ADDRESS, ADDRESS_FOUND],
		),
	},
];
