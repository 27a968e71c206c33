/** Look-ups as they were asked: one for each name, way of asking and resolver, and how they compare. */
import {
	type DnsAnswer,
	type DnsObservation,
	type FailureFamily,
	failureFamily,
} from "../../model/index.ts";
import type { SubjectContext } from "./subject.ts";

/** How it was asked: the system's own way, in the clear, or over an encrypted connection. */
export type EngineClass = "system" | "plain" | "encrypted";

/** One question, its answers, and the second answers that came to it. */
export interface Lookup {
	readonly hostname: string;
	readonly engine: EngineClass;
	readonly depth: number;
	readonly queries: DnsObservation[];
	readonly duplicates: DnsObservation[];
}

export function collectLookups({ group }: SubjectContext): readonly Lookup[] {
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

/** What was answered to these queries, in order. */
export function answersOf(
	queries: readonly DnsObservation[],
): readonly DnsAnswer[] {
	const [only] = queries;
	return queries.length === 1 && only !== undefined
		? only.answers
		: queries.flatMap(({ answers }) => answers);
}

export function distinctIps(answers: readonly DnsAnswer[]): readonly string[] {
	const ips = new Set<string>();
	for (const { ip } of answers) if (ip !== undefined) ips.add(ip);
	return ips.size === 0 ? [] : [...ips];
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
export function outcomeOf(
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

/** What encrypted look-ups of the same name said in the same measurement. */
export function encryptedSays(
	others: readonly Lookup[],
): "resolved" | "nxdomain" | "unknown" {
	const encrypted = others.filter(({ engine }) => engine === "encrypted");
	for (const { queries } of encrypted) {
		const outcome = outcomeOf(queries, distinctIps(answersOf(queries)));
		if (outcome === "answered") return "resolved";
		if (outcome === "dns_nxdomain") return "nxdomain";
	}
	return "unknown";
}

/** A public resolver asked in the clear gave the very same answer or failure. */
export function forgedAlike(
	ips: readonly string[],
	outcome: string,
	others: readonly Lookup[],
): boolean {
	return others.some(({ engine, queries }) => {
		if (engine !== "plain") return false;
		const theirs = distinctIps(answersOf(queries));
		return ips.length > 0
			? theirs.some((ip) => ips.includes(ip))
			: outcomeOf(queries, theirs) === outcome;
	});
}
