/** Two shards, one killed and brought back: what fails says so, what was begun is finished, answers are equal afterwards. Run by `npm run test:cluster`. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
	loadClickhouse,
	openClickhouseReader,
	openReader,
	readClickhouseAddress,
	sql,
} from "../../src/store/index.ts";
import { CHDB, testCluster } from "./chdb-server.ts";
import { QUESTIONS } from "./questions.ts";
import { sampleWorkspace } from "./sample-workspace.ts";

const LIMIT_MS = 240_000;

test("a killed shard fails queries and loads clearly, and all is well when it is back", async (t) => {
	if (!CHDB) return t.skip("run by npm run test:cluster");
	const signal = AbortSignal.timeout(LIMIT_MS);
	const sample = await sampleWorkspace(t);
	await sample.add(1, 300);
	const [one, two] = await testCluster(t, 2);
	assert.ok(one && two);
	const address = readClickhouseAddress(
		`clickhouse://127.0.0.1:${one.httpPort},127.0.0.1:${two.httpPort}/outage?cluster=pair`,
	);
	const first = await loadClickhouse(sample.workspace, address, { signal });
	assert.ok(first.partitions > 0);
	const again = await loadClickhouse(sample.workspace, address, { signal });
	assert.deepEqual(
		{ ...again, unchanged: again.unchanged > 0 },
		{ partitions: 0, rows: 0, unchanged: true, dropped: 0 },
		"what is there is not sent again",
	);
	const embedded = await openReader(sample.workspace);
	t.after(() => embedded.close());
	const reader = openClickhouseReader(address);
	t.after(() => reader.close());
	const compare = async () => {
		for (const [name, asks] of Object.entries(QUESTIONS))
			for (const ask of asks)
				assert.deepEqual(await ask(reader), await ask(embedded), name);
	};
	await compare();
	const before = await reader.generation();
	const ask = QUESTIONS["countriesOf"]?.[0];
	assert.ok(ask);

	await two.kill();
	await assert.rejects(ask(reader), { code: "store_unreachable" });
	// New measurements come in meanwhile: the shard that runs takes its part, the load fails.
	await sample.add(2, 100);
	await assert.rejects(
		loadClickhouse(sample.workspace, address, { signal, tries: 2 }),
		{ code: "store_unreachable" },
	);

	// A load that began while the shard was away goes on when it is back.
	const waiting = loadClickhouse(sample.workspace, address, { signal });
	await wait(500);
	await two.start();
	const second = await waiting;
	assert.ok(second.partitions > 0);
	await compare();
	assert.ok((await reader.generation()) > before);

	// A shard killed in the middle of a load, and the load run anew.
	await sample.add(3, 300);
	const killed = loadClickhouse(sample.workspace, address, {
		signal,
		tries: 1,
	});
	const outcome = killed.then(
		() => "loaded",
		(error: { readonly code?: string }) => error.code,
	);
	await wait(150);
	await one.kill();
	assert.equal(await outcome, "store_unreachable");
	await one.start();
	await loadClickhouse(sample.workspace, address, { signal });
	await compare();

	// Days that are gone from the workspace go from the servers.
	await sample.store.dropDays([{ world: "real", day: "2024-01-30" }]);
	const third = await loadClickhouse(sample.workspace, address, { signal });
	assert.ok(third.dropped > 0);
	assert.deepEqual(
		await QUESTIONS["listedDays"]?.[0]?.(reader),
		await QUESTIONS["listedDays"]?.[0]?.(embedded),
	);

	// Another run takes the place of the current one under a reader that has just looked.
	const run = await reader.currentRun("real");
	await sample.judgeAnew({ ruleset: "rules two", reference: "reference one" });
	await loadClickhouse(sample.workspace, address, { signal });
	await compare();
	assert.notEqual(await reader.currentRun("real"), run);
	await assert.rejects(
		reader.query({ world: "real", run: run ?? "" }, sql`SELECT 1 AS one`),
		{ code: "not_found" },
	);
});
