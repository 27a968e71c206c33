import assert from "node:assert/strict";
import test from "node:test";
import { parseServices, parseSubscriberShares } from "../../reference/index.ts";
import type { DayCounts, NowCounts } from "../../store/index.ts";
import { cellOf, cellTitle } from "./cells.ts";
import { countryCells } from "./country-cells.ts";
import {
	byStatePhrase,
	findNow,
	findPast,
	leadBy,
	restrictionPhrase,
} from "./findings.ts";

const services = parseServices({ services: [] });

const NOTHING = {
	blockedCount: 0,
	likelyBlockedCount: 0,
	throttledCount: 0,
	impairedCount: 0,
	downCount: 0,
	okCount: 0,
	measurementCount: 0,
	sessionCount: 0,
	blockedSessionCount: 0,
	okSessionCount: 0,
};

/** A network's day on which `blocked` of `sessions` sessions were likely blocked and the others reached it. */
function day(
	asn: number,
	sessions: number,
	blocked: number,
	on = "2026-01-03",
): DayCounts {
	return {
		...NOTHING,
		cc: "PK",
		asn,
		service: "",
		function: "",
		target: "x.example",
		day: on,
		lastMeasuredAt: `${on}T10:00:00Z`,
		likelyBlockedCount: blocked,
		okCount: sessions - blocked,
		measurementCount: sessions,
		sessionCount: sessions,
		blockedSessionCount: blocked,
		okSessionCount: sessions - blocked,
	};
}

function now(asn: number, sessions: number, blocked: number): NowCounts {
	const { day: on, ...counts } = day(asn, sessions, blocked);
	return { ...counts, sinceOn: on, untilOn: on, weekWitnessCount: blocked };
}

const only = <Item>(items: readonly Item[]): Item => {
	assert.equal(items.length, 1);
	return items[0] as Item;
};

test("a cell says its network, day, state and sessions", () => {
	assert.equal(
		cellTitle("AS64496", cellOf(day(64496, 6, 5))),
		"AS64496 on 3 Jan 2026: likely blocked, 5 of 6 sessions",
	);
	assert.equal(
		cellTitle("AS64496", cellOf(day(64496, 4, 0))),
		"AS64496 on 3 Jan 2026: reachable, 4 of 4 sessions",
	);
	const slowed = { ...day(1, 4, 0), throttledCount: 3, okCount: 1 };
	assert.equal(
		cellTitle("AS1", cellOf(slowed)),
		"AS1 on 3 Jan 2026: throttled, 3 of 4 measurements, 4 sessions",
	);
});

test("P4: two sessions are not enough, whatever they say", () => {
	assert.equal(cellOf(day(1, 2, 2)).state, "insufficient");
	assert.equal(cellOf(day(1, 2, 0)).state, "insufficient");
	assert.equal(
		cellTitle("AS1", cellOf(day(1, 2, 2))),
		"AS1 on 3 Jan 2026: not enough data, 2 sessions",
	);
});

test("P5: a finding carries its denominator, and networks below the floor are not in it", () => {
	const finding = only(
		findNow([now(1, 4, 4), now(2, 3, 3), now(3, 5, 0), now(4, 2, 2)], services),
	);
	assert.equal(finding.restrictedCount, 2);
	assert.equal(finding.measuredCount, 3);
	assert.equal(finding.byState.insufficient, 1);
	assert.equal(
		restrictionPhrase(finding),
		"likely blocked on 2 of 3 measured networks",
	);
	assert.equal(
		byStatePhrase(finding.byState),
		"2 likely blocked, 1 reachable of 3",
	);
});

test("with shares of subscribers a finding leads with them: a range, its source, what is unknown, then networks", () => {
	const shares = (rows: string) =>
		parseSubscriberShares(`cc,asn,share,source,vintage\n${rows}`);
	const phrase = (rows: string) =>
		restrictionPhrase(
			only(
				findNow(
					[now(1, 4, 4), now(2, 3, 3), now(3, 5, 0), now(4, 2, 2)],
					services,
					shares(rows),
				),
			),
		);
	const { cc } = only(findNow([now(1, 4, 4)], services));
	const row = (asn: number, share: number) =>
		`${cc},${asn},${share},Made-up regulator,2025-03\n`;
	assert.equal(
		phrase(row(1, 41) + row(2, 33) + row(3, 6) + row(4, 15)),
		"restricted on networks carrying about 70–80% of mobile subscribers (Made-up regulator, 2025-03; unknown for 20%): likely blocked on 2 of 3 measured networks",
	);
	assert.match(phrase(row(1, 50) + row(2, 20)), /about 70% of .*for 30%/);
	assert.match(phrase(row(1, 3)), /less than 10% of .*unknown for 97%/);
	assert.equal(
		phrase(row(3, 60)),
		"likely blocked on 2 of 3 measured networks",
		"no source for the restricted networks: networks alone",
	);
});

test("P7: a country's headline needs five sessions on two networks, a network's needs five", () => {
	const reach = (...rows: NowCounts[]) => only(findNow(rows, services)).reach;
	assert.equal(reach(now(1, 3, 3), now(2, 3, 3)), "country");
	assert.equal(reach(now(1, 3, 2), now(2, 3, 2)), "none");
	assert.equal(reach(now(1, 5, 5), now(2, 5, 0)), "network");
	assert.equal(reach(now(1, 4, 4), now(2, 5, 0)), "none");
	assert.equal(reach(now(1, 9, 0), now(2, 9, 0)), "none");
});

test("what was restricted before is told with its first and last day and its networks", () => {
	const past = only(
		findPast(
			[
				day(1, 4, 4, "2026-01-02"),
				day(1, 4, 4, "2026-01-05"),
				day(2, 3, 3, "2026-01-03"),
				day(3, 4, 1, "2026-01-09"),
			],
			services,
			[],
		),
	);
	assert.equal(past.firstOn, "2026-01-02");
	assert.equal(past.lastOn, "2026-01-05");
	assert.deepEqual(past.asns, [1, 2]);
	assert.equal(past.reach, "country");
	assert.deepEqual(past.states, ["likely_blocked"]);
});

test("functions of one service share a sentence", () => {
	const of = (service: string, part: string) => ({
		cc: "PK",
		unit: { service, function: part, target: "" },
	});
	const leads = leadBy([of("x", "web"), of("y", "web"), of("x", "links")]);
	assert.deepEqual(
		leads.map(({ lead, others }) => [lead.unit.service, others.length]),
		[
			["x", 1],
			["y", 0],
		],
	);
});

test("P7: a partial block is not averaged away, and one network does not speak for a country", () => {
	const stateOf = (...rows: DayCounts[]) => only(countryCells(rows)).state;
	const fine = [3, 4, 5, 6].map((asn) => day(asn, 9, 0));
	assert.equal(stateOf(day(1, 4, 4), day(2, 4, 4), ...fine), "likely_blocked");
	assert.equal(stateOf(day(1, 9, 9), ...fine), "insufficient");
	assert.equal(stateOf(day(1, 9, 9)), "insufficient");
	assert.equal(stateOf(day(1, 9, 0)), "insufficient");
	assert.equal(stateOf(...fine), "ok");
	assert.equal(
		only(countryCells([day(1, 4, 4), day(2, 4, 4), ...fine])).weight,
		"on 2 of 6 networks, 44 sessions",
	);
});
