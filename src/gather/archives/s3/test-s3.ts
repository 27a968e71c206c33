/**
 * For tests: a server that behaves like S3 towards its owner. Signatures are
 * checked by a reading of their specification that is not the client's;
 * listings come in pages with opaque tokens; it misbehaves as told.
 */
import { createHash, createHmac } from "node:crypto";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

export const TEST_KEYS = {
	accessKeyId: "AKTEST",
	secretAccessKey: "secret/+ of tests",
} as const;
export const TEST_REGION = "test-1";

export interface TestS3 {
	/** Address of its one bucket. */
	readonly url: string;
	/** Objects by key. */
	readonly objects: Map<string, Buffer>;
	/** Method, path and query of every request. */
	readonly asked: string[];
	/** Answers in the server's stead while it returns true. */
	interrupt: (
		request: IncomingMessage,
		response: ServerResponse,
		count: number,
	) => boolean;
	/** What ETag it gives of bytes. */
	tag: (bytes: Buffer) => string;
}

interface Upload {
	readonly key: string;
	readonly parts: Map<number, Buffer>;
}

const hex = (algorithm: string, bytes: string | Buffer): string =>
	createHash(algorithm).update(bytes).digest("hex");

/** Runs a server while `use` works with it. */
export async function withTestS3(
	use: (s3: TestS3) => Promise<void>,
	{ pageKeys = 2 } = {},
): Promise<void> {
	const uploads = new Map<string, Upload>();
	const s3: TestS3 = {
		url: "",
		objects: new Map(),
		asked: [],
		interrupt: () => false,
		tag: (bytes) => hex("md5", bytes),
	};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			s3.asked.push(`${request.method} ${request.url}`);
			if (s3.interrupt(request, response, s3.asked.length)) return;
			const body = Buffer.concat(chunks);
			const fault = faultOf(request, body);
			if (fault) return void refuse(response, 403, fault);
			answer(s3, uploads, { request, response, body, pageKeys });
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await use(Object.assign(s3, { url: `http://127.0.0.1:${port}/bucket` }));
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** S3's own refusal, as it words it. */
export function refuse(
	response: ServerResponse,
	status: number,
	code: string,
): void {
	response
		.writeHead(status, { "content-type": "application/xml" })
		.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

/** What is wrong with the signature, by "Authenticating Requests (AWS Signature Version 4)"; undefined where it is right. */
function faultOf(request: IncomingMessage, body: Buffer): string | undefined {
	const { headers } = request;
	const sent =
		/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
			headers.authorization ?? "",
		);
	if (!sent) return "AccessDenied";
	const [, id, day = "", region = "", names = "", signature] = sent;
	if (id !== TEST_KEYS.accessKeyId) return "InvalidAccessKeyId";
	if (region !== TEST_REGION) return "AuthorizationHeaderMalformed";
	const date = String(headers["x-amz-date"]);
	if (!date.startsWith(day)) return "SignatureDoesNotMatch";
	const hash = String(headers["x-amz-content-sha256"]);
	if (hash !== hex("sha256", body)) return "XAmzContentSHA256Mismatch";
	for (const name of ["host", "x-amz-date", "x-amz-content-sha256"])
		if (!names.split(";").includes(name)) return "SignatureDoesNotMatch";
	const url = new URL(request.url ?? "/", "http://bucket");
	const encode = (text: string): string =>
		encodeURIComponent(text).replace(
			/[!'()*]/g,
			(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
		);
	const canonical = [
		request.method,
		url.pathname,
		[...url.searchParams]
			.map(([name, value]) => `${encode(name)}=${encode(value)}`)
			.sort()
			.join("&"),
		...names
			.split(";")
			.map((name) => `${name}:${String(headers[name] ?? "").trim()}`),
		"",
		names,
		hash,
	].join("\n");
	const scope = `${day}/${region}/s3/aws4_request`;
	const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
		(secret, part) => createHmac("sha256", secret).update(part).digest(),
		`AWS4${TEST_KEYS.secretAccessKey}`,
	);
	const wanted = createHmac("sha256", key)
		.update(
			["AWS4-HMAC-SHA256", date, scope, hex("sha256", canonical)].join("\n"),
		)
		.digest("hex");
	return wanted === signature ? undefined : "SignatureDoesNotMatch";
}

interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly body: Buffer;
	readonly pageKeys: number;
}

function answer(
	s3: TestS3,
	uploads: Map<string, Upload>,
	{ request, response, body, pageKeys }: Exchange,
): void {
	const url = new URL(request.url ?? "/", "http://bucket");
	const query = url.searchParams;
	const [, bucket, ...rest] = url.pathname.split("/");
	const key = decodeURIComponent(rest.join("/"));
	if (bucket !== "bucket") return void refuse(response, 404, "NoSuchBucket");
	const md5 = request.headers["content-md5"];
	if (md5 && md5 !== Buffer.from(hex("md5", body), "hex").toString("base64"))
		return void refuse(response, 400, "BadDigest");
	const upload = uploads.get(query.get("uploadId") ?? "");
	if (query.has("uploadId") && upload?.key !== key)
		return void refuse(response, 404, "NoSuchUpload");
	if (request.method === "PUT" && upload) {
		upload.parts.set(Number(query.get("partNumber")), body);
		response.setHeader("etag", `"${s3.tag(body)}"`).end();
	} else if (request.method === "PUT") {
		s3.objects.set(key, body);
		response.setHeader("etag", `"${s3.tag(body)}"`).end();
	} else if (request.method === "POST" && query.has("uploads")) {
		const id = `upload/${uploads.size + 1}`;
		uploads.set(id, { key, parts: new Map() });
		response.end(`<R><UploadId>${id}</UploadId></R>`);
	} else if (request.method === "POST" && upload) {
		const named = [...body.toString().matchAll(/<ETag>"(\w+)"<\/ETag>/g)];
		const parts = [...upload.parts].sort(([a], [b]) => a - b);
		if (parts.some(([, part], i) => s3.tag(part) !== named[i]?.[1]))
			return void refuse(response, 400, "InvalidPart");
		s3.objects.set(key, Buffer.concat(parts.map(([, part]) => part)));
		uploads.delete(query.get("uploadId") ?? "");
		const sums = parts.map(([, part]) => Buffer.from(hex("md5", part), "hex"));
		response.end(
			`<R><ETag>&quot;${hex("md5", Buffer.concat(sums))}-${parts.length}&quot;</ETag></R>`,
		);
	} else if (query.has("uploads")) {
		const begun = [...uploads].find(
			([, one]) => one.key === query.get("prefix"),
		);
		response.end(
			`<R>${begun ? `<Upload><UploadId>${begun[0]}</UploadId></Upload>` : ""}</R>`,
		);
	} else if (upload) {
		const after = Number(query.get("part-number-marker"));
		const left = [...upload.parts].filter(([number]) => number > after);
		const page = left.slice(0, pageKeys);
		response.end(
			`<R><IsTruncated>${left.length > page.length}</IsTruncated><NextPartNumberMarker>${page.at(-1)?.[0] ?? after}</NextPartNumberMarker>${page.map(([number, part]) => `<Part><PartNumber>${number}</PartNumber><ETag>&quot;${s3.tag(part)}&quot;</ETag></Part>`).join("")}</R>`,
		);
	} else if (query.get("list-type") === "2")
		response.end(listing(s3.objects, query, pageKeys));
	else serve(s3, key, request, response);
}

function listing(
	objects: ReadonlyMap<string, Buffer>,
	query: URLSearchParams,
	pageKeys: number,
): string {
	const token = query.get("continuation-token");
	const after = token ? Buffer.from(token, "base64").toString() : "";
	const keys = [...objects.keys()]
		.filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after)
		.sort();
	const page = keys.slice(0, pageKeys);
	const next =
		keys.length > page.length
			? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? "").toString("base64")}</NextContinuationToken>`
			: "";
	return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${next !== ""}</IsTruncated>${next}${page.map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key><Size>${objects.get(key)?.length}</Size><ETag>&quot;x&quot;</ETag></Contents>`).join("")}</ListBucketResult>`;
}

function serve(
	s3: TestS3,
	key: string,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const content = s3.objects.get(key);
	if (!content) return void refuse(response, 404, "NoSuchKey");
	const etag = `"${s3.tag(content)}"`;
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
