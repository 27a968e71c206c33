/**
 * A store of many million observations, to serve from: made by statements of
 * DuckDB straight into the day partitions of measurements, control and
 * verdicts, through the product's own writer of partitions. Cells, days and
 * the pages' database are made from them by the product's own statements, so
 * what serving reads has the files, the sort order and the row groups that an
 * import would leave. No archive stands behind it, and the facts are a
 * thousand made-up texts in turn. The same count gives the same rows; it is
 * made once and kept in the system's temporary folder.
 */
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { addDays, systemClock } from "../../src/base/index.ts";
import {
	CONTROL_DAYS,
	openReference,
	runOf,
} from "../../src/pipeline/index.ts";
import {
	parseServices,
	type ServiceRegistry,
} from "../../src/reference/index.ts";
import { cellsQuery, dailyQuery } from "../../src/store/duckdb/aggregates.ts";
import { ManifestKeeper } from "../../src/store/duckdb/commit.ts";
import { openEngine } from "../../src/store/duckdb/engine.ts";
import { factsText } from "../../src/store/duckdb/facts-text.ts";
import { judgedFolder, runId } from "../../src/store/duckdb/judged.ts";
import {
	type Partition,
	partitionFile,
} from "../../src/store/duckdb/manifest.ts";
import { dayFolder } from "../../src/store/duckdb/merge.ts";
import {
	makePartition,
	parquet,
	temporaryFolder,
} from "../../src/store/duckdb/partitions.ts";
import { sampleFacts } from "../../src/store/duckdb/sample-facts.ts";
import { readSchema } from "../../src/store/duckdb/schema.ts";
import {
	createWorkspace,
	type DayKey,
	openStore,
	openWorkspace,
	type RunKey,
	type Workspace,
} from "../../src/store/index.ts";
import {
	controlOfDay,
	FACTS_TEXTS,
	measurementsOfDay,
	rowsOfDay,
	shapeStatements,
	verdictsOfDay,
} from "./big-store-shape.ts";

export const OBSERVATIONS_EACH = 15;
/** The day after is left to what is imported while the store is served. */
export const LAST_DAY = "2025-01-26";
const DAYS = 365;
const COMMIT_EVERY = 16;
/** Changes when what is made changes. */
const VERSION = 1;

/** The workspace with so many observations; `say` is told how far it is. */
export async function bigStore(
	observations: number,
	say: (text: string) => void,
): Promise<string> {
	const folder = join(
		tmpdir(),
		"rasai-bench",
		`store-${VERSION}-${observations}`,
	);
	if (
		await stat(folder).then(
			() => true,
			() => false,
		)
	)
		return folder;
	const unfinished = `${folder}.unfinished`;
	await rm(unfinished, { recursive: true, force: true });
	await createWorkspace(unfinished);
	const workspace = await openWorkspace(unfinished, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	try {
		await fill(workspace, Math.ceil(observations / OBSERVATIONS_EACH), say);
	} finally {
		await workspace.close();
	}
	await rename(unfinished, folder);
	return folder;
}

/** The services that ship: the registry by which the store's targets are named. */
export async function shippedServices(): Promise<ServiceRegistry> {
	const text = await readFile("data/services/services.json", "utf8");
	return parseServices(JSON.parse(text));
}

async function fill(
	workspace: Workspace,
	measurements: number,
	say: (text: string) => void,
): Promise<void> {
	const { derived } = workspace.paths;
	await mkdir(temporaryFolder(derived), { recursive: true });
	const services = await shippedServices();
	const { snapshot } = await openReference(workspace.paths, services);
	const run = runOf({ reference: snapshot });
	const schema = readSchema();
	const engine = await openEngine({
		threads: 2,
		memoryLimitMb: 2048,
		tempFolder: temporaryFolder(derived),
	});
	const connection = await engine.connect();
	try {
		for (const statement of shapeStatements(services, factsTexts()))
			await connection.run(statement);
		const days = Array.from({ length: DAYS }, (_, n) => ({
			key: { world: "real" as const, day: addDays(LAST_DAY, n + 1 - DAYS) },
			// Twice as many at the end as at the beginning.
			count: Math.round((measurements / DAYS) * (2 / 3 + (2 / 3) * (n / DAYS))),
		}));
		let from = 0;
		const facts = (key: DayKey, count: number) => {
			from += count;
			return makeFacts(connection, derived, key, from - count, count, schema);
		};
		await inBatches(workspace, run, days, ({ key, count }) =>
			facts(key, count),
		);
		say(`${from} measurements written`);
		const store = await openStore(workspace, { code: "bench" });
		const inputs = new Map(
			days.map(({ key }) => [key.day, store.judgeInput(key, CONTROL_DAYS)]),
		);
		store.close();
		from = 0;
		await inBatches(workspace, run, days, async ({ key, count }) => {
			await connection.run(rowsOfDay(key.day, from, count));
			from += count;
			return makeVerdicts(
				connection,
				derived,
				key,
				run,
				inputs.get(key.day) ?? "",
			);
		});
		say("verdicts, cells and days written");
	} finally {
		connection.closeSync();
		engine.closeSync();
	}
	const store = await openStore(workspace, { code: "bench" });
	await store.useRun("real", run);
	await store.finishRun(run);
	store.close();
	say("pages' database written");
}

/** Facts as text, of which each measurement gets one in turn; the name in them is put in later. */
function factsTexts(): readonly string[] {
	return sampleFacts({ seed: 7, count: FACTS_TEXTS, days: [LAST_DAY] }).map(
		({ header, observations }) =>
			factsText(observations).replaceAll(
				header.input.replace(/^https:\/\/|\/$/g, ""),
				"{host}",
			),
	);
}

interface BigDay {
	readonly key: DayKey;
	readonly count: number;
}

type Made = readonly (readonly [string, Partition])[];

async function inBatches(
	workspace: Workspace,
	run: RunKey,
	days: readonly BigDay[],
	make: (day: BigDay) => Promise<Made>,
): Promise<void> {
	const keeper = await ManifestKeeper.open(workspace, false);
	const startedAt = "2025-01-27T00:00:00Z";
	for (let at = 0; at < days.length; at += COMMIT_EVERY) {
		const set = new Map<string, Partition>();
		for (const day of days.slice(at, at + COMMIT_EVERY))
			for (const [folder, partition] of await make(day))
				set.set(folder, partition);
		const runs = { [runId(run)]: { ...run, code: "bench", startedAt } };
		await keeper.commit({ set, runs });
	}
}

async function makeFacts(
	connection: DuckDBConnection,
	derived: string,
	key: DayKey,
	from: number,
	count: number,
	schema: ReturnType<typeof readSchema>,
): Promise<Made> {
	await connection.run(rowsOfDay(key.day, from, count));
	const folder = dayFolder("measurements", key);
	const made = await makePartition(
		connection,
		derived,
		folder,
		measurementsOfDay(schema.measurements),
		"bench",
	);
	const control = dayFolder("control", key);
	return [
		[folder, made],
		[
			control,
			await makePartition(
				connection,
				derived,
				control,
				controlOfDay(),
				made.sha256,
			),
		],
	];
}

async function makeVerdicts(
	connection: DuckDBConnection,
	derived: string,
	key: DayKey,
	run: RunKey,
	input: string,
): Promise<Made> {
	const id = runId(run);
	const folder = judgedFolder("verdicts", key, id);
	const verdicts = await makePartition(
		connection,
		derived,
		folder,
		verdictsOfDay(run),
		input,
	);
	const file = parquet([join(derived, partitionFile(folder, verdicts))]);
	const made: (readonly [string, Partition])[] = [[folder, verdicts]];
	for (const [table, query] of [
		["cells", cellsQuery(file)],
		["daily", dailyQuery(file)],
	] as const) {
		const target = judgedFolder(table, key, id);
		made.push([
			target,
			await makePartition(connection, derived, target, query, verdicts.sha256),
		]);
	}
	return made;
}
