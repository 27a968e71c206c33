/** One target of a measurement, layer by layer, in the order in which a visit meets them. */
import type {
	FiredRule,
	Layer,
	LayerVerdict,
	LayerVerdicts,
	Rule,
	State,
	TargetVerdict,
} from "../../model/index.ts";
import {
	judgeLayer,
	LAYER_ORDER,
	type LayerOutcome,
	silentLayer,
} from "./layer.ts";
import type { Ruleset } from "./ruleset.ts";
import type { SubjectContext } from "./subject.ts";
import { dnsSubjects } from "./subjects-dns.ts";
import { httpSubjects } from "./subjects-http.ts";
import { appSubjects, quicSubjects } from "./subjects-other.ts";
import { tcpSubjects } from "./subjects-tcp.ts";
import { tlsSubjects } from "./subjects-tls.ts";
import { isPathTest } from "./targets.ts";

export interface JudgedTarget {
	readonly verdict: TargetVerdict;
	/** The rule behind the state, where one is. */
	readonly deciding: Rule | undefined;
	readonly layer: Layer | "app" | undefined;
}

/** How much of what an instrument says of a target counts: a defective one can still reach a site; on an unfit network the page is not the site's. */
export type Trust = "all" | "success" | "nothing";

/** Judges one target. */
export function judgeTarget(
	context: SubjectContext,
	ruleset: Ruleset,
	trust: Trust,
): JudgedTarget {
	const outcomes = judgeLayers(context, ruleset);
	const app = judgeLayer(appSubjects(context), ruleset.byLayer.app);
	const decision = isPathTest(context.header.testName)
		? decideByReport(app)
		: decide(outcomes, app, expectsPage(context));
	const layers = maskAfter(outcomes, decision);
	const fired: FiredRule[] = [];
	for (const layer of LAYER_ORDER)
		for (const rule of outcomes[layer].fired) fired.push(rule);
	for (const rule of app.fired) fired.push(rule);
	const { group, judge } = context;
	const place = judge.reference.services.ofTarget(group.target);
	const claims = trust === "all";
	const reached = trust === "success" && decision.state === "ok";
	return {
		verdict: {
			target: group.target,
			service: place?.service.id,
			function: place?.function,
			viaRedirect: group.viaRedirect,
			state: claims || reached ? decision.state : "insufficient",
			mechanism: claims
				? decision.outcome?.deciding?.rule.mechanism
				: undefined,
			locus: claims ? (decision.outcome?.locus ?? "unknown") : "unknown",
			layers,
			fired,
		},
		deciding: claims
			? (decision.outcome ?? firstMasked(outcomes))?.deciding?.rule
			: undefined,
		layer: decision.layer,
	};
}

type LayerOutcomes = Readonly<Record<Layer, LayerOutcome>>;

/** Look-ups first: the addresses they were forged to are no longer the site's for the layers after. */
function judgeLayers(context: SubjectContext, ruleset: Ruleset): LayerOutcomes {
	const dns = judgeLayer(dnsSubjects(context), ruleset.byLayer.dns);
	const forged = dns.blockedSubjects
		.flatMap(({ ips }) => ips)
		.filter((ip) => !context.helper.addresses.has(ip));
	const rest =
		forged.length === 0 ? context : withForged(context, new Set(forged));
	return {
		dns,
		tcp: judgeLayer(tcpSubjects(rest), ruleset.byLayer.tcp),
		tls: judgeLayer(tlsSubjects(rest), ruleset.byLayer.tls),
		http: judgeLayer(httpSubjects(rest), ruleset.byLayer.http),
		quic: judgeLayer(quicSubjects(rest), ruleset.byLayer.quic),
	};
}

/** Named field by field: a spread would cost as much as judging a layer does. */
function withForged(
	context: SubjectContext,
	forged: ReadonlySet<string>,
): SubjectContext {
	const { header, group, all, helper, chain, serving, judge, used } = context;
	return { header, group, all, helper, chain, serving, judge, forged, used };
}

/** Why nothing is said, where a layer was seen and meant nothing. */
function firstMasked(outcomes: LayerOutcomes): LayerOutcome | undefined {
	return LAYER_ORDER.map((layer) => outcomes[layer]).find(
		({ verdict }) => verdict.evidence === "masked",
	);
}

interface Decision {
	readonly state: State;
	readonly layer: Layer | "app" | undefined;
	readonly outcome: LayerOutcome | undefined;
}

/** What the application says of itself. */
function decideByReport(app: LayerOutcome): Decision {
	return app.deciding === undefined
		? { state: "insufficient", layer: undefined, outcome: undefined }
		: { state: app.verdict.state, layer: "app", outcome: app };
}

const VISIT: readonly Layer[] = ["dns", "tcp", "tls", "http"];

function decide(
	outcomes: LayerOutcomes,
	app: LayerOutcome,
	pageExpected: boolean,
): Decision {
	const seen = VISIT.filter((layer) => outcomes[layer].deciding !== undefined);
	const of = (layer: Layer): Decision => ({
		state: outcomes[layer].verdict.state,
		layer,
		outcome: outcomes[layer],
	});
	const stateIn =
		(...states: State[]) =>
		(layer: Layer) =>
			states.includes(outcomes[layer].verdict.state);

	// A block page that was served outranks whatever earlier layers look like, but not a forged look-up that led to it.
	const blocked = seen.find(stateIn("blocked", "likely_blocked"));
	const end = seen.at(-1);
	if (blocked !== undefined && !loadedAllTheSame(outcomes, blocked))
		return of(blocked);
	const throttled = seen.find(stateIn("throttled"));
	if (throttled !== undefined) return of(throttled);
	// What the application says of itself ends the visit: a connection that was made may still carry nothing.
	if (app.deciding !== undefined) return decideByReport(app);
	if (end !== undefined && ends(outcomes, end, pageExpected)) return of(end);
	const stopping = seen.filter((layer) => !outrun(outcomes, layer, seen));
	const failed =
		stopping.find(stateIn("down")) ?? stopping.find(stateIn("impaired"));
	if (failed !== undefined) return of(failed);
	const quic = outcomes.quic;
	if (quic.deciding !== undefined && end === undefined) return of("quic");
	return { state: "insufficient", layer: undefined, outcome: undefined };
}

/** A later hop or layer worked by the visit's own way, so the earlier sign of interference did not stop it. */
function loadedAllTheSame(outcomes: LayerOutcomes, blocked: Layer): boolean {
	const { http } = outcomes;
	if (blocked === "http" || http.verdict.state !== "ok") return false;
	// Addresses got by other resolvers do not tell that the visitor's own way works.
	return blocked !== "dns" && http.depth >= outcomes[blocked].depth;
}

/** The visit came to its end: the page, or as far as the test goes. */
function ends(
	outcomes: LayerOutcomes,
	last: Layer,
	pageExpected: boolean,
): boolean {
	const { state } = outcomes[last].verdict;
	if (state !== "ok" || onlyByOtherWays(outcomes, last)) return false;
	if (last === "http") return outcomes.http.depth >= deepest(outcomes);
	return !pageExpected && last !== "dns";
}

/** The layer worked only at addresses that other resolvers gave, while the visitor's own look-up did not do its part. */
function onlyByOtherWays(outcomes: LayerOutcomes, layer: Layer): boolean {
	const { dns } = outcomes;
	return (
		dns.deciding !== undefined &&
		dns.verdict.state !== "ok" &&
		outcomes[layer].deciding?.subject.ownWay === false
	);
}

function deepest(outcomes: LayerOutcomes): number {
	return Math.max(...VISIT.map((layer) => outcomes[layer].depth));
}

/** What failed was passed by: a layer after it was reached and worked. */
function outrun(
	outcomes: LayerOutcomes,
	failed: Layer,
	seen: readonly Layer[],
): boolean {
	return seen
		.slice(seen.indexOf(failed) + 1)
		.some(
			(layer) =>
				outcomes[layer].verdict.state === "ok" &&
				outcomes[layer].depth >= outcomes[failed].depth &&
				!onlyByOtherWays(outcomes, layer),
		);
}

/** A page test that never got as far as asking for the page has not said that the site works. */
function expectsPage({ header }: SubjectContext): boolean {
	return (
		header.testName === "web_connectivity" ||
		header.testName === "http_requests"
	);
}

/** Layers after the one that decided against the target say nothing of it. */
function maskAfter(outcomes: LayerOutcomes, decision: Decision): LayerVerdicts {
	const stop =
		decision.state === "ok" || decision.layer === undefined
			? LAYER_ORDER.length
			: LAYER_ORDER.indexOf(decision.layer as Layer);
	const verdict = (layer: Layer): LayerVerdict => {
		const { verdict, deciding } = outcomes[layer];
		if (deciding === undefined) return silentLayer("none", verdict.fired);
		const after = stop >= 0 && LAYER_ORDER.indexOf(layer) > stop;
		return after ? silentLayer("masked", verdict.fired) : verdict;
	};
	return {
		dns: verdict("dns"),
		tcp: verdict("tcp"),
		tls: verdict("tls"),
		http: verdict("http"),
		quic: verdict("quic"),
	};
}
