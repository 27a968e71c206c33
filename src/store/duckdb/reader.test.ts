import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createWorkspace, openWorkspace } from "../files/index.ts";
import { joinSql, sql } from "../sql.ts";
import { openReader } from "./reader.ts";

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
