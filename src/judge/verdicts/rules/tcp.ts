/** Rules about connection attempts, in the order in which they are asked. */
import type { Condition, Rule } from "../../../model/index.ts";

const REACHED_ELSEWHERE: Condition = { fact: "control", is: "ok" };

const FAILED: Condition = { fact: "outcome", not: "ok" };

/** Nobody else looked, but every endpoint of a known service failed here while the network itself works. */
const WHOLE_SERVICE: Condition = {
	all: [
		{ fact: "fixed", is: true },
		{ fact: "control", is: "none" },
		{ fact: "all_failed", is: true },
		{ fact: "endpoints", atLeast: 3 },
		{ fact: "network_works", is: true },
	],
};

export const TCP_RULES: readonly Rule[] = [
	{
		id: "tcp.masked_by_dns",
		layer: "tcp",
		when: { fact: "address", is: ["forged", "bogon"] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The connection went to an address that is not the site's: it tells nothing of the site.",
		source: "own; ooni-gaps 24",
	},
	{
		id: "tcp.connected",
		layer: "tcp",
		when: { fact: "outcome", is: "ok" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The connection was made.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tcp.ipv6_unroutable",
		layer: "tcp",
		when: {
			all: [
				{ fact: "ip_version", is: 6 },
				{ fact: "outcome", is: ["unreachable", "local", "timeout"] },
			],
		},
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The IPv6 address could not be reached; many networks have no IPv6, so this tells nothing of the site.",
		source: "OONI Web Connectivity ignores these too",
	},
	{
		id: "tcp.dead_for_all",
		layer: "tcp",
		when: {
			all: [
				FAILED,
				{ fact: "control", is: "failed" },
				{ fact: "chain", is: "ok" },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The address does not accept connections from the control either, which loaded the site by another: a dead address, not a site that is down.",
		source: "own; P10",
	},
	{
		id: "tcp.failed_everywhere",
		layer: "tcp",
		when: { all: [FAILED, { fact: "control", is: "failed" }] },
		class: "down",
		evidence: "scored",
		locus: "server_side",
		strength: "firm",
		comment: "The address does not accept connections from the control either.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tcp.timeout",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "timeout" }, REACHED_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.timeout",
		strength: "firm",
		comment:
			"Connection attempts got no answer for ten seconds, while others could connect.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tcp.reset",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "reset" }, REACHED_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.reset",
		strength: "firm",
		comment: "Connection attempts were reset, while others could connect.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tcp.refused",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "refused" }, REACHED_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.refused",
		strength: "firm",
		comment: "Connection attempts were refused, while others could connect.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tcp.prohibited",
		layer: "tcp",
		when: { all: [{ fact: "host_unreachable", is: true }, REACHED_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.unreachable",
		strength: "firm",
		comment:
			"The network answered that the address cannot be reached, while others could connect: so do filters that reject.",
		source: "own",
	},
	{
		id: "tcp.service_timeout",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "timeout" }, WHOLE_SERVICE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.timeout",
		strength: "firm",
		comment:
			"No endpoint of the service answered, though other connections of the same run worked.",
		source: "own; OONI's any_of rule for messaging tests",
	},
	{
		id: "tcp.service_reset",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "reset" }, WHOLE_SERVICE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.reset",
		strength: "firm",
		comment:
			"Every endpoint of the service was reset, though other connections of the same run worked.",
		source: "own; OONI's any_of rule for messaging tests",
	},
	{
		id: "tcp.service_refused",
		layer: "tcp",
		when: { all: [{ fact: "outcome", is: "refused" }, WHOLE_SERVICE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.refused",
		strength: "firm",
		comment:
			"Every endpoint of the service refused, though other connections of the same run worked.",
		source: "own; OONI's any_of rule for messaging tests",
	},
	{
		id: "tcp.service_prohibited",
		layer: "tcp",
		when: { all: [{ fact: "host_unreachable", is: true }, WHOLE_SERVICE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "tcp.unreachable",
		strength: "firm",
		comment:
			"The network said of every endpoint of the service that it cannot be reached, though other connections of the same run worked.",
		source: "own; OONI's any_of rule for messaging tests",
	},
	{
		id: "tcp.unexplained",
		layer: "tcp",
		when: {
			all: [
				FAILED,
				REACHED_ELSEWHERE,
				{ fact: "outcome", not: ["timeout", "reset", "refused"] },
				{ fact: "host_unreachable", is: false },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The connection failed in a way that the probe's own network or device can cause.",
		source: "own",
	},
	{
		id: "tcp.failed_without_control",
		layer: "tcp",
		when: { all: [FAILED, { fact: "control", is: "none" }] },
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The connection failed, and nothing tells whether the address works from elsewhere.",
		source: "own; ooni-gaps 8",
	},
];
