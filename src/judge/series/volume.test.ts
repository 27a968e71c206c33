import assert from "node:assert/strict";
import test from "node:test";
import { seriesOf } from "./series.ts";
import { findCollapses } from "./volume.ts";

/** A seeded generator (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Twenty weeks with a daily rhythm; `left` of the volume is left from `since` to `until`. */
function makeSeries(
	seed: number,
	perHour: number,
	{ since, until, left } = { since: 0, until: 0, left: 1 },
) {
	const random = createRandom(seed);
	const cells = [];
	for (let hour = 0; hour < 20 * 168; hour++) {
		const mean =
			perHour *
			(1 + 0.6 * Math.sin((2 * Math.PI * hour) / 24)) *
			(hour >= since && hour < until ? left : 1);
		let n = 0;
		for (let product = random(); product > Math.exp(-mean); product *= random())
			n++;
		cells.push({ hour, k: 0, n });
	}
	return seriesOf({}, cells);
}

test("P9: silence on a network that usually speaks is found, with its beginning and its end", () => {
	const [collapse, ...others] = findCollapses(
		makeSeries(1, 5, { since: 2000, until: 2048, left: 0.02 }),
	);
	assert.equal(others.length, 0);
	assert.ok(collapse);
	assert.ok(Math.abs(collapse.since - 2000) <= 2, `${collapse.since}`);
	assert.ok(Math.abs(collapse.until - 2048) <= 3, `${collapse.until}`);
	assert.ok(collapse.detectableAt < 2012);
	assert.ok(collapse.expectedSessions > 10 * (collapse.seenSessions + 1));
});

test("a collapse of months does not become the rhythm, and stays open to the end of the window", () => {
	const [collapse] = findCollapses(
		makeSeries(2, 3, { since: 1500, until: 20 * 168, left: 0.02 }),
	);
	assert.ok(collapse?.openEnd);
	assert.equal(collapse.until, 20 * 168);
});

test("quiet networks of any volume give no collapse", () => {
	for (let seed = 0; seed < 40; seed++)
		assert.deepEqual(
			findCollapses(makeSeries(seed, 0.05 * 2 ** (seed % 8))),
			[],
		);
});

test("nothing is expected of a network before two weeks of data", () => {
	const series = makeSeries(3, 5, { since: 200, until: 260, left: 0 });
	assert.deepEqual(findCollapses(series), []);
});
