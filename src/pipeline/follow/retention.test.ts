import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { packStory } from "../../measure/lab/index.ts";
import type { Incident } from "../../model/index.ts";
import { readKeptRecord, sql } from "../../store/index.ts";
import { importArchives } from "../import.ts";
import { rebuild } from "../rebuild.ts";
import { memoryFile, openTestWorkspace } from "../test-workspace.ts";
import { releaseFetched } from "./retention.ts";
import type { FollowOptions, FollowTarget } from "./types.ts";

const STORY = [...packStory("retention", { days: 4, scale: 0.1 })];
const WEB = "https://bucket.example/";

test("P2, P5: bytes of fetched files are let go, the records that incidents rest on stay, and a rebuild refuses to lose the rest", async () => {
	const workspace = await openTestWorkspace();
	const reader = await workspace.openReader();
	try {
		const [own, ...fetched] = STORY;
		assert.ok(own);
		await importArchives(
			[
				memoryFile(own.path, own.bytes),
				...fetched.map(({ path, bytes }) => memoryFile(`${WEB}${path}`, bytes)),
			],
			workspace,
			{ workers: 1 },
		);
		const [first] = await reader.query<{
			readonly target: string;
			readonly day: string;
		}>(
			{ world: "emulated" },
			sql`SELECT target, min(day)::VARCHAR AS day FROM verdicts WHERE target <> ''
				GROUP BY target ORDER BY count(*) DESC, target LIMIT 1`,
		);
		assert.ok(first);
		const onset = `${first.day}T12:00:00Z`;
		const incident = {
			basis: "measured",
			cc: "QZ",
			targets: [first.target],
			onset: { earliest: onset, at: onset, latest: onset },
			ending: null,
		} as unknown as Incident;
		const options = (keepRawDays: number | undefined) =>
			({ keepRawDays, signal: new AbortController().signal }) as FollowOptions;
		const target = { ...workspace, reader } as unknown as FollowTarget;
		assert.equal(await releaseFetched(target, options(undefined), []), 0);
		assert.equal(await releaseFetched(target, options(1), []), 0, "too new");
		assert.equal(
			await releaseFetched(target, options(0), [incident]),
			fetched.reduce((sum, { bytes }) => sum + bytes.length, 0),
		);

		const rows = await reader.query<{
			readonly recordHash: string;
			readonly fileHash: string;
			readonly line: number;
		}>(
			{ world: "emulated" },
			sql`SELECT DISTINCT record_hash, file_hash, line FROM measurements JOIN verdicts USING (uid, day)
				WHERE target = ${first.target} ORDER BY ALL`,
		);
		const texts = new Map<string, readonly string[]>();
		for await (const entry of workspace.archive.entries()) {
			const file = STORY.find(({ path }) => entry.name.endsWith(path));
			assert.ok(file);
			texts.set(entry.hash, gunzipSync(file.bytes).toString().split("\n"));
		}
		let kept = 0;
		for (const { recordHash, fileHash, line } of rows) {
			const bytes = await readKeptRecord(workspace.paths, recordHash);
			if (!workspace.archive.isReleased(fileHash)) continue;
			kept += 1;
			assert.equal(
				Buffer.from(bytes ?? []).toString(),
				texts.get(fileHash)?.[line - 1],
			);
		}
		assert.ok(kept > 0);
		await assert.rejects(rebuild(workspace, { workers: 1 }), {
			code: "source_not_found",
		});

		// Received again, it is whole, and a rebuild gives the same bytes.
		const before = await workspace.derivedFiles();
		const again = fetched.map(({ path, bytes }) =>
			memoryFile(`${WEB}${path}`, bytes),
		);
		await importArchives(again, workspace, { workers: 1 });
		await rebuild(workspace, { workers: 1 });
		assert.deepEqual(await workspace.derivedFiles(), before);
	} finally {
		reader.close();
		await workspace.close();
	}
});
