import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkClaim } from "./claim-check.ts";
import type { Claim, RecordEntry } from "./entry.ts";
import { claim, entryWith, mapShippedDossier } from "./test-entries.ts";
import { type MeasuredSession, weighSessions } from "./weighing.ts";

type Kind = keyof MeasuredSession["counts"];

/** Sessions of one network that met one state. */
function sessions(
	asn: number,
	count: number,
	state: Kind,
): readonly MeasuredSession[] {
	return Array.from({ length: count }, (_, n) => ({
		asn,
		session: `${asn}-${state}-${n}`,
		counts: { [state]: 2 },
		witnesses: { [state]: `uid-${asn}-${state}-${n}` },
	}));
}

function check(
	one: Claim,
	measured: readonly MeasuredSession[],
	more: Partial<RecordEntry> = {},
	others: readonly RecordEntry[] = [],
) {
	const result = checkClaim(
		entryWith("e-1", { claims: [one], ...more }),
		0,
		measured,
		others,
	);
	assert.ok(result);
	return result;
}

const works = claim("working", "2024-03-13");
const restricted = claim("restricted", "2024-03-13");
const blockedEverywhere = [
	...sessions(64496, 4, "likely_blocked"),
	...sessions(64497, 2, "blocked"),
];
const workingEverywhere = [
	...sessions(64496, 4, "ok"),
	...sessions(64497, 2, "ok"),
];

test("a minister's 'it is working' is contradicted where sessions of two networks were blocked", () => {
	const result = check(works, blockedEverywhere);
	assert.equal(result.measured, "contradicts");
	assert.equal(result.numbers?.sessionCount, 6);
	assert.equal(result.numbers?.blockedSessionCount, 6);
	assert.equal(result.numbers?.networkCount, 2);
	assert.equal(result.numbers?.measurementCount, 12);
	assert.equal(result.witness, "uid-64497-blocked-0");
	assert.match(result.why, /6 of 6 sessions were blocked/);
	assert.equal(check(restricted, blockedEverywhere).measured, "supports");
});

test("it is supported where nearly all got through", () => {
	const result = check(works, workingEverywhere);
	assert.equal(result.measured, "supports");
	assert.equal(result.witness, "uid-64496-ok-0");
	assert.equal(check(restricted, workingEverywhere).measured, "contradicts");
});

test("P7: below five sessions or two networks nothing is found, in either direction", () => {
	for (const state of ["ok", "blocked"] as const) {
		const few = [...sessions(64496, 3, state), ...sessions(64497, 1, state)];
		assert.equal(check(works, few).measured, "insufficient");
		assert.match(check(works, few).why, /below the floor/);
		const oneNetwork = sessions(64496, 50, state);
		assert.equal(check(works, oneNetwork).measured, "insufficient");
	}
});

test("P7: one session that reports a thousand times counts once", () => {
	const loud = Array.from({ length: 1000 }, () => ({
		asn: 64496,
		session: "loud",
		counts: { ok: 1 },
		witnesses: { ok: "uid" },
	}));
	const weighed = weighSessions([...loud, ...sessions(64497, 3, "ok")]);
	assert.equal(weighed.sessionCount, 4);
	assert.equal(weighed.found, "insufficient");
});

test("P7: many sessions of one network carry no country against the others", () => {
	const forged = [
		...sessions(64496, 40, "ok"),
		...sessions(64497, 3, "likely_blocked"),
		...sessions(64498, 3, "likely_blocked"),
	];
	assert.equal(check(works, forged).measured, "insufficient");
	assert.match(check(works, forged).why, /neither side carries/);
});

test("P4: without measurements a claim is insufficient, and so it is where sessions said nothing", () => {
	assert.equal(check(works, []).measured, "insufficient");
	assert.match(check(works, []).why, /Nothing was measured/);
	const silent = [
		...sessions(64496, 10, "down"),
		...sessions(64497, 10, "impaired"),
	];
	const result = check(works, silent);
	assert.equal(result.measured, "insufficient");
	assert.equal(result.numbers?.unclearSessionCount, 20);
});

test("slowed is neither working nor blocked", () => {
	const slowed = [
		...sessions(64496, 4, "throttled"),
		...sessions(64497, 3, "throttled"),
	];
	assert.equal(
		check(claim("slowed", "2024-03-13"), slowed).measured,
		"supports",
	);
	assert.equal(check(restricted, slowed).measured, "supports");
	assert.equal(check(works, slowed).measured, "insufficient");
	assert.equal(
		check(claim("slowed", "2024-03-13"), workingEverywhere).measured,
		"contradicts",
	);
	assert.equal(
		check(claim("slowed", "2024-03-13"), blockedEverywhere).measured,
		"insufficient",
	);
});

test("a claim about an instrument is never held against reachability", () => {
	const withdrawn = claim("withdrawn", "2024-09-12");
	for (const measured of [blockedEverywhere, workingEverywhere]) {
		const result = check(withdrawn, measured);
		assert.equal(result.measured, "insufficient");
		assert.equal(result.numbers, undefined);
		assert.equal(result.witness, undefined);
		assert.match(result.why, /an instrument/);
	}
});

test("a claim about a part of a country is not held against its networks", () => {
	const result = check(works, blockedEverywhere, { areas: ["North"] });
	assert.equal(result.measured, "insufficient");
	assert.match(result.why, /not areas/);
});

test("P12: what others reported stands apart from what was measured", () => {
	const others = [
		entryWith("o-1", {
			type: "measurement_by_others",
			actor: { rank: "observer" },
			claims: [restricted],
		}),
		entryWith("o-2", {
			actor: { rank: "observer" },
			claims: [restricted],
			confidence: "low",
		}),
		entryWith("o-3", { claims: [restricted] }),
		entryWith("o-4", { actor: { rank: "users" }, claims: [works] }),
	];
	const result = check(works, [], {}, others);
	assert.equal(result.measured, "insufficient");
	assert.deepEqual(result.contradictedByOthers, ["o-1"]);
	assert.deepEqual(result.supportedByOthers, ["o-4"]);
});

test("the real claims about X are insufficient without measurements, with what others said beside them", () => {
	const { ban } = mapShippedDossier((path) => readFileSync(path, "utf8"));
	const results = ban.flatMap((entry) =>
		entry.claims.flatMap((_, position) => {
			const result = checkClaim(entry, position, [], ban);
			return result ? [result] : [];
		}),
	);
	assert.ok(results.length > 40);
	assert.ok(results.every(({ measured }) => measured === "insufficient"));
	const of = (id: string) => results.find(({ entry }) => entry === id);
	assert.deepEqual(of("xban-032")?.disputedBy, ["Soch Fact Check"]);
	assert.deepEqual(of("xban-032")?.contradictedByOthers, [
		"xban-034",
		"xban-078",
	]);
	assert.deepEqual(of("xban-043")?.contradictedByOthers, ["xban-078"]);
	assert.match(of("xban-060")?.why ?? "", /an instrument/);
	assert.equal(of("xban-060")?.numbers, undefined);
});
