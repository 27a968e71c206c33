/**
 * ClickHouse beside the embedded engine, over the same made-up rows: how fast
 * partitions load, how many bytes a row takes, and how long pages' queries
 * take. Uses the server that `RASAI_CLICKHOUSE` names, else one of the library
 * in `RASAI_CHDB` (`npm run test:cluster` prints where it is).
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "../src/base/index.ts";
import { sampleFacts } from "../src/store/duckdb/sample-facts.ts";
import { judgedAs, RUN } from "../src/store/duckdb/test-store.ts";
import {
	countriesOf,
	createWorkspace,
	daysOfUnit,
	listVerdicts,
	loadClickhouse,
	networksOf,
	nowIn,
	openClickhouseReader,
	openReader,
	openStore,
	openWorkspace,
	type Reader,
	readClickhouseAddress,
	restrictedDays,
	type Store,
} from "../src/store/index.ts";
import { testCluster } from "../tests/cluster/chdb-server.ts";

const MEASUREMENTS = Number(process.env["RASAI_BENCH_MEASUREMENTS"] ?? 200_000);
const LAST_DAY = "2024-12-30";
const DAYS = Array.from({ length: 120 }, (_, n) => addDays(LAST_DAY, n - 119));
const COUNTRIES = ["PK", "PK", "PK", "IR", "TR"];
const ROWS_A_BATCH = 5000;
const ROUNDS = 7;
const SCOPE = { world: "real" } as const;
const YEAR = { since: DAYS[0] ?? LAST_DAY, until: addDays(LAST_DAY, 1) };
const UNIT = { service: "service-1", function: "", target: "" };

const QUERIES: Readonly<Record<string, (reader: Reader) => Promise<unknown>>> =
	{
		"countries of the front page": (reader) => countriesOf(reader, SCOPE),
		"a country now": (reader) =>
			nowIn(reader, SCOPE, [{ cc: "PK", newestOn: LAST_DAY }], 3),
		"networks of a country": (reader) => networksOf(reader, SCOPE, "PK", YEAR),
		"days of a service": (reader) =>
			daysOfUnit(reader, SCOPE, "PK", UNIT, YEAR),
		"days that were restricted": (reader) =>
			restrictedDays(reader, SCOPE, undefined, YEAR, 3),
		"last 100 verdicts of a country": (reader) =>
			listVerdicts(
				reader,
				SCOPE,
				{ days: YEAR, cc: "PK", limit: 100 },
				undefined,
			),
	};

const endings: (() => unknown)[] = [];
const t = { after: (ending: () => unknown) => void endings.unshift(ending) };
try {
	await run();
} finally {
	for (const ending of endings) await ending();
}

async function run(): Promise<void> {
	const dir = mkdtempSync(join(tmpdir(), "rasai-bench-"));
	t.after(() => rmSync(dir, { recursive: true }));
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: () => new Date(`${LAST_DAY}T23:00:00Z`),
		program: "bench",
	});
	t.after(() => workspace.close());
	const store = await openStore(workspace, { code: "bench" });
	await fill(store);
	store.close();
	const address = readClickhouseAddress(await serverAddress());
	const started = performance.now();
	const { rows, partitions } = await loadClickhouse(workspace, address, {
		signal: AbortSignal.timeout(1_200_000),
	});
	const seconds = (performance.now() - started) / 1000;
	console.log(
		`loaded ${rows} rows of ${MEASUREMENTS} measurements in ${partitions} partitions: ${Math.round(rows / seconds)} rows/s, ${Math.round(MEASUREMENTS / seconds)} measurements/s`,
	);
	const embedded = await openReader(workspace);
	t.after(() => embedded.close());
	const reader = openClickhouseReader(address);
	t.after(() => reader.close());
	console.log("\nmedian of", ROUNDS, "rounds, ms\tembedded\tClickHouse\tratio");
	for (const [name, ask] of Object.entries(QUERIES)) {
		const own = await medianMs(() => ask(embedded));
		const other = await medianMs(() => ask(reader));
		console.log(
			`${name}\t${own.toFixed(1)}\t${other.toFixed(1)}\t${(other / own).toFixed(2)}`,
		);
	}
}

async function serverAddress(): Promise<string> {
	const named = process.env["RASAI_CLICKHOUSE"];
	if (named !== undefined) return named;
	const [server] = await testCluster(t, 1);
	return `clickhouse://127.0.0.1:${server?.httpPort}/bench`;
}

async function fill(store: Store): Promise<void> {
	for (let at = 0; at * ROWS_A_BATCH < MEASUREMENTS; at++) {
		const rows = sampleFacts({
			seed: at,
			count: ROWS_A_BATCH,
			days: DAYS,
			cc: COUNTRIES[at % COUNTRIES.length] ?? "PK",
			short: true,
		});
		await store.writeShard({
			files: [rows[0]?.fileHash ?? ""],
			rows,
			certificates: [],
			rejects: [],
		});
	}
	await store.mergeShards();
	for (const key of store.daysToJudge("real", RUN, 1)) {
		const judged = [];
		for await (const batch of store.readDay(key))
			for (const facts of batch) {
				const number = facts.header.input.length + facts.header.probeAsn;
				judged.push(
					judgedAs(facts, number % 7 === 0 ? "blocked" : "ok", {
						service: `service-${number % 20}`,
					}),
				);
			}
		await store.writeJudged(key, [judged], RUN, store.judgeInput(key, 1));
	}
	await store.finishRun(RUN);
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	await work();
	for (let round = 0; round < ROUNDS; round++) {
		const started = performance.now();
		await work();
		times.push(performance.now() - started);
	}
	return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
