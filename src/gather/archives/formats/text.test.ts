import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chunkings, chunksOf } from "../test-archives.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Found } from "./found.ts";
import { splitLines } from "./lines.ts";
import { readText } from "./text.ts";
import { objectMembers } from "./value-scanner.ts";

const MAX = 1_000_000;

async function collect(
	batches: AsyncIterable<readonly Found[]>,
): Promise<readonly string[]> {
	const all: string[] = [];
	for await (const batch of batches)
		for (const item of batch)
			all.push(
				`${item.line} ${item.kind === "value" ? Buffer.from(item.bytes).toString() : `!${item.reason}`}`,
			);
	return all;
}

const place = () => ({ member: "", line: 0 });

const read = (
	text: string | Uint8Array,
	name = "x.json",
	sizes: readonly number[] = [],
	max = MAX,
) =>
	collect(
		readText(
			new ByteReader(chunksOf(Buffer.from(text as string), sizes)),
			name,
			place(),
			max,
		),
	);

test("Lines are those of the text, with their numbers, however it is cut", async () => {
	const texts = fc.string({
		unit: fc.constantFrom("a", "é", "\n", "\r\n", " ", "{"),
		maxLength: 60,
	});
	await fc.assert(
		fc.asyncProperty(
			texts,
			chunkings,
			fc.integer({ min: 1, max: 8 }),
			async (text, sizes, max) => {
				const expected = text.split("\n").flatMap((line, i) => {
					if (Buffer.byteLength(line) > max)
						return [`${i + 1} !json_too_large`];
					const trimmed = line.replace(/^[ \r]+|[ \r]+$/g, "");
					return trimmed === "" ? [] : [`${i + 1} ${trimmed}`];
				});
				const reader = new ByteReader(chunksOf(Buffer.from(text), sizes));
				assert.deepEqual(
					await collect(splitLines(reader, place(), max)),
					expected,
				);
			},
		),
		{ numRuns: 500 },
	);
});

test("A document comes out byte for byte, with the line it begins on, however it is cut and printed", async () => {
	const values = fc.array(fc.jsonValue({ maxDepth: 3 }), {
		minLength: 1,
		maxLength: 4,
	});
	await fc.assert(
		fc.asyncProperty(
			values,
			fc.constantFrom(0, 1, 2, "\t"),
			chunkings,
			async (list, indent, sizes) => {
				const text = JSON.stringify(list, undefined, indent);
				const seen = await read(`\n${text}\n`, "x.json", sizes);
				assert.deepEqual(
					seen.map((item) => JSON.parse(item.slice(item.indexOf(" ")))),
					JSON.parse(text),
				);
				const object = JSON.stringify({ list }, undefined, indent);
				assert.deepEqual(await read(`\r\n${object}\n`, "x.json", sizes), [
					`2 ${object}`,
				]);
			},
		),
		{ numRuns: 200 },
	);
});

test("The shape is told by the beginning: lines, a document, an array", async () => {
	assert.deepEqual(await read('{"a":1}\n{"b":2}\n'), [
		'1 {"a":1}',
		'2 {"b":2}',
	]);
	assert.deepEqual(await read('{"a":1}'), ['1 {"a":1}']);
	assert.deepEqual(await read('{\n "a": {\n}}\n\n{\n}'), [
		'1 {\n "a": {\n}}',
		"5 {\n}",
	]);
	assert.deepEqual(await read('{\n{"b":2}\n'), ["1 {", '2 {"b":2}']);
	assert.deepEqual(await read('{"cut": \n{"b":2}\n{"c":3}'), [
		'1 {"cut":',
		'2 {"b":2}',
		'3 {"c":3}',
	]);
	assert.deepEqual(await read('[{"a":1},\n {"b":[2]}, 3\n,"x]"]'), [
		'1 {"a":1}',
		'2 {"b":[2]}',
		"2 3",
		'3 "x]"',
	]);
	assert.deepEqual(await read("[]"), []);
	assert.deepEqual(await read(" \n\t\n"), []);
	assert.deepEqual(await read('nothing\n{"b":2}', "x.jsonl"), [
		"1 nothing",
		'2 {"b":2}',
	]);
});

test("A byte order mark is passed over; UTF-16, YAML, HTML and other text are refused as a whole", async () => {
	assert.deepEqual(await read('\ufeff{"a":1}\r\n{"b":2}\r\n'), [
		'1 {"a":1}',
		'2 {"b":2}',
	]);
	assert.deepEqual(await read(Buffer.from('\ufeff{"a":1}', "utf16le")), [
		"0 !encoding_invalid",
	]);
	assert.deepEqual(await read(Buffer.from('{"a":1}', "utf16le")), [
		"0 !encoding_invalid",
	]);
	for (const text of [
		"---\nreport: x\n",
		"###\n# OONI",
		"<html>",
		"a,b\n1,2",
		"\x01\x02\x03",
	])
		assert.deepEqual(await read(text), ["0 !format_unknown"], text);
});

test("A value without an end is refused where it begins, after those before it", async () => {
	assert.deepEqual(await read('{\n"a":1\n}\n{\n"b": [\n'), [
		'1 {\n"a":1\n}',
		"4 !json_invalid",
	]);
	assert.deepEqual(await read('[\n{"a":1},\n{"b":"'), [
		'2 {"a":1}',
		"3 !json_invalid",
	]);
	assert.deepEqual(await read('[\n{"a":1},\n'), [
		'2 {"a":1}',
		"1 !json_invalid",
	]);
});

test("P7: a value that is too long is passed over without being held", async () => {
	const long = `{\n"a":"${"x".repeat(5000)}"}`;
	assert.deepEqual(await read(`[${long},\n{"b":2}]`, "x.json", [100], 1000), [
		"1 !json_too_large",
		'3 {"b":2}',
	]);
	assert.deepEqual(
		await read(`${long.replace("\n", "")}\n{"b":2}`, "x.json", [100], 1000),
		["1 !json_too_large", '2 {"b":2}'],
	);
});

test("An object's members are its raw bytes, the last of two counting", () => {
	const members = (text: string) => {
		const found = objectMembers(Buffer.from(text));
		return (
			found &&
			Object.fromEntries(
				[...found].map(([key, bytes]) => [key, Buffer.from(bytes).toString()]),
			)
		);
	};
	assert.deepEqual(
		members(' { "a" : 1.50 , "b\\u0063":{"x": "}\\""} ,"a":[ 2]} '),
		{ a: "[ 2]", bc: '{"x": "}\\""}' },
	);
	assert.deepEqual(members("{}"), {});
	for (const text of [
		"",
		"[]",
		"{",
		'{"a"',
		'{"a":',
		'{"a":1',
		'{"a":1}x',
		'{"a":1 "b":2}',
		"{a:1}",
		'{"a":1}{}',
	])
		assert.equal(members(text), undefined, text);
	fc.assert(
		fc.property(
			fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
			fc.constantFrom(0, 2),
			(object, indent) => {
				const text = JSON.stringify(object, undefined, indent);
				const found = objectMembers(Buffer.from(text));
				assert.ok(found);
				const again = [...found].map(([key, bytes]) => [
					key,
					JSON.parse(Buffer.from(bytes).toString()),
				]);
				assert.deepEqual(Object.fromEntries(again), JSON.parse(text));
			},
		),
	);
});
