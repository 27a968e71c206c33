/** Both engines over the same data: every named query gives the same rows. Run by `npm run test:cluster`. */
import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import * as store from "../../src/store/index.ts";
import { CHDB, testCluster } from "./chdb-server.ts";
import { QUESTIONS } from "./questions.ts";
import { sampleWorkspace } from "./sample-workspace.ts";

/** A server of the operator's own, where one is named: `clickhouse://127.0.0.1:8123/conformance`. */
const SERVER = process.env["RASAI_CLICKHOUSE"];
const SIGNAL = AbortSignal.timeout(240_000);

/** Addresses to test: one server and two shards. */
async function addresses(
	t: TestContext,
): Promise<readonly (readonly [string, store.ClickhouseAddress])[]> {
	if (SERVER)
		return [["the server named", store.readClickhouseAddress(SERVER)]];
	const servers = await testCluster(t, 2);
	const [one = "", two = ""] = servers.map(
		({ httpPort }) => `127.0.0.1:${httpPort}`,
	);
	return [
		["one server", store.readClickhouseAddress(`clickhouse://${one}/alone`)],
		[
			"two shards",
			store.readClickhouseAddress(
				`clickhouse://${one},${two}/together?cluster=pair`,
			),
		],
	];
}

test("P3: both engines answer every named query with the same rows", async (t) => {
	if (!CHDB && !SERVER) return t.skip("run by npm run test:cluster");
	const sample = await sampleWorkspace(t);
	await sample.add(1, 400);
	const embedded = await store.openReader(sample.workspace);
	t.after(() => embedded.close());
	for (const [name, address] of await addresses(t)) {
		const summary = await store.loadClickhouse(sample.workspace, address, {
			signal: SIGNAL,
		});
		assert.ok(summary.rows > 4 * 1200, `${summary.rows} rows loaded`);
		const reader = store.openClickhouseReader(address);
		t.after(() => reader.close());
		for (const [query, asks] of Object.entries(QUESTIONS))
			for (const [index, ask] of asks.entries())
				await t.test(`${name}: ${query} ${index + 1}`, async () => {
					const expected = await ask(embedded);
					assert.deepEqual(await ask(reader), expected);
				});
	}
});

test("every named query is asked", () => {
	const others = /^(open|read|write|create|cache|load|schema|is|has)/;
	const asked = Object.keys(QUESTIONS);
	const named = Object.entries(store)
		.filter(
			([name, value]) =>
				typeof value === "function" &&
				!others.test(name) &&
				/^async function \w+\(reader, scope/.test(String(value)),
		)
		.map(([name]) => name);
	assert.ok(named.length >= 20, `${named.length} queries seen`);
	assert.deepEqual(
		named.filter((name) => !asked.includes(name)),
		[],
	);
});
