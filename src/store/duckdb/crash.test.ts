import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { openWorkspace } from "../files/index.ts";
import { sql } from "../sql.ts";
import { partitionFile } from "./manifest.ts";
import { openReader } from "./reader.ts";
import { sampleFacts, seededRandom } from "./sample-facts.ts";
import {
	batchOf,
	contentOf,
	judgedAs,
	manifestOf,
	newWorkspaceFolder,
	RUN,
	testStore,
} from "./test-store.ts";

const WRITER = new URL("./crash-writer.js", import.meta.url).href;

function startWriter(dir: string): ChildProcess {
	return spawn(
		process.execPath,
		[
			"-e",
			`import(${JSON.stringify(WRITER)}).then((m) => m.importAndJudge(${JSON.stringify(dir)}))`,
		],
		{
			stdio: ["ignore", "ignore", "inherit"],
		},
	);
}

async function finish(writer: ChildProcess): Promise<void> {
	const [code] = await once(writer, "exit");
	assert.equal(code, 0);
}

/** Asks again and again while something else writes; every answer must be whole. */
async function readWhile(
	t: TestContext,
	dir: string,
	writing: Promise<unknown>,
): Promise<number> {
	const reader = await openReader(
		await openWorkspace(dir, {
			mode: "read",
			clock: () => new Date(),
			program: "reader",
		}),
	);
	t.after(() => reader.close());
	let going = true;
	let answers = 0;
	const end = writing.finally(() => {
		going = false;
	});
	while (going) {
		const [row] = await reader.query<Record<string, number>>(
			{ world: "real" },
			sql`SELECT (SELECT count(*) FROM verdicts)::INTEGER AS verdicts,
				(SELECT coalesce(sum(measurement_count), 0) FROM daily)::INTEGER AS daily,
				(SELECT coalesce(sum(measurement_count), 0) FROM cells WHERE layer = 'all')::INTEGER AS cells`,
		);
		assert.equal(row?.["daily"], row?.["verdicts"]);
		assert.equal(row?.["cells"], row?.["verdicts"]);
		answers += 1;
		await wait(5);
	}
	await end;
	return answers;
}

test("P2: a writer killed at any moment leaves a store that goes on to the same bytes, and readers see only whole states", async (t) => {
	const expectedDir = await newWorkspaceFolder(t);
	const writing = finish(startWriter(expectedDir));
	assert.ok((await readWhile(t, expectedDir, writing)) > 3);
	const expected = await contentOf(expectedDir);
	assert.ok(Object.keys(expected).length > 15);

	const random = seededRandom(Date.now());
	const dir = await newWorkspaceFolder(t);
	for (let kill = 0; kill < 5; kill += 1) {
		const writer = startWriter(dir);
		const exit = once(writer, "exit");
		await wait(200 + random() * 700);
		writer.kill("SIGKILL");
		await exit;
	}
	await finish(startWriter(dir));
	const { dir: _, store } = await testStore(t, dir);
	assert.deepEqual(await contentOf(dir), expected);
	assert.deepEqual(await store.verify(), []);
	const left = await readdir(join(dir, "derived"), { recursive: true });
	assert.deepEqual(
		left.filter((name) => name.endsWith(".unfinished")),
		[],
	);
	const { partitions } = await manifestOf(dir);
	assert.deepEqual(
		left.filter((name) => name.endsWith(".parquet")).sort(),
		Object.entries(partitions)
			.map(([folder, partition]) => partitionFile(folder, partition))
			.sort(),
	);
});

test("P2: a flipped byte is found with what remakes it, and remaking gives the same bytes", async (t) => {
	const { dir, store } = await testStore(t);
	const key = { world: "real", day: "2024-02-17" } as const;
	const files = [1, 2].map((seed) =>
		sampleFacts({ seed, count: 50, days: ["2024-02-16", "2024-02-17"] }),
	);
	const other = sampleFacts({ seed: 3, count: 5, days: ["2024-02-16"] });
	for (const rows of [...files, other]) await store.writeShard(batchOf(rows));
	await store.mergeShards();
	const judge = () =>
		store.writeJudged(
			key,
			[(files[0] ?? []).map((row) => judgedAs(row, "ok"))],
			RUN,
			"input",
		);
	await judge();
	const before = await contentOf(dir);
	const { partitions } = await manifestOf(dir);
	for (const folder of [
		"real/measurements/day=2024-02-17",
		Object.keys(partitions).find((name) => name.includes("/verdicts/")) ?? "",
	]) {
		const partition = partitions[folder];
		assert.ok(partition);
		const handle = await open(
			join(dir, "derived", partitionFile(folder, partition)),
			"r+",
		);
		const byte = Buffer.alloc(1);
		await handle.read(byte, 0, 1, 100);
		byte[0] = (byte[0] ?? 0) ^ 1;
		await handle.write(byte, 0, 1, 100);
		await handle.close();
	}
	const damages = await store.verify();
	assert.deepEqual(
		damages.map(({ remedy, part, problem }) => ({ remedy, part, problem })),
		[
			{
				remedy: "import",
				part: "real/2024-02-17",
				problem: "its content changed",
			},
			{
				remedy: "judge",
				part: "real/2024-02-17",
				problem: "its content changed",
			},
		],
	);
	const hashes = files.map((rows) => rows[0]?.fileHash).sort();
	assert.deepEqual([...(damages[0]?.archiveFiles ?? [])].sort(), hashes);

	await store.dropDays([key]);
	assert.deepEqual([...(await store.importedFiles())], [other[0]?.fileHash]);
	for (const rows of files) await store.writeShard(batchOf(rows));
	await store.mergeShards();
	await judge();
	assert.deepEqual(await contentOf(dir), before);
	assert.deepEqual(await store.verify(), []);
});

test("a missing partition is found, and after dropping everything the store is as new", async (t) => {
	const { dir, store } = await testStore(t);
	await store.writeShard(
		batchOf(sampleFacts({ seed: 1, count: 5, days: ["2024-02-17"] })),
	);
	await store.mergeShards();
	await store.writeShard(
		batchOf(sampleFacts({ seed: 2, count: 5, days: ["2024-02-17"] })),
	);
	await rm(join(dir, "derived/real/control"), { recursive: true });
	assert.deepEqual(
		(await store.verify()).map((damage) => damage.problem),
		["missing"],
	);
	await store.dropDerived();
	assert.deepEqual(await store.importedFiles(), new Set());
	assert.deepEqual(store.days("real"), []);
	assert.deepEqual(await store.pendingShards(), { count: 0, bytes: 0 });
	const left = await readdir(join(dir, "derived"), { recursive: true });
	assert.deepEqual(
		left.filter((name) => /parquet|tsv/.test(name)),
		[],
	);
});

test("a shard that was cut by a fault is refused by name, and merges nothing", async (t) => {
	const { dir, store } = await testStore(t);
	await store.writeShard(
		batchOf(sampleFacts({ seed: 1, count: 5, days: ["2024-02-17"] })),
	);
	const [name = ""] = await readdir(join(dir, "derived/shards"));
	const handle = await open(
		join(dir, "derived/shards", name, "real.2024-02-17.0.tsv"),
		"r+",
	);
	await handle.truncate(200);
	await handle.close();
	await assert.rejects(store.mergeShards(), {
		code: "store_damaged",
		message: new RegExp(name),
	});
	assert.deepEqual(store.days("real"), []);
});
