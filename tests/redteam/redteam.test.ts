/**
 * Forgeries against a seeded world, through import, judging and detection: the
 * floors of P7 must hold for a false "blocked" and for a false "reachable".
 * How much it takes where they are passed is in docs/threat-model.md, made by
 * `npm run bench -- redteam`.
 */
import assert from "node:assert/strict";
import test, { after } from "node:test";
import { flood } from "./attacks.ts";
import { row } from "./forge.ts";
import { BLOCKED_FROM } from "./least.ts";
import {
	EMPTY_ASNS,
	HONEST_ASNS,
	openScene,
	type Said,
	SCENE_DAYS,
	SCENE_HOURS,
} from "./scene.ts";

const LAST_DAY = SCENE_DAYS - 1;
const [FIRST_ASN] = HONEST_ASNS;

const quiet = await openScene({ sessionsADay: 4 });
const blocked = await openScene({ sessionsADay: 4, blockedFrom: BLOCKED_FROM });
after(async () => {
	await quiet.close();
	await blocked.close();
});

const states = (said: Said) =>
	HONEST_ASNS.map((asn) => said.stateOn(asn, LAST_DAY));

/** What must stand in a country that is blocked. */
function assertStillBlocked(said: Said): void {
	assert.equal(said.ongoing, true, "the headline goes on");
	assert.equal(said.finding, "restricted");
	assert.deepEqual(new Set(states(said)), new Set(["likely_blocked"]));
}

test("without forgeries the quiet country has no incident, and the blocked one a headline", async () => {
	const calm = await quiet.attack([]);
	assert.deepEqual(calm.published, []);
	assert.equal(calm.finding, "working");
	assertStillBlocked(await blocked.attack([]));
});

test("P7: one row changes no state, no incident and no finding, in either direction", async () => {
	for (const where of ["measured", "empty"] as const) {
		const one = { identities: 1, networks: 1, where };
		const said = await quiet.attack(flood({ ...one, outcome: "reset" }));
		assert.deepEqual(said.published, []);
		assert.equal(said.finding, "working");
		assert.deepEqual(new Set(states(said)), new Set(["ok"]));
		assert.equal(said.stateOn(EMPTY_ASNS[0], LAST_DAY), "insufficient");
		assertStillBlocked(await blocked.attack(flood({ ...one, outcome: "ok" })));
	}
});

test("P7: one identity with 10,000 rows counts as one session", async () => {
	const one = {
		identities: 1,
		networks: 1,
		where: "measured",
		rowsEach: 10_000,
		hours: 20,
	} as const;
	const said = await quiet.attack(flood({ ...one, outcome: "reset" }));
	assert.deepEqual(said.published, []);
	assert.equal(said.finding, "working");
	assert.equal(said.stateOn(FIRST_ASN, LAST_DAY), "ok");
	assertStillBlocked(await blocked.attack(flood({ ...one, outcome: "ok" })));
});

test("P7: 1,000 identities on one network never speak for the country, nor end its headline", async () => {
	const many = { identities: 1000, networks: 1 } as const;
	for (const where of ["measured", "empty"] as const) {
		const said = await quiet.attack(
			flood({ ...many, where, outcome: "reset" }),
		);
		assert.equal(said.headline, false);
		assert.notEqual(said.finding, "restricted");
		const ended = await blocked.attack(
			flood({ ...many, where, outcome: "ok" }),
		);
		assert.equal(ended.ongoing, true);
		assert.notEqual(ended.finding, "working");
	}
});

test("P7: four sessions on however many networks make no incident", async () => {
	for (const networks of [1, 2, 4]) {
		const said = await quiet.attack(
			flood({ identities: 4, networks, outcome: "reset", where: "empty" }),
		);
		assert.deepEqual(said.published, []);
	}
});

test("P7: old truths sent again change nothing, under their own time or another", async () => {
	const old = (hour: number, hours: number) =>
		row({
			outcome: "ok",
			identity: "honest-64500-0-0",
			asn: FIRST_ASN,
			hour: hour + hours,
		});
	// The same report a thousand times, as made then, and as made now.
	const replayed = Array.from({ length: 1000 }, (_, i) => old(1, i % 24));
	const renewed = Array.from({ length: 1000 }, (_, i) =>
		old(SCENE_HOURS - 48, i % 48),
	);
	assertStillBlocked(await blocked.attack([...new Set(replayed)]));
	assertStillBlocked(await blocked.attack([...new Set(renewed)]));
});

test("P7, P8: a back-dated flood from one network neither begins a headline in the past nor ends one", async () => {
	const past = {
		identities: 500,
		networks: 1,
		where: "measured",
		endsHoursAgo: 7 * 24,
	} as const;
	const said = await quiet.attack(flood({ ...past, outcome: "reset" }));
	assert.equal(said.headline, false);
	assertStillBlocked(await blocked.attack(flood({ ...past, outcome: "ok" })));
});
