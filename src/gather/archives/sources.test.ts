import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient, RasaiError } from "../../base/index.ts";
import type { OoniSelection } from "./ooni/index.ts";
import { openSources } from "./sources.ts";
import { memoryFile, readAll } from "./test-archives.ts";
import { type Bucket, etagOf, OBJECTS, withBucket } from "./test-bucket.ts";
import type { ArchiveFile } from "./types.ts";

const http = createHttpClient({ allowLoopback: true });
const FAST = { firstWaitMs: 1, random: () => 0, limits: { idleMs: 200 } };

async function open(
	bucket: Bucket,
	selection: OoniSelection,
): Promise<readonly ArchiveFile[]> {
	const files: ArchiveFile[] = [];
	const ooni = { bucketUrl: bucket.url, ...selection };
	for await (const file of openSources(["ooni:"], { http, ooni, fetch: FAST }))
		files.push(file);
	return files;
}

const names = (files: readonly ArchiveFile[]): readonly string[] =>
	files.map(({ name }) => decodeURIComponent(new URL(name).pathname.slice(1)));

const keys = (pattern: RegExp): readonly string[] =>
	Object.keys(OBJECTS).filter((key) => pattern.test(key));

test("Both layouts are selected from by day, country and test, page by page", async () => {
	await withBucket(async (bucket) => {
		const old = await open(bucket, {
			since: "2020-09-01",
			until: "2020-11-01",
		});
		assert.deepEqual(names(old), keys(/^(jsonl|raw\/20201020)/));
		const all = await open(bucket, {
			since: "2022-01-01",
			until: "2022-01-03",
		});
		assert.deepEqual(
			names(all),
			keys(/^raw\/2022010[12].*(jsonl\.gz|US.*tar\.gz)$/),
		);
		const day = await open(bucket, {
			since: "2020-09-21",
			until: "2020-09-23",
			cc: ["it"],
			test: ["web_connectivity"],
		});
		assert.deepEqual(names(day), keys(/^jsonl\/webconn.*IT\/2020092[12]/));
		const italy = await open(bucket, {
			since: "2022-01-01",
			until: "2022-01-02",
			cc: ["IT"],
		});
		assert.deepEqual(names(italy), keys(/^raw\/20220101.*IT.*jsonl\.gz$/));
		const signal = await open(bucket, {
			since: "2022-01-01",
			until: "2022-01-03",
			test: ["signal"],
		});
		assert.deepEqual(
			names(signal),
			keys(/^raw\/2022010[12].*IT\/signal.*jsonl\.gz$/),
		);
		const both = await open(bucket, {
			since: "2022-01-01",
			until: "2022-01-02",
			cc: ["IT"],
			test: ["signal"],
			postcans: true,
		});
		assert.deepEqual(names(both), keys(/^raw\/20220101.*signal/));
		assert.deepEqual(
			await open(bucket, { since: "2021-01-01", until: "2021-01-02" }),
			[],
		);
	});
});

test("The size and the version are known from the listing, and the files are read as they are", async () => {
	await withBucket(async (bucket) => {
		const files = await open(bucket, {
			since: "2022-01-01",
			until: "2022-01-02",
		});
		for (const file of files) {
			const key = names([file])[0] as string;
			const content = OBJECTS[key] as Buffer;
			assert.equal(file.bytes, content.length);
			assert.equal(file.version, `"${etagOf(content)}"`);
			assert.deepEqual(
				await readAll(file),
				await readAll(memoryFile(key, content)),
			);
		}
		assert.equal(files.length, 4);
	});
});

test("A listing in long pages asks once where once is enough", async () => {
	await withBucket(async (bucket) => {
		await open(bucket, { since: "2022-01-01", until: "2022-01-02" });
		assert.equal(bucket.asked.length, 1);
		await open(bucket, {
			since: "2020-09-22",
			until: "2020-09-23",
			cc: ["IT"],
			test: ["webconnectivity"],
		});
		assert.equal(bucket.asked.length, 2);
		assert.match(
			bucket.asked[1] as string,
			/start-after=jsonl%2Fwebconnectivity%2FIT%2F20200922/,
		);
	}, 1000);
});

test("A busy, a slow and a breaking bucket give the same files and records", async () => {
	const selections = [
		{ since: "2020-09-21", until: "2020-09-23" },
		{ since: "2022-01-01", until: "2022-01-04" },
	];
	const readBucket = async (bucket: Bucket) => {
		const items: string[] = [];
		for (const selection of selections)
			for (const file of await open(bucket, selection))
				items.push(...(await readAll(file)));
		return items;
	};
	await withBucket(async (bucket) => {
		const calm = await readBucket(bucket);
		bucket.interrupt = (request, response, count) => {
			const turn = count % 4;
			if (turn === 0)
				response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
			else if (
				turn === 1 &&
				!request.headers.range &&
				!request.url?.includes("list-type")
			) {
				const content = OBJECTS[
					decodeURIComponent(request.url?.slice(1) ?? "")
				] as Buffer;
				response.writeHead(200, {
					etag: `"${etagOf(content)}"`,
					"content-length": content.length,
				});
				response.write(content.subarray(0, 30), () =>
					setTimeout(() => response.destroy(), 5),
				);
			} else if (count % 13 === 2) return true;
			else return false;
			return true;
		};
		assert.deepEqual(await readBucket(bucket), calm);
		assert.ok(calm.length > 15);
	});
});

test("A bucket that refuses, answers nonsense or goes in circles fails the listing", async () => {
	const selection = { since: "2022-01-01", until: "2022-01-02" };
	const failsWith = async (code: string, interrupt: Bucket["interrupt"]) => {
		await withBucket(async (bucket) => {
			bucket.interrupt = interrupt;
			await assert.rejects(
				open(bucket, selection),
				(error) => error instanceof RasaiError && error.code === code,
			);
			assert.ok(bucket.asked.length < 10);
		});
	};
	const page =
		(xml: string): Bucket["interrupt"] =>
		(_, response) => {
			response.end(xml);
			return true;
		};
	await failsWith("http_status", (_, response) => {
		response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
		return true;
	});
	await failsWith(
		"source_unreadable",
		page("<html>Welcome to the captive portal</html>"),
	);
	await failsWith(
		"source_unreadable",
		page(
			"<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
		),
	);
	await failsWith(
		"source_unreadable",
		page(
			"<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken></ListBucketResult>",
		),
	);
});

test("An object that is gone, has changed or redirects inwards is one unreadable file, not the end", async () => {
	await withBucket(async (bucket) => {
		await withBucket(async (inside) => {
			const files: ArchiveFile[] = [];
			const ooni = {
				bucketUrl: bucket.url,
				since: "2022-01-01",
				until: "2022-01-02",
			};
			const guarded = createHttpClient({ allowedOrigins: [bucket.url] });
			for await (const file of openSources(["ooni:"], {
				http: guarded,
				ooni,
				fetch: FAST,
			}))
				files.push(file);
			const [gone, changed, inwards, fine] = files as [
				ArchiveFile,
				ArchiveFile,
				ArchiveFile,
				ArchiveFile,
			];
			bucket.interrupt = (request, response) => {
				const isOf = (file: ArchiveFile) =>
					file.name.endsWith(request.url ?? "-");
				if (isOf(gone)) response.writeHead(404).end();
				else if (isOf(changed)) response.end("now something else");
				else if (isOf(inwards))
					response.writeHead(302, { location: inside.url }).end();
				else return false;
				return true;
			};
			for (const file of [gone, changed, inwards])
				assert.deepEqual(
					await readAll(file),
					[":0 !source_unreadable"],
					file.name,
				);
			assert.equal((await readAll(fine)).length, 1);
			assert.equal(inside.asked.length, 0);
		});
	});
});

test("A URL is a source; other schemes and half a selection are refused", async () => {
	await withBucket(async (bucket) => {
		const url = `${bucket.url}${keys(/new|n0\.0\.jsonl/)[0]}`;
		for await (const file of openSources([url], { http, fetch: FAST })) {
			assert.equal(file.name, url);
			assert.equal((await readAll(file)).length, 2);
		}
	});
	const refused: readonly (readonly [string, OoniSelection | undefined])[] = [
		["ftp://example.org/x", undefined],
		["ooni:", undefined],
		["ooni:", { since: "2022-01-01", until: "2022-01-01" }],
		["ooni:", { since: "2022-13-01", until: "2023-01-01" }],
		["ooni:", { since: "yesterday", until: "today" }],
		["ooni:", { since: "2022-01-01", until: "2022-01-02", cc: ["../x"] }],
		["ooni:", { since: "2022-01-01", until: "2022-01-02", test: ["a/b"] }],
	];
	for (const [selector, ooni] of refused)
		await assert.rejects(
			async () => {
				for await (const _ of openSources([selector], {
					http,
					...(ooni ? { ooni } : {}),
				}));
			},
			(error) => error instanceof RasaiError && error.code === "usage",
			JSON.stringify([selector, ooni]),
		);
});
