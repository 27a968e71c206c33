/** Rules about TLS handshakes, in the order in which they are asked. */
import type { Condition, Rule } from "../../../model/index.ts";

const WORKS_ELSEWHERE: Condition = { fact: "control", is: "ok" };

const FAILED: Condition = { fact: "outcome", not: "ok" };

/** Interference with the handshake has one of four faces; each may be pinned to the name or the address. */
const FACES = [
	{
		outcome: "reset",
		node: "reset",
		did: "was reset",
	},
	{
		outcome: "timeout",
		node: "timeout",
		did: "got no answer",
	},
	{
		outcome: "eof",
		node: "eof",
		did: "was cut off by the other side closing",
	},
	{
		outcome: "tls_handshake",
		node: "alert",
		did: "was ended by an alert or by data that is not TLS",
	},
] as const;

function facedRules(face: (typeof FACES)[number]): readonly Rule[] {
	const outcome: Condition = { fact: "outcome", is: face.outcome };
	const base = {
		layer: "tls",
		class: "blocked",
		evidence: "scored",
		strength: "firm",
	} as const;
	const notDown: Condition = { fact: "control", not: "failed" };
	const byName: Rule = {
		...base,
		id: `tls.${face.node}_by_name`,
		when: {
			all: [outcome, notDown, { fact: "sni_contrast", is: "name" }],
		},
		mechanism: `tls.${face.node}.sni`,
		comment: `The handshake ${face.did}, while a handshake for another name was let through: the name is the cause.`,
		source: "own; the comparison OONI lacks (probe issues 1522, 2440)",
	};
	const byAddress: Rule = {
		...base,
		id: `tls.${face.node}_by_address`,
		when: {
			all: [outcome, WORKS_ELSEWHERE, { fact: "sni_contrast", is: "address" }],
		},
		mechanism: `tls.${face.node}.ip`,
		comment: `The handshake ${face.did}, whatever name was asked for, while it works elsewhere: the address is the cause.`,
		source: "own",
	};
	const plain: Rule = {
		...base,
		id: `tls.${face.node}`,
		when: { all: [outcome, WORKS_ELSEWHERE] },
		mechanism: `tls.${face.node}`,
		comment: `The connection was made, then the handshake ${face.did}, while it works elsewhere.`,
		source: "OONI Web Connectivity",
	};
	const service: Rule = {
		...base,
		id: `tls.service_${face.node}`,
		when: {
			all: [
				outcome,
				{ fact: "fixed", is: true },
				{ fact: "control", is: "none" },
				{ fact: "all_failed", is: true },
				// Silence is also what a bad line gives; a reset is not, but one server alone may be at fault.
				{
					any: [
						{ fact: "whole_service", is: true },
						...(face.node === "timeout"
							? []
							: [{ fact: "some_answered", is: true } as const]),
					],
				},
			],
		},
		mechanism: `tls.${face.node}`,
		comment: `The service's server accepted the connection, then the handshake ${face.did}, every time it was tried.`,
		source: "own; OONI's rules for messaging tests",
	};
	// An alert without a control may be the server's own: a retired protocol, a key that changed.
	return face.node === "alert"
		? [byName, plain]
		: [byName, byAddress, plain, service];
}

export const TLS_RULES: readonly Rule[] = [
	{
		id: "tls.masked_by_dns",
		layer: "tls",
		when: { fact: "address", is: ["forged", "bogon"] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The handshake was with an address that is not the site's: it tells nothing of the site.",
		source: "own; ooni-gaps 24",
	},
	{
		id: "tls.verified",
		layer: "tls",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "verified", is: true },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The site proved itself with a valid certificate.",
		source: "OONI Web Connectivity",
	},
	{
		id: "tls.unverified",
		layer: "tls",
		when: { fact: "outcome", is: "ok" },
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment: "The handshake was done without checking who answered.",
		source: "own",
	},
	{
		id: "tls.name_let_through",
		layer: "tls",
		when: {
			all: [
				{ fact: "name_test", is: true },
				{ fact: "failure", is: "ssl_invalid_hostname" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment:
			"A server that is not the site's was asked for the site's name and answered with its own certificate: the name was let through.",
		source: "OONI sni_blocking",
	},
	{
		id: "tls.dead_for_all",
		layer: "tls",
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
			"The address does not finish the handshake with the control either, which loaded the site by another.",
		source: "own; P10",
	},
	{
		id: "tls.failed_everywhere",
		layer: "tls",
		when: { all: [FAILED, { fact: "control", is: "failed" }] },
		class: "down",
		evidence: "scored",
		locus: "server_side",
		strength: "firm",
		comment: "The handshake fails for the control too.",
		source: "OONI Web Connectivity",
	},
	...FACES.flatMap(facedRules),
	{
		id: "tls.clock_wrong",
		layer: "tls",
		when: {
			all: [
				{ fact: "outcome", is: "tls_certificate" },
				{ fact: "leaf", is: "untimely" },
				WORKS_ELSEWHERE,
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The site's certificate was refused for its dates, which are right elsewhere: the probe's clock may be wrong.",
		source: "own",
	},
	{
		id: "tls.foreign_certificate",
		layer: "tls",
		when: {
			all: [
				{ fact: "outcome", is: "tls_certificate" },
				{ fact: "leaf", is: "other" },
				WORKS_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "tls.mitm",
		strength: "firm",
		comment:
			"Someone else's certificate was presented in place of the site's, which presents a valid one elsewhere.",
		source: "own; CERTainty (2023) for the value of certificates",
	},
	{
		id: "tls.untrusted_certificate",
		layer: "tls",
		when: {
			all: [{ fact: "outcome", is: "tls_certificate" }, WORKS_ELSEWHERE],
		},
		class: "undetermined",
		evidence: "scored",
		mechanism: "tls.mitm",
		strength: "hint",
		comment:
			"The certificate was not trusted here though it is elsewhere: interception, or a probe whose list of authorities is out of date.",
		source: "own; ooni-gaps 7",
	},
	{
		id: "tls.unexplained",
		layer: "tls",
		when: {
			all: [
				FAILED,
				WORKS_ELSEWHERE,
				{
					fact: "outcome",
					not: ["reset", "timeout", "eof", "tls_handshake", "tls_certificate"],
				},
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment: "The handshake failed in a way that names no cause.",
		source: "own",
	},
	{
		id: "tls.failed_without_control",
		layer: "tls",
		when: { all: [FAILED, { fact: "control", is: "none" }] },
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The handshake failed, and nothing tells whether it works from elsewhere.",
		source: "own; ooni-gaps 8",
	},
];
