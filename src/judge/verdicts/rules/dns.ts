/** Rules about look-ups, in the order in which they are asked. */
import type { Rule } from "../../../model/index.ts";

const RESOLVED_ELSEWHERE = { fact: "control", is: "resolved" } as const;

/** The provider's resolver was not the one asked, and a resolver asked over the provider's network told the truth. */
const CHOSEN_RESOLVER = {
	all: [
		{ fact: "own_resolver", is: false },
		{ fact: "plain_genuine", is: true },
	],
} as const;

/** An address that proves itself is the site's, whatever it looks like: a cache in the provider's network, a tunnel on the device. */
const NOT_THE_SITE = { fact: "serves", not: "name" } as const;

const FAILED = { fact: "outcome", not: "answered" } as const;

export const DNS_RULES: readonly Rule[] = [
	{
		id: "dns.local_filter",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: "local" },
				{ fact: "local_answers", is: true },
			],
		},
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The name was answered with the asker's own machine, and something on that machine accepted the connection: a filter installed there, not the network.",
		source:
			"own; DESIGN P11 and section 8, a broken vantage is never censorship",
	},
	{
		id: "dns.known_forged_bogon",
		layer: "dns",
		when: {
			all: [
				{ fact: "known", is: "here" },
				{ fact: "addresses", is: ["private", "local"] },
				{ fact: "matches", not: "address" },
				NOT_THE_SITE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		strength: "artefact",
		comment:
			"The answer is an address that cannot be on the internet and that is known to be given for blocked names in this country.",
		source: "OONI blocking-fingerprints, location dns",
	},
	{
		id: "dns.block_page_served",
		layer: "dns",
		when: {
			all: [
				{ fact: "serves", is: "blockpage" },
				{ fact: "matches", not: ["address", "asn"] },
				{ fact: "control", is: ["resolved", "none"] },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.blockpage",
		strength: "artefact",
		comment: "The address in the answer served a known block page.",
		source: "own; fingerprints by OONI",
	},
	{
		id: "dns.known_forged_address",
		layer: "dns",
		when: {
			all: [
				{ fact: "known", is: "here" },
				{ fact: "matches", not: ["address", "asn"] },
				{ fact: "serves", not: "name" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.address",
		strength: "artefact",
		comment:
			"The answer is an address that is known to be given for blocked names in this country.",
		source: "OONI blocking-fingerprints, location dns",
	},
	{
		id: "dns.bogon_everywhere",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: ["private", "local"] },
				NOT_THE_SITE,
				{
					any: [
						{ fact: "control", is: "failed" },
						{ fact: "matches", is: "address" },
					],
				},
			],
		},
		class: "down",
		evidence: "scored",
		locus: "server_side",
		strength: "firm",
		comment:
			"The name has no usable address for anyone: the control was given none, or the same one.",
		source: "own",
	},
	{
		id: "dns.bogon_private",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: "private" },
				NOT_THE_SITE,
				RESOLVED_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		strength: "artefact",
		comment:
			"The answer is an address that cannot be on the internet, while the name has public addresses elsewhere.",
		source: "own; special-purpose address registries of IANA",
	},
	{
		id: "dns.bogon_local_from_all",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: "local" },
				NOT_THE_SITE,
				{ fact: "plain_alike", is: true },
				RESOLVED_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		strength: "artefact",
		comment:
			"The system's resolver and a public one both answered with the asker's own machine, while the name has public addresses elsewhere.",
		source: "own",
	},
	{
		id: "dns.genuine_after_forged",
		layer: "dns",
		when: {
			all: [
				{ fact: "second_answer", is: "genuine" },
				{ fact: "matches", not: ["address", "asn"] },
				{ fact: "serves", not: "name" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection",
		locus: "network",
		strength: "artefact",
		comment:
			"Two answers came to one question: the first a forged one, then the genuine one. Only something on the way can answer first.",
		source: "own; duplicate answers as in OONI's x_dns_duplicate_responses",
	},
	{
		id: "dns.bogon_local_by_choice",
		layer: "dns",
		when: {
			all: [{ fact: "addresses", is: "local" }, NOT_THE_SITE, CHOSEN_RESOLVER],
		},
		class: "undetermined",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		locus: "resolver",
		strength: "hint",
		comment:
			"Only a resolver that is not the provider's answered with the asker's own machine; another one, asked over the same network, answered rightly. So answer filters that people install or subscribe to.",
		source: "own; P6",
	},
	{
		id: "dns.bogon_local",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: "local" },
				NOT_THE_SITE,
				{ any: [RESOLVED_ELSEWHERE, { fact: "fixed", is: true }] },
				{ none: [CHOSEN_RESOLVER] },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		strength: "firm",
		comment:
			"The resolver answered with the asker's own machine. Resolvers that filter do so; so do filters that people install themselves.",
		source: "own",
	},
	{
		id: "dns.bogon_private_service",
		layer: "dns",
		when: {
			all: [
				{ fact: "addresses", is: "private" },
				NOT_THE_SITE,
				{ fact: "fixed", is: true },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.bogon",
		strength: "firm",
		comment:
			"The answer for a service's own name is an address that cannot be on the internet.",
		source: "own",
	},
	{
		id: "dns.bogon_unexplained",
		layer: "dns",
		when: {
			all: [{ fact: "addresses", is: ["private", "local"] }, NOT_THE_SITE],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The answer is an address that cannot be on the internet, and nothing tells what the name gives elsewhere.",
		source: "own",
	},
	{
		id: "dns.tunnel_address",
		layer: "dns",
		when: { all: [{ fact: "addresses", is: "tunnel" }, NOT_THE_SITE] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The answer is an address that programs which tunnel a device's traffic hand out: the connection is theirs, and what becomes of it tells nothing of the network.",
		source: "RFC 2544; own",
	},
	{
		id: "dns.address_serves_name",
		layer: "dns",
		when: { fact: "serves", is: "name" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment:
			"An address in the answer was seen to serve the site itself, so the answer is genuine whatever others were given.",
		source: "own; OONI's valid-for-domain flag",
	},
	{
		id: "dns.address_agrees",
		layer: "dns",
		when: { fact: "matches", is: "address" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The answer shares an address with the control's.",
		source: "OONI Web Connectivity",
	},
	{
		id: "dns.network_agrees",
		layer: "dns",
		when: {
			all: [
				{ fact: "matches", is: "asn" },
				{ fact: "serves", not: ["other", "blockpage"] },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment:
			"The answer is in the same network as the control's: another node of the same host.",
		source: "OONI Web Connectivity",
	},
	{
		id: "dns.sinkhole_for_missing_name",
		layer: "dns",
		when: {
			all: [
				{ fact: "outcome", is: "answered" },
				{ fact: "helper", is: "failed" },
				{ fact: "encrypted", is: "nxdomain" },
				{ fact: "plain_alike", is: true },
				{ fact: "serves", is: "nothing" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.address",
		locus: "network",
		strength: "firm",
		comment:
			"The name no longer exists, yet the system's resolver and a public one both gave an address, at which nothing answers: a block that outlived the site.",
		source: "own; OONI QA case of the same kind",
	},
	{
		id: "dns.address_serves_other",
		layer: "dns",
		when: {
			all: [
				{ fact: "matches", is: "neither" },
				{ fact: "serves", is: "other" },
				RESOLVED_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.address",
		strength: "firm",
		comment:
			"The address in the answer is not one of the site's and does not serve it: it presents no certificate for the name.",
		source: "own",
	},
	{
		id: "dns.address_serves_nothing",
		layer: "dns",
		when: {
			all: [
				{ fact: "matches", is: "neither" },
				{ fact: "serves", is: "nothing" },
				{ fact: "chain", is: "ok" },
				// A provider's own cache that is off looks so too, and others cannot try it.
				{ fact: "silent_at_provider", is: false },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.address",
		strength: "firm",
		comment:
			"The address in the answer is not one of the site's and does not take the site's connections, neither ours nor those of the control, which loaded the site elsewhere.",
		source: "own",
	},
	{
		id: "dns.address_foreign",
		layer: "dns",
		when: {
			all: [
				{ fact: "owner", is: "foreign" },
				{ fact: "serves", not: "name" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.address",
		strength: "firm",
		comment:
			"The address in the answer is not in the network that the service's own names are in.",
		source: "OONI facebook_messenger",
	},
	{
		id: "dns.address_own",
		layer: "dns",
		when: { fact: "owner", is: "own" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The address in the answer is in the service's own network.",
		source: "OONI facebook_messenger",
	},
	{
		id: "dns.address_unmatched",
		layer: "dns",
		when: {
			any: [
				{ fact: "matches", is: "neither" },
				{
					all: [
						{ fact: "matches", is: "asn" },
						{ fact: "serves", is: "other" },
					],
				},
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The answer differs from the control's, and nothing shows what the address serves. Big sites answer differently by place.",
		source: "own; ooni-gaps 3",
	},
	{
		id: "dns.answered_without_control",
		layer: "dns",
		when: {
			all: [
				{ fact: "outcome", is: "answered" },
				{ fact: "matches", is: "unknown" },
				{ fact: "control", not: "failed" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment:
			"The name was answered; there is nothing to compare the answer with.",
		source: "own",
	},
	{
		id: "dns.answered_for_missing_name",
		layer: "dns",
		when: {
			all: [
				{ fact: "outcome", is: "answered" },
				{ fact: "control", is: "failed" },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The name was answered here though the control says that it does not resolve. Some resolvers answer for names that do not exist.",
		source: "own",
	},
	{
		id: "dns.nxdomain",
		layer: "dns",
		when: {
			all: [{ fact: "outcome", is: "dns_nxdomain" }, RESOLVED_ELSEWHERE],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.nxdomain",
		strength: "firm",
		comment: "The name was said not to exist, while it resolves elsewhere.",
		source: "OONI Web Connectivity",
	},
	{
		id: "dns.service_nxdomain",
		layer: "dns",
		when: {
			all: [
				{ fact: "outcome", is: "dns_nxdomain" },
				{ fact: "fixed", is: true },
				{ fact: "control", is: "none" },
				{ fact: "names_alike", atLeast: 2 },
				{ fact: "a_name_resolves", is: false },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.nxdomain",
		strength: "firm",
		comment:
			"Every name of the service that was asked for was said not to exist. One retired name would not explain that.",
		source: "own",
	},
	{
		id: "dns.no_answer",
		layer: "dns",
		when: {
			all: [
				{ fact: "outcome", is: "dns_no_answer" },
				{ fact: "ipv6_only_query", is: false },
				{
					any: [
						{ fact: "helper_ipv4", is: true },
						{ fact: "elsewhere", is: "resolved" },
					],
				},
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.injection.noanswer",
		strength: "firm",
		comment: "The answer was empty, while the name has addresses elsewhere.",
		source: "own",
	},
	{
		id: "dns.refused",
		layer: "dns",
		when: { all: [{ fact: "outcome", is: "dns_refused" }, RESOLVED_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "dns.refused",
		strength: "firm",
		comment:
			"The resolver refused to answer for this name, while it resolves elsewhere.",
		source: "OONI Web Connectivity",
	},
	{
		id: "dns.failed_everywhere",
		layer: "dns",
		when: { all: [FAILED, { fact: "control", is: "failed" }] },
		class: "down",
		evidence: "scored",
		strength: "firm",
		comment: "The name does not resolve for the control either.",
		source: "OONI Web Connectivity",
	},
	{
		id: "dns.servfail",
		layer: "dns",
		when: {
			all: [{ fact: "outcome", is: "dns_servfail" }, RESOLVED_ELSEWHERE],
		},
		class: "undetermined",
		evidence: "scored",
		mechanism: "dns.servfail",
		strength: "hint",
		comment:
			"The resolver reported a failure for a name that resolves elsewhere. Resolvers also fail by accident.",
		source: "own",
	},
	{
		id: "dns.timeout",
		layer: "dns",
		when: { all: [{ fact: "outcome", is: "timeout" }, RESOLVED_ELSEWHERE] },
		class: "undetermined",
		evidence: "scored",
		mechanism: "dns.timeout",
		strength: "hint",
		comment:
			"No answer came for a name that resolves elsewhere. Answers also get lost on bad lines.",
		source: "own",
	},
	{
		id: "dns.failed_without_control",
		layer: "dns",
		when: { all: [FAILED, { fact: "control", is: "none" }] },
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The look-up failed, and nothing tells whether the name resolves elsewhere.",
		source: "own; ooni-gaps 2 and 8",
	},
	{
		id: "dns.unexplained",
		layer: "dns",
		when: {
			all: [
				RESOLVED_ELSEWHERE,
				{ fact: "outcome", not: ["answered", "dns_nxdomain", "dns_refused"] },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment: "The look-up failed in a way that names no cause.",
		source: "own",
	},
];
