/**
 * What sessions say together of a country's services over a time. Weak
 * evidence changes the word (P4), and the floor is P7's in both directions: to
 * find that something works needs as much as to find that it is blocked, since
 * forged "works for me" is the state's attack.
 */
import type { State } from "../../model/index.ts";

/** What one session met of some services within some time: how many measurements had which state. */
export interface MeasuredSession {
	readonly asn: number;
	/** OONI's `report_id`, or whatever bounds independence. */
	readonly session: string;
	readonly counts: Readonly<Partial<Record<State, number>>>;
	/** A measurement of each state that was met. */
	readonly witnesses: Readonly<Partial<Record<State, string>>>;
}

/** Independent sessions and networks behind a finding about a country (P7). */
export const FLOOR = { sessions: 5, networks: 2 } as const;
/** Share of sessions, and of networks, from which a finding is theirs. Provisional: not validated on labels. */
const MAJORITY = 0.5;
/** Share that must be of one mind before a country is said to be working. Provisional. */
const NEARLY_ALL = 0.8;

export type Measured = "restricted" | "slowed" | "working" | "mixed";

/** What measurements say of a country's services over a time, with the numbers behind it (P5). */
export interface Weighing {
	/** `insufficient`: below the floor. */
	readonly found: Measured | "insufficient";
	readonly sessionCount: number;
	readonly networkCount: number;
	readonly blockedSessionCount: number;
	readonly slowedSessionCount: number;
	readonly workingSessionCount: number;
	/** Sessions that said nothing either way: down, impaired, insufficient, or of two minds. */
	readonly unclearSessionCount: number;
	readonly blockedNetworkCount: number;
	readonly workingNetworkCount: number;
	readonly measurementCount: number;
	/** The measurement shown behind the finding. */
	readonly witness: string | undefined;
}

type Side = "blocked" | "slowed" | "working" | "unclear";

/** Weighs sessions: each counts once, on the side of most of its measurements. */
export function weighSessions(sessions: readonly MeasuredSession[]): Weighing {
	const bySession = mergeSessions(sessions).map((one) => ({
		...one,
		side: sideOf(one),
	}));
	const of = (side: Side) => bySession.filter((one) => one.side === side);
	const said = bySession.filter(({ side }) => side !== "unclear");
	const networks = [...new Set(said.map(({ asn }) => asn))].map((asn) =>
		majorityOf(said.filter((one) => one.asn === asn).map(({ side }) => side)),
	);
	const networksOf = (side: Side): number =>
		networks.filter((one) => one === side).length;
	const counts = {
		sessionCount: said.length,
		networkCount: networks.length,
		blockedSessionCount: of("blocked").length,
		slowedSessionCount: of("slowed").length,
		workingSessionCount: of("working").length,
		unclearSessionCount: of("unclear").length,
		blockedNetworkCount: networksOf("blocked"),
		workingNetworkCount: networksOf("working"),
		measurementCount: bySession.reduce(
			(sum, { counts }) => sum + total(counts),
			0,
		),
	};
	const found = findingOf(
		counts,
		(side) => new Set(of(side).map(({ asn }) => asn)).size,
		networksOf("slowed"),
	);
	return { found, ...counts, witness: witnessOf(bySession, found) };
}

/** A session may come in several rows, one a service or an hour. */
function mergeSessions(
	rows: readonly MeasuredSession[],
): readonly MeasuredSession[] {
	const merged = new Map<string, MeasuredSession>();
	for (const row of rows) {
		const before = merged.get(row.session);
		if (!before) merged.set(row.session, row);
		else
			merged.set(row.session, {
				...before,
				counts: addCounts(before.counts, row.counts),
				witnesses: { ...row.witnesses, ...before.witnesses },
			});
	}
	return [...merged.values()];
}

type Counts = MeasuredSession["counts"];

function addCounts(a: Counts, b: Counts): Counts {
	const sum: Partial<Record<State, number>> = { ...a };
	for (const [state, count] of Object.entries(b) as [State, number][])
		sum[state] = (sum[state] ?? 0) + count;
	return sum;
}

const total = (counts: Counts): number =>
	Object.values(counts).reduce((sum, count) => sum + count, 0);

function sideOf({ counts }: MeasuredSession): Side {
	const blocked = (counts.blocked ?? 0) + (counts.likely_blocked ?? 0);
	const slowed = counts.throttled ?? 0;
	const working = counts.ok ?? 0;
	const said = blocked + slowed + working;
	if (said === 0) return "unclear";
	if ((blocked + slowed) / said > MAJORITY)
		return slowed > blocked ? "slowed" : "blocked";
	return working / said > MAJORITY ? "working" : "unclear";
}

function majorityOf(sides: readonly Side[]): Side {
	for (const side of ["blocked", "slowed", "working"] as const)
		if (sides.filter((one) => one === side).length / sides.length > MAJORITY)
			return side;
	return "unclear";
}

function findingOf(
	counts: Omit<Weighing, "found" | "witness">,
	networksWith: (side: Side) => number,
	slowedNetworkCount: number,
): Weighing["found"] {
	const { sessionCount, networkCount } = counts;
	if (sessionCount < FLOOR.sessions || networkCount < FLOOR.networks)
		return "insufficient";
	const carried = (
		side: Side,
		sessions: number,
		networks: number,
		share: number,
	): boolean =>
		sessions >= FLOOR.sessions &&
		networksWith(side) >= FLOOR.networks &&
		sessions / sessionCount >= share &&
		networks / networkCount >= share;
	if (
		carried(
			"blocked",
			counts.blockedSessionCount,
			counts.blockedNetworkCount,
			MAJORITY,
		)
	)
		return "restricted";
	if (
		carried("slowed", counts.slowedSessionCount, slowedNetworkCount, MAJORITY)
	)
		return "slowed";
	return carried(
		"working",
		counts.workingSessionCount,
		counts.workingNetworkCount,
		NEARLY_ALL,
	)
		? "working"
		: "mixed";
}

function witnessOf(
	sessions: readonly (MeasuredSession & { readonly side: Side })[],
	found: Weighing["found"],
): string | undefined {
	const states: readonly State[] =
		found === "working"
			? ["ok"]
			: found === "slowed"
				? ["throttled"]
				: ["blocked", "likely_blocked", "throttled", "ok"];
	for (const state of states)
		for (const uid of sessions.map(({ witnesses }) => witnesses[state]).sort())
			if (uid !== undefined) return uid;
	return undefined;
}
