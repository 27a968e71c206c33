import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { createHttpClient, sha256Hex } from "../../../base/index.ts";
import { type ObjectToPut, openBucket } from "./bucket.ts";
import {
	refuse,
	TEST_KEYS,
	TEST_REGION,
	type TestS3,
	withTestS3,
} from "./test-s3.ts";

const bucketOf = (
	s3: TestS3,
	secretAccessKey: string = TEST_KEYS.secretAccessKey,
) =>
	openBucket(createHttpClient({ allowedOrigins: [new URL(s3.url).origin] }), {
		url: `${s3.url}/my data`,
		keys: { ...TEST_KEYS, secretAccessKey },
		region: TEST_REGION,
		clock: () => new Date("2026-11-24T18:00:00Z"),
		firstWaitMs: 1,
		partBytes: 1000,
	});

const objectOf = (name: string, content: Buffer): ObjectToPut => ({
	name,
	bytes: content.length,
	sha256: sha256Hex(content),
	part: async (from, length) => content.subarray(from, from + length),
});

async function bytesOf(all: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of all) parts.push(part);
	return Buffer.concat(parts);
}

async function namesIn(
	bucket: ReturnType<typeof bucketOf>,
): Promise<readonly string[]> {
	const names: string[] = [];
	for await (const { name, bytes } of bucket.list("archive/"))
		names.push(`${name} ${bytes}`);
	return names;
}

test("what is put, whole or in parts, is read again and listed, page by page", async () => {
	await withTestS3(async (s3) => {
		const bucket = bucketOf(s3);
		const contents = new Map(
			[0, 10, 1000, 1001, 5500].map((bytes) => [
				`archive/${bytes}`,
				randomBytes(bytes),
			]),
		);
		for (const [name, content] of contents)
			await bucket.put(objectOf(name, content));
		for (const [name, content] of contents)
			assert.deepEqual(
				await bytesOf(bucket.read(name, content.length)),
				content,
			);
		assert.deepEqual(
			await namesIn(bucket),
			[...contents].map(([name, { length }]) => `${name} ${length}`).sort(),
		);
		assert.ok(s3.objects.has("my data/archive/10"));
		assert.ok(s3.asked.filter((line) => line.includes("token")).length >= 2);
	});
});

test("P7: a wrong key is refused in the bucket's own words, and not tried again", async () => {
	await withTestS3(async (s3) => {
		await assert.rejects(
			bucketOf(s3, "another").put(objectOf("a", Buffer.from("x"))),
			/403 SignatureDoesNotMatch/,
		);
		assert.equal(s3.asked.length, 1);
		assert.equal(s3.objects.size, 0);
	});
});

test("SlowDown is waited for, on every kind of request", async () => {
	await withTestS3(async (s3) => {
		const bucket = bucketOf(s3);
		s3.interrupt = (_, response, count) => {
			if (count % 2 === 0) return false;
			refuse(response, 503, "SlowDown");
			return true;
		};
		const content = randomBytes(2500);
		await bucket.put(objectOf("archive/large", content));
		await bucket.put(objectOf("archive/small", Buffer.from("x")));
		assert.deepEqual(
			await bytesOf(bucket.read("archive/large", 2500)),
			content,
		);
		assert.deepEqual(await namesIn(bucket), [
			"archive/large 2500",
			"archive/small 1",
		]);
		s3.interrupt = (_, response) => {
			refuse(response, 503, "SlowDown");
			return true;
		};
		await assert.rejects(
			bucket.put(objectOf("archive/never", Buffer.from("x"))),
			/503 SlowDown/,
		);
	});
});

test("a read that is cut short goes on by range from where it was", async () => {
	await withTestS3(async (s3) => {
		const bucket = bucketOf(s3);
		const content = randomBytes(300_000);
		s3.objects.set("my data/a", content);
		let cuts = 0;
		s3.interrupt = (request, response) => {
			if (cuts++ > 0) return false;
			assert.equal(request.headers.range, undefined);
			response.writeHead(200, {
				etag: `"${s3.tag(content)}"`,
				"content-length": content.length,
			});
			response.write(content.subarray(0, 100_000), () => response.destroy());
			return true;
		};
		assert.deepEqual(await bytesOf(bucket.read("a", content.length)), content);
		assert.equal(cuts, 2);
		s3.objects.set("my data/a", content.subarray(1));
		await assert.rejects(bytesOf(bucket.read("a", content.length)));
	});
});

test("an upload in parts that was broken off goes on with the parts that are missing", async () => {
	await withTestS3(async (s3) => {
		const bucket = bucketOf(s3);
		const content = randomBytes(5500);
		const isPart = (line: string) => line.includes("partNumber=");
		s3.interrupt = (request, response) => {
			if (s3.asked.filter(isPart).length < 4 || !isPart(request.url ?? ""))
				return false;
			refuse(response, 403, "AccessDenied");
			return true;
		};
		await assert.rejects(bucket.put(objectOf("a", content)), /AccessDenied/);
		assert.equal(s3.objects.size, 0);
		s3.interrupt = () => false;
		s3.asked.length = 0;
		await bucket.put(objectOf("a", content));
		assert.equal(s3.asked.filter(isPart).length, 3);
		assert.deepEqual(s3.objects.get("my data/a"), content);
	});
});

test("where the ETag is not the checksum, what the bucket holds is read before it counts as put", async () => {
	await withTestS3(async (s3) => {
		const bucket = bucketOf(s3);
		s3.tag = () => "0123456789abcdef";
		await bucket.put(objectOf("a", Buffer.from("whole")));
		assert.ok(s3.asked.at(-1)?.startsWith("GET"));
		// A server that keeps other bytes than it was sent.
		const set = s3.objects.set.bind(s3.objects);
		s3.objects.set = (key, body) => set(key, Buffer.alloc(body.length));
		await assert.rejects(
			bucket.put(objectOf("a", Buffer.from("whole"))),
			/is not what was sent/,
		);
	});
});
