/** One uid with different content: both are kept and flagged, whenever they say they were measured. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleFacts } from "../../src/store/duckdb/sample-facts.ts";
import { batchOf, testStore } from "../../src/store/duckdb/test-store.ts";
import {
	factsOfMeasurement,
	openReader,
	placesOfMeasurement,
} from "../../src/store/index.ts";

test("P7: a uid that comes again with other content is flagged across days, and both are kept", async (t) => {
	const { store, workspace } = await testStore(t);
	const [one, other] = sampleFacts({ seed: 1, count: 2, days: ["2024-02-17"] });
	assert.ok(one && other);
	const forged = {
		...one,
		header: { ...one.header, measuredAt: "2024-01-03T04:05:06Z" },
	};
	for (const row of [one, other, forged]) {
		await store.writeShard(batchOf([row]));
		await store.mergeShards();
	}
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const flags = async (uid: string) =>
		(await placesOfMeasurement(reader, { world: "real" }, uid)).map(
			({ measuredAt, conflict }) => `${measuredAt.slice(0, 10)} ${conflict}`,
		);
	assert.deepEqual((await flags(one.header.uid)).sort(), [
		"2024-01-03 true",
		"2024-02-17 true",
	]);
	assert.deepEqual(await flags(other.header.uid), ["2024-02-17 false"]);
	const facts = await factsOfMeasurement(
		reader,
		{ world: "real" },
		one.header.uid,
	);
	assert.deepEqual(
		facts.map(({ conflict }) => conflict),
		[true, true],
	);
});
