import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { workspacePaths } from "./layout.ts";
import {
	currentSnapshot,
	listSnapshots,
	readSnapshot,
	useSnapshot,
	writeSnapshot,
} from "./snapshots.ts";
import { createWorkspace } from "./workspace.ts";

test("a snapshot is kept whole, comes back as it was, and is used when said", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-snapshots-"));
	t.after(() => rm(dir, { recursive: true }));
	await createWorkspace(dir);
	const paths = workspacePaths(dir);
	const snapshot = {
		id: "ab".repeat(32),
		files: new Map([
			["fingerprints_dns.csv", Buffer.from("name,pattern\n")],
			["test-lists/pk.csv", Buffer.from([0, 255, 10])],
		]),
		manifest: { sources: [{ name: "fingerprints_dns.csv" }] },
	};
	assert.equal(await currentSnapshot(paths), undefined);
	await writeSnapshot(paths, snapshot);
	await writeSnapshot(paths, { ...snapshot, manifest: "ignored" });
	assert.deepEqual(await readSnapshot(paths, snapshot.id), snapshot);
	await useSnapshot(paths, snapshot.id);
	assert.equal(await currentSnapshot(paths), snapshot.id);
	assert.deepEqual(await listSnapshots(paths), [snapshot.id]);

	await assert.rejects(readSnapshot(paths, "cd".repeat(32)), {
		code: "reference_missing",
	});
	await assert.rejects(useSnapshot(paths, "cd".repeat(32)), {
		code: "reference_missing",
	});
	for (const name of ["../escape", "/etc/passwd", "a/b/c", "a/..", ""])
		await assert.rejects(
			writeSnapshot(paths, {
				id: "ef".repeat(32),
				files: new Map([[name, Buffer.from("x")]]),
				manifest: {},
			}),
			{ code: "reference_invalid" },
		);
	assert.deepEqual((await readdir(paths.reference)).sort(), [
		snapshot.id,
		"current",
	]);
});
