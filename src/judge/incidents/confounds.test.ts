import assert from "node:assert/strict";
import test from "node:test";
import {
	isComposition,
	isControlOutage,
	isInstrument,
	isOwnChange,
	isSourceLate,
	isWorldwide,
} from "./confounds.ts";
import { BACKGROUND_PRIOR } from "./model.ts";
import { learnBackground } from "./prior.ts";
import { makeSeries } from "./testing.ts";

const at = (cc: string, hour: number) => ({
	cc,
	earliest: hour,
	latest: hour + 6,
});

test("P10: an onset in many countries at once is no country's policy", () => {
	const others = ["QA", "QB", "QC", "QD", "QE"].map((cc) => at(cc, 110));
	assert.equal(isWorldwide(at("QZ", 100), others, 12), true);
	// Four at once among hundreds may be a treaty, or chance.
	assert.equal(isWorldwide(at("QZ", 100), others.slice(0, 3), 12), false);
	assert.equal(isWorldwide(at("QZ", 100), others, 100), false);
	const later = others.map(({ cc }) => at(cc, 400));
	assert.equal(isWorldwide(at("QZ", 100), later, 12), false);
});

test("P10: failing that follows the probe's version is the instrument's", () => {
	const fails = { name: "3.20", k: 19, n: 20 };
	assert.equal(isInstrument([fails, { name: "3.19", k: 0, n: 20 }]), true);
	assert.equal(isInstrument([fails, { name: "3.19", k: 18, n: 20 }]), false);
	// Too few sessions of the other version to say.
	assert.equal(isInstrument([fails, { name: "3.19", k: 0, n: 2 }]), false);
});

test("P10: a change of our own inside the interval explains an onset", () => {
	assert.equal(isOwnChange({ earliest: 100, latest: 110 }, [105]), true);
	assert.equal(isOwnChange({ earliest: 100, latest: 110 }, [90, 130]), false);
});

test("P10: probes that rotate to a lying resolver change the composition, not the network", () => {
	const before = [
		{ name: "isp", k: 9, n: 10 },
		{ name: "open", k: 1, n: 90 },
	];
	const rotated = [
		{ name: "isp", k: 72, n: 80 },
		{ name: "open", k: 0, n: 20 },
	];
	assert.equal(isComposition(before, rotated), true);
	const blocked = [
		{ name: "isp", k: 10, n: 10 },
		{ name: "open", k: 85, n: 90 },
	];
	assert.equal(isComposition(before, blocked), false);
	// A resolver never seen before cannot be said to behave as before.
	assert.equal(isComposition(before, [{ name: "new", k: 90, n: 100 }]), false);
});

test("P10: when the source falls silent elsewhere too, it is late and the country is not shut", () => {
	const hours = { since: 100, until: 110 };
	assert.equal(isSourceLate(hours, { expected: 1000, seen: 990 }, []), false);
	assert.equal(isSourceLate(hours, { expected: 1000, seen: 200 }, []), true);
	assert.equal(
		isSourceLate(hours, { expected: 1000, seen: 990 }, [
			{ since: 90, until: 101 },
		]),
		true,
	);
});

test("P10: a control that failed itself proves nothing", () => {
	assert.equal(isControlOutage({ name: "helper", k: 8, n: 10 }), true);
	assert.equal(isControlOutage({ name: "helper", k: 1, n: 10 }), false);
});

test("the background's prior is learned from many series, and restricted ones do not teach", () => {
	const quiet = (rate: number, i: number) =>
		makeSeries({ seed: i, hours: 2000, every: 4, rate: () => rate });
	const clean = Array.from({ length: 40 }, (_, i) => quiet(0.01, i));
	const noisy = Array.from({ length: 40 }, (_, i) => quiet(0.12, i));
	const blocked = Array.from({ length: 40 }, (_, i) => quiet(0.95, i));
	const mean = (prior: typeof BACKGROUND_PRIOR) =>
		prior.failed / (prior.failed + prior.passed);
	assert.ok(Math.abs(mean(learnBackground(clean)) - 0.01) < 0.004);
	assert.ok(Math.abs(mean(learnBackground(noisy)) - 0.12) < 0.02);
	assert.deepEqual(
		learnBackground([...clean, ...blocked]),
		learnBackground(clean),
	);
	assert.equal(learnBackground(clean.slice(0, 5)), BACKGROUND_PRIOR);
});
