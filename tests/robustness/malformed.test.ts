/** Input of every kind that must not stop an import, through the whole of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { importArchives } from "../../src/pipeline/index.ts";
import {
	memoryFile,
	openTestWorkspace,
	type TestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { listRejects, sql } from "../../src/store/index.ts";
import { hugeLine, malformedFiles } from "./malformed.ts";

const FILES = await malformedFiles();
const OPTIONS = { workers: 1, maxRejectShare: 1 };

async function readBack(workspace: TestWorkspace) {
	const reader = await workspace.openReader();
	const scope = { world: "emulated" } as const;
	const rejects = await listRejects(reader, scope, 10_000, 0);
	const kept = await reader.query<{ fileHash: string; count: number }>(
		scope,
		sql`SELECT file_hash, count(*)::INTEGER AS count FROM measurements GROUP BY file_hash`,
	);
	reader.close();
	return { rejects, kept };
}

async function hashOf(workspace: TestWorkspace, name: string): Promise<string> {
	for await (const entry of workspace.archive.entries())
		if (entry.name === name) return entry.hash;
	return "";
}

test("P7: every malformed file gives its good measurements and leaves its rejects, with place and reason", async () => {
	const workspace = await openTestWorkspace();
	try {
		const summary = await importArchives(
			FILES.map((file) => memoryFile(file.path, file.bytes)),
			workspace,
			OPTIONS,
		);
		assert.deepEqual(summary.failed, []);
		const { rejects, kept } = await readBack(workspace);
		assert.equal(rejects.length, summary.rejected);
		for (const file of FILES) {
			const own = rejects.filter((reject) => reject.file === file.path);
			assert.deepEqual(
				own.map((reject) => reject.reason).sort(),
				[...file.rejects].sort(),
				file.path,
			);
			for (const reject of own) {
				assert.match(reject.fileHash, /^[0-9a-f]{64}$/);
				assert.ok(reject.message.length > 0 && reject.message.length < 300);
			}
			const hash = await hashOf(workspace, file.path);
			const good = kept.find((row) => row.fileHash === hash)?.count ?? 0;
			if (file.good >= 0) assert.equal(good, file.good, file.path);
			else assert.ok(good > 0, file.path);
		}
		const broken = rejects.find((reject) => reject.file === "broken.jsonl");
		assert.equal(broken?.line, 2);
	} finally {
		await workspace.close();
	}
});

test("P2: malformed files leave the same rows whatever the order, and on a second import", async () => {
	const [one, other] = [await openTestWorkspace(), await openTestWorkspace()];
	try {
		const files = FILES.filter((file) => !file.path.startsWith("bomb")).map(
			(file) => memoryFile(file.path, file.bytes),
		);
		await importArchives(files, one, OPTIONS);
		await importArchives([...files].reverse(), other, {
			...OPTIONS,
			workers: 2,
		});
		const expected = await one.derivedFiles();
		assert.deepEqual(await other.derivedFiles(), expected);
		await importArchives(files, one, OPTIONS);
		assert.deepEqual(await one.derivedFiles(), expected);
	} finally {
		await one.close();
		await other.close();
	}
});

test("P7: a line of 200 MB is rejected while the lines beside it are read", async () => {
	const workspace = await openTestWorkspace();
	try {
		const before = process.memoryUsage.rss();
		let peak = before;
		const watch = setInterval(() => {
			peak = Math.max(peak, process.memoryUsage.rss());
		}, 20);
		const bytes = hugeLine();
		const chunks = {
			name: "huge.jsonl",
			bytes: bytes.length,
			async *open() {
				for (let at = 0; at < bytes.length; at += 1 << 20)
					yield bytes.subarray(at, at + (1 << 20));
			},
		};
		const summary = await importArchives([chunks], workspace, OPTIONS);
		clearInterval(watch);
		assert.equal(summary.measurements, 2);
		const { rejects } = await readBack(workspace);
		assert.deepEqual(
			rejects.map(({ reason, line }) => ({ reason, line })),
			[{ reason: "json_too_large", line: 2 }],
		);
		assert.ok(peak - before < 500e6, `${peak - before} bytes more`);
	} finally {
		await workspace.close();
	}
});
