import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { keyText, siblingSets } from "./keys.ts";
import {
	faultOfCell,
	gridOf,
	poolSeries,
	prefixOf,
	seriesOf,
	takeOut,
} from "./series.ts";
import type { Series } from "./types.ts";

const cells = fc.array(
	fc
		.record({
			hour: fc.integer({ min: 0, max: 300 }),
			n: fc.integer({ min: 0, max: 5 }),
			part: fc.double({ min: 0, max: 1, noNaN: true }),
		})
		.map(({ hour, n, part }) => ({ hour, n, k: Math.floor(part * n) })),
	{ maxLength: 60 },
);

test("P3: rows in any order, and split in parts, give the same series", () => {
	fc.assert(
		fc.property(cells, (rows) => {
			const split = rows.flatMap(({ hour, k, n }) =>
				Array.from({ length: Math.max(1, n) }, (_, i) => ({
					hour,
					k: i < k ? 1 : 0,
					n: Math.min(1, n),
				})),
			);
			assert.deepEqual(seriesOf({}, split.reverse()), seriesOf({}, rows));
		}),
	);
});

test("P9: an empty hour is a value on the grid, and no session is lost", () => {
	fc.assert(
		fc.property(cells, (rows) => {
			const series = seriesOf({}, rows);
			const { k, n } = gridOf(series);
			assert.equal(n.length, series.until - series.since);
			const total = (of: "k" | "n") =>
				rows.reduce((sum, row) => sum + row[of], 0);
			assert.equal(
				n.reduce((sum, one) => sum + one, 0),
				total("n"),
			);
			assert.equal(
				k.reduce((sum, one) => sum + one, 0),
				total("k"),
			);
		}),
	);
	const series = seriesOf({}, [
		{ hour: 10, k: 1, n: 2 },
		{ hour: 13, k: 0, n: 0 },
	]);
	assert.deepEqual([...gridOf(series).n], [2, 0, 0, 0]);
	assert.deepEqual([...series.hours], [10]);
});

test("cells that cannot be counted are refused with a reason", () => {
	assert.equal(faultOfCell({ hour: 1, k: 1, n: 1 }), undefined);
	for (const cell of [
		{ hour: 1.5, k: 0, n: 1 },
		{ hour: 1, k: 2, n: 1 },
		{ hour: 1, k: -1, n: 1 },
		{ hour: 1, k: 0.5, n: 1 },
		{ hour: 1, k: 0, n: Number.NaN },
		{ hour: 1, k: 0, n: 2 ** 40 },
	]) {
		assert.equal(typeof faultOfCell(cell), "string", JSON.stringify(cell));
		assert.throws(() => seriesOf({}, [cell]), RangeError);
	}
});

test("a window leaves out what lies beside it", () => {
	const series = seriesOf(
		{},
		[
			{ hour: 1, k: 0, n: 1 },
			{ hour: 5, k: 1, n: 1 },
			{ hour: 9, k: 1, n: 1 },
		],
		{ since: 2, until: 9 },
	);
	assert.deepEqual([...series.hours], [5]);
	assert.deepEqual([series.since, series.until], [2, 9]);
	assert.deepEqual(
		[...prefixOf(series, 5).hours, prefixOf(series, 5).until],
		[5],
	);
});

test("networks of one country, target and layer are siblings, and their pool is their sum", () => {
	const of = (cc: string, asn: number, hour: number) =>
		seriesOf({ cc, asn, target: "example.org", layer: "dns" }, [
			{ hour, k: 1, n: 2 },
		]);
	const series = [
		of("QZ", 1, 4),
		of("QY", 1, 4),
		of("QZ", 2, 4),
		of("QZ", 3, 6),
	];
	const sets = siblingSets(series);
	assert.deepEqual(
		sets.map((set) => set.map(({ key }) => key.asn)),
		[[1, 2, 3], [1]],
	);
	const pool = poolSeries(sets[0] ?? []);
	assert.deepEqual([...pool.hours, ...pool.k, ...pool.n], [4, 6, 2, 1, 4, 2]);
	assert.equal(pool.key.asn, undefined);
	const rest = takeOut(pool, series[0] as Series);
	const same = poolSeries((sets[0] ?? []).filter((one) => one !== series[0]));
	assert.deepEqual(rest, { ...same, since: rest.since, until: rest.until });
});

test("key texts differ where keys differ", () => {
	const keys = [
		{},
		{ cc: "QZ" },
		{ target: "QZ" },
		{ cc: "QZ", asn: 1 },
		{ cc: "QZ", resolverAsn: 1 },
	];
	assert.equal(new Set(keys.map(keyText)).size, keys.length);
});
