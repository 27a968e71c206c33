import assert from "node:assert/strict";
import test from "node:test";
import { detectByMedian } from "./ioda-median.ts";
import { createRandom } from "./testing.ts";
import type { ValueDetection, ValuePoint } from "./value-types.ts";
import { detectValues } from "./values.ts";

const WEEK = 168;

/** A year with daily and weekly season and noise that remembers; `part` of it is left at each hour. */
function makeValues(
	seed: number,
	part: (hour: number) => number,
	{ step = 2, weeks = 52 } = {},
): readonly ValuePoint[] {
	const random = createRandom(seed);
	const points: ValuePoint[] = [];
	let drift = 0;
	for (let at = 0; at < weeks * WEEK; at += step) {
		const normal =
			Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		drift = 0.7 * drift + 0.03 * normal;
		const day = 1 + 0.5 * Math.sin((2 * Math.PI * at) / 24);
		const weekend = Math.floor(at / 24) % 7 > 4 ? 1.1 : 1;
		points.push({ at, value: 40 * day * weekend * Math.exp(drift) * part(at) });
	}
	return points;
}

const from =
	(since: number, until: number, part: number) =>
	(hour: number): number =>
		hour >= since && hour < until ? part : 1;

const onsets = ({ changepoints }: ValueDetection) =>
	changepoints.filter(({ direction }) => direction === "onset");

test("a drop is found with its depth, its beginning and its end", () => {
	for (const [part, hours, state] of [
		[0.02, 24, "blocked"],
		[0.4, 72, "partly"],
		[0.7, 500, "partly"],
	] as const) {
		const found = detectValues(makeValues(1, from(5000, 5000 + hours, part)));
		const [onset, ending, ...rest] = found.changepoints;
		assert.equal(rest.length, 0);
		assert.ok(onset && onset.earliest <= 5000 && onset.latest >= 5000);
		assert.ok(
			ending &&
				ending.earliest <= 5000 + hours &&
				ending.latest >= 5000 + hours,
		);
		assert.ok(onset.detectableAt - 5000 <= 24);
		const drop = found.segments[1];
		assert.equal(drop?.state, state);
		assert.ok(
			Math.abs((drop?.depth ?? 0) - (1 - part)) < 0.12,
			`${drop?.depth}`,
		);
	}
});

test("P9: an outage of months does not become normal, as it does for the median rule", () => {
	const points = makeValues(2, from(4000, 1e9, 0.3));
	const found = detectValues(points);
	assert.equal(found.changepoints.length, 1);
	assert.ok(found.segments.at(-1)?.openEnd);
	assert.equal(found.segments.at(-1)?.state, "partly");
	const flat = Array.from({ length: 4000 }, (_, at) => ({
		at,
		value: at < 2000 ? 100 : 30,
	}));
	assert.deepEqual(
		detectByMedian(flat).map(({ direction }) => direction),
		["onset", "ending"],
	);
});

test("partial restoration is told from an end", () => {
	const found = detectValues(
		makeValues(3, (hour) => (hour < 5000 ? 1 : hour < 5200 ? 0.1 : 0.75)),
	);
	const last = found.segments.at(-1);
	assert.equal(last?.state, "partly");
	assert.ok(last?.openEnd && last.restoredPartially);
	assert.equal(found.changepoints.length, 1);
});

test("a slope over months is found, and called one", () => {
	const found = detectValues(
		makeValues(4, (hour) =>
			Math.exp(-0.0004 * Math.min(1500, Math.max(0, hour - 4000))),
		),
	);
	const [slope] = onsets(found);
	assert.equal(slope?.kind, "slope");
	assert.ok(slope && slope.earliest < 4500 && slope.latest > 4000);
});

test("quiet series of any step give nothing, single wild or missing samples neither", () => {
	for (let seed = 0; seed < 12; seed++) {
		const step = [1, 2, 24][seed % 3] as number;
		const random = createRandom(seed);
		const points = makeValues(seed, () => (random() < 0.003 ? 0.2 : 1), {
			step,
		}).filter(() => random() > 0.05);
		assert.deepEqual(detectValues(points).changepoints, [], `seed ${seed}`);
	}
});

test("a value of a day with one sample is compared with that hour, not with the day", () => {
	const points = makeValues(5, () => 1).filter(
		({ at }) => Math.floor(at / 24) % 30 !== 29 || at % 24 === 18,
	);
	assert.deepEqual(detectValues(points).changepoints, []);
});

test("with too little history only a deep fall is told, and within two days nothing", () => {
	assert.deepEqual(detectValues([]).changepoints, []);
	const oneWeek = (since: number, until: number, part: number) =>
		detectValues(makeValues(6, from(since, until, part), { weeks: 1 }));
	assert.deepEqual(oneWeek(30, 40, 0.1).changepoints, []);
	assert.deepEqual(oneWeek(100, 200, 0.7).changepoints, []);
	const [onset, ...rest] = oneWeek(100, 200, 0.1).changepoints;
	assert.equal(rest.length, 0);
	assert.ok(onset && onset.earliest <= 100 && onset.latest >= 100);
});

test("a drop of which later data refute an ending is one drop", () => {
	const points = makeValues(7, (hour) =>
		hour < 4000 || hour > 4800 ? 1 : hour % 120 < 8 ? 0.8 : 0.6,
	);
	const changes = detectValues(points).changepoints;
	changes.slice(1).forEach(({ at }, i) => {
		assert.ok(at > (changes[i]?.at ?? 0));
	});
	for (const [i, { direction }] of changes.entries())
		assert.equal(direction, i % 2 === 0 ? "onset" : "ending");
});
