import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createWorkspace, openWorkspace } from "../files/index.ts";
import { joinSql, sql } from "../sql.ts";
import { openReader } from "./reader.ts";
import { sampleFacts } from "./sample-facts.ts";
import { batchOf, testStore } from "./test-store.ts";

async function emptyReader(t: {
	after(fn: () => Promise<void>): void;
}): ReturnType<typeof openReader> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-reader-"));
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "read",
		clock: () => new Date(0),
		program: "test",
	});
	const reader = await openReader(workspace);
	t.after(async () => {
		reader.close();
		await rm(dir, { recursive: true });
	});
	return reader;
}

test("an empty workspace has every table, without rows", async (t) => {
	const reader = await emptyReader(t);
	for (const world of ["real", "emulated"] as const) {
		assert.deepEqual(
			await reader.query({ world }, sql`SELECT * FROM daily`),
			[],
		);
		assert.deepEqual(
			await reader.query(
				{ world },
				sql`SELECT count(*) AS row_count FROM verdicts WHERE day = ${"2024-02-17"} AND cc = ${"PK"}`,
			),
			[{ rowCount: 0 }],
		);
	}
	for (const table of [
		sql`SELECT uid, facts, day FROM measurements`,
		sql`SELECT answer_ips, day FROM observations`,
		sql`SELECT der FROM certificates`,
		sql`SELECT reason FROM rejects`,
		sql`SELECT rules, day FROM cells`,
		sql`SELECT ok_count, day FROM control`,
	])
		assert.deepEqual(await reader.query({ world: "real" }, table), []);
});

test("values are bound and come back plain", async (t) => {
	const reader = await emptyReader(t);
	const hostile = "'); DROP TABLE daily; --";
	const conditions = joinSql(
		[
			sql`${hostile} LIKE ${"%DROP%"}`,
			sql`${3} = ANY(${[1, 2, 3]})`,
			sql`${"a"} = ANY(${["a", "b"]})`,
		],
		" AND ",
	);
	assert.deepEqual(
		await reader.query(
			{ world: "real" },
			sql`SELECT ${hostile} AS text_given, ${1.5} AS half, ${7}::BIGINT AS seven,
				TIMESTAMP '2024-02-17 18:47:00' AS measured_at, DATE '2024-02-17' AS day,
				[1, 2] AS numbers, MAP {'dns.a': 2} AS rules, NULL AS nothing, ${true} AS yes
				WHERE ${conditions}`,
		),
		[
			{
				textGiven: hostile,
				half: 1.5,
				seven: 7,
				measuredAt: "2024-02-17T18:47:00Z",
				day: "2024-02-17",
				numbers: [1, 2],
				rules: { "dns.a": 2 },
				nothing: undefined,
				yes: true,
			},
		],
	);
});

test("many queries may run at once, and one can be stopped", async (t) => {
	const reader = await emptyReader(t);
	const answers = await Promise.all(
		Array.from({ length: 20 }, (_, n) =>
			reader.query<{ n: number }>({ world: "real" }, sql`SELECT ${n} AS n`),
		),
	);
	assert.deepEqual(
		answers.map((rows) => rows[0]?.n),
		Array.from({ length: 20 }, (_, n) => n),
	);
	await assert.rejects(
		reader.query(
			{ world: "real" },
			sql`SELECT count(*) FROM range(100000000000) t(i) WHERE i % 3 = 5`,
			{ signal: AbortSignal.timeout(100) },
		),
		{ code: "aborted" },
	);
});

test("a query cannot read files outside the derived folder", async (t) => {
	const reader = await emptyReader(t);
	await assert.rejects(
		reader.query(
			{ world: "real" },
			sql`SELECT * FROM read_text(${"/etc/hostname"})`,
		),
		/disabled by configuration/,
	);
});

test("a query that says its days sees no other ones, and its answer's stamp changes with these alone", async (t) => {
	const { store, workspace } = await testStore(t);
	const days = ["2024-02-01", "2024-02-02", "2024-02-03"];
	const add = async (seed: number, on: readonly string[]) => {
		await store.writeShard(batchOf(sampleFacts({ seed, count: 30, days: on })));
		await store.mergeShards();
	};
	await add(1, days);
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const scope = {
		world: "real",
		days: { since: "2024-02-01", until: "2024-02-03" },
	} as const;
	const question = sql`
		WITH named AS (SELECT DISTINCT day FROM measurements WHERE day > ${"2024-01-01"}::DATE)
		SELECT day FROM named JOIN (SELECT DISTINCT day FROM measurements) USING (day) ORDER BY day`;
	const asked = () => reader.query<{ readonly day: string }>(scope, question);
	const expected = [{ day: "2024-02-01" }, { day: "2024-02-02" }];
	assert.deepEqual(await asked(), expected);
	const all = await reader.query({ world: "real" }, question);
	assert.equal(all.length, 3);

	const [before, ofAll] = [
		await reader.stamp(scope, question),
		await reader.stamp({ world: "real" }, question),
	];
	await add(2, ["2024-02-03", "2024-02-04"]);
	assert.equal(await reader.stamp(scope, question), before);
	assert.notEqual(await reader.stamp({ world: "real" }, question), ofAll);
	assert.deepEqual(await asked(), expected);
	await add(3, ["2024-02-02"]);
	assert.notEqual(await reader.stamp(scope, question), before);
	assert.equal(
		await reader.stamp(scope, sql`SELECT * FROM verdicts`),
		await reader.stamp(scope, sql`SELECT state FROM verdicts`),
	);
});
