import assert from "node:assert/strict";
import test from "node:test";
import { compare, type Transfer } from "./throttle.ts";

const at = (under: Transfer["under"], kbytesPerSecond: number): Transfer => ({
	under,
	bytes: 200_000,
	seconds: 200 / kbytesPerSecond,
	longest_stall: 0,
	failure: null,
});

test("the interval of a ratio, worked out by hand", () => {
	// Ratios 1/4, 1/4, 1/2, 1/2: logarithms -1.386, -1.386, -0.693, -0.693. Mean -1.040,
	// standard deviation 0.400, error 0.200, t (3 degrees of freedom) 3.182: from -1.677 to -0.403.
	const transfers = [25, 25, 50, 50].flatMap((speed) => [
		at("suspect", speed),
		at("control", 100),
	]);
	assert.deepEqual(compare(transfers), {
		ratio: 35,
		ratio_low: 19,
		ratio_high: 67,
	});
});

test("equal speeds give a ratio of a hundred, whatever their size", () => {
	for (const [speed, pairs] of [
		[3, 6],
		[300, 4],
		[30_000, 20],
	] as const) {
		const transfers = Array.from({ length: pairs }, () => [
			at("suspect", speed),
			at("control", speed),
		]).flat();
		assert.equal(compare(transfers).ratio_high, 100);
	}
});

test("too few pairs and too small an object give no ratio, and say so", () => {
	assert.match(
		compare([at("suspect", 5), at("control", 50)]).why_not ?? "",
		/too few/,
	);
	const small = { ...at("suspect", 50), bytes: 900 };
	assert.match(compare([small, small]).why_not ?? "", /too little/);
});
