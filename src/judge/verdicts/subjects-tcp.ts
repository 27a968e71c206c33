/** Facts about connection attempts: one subject for each endpoint. */

import {
	failureFamily,
	type Observation,
	type TcpObservation,
} from "../../model/index.ts";
import { isOffInternet, untranslated } from "./address.ts";
import {
	CONTROL_NETWORKS,
	type ControlOutcome,
	endpointOf,
	networksOutcome,
} from "./control.ts";
import { decidingFlags, type Subject, type SubjectContext } from "./subject.ts";

export function tcpSubjects(context: SubjectContext): readonly Subject[] {
	const attempts = context.group.observations.filter(
		(seen): seen is TcpObservation => seen.layer === "tcp",
	);
	if (attempts.length === 0) return [];
	const decides = decidingFlags(attempts);
	const reach = serviceReach(context, attempts);
	const works = networkWorks(context);
	return attempts.map((attempt, index) => ({
		layer: "tcp",
		depth: attempt.depth,
		positions: [attempt.position],
		decides:
			decides[index] === true &&
			!isStray(context, attempt) &&
			// Beside a page in clear text the encrypted port only tries the address.
			attempt.fetchBody !== false,
		ownWay: attempt.classic !== false,
		ips: [],
		locus: "network",
		facts: {
			outcome:
				attempt.failure === undefined ? "ok" : failureFamily(attempt.failure),
			host_unreachable: attempt.failure === "host_unreachable",
			ip_version: untranslated(attempt.ip).includes(":") ? 6 : 4,
			address: addressStanding(context, attempt.hostname, attempt.ip),
			control: tcpControl(context, attempt),
			chain: context.chain,
			fixed: context.group.fixed,
			all_failed: reach.all_failed,
			endpoints: reach.endpoints,
			network_works: works,
		},
	}));
}

/** Endpoints of a service that must all fail before silence is taken for more than a bad line. Provisional. */
export const ENDPOINTS = 3;

/**
 * Whether every endpoint failed, and how many there are: of this part of the
 * service where it has several, else of the service as a whole.
 */
function serviceReach(
	{ all, group }: SubjectContext,
	attempts: readonly TcpObservation[],
): { readonly all_failed: boolean; readonly endpoints: number } {
	const own = reachOf(attempts);
	if (!group.fixed || own.endpoints >= ENDPOINTS || !own.all_failed) return own;
	return reachOf(
		all.filter(
			(seen): seen is TcpObservation =>
				seen.layer === "tcp" && seen.vantage === "probe",
		),
	);
}

function reachOf(attempts: readonly TcpObservation[]): {
	readonly all_failed: boolean;
	readonly endpoints: number;
} {
	return {
		all_failed: attempts.every(({ failure }) => failure !== undefined),
		endpoints: new Set(attempts.map(({ ip, port }) => endpointOf(ip, port)))
			.size,
	};
}

/** The probe's connections to resolvers and the like are not to the target. */
function isStray(
	{ group, helper }: SubjectContext,
	attempt: TcpObservation,
): boolean {
	return (
		!group.fixed &&
		(attempt.port === 53 || attempt.port === 853) &&
		helper.hostname !== attempt.ip
	);
}

/**
 * `bogon` and `forged`: not the site's address. `genuine`: the helper knows
 * it, or it was seen to serve the name. `unknown`: neither.
 */
export function addressStanding(
	{ helper, serving, forged, group, header }: SubjectContext,
	hostname: string | undefined,
	ip: string,
): "genuine" | "forged" | "bogon" | "unknown" {
	if (ip === "") return "unknown";
	if (forged.has(ip)) return "forged";
	if (helper.addresses.has(untranslated(ip))) return "genuine";
	const served = serving.of(hostname ?? helper.hostname, ip);
	if (served === "name") return "genuine";
	if (isOffInternet(ip, header.probeCc)) return "bogon";
	return group.fixed || helper.hostname === ip ? "genuine" : "unknown";
}

function tcpControl(
	context: SubjectContext,
	attempt: TcpObservation,
): ControlOutcome {
	const atEndpoint = context.helper.tcp.get(
		endpointOf(attempt.ip, attempt.port),
	);
	if (atEndpoint !== undefined)
		return atEndpoint && !resetsAll(context, attempt) ? "ok" : "failed";
	const hostname = attempt.hostname ?? context.helper.hostname;
	if (isUntriedStranger(context, attempt, hostname)) return "none";
	return reachControl(context, hostname, "tcp");
}

/**
 * A server that resets at once is seen to do so while connecting or after it,
 * as the packets fall: where the helper connected and was then reset, a
 * connection that was reset here tells of the server.
 */
function resetsAll(
	{ helper }: SubjectContext,
	{ failure, ip, port, hostname }: TcpObservation,
): boolean {
	if (failure === undefined || failureFamily(failure) !== "reset") return false;
	const endpoint = endpointOf(ip, port);
	const after = helper.tls.has(endpoint)
		? helper.tls.get(endpoint)
		: (hostname ?? helper.hostname) === helper.hostname
			? helper.http?.failure
			: undefined;
	return after !== undefined && failureFamily(after) === "reset";
}

/** An address of the asked host that the helper neither was given nor tried, outside the networks it found: that others reach the host elsewhere says nothing of it. */
function isUntriedStranger(
	context: SubjectContext,
	{ ip, depth }: TcpObservation,
	hostname: string,
): boolean {
	const { helper, all, judge, header } = context;
	if (
		depth > 0 ||
		hostname !== helper.hostname ||
		helper.resolution !== "resolved" ||
		addressStanding(context, hostname, ip) !== "unknown" ||
		(judge.networks?.networksForAddress(hostname, ip, header.probeCc) ?? 0) >=
			CONTROL_NETWORKS
	)
		return false;
	const asn =
		all
			.flatMap((seen) => (seen.layer === "dns" ? seen.answers : []))
			.find((answer) => answer.ip === ip)?.asn ||
		judge.reference.asn.lookup(ip);
	return !helper.asns.has(asn);
}

/** Control for a host without a look at the very endpoint: the helper's redirect chain, else the networks'. */
export function reachControl(
	{ chain, judge, header, used }: SubjectContext,
	hostname: string,
	layer: "tcp" | "tls" | "http",
): ControlOutcome {
	if (chain === "ok") return "ok";
	if (judge.networks !== undefined && hostname !== "") {
		const outcome = networksOutcome(
			judge.networks.reach(hostname, layer, header.probeCc),
		);
		if (outcome !== "none") {
			used.networks = true;
			return outcome;
		}
	}
	return chain;
}

/** Something else worked in the same measurement: an answer from the internet was received. */
function networkWorks({ all, group, header }: SubjectContext): boolean {
	let own: ReadonlySet<Observation> | undefined;
	return all.some((seen) => {
		if (seen.vantage !== "probe" || seen.failure !== undefined) return false;
		if (seen.layer === "dns")
			return seen.answers.some(
				({ ip }) => ip !== undefined && !isOffInternet(ip, header.probeCc),
			);
		if (seen.layer === "app" || seen.layer === "quic") return false;
		own ??= new Set(group.observations);
		return (
			!own.has(seen) &&
			(seen.layer !== "tcp" || !isOffInternet(seen.ip, header.probeCc))
		);
	});
}
