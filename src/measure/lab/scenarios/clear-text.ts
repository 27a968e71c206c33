/** Requests in clear text that are met by the host they name. */
import type { HttpRule } from "../net/index.ts";
import { blocked, impaired, likely, type Scenario, scenario } from "./types.ts";

const PLAIN = "http://plain.example/";

function named(act: HttpRule["act"], name = "plain.example") {
	return { http: [{ name, act }] };
}

const HOST = { cause: "host" } as const;

export const CLEAR_TEXT: readonly Scenario[] = [
	scenario(
		"http-block-page",
		"A known block page is served in place of the site.",
		{
			url: PLAIN,
			network: named({ kind: "page", page: "block" }),
			expect: blocked("http.blockpage"),
		},
	),
	scenario(
		"http-block-page-quiet",
		"A known block page is served in place of the site, to an ordinary visit.",
		{
			url: PLAIN,
			quiet: true,
			network: named({ kind: "page", page: "block" }),
			expect: blocked("http.blockpage"),
		},
	),
	scenario(
		"http-block-page-before-tls",
		"A site that sends visitors on to TLS is met with a block page before it can.",
		{
			url: "http://upgrade.example/",
			network: named({ kind: "page", page: "block" }, "upgrade.example"),
			expect: blocked("http.blockpage"),
		},
	),
	scenario(
		"http-block-page-unknown",
		"A block page that nobody has seen before is served in place of the site.",
		{
			url: PLAIN,
			network: named({ kind: "page", page: "unknown_block" }),
			undecidable:
				"nothing in the page says what it is, only that it is not the site's",
			expect: likely("http.diff"),
		},
	),
	scenario(
		"http-redirect-block-page",
		"The visitor is sent to the provider's block page in clear text.",
		{
			url: PLAIN,
			network: named({ kind: "redirect", location: "http://notice.example/" }),
			expect: blocked("http.blockpage"),
		},
	),
	scenario(
		"http-redirect-block-page-tls",
		"The visitor is sent to the provider's block page over TLS.",
		{
			url: PLAIN,
			network: named({ kind: "redirect", location: "https://notice.example/" }),
			expect: blocked("http.blockpage"),
		},
	),
	scenario(
		"http-redirect-stranger",
		"The visitor is sent to a page of another site that says nothing.",
		{
			url: PLAIN,
			network: named({
				kind: "redirect",
				location: "http://elsewhere.example/",
			}),
			undecidable: "sites that were sold send visitors to strangers too",
			expect: impaired(null),
		},
	),
	scenario("http-reset", "Requests that name the site are reset.", {
		url: PLAIN,
		network: named({ kind: "reset" }),
		expect: likely("http.reset.host", HOST),
	}),
	scenario("http-drop", "Requests that name the site are dropped.", {
		url: PLAIN,
		network: named({ kind: "drop" }),
		expect: likely("http.timeout.host", HOST),
	}),
	scenario(
		"http-close",
		"Connections are closed when a request names the site.",
		{
			url: PLAIN,
			network: named({ kind: "close" }),
			expect: likely("http.eof.host", HOST),
		},
	),
];
