/** Rules about HTTP exchanges, in the order in which they are asked. */
import type { Condition, Rule } from "../../../model/index.ts";

const WORKS_ELSEWHERE: Condition = { fact: "control", is: "ok" };
const FAILED: Condition = { fact: "outcome", not: "ok" };
/** Someone on the way could have written the page: the visit was, or had been, in clear text. */
const FORGEABLE: Condition = {
	any: [
		{ fact: "encrypted", is: false },
		{ fact: "after_clear_text", is: true },
	],
};

/** A page with status 200 from the site's own address, in clear text, unlike the site's in all that can be compared. */
const OTHER_PAGE: Condition = {
	all: [
		{ fact: "outcome", is: "ok" },
		{ fact: "page", is: "differs" },
		{ fact: "same_status", is: true },
		{ fact: "status_class", is: "2xx" },
		{ fact: "length_ratio", below: 0.3 },
		{ fact: "address", is: "genuine" },
		{ fact: "encrypted", is: false },
		// A stranger's page, reached by a redirect, has nothing to be like.
		{ fact: "of_asked_site", is: true },
		WORKS_ELSEWHERE,
	],
};

/** Slow against this network's other transfers and against the same host elsewhere. */
const SLOWED: readonly Condition[] = [
	{ fact: "speed_here", below: 0.1 },
	{ fact: "speed_there", below: 0.1 },
];

const HOST_ENDINGS = {
	reset: "the request was reset",
	eof: "the connection was closed on the request",
	timeout: "the request got no answer",
} as const;

/** The same address answers a request for another host: what is asked for is the cause. */
function byHost(outcome: keyof typeof HOST_ENDINGS): Rule {
	return {
		id: `http.${outcome}_by_host`,
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: outcome },
				{ fact: "encrypted", is: false },
				{ fact: "host_contrast", is: "name" },
				{ fact: "control", not: "failed" },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: `http.${outcome}.host`,
		strength: "firm",
		comment: `When the site's name was asked for, ${HOST_ENDINGS[outcome]}, while the same address answered a request for another name: the name is the cause.`,
		source: "own; the comparison OONI lacks (probe issues 1522, 2440)",
	};
}

export const HTTP_RULES: readonly Rule[] = [
	{
		id: "http.block_page",
		layer: "http",
		when: {
			all: [
				{ fact: "block_page", is: "known" },
				// A page about block pages, and a site that serves them, look the same everywhere.
				{ fact: "page_equal", is: false },
				FORGEABLE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "http.blockpage",
		strength: "artefact",
		comment: "A known block page was served in place of the site.",
		source: "OONI blocking-fingerprints, scopes nat and isp",
	},
	{
		id: "http.filter_page",
		layer: "http",
		when: {
			all: [
				{ fact: "block_page", is: "product" },
				{ fact: "page", is: ["differs", "unclear"] },
				{ fact: "refusal", is: false },
				// With a header that few sites have, the site itself refused.
				{ fact: "shares_header", is: false },
				FORGEABLE,
				WORKS_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "http.blockpage",
		strength: "artefact",
		comment:
			"The page of a filtering product was served in place of the site, which looks otherwise elsewhere.",
		source: "OONI blocking-fingerprints, scopes prod and inst",
	},
	{
		id: "http.masked_by_dns",
		layer: "http",
		when: { fact: "address", is: ["forged", "bogon"] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The page came from an address that is not the site's: it tells nothing of the site.",
		source: "own; ooni-gaps 24",
	},
	{
		id: "http.never_asked",
		layer: "http",
		when: { all: [FAILED, { fact: "asked", is: false }] },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment:
			"The request failed because no connection or no handshake had been made: what is to be said of that is said there.",
		source:
			"own; old formats write the failure of a connection into the request",
	},
	{
		id: "http.slowed_by_name",
		layer: "http",
		when: { fact: "speed_beside", below: 0.5 },
		class: "throttled",
		evidence: "scored",
		mechanism: "tls.throttle.sni",
		strength: "firm",
		comment:
			"The same object came from the same address at less than half the speed when the site's name was sent, again and again in turns with another name: the name is slowed.",
		source: "own; after Xue et al., Throttling Twitter (IMC 2021)",
	},
	{
		id: "http.slowed_encrypted",
		layer: "http",
		when: { all: [{ fact: "encrypted", is: true }, ...SLOWED] },
		class: "throttled",
		evidence: "scored",
		mechanism: "tls.throttle",
		strength: "firm",
		comment:
			"The transfer ran at less than a tenth of what this network gets from other sites, and of what others get from this one.",
		source: "own; the tenfold of OONI design document dd-007",
	},
	{
		id: "http.slowed",
		layer: "http",
		when: { all: SLOWED },
		class: "throttled",
		evidence: "scored",
		mechanism: "http.throttle",
		strength: "firm",
		comment:
			"The transfer ran at less than a tenth of what this network gets from other sites, and of what others get from this one.",
		source: "own; the tenfold of OONI design document dd-007",
	},
	{
		id: "http.refused_by_site",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{
					any: [
						{ fact: "refusal", is: true },
						{ fact: "legal_status", is: true },
					],
				},
				{ fact: "block_page", not: "known" },
			],
		},
		class: "ok",
		evidence: "scored",
		locus: "server_side",
		strength: "firm",
		comment:
			"The site's own front answered with a refusal: a challenge, a captcha or a geoblock. The network let the visit through.",
		source: "own; OONI probe issues 1734, 2333, 2661",
	},
	{
		id: "http.secure_answer",
		layer: "http",
		when: { fact: "secure", is: true },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The site answered over a verified connection.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.same_page",
		layer: "http",
		when: { fact: "page", is: "same" },
		class: "ok",
		evidence: "scored",
		strength: "firm",
		comment: "The page is like the one the control got.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.known_innocent_page",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "known_innocent", is: true },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment: "The page is one that is known not to be a block page.",
		source: "OONI blocking-fingerprints, scope fp",
	},
	{
		id: "http.sent_elsewhere",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "landing", is: "elsewhere" },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The visit was sent, in clear text, to a page of another site that the control did not get: sites do so, and so do filters and the pages where one logs in or pays.",
		source: "own",
	},
	{
		id: "http.redirected",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "redirect", is: true },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment: "The visit was sent on to another page.",
		source: "own",
	},
	{
		id: "http.vague_block_page",
		layer: "http",
		when: {
			all: [
				{
					any: [
						{ fact: "block_page", is: "elsewhere" },
						{
							all: [
								{ fact: "block_page", is: "vague" },
								{ fact: "from_a_server", is: false },
							],
						},
					],
				},
				{ fact: "page", is: "differs" },
				FORGEABLE,
				WORKS_ELSEWHERE,
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "http.blockpage",
		strength: "firm",
		comment:
			"A page with the wording of block pages, or one known from other countries, was served, unlike the site's page elsewhere.",
		source: "OONI blocking-fingerprints, scope vbw",
	},
	{
		id: "http.other_page",
		layer: "http",
		when: { all: [OTHER_PAGE, { fact: "from_a_server", is: false }] },
		class: "blocked",
		evidence: "scored",
		mechanism: "http.diff",
		strength: "firm",
		comment:
			"From the site's own address came a page unlike the site's: other title, other length, no header in common and no date, though the status says all is well.",
		source:
			"own, stricter than OONI's http-diff; the length limit is provisional",
	},
	{
		id: "http.other_page_of_server",
		layer: "http",
		when: { all: [OTHER_PAGE, { fact: "from_a_server", is: true }] },
		class: "undetermined",
		evidence: "scored",
		mechanism: "http.diff",
		strength: "hint",
		comment:
			"From the site's own address came a page unlike the site's, and it bears a date as servers' answers do: a box on the way, or the site's own page for this visitor, as parked and guarded sites have.",
		source: "own; OONI's http-diff",
	},
	{
		id: "http.local_page",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "host_is_private", is: true },
				{ fact: "after_clear_text", is: true },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The visit ended at a machine of the local network or the provider's: a page to log in, or one that blocks.",
		source: "own",
	},
	{
		id: "http.control_refused",
		layer: "http",
		when: {
			all: [
				{ fact: "status_class", is: "2xx" },
				{ fact: "control_status", is: ["4xx", "5xx"] },
				{ fact: "block_page", is: "none" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment:
			"A page came, where the control was refused one: there is nothing to compare it with.",
		source: "own; helpers sit in data centres, which sites refuse",
	},
	{
		id: "http.page_differs",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "page", is: ["differs", "unclear"] },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The page differs from the control's in some way. Sites change with place, time and visitor.",
		source: "own; OONI calls these http-diff",
	},
	{
		id: "http.answered_without_control",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "ok" },
				{ fact: "page", is: "unknown" },
			],
		},
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment: "A page came; there is nothing to compare it with.",
		source: "own",
	},
	{
		id: "http.probe_fault",
		layer: "http",
		when: { fact: "outcome", is: "probe_fault" },
		class: "undetermined",
		evidence: "masked",
		strength: "hint",
		comment: "The probe's own program failed; it says nothing of the site.",
		source: "own",
	},
	{
		id: "http.failed_everywhere",
		layer: "http",
		when: { all: [FAILED, { fact: "control", is: "failed" }] },
		class: "down",
		evidence: "scored",
		locus: "server_side",
		strength: "firm",
		comment: "The exchange fails for the control too.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.broken_redirect",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "http_protocol" },
				{ fact: "responded", is: true },
			],
		},
		class: "undetermined",
		evidence: "scored",
		locus: "server_side",
		strength: "hint",
		comment: "The site answered, and its redirects lead nowhere.",
		source: "own",
	},
	{
		id: "http.stalled",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: "timeout" },
				{
					any: [
						{ fact: "responded", is: true },
						{ fact: "answer_began", is: true },
					],
				},
			],
		},
		class: "undetermined",
		evidence: "scored",
		mechanism: "http",
		strength: "hint",
		comment:
			"The answer began and did not end in time: a slow line, a slowed one, or a stall.",
		source: "own; OONI design document dd-007 on throttling",
	},
	...(["reset", "eof", "timeout"] as const).map(byHost),
	{
		id: "http.reset",
		layer: "http",
		when: { all: [{ fact: "outcome", is: "reset" }, WORKS_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "http.reset",
		strength: "firm",
		comment:
			"The connection was made, then reset when the page was asked for, while it loads elsewhere.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.eof",
		layer: "http",
		when: { all: [{ fact: "outcome", is: "eof" }, WORKS_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "http.eof",
		strength: "firm",
		comment:
			"The connection was made, then closed when the page was asked for, while it loads elsewhere.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.timeout",
		layer: "http",
		when: { all: [{ fact: "outcome", is: "timeout" }, WORKS_ELSEWHERE] },
		class: "blocked",
		evidence: "scored",
		mechanism: "http.timeout",
		strength: "firm",
		comment:
			"The connection was made, and the request for the page got no answer, while it loads elsewhere.",
		source: "OONI Web Connectivity",
	},
	{
		id: "http.service_reset",
		layer: "http",
		when: {
			all: [
				{ fact: "outcome", is: ["reset", "eof"] },
				{ fact: "fixed", is: true },
				{ fact: "control", is: "none" },
				{ fact: "all_failed", is: true },
				{ fact: "exchanges", atLeast: 2 },
			],
		},
		class: "blocked",
		evidence: "scored",
		mechanism: "http.reset",
		strength: "firm",
		comment:
			"Every server of the service accepted the connection and then cut the exchange.",
		source: "own; OONI's rules for messaging tests",
	},
	{
		id: "http.unexplained",
		layer: "http",
		when: {
			all: [
				FAILED,
				WORKS_ELSEWHERE,
				{ fact: "outcome", not: ["reset", "eof", "timeout", "probe_fault"] },
			],
		},
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment: "The exchange failed in a way that names no cause.",
		source: "own",
	},
	{
		id: "http.failed_without_control",
		layer: "http",
		when: { all: [FAILED, { fact: "control", is: "none" }] },
		class: "undetermined",
		evidence: "scored",
		strength: "hint",
		comment:
			"The exchange failed, and nothing tells whether it works from elsewhere.",
		source: "own; ooni-gaps 8",
	},
];
