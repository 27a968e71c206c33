/** Facts read by several machines and collected by one. */
import assert from "node:assert/strict";
import test from "node:test";
import { sampleFacts } from "../../src/store/duckdb/sample-facts.ts";
import {
	batchOf,
	contentOf,
	testStore,
} from "../../src/store/duckdb/test-store.ts";
import { collectShards, writeShard } from "../../src/store/index.ts";

const OPTIONS = { count: 60, days: ["2024-02-17", "2024-02-18"], short: true };
const one = sampleFacts({ ...OPTIONS, seed: 1 });
const both = sampleFacts({ ...OPTIONS, seed: 2 });
const two = sampleFacts({ ...OPTIONS, seed: 3 });

test("P2: facts collected from machines that overlap are those of one machine, byte for byte", async (t) => {
	const alone = await testStore(t);
	for (const rows of [one, both, two])
		await alone.store.writeShard(batchOf(rows));
	await alone.store.mergeShards();

	const first = await testStore(t);
	const second = await testStore(t);
	for (const rows of [one, both])
		await writeShard(first.workspace.paths.derived, batchOf(rows));
	for (const rows of [both, two])
		await writeShard(second.workspace.paths.derived, batchOf(rows));
	const judge = await testStore(t);
	const collect = async (from: typeof first) =>
		collectShards(
			from.workspace.paths,
			judge.workspace.paths,
			await judge.store.importedFiles(),
		);
	assert.equal(await collect(first), 2);
	assert.equal(await collect(second), 1, "what is known is not copied");
	await judge.store.mergeShards();
	assert.deepEqual(await contentOf(judge.dir), await contentOf(alone.dir));
	assert.equal(await collect(first), 0, "a second time there is nothing to do");
});
