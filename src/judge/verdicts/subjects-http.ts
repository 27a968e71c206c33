/** Facts about HTTP exchanges: one subject for each, but for those the probe itself gave up. */
import {
	failureFamily,
	type HttpObservation,
	type Observation,
} from "../../model/index.ts";
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
	const secure = http.url.startsWith("https:") && http.failure === undefined;
	return {
		layer: "http",
		depth: http.depth,
		positions: [http.position],
		decides,
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
			block_page: blockPageOf(http.fingerprints, fingerprints, header.probeCc),
			known_innocent: isKnownInnocent(http.fingerprints, fingerprints),
			refusal: http.pageMarks.length > 0,
			after_clear_text: http.depth > 0 && followedClearText(http, context.all),
			address: addressStanding(context, http.hostname, http.ip ?? ""),
			control: reachControl(context, http.hostname, "http"),
			control_status:
				helperHttp?.failure === undefined
					? statusClass(helperHttp?.statusCode)
					: "none",
			page: compared?.page ?? "unknown",
			same_status: compared?.status === "same",
			length_ratio: compared?.lengthRatio,
			...speedFacts(context, http),
			fixed: context.group.fixed,
			all_failed: allFailed,
			exchanges,
		},
	};
}

/** Bytes below which a transfer is too short to have a speed. Provisional. */
export const SPEED_MIN_BYTES = 16384;
/** Hosts or networks that a median speed must be over. Provisional. */
const SPEED_MIN_COUNT = 5;

/**
 * The speed of the transfer as a share of two medians: what this network gets
 * from other hosts, and what other countries' networks get from this host.
 * Slow by one of them is a slow line or a slow site; slow by both is neither.
 */
function speedFacts(
	{ judge, header, used }: SubjectContext,
	http: HttpObservation,
): { readonly speed_here?: number; readonly speed_there?: number } {
	const kbps = downloadKbps(http);
	if (kbps === undefined || judge.networks === undefined) return {};
	const here = judge.networks.speedOfNetwork(
		header.probeCc,
		header.probeAsn,
		http.hostname,
	);
	const there = judge.networks.speedElsewhere(http.hostname, header.probeCc);
	if (here.count < SPEED_MIN_COUNT || there.count < SPEED_MIN_COUNT) return {};
	used.networks = true;
	return {
		speed_here: kbps / here.medianKbps,
		speed_there: kbps / there.medianKbps,
	};
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
