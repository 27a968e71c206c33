/**
 * What a page may say of a unit in a country, now and in days past: how many
 * networks are in each state, with the denominator, and whether the evidence
 * carries a headline (P5, P7).
 */
import type { State } from "../../model/index.ts";
import type {
	CountryShares,
	ServiceRegistry,
	SubscriberShares,
} from "../../reference/index.ts";
import {
	type DayCounts,
	type NowCounts,
	type StateCounts,
	type Unit,
	unitKey,
} from "../../store/index.ts";
import { stateOf } from "./cells.ts";
import { say } from "./language/speech.ts";
import {
	reachPhrase,
	reachSubscribers,
	type SubscriberReach,
} from "./subscriber-reach.ts";
import {
	countOf,
	isRestricted,
	listOf,
	RESTRICTED_STATES,
	STATE_WORDS,
} from "./words.ts";

/**
 * Sessions that a headline needs (P7): of a country on at least two networks,
 * of a single network on that one, and then it says so.
 */
export const HEADLINE_SESSIONS = 5;
const HEADLINE_NETWORKS = 2;

/** How far the evidence for a restriction reaches: enough for a country, for one network only, or for no headline. */
export type Reach = "country" | "network" | "none";

export interface NetworkFinding {
	readonly asn: number;
	readonly state: State;
	readonly counts: NowCounts;
}

/** One unit in one country now. */
export interface Finding {
	readonly cc: string;
	readonly unit: Unit;
	readonly networks: readonly NetworkFinding[];
	/** Networks by state. */
	readonly byState: Readonly<Record<State, number>>;
	/** Networks with enough sessions to say anything: the denominator. */
	readonly measuredCount: number;
	readonly restrictedCount: number;
	readonly reach: Reach;
	/** Of the restricted networks; undefined where no source tells. */
	readonly subscribers: SubscriberReach | undefined;
	readonly sessionCount: number;
	readonly lastMeasuredAt: string;
}

/** Findings of counts, one a country and unit, the most networks restricted first; functions of a service in the registry's order. */
export function findNow(
	rows: readonly NowCounts[],
	services: ServiceRegistry,
	shares?: SubscriberShares,
): readonly Finding[] {
	return [...groupBy(rows, (row) => `${row.cc}\t${unitKey(row)}`).values()]
		.map((group) => findingOf(group, shares?.countries.get(group[0].cc)))
		.sort(
			(a, b) =>
				b.restrictedCount - a.restrictedCount || compareUnits(services, a, b),
		);
}

function findingOf(
	rows: readonly [NowCounts, ...NowCounts[]],
	shares: CountryShares | undefined,
): Finding {
	const [first] = rows;
	const networks = rows.map((counts) => ({
		asn: counts.asn,
		state: stateOf(counts),
		counts,
	}));
	const byState = countStates(networks.map((network) => network.state));
	const restricted = networks.filter((n) => isRestricted(n.state));
	return {
		cc: first.cc,
		unit: unitOf(first),
		networks,
		byState,
		measuredCount: networks.length - byState.insufficient,
		restrictedCount: restricted.length,
		reach: reachOf(
			restricted.length,
			restricted.reduce((sum, n) => sum + n.counts.weekWitnessCount, 0),
		),
		subscribers: reachSubscribers(networks, shares),
		sessionCount: rows.reduce((sum, row) => sum + row.sessionCount, 0),
		lastMeasuredAt: latest(rows.map((row) => row.lastMeasuredAt)),
	};
}

/** One unit in one country over days past. */
export interface PastFinding {
	readonly cc: string;
	readonly unit: Unit;
	readonly firstOn: string;
	readonly lastOn: string;
	/** Networks on which it was restricted on any day. */
	readonly asns: readonly number[];
	readonly states: readonly State[];
	readonly reach: Reach;
	/** Newest measurement of it; undefined where it is not among what is measured now. */
	readonly lastMeasuredAt: string | undefined;
}

/** Findings of restricted days, one a country and unit, the most networks first. */
export function findPast(
	rows: readonly DayCounts[],
	services: ServiceRegistry,
	/** What is found now. */
	findings: readonly Finding[],
): readonly PastFinding[] {
	const restricted = rows
		.map((row) => ({ row, state: stateOf(row) }))
		.filter(({ state }) => isRestricted(state));
	const measured = new Map(
		findings.map((f) => [`${f.cc}\t${unitKey(f.unit)}`, f.lastMeasuredAt]),
	);
	return [
		...groupBy(restricted, ({ row }) => `${row.cc}\t${unitKey(row)}`).values(),
	]
		.map((group): PastFinding => {
			const days = group.map(({ row }) => row.day).sort();
			const asns = [...new Set(group.map(({ row }) => row.asn))].sort(
				(a, b) => a - b,
			);
			const seen = new Set(group.map(({ state }) => state));
			return {
				cc: group[0].row.cc,
				unit: unitOf(group[0].row),
				lastMeasuredAt: measured.get(
					`${group[0].row.cc}\t${unitKey(group[0].row)}`,
				),
				firstOn: days[0] ?? "",
				lastOn: days.at(-1) ?? "",
				asns,
				states: RESTRICTED_STATES.filter((state) => seen.has(state)),
				reach: reachOf(
					asns.length,
					group.reduce((sum, { row }) => sum + witnessCount(row), 0),
				),
			};
		})
		.sort(
			(a, b) => b.asns.length - a.asns.length || compareUnits(services, a, b),
		);
}

/** Country, then service, then its functions as the registry lists them. */
function compareUnits(
	services: ServiceRegistry,
	a: { readonly cc: string; readonly unit: Unit },
	b: { readonly cc: string; readonly unit: Unit },
): number {
	const rank = ({ unit }: { readonly unit: Unit }) => {
		const at = services
			.get(unit.service)
			?.functions.findIndex((part) => part.id === unit.function);
		return at === undefined || at < 0 ? Number.MAX_SAFE_INTEGER : at;
	};
	return (
		a.cc.localeCompare(b.cc, "en") ||
		a.unit.service.localeCompare(b.unit.service, "en") ||
		rank(a) - rank(b) ||
		a.unit.target.localeCompare(b.unit.target, "en")
	);
}

/** Sessions that showed the restriction. Slowed sessions are not counted apart, so that at most the slowed measurements are taken for them. */
export function witnessCount(counts: StateCounts): number {
	return Math.max(
		counts.blockedSessionCount,
		Math.min(counts.sessionCount, counts.throttledCount),
	);
}

export function reachOf(networkCount: number, sessionCount: number): Reach {
	if (networkCount === 0 || sessionCount < HEADLINE_SESSIONS) return "none";
	return networkCount >= HEADLINE_NETWORKS ? "country" : "network";
}

/**
 * The finding without its subject: `blocked on 6 and likely blocked on 2 of
 * 12 measured networks`. `nothing found restricted` is never `reachable`.
 */
export function restrictionPhrase(finding: Finding): string {
	const parts = RESTRICTED_STATES.filter(
		(state) => finding.byState[state] > 0,
	).map((state) =>
		say("finding.state", {
			state: STATE_WORDS[state],
			count: finding.byState[state],
		}),
	);
	const networks = countOf(finding.measuredCount, "measured network");
	const said =
		parts.length === 0
			? say("finding.not_restricted", { networks })
			: say("finding.restricted", { states: listOf(parts), networks });
	return finding.subscribers ? reachPhrase(finding.subscribers, said) : said;
}

/** Networks by state in words, the gravest first, of those with enough data: `2 likely blocked, 5 reachable of 7`. */
export function byStatePhrase(
	byState: Readonly<Record<State, number>>,
): string {
	const states = (Object.keys(STATE_WORDS) as State[]).filter(
		(state) => state !== "insufficient" && byState[state] > 0,
	);
	const total = states.reduce((sum, state) => sum + byState[state], 0);
	const [first] = states;
	if (first === undefined) return STATE_WORDS.insufficient;
	if (states.length === 1)
		return say("finding.share_all", {
			count: total,
			state: STATE_WORDS[first],
		});
	const parts = states.map((state) =>
		say("finding.share_state", {
			count: byState[state],
			state: STATE_WORDS[state],
		}),
	);
	return say("finding.share", { states: parts.join(", "), total });
}

export function countStates(
	states: readonly State[],
): Readonly<Record<State, number>> {
	const counts: Record<State, number> = {
		blocked: 0,
		likely_blocked: 0,
		throttled: 0,
		impaired: 0,
		down: 0,
		ok: 0,
		insufficient: 0,
	};
	for (const state of states) counts[state] += 1;
	return counts;
}

/** The latest of instants; empty where there are none. */
export function latest(instants: readonly string[]): string {
	return [...instants].sort().at(-1) ?? "";
}

export function unitOf({ service, function: part, target }: Unit): Unit {
	return { service, function: part, target };
}

/** Groups in order of first appearance; none is empty. */
export function groupBy<Item>(
	items: readonly Item[],
	keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly [Item, ...Item[]]> {
	const groups = new Map<string, [Item, ...Item[]]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** The first finding of each service (or target) of a country, and how many more units of the service have one. */
export function leadBy<
	Item extends { readonly cc: string; readonly unit: Unit },
>(
	findings: readonly Item[],
): readonly { readonly lead: Item; readonly others: readonly Item[] }[] {
	return [
		...groupBy(
			findings,
			({ cc, unit }) => `${cc}\t${unit.service}\t${unit.target}`,
		).values(),
	].map(([lead, ...others]) => ({ lead, others }));
}
