/** Facts about look-ups: one subject for each name asked of each resolver. */

import {
	type DnsAnswer,
	failureFamily,
	type Locus,
} from "../../model/index.ts";
import {
	isOffInternet,
	isOwnMachine,
	isTunnelsOwn,
	untranslated,
} from "./address.ts";
import {
	CONTROL_NETWORKS,
	type ControlOutcome,
	networksOutcome,
} from "./control.ts";
import {
	answersOf,
	collectLookups,
	distinctIps,
	type EngineClass,
	encryptedSays,
	forgedAlike,
	type Lookup,
	outcomeOf,
} from "./lookups.ts";
import { ownerOf } from "./service-networks.ts";
import type { Subject, SubjectContext } from "./subject.ts";

/** A look-up with what is asked of it more than once. */
interface ReadLookup extends Lookup {
	readonly answers: readonly DnsAnswer[];
	readonly ips: readonly string[];
	/** It is the look-up that a helper was asked about. */
	readonly asked: boolean;
	readonly matches: Match;
	readonly serves: Served;
	/** The answer is the site's. */
	readonly genuine: boolean;
}

export function dnsSubjects(context: SubjectContext): readonly Subject[] {
	const collected = collectLookups(context);
	if (collected.length === 0) return [];
	const lookups = collected.map((lookup) => readLookup(context, lookup));
	const engines = new Set(lookups.map(({ engine }) => engine));
	const deciding: EngineClass = engines.has("system")
		? "system"
		: engines.has("plain")
			? "plain"
			: "encrypted";
	const names = namesOfService(context);
	return lookups.map((lookup) =>
		dnsSubject(context, lookup, lookups, names, lookup.engine === deciding),
	);
}

function readLookup(context: SubjectContext, lookup: Lookup): ReadLookup {
	const { hostname, engine, depth, queries, duplicates } = lookup;
	const answers = answersOf(queries);
	const ips = distinctIps(answers);
	const asked = depth === 0 && hostname === context.helper.hostname;
	const matches = matchOf(context, hostname, answers, asked);
	const serves = servedBy(context, hostname, ips);
	const genuine =
		matches === "address" || matches === "asn" || serves === "name";
	return {
		hostname,
		engine,
		depth,
		queries,
		duplicates,
		answers,
		ips,
		asked,
		matches,
		serves,
		genuine,
	};
}

function dnsSubject(
	context: SubjectContext,
	lookup: ReadLookup,
	lookups: readonly ReadLookup[],
	names: ServiceNames,
	decides: boolean,
): Subject {
	const { header, helper, judge, chain, group } = context;
	const { answers, ips, asked } = lookup;
	const outcome = outcomeOf(lookup.queries, ips);
	const elsewhere = resolvesElsewhere(context, lookup.hostname);
	const known = ips
		.filter((ip) => !isOwnMachine(ip))
		.flatMap((ip) => judge.reference.fingerprints.matchDns(ip))
		.filter(({ scope }) => scope !== "fp");
	const here = known.filter(
		({ countries }) =>
			countries.length === 0 || countries.includes(header.probeCc),
	);
	const others =
		lookups.length === 1
			? []
			: lookups.filter(
					(other) => other !== lookup && other.hostname === lookup.hostname,
				);
	const alike = forgedAlike(ips, outcome, others);
	return {
		layer: "dns",
		depth: lookup.depth,
		positions: lookup.queries.map(({ position }) => position),
		decides,
		ownWay: true,
		ips,
		locus: locusOf(lookup, outcome, others, alike),
		facts: {
			engine: lookup.engine,
			outcome,
			addresses: addressKind(ips, header.probeCc),
			helper: asked ? helper.resolution : helper.present ? "not_asked" : "none",
			helper_ipv4: asked && helper.hasIpv4,
			chain,
			elsewhere,
			control: controlOf(
				asked ? helper.resolution : "none",
				chain === "failed" && lostInLookup(context) ? "lookup" : chain,
				elsewhere,
			),
			matches: lookup.matches,
			serves: lookup.serves,
			known: here.length > 0 ? "here" : known.length > 0 ? "elsewhere" : "none",
			encrypted: encryptedSays(others),
			plain_alike: alike,
			plain_genuine: others.some(
				({ engine, genuine }) => engine === "plain" && genuine,
			),
			silent_at_provider: silentAtProvider(context, lookup),
			own_resolver:
				header.resolverAsn === 0 || header.resolverAsn === header.probeAsn,
			second_answer: secondAnswerOfAny(context, lookup, others),
			fixed: group.fixed,
			owner: ownerOf(
				group.target,
				answers.map((answer) => asnOf(context, answer)),
			),
			names_alike: names.failed.get(outcome)?.size ?? 0,
			a_name_resolves: names.resolves,
			local_answers: localAnswers(context, ips),
			ipv6_only_query: lookup.queries.every(
				({ queryType }) => queryType === "AAAA",
			),
		},
	};
}

function asnOf({ judge }: SubjectContext, { asn, ip }: DnsAnswer): number {
	return (
		asn || (ip === undefined ? 0 : judge.reference.asn.lookup(untranslated(ip)))
	);
}

/** The answers are in the probe's own network, and connections to them got no answer of any kind. */
function silentAtProvider(
	context: SubjectContext,
	{ answers, ips }: ReadLookup,
): boolean {
	const { all, header } = context;
	if (header.probeAsn === 0 || ips.length === 0) return false;
	let attempts = 0;
	for (const seen of all) {
		if (seen.layer !== "tcp" || seen.vantage !== "probe") continue;
		if (!ips.includes(seen.ip)) continue;
		if (seen.failure === undefined || failureFamily(seen.failure) !== "timeout")
			return false;
		attempts += 1;
	}
	return (
		attempts > 0 &&
		answers.every(
			(answer) =>
				answer.ip === undefined || asnOf(context, answer) === header.probeAsn,
		)
	);
}

/** How all names of a service fared in one run: which failed in which way, and whether any resolved. */
interface ServiceNames {
	readonly failed: ReadonlyMap<string, ReadonlySet<string>>;
	readonly resolves: boolean;
}

function namesOfService({ all, group, header }: SubjectContext): ServiceNames {
	const failed = new Map<string, Set<string>>();
	let resolves = false;
	if (!group.fixed) return { failed, resolves };
	for (const seen of all) {
		if (seen.layer !== "dns" || seen.vantage !== "probe") continue;
		if (seen.failure === undefined) {
			resolves ||= seen.answers.some(
				({ ip }) => ip !== undefined && !isOffInternet(ip, header.probeCc),
			);
			continue;
		}
		const family = failureFamily(seen.failure);
		const names = failed.get(family);
		if (names) names.add(seen.hostname);
		else failed.set(family, new Set([seen.hostname]));
	}
	return { failed, resolves };
}

/**
 * `local`: only loopback or unspecified addresses. `tunnel`: only those that
 * tunnelling programs hand out. `private`: only addresses not of the internet.
 */
function addressKind(
	ips: readonly string[],
	cc: string,
): "none" | "local" | "tunnel" | "private" | "public" {
	if (ips.length === 0) return "none";
	if (ips.some((ip) => !isOffInternet(ip, cc))) return "public";
	if (ips.every(isOwnMachine)) return "local";
	return ips.every(isTunnelsOwn) ? "tunnel" : "private";
}

/** The probe's own machine accepted a connection to one of these addresses. */
function localAnswers(
	{ all }: SubjectContext,
	ips: readonly string[],
): boolean {
	return (
		ips.some(isOwnMachine) &&
		all.some(
			(seen) =>
				seen.layer === "tcp" &&
				seen.vantage === "probe" &&
				seen.failure === undefined &&
				ips.includes(seen.ip) &&
				isOwnMachine(seen.ip),
		)
	);
}

function resolvesElsewhere(
	{ judge, header, used }: SubjectContext,
	hostname: string,
): "resolved" | "failed" | "unknown" {
	if (judge.networks === undefined) return "unknown";
	const outcome = networksOutcome(
		judge.networks.resolution(hostname, header.probeCc),
	);
	if (outcome === "none") return "unknown";
	used.networks = true;
	return outcome === "ok" ? "resolved" : "failed";
}

function controlOf(
	helper: "resolved" | "empty" | "failed" | "none",
	chain: ControlOutcome | "lookup",
	elsewhere: "resolved" | "failed" | "unknown",
): "resolved" | "failed" | "none" {
	if (helper === "resolved") return "resolved";
	if (helper === "empty" || helper === "failed")
		return chain === "ok" ? "resolved" : "failed";
	if (chain === "ok") return "resolved";
	if (elsewhere !== "unknown") return elsewhere;
	return chain === "lookup" ? "failed" : "none";
}

/** The helper's own visit ended at a name that it could not look up: one of a later hop, where it resolved the first. */
function lostInLookup({ helper }: SubjectContext): boolean {
	const failure = helper.http?.failure;
	return (
		helper.resolution === "resolved" &&
		failure !== undefined &&
		failureFamily(failure).startsWith("dns")
	);
}

type Match = "address" | "asn" | "neither" | "unknown";

/** Whether the answer agrees with the control's: by address, by AS, or by neither. */
function matchOf(
	context: SubjectContext,
	hostname: string,
	answers: readonly DnsAnswer[],
	asked: boolean,
): Match {
	const { helper, header, used } = context;
	const { networks } = context.judge;
	if (!answers.some(({ ip }) => ip !== undefined)) return "unknown";
	if (asked && helper.resolution === "resolved") {
		if (
			answers.some(
				({ ip }) => ip !== undefined && helper.addresses.has(untranslated(ip)),
			)
		)
			return "address";
		if (
			answers.some(
				(answer) =>
					asnOf(context, answer) > 0 && helper.asns.has(asnOf(context, answer)),
			)
		)
			return "asn";
	}
	if (networks !== undefined) {
		const cc = header.probeCc;
		if (
			answers.some(
				({ ip }) =>
					ip !== undefined &&
					networks.networksForAddress(hostname, untranslated(ip), cc) >=
						CONTROL_NETWORKS,
			)
		) {
			used.networks = true;
			return "address";
		}
		if (
			answers.some(
				(answer) =>
					asnOf(context, answer) > 0 &&
					networks.networksForAsn(hostname, asnOf(context, answer), cc) >=
						CONTROL_NETWORKS,
			)
		) {
			used.networks = true;
			return "asn";
		}
	}
	return asked && helper.resolution === "resolved" ? "neither" : "unknown";
}

const SERVED_ORDER = ["name", "blockpage", "other", "nothing"] as const;
type Served = (typeof SERVED_ORDER)[number] | "unknown";

function servedBy(
	{ serving }: SubjectContext,
	hostname: string,
	ips: readonly string[],
): Served {
	const found = ips.map((ip) => serving.of(hostname, ip));
	return SERVED_ORDER.find((kind) => found.includes(kind)) ?? "unknown";
}

/**
 * Who would be the cause. The network where a resolver outside it was lied
 * about too; the resolver where another answered rightly. Without another
 * nothing tells the two apart.
 */
function locusOf(
	{ engine }: ReadLookup,
	outcome: string,
	others: readonly ReadLookup[],
	alike: boolean,
): Locus {
	if (engine !== "system" || alike) return "network";
	if (others.some(({ genuine }) => genuine)) return "resolver";
	const answered = others.some(
		(other) => other.engine === "plain" && other.answers.length > 0,
	);
	if (!answered) return "unknown";
	return outcome === "answered" ? "network" : "resolver";
}

/** A second answer to this look-up, or to another in clear text that was answered with the same addresses: a system's resolver shows only one. */
function secondAnswerOfAny(
	context: SubjectContext,
	lookup: ReadLookup,
	others: readonly ReadLookup[],
): "genuine" | "other" | "none" {
	const own = secondAnswer(context, lookup);
	if (own === "genuine") return own;
	const alike = others.filter(
		({ engine, ips }) =>
			engine === "plain" && ips.some((ip) => lookup.ips.includes(ip)),
	);
	return alike.some((other) => secondAnswer(context, other) === "genuine")
		? "genuine"
		: own;
}

/** A second answer to the same query that differs from the first: `genuine` where it is the control's. */
function secondAnswer(
	context: SubjectContext,
	{ duplicates, hostname, ips, asked }: ReadLookup,
): "genuine" | "other" | "none" {
	if (duplicates.length === 0) return "none";
	const later = answersOf(duplicates).filter(
		({ ip }) => ip !== undefined && !ips.includes(ip),
	);
	if (later.length === 0) return "none";
	const match = matchOf(context, hostname, later, asked);
	return match === "address" || match === "asn" ? "genuine" : "other";
}
