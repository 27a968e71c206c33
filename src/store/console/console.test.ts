import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { messageOf } from "../../base/index.ts";
import { openReader } from "../duckdb/index.ts";
import { sampleFacts } from "../duckdb/sample-facts.ts";
import {
	all,
	batchOf,
	judgedAs,
	RUN,
	testStore,
} from "../duckdb/test-store.ts";
import { answerQuestion } from "./answer-question.ts";
import {
	createSqlConsole,
	type SqlAnswer,
	type SqlLimits,
	USUAL_SQL_LIMITS,
} from "./console.ts";
import { PUBLIC_TABLES } from "./public-tables.ts";

const DAY = "2024-02-17";

/** A console over a small workspace; `ask` gives the answer of one asker after another. */
async function openConsole(t: TestContext, limits: Partial<SqlLimits> = {}) {
	const { store, workspace } = await testStore(t);
	await store.writeShard(
		batchOf(sampleFacts({ seed: 1, count: 40, days: [DAY] })),
	);
	await store.mergeShards();
	const key = { world: "real", day: DAY } as const;
	const rows = (await all(store.readDay(key))).map((facts) =>
		judgedAs(facts, "ok"),
	);
	await store.writeJudged(key, [rows], RUN, "input");
	await store.finishRun(RUN);
	const console = createSqlConsole(workspace.paths, {
		...USUAL_SQL_LIMITS,
		...limits,
	});
	const reader = await openReader(workspace, { threads: 1, spills: false });
	t.after(() => reader.close());
	let askers = 0;
	return {
		console,
		reader,
		/** Without a process of its own: what DuckDB throws is told as a refusal. */
		askHere: (query: string): Promise<SqlAnswer> =>
			answerQuestion(reader, {
				query,
				world: "real",
				limits: USUAL_SQL_LIMITS,
			}).catch((error: unknown) => ({
				kind: "refused",
				why: messageOf(error),
			})),
		ask: (query: string) =>
			console.ask({ query, world: "real", asker: `asker ${askers++}` }),
	};
}

function rowsOf(answer: SqlAnswer) {
	assert.equal(answer.kind, "rows", JSON.stringify(answer));
	assert.ok(answer.kind === "rows");
	return answer.rows;
}

test("a question gets its rows, with names and types of columns, in its own order", async (t) => {
	const { ask } = await openConsole(t);
	const answer = await ask(
		"WITH n AS (SELECT asn, count(*) AS n FROM verdicts WHERE day = DATE '2024-02-17' GROUP BY asn) SELECT asn, n FROM n ORDER BY n DESC, asn -- by size",
	);
	const rows = rowsOf(answer);
	assert.ok(answer.kind === "rows" && !answer.isCut);
	assert.deepEqual(answer.columns, [
		{ name: "asn", type: "UINTEGER" },
		{ name: "n", type: "BIGINT" },
	]);
	assert.equal(
		rows.reduce((sum, [, n]) => sum + Number(n), 0),
		40,
	);
	const counts = rows.map(([, n]) => Number(n));
	assert.deepEqual(
		counts,
		counts.toSorted((a, b) => b - a),
	);
});

test("every public table can be asked, and none shows what is left out", async (t) => {
	const { askHere } = await openConsole(t);
	for (const { name, columns } of PUBLIC_TABLES) {
		const answer = await askHere(`SELECT * FROM ${name} LIMIT 1`);
		rowsOf(answer);
		assert.ok(answer.kind === "rows");
		assert.deepEqual(
			answer.columns.map((column) => column.name),
			columns.map((column) => column.name),
		);
	}
	for (const hidden of [
		"SELECT resolver_ip FROM measurements",
		"SELECT facts FROM measurements",
		"SELECT der FROM certificates",
	])
		assert.equal((await askHere(hidden)).kind, "refused", hidden);
});

/** Everything that reaches for what is not a public table. */
const HOSTILE: readonly string[] = [
	"SELECT * FROM read_csv('/etc/passwd')",
	"SELECT * FROM read_text('/etc/passwd')",
	"SELECT * FROM read_blob('/proc/self/environ')",
	"SELECT * FROM read_json_auto('../ledger/ledger.jsonl')",
	"SELECT * FROM read_parquet('real/measurements/day=2024-02-17/*.parquet')",
	"SELECT * FROM parquet_metadata('x.parquet')",
	"SELECT * FROM glob('/**')",
	"SELECT * FROM '/etc/passwd'",
	'SELECT * FROM "derived/manifest.json"',
	"SELECT * FROM 'https://example.com/x.csv'",
	"SELECT * FROM duckdb_settings()",
	"SELECT * FROM duckdb_secrets()",
	"SELECT * FROM duckdb_tables",
	"SELECT * FROM information_schema.tables",
	"SELECT * FROM pg_catalog.pg_tables",
	"SELECT * FROM sqlite_master",
	'SELECT * FROM "emulated current".verdicts',
	"SELECT * FROM query('SELECT 1')",
	"SELECT * FROM query_table('measurements')",
	"SELECT getenv('HOME')",
	"SELECT getenv('PATH') FROM verdicts",
	"SELECT current_setting('allowed_directories')",
	"SELECT [getvariable('x')]",
	"COPY verdicts TO '/tmp/x.csv'",
	"COPY (SELECT 1) TO '/tmp/x.parquet'",
	"ATTACH '/tmp/x.duckdb'",
	"INSTALL httpfs",
	"LOAD httpfs",
	"PRAGMA database_list",
	"CALL pragma_version()",
	"SET memory_limit = '100GB'",
	"RESET ALL",
	"CREATE TABLE x AS SELECT 1",
	"CREATE SECRET s (TYPE s3)",
	"DROP VIEW verdicts",
	"DELETE FROM verdicts",
	"INSERT INTO verdicts VALUES (1)",
	"EXPORT DATABASE '/tmp/x'",
	"EXPLAIN ANALYZE SELECT 1",
	"DESCRIBE verdicts",
	"FROM (SHOW ALL TABLES)",
	"SELECT * FROM (DESCRIBE verdicts)",
	"SUMMARIZE verdicts",
	"SELECT 1; SELECT 2",
	"SELECT 1) AS x; DROP VIEW verdicts; SELECT * FROM (SELECT 1",
	'SELECT * FROM "whole measurements"',
	"",
	"SELEC 1",
];

test("P7: what reaches for files, the network, settings or the server is refused with a reason", async (t) => {
	const { ask, askHere } = await openConsole(t);
	for (const query of HOSTILE) {
		const answer = await askHere(query);
		assert.ok(
			answer.kind === "refused",
			`${query}: ${JSON.stringify(answer).slice(0, 200)}`,
		);
		assert.ok(answer.why.length > 5);
	}
	for (const query of [HOSTILE[0] ?? "", "SELECT nothing FROM verdicts"]) {
		const answer = await ask(query);
		assert.ok(answer.kind === "refused");
		assert.doesNotMatch(
			answer.why,
			/\/(tmp|root|home|work)\//,
			"no path of the server is told",
		);
	}
});

test("P7: a question that got past the parser would still find no file, no network and no setting to change", async (t) => {
	const { reader } = await openConsole(t);
	for (const statement of [
		"SELECT * FROM read_text('/etc/passwd')",
		"SELECT * FROM read_csv('/etc/passwd')",
		"SELECT * FROM glob('/etc/*')",
		"COPY (SELECT 1) TO '/tmp/rasai-console-test.csv'",
		"ATTACH '/tmp/rasai-console-test.duckdb'",
		"INSTALL httpfs",
		"SET enable_external_access = true",
		"SET memory_limit = '100GB'",
	])
		await assert.rejects(
			reader.query(
				{ world: "real" },
				{ kind: "sql", pieces: [statement], values: [] },
			),
			statement,
		);
});

test("P7: what never ends, or grows without end, is stopped at its limit, and the next question is answered", async (t) => {
	const { ask } = await openConsole(t, { seconds: 1, memoryMb: 64 });
	for (const query of [
		"SELECT count(*) FROM range(10000000) a, range(10000000) b",
		"WITH RECURSIVE forever(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT max(n) FROM forever",
		"SELECT list(a.range) FROM range(100000000) a",
		"SELECT repeat('x', 1000000000)",
	]) {
		const answer = await ask(query);
		assert.equal(
			answer.kind,
			"limit",
			`${query}: ${JSON.stringify(answer).slice(0, 200)}`,
		);
	}
	assert.deepEqual(rowsOf(await ask("SELECT 1 AS n")), [[1]]);
});

test("an answer is cut at its rows and at its bytes, and says so", async (t) => {
	const { ask } = await openConsole(t, { rows: 10, bytes: 4000 });
	const many = await ask("SELECT range AS n FROM range(100) ORDER BY n");
	assert.deepEqual(
		rowsOf(many),
		Array.from({ length: 10 }, (_, n) => [n]),
	);
	assert.ok(many.kind === "rows" && many.isCut);
	const long = await ask("SELECT repeat('x', 1500) AS x FROM range(5)");
	assert.equal(rowsOf(long).length, 2);
	assert.ok(long.kind === "rows" && long.isCut);
});

test("one question at a time of each asker, and only so many wait", async (t) => {
	const { console } = await openConsole(t, { waiting: 1 });
	const ask = (asker: string) =>
		console.ask({ query: "SELECT 1 AS n", world: "real", asker });
	const [first, own, second, third] = await Promise.all([
		ask("a"),
		ask("a"),
		ask("b"),
		ask("c"),
	]);
	assert.equal(first.kind, "rows");
	assert.deepEqual(own, { kind: "busy", own: true });
	assert.equal(second.kind, "rows");
	assert.deepEqual(third, { kind: "busy", own: false });
	assert.equal((await ask("a")).kind, "rows");
});

test("a question that is called off ends at once", async (t) => {
	const { console } = await openConsole(t);
	const stop = new AbortController();
	const asked = console.ask({
		query: "SELECT count(*) FROM range(10000000) a, range(10000000) b",
		world: "real",
		asker: "a",
		signal: stop.signal,
	});
	setTimeout(() => stop.abort(), 300);
	assert.deepEqual(await asked, { kind: "aborted" });
});
