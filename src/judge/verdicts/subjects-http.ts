/** Facts about HTTP exchanges: one subject for each, but for those the probe itself gave up. */
import { isIP } from "node:net";
import {
	CONTRAST_ROLE,
	failureFamily,
	type HttpObservation,
	type Observation,
} from "../../model/index.ts";
import { registrableDomain } from "../../reference/index.ts";
import { isOffInternet } from "./address.ts";
import { blockPageOf, isKnownInnocent } from "./block-page.ts";
import { comparePages } from "./page.ts";
import { decidingFlags, type Subject, type SubjectContext } from "./subject.ts";
import { addressStanding, reachControl } from "./subjects-tcp.ts";

const CANCELLED = "unknown_failure: http_request_canceled";

export function httpSubjects(context: SubjectContext): readonly Subject[] {
	const exchanges = context.group.observations.filter(
		(seen): seen is HttpObservation =>
			seen.layer === "http" && seen.failure !== CANCELLED,
	);
	const decides = decidingFlags(exchanges);
	const anyOk = exchanges.some(({ failure }) => failure === undefined);
	return exchanges.map((http, index) =>
		httpSubject(
			context,
			http,
			decides[index] === true,
			!anyOk,
			exchanges.length,
		),
	);
}

function httpSubject(
	context: SubjectContext,
	http: HttpObservation,
	decides: boolean,
	allFailed: boolean,
	exchanges: number,
): Subject {
	const { helper, judge, header } = context;
	const { fingerprints } = judge.reference;
	const helperHttp = helper.http;
	const compared =
		helperHttp === undefined ? undefined : comparePages(http, helperHttp);
	const speed = speedOf(context, http);
	const secure = http.url.startsWith("https:") && http.failure === undefined;
	return {
		layer: "http",
		depth: http.depth,
		positions: [http.position],
		decides,
		ownWay: http.classic !== false,
		ips: [],
		locus: "network",
		facts: {
			outcome: http.failure === undefined ? "ok" : failureFamily(http.failure),
			failure: http.failure,
			secure,
			encrypted: http.url.startsWith("https:"),
			redirect: isRedirect(http.statusCode),
			status_class: statusClass(http.statusCode),
			legal_status: http.statusCode === 451,
			responded: (http.statusCode ?? 0) > 0,
			answer_began: (http.readBytes ?? 0) >= ANSWER_BYTES,
			block_page: blockPageOf(http.fingerprints, fingerprints, header.probeCc),
			known_innocent: isKnownInnocent(http.fingerprints, fingerprints),
			refusal: http.pageMarks.length > 0,
			after_clear_text: http.depth > 0 && followedClearText(http, context.all),
			host_is_private: isPrivateHost(http.hostname, header.probeCc),
			landing: landingOf(context, http),
			// Where the host is itself an address, no look-up was forged.
			address:
				http.hostname === http.ip
					? "unknown"
					: addressStanding(context, http.hostname, http.ip ?? ""),
			control: reachControl(context, http.hostname, "http"),
			control_status:
				helperHttp?.failure === undefined
					? statusClass(helperHttp?.statusCode)
					: "none",
			page: compared?.page ?? "unknown",
			page_equal: compared?.equal === true,
			asked: wasAsked(context, http),
			shares_header: compared?.sharesHeader === true,
			of_asked_site: isOfSite(http.hostname, helper.hostname),
			// Every server with a clock bears a date (RFC 9110, section 6.6.1); what is injected on the way mostly does not.
			from_a_server:
				http.headerNames.includes("date") &&
				isOfSite(http.hostname, helper.hostname),
			same_status: compared?.status === "same",
			length_ratio: compared?.lengthRatio,
			speed_here: speed?.here,
			speed_there: speed?.there,
			speed_beside: speedBeside(context),
			host_contrast: hostContrast(http, context.all),
			fixed: context.group.fixed,
			all_failed: allFailed,
			exchanges,
		},
	};
}

/**
 * Bytes read after the handshake from which the answer must have begun: more
 * than a handshake's tail and a protocol's greeting. Provisional.
 */
const ANSWER_BYTES = 4096;

/** Bytes below which a transfer is too short to have a speed. Provisional. */
export const SPEED_MIN_BYTES = 16384;
/** Hosts or networks that a median speed must be over. Provisional. */
const SPEED_MIN_COUNT = 5;

/**
 * The speed of the transfer as a share of two medians: what this network gets
 * from other hosts, and what other countries' networks get from this host.
 * Slow by one of them is a slow line or a slow site; slow by both is neither.
 */
function speedOf(
	{ judge, header, used }: SubjectContext,
	http: HttpObservation,
): { readonly here: number; readonly there: number } | undefined {
	const kbps = downloadKbps(http);
	if (kbps === undefined || judge.networks === undefined) return undefined;
	const here = judge.networks.speedOfNetwork(
		header.probeCc,
		header.probeAsn,
		http.hostname,
	);
	const there = judge.networks.speedElsewhere(http.hostname, header.probeCc);
	if (here.count < SPEED_MIN_COUNT || there.count < SPEED_MIN_COUNT)
		return undefined;
	used.networks = true;
	return {
		here: kbps / here.medianKbps,
		there: kbps / there.medianKbps,
	};
}

/** The most that the speed under this name can be of the speed under another, as a share; undefined where the probe did not compare. */
function speedBeside({ all, group }: SubjectContext): number | undefined {
	if (group.viaRedirect) return undefined;
	for (const seen of all)
		if (seen.layer === "app" && seen.name === "transfer_ratio_high")
			return (seen.number ?? 100) / 100;
	return undefined;
}

/**
 * As `sni_contrast` of handshakes, for requests in clear text: the same address
 * asked for another host (`name`), or the same host at another address (`address`).
 */
function hostContrast(
	http: HttpObservation,
	all: readonly Observation[],
): "name" | "address" | "unknown" {
	if (http.failure === undefined) return "unknown";
	const family = failureFamily(http.failure);
	let address = false;
	for (const other of all) {
		if (other.layer !== "http" || other.role !== CONTRAST_ROLE) continue;
		const sameHost = other.hostname === http.hostname;
		const sameAddress = other.ip === http.ip;
		if (sameAddress && !sameHost) {
			if (other.failure === undefined) return "name";
			if (failureFamily(other.failure) === family) address = true;
		}
		if (sameHost && !sameAddress && other.failure === undefined) address = true;
	}
	return address ? "address" : "unknown";
}

/** Download speed in kilobits a second, undefined where too little was read to tell. */
export function downloadKbps({
	readBytes,
	readSpanMs,
}: HttpObservation): number | undefined {
	if (readBytes === undefined || readSpanMs === undefined) return undefined;
	if (readBytes < SPEED_MIN_BYTES || readSpanMs <= 0) return undefined;
	return (readBytes * 8) / readSpanMs;
}

/** The host is an address that cannot be on the internet: a machine of the local network, or of the provider. */
export function isPrivateHost(hostname: string, cc: string): boolean {
	return isIP(hostname) !== 0 && isOffInternet(hostname, cc);
}

function isOfSite(hostname: string, asked: string): boolean {
	return (
		hostname === asked ||
		registrableDomain(hostname) === registrableDomain(asked)
	);
}

/** Whether the request can have been sent: some connection, and where needed some handshake, was made at its hop, or none is told. */
function wasAsked({ group }: SubjectContext, http: HttpObservation): boolean {
	const made = (layer: "tcp" | "tls"): boolean => {
		const attempts = group.observations.filter(
			(seen) => seen.layer === layer && seen.depth === http.depth,
		);
		return (
			attempts.length === 0 ||
			attempts.some(({ failure }) => failure === undefined)
		);
	};
	return made("tcp") && (!http.url.startsWith("https:") || made("tls"));
}

/**
 * Where a redirect in clear text led in the end. `elsewhere`: to a page in
 * clear text of a site that is another, which is not the control's page;
 * whoever sits on the way could have sent the visit there. `unknown`: not a
 * redirect, or the end is not told. `fine`: any other end.
 */
function landingOf(
	{ all, group, helper }: SubjectContext,
	http: HttpObservation,
): "elsewhere" | "fine" | "unknown" {
	if (!isRedirect(http.statusCode) || http.url.startsWith("https:"))
		return "unknown";
	let end: HttpObservation | undefined;
	for (const seen of all)
		if (
			seen.layer === "http" &&
			seen.vantage === "probe" &&
			seen.depth > (end ?? http).depth
		)
			end = seen;
	if (end === undefined || end.failure !== undefined) return "unknown";
	return end.url.startsWith("https:") ||
		end.pageMarks.length > 0 ||
		isRedirect(end.statusCode) ||
		group.observations.includes(end) ||
		(helper.http && comparePages(end, helper.http).page === "same")
		? "fine"
		: "elsewhere";
}

function isRedirect(status: number | undefined): boolean {
	return (
		status !== undefined && status >= 300 && status < 400 && status !== 304
	);
}

function statusClass(status: number | undefined): string {
	return status === undefined || status <= 0
		? "none"
		: `${Math.floor(status / 100)}xx`;
}

/** Some hop before this one was not encrypted, so whoever sits on the way could have sent the visit here. */
function followedClearText(
	http: HttpObservation,
	all: readonly Observation[],
): boolean {
	return all.some(
		(seen) =>
			seen.layer === "http" &&
			seen.vantage === "probe" &&
			seen.depth < http.depth &&
			seen.url.startsWith("http:") &&
			isRedirect(seen.statusCode),
	);
}
