/** For tests: a server that behaves like OONI's public bucket, and misbehaves as told. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { packTar } from "./test-archives.ts";

const lines = (name: string): Buffer =>
	gzipSync(`{"test_name":"${name}","n":1}\n{"test_name":"${name}","n":2}\n`);

const post = await packTar([
	{
		name: "2022010103/a.post",
		content: '{"format":"json","content":{"test_name":"can"}}',
	},
]);

/** What the bucket holds: both of OONI's layouts, and beside them what is none of ours. */
export const OBJECTS: Readonly<Record<string, Buffer>> = {
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

export interface Bucket {
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

/** A server that behaves like S3 with few keys a page. What it holds is asked for at every request. */
export async function withBucket(
	use: (bucket: Bucket) => Promise<void>,
	pageKeys = 2,
	objects: () => Readonly<Record<string, Buffer>> = () => OBJECTS,
): Promise<void> {
	const asked: string[] = [];
	const bucket = { url: "", asked, interrupt: () => false } as Bucket;
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? "", "http://bucket/");
		asked.push(request.url ?? "");
		if (bucket.interrupt(request, response, asked.length)) return;
		if (url.searchParams.get("list-type") === "2")
			response.end(listing(objects(), url.searchParams, pageKeys));
		else
			serveObject(
				objects()[decodeURIComponent(url.pathname.slice(1))],
				request,
				response,
			);
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

function listing(
	objects: Readonly<Record<string, Buffer>>,
	query: URLSearchParams,
	pageKeys: number,
): string {
	const prefix = query.get("prefix") ?? "";
	const delimiter = query.get("delimiter");
	const after =
		query.get("continuation-token") ?? query.get("start-after") ?? "";
	const entries = new Map<string, string>();
	for (const [key, content] of Object.entries(objects)) {
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
	content: Buffer | undefined,
	request: IncomingMessage,
	response: ServerResponse,
): void {
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

export function etagOf(content: Buffer): string {
	return createHash("md5").update(content).digest("hex");
}
