import assert from "node:assert/strict";
import { test } from "node:test";
import { checkClaim } from "./claim-check.ts";
import type { Claim, RecordEntry } from "./entry.ts";
import { networkQuestion, type SignalThen } from "./signal-weighing.ts";
import { claim, entryWith } from "./test-entries.ts";

const signal = (
	gauge: string,
	fallenShare: number,
	more: Partial<SignalThen> = {},
): SignalThen => ({
	source: "s",
	measure: gauge,
	gauge,
	area: null,
	readShare: 1,
	fallenShare,
	level: fallenShare > 0 ? 0.04 : 1,
	witness: `a reading of ${gauge}`,
	licence: "test",
	isRouting: gauge === "routing",
	...more,
});

function check(
	one: Claim,
	signals: readonly SignalThen[],
	more: Partial<RecordEntry> = {},
) {
	const entry = entryWith("e-1", {
		services: ["fixed and mobile internet"],
		claims: [one],
		...more,
	});
	const result = checkClaim(entry, 0, [], [], signals);
	assert.ok(result);
	return result;
}

const WORKS = claim("working", "2024-05-09");
const CUT = claim("restricted", "2024-05-09");
const DOWN = [signal("probing", 0.9), signal("traffic", 0.8)];
const UP = [signal("probing", 0), signal("traffic", 0)];

test("'the internet works' is contradicted by two gauges that were down, with numbers and a reading", () => {
	const result = check(WORKS, DOWN);
	assert.equal(result.measured, "contradicts");
	assert.match(result.why, /2 of 2 independent gauges were down/);
	assert.match(result.why, /not why/);
	assert.equal(result.witness, "a reading of probing");
	assert.equal(result.signals?.signals.length, 2);
	assert.equal(check(CUT, DOWN).measured, "supports");
});

test("P7: that it works needs as much as that it does not, and routes alone never show it", () => {
	assert.equal(check(WORKS, UP).measured, "supports");
	assert.equal(check(CUT, UP).measured, "contradicts");
	for (const signals of [
		[],
		[signal("probing", 0)],
		[signal("probing", 0), signal("routing", 0)],
		[signal("probing", 0), signal("traffic", 0, { level: 0.5 })],
		[signal("probing", 0), signal("traffic", 0, { readShare: 0.2 })],
	])
		assert.equal(check(WORKS, signals).measured, "insufficient");
});

test("P4: one gauge, in however many signals, is insufficient", () => {
	const one = [signal("probing", 1), signal("probing", 1, { measure: "b" })];
	for (const asserted of [WORKS, CUT])
		assert.equal(check(asserted, one).measured, "insufficient");
	assert.match(check(CUT, one).why, /below the floor of 2/);
});

test("a cut of some hours supports that it was cut that day, and does not contradict that it worked", () => {
	const hours = [signal("probing", 0.2), signal("traffic", 0.15)];
	assert.equal(check(CUT, hours).measured, "supports");
	assert.equal(check(WORKS, hours).measured, "insufficient");
	// Gauges that differ carry neither side.
	const mixed = [...DOWN, signal("telescope", 0), signal("other", 0)];
	assert.equal(check(WORKS, mixed).measured, "insufficient");
	assert.equal(
		check(claim("slowed", "2024-05-09"), DOWN).measured,
		"insufficient",
	);
});

test("routes that stay do not hide what nothing gets through", () => {
	assert.equal(
		check(WORKS, [...DOWN, signal("routing", 0)]).measured,
		"contradicts",
	);
});

test("a claim about a service is never held against signals", () => {
	const result = check(WORKS, DOWN, { services: ["x.com"] });
	assert.equal(result.measured, "insufficient");
	assert.equal(result.signals, undefined);
	// Nor one about both: what of it would be shown?
	assert.equal(
		check(WORKS, DOWN, { services: ["mobile internet", "x.com"] }).signals,
		undefined,
	);
});

test("a province is asked by its code; below it nothing can be measured, and it says so", () => {
	const asked = (areas: readonly string[], services = ["mobile data"]) =>
		networkQuestion(entryWith("e", { country: "PK", areas, services }), WORKS);
	assert.deepEqual(asked(["Balochistan"]), {
		cc: "PK",
		areas: ["PK-BA"],
		access: "mobile",
	});
	assert.equal(asked(["Gwadar (Balochistan)"]), "below");
	assert.equal(asked(["Balochistan", "Quetta"]), "below");
	const result = check(WORKS, DOWN, { country: "PK", areas: ["Quetta"] });
	assert.equal(result.measured, "insufficient");
	assert.match(result.why, /below a province/);
});
