import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { RasaiError } from "../../base/index.ts";
import { withDigest } from "./digest.ts";
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

test("A postcan's measurement is handed on byte for byte, with the uid that names its member", async () => {
	const tar = await packTar([
		{ name: POST, content: envelope(measurement(1)) },
		{
			name: "a/20221110105050.000000_QZ_x_1.post",
			content: ` { "content" : ${measurement(2)} , "format" : "JSON" } `,
		},
	]);
	const expected = [
		`${POST}:1 ${UID} ${measurement(1)}`,
		`a/20221110105050.000000_QZ_x_1.post:1 20221110105050.000000_QZ_x_1 ${measurement(2)}`,
	];
	for (const packed of [gzipSync(tar), tar, packLz4(tar)])
		assert.deepEqual(await readAll(memoryFile("x.tar.gz", packed)), expected);
});

test("What is no JSON postcan is rejected, and the next member read", async () => {
	const tar = await packTar([
		{ name: "a.post", content: envelope('"--- yaml"', '"yaml"') },
		{ name: "b.post", content: `${measurement(1)}\n${measurement(2)}\n` },
		{ name: "c.post", content: measurement(3) },
		{ name: "d.post", content: "" },
		{ name: "e.post", content: envelope('{"a":"x\0"}') },
		{ name: "f.post", content: envelope(`{"a":"${"x".repeat(300)}"}`) },
		{ name: "g.post", content: envelope(measurement(4)) },
	]);
	assert.deepEqual(
		await readAll(memoryFile("x.tar", tar), { maxRecordBytes: 200 }),
		[
			"a.post:1 !format_unknown",
			"b.post:1 !json_invalid",
			"c.post:1 !json_invalid",
			"d.post:1 !json_invalid",
			"e.post:1 !nul_bytes",
			"f.post:1 !json_too_large",
			`g.post:1 g ${measurement(4)}`,
		],
	);
});

test("A can's members are JSON lines, and may be compressed themselves", async () => {
	const lines = `${measurement(1)}\n\nbroken\n${measurement(2)}\n`;
	const tar = await packTar([
		{ name: "day/", type: "directory" },
		{ name: "day/a.json", content: lines },
		{ name: "day/b.json.gz", content: gzipSync(lines) },
		{ name: "day/c.yaml", content: "---\nreport: 1\n" },
		{ name: "day/d.json.gz", content: gzipSync(lines).subarray(0, -3) },
		{ name: "day/e.json", content: measurement(3) },
	]);
	const of = (member: string) => [
		`${member}:1 ${measurement(1)}`,
		`${member}:3 broken`,
		`${member}:4 ${measurement(2)}`,
	];
	assert.deepEqual(await readAll(memoryFile("x.tar.lz4", packLz4(tar))), [
		...of("day/a.json"),
		...of("day/b.json.gz"),
		"day/c.yaml:0 !format_unknown",
		...of("day/d.json.gz"),
		"day/d.json.gz:5 !compression_truncated",
		`day/e.json:1 ${measurement(3)}`,
	]);
});

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

test("OONI's API answers are unwrapped: the measurement's text, and the uid beside it", async () => {
	const inner = '{"test_name":"t","input":"é\\n","test_keys":{}}';
	const answer = JSON.stringify(
		{
			anomaly: false,
			measurement_uid: UID,
			raw_measurement: inner,
			scores: "{}",
		},
		undefined,
		1,
	);
	assert.deepEqual(await readAll(memoryFile("x", Buffer.from(answer))), [
		`:1 ${UID} ${inner}`,
	]);
	const page = `[${answer},${measurement(1)}]`;
	assert.deepEqual(await readAll(memoryFile("x", Buffer.from(page))), [
		`:1 ${UID} ${inner}`,
		`:6 ${measurement(1)}`,
	]);
	const empty = '{"raw_measurement":"","measurement_uid":"x"}';
	assert.deepEqual(await readAll(memoryFile("x", Buffer.from(empty))), [
		":1 !format_unknown",
	]);
	const own = '{"raw_measurement":"{}","test_keys":{}}';
	assert.deepEqual(await readAll(memoryFile("x", Buffer.from(own))), [
		`:1 ${own}`,
	]);
	const object = '{"raw_measurement":{"a": 1.0}}';
	assert.deepEqual(await readAll(memoryFile("x", Buffer.from(object))), [
		':1 {"a": 1.0}',
	]);
	const post = envelope(measurement(5));
	assert.deepEqual(
		await readAll(memoryFile(`${UID}.post`, Buffer.from(post))),
		[`:1 ${UID} ${measurement(5)}`],
	);
});

test("A file saved under a measurement's uid gives it to its measurement", async () => {
	const text = Buffer.from(measurement(1));
	assert.deepEqual(await readAll(memoryFile(`/a/${UID}.json`, text)), [
		`:1 ${UID} ${measurement(1)}`,
	]);
	assert.deepEqual(await readAll(memoryFile("/a/other.json", text)), [
		`:1 ${measurement(1)}`,
	]);
});

test("The content, not the name, tells the format", async () => {
	const text = Buffer.from(`${measurement(1)}\n${measurement(2)}\n`);
	const expected = [`:1 ${measurement(1)}`, `:2 ${measurement(2)}`];
	for (const packed of [
		text,
		gzipSync(text),
		packLz4(text),
		gzipSync(gzipSync(text)),
		packLz4(gzipSync(text)),
	])
		for (const name of ["x.jsonl.gz", "x.tar.gz", "x.json.lz4", "x"])
			assert.deepEqual(await readAll(memoryFile(name, packed)), expected, name);
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

test("A file is hashed while it is read, and has no digest where reading stopped early", async () => {
	const bytes = gzipSync(`${measurement(1)}\n${measurement(2)}\n`);
	const whole = withDigest(memoryFile("x.jsonl.gz", bytes, [10]));
	assert.equal(whole.digest(), undefined);
	assert.equal((await readAll(whole.file)).length, 2);
	const { createHash } = await import("node:crypto");
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	assert.deepEqual(whole.digest(), { sha256, bytes: bytes.length });

	const early = withDigest(
		memoryFile("x.csv", Buffer.from("a,b\n".repeat(100_000)), [100]),
	);
	assert.deepEqual(await readAll(early.file), [":0 !format_unknown"]);
	assert.equal(early.digest(), undefined);
});
