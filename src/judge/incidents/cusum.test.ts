import assert from "node:assert/strict";
import test from "node:test";
import { seriesOf } from "../series/index.ts";
import { detectByCusum } from "./cusum.ts";

/** Samples every `every` hours: 60 good ones, then 60 bad ones. */
const stepAt = (every: number, k = 1) =>
	seriesOf(
		{},
		Array.from({ length: 120 }, (_, i) => ({
			hour: i * every,
			k: i < 60 ? 0 : k,
			n: 1,
		})),
	);

test("the published baseline: at score 1, alerts take 5, 30 and 120 hours at cadences of 1, 6 and 24", () => {
	for (const [every, hours] of [
		[1, 5],
		[6, 30],
		[24, 120],
	] as const) {
		const [change] = detectByCusum(stepAt(every));
		assert.deepEqual(change, {
			direction: "onset",
			at: 60 * every + hours,
		});
	}
});

test("the published baseline: measured less than once a day it never alerts, nor at a score of 0.35", () => {
	assert.deepEqual(detectByCusum(stepAt(72)), []);
	assert.deepEqual(detectByCusum(stepAt(1), 0.35), []);
});

test("the published baseline: the first crossing out of unknown is silent", () => {
	const cells = Array.from({ length: 100 }, (_, hour) => ({
		hour,
		k: hour < 50 ? 1 : 0,
		n: 1,
	}));
	assert.deepEqual(
		detectByCusum(seriesOf({}, cells)).map(({ direction }) => direction),
		["ending"],
	);
});

test("the published baseline: a median does not see less than half", () => {
	const cells = Array.from({ length: 200 }, (_, hour) => ({
		hour,
		k: hour < 100 ? 0 : 4,
		n: 10,
	}));
	assert.deepEqual(detectByCusum(seriesOf({}, cells)), []);
});

test("the published baseline: after ten days without data its state is dropped", () => {
	const cells = Array.from({ length: 40 }, (_, i) => ({
		hour: i < 20 ? i : i + 300,
		k: i < 20 ? 0 : 1,
		n: 1,
	}));
	assert.deepEqual(detectByCusum(seriesOf({}, cells)), []);
});
