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
			fixed: context.group.fixed,
			all_failed: allFailed,
			exchanges,
		},
	};
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
