import assert from "node:assert/strict";
import test from "node:test";
import type { ArchiveFile } from "../gather/archives/index.ts";
import { filesOfPart, readPart } from "./parts.ts";

const NAMES = Array.from({ length: 1000 }, (_, index) => `${index}.jsonl.gz`);

async function namesOf(folder: string, part: string): Promise<string[]> {
	const names: string[] = [];
	for await (const { name } of filesOfPart(filesIn(folder), readPart(part)))
		names.push(name.slice(folder.length));
	return names;
}

async function* filesIn(folder: string): AsyncGenerator<ArchiveFile> {
	for (const name of NAMES)
		yield {
			name: `${folder}${name}`,
			bytes: undefined,
			open: async function* () {},
		};
}

test("parts hold every file once, are of like size, and do not depend on where files lie", async () => {
	const parts = await Promise.all(
		["1/5", "2/5", "3/5", "4/5", "5/5"].map((part) => namesOf("/a/", part)),
	);
	assert.deepEqual(parts.flat().sort(), [...NAMES].sort());
	for (const part of parts)
		assert.ok(part.length > 150 && part.length < 250, `${part.length} files`);
	assert.deepEqual(await namesOf("https://example.org/x/", "2/5"), parts[1]);
});

test("what is no part is refused", () => {
	for (const text of ["0/5", "6/5", "2", "a/b", "1/0"])
		assert.throws(() => readPart(text), { code: "usage" });
	assert.equal(readPart(undefined), undefined);
});
