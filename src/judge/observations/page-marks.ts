/**
 * Marks of pages that stand in place of a site's own, sent by the site's own
 * front or for its own reasons: challenges, refusals, geoblocks, captive
 * portals. A mark is a fact ("this is Cloudflare's challenge page"); rules
 * decide what follows. Every entry is tied to a status, a title or a header,
 * so that an ordinary page which embeds a captcha, or stands behind such a
 * front, bears none.
 *
 * The entries describe what the products answer, from their documentation and
 * from looking at such answers.
 */
import type { ByteString } from "../../reference/index.ts";
import { type Headers, headerOf } from "./headers.ts";

/** The marks and what each claims. Stable terms: rules and stored facts speak of them. */
export const PAGE_MARKS = {
	akamai_refusal: "Akamai's edge refused the request",
	aws_waf_challenge: "Amazon's web application firewall asked for proof",
	azure_refusal: "Microsoft's web application firewall refused the request",
	bot_check:
		"the site's front asked the browser for work to tell it from a robot",
	captcha_page: "a refusal with a captcha in it",
	captive_portal: "the access network wants its user to log in first",
	cloudflare_challenge: "Cloudflare asked the browser for proof",
	cloudflare_geoblock:
		"the site's owner bans the visitor's country at Cloudflare",
	cloudflare_refusal:
		"a refusal that came through Cloudflare's front; the site itself may have made it",
	cloudfront_geoblock:
		"the site's owner bans the visitor's country at Amazon CloudFront",
	cloudfront_refusal: "Amazon CloudFront refused the request",
	datadome_challenge: "DataDome asked for proof or refused the request",
	ddos_guard: "DDoS-Guard asked for proof or refused the request",
	geoblock_phrase: "a refusal that speaks of the visitor's country or region",
	google_unusual_traffic: "Google took the visitor for a robot",
	http_451: "the site says that it may not show the page for legal reasons",
	imperva_challenge: "Imperva asked for proof",
	imperva_refusal: "a refusal that came through Imperva's front",
	qrator_refusal: "Qrator's filter refused the request",
	rate_limited: "the site says that too many requests were made",
	sucuri_refusal: "Sucuri's firewall refused the request",
} as const;

export type PageMark = keyof typeof PAGE_MARKS;

/** One way to know a mark. All conditions given must hold; of a list, one entry. Texts are lower case. */
interface Sign {
	readonly name: PageMark;
	readonly status?: readonly number[];
	/** The title begins with it. */
	readonly title?: readonly string[];
	/** The header is there, and its value contains the text. */
	readonly header?: readonly [name: string, contains: string];
	/** The first part of the body contains it. */
	readonly body?: readonly string[];
	/** Longest body: a page that is nothing but the mark. Small, since nothing else spares the search. */
	readonly maxBytes?: number;
	readonly comment: string;
}

const REFUSED = [403, 429, 503] as const;

export const SIGNS: readonly Sign[] = [
	{
		name: "akamai_refusal",
		status: [403],
		title: ["access denied"],
		body: ["reference #", "reference&#32;&#35;"],
		comment: "Akamai's edge names the refused request by a reference",
	},
	{
		name: "akamai_refusal",
		status: [403],
		header: ["server", "akamai"],
		comment: "AkamaiGHost and AkamaiNetStorage answer by themselves",
	},
	{
		name: "aws_waf_challenge",
		status: [202, 403, 405],
		header: ["x-amzn-waf-action", ""],
		comment: "AWS WAF names its action: challenge or captcha",
	},
	{
		name: "azure_refusal",
		status: [403],
		header: ["x-azure-ref", ""],
		body: ["the request is blocked"],
		comment: "Azure Front Door's web application firewall",
	},
	{
		name: "bot_check",
		title: ["making sure you're not a bot", "vercel security checkpoint"],
		comment: "Anubis and Vercel ask the browser for work",
	},
	{
		name: "bot_check",
		status: [202, 403, 429],
		header: ["sg-captcha", "challenge"],
		comment: "SiteGround's captcha",
	},
	{
		name: "captcha_page",
		status: [401, ...REFUSED],
		body: [
			"hcaptcha.com/1/api.js",
			"google.com/recaptcha/",
			"recaptcha.net/recaptcha/",
			"challenges.cloudflare.com/turnstile",
			"geo.captcha-delivery.com",
			"ct.captcha-delivery.com",
			"px-captcha",
			"awswafcaptcha",
			"static.geetest.com",
			"/.well-known/sgcaptcha/",
		],
		comment: "a refusal with a captcha in it",
	},
	{
		name: "captive_portal",
		status: [511],
		comment: "Network Authentication Required, RFC 6585 section 6",
	},
	{
		name: "captive_portal",
		body: ["<wispaccessgatewayparam", "</wispaccessgatewayparam"],
		comment: "the gateway's own description, WISPr 1.0 annex D",
		maxBytes: 8 * 1024,
	},
	{
		name: "captive_portal",
		title: ["captive portal", "hotspot login", "wi-fi login", "wifi login"],
		comment: "titles of common gateways",
	},
	{
		name: "cloudflare_challenge",
		header: ["cf-mitigated", "challenge"],
		comment: "Cloudflare's documented way to tell a challenge",
	},
	{
		name: "cloudflare_challenge",
		status: REFUSED,
		header: ["cf-ray", ""],
		title: [
			"just a moment...",
			"please wait... | cloudflare",
			"ddos protection by cloudflare",
		],
		comment: "titles of the interstitial page over the years",
	},
	{
		name: "cloudflare_challenge",
		status: REFUSED,
		header: ["cf-ray", ""],
		body: [
			"_cf_chl_opt",
			"/cdn-cgi/challenge-platform/h/b/orchestrate/",
			"/cdn-cgi/challenge-platform/h/g/orchestrate/",
			"cf-browser-verification",
			"cf-captcha-container",
			"/cdn-cgi/l/chk_captcha",
			"/cdn-cgi/l/chk_jschl",
		],
		comment:
			"parts of the interstitial page; its scripts alone are on ordinary pages too",
	},
	{
		name: "cloudflare_refusal",
		status: REFUSED,
		header: ["cf-ray", ""],
		comment: "a refusal that came through Cloudflare's front",
	},
	{
		name: "cloudflare_refusal",
		title: ["attention required! | cloudflare"],
		status: [403],
		comment: "the firewall's page",
	},
	{
		name: "cloudflare_geoblock",
		status: [403],
		header: ["cf-ray", ""],
		body: [
			"error code: 1009",
			"error 1009",
			"has banned the country or region",
		],
		comment: "Cloudflare error 1009: the owner of the site bans the country",
	},
	{
		name: "cloudfront_geoblock",
		status: [403],
		body: ["configured to block access from your country"],
		comment: "CloudFront's geographic restriction",
	},
	{
		name: "cloudfront_refusal",
		status: [403],
		body: ["generated by cloudfront"],
		comment: "CloudFront's own error page",
	},
	{
		name: "datadome_challenge",
		status: [403],
		header: ["x-datadome", ""],
		comment: "DataDome's bot protection",
	},
	{
		name: "ddos_guard",
		status: [401, ...REFUSED],
		header: ["server", "ddos-guard"],
		comment: "DDoS-Guard's check or refusal",
	},
	{
		name: "ddos_guard",
		title: ["ddos-guard"],
		comment: "DDoS-Guard's check page",
	},
	{
		name: "geoblock_phrase",
		status: [403, 451],
		body: [
			"not available in your country",
			"not available in your region",
			"not available in your location",
			"isn't available in your country",
			"isn't available in your region",
			"unavailable in your country",
			"unavailable in your region",
			"unavailable in your location",
			"access from your country",
			"access from your region",
			"from your country is not allowed",
			"blocked in your country by the owner",
		],
		comment: "a refusal that speaks of the visitor's country",
	},
	{
		name: "geoblock_phrase",
		title: [
			"not available in your country",
			"not available in your region",
			"unavailable in your country",
			"unavailable in your region",
			"this content is not available in your",
		],
		comment: "the same, as the title",
	},
	{
		name: "google_unusual_traffic",
		header: ["location", "google.com/sorry/"],
		comment: "Google sends clients it takes for robots there",
	},
	{
		name: "google_unusual_traffic",
		status: [...REFUSED],
		body: ["unusual traffic from your computer network"],
		comment: "the page itself",
	},
	{
		name: "http_451",
		status: [451],
		comment: "Unavailable For Legal Reasons, RFC 7725",
	},
	{
		name: "imperva_challenge",
		body: ["request unsuccessful. incapsula incident id"],
		maxBytes: 4 * 1024,
		comment: "Imperva's interstitial, sent with 200 or 403",
	},
	{
		name: "imperva_refusal",
		status: [403],
		header: ["x-iinfo", ""],
		comment: "a refusal that came through Imperva's front",
	},
	{
		name: "qrator_refusal",
		status: [401, 403],
		header: ["server", "qrator"],
		comment: "Qrator's filter, which sites also use to refuse countries",
	},
	{
		name: "rate_limited",
		status: [429],
		comment: "Too Many Requests, RFC 6585 section 4",
	},
	{
		name: "sucuri_refusal",
		status: [403],
		header: ["x-sucuri-block", ""],
		comment: "Sucuri's firewall names the rule",
	},
	{
		name: "sucuri_refusal",
		title: [
			"sucuri website firewall - access denied",
			"sucuri website firewall - access blocked",
		],
		comment: "Sucuri's page",
	},
];

const SEARCHED_BYTES = 32 * 1024;
const NO_MARKS: readonly string[] = [];

export interface Page {
	readonly statusCode: number | undefined;
	readonly title: ByteString;
	readonly headers: Headers;
	readonly body: Buffer;
}

/** Names of the marks that a page bears, sorted. */
export function markPage(page: Page): readonly string[] {
	const title = page.title.trim().toLowerCase();
	let found: PageMark[] | undefined;
	let head: ByteString | undefined;
	for (const mark of signsOf(page.statusCode)) {
		if (mark.maxBytes !== undefined && page.body.length > mark.maxBytes)
			continue;
		if (mark.title !== undefined && !beginsWithAny(title, mark.title)) continue;
		if (mark.header !== undefined && !hasHeader(page.headers, mark.header))
			continue;
		if (mark.body !== undefined) {
			head ??= page.body.toString("latin1", 0, SEARCHED_BYTES).toLowerCase();
			if (!containsAny(head, mark.body)) continue;
		}
		found ??= [];
		if (!found.includes(mark.name)) found.push(mark.name);
	}
	return found === undefined ? NO_MARKS : found.sort();
}

/** Signs that may hold for a status code, by the code. */
const signsByStatus = new Map<number | undefined, readonly Sign[]>();

function signsOf(statusCode: number | undefined): readonly Sign[] {
	let signs = signsByStatus.get(statusCode);
	if (signs === undefined) {
		signs = SIGNS.filter(
			({ status }) =>
				status === undefined ||
				(statusCode !== undefined && status.includes(statusCode)),
		);
		signsByStatus.set(statusCode, signs);
	}
	return signs;
}

function beginsWithAny(title: string, beginnings: readonly string[]): boolean {
	return title !== "" && beginnings.some((text) => title.startsWith(text));
}

function hasHeader(
	headers: Headers,
	[name, contains]: readonly [string, string],
): boolean {
	if (!headers.names.includes(name)) return false;
	return (
		contains === "" || headerOf(headers, name).toLowerCase().includes(contains)
	);
}

function containsAny(text: string, parts: readonly string[]): boolean {
	return text !== "" && parts.some((part) => text.includes(part));
}
