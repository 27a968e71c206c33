import assert from "node:assert/strict";
import {
	appendFile,
	mkdtemp,
	readdir,
	readFile,
	rm,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Log, sha256Hex } from "../../base/index.ts";
import { openArchive } from "./archive.ts";
import { keepRecord, readKeptRecord } from "./kept-records.ts";
import { createWorkspace, openWorkspace } from "./workspace.ts";

const AT = "2024-02-17T18:47:00Z";

async function workspaceIn(t: TestContext, log?: Log) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-archive-"));
	t.after(() => rm(dir, { recursive: true }));
	await createWorkspace(dir);
	const open = () =>
		openWorkspace(dir, {
			mode: "write",
			clock: () => new Date(AT),
			program: "test",
			log,
		});
	return { dir, open };
}

function incoming(name: string, content: string) {
	return {
		name,
		async *open() {
			for (let at = 0; at < content.length; at += 5)
				yield Buffer.from(content.slice(at, at + 5));
		},
	};
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

test("P2: a received file can be read again, also by the next program", async (t) => {
	const { open } = await workspaceIn(t);
	const first = await open();
	const { entry, duplicate } = await (await openArchive(first)).receive(
		incoming("a\u2028b.jsonl", "some measurements"),
		AT,
	);
	assert.equal(duplicate, false);
	assert.deepEqual(entry, {
		hash: sha256Hex("some measurements"),
		bytes: 17,
		name: "a\u2028b.jsonl",
		receivedAt: AT,
		path: null,
		format: "",
	});
	await first.close();
	const second = await open();
	const archive = await openArchive(second);
	assert.deepEqual(await archive.get(entry.hash), entry);
	assert.equal(await textOf(archive.read(entry.hash)), "some measurements");
	assert.deepEqual(await archive.verify(), []);
	await assert.rejects(textOf(archive.read("0".repeat(64))), {
		code: "not_found",
	});
	await second.close();
});

test("the same bytes are kept once, whatever they are called and however many come at once", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const archive = await openArchive(workspace);
	const results = await Promise.all(
		Array.from({ length: 30 }, (_, n) =>
			archive.receive(incoming(`file ${n}`, `content ${n % 10}`), AT),
		),
	);
	assert.equal(results.filter((result) => !result.duplicate).length, 10);
	const again = await archive.receive(incoming("late", "content 3"), AT);
	assert.equal(again.duplicate, true);
	assert.notEqual(again.entry.name, "late");
	const lines = (await readFile(join(dir, "archive/index.jsonl"), "utf8"))
		.trim()
		.split("\n");
	assert.equal(lines.length, 10);
	assert.deepEqual(await readdir(join(dir, "archive/incoming")), []);
	await workspace.close();
});

test("a last line of the index that was cut by a fault is removed and reported, and its file can be received again", async (t) => {
	const events: string[] = [];
	const { dir, open } = await workspaceIn(t, (_, event) => events.push(event));
	const first = await open();
	const archive = await openArchive(first);
	await archive.receive(incoming("a", "first"), AT);
	await archive.receive(incoming("b", "second"), AT);
	await first.close();
	const path = join(dir, "archive/index.jsonl");
	const whole = await readFile(path, "utf8");
	for (const cut of [1, 20, 100]) {
		await writeFile(path, whole.slice(0, -cut));
		events.length = 0;
		const workspace = await open();
		const repaired = await openArchive(workspace);
		assert.deepEqual(events, ["archive_index_repaired"]);
		assert.equal(await repaired.get(sha256Hex("second")), undefined);
		const { duplicate } = await repaired.receive(incoming("b", "second"), AT);
		assert.equal(duplicate, false);
		assert.equal(await readFile(path, "utf8"), whole);
		await workspace.close();
	}
});

test("P2: a flipped byte, a missing file and an unreadable line are found by name", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const archive = await openArchive(workspace);
	for (const content of ["good", "flipped", "missing"])
		await archive.receive(incoming(content, content), AT);
	const pathOf = (content: string) => {
		const hash = sha256Hex(content);
		return join(dir, "archive", hash.slice(0, 2), hash);
	};
	await writeFile(pathOf("flipped"), "flopped");
	await rm(pathOf("missing"));
	await appendFile(join(dir, "archive/index.jsonl"), "not json\n");
	assert.deepEqual(
		(await archive.verify()).map((damage) => damage.what),
		[sha256Hex("flipped"), sha256Hex("missing"), "index.jsonl:4"],
	);
	await assert.rejects(textOf(archive.read(sha256Hex("flipped"))), {
		code: "workspace_damaged",
	});
	await workspace.close();
});

test("by reference, a file stays where it is and is checked when read", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const archive = await openArchive(workspace);
	const path = join(dir, "elsewhere.jsonl");
	await writeFile(path, "original");
	const { entry } = await archive.receive(
		{ ...incoming("elsewhere.jsonl", "original"), byReference: path },
		AT,
	);
	assert.equal(entry.path, path);
	assert.equal(await textOf(archive.read(entry.hash)), "original");
	assert.deepEqual((await readdir(join(dir, "archive"))).sort(), [
		"incoming",
		"index.jsonl",
	]);
	await writeFile(path, "changed!");
	await assert.rejects(textOf(archive.read(entry.hash)), {
		code: "workspace_damaged",
	});
	await workspace.close();
});

test("a source that fails half-way leaves nothing", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const archive = await openArchive(workspace);
	const broken = {
		name: "broken",
		async *open() {
			yield Buffer.from("some");
			throw new Error("the line broke");
		},
	};
	await assert.rejects(archive.receive(broken, AT), /the line broke/);
	assert.deepEqual(await readdir(join(dir, "archive/incoming")), []);
	const stopped = archive.receive(incoming("a", "x"), AT, AbortSignal.abort());
	await assert.rejects(stopped, { code: "aborted" });
	await workspace.close();
});

test("a fetched file's bytes can be let go and come back; an only copy cannot", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const archive = await openArchive(workspace);
	const url = "https://example.org/a.jsonl";
	const { entry } = await archive.receive(incoming(url, "measured"), AT);
	const own = await archive.receive(incoming("own.jsonl", "only copy"), AT);
	assert.equal(await archive.release(entry.hash, AT), 8);
	assert.equal(await archive.release(entry.hash, AT), 0);
	await assert.rejects(archive.release(own.entry.hash, AT), { code: "usage" });
	await assert.rejects(textOf(archive.read(entry.hash)), {
		code: "source_not_found",
	});
	assert.deepEqual(await archive.verify(), [], "what was let go is no damage");

	// The next program knows, in spite of a line that a fault cut.
	await appendFile(join(dir, "archive", "released.jsonl"), '\n{"hash":"ab');
	const again = await openArchive(workspace);
	assert.equal(again.isReleased(entry.hash), true);
	const back = await again.receive(incoming(url, "measured"), AT);
	assert.deepEqual(back, { entry, duplicate: true });
	assert.equal(await textOf(again.read(entry.hash)), "measured");
	assert.equal((await openArchive(workspace)).isReleased(entry.hash), false);
	await workspace.close();
});

test("a kept record is read by its hash, and damage is told", async (t) => {
	const { dir, open } = await workspaceIn(t);
	const workspace = await open();
	const hash = await keepRecord(workspace.paths, Buffer.from('{"a":1}'));
	assert.equal(await keepRecord(workspace.paths, Buffer.from('{"a":1}')), hash);
	const bytes = await readKeptRecord(workspace.paths, hash);
	assert.equal(Buffer.from(bytes ?? []).toString(), '{"a":1}');
	assert.equal(
		await readKeptRecord(workspace.paths, "0".repeat(64)),
		undefined,
	);
	await writeFile(
		join(dir, "archive", "records", hash.slice(0, 2), hash),
		'{"a":2}',
	);
	await assert.rejects(readKeptRecord(workspace.paths, hash), {
		code: "workspace_damaged",
	});
	await workspace.close();
});
