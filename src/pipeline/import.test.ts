import assert from "node:assert/strict";
import { appendFile } from "node:fs/promises";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { RasaiError } from "../base/index.ts";
import { packStory } from "../measure/lab/index.ts";
import { archivedPath, sql } from "../store/index.ts";
import { importArchives } from "./import.ts";
import { rebuild } from "./rebuild.ts";
import {
	memoryFile,
	openTestWorkspace,
	type TestWorkspace,
} from "./test-workspace.ts";

const STORY = [...packStory("import", { days: 5, scale: 0.08 })];
const FILES = STORY.map((file) => memoryFile(file.path, file.bytes));
const MEASUREMENTS = STORY.reduce((sum, file) => sum + file.measurements, 0);

async function withWorkspace<T>(
	work: (workspace: TestWorkspace) => Promise<T>,
): Promise<T> {
	const workspace = await openTestWorkspace();
	try {
		return await work(workspace);
	} finally {
		await workspace.close();
	}
}

/** The partitions after all files were imported at once, in their order, in one thread. */
const EXPECTED = withWorkspace(async (workspace) => {
	const summary = await importArchives(FILES, workspace, { workers: 1 });
	return { summary, files: await workspace.derivedFiles() };
});

test("an import counts what it did", async () => {
	const { summary } = await EXPECTED;
	assert.equal(summary.files, FILES.length);
	assert.equal(summary.measurements, MEASUREMENTS);
	assert.ok(summary.observations > MEASUREMENTS * 5);
	assert.equal(summary.rejected, 0);
	assert.equal(summary.duplicates, 0);
	assert.equal(summary.judgedDays, 5);
	assert.equal(
		summary.bytes,
		STORY.reduce((sum, file) => sum + file.bytes.length, 0),
	);
});

test("P2: two threads, another order and two steps give the same bytes", async () => {
	const { files } = await EXPECTED;
	await withWorkspace(async (workspace) => {
		// The later half first: the week before days already judged arrives late (P8).
		const half = Math.floor(FILES.length / 2);
		const options = { workers: 2 };
		await importArchives(FILES.slice(half).reverse(), workspace, options);
		const second = await importArchives(
			FILES.slice(0, half),
			workspace,
			options,
		);
		assert.ok(
			second.judgedDays > 2,
			"days whose control changed are judged again",
		);
		assert.deepEqual(await workspace.derivedFiles(), files);
	});
});

test("P2: importing twice changes nothing, and says what it found", async () => {
	const { files } = await EXPECTED;
	await withWorkspace(async (workspace) => {
		await importArchives(FILES, workspace, { workers: 1 });
		const again = await importArchives(FILES, workspace, { workers: 1 });
		assert.equal(again.known, FILES.length);
		assert.equal(again.measurements, 0);
		assert.equal(again.judgedDays, 0);
		// The same records in another file: read, and found to be there.
		const first = STORY[0];
		assert.ok(first);
		const other = gzipSync(
			Buffer.concat([gunzip(first.bytes), gunzip(first.bytes)]),
		);
		const repeated = await importArchives(
			[memoryFile("again.jsonl.gz", other)],
			workspace,
			{ workers: 1 },
		);
		assert.equal(repeated.measurements, 2 * first.measurements);
		assert.equal(repeated.duplicates, 2 * first.measurements);
		const facts = Object.entries(await workspace.derivedFiles()).filter(
			([folder]) => folder.includes("/verdicts/"),
		);
		for (const [folder, hash] of facts) assert.equal(hash, files[folder]);
	});
});

function gunzip(bytes: Uint8Array): Buffer {
	return gunzipSync(bytes);
}

test("P2: a rebuild from the archive gives the same bytes", async () => {
	const { files } = await EXPECTED;
	await withWorkspace(async (workspace) => {
		await importArchives([...FILES].reverse(), workspace, { workers: 1 });
		const summary = await rebuild(workspace, { workers: 2 });
		assert.equal(summary.measurements, MEASUREMENTS);
		assert.deepEqual(await workspace.derivedFiles(), files);
	});
});

test("a source that cannot be had is named, and the others are imported", async () => {
	await withWorkspace(async (workspace) => {
		const [file] = FILES;
		assert.ok(file);
		const gone = {
			name: "gone.jsonl.gz",
			bytes: 10,
			// biome-ignore lint/correctness/useYield: it fails before it could give anything
			async *open() {
				throw new RasaiError("http_status", "404");
			},
		};
		const summary = await importArchives([gone, file], workspace, {
			workers: 1,
		});
		assert.deepEqual(summary.failed, [
			{ file: "gone.jsonl.gz", message: "404" },
		]);
		assert.ok(summary.measurements > 0);
	});
});

test("P2: a damaged file of the archive is named, nothing of it is filed, and the rest is rebuilt", async () => {
	await withWorkspace(async (workspace) => {
		const [one, other] = FILES;
		assert.ok(one && other);
		await importArchives([one, other], workspace, { workers: 1 });
		for await (const entry of workspace.archive.entries())
			if (entry.name === one.name)
				await appendFile(archivedPath(workspace.paths, entry), "x");
		const summary = await rebuild(workspace, { workers: 1 });
		assert.deepEqual(
			summary.failed.map(({ file }) => file),
			[one.name],
		);
		assert.equal(summary.measurements, STORY[1]?.measurements);
		assert.equal(summary.rejected, 0);
	});
});

test("a run that rejects most of what it reads fails loudly and keeps what was good", async () => {
	await withWorkspace(async (workspace) => {
		const good = gunzip(STORY[0]?.bytes ?? new Uint8Array());
		const bad = Buffer.from('{"not": "a measurement"}\n'.repeat(500));
		const file = memoryFile("mixed.jsonl", Buffer.concat([good, bad]));
		await assert.rejects(
			importArchives([file], workspace, { workers: 1 }),
			(error) =>
				error instanceof RasaiError && error.code === "too_many_rejects",
		);
		const reader = await workspace.openReader();
		const [rejects] = await reader.query<{ count: number }>(
			{ world: "emulated" },
			sql`SELECT count(*)::INTEGER AS count FROM rejects`,
		);
		const [kept] = await reader.query<{ count: number }>(
			{ world: "emulated" },
			sql`SELECT count(*)::INTEGER AS count FROM measurements`,
		);
		reader.close();
		assert.equal(rejects?.count, 500);
		assert.equal(kept?.count, STORY[0]?.measurements);
	});
});

test("an aborted import stops, and the next one goes on", async () => {
	const { files } = await EXPECTED;
	await withWorkspace(async (workspace) => {
		const stop = new AbortController();
		async function* stopping() {
			for (const [index, file] of FILES.entries()) {
				if (index === 10) stop.abort();
				yield file;
			}
		}
		await assert.rejects(
			importArchives(stopping(), workspace, {
				workers: 2,
				signal: stop.signal,
			}),
			(error) =>
				error instanceof RasaiError &&
				error.code === "aborted" &&
				/goes on/.test(error.hint ?? ""),
		);
		await importArchives(FILES, workspace, { workers: 2 });
		assert.deepEqual(await workspace.derivedFiles(), files);
	});
});
