import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { readSignalIndex, readSignalPoints } from "../../store/index.ts";
import { rebuild } from "../rebuild.ts";
import { openTestWorkspace, type TestWorkspace } from "../test-workspace.ts";
import type { SignalChange } from "./detect.ts";
import { importSignals } from "./import.ts";
import { keepSignals } from "./keep.ts";

const HOUR_MS = 3_600_000;
const NEVER = new AbortController().signal;
/** Hours since 1970 at which the emulated readings begin. */
const FIRST = 420_000;

/** An hourly signal that falls to a twentieth in some hours. */
function file(
	since: number,
	until: number,
	fallen: (hour: number) => boolean = () => false,
	measure = "bgp",
): string {
	const rows = ["at,value,measure"];
	for (let hour = since; hour < until; hour++)
		rows.push(
			`${new Date((FIRST + hour) * HOUR_MS).toISOString()},${(fallen(hour) ? 5 : 100) + Math.sin(hour)},${measure}`,
		);
	return rows.join("\n");
}

const take = (place: TestWorkspace, name: string, text: string) =>
	importSignals(
		place.archive,
		{ name, text },
		{ cc: "QZ", access: "mobile" },
		place.clock,
		NEVER,
	);

async function bytesOf(place: TestWorkspace): Promise<Record<string, string>> {
	const folder = join(place.paths.derived, "signals");
	const names = (await readdir(folder)).sort();
	return Object.fromEntries(
		await Promise.all(
			names.map(async (name) => [
				name,
				await readFile(join(folder, name), "utf8"),
			]),
		),
	);
}

test("P2: signals kept file by file and all at once from the archive are the same bytes", async () => {
	const place = await openTestWorkspace();
	try {
		const fallen = (hour: number) => hour >= 900 && hour < 930;
		await take(place, "a.csv", file(0, 850));
		await keepSignals(place.archive, place.paths);
		// Overlaps, revises, and brings a second signal.
		await take(place, "b.csv", file(800, 1100, fallen));
		await take(
			place,
			"c.csv",
			file(0, 1100, () => false, "probing"),
		);
		const { touched, signals } = await keepSignals(place.archive, place.paths);
		assert.deepEqual([touched, signals], [2, 2]);
		const once = await bytesOf(place);
		await rebuild(place, { workers: 1 });
		await assert.rejects(bytesOf(place), "rebuild forgets them first");
		await keepSignals(place.archive, place.paths);
		assert.deepEqual(await bytesOf(place), once);
		assert.equal(Object.keys(once).length, 3);

		const index = await readSignalIndex<SignalChange>(place.paths);
		const [id, kept] =
			Object.entries(index.signals).find(
				([, { key }]) => key.measure === "bgp",
			) ?? [];
		// What only the importer said is still known.
		assert.equal(kept?.key.entity.cc, "QZ");
		assert.equal(kept?.key.access, "mobile");
		assert.equal(kept?.readingCount, 1100);
		assert.equal((await readSignalPoints(place.paths, id ?? "")).length, 1100);
		assert.equal(kept?.changes?.length, 1);
		assert.equal(
			kept?.changes?.[0]?.start.at,
			new Date((FIRST + 900) * HOUR_MS).toISOString().replace(".000", ""),
		);
	} finally {
		await place.close();
	}
});

test("only signals with new readings are looked at again, and nothing is done twice", async () => {
	const place = await openTestWorkspace();
	try {
		await take(place, "a.csv", file(0, 500));
		await take(
			place,
			"b.csv",
			file(0, 500, () => false, "probing"),
		);
		assert.equal((await keepSignals(place.archive, place.paths)).touched, 2);
		assert.equal((await keepSignals(place.archive, place.paths)).touched, 0);
		await take(place, "c.csv", file(500, 600));
		assert.equal((await keepSignals(place.archive, place.paths)).touched, 1);
		const all = { all: true };
		assert.equal(
			(await keepSignals(place.archive, place.paths, all)).touched,
			2,
		);
	} finally {
		await place.close();
	}
});
