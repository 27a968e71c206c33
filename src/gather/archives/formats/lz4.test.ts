import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { RasaiError } from "../../../base/index.ts";
import {
	chunkings,
	chunksOf,
	joinChunks,
	packLz4,
	word,
} from "../test-archives.ts";
import { unlz4 } from "./lz4.ts";
import { XxHash32 } from "./xxhash32.ts";

const LIMITS = { maxDecompressedBytes: 1e9, maxRatio: 250 };

/** Made by lz4 1.9.4 from 1200 lines, `lz4 -9` with the options beside. */
const REFERENCE: readonly (readonly [what: string, base64: string])[] = [
	[
		"independent blocks (-B4)",
		"BCJNGGRAp08BAAD/InsidGVzdF9uYW1lIjoid2ViX2Nvbm5lY3Rpdml0eSIsIm4iOjAsImtleXMiOiJhYmMDACY/In0KbQARHjFtAA9wACYP3QD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////C1BfbmFtZU8BAAD/FyI6IndlYl9jb25uZWN0aXZpdHkiLCJuIjoxLCJrZXlzIjoiYWJjAwAp7yJ9CnsidGVzdF9uYW1lcAAGHjBwAA9tAC4P3QD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////C1B3ZWJfY1QAAAD/D29ubmVjdGl2aXR5IiwibiI6MCwia2V5cyI6ImFiYwMAJv0HIn0KeyJ0ZXN0X25hbWUiOiJ3ZWJfY20AHjFtAA9wADkP3QD//////whQYmMifQoAAAAAaklzZQ==",
	],
	[
		"linked blocks (-B4 -BD)",
		"BCJNGERAXk8BAAD/InsidGVzdF9uYW1lIjoid2ViX2Nvbm5lY3Rpdml0eSIsIm4iOjAsImtleXMiOiJhYmMDACY/In0KbQARHjFtAA9wACYP3QD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////C1BfbmFtZQoBAAAP3QD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////6FB3ZWJfYw8AAAAP3QD//////+VQYmMifQoAAAAAaklzZQ==",
	],
	[
		"block checksums and content size (-B4 -BX --content-size)",
		"BCJNGHxA+AUCAAAAAABvTwEAAP8ieyJ0ZXN0X25hbWUiOiJ3ZWJfY29ubmVjdGl2aXR5IiwibiI6MCwia2V5cyI6ImFiYwMAJj8ifQptABEeMW0AD3AAJg/dAP////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////8LUF9uYW1lpg/SoU8BAAD/FyI6IndlYl9jb25uZWN0aXZpdHkiLCJuIjoxLCJrZXlzIjoiYWJjAwAp7yJ9CnsidGVzdF9uYW1lcAAGHjBwAA9tAC4P3QD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////C1B3ZWJfY8dLS4tUAAAA/w9vbm5lY3Rpdml0eSIsIm4iOjAsImtleXMiOiJhYmMDACb9ByJ9CnsidGVzdF9uYW1lIjoid2ViX2NtAB4xbQAPcAA5D90A//////8IUGJjIn0K08owwwAAAABqSXNl",
	],
	[
		"legacy frame (-l)",
		"AiFMGFYCAAD/InsidGVzdF9uYW1lIjoid2ViX2Nvbm5lY3Rpdml0eSIsIm4iOjAsImtleXMiOiJhYmMDACY/In0KbQARHjFtAA9wACYP3QD///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////8KUGJjIn0K",
	],
];

const LINES = Array.from(
	{ length: 1200 },
	(_, i) =>
		`{"test_name":"web_connectivity","n":${i % 2},"keys":"${"abc".repeat(20 + (i % 2))}"}\n`,
).join("");

const unpack = (bytes: Uint8Array, sizes: readonly number[] = []) =>
	joinChunks(unlz4(chunksOf(bytes, sizes), LIMITS));

const fails = (code: string) => (error: unknown) =>
	error instanceof RasaiError && error.code === code;

for (const [what, base64] of REFERENCE)
	test(`The reference tool's frames are decoded: ${what}`, async () => {
		const packed = Buffer.from(base64, "base64");
		const text = (await unpack(packed)).toString();
		assert.equal(text.length, LINES.length);
		assert.ok(text === LINES);
		await fc.assert(
			fc.asyncProperty(chunkings, async (sizes) => {
				const again = await unpack(packed, sizes);
				assert.ok(again.toString() === LINES);
			}),
			{ numRuns: 10 },
		);
	});

test("Joined frames, skippable frames and a legacy frame are read as one", async () => {
	const [independent, linked, , legacy] = REFERENCE.map(([, base64]) =>
		Buffer.from(base64, "base64"),
	);
	const skippable = Buffer.concat([
		word(0x184d2a53),
		word(5),
		Buffer.from("hello"),
	]);
	const joined = Buffer.concat([
		skippable,
		independent as Buffer,
		legacy as Buffer,
		linked as Buffer,
		skippable,
	]);
	assert.ok((await unpack(joined)).toString() === LINES.repeat(3));
});

test("Stored blocks come back as they are", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 200_000, size: "max" }),
			async (bytes) => {
				assert.deepEqual(await unpack(packLz4(bytes)), Buffer.from(bytes));
			},
		),
		{ numRuns: 20 },
	);
});

test("A frame cut anywhere is truncated, and all whole blocks before the cut are handed on", async () => {
	const content = Buffer.from(LINES.slice(0, 70_000));
	const packed = packLz4(content);
	for (const cut of [
		1,
		3,
		5,
		7,
		9,
		11,
		100,
		65536,
		65545,
		65551,
		65552,
		packed.length - 9,
		packed.length - 8,
		packed.length - 1,
	]) {
		const parts: Uint8Array[] = [];
		await assert.rejects(
			async () => {
				for await (const part of unlz4(
					chunksOf(packed.subarray(0, cut), []),
					LIMITS,
				))
					parts.push(part);
			},
			fails("compression_truncated"),
			`cut at ${cut}`,
		);
		const whole = cut >= 65551 ? 65536 : 0;
		const expected = cut >= packed.length - 8 ? content.length : whole;
		assert.equal(Buffer.concat(parts).length, expected, `cut at ${cut}`);
	}
});

test("P7: a flipped bit is never taken for content where the frame has checksums", async () => {
	const [, , checked] = REFERENCE;
	const packed = Buffer.from(checked?.[1] ?? "", "base64");
	await fc.assert(
		fc.asyncProperty(fc.nat(packed.length * 8 - 1), async (bit) => {
			const flipped = Buffer.from(packed);
			flipped.writeUInt8(
				flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)),
				bit >> 3,
			);
			await assert.rejects(unpack(flipped), RasaiError);
		}),
		{ numRuns: 300 },
	);
});

test("P7: any bytes after the magic number end in an error or in content, in bounded memory", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uint8Array({ maxLength: 400 }),
			fc.boolean(),
			async (bytes, legacy) => {
				const magic = word(legacy ? 0x184c2102 : 0x184d2204);
				try {
					await unpack(Buffer.concat([magic, bytes]));
				} catch (error) {
					assert.ok(error instanceof RasaiError, String(error));
				}
			},
		),
		{ numRuns: 300 },
	);
});

test("P7: a frame that swells past the limit is a bomb", async () => {
	const [, linked] = REFERENCE;
	const packed = Buffer.from(linked?.[1] ?? "", "base64");
	const tight = { maxDecompressedBytes: 100_000, maxRatio: 250 };
	await assert.rejects(
		joinChunks(unlz4(chunksOf(packed, []), tight)),
		fails("compression_bomb"),
	);
});

test("xxHash32 gives the published values, in any pieces", () => {
	const hash = (text: string) =>
		new XxHash32().update(Buffer.from(text)).digest();
	assert.equal(hash(""), 0x02cc5d05);
	assert.equal(hash("a"), 0x550d7456);
	assert.equal(hash("abc"), 0x32d153ff);
	assert.equal(hash("Nobody inspects the spammish repetition"), 0xe2293b2f);
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 100 }),
			fc.array(fc.nat(40)),
			(bytes, sizes) => {
				const whole = new XxHash32().update(bytes).digest();
				const pieces = new XxHash32();
				let at = 0;
				for (const size of sizes) {
					pieces.update(bytes.subarray(at, at + size));
					at += size;
				}
				assert.equal(pieces.update(bytes.subarray(at)).digest(), whole);
			},
		),
	);
});

test("The lines of the reference frames are the ones hashed when these were made", () => {
	assert.equal(
		createHash("sha256").update(LINES).digest("hex"),
		"a5a4f7c105f00611849e059ad85931f30871eba227fbcc3f09c22ffb72182601",
	);
});
