import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { createHttpClient, RasaiError } from "../../base/index.ts";
import type { OoniSelection } from "./ooni/index.ts";
import { openSources } from "./sources.ts";
import { memoryFile, packTar, readAll } from "./test-archives.ts";
import type { ArchiveFile } from "./types.ts";

const http = createHttpClient({ allowLoopback: true });
const FAST = { firstWaitMs: 1, random: () => 0, limits: { idleMs: 200 } };

const lines = (name: string): Buffer =>
	gzipSync(`{"test_name":"${name}","n":1}\n{"test_name":"${name}","n":2}\n`);

const post = await packTar([
	{
		name: "2022010103/a.post",
		content: '{"format":"json","content":{"test_name":"can"}}',
	},
]);

/** A bucket in both of OONI's layouts, and beside them what is none of ours. */
const OBJECTS: Readonly<Record<string, Buffer>> = {
	"jsonl/signal/IT/20200921/00/20200921_IT_signal.l.0.jsonl.gz": lines("old1"),
	"jsonl/webconnectivity/IT/20200921/00/20200921_IT_webconnectivity.l.0.jsonl.gz":
		lines("old2"),
	"jsonl/webconnectivity/IT/20200922/00/20200922_IT_webconnectivity.l.0.jsonl.gz":
		lines("old3"),
	"jsonl/webconnectivity/IT/20200923/00/20200923_IT_webconnectivity.l.0.jsonl.gz":
		lines("old4"),
	"jsonl/webconnectivity/RU/20200921/00/20200921_RU_webconnectivity.l.0.jsonl.gz":
		lines("old5"),
	"raw/20201020/23/IT/signal/2020102023_IT_signal.n0.0.jsonl.gz":
		lines("first"),
	"raw/20220101/03/IT/signal/2022010103_IT_signal.n0.0.jsonl.gz": lines("new1"),
	"raw/20220101/03/IT/signal/2022010103_IT_signal.n0.0.tar.gz": gzipSync(post),
	"raw/20220101/03/IT/webconnectivity/2022010103_IT_webconnectivity.n0.0.jsonl.gz":
		lines("new2"),
	"raw/20220101/03/IT/webconnectivity/2022010103_IT_webconnectivity.n0.0.tar.gz":
		gzipSync(post),
	"raw/20220101/03/IT/webconnectivity/2022010103_IT_webconnectivity.n0.1.jsonl.gz":
		lines("new3"),
	"raw/20220101/03/IT/webconnectivity/2022010103_IT_webconnectivity.n0.1.tar.gz":
		gzipSync(post),
	"raw/20220101/04/US/webconnectivity/2022010104_US_webconnectivity.n0.0.tar.gz":
		post,
	"raw/20220101/04/US/webconnectivity/notes & more <1>.txt": Buffer.from("x"),
	"raw/20220102/00/IT/signal/2022010200_IT_signal.n0.0.jsonl.gz": lines("new4"),
	"raw/20220103/23/IT/signal/2022010323_IT_signal.n0.0.jsonl.gz": lines("new5"),
	"readme.txt": Buffer.from("x"),
};

interface Bucket {
	readonly url: string;
	/** Path and query of every request. */
	readonly asked: readonly string[];
	/** Answers in the bucket's stead while it returns true. */
	interrupt: (
		request: IncomingMessage,
		response: ServerResponse,
		count: number,
	) => boolean;
}

/** A server that behaves like S3 with two keys a page. */
async function withBucket(
	use: (bucket: Bucket) => Promise<void>,
	pageKeys = 2,
): Promise<void> {
	const asked: string[] = [];
	const bucket = { url: "", asked, interrupt: () => false } as Bucket;
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? "", "http://bucket/");
		asked.push(request.url ?? "");
		if (bucket.interrupt(request, response, asked.length)) return;
		if (url.searchParams.get("list-type") === "2")
			response.end(listing(url.searchParams, pageKeys));
		else
			serveObject(decodeURIComponent(url.pathname.slice(1)), request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	try {
		await use(
			Object.assign(bucket, {
				url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
			}),
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

function listing(query: URLSearchParams, pageKeys: number): string {
	const prefix = query.get("prefix") ?? "";
	const delimiter = query.get("delimiter");
	const after =
		query.get("continuation-token") ?? query.get("start-after") ?? "";
	const entries = new Map<string, string>();
	for (const [key, content] of Object.entries(OBJECTS)) {
		if (!key.startsWith(prefix)) continue;
		const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
		const below = key.slice(0, end + 1);
		const name = encodeURIComponent(end >= 0 ? below : key)
			.replaceAll("%2F", "/")
			.replaceAll("%20", "+");
		entries.set(
			end >= 0 ? below : key,
			end >= 0
				? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
				: `<Contents><Key>${name}</Key><ETag>&quot;${etagOf(content)}&quot;</ETag><Size>${content.length}</Size></Contents>`,
		);
	}
	const rest = [...entries].filter(([key]) => key > after);
	const page = rest.slice(0, pageKeys);
	const more = rest.length > page.length;
	return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix>${prefix}</Prefix><IsTruncated>${more}</IsTruncated>${page.map(([, xml]) => xml).join("")}${more ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : ""}</ListBucketResult>`;
}

function serveObject(
	key: string,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const content = OBJECTS[key];
	if (content === undefined)
		return void response
			.writeHead(404)
			.end("<Error><Code>NoSuchKey</Code></Error>");
	const etag = `"${etagOf(content)}"`;
	const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
	const from =
		range && request.headers["if-range"] === etag ? Number(range[1]) : 0;
	response.writeHead(from > 0 ? 206 : 200, {
		etag,
		"content-length": content.length - from,
		...(from > 0
			? {
					"content-range": `bytes ${from}-${content.length - 1}/${content.length}`,
				}
			: {}),
	});
	response.end(content.subarray(from));
}

function etagOf(content: Buffer): string {
	return createHash("md5").update(content).digest("hex");
}

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
