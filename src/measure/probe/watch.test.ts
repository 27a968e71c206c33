import assert from "node:assert/strict";
import test from "node:test";
import type { MeasurementRecord } from "./envelope.ts";
import { type WatchOptions, watch } from "./watch.ts";

const HOUR_MS = 3600 * 1000;

/** A day on a clock that only waiting moves. */
async function watchFor(
	hours: number,
	bytesEach: number,
	options: Partial<WatchOptions>,
): Promise<readonly number[]> {
	let nowMs = Date.UTC(2026, 10, 24);
	const endMs = nowMs + hours * HOUR_MS;
	const stop = new AbortController();
	let seed = 7;
	const atHours: number[] = [];
	const record = {
		test_keys: { requests: ["x".repeat(bytesEach)] },
	} as unknown as MeasurementRecord;
	for await (const _ of watch(async () => record, {
		targets: ["a", "b"],
		meanMs: HOUR_MS,
		mbADay: 1000,
		now: () => new Date(nowMs),
		random: () => {
			seed = (seed * 48271) % 2147483647;
			return seed / 2147483647;
		},
		wait: async (ms) => {
			nowMs += ms;
			if (nowMs >= endMs) stop.abort();
		},
		signal: stop.signal,
		...options,
	}))
		atHours.push((nowMs - (endMs - hours * HOUR_MS)) / HOUR_MS);
	return atHours;
}

test("measures at times without a rhythm, as often as was asked for", async () => {
	const atHours = await watchFor(240, 10, {});
	assert.ok(atHours.length > 180 && atHours.length < 320, `${atHours.length}`);
	const waits = atHours.slice(1).map((at, i) => at - (atHours[i] ?? 0));
	const mean = waits.reduce((sum, one) => sum + one, 0) / waits.length;
	const spread = Math.sqrt(
		waits.reduce((sum, one) => sum + (one - mean) ** 2, 0) / waits.length,
	);
	// An exponential wait's standard deviation is its mean; a timetable's is zero.
	assert.ok(spread / mean > 0.7, `${spread / mean}`);
});

test("keeps to the megabytes of any 24 hours", async () => {
	const bytesEach = 300_000;
	const atHours = await watchFor(96, bytesEach, { mbADay: 1 });
	for (const at of atHours) {
		const inDay = atHours.filter((other) => other >= at && other < at + 24);
		assert.ok(inDay.length * bytesEach <= 1e6, `${inDay.length} in a day`);
	}
	assert.ok(atHours.length >= 6);
});
