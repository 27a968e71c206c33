import assert from "node:assert/strict";
import test from "node:test";
import { createRandom } from "../lab/index.ts";
import { NOISES, rateAt } from "./background.ts";
import { drawCount, drawFailures, drawPareto } from "./draws.ts";
import { HAZARDS, isOn } from "./events.ts";
import type { World, WorldSeries } from "./types.ts";
import { makeWorld } from "./world.ts";

const shareWithin = (
	{ cells }: WorldSeries,
	within: (hour: number) => boolean,
): number => {
	let [k, n] = [0, 0];
	for (const cell of cells)
		if (within(cell.hour)) [k, n] = [k + cell.k, n + cell.n];
	return k / Math.max(1, n);
};

const stretchOf = (world: World, asn: number) =>
	world.events[0]?.stretches.find((stretch) => stretch.asn === asn);

test("P3: the same seed makes the same world, another seed another one", () => {
	const plan = { seed: "one", weeks: 6, networkCount: 3, cadence: 1 };
	assert.deepEqual(makeWorld(plan), makeWorld(plan));
	assert.notDeepEqual(makeWorld(plan), makeWorld({ ...plan, seed: "two" }));
});

test("every hazard and every noise can be asked for, and the truth says what was made", () => {
	for (const hazard of HAZARDS)
		for (const noise of NOISES) {
			const world = makeWorld({
				seed: `${hazard} ${noise}`,
				weeks: 20,
				hazard,
				noise,
				networkCount: 4,
				cadence: 0.5,
			});
			assert.equal(world.noise, noise);
			assert.equal(world.events[0]?.hazard, hazard);
			for (const { since, until, share } of world.events[0]?.stretches ?? []) {
				assert.ok(since < until);
				assert.equal(since < world.since, hazard === "open_start");
				assert.ok(share >= 0.05 && share <= 1);
			}
			for (const { cells } of world.series)
				cells.forEach(({ hour, k, n, knownAt }, i) => {
					assert.ok(hour >= world.since && hour < world.until);
					assert.ok(k >= 0 && k <= n && n > 0 && knownAt >= hour);
					assert.ok(i === 0 || hour > (cells[i - 1]?.hour ?? 0));
				});
		}
});

test("a restriction stops the share that the truth states, and only while it is on", () => {
	const world = makeWorld({
		seed: "share",
		weeks: 26,
		hazard: "plain",
		noise: "even",
		networkCount: 6,
		cadence: 20,
		rotates: false,
	});
	let met = 0;
	for (const series of world.series) {
		const stretch = stretchOf(world, series.asn);
		if (!stretch || stretch.until - stretch.since < 24) continue;
		met++;
		const { rate } = series.background;
		const seen = shareWithin(series, (hour) => isOn(stretch, hour));
		assert.ok(Math.abs(seen - (rate + (1 - rate) * stretch.share)) < 0.05);
		const before = shareWithin(series, (hour) => hour < stretch.since);
		assert.ok(Math.abs(before - rate) < 0.02);
	}
	assert.ok(met > 0);
});

test("windows and flapping come and go; a quiet world has no truth", () => {
	const windows = makeWorld({
		seed: "w",
		weeks: 20,
		hazard: "windows",
		networkCount: 1,
	});
	const [stretch] = windows.events[0]?.stretches ?? [];
	assert.ok(stretch?.cycle);
	const { on, off } = stretch.cycle;
	assert.equal(on + off, 24);
	assert.equal(isOn(stretch, stretch.since), true);
	assert.equal(isOn(stretch, stretch.since + on), false);
	assert.equal(isOn(stretch, stretch.since + 24), true);
	assert.deepEqual(makeWorld({ seed: "q", weeks: 4, hazard: null }).events, []);
});

test("a network whose probes rotate has two series, one of which always fails", () => {
	const { series } = makeWorld({
		seed: "r",
		weeks: 20,
		hazard: null,
		noise: "even",
		networkCount: 1,
		cadence: 4,
		rotates: true,
	});
	assert.deepEqual(
		series.map(({ alwaysFails }) => alwaysFails),
		[false, true],
	);
	const [own, other] = series as [WorldSeries, WorldSeries];
	assert.notEqual(own.resolverAsn, other.resolverAsn);
	assert.ok(shareWithin(other, () => true) > 0.93);
	assert.ok(shareWithin(own, () => true) < 0.25);
});

test("samples at even intervals are as far apart as asked", () => {
	const [series] = makeWorld({
		seed: "even",
		weeks: 10,
		hazard: null,
		networkCount: 1,
		cadence: 1 / 72,
		isRegular: true,
		rotates: false,
	}).series;
	const gaps = new Set(
		series?.cells
			.slice(1)
			.map(({ hour }, i) => hour - (series.cells[i]?.hour ?? 0)),
	);
	// Forged rows may stand between.
	assert.ok(gaps.has(72));
	assert.ok(
		[...gaps].every((gap) => gap <= 73),
		[...gaps].join(),
	);
});

test("season and drift move the background as they say", () => {
	const law = {
		rate: 0.05,
		correlation: 0,
		season: 0.8,
		drift: 3,
		bursts: undefined,
	};
	const mean = (from: number) =>
		Array.from({ length: 24 }, (_, h) => rateAt(law, from + h, 0, 2400)).reduce(
			(sum, rate) => sum + rate / 24,
			0,
		);
	assert.ok(Math.abs(mean(2376) / mean(0) - 3) < 0.1);
	assert.ok(rateAt(law, 6, 0, 1e9) > 4 * rateAt(law, 18, 0, 1e9));
});

test("the laws have the means and spreads they promise", () => {
	const random = createRandom("laws");
	const draw = (times: number, one: () => number) =>
		Array.from({ length: times }, one);
	const mean = (values: readonly number[]) =>
		values.reduce((sum, value) => sum + value, 0) / values.length;
	const correlated = draw(4000, () => drawFailures(random, 20, 0.2, 0.1));
	assert.ok(Math.abs(mean(correlated) - 4) < 0.2);
	// n p (1-p) (1 + (n-1) r) = 3.2 * 2.9
	const spread = mean(correlated.map((k) => (k - 4) ** 2));
	assert.ok(Math.abs(spread - 9.28) < 1, `${spread}`);
	for (const wanted of [0.1, 5, 200])
		assert.ok(
			Math.abs(mean(draw(4000, () => drawCount(random, wanted))) / wanted - 1) <
				0.15,
		);
	const pareto = draw(2000, () => drawPareto(random, 4, 1));
	assert.ok(Math.min(...pareto) >= 4);
	assert.ok(pareto.filter((value) => value > 40).length > 120);
});
