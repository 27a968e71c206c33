/** The archive with its bytes in a bucket: everything that reads it works, and nothing is deleted here that is not there. */
import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import { openBucket } from "../../src/gather/archives/index.ts";
import {
	refuse,
	TEST_KEYS,
	TEST_REGION,
	type TestS3,
	withTestS3,
} from "../../src/gather/archives/s3/test-s3.ts";
import { createRandom, packStory } from "../../src/measure/lab/index.ts";
import { readRawRecords } from "../../src/pipeline/evidence/raw-records.ts";
import {
	importArchives,
	readRawMeasurement,
	rebuild,
	uploadArchive,
} from "../../src/pipeline/index.ts";
import {
	hashPartitions,
	memoryFile,
	openTestWorkspace,
	TEST_CLOCK,
	type TestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import {
	type Archive,
	openArchive,
	openSubmissions,
	readObjectKeys,
	sql,
} from "../../src/store/index.ts";

const STORY = [...packStory("object storage", { scale: 0.1 })].slice(0, 6);

const bucketOf = (s3: TestS3, maxAttempts = 6) =>
	openBucket(createHttpClient({ allowedOrigins: [new URL(s3.url).origin] }), {
		url: `${s3.url}/rasai`,
		keys: TEST_KEYS,
		region: TEST_REGION,
		clock: TEST_CLOCK,
		firstWaitMs: 1,
		maxAttempts,
		partBytes: 20_000,
	});

/** A workspace with the story, and its archive opened with a bucket. */
async function withStory(
	s3: TestS3,
	use: (workspace: TestWorkspace, archive: Archive) => Promise<void>,
	maxAttempts?: number,
): Promise<void> {
	const workspace = await openTestWorkspace();
	try {
		await importArchives(
			STORY.map((file) => memoryFile(file.path, file.bytes)),
			workspace,
			{ workers: 1 },
		);
		await use(
			workspace,
			await openArchive(workspace.workspace, bucketOf(s3, maxAttempts)),
		);
	} finally {
		await workspace.close();
	}
}

const upload = (
	workspace: TestWorkspace,
	archive: Archive,
	s3: TestS3,
	{ keepDays, maxAttempts }: { keepDays?: number; maxAttempts?: number } = {},
) =>
	uploadArchive(
		{
			archive,
			bucket: bucketOf(s3, maxAttempts),
			paths: workspace.paths,
			clock: workspace.clock,
		},
		{ keepDays },
	);

/** Names of archive files on this machine. */
async function filesHere({ paths }: TestWorkspace): Promise<readonly string[]> {
	const names = await readdir(paths.archive, { recursive: true });
	return names.filter((name) => /[0-9a-f]{64}$/.test(name));
}

async function hashesIn(archive: Archive): Promise<readonly string[]> {
	const hashes: string[] = [];
	for await (const { hash } of archive.entries()) hashes.push(hash);
	return hashes;
}

async function isReadable(archive: Archive, hash: string): Promise<boolean> {
	for await (const _ of archive.read(hash));
	return true;
}

test("P2: with all bytes in the bucket, a measurement, raw records and a rebuild read from there, and give the same", async () => {
	await withTestS3(async (s3) => {
		await withStory(s3, async (workspace, archive) => {
			const reader = await workspace.openReader();
			const [place] = await reader.query<{
				readonly fileHash: string;
				readonly member: string;
				readonly line: number;
				readonly recordHash: string;
			}>(
				{ world: "emulated" },
				sql`SELECT file_hash, member, line, record_hash FROM measurements ORDER BY uid LIMIT 1`,
			);
			reader.close();
			assert.ok(place);
			const raw = await readRawMeasurement(archive, place);
			const before = await hashPartitions(workspace.paths.derived);

			const first = await upload(workspace, archive, s3);
			assert.equal(first.uploaded, STORY.length);
			assert.equal(first.freedBytes, 0, "kept here too");
			assert.equal((await upload(workspace, archive, s3)).uploaded, 0);
			const freed = await upload(workspace, archive, s3, { keepDays: 0 });
			assert.equal(
				freed.freedBytes,
				STORY.reduce((sum, { bytes }) => sum + bytes.length, 0),
			);
			assert.deepEqual(await filesHere(workspace), []);

			assert.equal(await readRawMeasurement(archive, place), raw);
			const records = await readRawRecords(workspace.paths, archive, [
				{ ...place, uid: "" } as never,
			]);
			assert.equal(
				Buffer.from(records.get(place.recordHash) ?? []).toString(),
				raw,
			);
			for (const workers of [1, 2]) {
				const summary = await rebuild({ ...workspace, archive }, { workers });
				assert.deepEqual(summary.failed, []);
				assert.deepEqual(await hashPartitions(workspace.paths.derived), before);
			}
			assert.deepEqual(
				await readdir(join(workspace.paths.archive, "incoming")),
				[],
				"what was brought here to be read is gone",
			);
			assert.deepEqual(await archive.verify(), []);
		});
	});
});

test("P2: whatever the bucket does, every file that was received can be read", async () => {
	await withTestS3(async (s3) => {
		await withStory(
			s3,
			async (workspace, archive) => {
				const random = createRandom("faults of a bucket");
				s3.interrupt = (request, response) => {
					// Listings answer, so that each round gets to its uploads.
					if (request.url?.includes("list-type")) return false;
					const fault = random.int(6);
					if (fault === 0) refuse(response, 503, "SlowDown");
					else if (fault === 1) response.destroy();
					else if (fault === 2) refuse(response, 403, "AccessDenied");
					else if (fault === 3)
						// Said to be taken, and not kept.
						response.setHeader("etag", '"0"').end();
					else return false;
					return true;
				};
				for (let round = 0; round < 12; round++) {
					await upload(workspace, archive, s3, { keepDays: 0, maxAttempts: 2 });
					const { interrupt } = s3;
					s3.interrupt = () => false;
					for (const hash of await hashesIn(archive))
						assert.ok(await isReadable(archive, hash));
					s3.interrupt = interrupt;
				}
				assert.ok((await filesHere(workspace)).length < STORY.length);
				s3.interrupt = () => false;
				const last = await upload(workspace, archive, s3, { keepDays: 0 });
				assert.deepEqual(last.failed, []);
				assert.equal(last.held, STORY.length);
				assert.deepEqual(await filesHere(workspace), []);
			},
			2,
		);
	});
});

test("what the bucket lost or changed is told, and uploaded again where it is still here", async () => {
	await withTestS3(async (s3) => {
		await withStory(s3, async (workspace, archive) => {
			await upload(workspace, archive, s3);
			const [first = "", second = ""] = [...s3.objects.keys()];
			s3.objects.delete(first);
			s3.objects.set(second, Buffer.from("cut"));
			assert.equal((await upload(workspace, archive, s3)).uploaded, 2);
			assert.equal(s3.objects.size, STORY.length);

			await upload(workspace, archive, s3, { keepDays: 0 });
			s3.objects.delete(first);
			const content = s3.objects.get(second) as Buffer;
			s3.objects.set(second, Buffer.alloc(content.length));
			const { failed } = await upload(workspace, archive, s3);
			assert.equal(failed.length, 1);
			assert.match(failed[0]?.message ?? "", /does not hold it any more/);
			const hashOf = (key: string) => key.slice(-64);
			await assert.rejects(isReadable(archive, hashOf(first)), {
				code: "source_not_found",
			});
			await assert.rejects(isReadable(archive, hashOf(second)), {
				code: "workspace_damaged",
			});
			const failures = await rebuild({ ...workspace, archive }, { workers: 1 });
			assert.equal(failures.failed.length, 2);
		});
	});
});

test("without the bucket's setting, what only it holds counts as let go, and its last copy is never deleted", async () => {
	await withTestS3(async (s3) => {
		await withStory(s3, async (workspace, archive) => {
			const [hash = ""] = await hashesIn(archive);
			await assert.rejects(archive.release(hash, "2025-06-01T00:00:00Z"), {
				code: "usage",
			});
			await upload(workspace, archive, s3, { keepDays: 0 });
			const alone = await openArchive(workspace.workspace);
			assert.ok(alone.isReleased(hash));
			await assert.rejects(isReadable(alone, hash), {
				code: "source_not_found",
			});
		});
	});
});

test("P2: what the collector packed is uploaded, and stays here", async () => {
	await withTestS3(async (s3) => {
		const workspace = await openTestWorkspace();
		try {
			const early = {
				...workspace.workspace,
				clock: () => new Date("2025-05-31T20:00:00Z"),
			};
			const writing = await openSubmissions(early);
			await writing.append({
				uid: "20250531200000.000000_QZ_test_0123456789abcdef",
				reportId: "report",
				receivedAt: "2025-05-31T20:00:00Z",
				origin: "seen",
				measurement: { test_name: "x" },
			});
			await writing.close();
			await (await openSubmissions(workspace.workspace)).close();
			const archive = await openArchive(workspace.workspace, bucketOf(s3));
			assert.equal((await upload(workspace, archive, s3)).uploaded, 1);
			assert.equal((await upload(workspace, archive, s3)).uploaded, 0);
			const [key = ""] = s3.objects.keys();
			assert.match(key, /^rasai\/submissions\/2025-05-31T20-[0-9a-f]{64}/);
			assert.deepEqual(
				await readdir(join(workspace.paths.archive, "submissions/sealed")),
				[key.slice("rasai/submissions/".length)],
			);
		} finally {
			await workspace.close();
		}
	});
});

test("keys are read from a file that only its owner can read", async () => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-keys-"));
	try {
		const path = join(dir, "s3.key");
		await writeFile(path, "AKTEST\nsecret\n", { mode: 0o644 });
		await assert.rejects(readObjectKeys(path), /can be read by others/);
		await chmod(path, 0o600);
		assert.deepEqual(await readObjectKeys(path), {
			accessKeyId: "AKTEST",
			secretAccessKey: "secret",
		});
		await writeFile(path, "AKTEST\n");
		await assert.rejects(readObjectKeys(path), /two lines/);
		await assert.rejects(readObjectKeys(join(dir, "none")), /cannot be read/);
		await assert.rejects(readObjectKeys(""), /is not/);
	} finally {
		await rm(dir, { recursive: true });
	}
});
