import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { RasaiError } from "../../../base/index.ts";
import { chunkings, chunksOf, joinChunks } from "../test-archives.ts";
import { gunzip } from "./gunzip.ts";

const LIMITS = { maxDecompressedBytes: 1e9, maxRatio: 250 };

/** What came before the end or the failure, and the failure's code. */
async function unpack(
	chunks: AsyncIterable<Uint8Array>,
	limits = LIMITS,
): Promise<{ readonly bytes: Buffer; readonly code: string | undefined }> {
	const parts: Uint8Array[] = [];
	try {
		for await (const part of gunzip(chunks, limits)) parts.push(part);
	} catch (error) {
		if (!(error instanceof RasaiError)) throw error;
		return { bytes: Buffer.concat(parts), code: error.code };
	}
	return { bytes: Buffer.concat(parts), code: undefined };
}

/** Text that swells about tenfold, as measurements do. */
const text = (bytes: number, seed: string): Buffer =>
	Buffer.from(
		Array.from(
			{ length: bytes / 40 },
			(_, i) => `${seed} line ${i * i} of a body of text\n`,
		).join(""),
	);

test("Joined gzip members come out as one, however the file is cut into chunks", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.uint8Array({ maxLength: 3000 }), {
				minLength: 1,
				maxLength: 5,
			}),
			chunkings,
			async (members, sizes) => {
				const packed = Buffer.concat(members.map((member) => gzipSync(member)));
				const { bytes, code } = await unpack(chunksOf(packed, sizes));
				assert.equal(code, undefined);
				assert.deepEqual(bytes, Buffer.concat(members));
			},
		),
		{ numRuns: 50 },
	);
});

test("Members that end where a step ends are joined as well", async () => {
	const first = gzipSync(randomBytes(262_144 - 23 - 20), { level: 0 });
	const filler = gzipSync("", { level: 0 });
	const step = Buffer.concat([first, ...Array<Buffer>(20).fill(filler)]);
	for (const extra of [0, 1, 2, 3, 30]) {
		const head = step.subarray(0, step.length);
		const packed = Buffer.concat([
			head,
			gzipSync("x".repeat(extra + 1)),
			gzipSync("end"),
		]);
		const { bytes, code } = await unpack(chunksOf(packed, []));
		assert.equal(code, undefined);
		assert.equal(bytes.subarray(-3).toString(), "end");
	}
});

test("A file of many steps comes out whole", async () => {
	const content = Buffer.concat([
		text(12_000_000, "a"),
		randomBytes(1_000_000),
		text(1_000_000, "b"),
	]);
	const { bytes, code } = await unpack(
		chunksOf(gzipSync(content, { level: 1 }), [65536]),
	);
	assert.equal(code, undefined);
	assert.ok(bytes.equals(content));
});

test("A file cut anywhere gives all that zlib could know before the cut, and says that it is cut", async () => {
	const content = text(60_000, "cut");
	const packed = gzipSync(content);
	let last = 0;
	for (let cut = 20; cut < packed.length; cut += 97) {
		const { bytes, code } = await unpack(chunksOf(packed.subarray(0, cut), []));
		assert.equal(code, "compression_truncated");
		assert.ok(content.subarray(0, bytes.length).equals(bytes));
		assert.ok(bytes.length >= last);
		last = bytes.length;
	}
	assert.ok(last > content.length * 0.9);
	const { bytes } = await unpack(chunksOf(packed.subarray(0, -1), []));
	assert.ok(bytes.equals(content));
});

test("Damage ends a file, with what stands before it handed on", async () => {
	const before = text(3_000_000, "good");
	const packed = gzipSync(before, { level: 1 });
	const damaged = Buffer.concat([
		packed,
		Buffer.from("this is no gzip member"),
	]);
	const { bytes, code } = await unpack(chunksOf(damaged, []));
	assert.equal(code, "compression_invalid");
	assert.ok(bytes.equals(before));

	const wrongSum = Buffer.from(packed);
	wrongSum.writeUInt32LE(1, wrongSum.length - 8);
	const checked = await unpack(chunksOf(wrongSum, []));
	assert.equal(checked.code, "compression_invalid");
	assert.ok(checked.bytes.equals(before));
});

test("Damage past the first 8 MiB of a file costs no more than one step before it", async () => {
	const noise = randomBytes(9_000_000);
	const packed = gzipSync(noise, { level: 0 });
	const { bytes, code } = await unpack(
		chunksOf(Buffer.concat([packed, Buffer.from("junk")]), []),
	);
	assert.equal(code, "compression_invalid");
	assert.ok(bytes.length > noise.length - 300_000);
	assert.ok(noise.subarray(0, bytes.length).equals(bytes));
});

test("Zeros after the end are padding, other bytes after them are not", async () => {
	const packed = gzipSync("content");
	for (const zeros of [1, 511, 300_000]) {
		const padded = Buffer.concat([packed, Buffer.alloc(zeros)]);
		assert.deepEqual(await unpack(chunksOf(padded, [])), {
			bytes: Buffer.from("content"),
			code: undefined,
		});
		const more = Buffer.concat([padded, Buffer.from("more")]);
		assert.deepEqual(await unpack(chunksOf(more, [])), {
			bytes: Buffer.from("content"),
			code: "compression_invalid",
		});
	}
});

test("P7: a bomb is stopped by size, by ratio, and within one step", async () => {
	const zeros = gzipSync(Buffer.alloc(200_000_000), { level: 9 });
	const step = await unpack(chunksOf(zeros, []));
	assert.equal(step.code, "compression_bomb");
	assert.ok(step.bytes.length < 70_000_000);

	const some = gzipSync(Buffer.alloc(60_000_000), { level: 9 });
	const joined = Buffer.concat([gzipSync(randomBytes(300_000)), some, some]);
	const ratio = await unpack(chunksOf(joined, []), {
		...LIMITS,
		maxRatio: 100,
	});
	assert.equal(ratio.code, "compression_bomb");

	const size = await unpack(chunksOf(gzipSync(text(2_000_000, "x")), []), {
		...LIMITS,
		maxDecompressedBytes: 1_000_000,
	});
	assert.equal(size.code, "compression_bomb");
});

test("What came before the source fails is handed on before the failure is", async () => {
	const content = text(8_000_000, "broken line");
	const packed = gzipSync(content, { level: 1 });
	async function* failing(): AsyncGenerator<Uint8Array> {
		yield* chunksOf(packed.subarray(0, packed.length - 10), [100_000]);
		throw new RasaiError("timeout", "the source stands still");
	}
	const { bytes, code } = await unpack(failing());
	assert.equal(code, "timeout");
	assert.ok(packed.length > 524_288);
	assert.ok(bytes.length > content.length * 0.4);
});

test("A reader that stops early lets go of the source", async () => {
	let closed = false;
	async function* endless(): AsyncGenerator<Uint8Array> {
		try {
			for (;;) yield gzipSync(randomBytes(10_000));
		} finally {
			closed = true;
		}
	}
	for await (const _ of gunzip(endless(), LIMITS)) break;
	assert.equal(closed, true);
	assert.equal(
		(await joinChunks(gunzip(chunksOf(gzipSync("x"), []), LIMITS))).toString(),
		"x",
	);
});
