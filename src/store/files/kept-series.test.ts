import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import {
	type KeptSet,
	openKeptSeries,
	packCells,
	unpackCells,
	writeKeptSeries,
} from "./kept-series.ts";

const cellsOf = (counts: readonly (readonly [number, number, number])[]) => {
	let hour = 0;
	const rows = counts.map(([gap, n, stopped]) => {
		hour += gap;
		return { hour, n, k: Math.min(n, stopped) };
	});
	return {
		hours: Int32Array.from(rows, (one) => one.hour),
		k: Int32Array.from(rows, (one) => one.k),
		n: Int32Array.from(rows, (one) => one.n),
	};
};
const CELLS = fc
	.array(
		fc.tuple(
			fc.integer({ min: 1, max: 600_000 }),
			fc.integer({ min: 1, max: 65_535 }),
			fc.nat(65_535),
		),
		{ minLength: 1, maxLength: 40 },
	)
	.map(cellsOf);

test("cells come back as they were packed", () => {
	fc.assert(
		fc.property(CELLS, (cells) => {
			const cellCount = cells.hours.length;
			assert.deepEqual(
				unpackCells({ cells: packCells(cells, cellCount), cellCount }),
				cells,
			);
		}),
	);
});

async function* sets(count: number): AsyncGenerator<KeptSet<unknown>> {
	for (let i = 0; i < count; i++) {
		const cells = cellsOf([
			[480_000, 3, 1],
			[i + 1, 1, 0],
		]);
		yield {
			key: { cc: "PK", target: `site-${i}.example`, layer: "all", service: "" },
			lastHour: 480_001 + i,
			series: [64_496, 64_497].map((asn) => ({
				asn,
				resolverAsn: 0,
				cellCount: 2,
				cells: packCells(cells, 2),
			})),
			found: i % 2 === 0 ? [] : [{ onset: i }],
		};
	}
}

async function listOf<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
	const list: T[] = [];
	for await (const one of all) list.push(one);
	return list;
}

const plain = (all: readonly KeptSet<unknown>[]) =>
	all.map((set) => ({
		...set,
		series: set.series.map((one) => ({ ...one, cells: [...one.cells] })),
	}));

test("a file of series is read as it was written, and any changed byte or cut is noticed", async () => {
	const derived = mkdtempSync(join(tmpdir(), "rasai-series-"));
	try {
		const days = { "2024-10-01": "a" };
		assert.equal(await openKeptSeries({ derived }, "real"), undefined);
		await writeKeptSeries({ derived }, "real", days, sets(20));
		const file = await openKeptSeries({ derived }, "real");
		assert.deepEqual(file?.days, days);
		assert.deepEqual(
			plain(await listOf(file.sets)),
			plain(await listOf(sets(20))),
		);

		const path = join(derived, "detect", "real.series");
		const bytes = readFileSync(path);
		const isRead = async (content: Buffer): Promise<boolean> => {
			writeFileSync(path, content);
			const damaged = await openKeptSeries({ derived }, "real");
			return (
				damaged !== undefined &&
				(await listOf(damaged.sets).then(
					() => true,
					(error: { readonly code?: string }) => {
						assert.equal(error.code, "store_damaged");
						return false;
					},
				))
			);
		};
		assert.ok(await isRead(bytes));
		for (let at = 3; at < bytes.length; at += 97) {
			const other = Buffer.from(bytes);
			other[at] = (other[at] as number) ^ 4;
			assert.ok(!(await isRead(other)), `byte ${at}`);
			assert.ok(!(await isRead(bytes.subarray(0, at))), `cut at ${at}`);
		}
	} finally {
		rmSync(derived, { recursive: true });
	}
});
