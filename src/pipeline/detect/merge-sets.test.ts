import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
	compareSetKeys,
	type KeptSet,
	type SeriesSetKey,
} from "../../store/index.ts";
import { mergeSets, type OldSet } from "./merge-sets.ts";
import type { FreshSet } from "./read-cells.ts";

/** A cell of a small world: three days, two countries, two targets, two networks. */
interface WorldCell {
	readonly cc: string;
	readonly target: string;
	readonly asn: number;
	readonly hour: number;
	readonly k: number;
	readonly n: number;
}

const FIRST_DAY = 20_000;
const dayName = (day: number) =>
	new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10);
const dayOfCell = ({ hour }: WorldCell) => Math.floor(hour / 24) - FIRST_DAY;

const CELL = fc.record({
	cc: fc.constantFrom("IR", "PK"),
	target: fc.constantFrom("a.example", "é.example"),
	asn: fc.constantFrom(64_496, 64_497),
	hour: fc.nat(71).map((hour) => FIRST_DAY * 24 + hour),
	k: fc.nat(2),
	n: fc.constantFrom(2, 300),
});
const WORLD = fc.uniqueArray(CELL, {
	maxLength: 30,
	selector: ({ cc, target, asn, hour }) => `${cc} ${target} ${asn} ${hour}`,
});

async function* freshOf(cells: readonly WorldCell[]): AsyncGenerator<FreshSet> {
	const sets = new Map<string, { key: SeriesSetKey; cells: WorldCell[] }>();
	for (const cell of cells) {
		const { cc, target } = cell;
		const name = `${cc} ${target}`;
		const set = sets.get(name) ?? {
			key: { cc, target, layer: "all", service: "" },
			cells: [],
		};
		set.cells.push(cell);
		sets.set(name, set);
	}
	for (const set of [...sets.values()].sort((a, b) =>
		compareSetKeys(a.key, b.key),
	))
		yield {
			key: set.key,
			series: [...new Set(set.cells.map(({ asn }) => asn))]
				.sort((a, b) => a - b)
				.map((asn) => {
					const own = set.cells
						.filter((one) => one.asn === asn)
						.sort((a, b) => a.hour - b.hour);
					return {
						asn,
						resolverAsn: 0,
						hours: Int32Array.from(own, ({ hour }) => hour),
						k: Int32Array.from(own, ({ k }) => k),
						n: Int32Array.from(own, ({ n }) => n),
					};
				}),
		};
}

async function listOf(sets: AsyncIterable<OldSet>): Promise<readonly OldSet[]> {
	const all: OldSet[] = [];
	for await (const set of sets) all.push(set);
	return all;
}

async function* keptOf(
	sets: readonly OldSet[],
): AsyncGenerator<KeptSet<readonly never[]>> {
	for (const { key, lastHour, series } of sets)
		if (series.length > 0) yield { key, lastHour, series, found: [] };
}

const plain = (sets: readonly OldSet[]) =>
	sets
		.filter(({ series }) => series.length > 0)
		.map(({ key, lastHour, series }) => ({ key, lastHour, series }));

const ALL_DAYS = [0, 1, 2].map(dayName);
const fromNothing = (cells: readonly WorldCell[]) =>
	listOf(mergeSets(undefined, freshOf(cells), ALL_DAYS));

test("P2: kept series with the cells of changed days replaced are those made from all cells, and only what differs is looked at again", async () => {
	await fc.assert(
		fc.asyncProperty(
			WORLD,
			WORLD,
			fc.subarray([0, 1, 2]),
			async (before, other, days) => {
				const isChanged = (cell: WorldCell) => days.includes(dayOfCell(cell));
				const after = [
					...before.filter((cell) => !isChanged(cell)),
					...other.filter(isChanged),
				];
				const was = await fromNothing(before);
				const is = await listOf(
					mergeSets(
						keptOf(was),
						freshOf(after.filter(isChanged)),
						days.map(dayName),
					),
				);
				assert.deepEqual(plain(is), plain(await fromNothing(after)));
				for (const set of is) {
					const old = was.find(({ key }) => compareSetKeys(key, set.key) === 0);
					const isSame =
						old !== undefined &&
						plain([old]).length > 0 &&
						JSON.stringify(plain([old])) === JSON.stringify(plain([set]));
					assert.equal(set.found !== undefined, isSame);
					assert.ok(isSame || set.isChanged);
				}
			},
		),
		{ numRuns: 200 },
	);
});
