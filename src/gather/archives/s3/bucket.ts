/**
 * An S3-compatible bucket of the operator's own, that files are put into and
 * read from. Large files go in parts, and parts that are there are not sent
 * again; a read that breaks off goes on from where it was (Range).
 */
import { createHash } from "node:crypto";
import { download, type HttpClient, RasaiError } from "../../../base/index.ts";
import { objectUrl } from "../ooni/bucket.ts";
import { type BucketObject, listBucket } from "../ooni/s3-listing.ts";
import { type Patience, send } from "./send.ts";
import { type SigningOptions, signedClient } from "./signed-client.ts";

export interface ObjectToPut {
	readonly name: string;
	readonly bytes: number;
	/** As hex, of all its bytes. */
	readonly sha256: string;
	/** Some of its bytes; they do not change. */
	part(from: number, length: number): Promise<Uint8Array>;
}

export interface ObjectBucket {
	/** Where it is, as people know it. */
	readonly url: string;
	/** Puts an object. Resolves once the bucket has said, or shown, that it holds these very bytes; else throws. */
	put(object: ObjectToPut, signal?: AbortSignal): Promise<void>;
	/** An object's bytes. `bytes`: as many as it must have. */
	read(
		name: string,
		bytes: number,
		signal?: AbortSignal,
	): AsyncIterable<Uint8Array>;
	/** Names and sizes of the objects whose names begin so, in order. */
	list(prefix: string, signal?: AbortSignal): AsyncIterable<NamedObject>;
}

export interface NamedObject {
	readonly name: string;
	readonly bytes: number;
}

export interface BucketOptions extends SigningOptions, Patience {
	/** Address of the bucket, path style, with the prefix of all names: `https://s3.example/bucket/rasai`. */
	readonly url: string;
	/** Bytes of a part; S3 wants 5 MiB at least. */
	readonly partBytes?: number | undefined;
}

const PART_BYTES = 16 * 1024 * 1024;

/** Opens a bucket; nothing is asked of it yet. */
export function openBucket(
	http: HttpClient,
	options: BucketOptions,
): ObjectBucket {
	const client = signedClient(http, options);
	const { root, prefix } = placeOf(options.url);
	const urlOf = (name: string): string => objectUrl(root, prefix + name);
	const downloads = {
		...(options.maxAttempts ? { maxAttempts: options.maxAttempts } : {}),
		...(options.firstWaitMs ? { firstWaitMs: options.firstWaitMs } : {}),
	};
	const read: ObjectBucket["read"] = (name, bytes, signal) =>
		download(client, urlOf(name), {
			...downloads,
			signal,
			expectedBytes: bytes,
			limits: { maxBytes: bytes },
		});
	const list = async function* (
		below: string,
		signal?: AbortSignal,
	): AsyncGenerator<NamedObject> {
		const pages = listBucket(
			client,
			root,
			{ prefix: prefix + below },
			{ ...downloads, signal },
		);
		for await (const { objects } of pages)
			for (const { key, bytes } of objects as readonly BucketObject[])
				yield { name: key.slice(prefix.length), bytes };
	};
	return {
		url: options.url,
		read,
		list,
		async put(object, signal) {
			const parts = {
				client,
				url: urlOf(object.name),
				patience: options,
				partBytes: options.partBytes ?? PART_BYTES,
				signal,
			};
			const isSaid =
				object.bytes <= parts.partBytes
					? await putWhole(object, parts)
					: await putInParts(object, parts);
			if (isSaid) return;
			// An ETag need not be a checksum (keys of the server's own): what is there is read.
			const digest = createHash("sha256");
			for await (const chunk of read(object.name, object.bytes, signal))
				digest.update(chunk);
			if (digest.digest("hex") !== object.sha256)
				throw new RasaiError(
					"source_unreadable",
					`${options.url}: ${object.name} is not what was sent`,
				);
		},
	};
}

/** The bucket itself, whose address listings are asked of, and what stands before every name. */
function placeOf(address: string): {
	readonly root: string;
	readonly prefix: string;
} {
	const url = new URL(address);
	const [bucket = "", ...below] = url.pathname.split("/").filter(Boolean);
	return {
		root: `${url.origin}/${bucket}/`,
		prefix: below.map((part) => `${decodeURIComponent(part)}/`).join(""),
	};
}

interface Putting {
	readonly client: HttpClient;
	readonly url: string;
	readonly patience: Patience;
	readonly partBytes: number;
	readonly signal: AbortSignal | undefined;
}

const md5 = (bytes: Uint8Array): Buffer =>
	createHash("md5").update(bytes).digest();
const plainTag = (tag: string | undefined): string =>
	(tag ?? "").replace(/^(&quot;|")|(&quot;|")$/g, "");

/** Gives whether the bucket named the checksum of what it got. */
async function putWhole(
	object: ObjectToPut,
	{ client, url, patience, signal }: Putting,
): Promise<boolean> {
	const body = await object.part(0, object.bytes);
	const sum = md5(body);
	const { headers } = await send(
		client,
		url,
		{
			method: "PUT",
			body,
			headers: { "content-md5": sum.toString("base64") },
			signal,
		},
		patience,
	);
	return plainTag(headers["etag"]) === sum.toString("hex");
}

async function putInParts(
	object: ObjectToPut,
	{ client, url, patience, partBytes, signal }: Putting,
): Promise<boolean> {
	const ask = (
		method: "GET" | "POST" | "PUT",
		query: string,
		body?: string | Uint8Array,
		headers: Readonly<Record<string, string>> = {},
	) =>
		send(
			client,
			`${url}?${query}`,
			{ method, headers, signal, ...(body === undefined ? {} : { body }) },
			patience,
		);
	const { id, sent } = await unfinished({ client, url, patience, signal }, ask);
	const upload = encodeURIComponent(id);
	const tags: string[] = [];
	const sums: Buffer[] = [];
	for (let from = 0; from < object.bytes; from += partBytes) {
		const body = await object.part(
			from,
			Math.min(partBytes, object.bytes - from),
		);
		const number = tags.length + 1;
		const sum = md5(body);
		sums.push(sum);
		if (sent.get(number) === sum.toString("hex")) {
			tags.push(sum.toString("hex"));
			continue;
		}
		const { headers } = await ask(
			"PUT",
			`partNumber=${number}&uploadId=${upload}`,
			body,
			{ "content-md5": sum.toString("base64") },
		);
		tags.push(plainTag(headers["etag"]));
	}
	const list = tags.map(
		(tag, i) =>
			`<Part><PartNumber>${i + 1}</PartNumber><ETag>"${tag}"</ETag></Part>`,
	);
	const { text } = await ask(
		"POST",
		`uploadId=${upload}`,
		`<CompleteMultipartUpload>${list.join("")}</CompleteMultipartUpload>`,
	);
	const whole = `${md5(Buffer.concat(sums)).toString("hex")}-${sums.length}`;
	return plainTag(/<ETag>([^<]*)<\/ETag>/.exec(text)?.[1]) === whole;
}

/** The upload of this object that was begun and not ended, with the checksums of its parts; a new one where there is none. */
async function unfinished(
	{ client, url, patience, signal }: Omit<Putting, "partBytes">,
	ask: (
		method: "GET" | "POST",
		query: string,
	) => Promise<{ readonly text: string }>,
): Promise<{
	readonly id: string;
	readonly sent: ReadonlyMap<number, string>;
}> {
	const { pathname, origin } = new URL(url);
	const [, bucket = "", ...key] = pathname.split("/");
	const { text } = await send(
		client,
		`${origin}/${bucket}/?uploads=&prefix=${encodeURIComponent(decodeURIComponent(key.join("/")))}`,
		{ signal },
		patience,
	);
	const begun = /<UploadId>([^<]+)<\/UploadId>/.exec(text)?.[1];
	const sent = new Map<number, string>();
	if (begun !== undefined) {
		let after = "";
		for (;;) {
			const page = (
				await ask(
					"GET",
					`uploadId=${encodeURIComponent(begun)}&part-number-marker=${after}`,
				)
			).text;
			for (const [, part = ""] of page.matchAll(/<Part>([\s\S]*?)<\/Part>/g))
				sent.set(
					Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
					plainTag(/<ETag>([^<]*)</.exec(part)?.[1]),
				);
			const next = /<NextPartNumberMarker>(\d+)</.exec(page)?.[1];
			if (!/<IsTruncated>true</.test(page) || !next || next === after)
				return { id: begun, sent };
			after = next;
		}
	}
	const made = (await ask("POST", "uploads=")).text;
	const id = /<UploadId>([^<]+)<\/UploadId>/.exec(made)?.[1];
	if (id === undefined)
		throw new RasaiError(
			"source_unreadable",
			`${origin}: the bucket began no upload`,
		);
	return { id, sent };
}
