/**
 * The queries of a country page over the measurements of ten million
 * observations (15 each), made by the store's own import, merge and judgement:
 * times from the pages' database, beside the same queries on the day
 * partitions, which stand in order of time. The facts are cut to one a
 * measurement, since no query of the page reads them. Takes some minutes;
 * `RASAI_BENCH_OBSERVATIONS` sets how many.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, systemClock } from "../src/base/index.ts";
import { sampleFacts } from "../src/store/duckdb/sample-facts.ts";
import { judgedAs, RUN } from "../src/store/duckdb/test-store.ts";
import {
	countriesOf,
	createWorkspace,
	daysOfUnit,
	networksOf,
	nowIn,
	openReader,
	openStore,
	openWorkspace,
	type Reader,
	restrictedDays,
	spanOf,
} from "../src/store/index.ts";
import { figure } from "./figures.ts";

const OBSERVATIONS = Number(
	process.env["RASAI_BENCH_OBSERVATIONS"] ?? 10_000_000,
);
const OBSERVATIONS_EACH = 15;
const ROWS_A_BATCH = 5000;
const LAST_DAY = "2024-12-30";
const ALL_DAYS = Array.from({ length: 365 }, (_, n) =>
	addDays(LAST_DAY, n - 364),
);
/** Weeks are imported together, as an operator downloads them. */
const DAYS_A_BATCH = 14;
const COUNTRIES = ["PK", "PK", "PK", "IR", "TR"];
const UNIT = { service: "service-1", function: "", target: "" };
const SCOPE = { world: "real" } as const;
const ROUNDS = 5;

const dir = mkdtempSync(join(tmpdir(), "rasai-bench-"));
try {
	await run();
} finally {
	rmSync(dir, { recursive: true });
}

async function run(): Promise<void> {
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	const store = await openStore(workspace, { code: "bench" });
	const since = process.hrtime.bigint();
	const batches = Math.ceil(OBSERVATIONS / OBSERVATIONS_EACH / ROWS_A_BATCH);
	for (let seed = 0; seed < batches; seed += 1) {
		const first = Math.floor(
			(seed / batches) * (ALL_DAYS.length - DAYS_A_BATCH),
		);
		const rows = sampleFacts({
			seed,
			count: ROWS_A_BATCH,
			days: ALL_DAYS.slice(first, first + DAYS_A_BATCH),
			cc: COUNTRIES[seed % COUNTRIES.length] ?? "PK",
			hostnameCount: 800,
			short: true,
		});
		await store.writeShard({ files: [], rows, certificates: [], rejects: [] });
		if (seed % 40 === 39 || seed === batches - 1) await store.mergeShards();
	}
	const days = store.days("real");
	for (const day of days)
		await store.writeJudged({ world: "real", day }, judged(day), RUN, "bench");
	async function* judged(day: string) {
		for await (const rows of store.readDay({ world: "real", day }))
			yield rows.map((row) => {
				const site = Number(/\d+/.exec(row.header.input)?.[0]);
				const blocked = site % 50 === 1 && row.header.probeAsn % 2 === 0;
				return judgedAs(row, blocked ? "likely_blocked" : "ok", {
					service: site < 400 ? `service-${site % 40}` : "",
				});
			});
	}

	const madeSeconds = Number(process.hrtime.bigint() - since) / 1e9;
	const slow = await timeQueries(await openReader(workspace));
	await store.finishRun(RUN);
	const fast = await timeQueries(await openReader(workspace));
	const count = batches * ROWS_A_BATCH * OBSERVATIONS_EACH;
	print(
		`${count} observations on ${days.length} days, made in ${madeSeconds.toFixed(0)} s`,
	);
	print(
		`${"query".padEnd(34)} ${"pages, ms".padStart(10)} ${"days, ms".padStart(10)} ${"ratio".padStart(6)}`,
	);
	for (const [name, ms] of Object.entries(fast)) {
		figure({
			name,
			value: ms,
			unit: "ms",
			better: "less",
			baseline: {
				what: "the same over day partitions",
				value: slow[name] ?? 0,
			},
		});
		print(
			`${name.padEnd(34)} ${ms.toFixed(1).padStart(10)} ${(slow[name] ?? 0).toFixed(1).padStart(10)} ${((slow[name] ?? 0) / ms).toFixed(1).padStart(6)}`,
		);
	}
	store.close();
	await workspace.close();
}

/**
 * Best of several rounds, ms. What only a new reader pays is told apart: the
 * queries of the Now page, which a server asks before it listens, and the
 * first view of a country after that. The files may be in the system's cache.
 */
async function timeQueries(
	reader: Reader,
): Promise<Readonly<Record<string, number>>> {
	const range = { since: addDays(LAST_DAY, -55), until: addDays(LAST_DAY, 1) };
	const newest = [{ cc: "PK", newestOn: LAST_DAY }];
	const queries: Readonly<Record<string, () => Promise<unknown>>> = {
		"what span is there": () => spanOf(reader, SCOPE, { cc: "PK" }),
		"now, every service": () => nowIn(reader, SCOPE, newest, 3),
		"restricted in eight weeks": () =>
			restrictedDays(reader, SCOPE, "PK", range, 3),
		"networks in eight weeks": () => networksOf(reader, SCOPE, "PK", range),
		"strip of a service, eight weeks": () =>
			daysOfUnit(reader, SCOPE, "PK", UNIT, range),
	};
	const all = async () => {
		for (const ask of Object.values(queries)) await ask();
	};
	const now = async () => {
		const countries = await countriesOf(reader, SCOPE);
		const newestOf = countries.map(({ cc, lastOn }) => ({
			cc,
			newestOn: lastOn,
		}));
		await nowIn(reader, SCOPE, newestOf, 3);
		await restrictedDays(reader, SCOPE, undefined, range, 3);
	};
	const times: Record<string, number> = {
		"Now page, before listening": await timeOf(now),
		"all, first view after that": await timeOf(all),
	};
	for (const [name, ask] of Object.entries(queries))
		times[name] = await best(ask);
	times["all"] = await best(all);
	reader.close();
	return times;
}

async function best(ask: () => Promise<unknown>): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let round = 0; round < ROUNDS; round += 1)
		least = Math.min(least, await timeOf(ask));
	return least;
}

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
	const since = process.hrtime.bigint();
	await ask();
	return Number(process.hrtime.bigint() - since) / 1e6;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
