import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { RasaiError } from "../../base/index.ts";
import { readRecords } from "./read-records.ts";
import {
	chunkings,
	memoryFile,
	packLz4,
	packTar,
	readAll,
} from "./test-archives.ts";
import { DEFAULT_READ_LIMITS } from "./types.ts";

const UID = "20221110105049.153143_QZ_ndt_b15c26280f8b5993";
const POST = `2022111010/${UID}.post`;
const measurement = (n: number) =>
	`{"test_name": "t", "test_keys":{"n": ${n}.0 }}`;
const envelope = (content: string, format = '"json"') =>
	`{"format":${format},"content":${content}}`;

test("P7: unsafe names, links and devices in a tar are rejected unread", async () => {
	const tar = await packTar([
		{ name: "../../etc/a.json", content: measurement(1) },
		{ name: "/etc/a.json", content: measurement(1) },
		{ name: "folder/NUL.json", content: measurement(1) },
		{ name: "link.json", type: "symlink" },
		{ name: "device.json", type: "character-device" },
		{ name: "good.json", content: measurement(2) },
	]);
	assert.deepEqual(await readAll(memoryFile("x.tar.gz", gzipSync(tar))), [
		"../../etc/a.json:0 !member_name_unsafe",
		"/etc/a.json:0 !member_name_unsafe",
		"folder/NUL.json:0 !member_name_unsafe",
		"link.json:0 !archive_invalid",
		"device.json:0 !archive_invalid",
		`good.json:1 ${measurement(2)}`,
	]);
});

test("Archives cut short keep what came before and name the place of the cut", async () => {
	const tar = await packTar([
		{ name: "a.post", content: envelope(measurement(1)) },
		{ name: "b.post", content: envelope(`{"a":"${"x".repeat(3000)}"}`) },
	]);
	const cut = tar.subarray(0, 512 * 3 + 1000);
	const first = `a.post:1 a ${measurement(1)}`;
	assert.deepEqual(await readAll(memoryFile("x.tar", cut)), [
		first,
		"b.post:1 !archive_invalid",
	]);
	const noise = Buffer.from(
		fc.sample(fc.stringMatching(/^[a-z]{4000}$/), {
			numRuns: 1,
			seed: 7,
		})[0] as string,
	);
	const long = await packTar([
		{ name: "a.post", content: envelope(measurement(1)) },
		{ name: "b.post", content: noise },
	]);
	const packed = gzipSync(long);
	assert.deepEqual(
		await readAll(
			memoryFile("x.tar.gz", packed.subarray(0, packed.length / 2)),
		),
		[first, "b.post:1 !compression_truncated"],
	);
	const headerless = Buffer.concat([
		tar.subarray(0, 1024),
		Buffer.alloc(512, 7),
	]);
	assert.deepEqual(await readAll(memoryFile("x.tar", headerless)), [
		first,
		":0 !archive_invalid",
	]);
});

test("The line of a cut is the line that was being read", async () => {
	const lines = Array.from({ length: 3000 }, (_, i) =>
		measurement(i * i * 7919),
	);
	const packed = gzipSync(lines.join("\n"));
	for (const share of [0.2, 0.5, 0.9]) {
		const cut = packed.subarray(0, Math.floor(packed.length * share));
		const items = await readAll(memoryFile("x.jsonl.gz", cut));
		assert.ok(items.length > 300 * share);
		assert.equal(items.at(-1), `:${items.length} !compression_truncated`);
		assert.deepEqual(
			items.slice(0, -1),
			lines.slice(0, items.length - 1).map((line, i) => `:${i + 1} ${line}`),
		);
	}
});

test("Files that are nothing we read leave one reject each, with line 0", async () => {
	const cases: readonly (readonly [
		name: string,
		bytes: Uint8Array,
		reason: string,
	])[] = [
		["x.json", Buffer.alloc(0), "format_unknown"],
		["x.jsonl.gz", Buffer.alloc(0), "compression_invalid"],
		["x.jsonl.gz", Buffer.from("neither"), "compression_invalid"],
		["x.jsonl.gz", Buffer.from("1f8b080000", "hex"), "compression_truncated"],
		[
			"x.jsonl.gz",
			Buffer.from("1f8b09ff0011223344", "hex"),
			"compression_invalid",
		],
		["x.csv", Buffer.from("a,b\n1,2\n"), "format_unknown"],
		["x.zst", Buffer.from("28b52ffd00", "hex"), "format_unknown"],
		["x.parquet", Buffer.from("PAR1"), "format_unknown"],
		[
			"x.tar",
			await packTar([]).then((tar) => Buffer.concat([tar, Buffer.from("{}")])),
			"archive_invalid",
		],
		["x.json", gzipSync(gzipSync(gzipSync("{}"))), "compression_bomb"],
		[
			"x.jsonl.gz",
			gzipSync(Buffer.alloc(100_000_000, 0x20)),
			"compression_bomb",
		],
		["x.tar.gz", gzipSync(Buffer.alloc(100_000_000)), "compression_bomb"],
	];
	for (const [name, bytes, reason] of cases)
		assert.deepEqual(
			await readAll(memoryFile(name, bytes)),
			[`:0 !${reason}`],
			`${name} ${reason}`,
		);
	for (const [name, bytes] of [
		["x.jsonl", Buffer.alloc(0)],
		["x.jsonl.gz", gzipSync("")],
		["x.tar", await packTar([])],
		["x.json", Buffer.from(" \n")],
	] as const)
		assert.deepEqual(await readAll(memoryFile(name, bytes)), [], name);
});

test("NUL bytes, over-long and blank lines cost a reject with the right line, and no more", async () => {
	const long = `{"a":"${"x".repeat(500)}"}`;
	const text = `\ufeff\r\n${measurement(1)}\r\n{"a":"\0"}\n \t \n${long}\n${measurement(2)}\n${long}`;
	const items = await readAll(memoryFile("x.jsonl", Buffer.from(text)), {
		maxRecordBytes: 200,
	});
	assert.deepEqual(items, [
		`:2 ${measurement(1)}`,
		":3 !nul_bytes",
		":5 !json_too_large",
		`:6 ${measurement(2)}`,
		":7 !json_too_large",
	]);
});

test("P7: a line of 200 MB is rejected in bounded memory", async () => {
	const chunk = Buffer.alloc(1024 * 1024, 0x78);
	const file = {
		name: "x.jsonl",
		bytes: undefined,
		async *open() {
			yield Buffer.from(`${measurement(1)}\n{"a":"`);
			for (let i = 0; i < 200; i++) yield Buffer.from(chunk);
			yield Buffer.from(`"}\n${measurement(2)}\n`);
		},
	};
	const items: string[] = [];
	let peakBytes = 0;
	const sampler = setInterval(() => {
		peakBytes = Math.max(peakBytes, process.memoryUsage().arrayBuffers);
	}, 5);
	for await (const batch of readRecords(file))
		for (const item of batch)
			items.push(
				item.kind === "reject"
					? `${item.reject.line} ${item.reject.reason}`
					: `${item.record.line}`,
			);
	clearInterval(sampler);
	assert.deepEqual(items, ["1", "2 json_too_large", "3"]);
	assert.ok(peakBytes < 300e6, `${peakBytes} bytes held`);
});

test("Any cutting into chunks gives the same items, whatever the file", async () => {
	const lines = `${measurement(1)}\n\r\n{"broken\n${measurement(2)}\r\n{"n":"\0"}\n${"x".repeat(150)}\n${measurement(3)}`;
	const document = JSON.stringify(
		[JSON.parse(measurement(1)), { raw_measurement: measurement(2) }],
		undefined,
		2,
	);
	const tar = await packTar([
		{ name: POST, content: envelope(measurement(1)) },
		{ name: "../x", content: "x" },
		{ name: "y.json", content: lines },
		{ name: "é".repeat(120), content: document },
	]);
	const packed = [lines, document, tar].flatMap((content) => {
		const bytes = Buffer.from(content as string);
		const zipped = gzipSync(bytes);
		const damaged = Buffer.from(zipped);
		damaged.writeUInt8(
			damaged.readUInt8(damaged.length >> 1) ^ 0x5a,
			damaged.length >> 1,
		);
		return [
			bytes,
			zipped,
			packLz4(bytes),
			damaged,
			zipped.subarray(0, zipped.length * 0.7),
			packLz4(bytes).subarray(0, -9),
		];
	});
	const limits = { maxRecordBytes: 140 };
	for (const bytes of packed) {
		const whole = await readAll(memoryFile("x.json", bytes), limits);
		assert.ok(whole.length > 0);
		await fc.assert(
			fc.asyncProperty(chunkings, async (sizes) => {
				assert.deepEqual(
					await readAll(memoryFile("x.json", bytes, sizes), limits),
					whole,
				);
			}),
			{ numRuns: 25 },
		);
	}
});

test("P7: any bytes give records and rejects, never an error", async () => {
	const magics = [
		"",
		"1f8b0800",
		"04224d18",
		"02214c18",
		"7b",
		"5b",
		"efbbbf7b",
	].map((hex) => Buffer.from(hex, "hex"));
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...magics),
			fc.uint8Array({ maxLength: 600 }),
			async (magic, bytes) => {
				await readAll(memoryFile("x", Buffer.concat([magic, bytes])));
			},
		),
		{ numRuns: 500 },
	);
});

test("A source that fails leaves a reject after its records; a stop is thrown", async () => {
	const failing = {
		name: "x.jsonl",
		bytes: undefined,
		async *open() {
			yield Buffer.from(`${measurement(1)}\n${measurement(2)}`);
			throw new RasaiError("timeout", "nothing comes");
		},
	};
	assert.deepEqual(await readAll(failing), [
		`:1 ${measurement(1)}`,
		":2 !source_unreadable",
	]);

	const stop = new AbortController();
	const seen: number[] = [];
	await assert.rejects(
		async () => {
			const endless = {
				name: "x.jsonl",
				bytes: undefined,
				async *open() {
					for (;;) yield Buffer.from(`${measurement(1)}\n`);
				},
			};
			for await (const batch of readRecords(
				endless,
				DEFAULT_READ_LIMITS,
				stop.signal,
			)) {
				seen.push(batch.length);
				if (seen.length === 3) stop.abort();
			}
		},
		(error) => error instanceof RasaiError && error.code === "aborted",
	);
	assert.equal(seen.length, 3);
});
