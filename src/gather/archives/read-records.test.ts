import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { withDigest } from "./digest.ts";
import { memoryFile, packLz4, packTar, readAll } from "./test-archives.ts";

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
