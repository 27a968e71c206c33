/** Facts about look-ups: one subject for each name asked of each resolver. */

import {
	type DnsAnswer,
	type DnsObservation,
	type FailureFamily,
	failureFamily,
} from "../../model/index.ts";
import { isOffInternet, isOwnMachine } from "./address.ts";
import { CONTROL_NETWORKS, networksOutcome } from "./control.ts";
import { ownerOf } from "./service-networks.ts";
import type { Subject, SubjectContext } from "./subject.ts";

type EngineClass = "system" | "plain" | "encrypted";

interface Lookup {
	readonly hostname: string;
	readonly engine: EngineClass;
	readonly depth: number;
	readonly queries: DnsObservation[];
	readonly duplicates: DnsObservation[];
}

export function dnsSubjects(context: SubjectContext): readonly Subject[] {
	const lookups = collectLookups(context);
	const engines = new Set(lookups.map(({ engine }) => engine));
	const deciding: EngineClass = engines.has("system")
		? "system"
		: engines.has("plain")
			? "plain"
			: "encrypted";
	return lookups.map((lookup) =>
		dnsSubject(context, lookup, lookups, lookup.engine === deciding),
	);
}

function collectLookups({ group }: SubjectContext): readonly Lookup[] {
	const byKey = new Map<string, Lookup>();
	for (const seen of group.observations) {
		if (seen.layer !== "dns") continue;
		const engine = engineClass(seen);
		const key = `${seen.depth} ${engine} ${seen.resolver} ${seen.hostname}`;
		let lookup = byKey.get(key);
		if (lookup === undefined) {
			lookup = {
				hostname: seen.hostname,
				engine,
				depth: seen.depth,
				queries: [],
				duplicates: [],
			};
			byKey.set(key, lookup);
		}
		(seen.duplicate === true ? lookup.duplicates : lookup.queries).push(seen);
	}
	return [...byKey.values()].filter(({ queries }) => queries.length > 0);
}

function engineClass({ engine }: DnsObservation): EngineClass {
	if (engine === "doh" || engine === "dot") return "encrypted";
	return engine === "udp" || engine === "tcp" ? "plain" : "system";
}

function dnsSubject(
	context: SubjectContext,
	lookup: Lookup,
	lookups: readonly Lookup[],
	decides: boolean,
): Subject {
	const { header, helper, judge, chain, group } = context;
	const answers = lookup.queries.flatMap(({ answers }) => answers);
	const ips = distinctIps(answers);
	const outcome = outcomeOf(lookup.queries, ips);
	const asked = lookup.depth === 0 && lookup.hostname === helper.hostname;
	const elsewhere = resolvesElsewhere(context, lookup.hostname);
	const matches = matchOf(context, lookup.hostname, answers, asked);
	const served = servedBy(context, lookup.hostname, ips);
	const known = ips
		.filter((ip) => !isOwnMachine(ip))
		.flatMap((ip) => judge.reference.fingerprints.matchDns(ip))
		.filter(({ scope }) => scope !== "fp");
	const here = known.filter(
		({ countries }) =>
			countries.length === 0 || countries.includes(header.probeCc),
	);
	const others = lookups.filter(
		(other) => other !== lookup && other.hostname === lookup.hostname,
	);
	return {
		layer: "dns",
		depth: lookup.depth,
		positions: lookup.queries.map(({ position }) => position),
		decides,
		ips,
		locus:
			lookup.engine === "system" && !forgedAlike(ips, outcome, others)
				? "resolver"
				: "network",
		facts: {
			engine: lookup.engine,
			outcome,
			addresses: addressKind(ips, header.probeCc),
			helper: asked ? helper.resolution : helper.present ? "not_asked" : "none",
			helper_ipv4: asked && helper.hasIpv4,
			chain,
			elsewhere,
			control: controlOf(asked ? helper.resolution : "none", chain, elsewhere),
			matches,
			serves: served,
			known: here.length > 0 ? "here" : known.length > 0 ? "elsewhere" : "none",
			encrypted: encryptedSays(others),
			plain_alike: forgedAlike(ips, outcome, others),
			second_answer: secondAnswer(context, lookup),
			fixed: group.fixed,
			owner: ownerOf(
				group.target,
				answers.map((answer) => asnOf(context, answer)),
			),
			...otherNames(context, outcome),
			local_answers: localAnswers(context, ips),
			ipv6_only_query: lookup.queries.every(
				({ queryType }) => queryType === "AAAA",
			),
		},
	};
}

function asnOf({ judge }: SubjectContext, { asn, ip }: DnsAnswer): number {
	return asn || (ip === undefined ? 0 : judge.reference.asn.lookup(ip));
}

/** How the service's other names fared in the same run: how many failed alike, and whether any resolved. */
function otherNames(
	{ all, group, header }: SubjectContext,
	outcome: string,
): { readonly names_alike: number; readonly a_name_resolves: boolean } {
	if (!group.fixed || outcome === "answered")
		return { names_alike: 0, a_name_resolves: false };
	const alike = new Set<string>();
	let resolves = false;
	for (const seen of all) {
		if (seen.layer !== "dns" || seen.vantage !== "probe") continue;
		if (seen.failure === undefined) {
			resolves ||= seen.answers.some(
				({ ip }) => ip !== undefined && !isOffInternet(ip, header.probeCc),
			);
		} else if (failureFamily(seen.failure) === outcome)
			alike.add(seen.hostname);
	}
	return { names_alike: alike.size, a_name_resolves: resolves };
}

function distinctIps(answers: readonly DnsAnswer[]): readonly string[] {
	const ips = new Set<string>();
	for (const { ip } of answers) if (ip !== undefined) ips.add(ip);
	return [...ips];
}

/** Failures by how much they say, most first. */
const TELLING: readonly FailureFamily[] = [
	"dns_nxdomain",
	"dns_refused",
	"dns_no_answer",
	"dns_servfail",
	"timeout",
];

/** `answered`, else the family of the failure that says most: the A query's before the AAAA query's. */
function outcomeOf(
	queries: readonly DnsObservation[],
	ips: readonly string[],
): "answered" | FailureFamily {
	if (ips.length > 0) return "answered";
	const main = queries.filter(({ queryType }) => queryType !== "AAAA");
	const families = new Set(
		(main.length > 0 ? main : queries).map(({ failure }) =>
			failure === undefined ? "dns_no_answer" : failureFamily(failure),
		),
	);
	return (
		TELLING.find((family) => families.has(family)) ??
		[...families].sort()[0] ??
		"dns_no_answer"
	);
}

/** `local`: only loopback or unspecified addresses. `private`: only addresses not of the internet. */
function addressKind(
	ips: readonly string[],
	cc: string,
): "none" | "local" | "private" | "public" {
	if (ips.length === 0) return "none";
	if (ips.some((ip) => !isOffInternet(ip, cc))) return "public";
	return ips.every(isOwnMachine) ? "local" : "private";
}

/** The probe's own machine accepted a connection to one of these addresses. */
function localAnswers(
	{ all }: SubjectContext,
	ips: readonly string[],
): boolean {
	return all.some(
		(seen) =>
			seen.layer === "tcp" &&
			seen.vantage === "probe" &&
			seen.failure === undefined &&
			ips.includes(seen.ip) &&
			isOwnMachine(seen.ip),
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
	chain: "ok" | "failed" | "none",
	elsewhere: "resolved" | "failed" | "unknown",
): "resolved" | "failed" | "none" {
	if (helper === "resolved") return "resolved";
	if (helper === "empty" || helper === "failed")
		return chain === "ok" ? "resolved" : "failed";
	if (chain === "ok") return "resolved";
	if (elsewhere !== "unknown") return elsewhere;
	return "none";
}

/** Whether the answer agrees with the control's: by address, by AS, or by neither. */
function matchOf(
	context: SubjectContext,
	hostname: string,
	answers: readonly DnsAnswer[],
	asked: boolean,
): "address" | "asn" | "neither" | "unknown" {
	const { helper, header, used } = context;
	const { networks } = context.judge;
	if (!answers.some(({ ip }) => ip !== undefined)) return "unknown";
	if (asked && helper.resolution === "resolved") {
		if (answers.some(({ ip }) => ip !== undefined && helper.addresses.has(ip)))
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
					networks.networksForAddress(hostname, ip, cc) >= CONTROL_NETWORKS,
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

function servedBy(
	{ serving }: SubjectContext,
	hostname: string,
	ips: readonly string[],
): (typeof SERVED_ORDER)[number] | "unknown" {
	const found = new Set(ips.map((ip) => serving.of(hostname, ip)));
	return SERVED_ORDER.find((kind) => found.has(kind)) ?? "unknown";
}

/** What encrypted look-ups of the same name said in the same measurement. */
function encryptedSays(
	others: readonly Lookup[],
): "resolved" | "nxdomain" | "unknown" {
	const encrypted = others.filter(({ engine }) => engine === "encrypted");
	for (const { queries } of encrypted) {
		const outcome = outcomeOf(
			queries,
			distinctIps(queries.flatMap((q) => q.answers)),
		);
		if (outcome === "answered") return "resolved";
		if (outcome === "dns_nxdomain") return "nxdomain";
	}
	return "unknown";
}

/** A public resolver asked in the clear gave the very same answer or failure. */
function forgedAlike(
	ips: readonly string[],
	outcome: string,
	others: readonly Lookup[],
): boolean {
	return others.some(({ engine, queries }) => {
		if (engine !== "plain") return false;
		const theirs = distinctIps(queries.flatMap(({ answers }) => answers));
		return ips.length > 0
			? theirs.some((ip) => ips.includes(ip))
			: outcomeOf(queries, theirs) === outcome;
	});
}

/** A second answer to the same query that differs from the first: `genuine` where it is the control's. */
function secondAnswer(
	context: SubjectContext,
	{ queries, duplicates, hostname, depth }: Lookup,
): "genuine" | "other" | "none" {
	const first = distinctIps(queries.flatMap(({ answers }) => answers));
	const later = duplicates
		.flatMap(({ answers }) => answers)
		.filter(({ ip }) => ip !== undefined && !first.includes(ip));
	if (later.length === 0) return "none";
	const asked = depth === 0 && hostname === context.helper.hostname;
	const match = matchOf(context, hostname, later, asked);
	return match === "address" || match === "asn" ? "genuine" : "other";
}
