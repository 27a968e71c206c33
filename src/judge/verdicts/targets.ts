/**
 * What a measurement is about: each observation of the probe is put to a
 * target, a stable name that pages and series are keyed by. A web page's own
 * host and the hosts it redirects to are told apart, so that a blocked
 * destination never counts against the short link that led to it.
 */
import { remember } from "../../base/index.ts";
import {
	CONTRAST_ROLE,
	type MeasurementHeader,
	type Observation,
} from "../../model/index.ts";
import {
	normaliseHost,
	registrableDomain,
	type ServiceRegistry,
	targetOfHost,
} from "../../reference/index.ts";

/** Tests of a fixed service: their endpoints are known, not asked for, and a role names each. */
const SERVICE_TESTS: ReadonlySet<string> = new Set([
	"echcheck",
	"facebook_messenger",
	"meek_fronted_requests_test",
	"openvpn",
	"psiphon",
	"riseupvpn",
	"signal",
	"telegram",
	"tor",
	"torsf",
	"vanilla_tor",
	"whatsapp",
]);

/** Tests that look at the path and not at a target: middleboxes, speed, ports. */
const PATH_TESTS: ReadonlySet<string> = new Set([
	"dash",
	"http_header_field_manipulation",
	"http_invalid_request_line",
	"ndt",
	"portfiltering",
	"multi_protocol_traceroute",
]);

/** Names that a test looks up without meaning to reach them: Signal's health check resolves to loopback on purpose. */
const NOT_ENDPOINTS: ReadonlySet<string> = new Set(["signal/uptime"]);

/**
 * Parts whose endpoints are other people's machines, from a list that ages:
 * that none answers is as common where nothing is blocked.
 */
const AGEING_PARTS: ReadonlySet<string> = new Set([
	"tor/obfs4",
	"riseupvpn/gateway",
]);

/** Inputs whose host is kept: test lists name some thousands, over and over. */
const INPUTS_KEPT = 20_000;

export interface TargetGroup {
	readonly target: string;
	readonly viaRedirect: boolean;
	/** The endpoints are a service's known ones, so the name is known to exist. */
	readonly fixed: boolean;
	/** Redirects followed when the target was last met. */
	readonly depth: number;
	/** The probe's observations, in order. */
	readonly observations: readonly Observation[];
}

/** The host of an input, normalised; empty where the input names none. */
export const inputHost: (input: string) => string = remember(
	INPUTS_KEPT,
	(input) => {
		const match =
			/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(input);
		const host =
			match?.[1] ?? (/^[^\s/:]+\.[^\s/:]+$/.test(input) ? input : "");
		return normaliseHost(host);
	},
);

/** The test looks at the way and not at a target. */
export function isPathTest(testName: string): boolean {
	return PATH_TESTS.has(testName);
}

/** What a measurement as a whole is about: the site asked for, or the name of the test. */
export function ownTarget(
	{ testName, input }: MeasurementHeader,
	host: string = inputHost(input),
): string {
	return SERVICE_TESTS.has(testName) || host === "" || isPathTest(testName)
		? testName
		: targetOfHost(host);
}

/** The probe's observations by target, the measurement's own target first. */
export function groupByTarget(
	header: MeasurementHeader,
	observations: readonly Observation[],
	services: ServiceRegistry,
): readonly TargetGroup[] {
	const host = inputHost(header.input);
	const fixed = SERVICE_TESTS.has(header.testName);
	const own = ownTarget(header, host);
	const place = placer(header.testName, fixed, own, host, services);
	const groups = new Map<string, Observation[]>();
	for (const observation of observations) {
		if (observation.vantage === "helper" || observation.role === CONTRAST_ROLE)
			continue;
		const target = place(observation);
		if (NOT_ENDPOINTS.has(target)) continue;
		const group = groups.get(target);
		if (group) group.push(observation);
		else groups.set(target, [observation]);
	}
	const result = [...groups].map(([target, members]) => ({
		target,
		viaRedirect: !fixed && target !== own,
		fixed: fixed && !AGEING_PARTS.has(target),
		depth: members.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
		observations: members,
	}));
	if (result.length < 2) return result;
	return result.sort(
		(a, b) =>
			Number(a.viaRedirect) - Number(b.viaRedirect) || a.depth - b.depth,
	);
}

function placer(
	testName: string,
	fixed: boolean,
	own: string,
	host: string,
	services: ServiceRegistry,
): (observation: Observation) => string {
	if (fixed)
		return ({ role }) => (role === "" ? testName : `${testName}/${role}`);
	if (own === testName) return () => own;
	const belongs = (name: string, target: string): boolean => {
		const ownDomain = registrableDomain(host);
		if (ownDomain !== "" && registrableDomain(name) === ownDomain) return true;
		const ownService = services.ofTarget(own)?.service.id;
		return (
			ownService !== undefined &&
			services.ofTarget(target)?.service.id === ownService
		);
	};
	const known = new Map<string, string>([[host, own]]);
	return (observation) => {
		if (observation.depth === 0) return own;
		const name = hostOf(observation);
		if (name === "") return own;
		const cached = known.get(name);
		if (cached !== undefined) return cached;
		const hop = targetOfHost(name);
		const target = belongs(name, hop) ? own : hop;
		known.set(name, target);
		return target;
	};
}

function hostOf(observation: Observation): string {
	if (observation.layer === "app") return "";
	if (observation.layer === "tls" || observation.layer === "quic")
		return observation.serverName || (observation.hostname ?? "");
	return observation.hostname ?? "";
}
