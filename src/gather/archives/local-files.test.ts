import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { RasaiError } from "../../base/index.ts";
import { localFile, openLocal } from "./local-files.ts";
import { joinChunks, readAll } from "./test-archives.ts";

function inFolder(use: (folder: string) => Promise<void>): () => Promise<void> {
	return async () => {
		const folder = mkdtempSync(join(tmpdir(), "rasai-local-"));
		try {
			await use(folder);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function namesIn(path: string): Promise<readonly string[]> {
	const names: string[] = [];
	for await (const file of openLocal(path))
		names.push(file.name.slice(path.length + 1));
	return names;
}

test(
	"A folder gives its files by path, without dot-files, going round no loop",
	inFolder(async (folder) => {
		mkdirSync(join(folder, "b/inner"), { recursive: true });
		mkdirSync(join(folder, ".git"));
		for (const name of [
			"c.jsonl",
			"a.jsonl",
			"b/z.jsonl",
			"b/inner/y.jsonl",
			".hidden",
			".git/x",
		])
			writeFileSync(join(folder, name), "{}");
		symlinkSync("..", join(folder, "b/inner/loop"));
		symlinkSync(folder, join(folder, "d-loop"));
		symlinkSync("../c.jsonl", join(folder, "b/link.jsonl"));
		assert.deepEqual(await namesIn(folder), [
			"a.jsonl",
			"b/inner/y.jsonl",
			"b/link.jsonl",
			"b/z.jsonl",
			"c.jsonl",
		]);
	}),
);

test(
	"What cannot be read comes as a file that is rejected",
	inFolder(async (folder) => {
		symlinkSync("nowhere", join(folder, "dangling"));
		execFileSync("mkfifo", [join(folder, "pipe")]);
		writeFileSync(join(folder, "good.jsonl"), '{"a":1}\n');
		const items: string[] = [];
		for await (const file of openLocal(folder))
			items.push(...(await readAll(file)));
		assert.deepEqual(items, [
			":0 !source_unreadable",
			':1 {"a":1}',
			":0 !source_unreadable",
		]);
		assert.deepEqual(await readAll(localFile(join(folder, "gone.jsonl"))), [
			":0 !source_unreadable",
		]);
	}),
);

test("A path with nothing at it is an error", async () => {
	await assert.rejects(
		namesIn("/no/such/path"),
		(error) => error instanceof RasaiError && error.code === "source_not_found",
	);
});

test(
	"A file comes whole, in chunks that are not written to again, with its size and name",
	inFolder(async (folder) => {
		const content = Buffer.from(
			Array.from({ length: 200_000 }, (_, i) => `${i}\n`).join(""),
		);
		const path = join(folder, "x.jsonl");
		writeFileSync(path, content);
		for await (const file of openLocal(path)) {
			assert.equal(file.bytes, content.length);
			assert.equal(file.name, path);
			assert.ok((await joinChunks(file.open())).equals(content));
			await assert.rejects(
				joinChunks(file.open(AbortSignal.abort())),
				(error) => error instanceof RasaiError && error.code === "aborted",
			);
		}
		assert.equal(localFile(path, "as received").name, "as received");
	}),
);
