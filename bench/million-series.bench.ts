/**
 * Detection at the size of the world: a million series of a year of hours, 5%
 * of them with data, through the store, the threads and the ledger, as
 * `rasai incident detect` and the live loop run it; then an hour's new data for
 * a tenth of the series. Days are written as the store writes them, made up by
 * SQL: 2,000 sites on 25 networks of each of 20 countries. Backgrounds of
 * failures lie between 0.2% and 10%; one in a hundred of a country's sites is
 * blocked there for a month on all networks, and those have verdicts too.
 *
 *   RASAI_BENCH_SITES   sites, 500 series each (default 2000)
 */
import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { addDays, sha256Hex, systemClock } from "../src/base/index.ts";
import { detectIncidents } from "../src/pipeline/index.ts";
import { runId } from "../src/store/duckdb/judged.ts";
import { type Partition, writeManifest } from "../src/store/duckdb/manifest.ts";
import { hashFile } from "../src/store/duckdb/partitions.ts";
import { type Column, readSchema } from "../src/store/duckdb/schema.ts";
import { RUN } from "../src/store/duckdb/test-store.ts";
import {
	createWorkspace,
	Ledger,
	openReader,
	openWorkspace,
} from "../src/store/index.ts";

const SITES = Number(process.env["RASAI_BENCH_SITES"] ?? 2000);
const COUNTRIES = 20;
const NETWORKS = 25;
const SERIES = SITES * COUNTRIES * NETWORKS;
const DAYS = 365;
const FILLED = 0.05;
const FIRST_DAY = "2024-01-01";
const LAST = DAYS - 1;
/** Of the last day, this hour of these countries is new in the second run. */
const NEW_HOUR = 23;
const NEW_COUNTRIES = COUNTRIES / 10;
const WORKERS = availableParallelism();

const [step, folder] = process.argv.slice(2);
if (step === "make" && folder) await make(folder, 0, LAST, false);
else if (step === "hour" && folder) await make(folder, LAST, LAST, true);
else if (step === "detect" && folder) await detect(folder);
else await run();

/** Each step is a process of its own, so that its memory is its own. */
async function run(): Promise<void> {
	const dir = mkdtempSync(join(tmpdir(), "rasai-bench-"));
	try {
		await createWorkspace(dir);
		for (const name of ["make", "detect", "hour", "detect", "detect"]) {
			const file = new URL(import.meta.url).pathname;
			const { status } = spawnSync(process.execPath, [file, name, dir], {
				stdio: "inherit",
			});
			if (status !== 0) throw new Error(`${name} failed`);
		}
	} finally {
		rmSync(dir, { recursive: true });
	}
}

async function detect(dir: string): Promise<void> {
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	const reader = await openReader(workspace, { timeoutMs: 600_000 });
	const ledger = await Ledger.open(workspace);
	const since = performance.now();
	const { series, units, revised } = await detectIncidents(
		{ reader, ledger, paths: workspace.paths, clock: systemClock, run: RUN },
		{ workers: WORKERS },
	);
	const seconds = (performance.now() - since) / 1000;
	const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
	console.log(
		`${series} of ${SERIES} series looked at, ${units} sites changed, ${revised.length} incidents written: ${seconds.toFixed(1)} s, ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} core seconds, ${WORKERS} threads, at most ${(maxRSS / 1024).toFixed(0)} MB (${((maxRSS * 1024) / SERIES).toFixed(0)} bytes a series)`,
	);
	await ledger.close();
	reader.close();
	await workspace.close();
}

/** Writes the days `first` to `last` and the manifest. */
async function make(
	dir: string,
	first: number,
	last: number,
	withNewHour: boolean,
): Promise<void> {
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	const { derived } = workspace.paths;
	mkdirSync(join(derived, "tmp"), { recursive: true });
	const engine = await DuckDBInstance.create(":memory:");
	const connection = await engine.connect();
	const known = withNewHour
		? (
				JSON.parse(readFileSync(join(derived, "manifest.json"), "utf8")) as {
					readonly partitions: Record<string, Partition>;
				}
			).partitions
		: {};
	const partitions: Record<string, Partition> = { ...known };
	const run = runId(RUN);
	const schema = readSchema();
	let cells = 0;
	for (let day = first; day <= last; day++) {
		await connection.run(
			`CREATE OR REPLACE TABLE said AS ${saidOf(day, withNewHour)}`,
		);
		for (const [table, query] of [
			["cells", cellsOf(schema.cells)],
			["verdicts", verdictsOf(schema.verdicts, withNewHour)],
		] as const) {
			const target = `real/${table}/${run}/day=${addDays(FIRST_DAY, day)}`;
			const made = await writePartition(derived, target, query);
			partitions[target] = made;
			if (table === "cells") cells += made.rows;
		}
	}
	async function writePartition(
		root: string,
		target: string,
		query: string,
	): Promise<Partition> {
		const temporary = join(root, `${sha256Hex(target).slice(0, 8)}.tmp`);
		mkdirSync(join(root, target), { recursive: true });
		const { rowsChanged } = await connection.run(
			`COPY (${query}) TO '${temporary}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 8192)`,
		);
		const sha256 = await hashFile(temporary);
		const path = join(root, target, `${sha256.slice(0, 12)}.parquet`);
		mkdirSync(dirname(path), { recursive: true });
		renameSync(temporary, path);
		return { rows: rowsChanged, bytes: 0, sha256, from: "" };
	}
	await writeManifest(derived, {
		format: 1,
		generation: withNewHour ? 2 : 1,
		partitions,
		runs: {
			[run]: {
				...RUN,
				code: "bench",
				startedAt: FIRST_DAY,
				finishedAt: FIRST_DAY,
			},
		},
		current: { real: run },
	});
	console.log(`${cells} cells of ${last - first + 1} days written`);
	await workspace.close();
}

/** What was measured on a day: a cell of a series in each row. */
function saidOf(day: number, withNewHour: boolean): string {
	const draws = Math.round(SERIES * 24 * FILLED);
	const draw = (salt: number, of: string) =>
		`hash(${of} * 1000 + ${salt} + ${day} * 7919)`;
	const isNew = `hour = ${NEW_HOUR} AND country < ${NEW_COUNTRIES}`;
	return `
WITH drawn AS (
	SELECT DISTINCT (${draw(1, "i")} % ${SERIES})::INTEGER AS series, (${draw(2, "i")} % 24)::INTEGER AS hour
	FROM range(${draws}) t(i)
), placed AS (
	SELECT series, hour, series // ${SITES * NETWORKS} AS country, series // ${NETWORKS} AS place FROM drawn
), all_said AS (
	SELECT * FROM placed ${day === LAST ? `WHERE NOT (${isNew})` : ""}
	${withNewHour ? `UNION ALL SELECT i, ${NEW_HOUR}, i // ${SITES * NETWORKS}, i // ${NETWORKS} FROM range(${(SERIES / COUNTRIES) * NEW_COUNTRIES}) t(i)` : ""}
), rated AS (
	SELECT *, 1 + (${draw(3, "series")} % 3)::INTEGER AS n,
		place % 100 = 7 AND ${day} BETWEEN hash(place) % 300 + 20 AND hash(place) % 300 + 50 AS is_blocked,
		place % 100 = 7 AND (${day} BETWEEN hash(place) % 300 + 10 AND hash(place) % 300 + 60 OR ${day === LAST}) AS is_near
	FROM all_said
), counted AS (
	SELECT *, len(list_filter(range(n), lambda j: (hash(series * 100 + hour * 4 + j + ${day} * 104729) % 1000000) / 1000000
		< CASE WHEN is_blocked THEN 0.95 ELSE 0.002 * pow(50, (hash(place % ${SITES}) % 1000) / 1000) END))::INTEGER AS k
	FROM rated
)
SELECT 'Q' || chr(65 + country::INTEGER) AS cc, (64512 + series // ${SITES * NETWORKS} * ${NETWORKS} + series % ${NETWORKS})::INTEGER AS asn,
	'www.site-' || (place % ${SITES}) || '.example' AS target,
	TIMESTAMP '${addDays(FIRST_DAY, day)}' + to_hours(hour) AS hour, series, n, k, is_near
FROM counted`;
}

function cellsOf(columns: readonly Column[]): string {
	return `SELECT ${columns
		.map((column) =>
			columnIs(column, {
				cc: "cc",
				asn: "asn",
				target: "target",
				hour: "hour",
				layer: "'all'",
				likely_blocked_count: "k",
				ok_count: "n - k",
				measurement_count: "n",
				session_count: "n",
				restricted_session_count: "k",
				resolver_count: "1",
			}),
		)
		.join(", ")} FROM said ORDER BY said.cc, said.target, said.asn, said.hour`;
}

/** Of each session near a block. */
function verdictsOf(columns: readonly Column[], withNewHour: boolean): string {
	return `SELECT ${columns
		.map((column) =>
			columnIs(column, {
				uid: "hash(series * 4 + j)::VARCHAR || hour::VARCHAR",
				measured_at: "hour",
				cc: "cc",
				asn: "asn",
				resolver_asn: "asn",
				report_id: "hash(series * 4 + j)::VARCHAR || hour::VARCHAR",
				test_name: "'web_connectivity'",
				input: "'https://' || target || '/'",
				target: "target",
				state: "CASE WHEN j < k THEN 'likely_blocked' ELSE 'ok' END",
				mechanism: "CASE WHEN j < k THEN 'tls.reset.sni' ELSE '' END",
				control: "'networks'",
				// So that the day is another one.
				reference: `'${withNewHour}'`,
				measurement_state:
					"CASE WHEN j < k THEN 'likely_blocked' ELSE 'ok' END",
			}),
		)
		.join(
			", ",
		)} FROM (SELECT *, unnest(range(n)) AS j FROM said WHERE is_near) ORDER BY cc, target, asn, hour, j`;
}

/** A column of a table: as said, or empty. */
function columnIs(
	{ name, type }: Column,
	said: Readonly<Record<string, string>>,
): string {
	const empty = type.startsWith("MAP")
		? "MAP {}"
		: type.endsWith("[]")
			? "[]"
			: type === "VARCHAR"
				? "''"
				: type === "BOOLEAN"
					? "false"
					: "0";
	return `(${said[name] ?? empty})::${type} AS ${name}`;
}
