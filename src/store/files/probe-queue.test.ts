import assert from "node:assert/strict";
import {
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { workspacePaths } from "./layout.ts";
import {
	enqueue,
	packCarried,
	readQueue,
	removeQueued,
	unpackCarried,
} from "./probe-queue.ts";

async function folders(t: TestContext) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-queue-"));
	t.after(() => rm(dir, { recursive: true }));
	return workspacePaths(dir);
}

test("P11: what waits on disk cannot be read without the key, which only its owner can", async (t) => {
	const paths = await folders(t);
	await enqueue(paths, { input: "https://secret-site.example/" });
	const folder = join(paths.private, "probe-queue");
	const [name = ""] = await readdir(folder);
	const bytes = await readFile(join(folder, name));
	assert.ok(!bytes.includes("secret-site"));
	const key = await stat(join(paths.keys, "probe-queue.key"));
	assert.equal(key.mode & 0o777, 0o600);
	const { records } = await readQueue(paths);
	assert.deepEqual(records[0]?.record, {
		input: "https://secret-site.example/",
	});
	await removeQueued(paths, [name]);
	assert.equal((await readQueue(paths)).records.length, 0);
});

test("a file that was changed is counted as damaged, and the others are read", async (t) => {
	const paths = await folders(t);
	for (const input of ["a", "b"]) await enqueue(paths, { input });
	const folder = join(paths.private, "probe-queue");
	const [name = ""] = await readdir(folder);
	const bytes = await readFile(join(folder, name));
	bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
	await writeFile(join(folder, name), bytes);
	const { records, damaged } = await readQueue(paths);
	assert.equal(records.length, 1);
	assert.equal(damaged, 1);
});

test("a carried file opens with its passphrase alone, and not when a byte of it was changed", () => {
	const file = packCarried([{ input: "x" }, { input: "y" }], "a long phrase");
	assert.equal(
		unpackCarried(file, "a long phrase").toString(),
		'{"input":"x"}\n{"input":"y"}\n',
	);
	assert.throws(() => unpackCarried(file, "another"), /passphrase/);
	file[file.length - 5] = (file.at(-5) ?? 0) ^ 1;
	assert.throws(() => unpackCarried(file, "a long phrase"), /changed/);
	assert.throws(() => unpackCarried(Buffer.from("{}"), "x"), /not a carried/);
});
