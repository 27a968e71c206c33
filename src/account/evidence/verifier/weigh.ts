/**
 * Counts sessions anew. Written apart from the code that made the numbers
 * (`account/record/weighing.ts`) and held to it by a test: two counts that
 * agree are worth more than one read twice.
 */

/** One row as it is counted. */
export interface CountedRow {
	readonly day: string;
	/** An AS number, or the label that stands in for one. */
	readonly network: number | string;
	readonly isPart: boolean;
	readonly session: string;
	readonly state: string;
}

export type Numbers = Readonly<Record<string, number | string>>;

const SIDES = ["blocked", "slowed", "working"] as const;
const SIDE_OF: Readonly<Record<string, string>> = {
	blocked: "blocked",
	likely_blocked: "blocked",
	throttled: "slowed",
	ok: "working",
};

/** What is found where a side carries such a share. */
const FINDINGS = [
	["restricted", "blocked", 0.5],
	["slowed", "slowed", 0.5],
	["working", "working", 0.8],
] as const;

/** The side with more than half of the votes; "slowed" and "blocked" are of one mind against "working". */
function sideOf(states: readonly string[]): string {
	const [blocked = 0, slowed = 0, working = 0] = SIDES.map(
		(side) => states.filter((state) => SIDE_OF[state] === side).length,
	);
	if (blocked + slowed > working)
		return slowed > blocked ? "slowed" : "blocked";
	return working > blocked + slowed ? "working" : "unclear";
}

export function weigh(rows: readonly CountedRow[]) {
	const sessions = new Map<string, { network: unknown; states: string[] }>();
	const ordered = [...rows].sort(
		(a, b) =>
			a.day.localeCompare(b.day) || Number(a.network) - Number(b.network),
	);
	for (const { session, network, state } of ordered) {
		const its = sessions.get(session) ?? { network, states: [] as string[] };
		its.states.push(state);
		sessions.set(session, its);
	}
	const all = [...sessions.values()].map(({ network, states }) => ({
		network,
		side: sideOf(states),
	}));
	const said = all.filter(({ side }) => side !== "unclear");
	const ofSide = (side: string) => said.filter((one) => one.side === side);
	const networks = [...new Set(said.map(({ network }) => network))].map(
		(one) => {
			const own = said.filter(({ network }) => network === one);
			return SIDES.find(
				(side) =>
					2 * own.filter((its) => its.side === side).length > own.length,
			);
		},
	);
	const networksOf = (side: string): number =>
		networks.filter((one) => one === side).length;
	/** Five sessions on two networks, and this share of all sessions and of all networks. */
	const carried = (side: string, share: number): boolean =>
		ofSide(side).length >= 5 &&
		new Set(ofSide(side).map(({ network }) => network)).size >= 2 &&
		ofSide(side).length / said.length >= share &&
		networksOf(side) / networks.length >= share;
	const isEnough = said.length >= 5 && networks.length >= 2;
	const finding = FINDINGS.find(([, side, share]) => carried(side, share));
	const found = isEnough ? (finding?.[0] ?? "mixed") : "insufficient";
	return {
		found,
		sessionCount: said.length,
		networkCount: networks.length,
		blockedSessionCount: ofSide("blocked").length,
		slowedSessionCount: ofSide("slowed").length,
		workingSessionCount: ofSide("working").length,
		unclearSessionCount: all.length - said.length,
		blockedNetworkCount: networksOf("blocked"),
		workingNetworkCount: networksOf("working"),
		measurementCount: rows.length,
	};
}
