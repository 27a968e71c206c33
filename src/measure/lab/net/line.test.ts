import assert from "node:assert/strict";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import test from "node:test";
import { createRandom } from "../random.ts";
import { carry, createBucket } from "./line.ts";

async function secondsFor(bytes: number, loss: number, kbps?: number) {
	const to = new PassThrough();
	const startedMs = performance.now();
	const [received] = await Promise.all([
		buffer(to),
		carry(Readable.from([Buffer.alloc(bytes, 1)]), to, {
			buckets: kbps === undefined ? [] : [createBucket(kbps)],
			loss,
			random: createRandom("line"),
		}),
	]);
	assert.deepEqual(received, Buffer.alloc(bytes, 1));
	return (performance.now() - startedMs) / 1000;
}

test("data come at the pace of the bucket and not faster", async () => {
	// 50,000 bytes at 1000 kbit/s are 0.4 s, less a burst of 4,096 bytes.
	const seconds = await secondsFor(50_000, 0, 1_000);
	assert.ok(seconds > 0.34 && seconds < 0.8, `${seconds} s`);
});

test("two who share a bucket take twice as long", async () => {
	const bucket = createBucket(1_000);
	const startedMs = performance.now();
	await Promise.all(
		[1, 2].map(async () => {
			for (let i = 0; i < 10; i++) await bucket.take(2_500);
		}),
	);
	const seconds = (performance.now() - startedMs) / 1000;
	assert.ok(seconds > 0.34, `${seconds} s`);
});

test("what is lost is sent again, late", async () => {
	assert.ok((await secondsFor(20_000, 0)) < 0.15);
	assert.ok((await secondsFor(20_000, 0.3)) > 0.19);
});
