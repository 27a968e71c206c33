/**
 * What an address serves for a name, as far as this measurement shows: the
 * answer to "was this look-up genuine?" that does not depend on which CDN
 * node the helper happened to get.
 */
import {
	failureFamily,
	type HttpObservation,
	type Observation,
	type TlsObservation,
} from "../../model/index.ts";
import type { FingerprintSet } from "../../reference/index.ts";
import { isOffInternet, untranslated } from "./address.ts";
import { blockPageOf } from "./block-page.ts";
import { endpointOf, type HelperView } from "./control.ts";
import { comparePages } from "./page.ts";

/** `name`: the site itself. `blockpage`: a known block page. `other`: something that is not the site. `nothing`: no service, for us and for the helper. */
export type Serving = "name" | "blockpage" | "other" | "nothing" | "unknown";

export interface ServingMap {
	/** What `ip` was seen to serve for `hostname`. */
	of(hostname: string, ip: string): Serving;
}

export function servingMap(
	observations: readonly Observation[],
	helper: HelperView,
	fingerprints: FingerprintSet,
	cc: string,
): ServingMap {
	const seen = new Map<string, Serving>();
	const note = (hostname: string, ip: string, serving: Serving): void => {
		const key = `${hostname} ${untranslated(ip)}`;
		if (RANK[serving] > RANK[seen.get(key) ?? "unknown"])
			seen.set(key, serving);
	};
	for (const observation of observations) {
		if (observation.vantage === "helper") continue;
		if (observation.layer === "tls") noteTls(observation, note);
		else if (observation.layer === "http")
			noteHttp(observation, helper, fingerprints, cc, note);
		else if (
			observation.layer === "tcp" &&
			observation.failure !== undefined &&
			helper.tcp.get(endpointOf(observation.ip, observation.port)) === false
		)
			note(observation.hostname ?? helper.hostname, observation.ip, "nothing");
	}
	for (const [endpoint, failure] of helper.tls) {
		const ip = endpoint.slice(0, endpoint.lastIndexOf(":"));
		if (failure === undefined) note(helper.hostname, ip, "name");
		else if (failureFamily(failure) === "tls_certificate")
			note(helper.hostname, ip, "other");
	}
	return {
		of: (hostname, ip) =>
			seen.get(`${hostname} ${untranslated(ip)}`) ??
			seen.get(`${hostname} `) ??
			"unknown",
	};
}

/** Stronger evidence wins: a verified handshake shows the site whatever else was seen there. */
const RANK: Readonly<Record<Serving, number>> = {
	unknown: 0,
	nothing: 1,
	other: 2,
	blockpage: 3,
	name: 4,
};

type Note = (hostname: string, ip: string, serving: Serving) => void;

function noteTls(tls: TlsObservation, note: Note): void {
	const name = tls.serverName || (tls.hostname ?? "");
	if (name === "") return;
	if (tls.failure === undefined) {
		if (tls.verified) note(name, tls.ip, "name");
		return;
	}
	if (failureFamily(tls.failure) !== "tls_certificate" || tls.ip === "") return;
	if (tls.leaf?.matchesName !== true) note(name, tls.ip, "other");
}

function noteHttp(
	http: HttpObservation,
	helper: HelperView,
	fingerprints: FingerprintSet,
	cc: string,
	note: Note,
): void {
	if (http.failure !== undefined || http.statusCode === undefined) return;
	const ip = http.ip ?? "";
	if (http.url.startsWith("https:")) {
		note(http.hostname, ip, "name");
		return;
	}
	const compared = helper.http && comparePages(http, helper.http);
	const blockPage = blockPageOf(http.fingerprints, fingerprints, cc);
	if (compared?.equal !== true && blockPage !== "none" && blockPage !== "vague")
		note(http.hostname, ip, "blockpage");
	else if (
		http.pageMarks.length === 0 &&
		// At an address that no site has, likeness in one respect is not enough.
		(isOffInternet(ip, cc)
			? compared?.equal === true
			: compared?.page === "same")
	)
		note(http.hostname, ip, "name");
}
