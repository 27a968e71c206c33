import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { prefixOf, type Series, seriesOf } from "../series/index.ts";
import { createDetector } from "./detect.ts";
import { between, makeSeries } from "./testing.ts";
import type { Changepoint, Detection } from "./types.ts";

const detector = createDetector();
const DAY = 24;

const onsets = ({ changepoints }: Detection): readonly Changepoint[] =>
	changepoints.filter(({ direction }) => direction === "onset");
const endings = ({ changepoints }: Detection): readonly Changepoint[] =>
	changepoints.filter(({ direction }) => direction === "ending");
const states = ({ segments }: Detection): string =>
	segments.map(({ state }) => state).join(" ");

function holds(change: Changepoint | undefined, truth: number): void {
	assert.ok(
		change && change.earliest <= truth && truth < change.latest,
		`${truth} in ${JSON.stringify(change)}`,
	);
}

test("a day of block on an hourly series is told, with both ends", () => {
	const found = detector.detect(
		makeSeries({ seed: 1, hours: 720, n: 2, rate: between(240, 264, 0.97) }),
	);
	assert.equal(states(found), "ok blocked ok");
	holds(onsets(found)[0], 240);
	holds(endings(found)[0], 264);
});

test("one session a day tells a full block within six samples, and so does one in three days", () => {
	for (const every of [DAY, 3 * DAY])
		for (let seed = 0; seed < 20; seed++) {
			const since = 60 * every;
			const found = detector.detect(
				makeSeries({
					seed,
					hours: 100 * every,
					every,
					rate: between(since, 1e9, 1),
				}),
			);
			const [onset] = onsets(found);
			assert.ok(onset, `seed ${seed}`);
			assert.ok((onset.detectableAt - since) / every < 6, `seed ${seed}`);
		}
});

test("partial blocking is told where the sessions suffice, down to a share of one in twenty", () => {
	for (const [share, every, n, hours] of [
		[0.5, 24, 1, 8000],
		[0.3, 6, 1, 4000],
		[0.1, 1, 20, 1000],
		[0.07, 1, 100, 1000],
	] as const) {
		const since = hours / 2;
		const found = detector.detect(
			makeSeries({
				seed: 3,
				hours,
				every,
				n,
				rate: between(since, 1e9, share),
			}),
		);
		assert.equal(states(found), "ok partly", `share ${share}`);
		holds(onsets(found)[0], Math.ceil(since / every) * every);
	}
});

test("P7: a single good session, or two, ends no incident", () => {
	for (const good of [[1500], [1500, 1524], [1488, 1584]]) {
		const cells = Array.from({ length: 120 }, (_, day) => ({
			hour: day * DAY,
			k: day >= 40 && !good.includes(day * DAY) ? 1 : 0,
			n: 1,
		}));
		const found = detector.detect(seriesOf({}, cells));
		assert.equal(states(found), "ok blocked", JSON.stringify(good));
	}
});

test("a brief window of access in a block of months is two-sided: seen where sessions suffice, and not the end", () => {
	const rate = (hour: number) =>
		hour >= 500 && hour < 2500 && !(hour >= 1500 && hour < 1530) ? 0.96 : 0.01;
	const found = detector.detect(
		makeSeries({ seed: 5, hours: 3000, n: 2, rate }),
	);
	assert.equal(states(found), "ok blocked ok blocked ok");
	holds(endings(found)[0], 1500);
	holds(onsets(found)[1], 1530);
});

test("a series that begins inside a block says so, and nobody's onset is made up", () => {
	const found = detector.detect(
		makeSeries({
			seed: 6,
			hours: 2400,
			every: 24,
			rate: between(0, 1200, 0.97),
		}),
	);
	assert.deepEqual(onsets(found), []);
	const [first] = found.segments;
	assert.deepEqual(
		[first?.state, first?.since, first?.openStart],
		["blocked", 0, true],
	);
	assert.ok(found.openOnset && found.openOnset.detectableAt <= 10 * DAY);
	holds(endings(found)[0], 1200);
});

test("P6: a series that always fails alike has no changes, whatever its rate", () => {
	for (const rate of [0, 0.02, 0.1, 0.3, 0.5, 0.8, 1])
		for (const [every, n] of [
			[24, 1],
			[6, 2],
			[1, 20],
		] as const) {
			const found = detector.detect(
				makeSeries({ seed: 8, hours: 4000, every, n, rate: () => rate }),
			);
			assert.deepEqual(found.changepoints, [], `${rate} ${every} ${n}`);
			assert.equal(found.segments.length, 1);
		}
});

test("P4: two blocked sessions after silence are a suspicion and no incident", () => {
	const quiet = Array.from({ length: 60 }, (_, i) => ({
		hour: i * DAY,
		k: 0,
		n: 1,
	}));
	const found = detector.detect(
		seriesOf({}, [
			...quiet,
			{ hour: 61 * DAY, k: 1, n: 1 },
			{ hour: 62 * DAY, k: 1, n: 1 },
		]),
	);
	assert.deepEqual(found.changepoints, []);
	assert.equal(found.suspicion?.evidence.sessions, 2);
	assert.equal(states(found), "ok insufficient");
});

test("P7: sessions of one hour alone make no incident, however many", () => {
	const cells = Array.from({ length: 300 }, (_, hour) => ({
		hour,
		k: hour === 200 ? 50 : 0,
		n: hour === 200 ? 50 : 1,
	}));
	assert.deepEqual(detector.detect(seriesOf({}, cells)).changepoints, []);
});

test("P4: one or two sessions in all are insufficient, and no data is no segment", () => {
	assert.deepEqual(detector.detect(seriesOf({}, [])).segments, []);
	for (const k of [0, 1])
		assert.equal(
			states(detector.detect(seriesOf({}, [{ hour: 5, k, n: 1 }]))),
			"insufficient",
		);
});

const blocks = fc.record({
	seed: fc.integer({ min: 0, max: 1e6 }),
	every: fc.constantFrom(1, 6, 24),
	n: fc.integer({ min: 1, max: 4 }),
	share: fc.constantFrom(0.4, 0.8, 1),
	from: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.double({ min: 0, max: 0.6, noNaN: true }),
});
type Block = typeof blocks extends fc.Arbitrary<infer T> ? T : never;

const seriesOfBlock = ({
	seed,
	every,
	n,
	share,
	from,
	length,
}: Block): Series => {
	const hours = 150 * every;
	const since = from * hours;
	return makeSeries({
		seed,
		hours,
		every,
		n,
		rate: between(since, since + length * hours, share),
	});
};
const cellsOf = (series: Series) =>
	Array.from(series.hours, (hour, i) => ({
		hour,
		k: series.k[i] ?? 0,
		n: series.n[i] ?? 0,
	}));

test("shifting time shifts the answer", () => {
	fc.assert(
		fc.property(blocks, fc.integer({ min: -5000, max: 5000 }), (block, by) => {
			const series = seriesOfBlock(block);
			const moved = seriesOf(
				series.key,
				cellsOf(series).map((cell) => ({ ...cell, hour: cell.hour + by })),
			);
			const shift = (found: Detection, hours: number) =>
				JSON.parse(JSON.stringify(found), (name, value: unknown) =>
					[
						"at",
						"earliest",
						"latest",
						"detectableAt",
						"since",
						"until",
					].includes(name)
						? (value as number) + hours
						: value,
				);
			assert.deepEqual(
				shift(detector.detect(series), by),
				shift(detector.detect(moved), 0),
			);
		}),
		{ numRuns: 60 },
	);
});

test("P9: empty hours change nothing but time, wherever they stand", () => {
	fc.assert(
		fc.property(blocks, (block) => {
			const series = seriesOfBlock(block);
			const last = series.until;
			const empty = Array.from({ length: last + 200 }, (_, hour) => ({
				hour: hour - 50,
				k: 0,
				n: 0,
			}));
			assert.deepEqual(
				detector.detect(seriesOf(series.key, [...cellsOf(series), ...empty])),
				detector.detect(series),
			);
		}),
		{ numRuns: 40 },
	);
});

test("P8: what a prefix raised, the whole raises at the same hour", () => {
	fc.assert(
		fc.property(blocks, (block) => {
			const series = seriesOfBlock(block);
			const raised = (found: Detection) =>
				[
					...(found.openOnset ? [found.openOnset] : []),
					...found.changepoints,
					...found.refuted,
				]
					.map(({ direction, detectableAt }) => `${detectableAt} ${direction}`)
					.sort();
			const whole = raised(detector.detect(series));
			// An alarm stands in the first prefix that holds its hour and in none before.
			for (const alarm of whole) {
				const hour = Number.parseInt(alarm, 10);
				const upTo = (until: number) =>
					raised(detector.detect(prefixOf(series, until)));
				assert.ok(upTo(hour + 1).includes(alarm), alarm);
				assert.ok(!upTo(hour).includes(alarm), alarm);
			}
		}),
		{ numRuns: 40 },
	);
});

test("more sessions of the same kind raise certainty and tell no later", () => {
	for (const scale of [2, 4, 8]) {
		const one = makeSeries({
			seed: 11,
			hours: 960,
			every: 6,
			n: 2,
			rate: between(480, 800, 1, 0),
		});
		const more = seriesOf(
			one.key,
			cellsOf(one).map(({ hour, k, n }) => ({
				hour,
				k: k * scale,
				n: n * scale,
			})),
		);
		const [few, many] = [detector.detect(one), detector.detect(more)];
		assert.ok(
			(onsets(many)[0]?.logOdds ?? 0) > (onsets(few)[0]?.logOdds ?? 99),
		);
		assert.ok(
			(onsets(many)[0]?.detectableAt ?? 1e9) <=
				(onsets(few)[0]?.detectableAt ?? 0),
		);
	}
});

test("the order of siblings has no effect, and one that is restricted makes the next likelier", () => {
	const set = [1, 2, 3, 4, 5].map((asn) =>
		makeSeries({
			seed: asn,
			hours: 2400,
			every: 24,
			asn,
			rate: between(1200, 2400, 1),
		}),
	);
	const forth = detector.detectSet(set);
	const back = detector.detectSet([...set].reverse());
	assert.deepEqual([...back.networks].reverse(), forth.networks);
	assert.deepEqual(back.country, forth.country);
	const delay = (found: Detection): number =>
		(onsets(found)[0]?.detectableAt ?? 1e9) - 1200;
	for (const [i, series] of set.entries()) {
		const together = forth.networks[i] as Detection;
		assert.ok(delay(together) <= delay(detector.detect(series)));
	}
	assert.ok(
		set.some(
			(series, i) =>
				delay(forth.networks[i] as Detection) < delay(detector.detect(series)),
		),
	);
});

test("a resolver that always lies neither hides nor makes a change of its siblings", () => {
	const quiet = [1, 2, 3].map((asn) =>
		makeSeries({ seed: asn, hours: 2400, every: 12, asn, rate: () => 0.02 }),
	);
	const liar = makeSeries({
		seed: 9,
		hours: 2400,
		every: 6,
		asn: 9,
		rate: () => 0.97,
	});
	const { networks, country } = detector.detectSet([...quiet, liar]);
	assert.ok(networks[3]?.openOnset);
	assert.deepEqual(country.changepoints, []);
	assert.deepEqual(networks.slice(0, 3), detector.detectSet(quiet).networks);
});

test("days as cells: intervals end with their day", () => {
	const daily = createDetector({ cellHours: 24 });
	const found = daily.detect(
		makeSeries({
			seed: 4,
			hours: 100 * DAY,
			every: DAY,
			n: 6,
			rate: between(50 * DAY, 1e9, 1),
		}),
	);
	const [onset] = onsets(found);
	assert.equal(onset?.at, 50 * DAY);
	assert.equal(onset?.latest, 51 * DAY);
	assert.equal(found.segments.at(-1)?.until, 100 * DAY);
});

test("P10: few of many sessions stopped for half a day are weather; for a day, or nearly all at once, it is told", () => {
	const told = (hours: number, rate: number) =>
		onsets(
			detector.detect(
				makeSeries({
					seed: 3,
					hours: 1440,
					n: 50,
					rate: between(720, 720 + hours, rate),
				}),
			),
		).length;
	assert.equal(told(12, 0.15), 0);
	assert.equal(told(24, 0.15), 1);
	assert.equal(told(3, 0.95), 1);
});

test("a series on which nobody was stopped is reachable throughout, whatever its siblings show", () => {
	const still = makeSeries({ seed: 1, hours: 720, rate: () => 0, asn: 1 });
	const blocked = makeSeries({
		seed: 2,
		hours: 720,
		n: 5,
		rate: between(300, 400, 0.97),
		asn: 2,
	});
	const [quiet] = detector.detectSet([still, blocked]).networks;
	assert.equal(quiet && states(quiet), "ok");
	assert.deepEqual(quiet?.changepoints, []);
	assert.equal(quiet?.suspicion, undefined);
});
