/** Rules about QUIC, and about what applications reported of themselves. */
import type { Rule } from "../../../model/index.ts";

export const QUIC_RULES: readonly Rule[] = [
	{
		id: "quic.masked_by_dns",
		layer: "quic",
		when: { fact: "address", is: ["forged", "bogon"] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment: "The handshake was with an address that is not the site's.",
		source: "own",
	},
	{
		id: "quic.connected",
		layer: "quic",
		when: { fact: "outcome", is: "ok" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The QUIC handshake was done.",
		source: "own",
	},
	{
		id: "quic.timeout",
		layer: "quic",
		when: {
			all: [
				{ fact: "outcome", is: "timeout" },
				{ fact: "tls_works", is: true },
				{ fact: "control", is: "ok" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "quic.timeout",
		strength: "firm",
		comment:
			"QUIC packets got no answer from an address that answers over TCP and over QUIC elsewhere.",
		source: "own",
	},
	{
		id: "quic.failed",
		layer: "quic",
		when: { fact: "outcome", not: "ok" },
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment: "The QUIC handshake failed; many networks drop UDP.",
		source: "own",
	},
];

const TUNNELS = [
	"tunnel",
	"openvpn_handshake",
	"resolver_lookup",
	"tor_target",
];

export const APP_RULES: readonly Rule[] = [
	{
		id: "app.tunnel_works",
		layer: "app",
		when: {
			all: [
				{ fact: "name", is: TUNNELS },
				{ fact: "outcome", is: "ok" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The tunnel, or the server asked for, worked.",
		source: "OONI psiphon, torsf, tor, openvpn, dnscheck",
	},
	{
		id: "app.bootstrapped",
		layer: "app",
		when: {
			all: [
				{ fact: "name", is: "bootstrap_progress" },
				{ fact: "number", atLeast: 100 },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The connection to Tor was completed.",
		source: "OONI vanilla_tor",
	},
	{
		id: "app.tunnel_failed",
		layer: "app",
		when: {
			any: [
				{
					all: [
						{ fact: "name", is: TUNNELS },
						{ fact: "outcome", not: "ok" },
					],
				},
				{
					all: [
						{ fact: "name", is: "bootstrap_progress" },
						{ fact: "number", below: 100 },
					],
				},
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The tunnel, or the server asked for, did not work. One failed run does not tell a block from a bad line or a server at fault.",
		source: "own; OONI counts these as blocked",
	},
	{
		id: "app.requests_changed",
		layer: "app",
		when: {
			all: [
				{
					fact: "name",
					is: ["echo_matches", "request_line_matches", "headers_match"],
				},
				{ fact: "number", is: 0 },
			],
		},
		class: "undetermined",
		evidence: "scored",
		mechanism: "http.tampering",
		locus: "network",
		strength: "firm",
		comment:
			"What was sent did not arrive as sent: a machine on the way rewrites HTTP. That is no restriction of a site by itself.",
		source: "OONI http_invalid_request_line, http_header_field_manipulation",
	},
	{
		id: "app.requests_intact",
		layer: "app",
		when: {
			all: [
				{
					fact: "name",
					is: ["echo_matches", "request_line_matches", "headers_match"],
				},
				{ fact: "number", is: 1 },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "What was sent arrived as sent.",
		source: "OONI http_invalid_request_line, http_header_field_manipulation",
	},
	{
		id: "app.echo_missing",
		layer: "app",
		when: {
			all: [
				{ fact: "name", is: "echo_received" },
				{ fact: "number", is: 0 },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "firm",
		comment:
			"Something answered in place of the echo: a machine on the way, or the echo server at fault.",
		source: "OONI http_header_field_manipulation",
	},
	{
		id: "app.worked",
		layer: "app",
		when: {
			all: [
				{
					fact: "name",
					is: [
						"stun_binding",
						"browser_fetch",
						"speed_download_kbps",
						"dash_median_bitrate_kbps",
					],
				},
				{ fact: "outcome", is: "ok" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The test reached its server.",
		source: "OONI stunreachability, browser_web, ndt, dash",
	},
	{
		id: "app.failed",
		layer: "app",
		when: {
			all: [
				{
					fact: "name",
					is: [
						"stun_binding",
						"browser_fetch",
						"speed_download_kbps",
						"dash_median_bitrate_kbps",
					],
				},
				{ fact: "outcome", not: "ok" },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment: "The test did not reach its server; nothing tells why.",
		source: "own",
	},
];
