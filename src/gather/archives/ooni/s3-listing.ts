/** Listing a public bucket through S3's ListObjectsV2, page by page. */
import {
	type DownloadOptions,
	fetchText,
	type HttpClient,
	RasaiError,
} from "../../../base/index.ts";

export interface BucketObject {
	readonly key: string;
	readonly bytes: number;
	readonly etag: string;
}

export interface BucketPage {
	readonly objects: readonly BucketObject[];
	/** With a delimiter: the "folders" directly below the prefix. */
	readonly prefixes: readonly string[];
}

export interface ListQuery {
	readonly prefix: string;
	readonly delimiter?: string;
	/** Keys up to and including this one are passed over. */
	readonly startAfter?: string;
}

/** A page of 1000 keys is of some 500 kB. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/**
 * The pages of a listing, keys in byte order. Throws RasaiError as `download`
 * does, and `source_unreadable` where an answer is no listing or the listing
 * does not come forward.
 */
export async function* listBucket(
	http: HttpClient,
	bucketUrl: string,
	query: ListQuery,
	options: DownloadOptions,
): AsyncGenerator<BucketPage> {
	let token = "";
	for (;;) {
		const url = new URL(bucketUrl);
		url.searchParams.set("list-type", "2");
		url.searchParams.set("encoding-type", "url");
		url.searchParams.set("prefix", query.prefix);
		if (query.delimiter) url.searchParams.set("delimiter", query.delimiter);
		if (query.startAfter) url.searchParams.set("start-after", query.startAfter);
		if (token !== "") url.searchParams.set("continuation-token", token);
		const limits = { ...options.limits, maxBytes: MAX_PAGE_BYTES };
		const xml = await fetchText(http, url.href, { ...options, limits });
		if (!/<ListBucketResult[\s>]/.test(xml))
			throw new RasaiError(
				"source_unreadable",
				`${url.host}: the answer is no bucket listing`,
			);
		yield readPage(xml);
		if (textIn(xml, "IsTruncated") !== "true") return;
		const next = textIn(xml, "NextContinuationToken");
		if (next === "" || next === token)
			throw new RasaiError(
				"source_unreadable",
				`${url.host}: the listing of ${query.prefix} does not come forward`,
			);
		token = next;
	}
}

/** S3's XML is flat and made by machine: elements are found by name. */
function readPage(xml: string): BucketPage {
	return {
		objects: elements(xml, "Contents").map((content) => ({
			key: decodeKey(textIn(content, "Key")),
			bytes: Number(textIn(content, "Size")),
			etag: textIn(content, "ETag"),
		})),
		prefixes: elements(xml, "CommonPrefixes").map((content) =>
			decodeKey(textIn(content, "Prefix")),
		),
	};
}

function elements(xml: string, name: string): readonly string[] {
	const pattern = new RegExp(`<${name}>(.*?)</${name}>`, "gs");
	return Array.from(xml.matchAll(pattern), (match) => match[1] as string);
}

function textIn(xml: string, name: string): string {
	const match = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml);
	return unescapeXml(match?.[1] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
};

function unescapeXml(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
			const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}

/** With encoding-type=url, keys are percent-encoded, blanks as `+`. */
function decodeKey(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
