/**
 * What is new in OONI's bucket, and how fresh the bucket itself is: whether
 * silence of one country is the country's or the source's (P10).
 */
import {
	addDays,
	type DownloadOptions,
	type HttpClient,
} from "../../../base/index.ts";
import type { ArchiveFile } from "../types.ts";
import { type FetchOptions, webFile } from "../web-files.ts";
import {
	listOoni,
	OONI_BUCKET_URL,
	type OoniSelection,
	objectUrl,
} from "./bucket.ts";
import { listBucket } from "./s3-listing.ts";

export interface OoniNews {
	/** Files that were not known, in the order of the listing. */
	readonly files: readonly ArchiveFile[];
	/** Of each country of the selection that has files, the start of the newest hour in which some were received. */
	readonly newest: ReadonlyMap<string, string>;
}

/** Lists the selection and leaves out what is known by its address and size. Throws as `listOoni` does. */
export async function ooniNews(
	http: HttpClient,
	selection: OoniSelection,
	isKnown: (url: string, bytes: number) => boolean,
	options: FetchOptions & { readonly signal?: AbortSignal | undefined } = {},
): Promise<OoniNews> {
	const bucketUrl = selection.bucketUrl ?? OONI_BUCKET_URL;
	const files: ArchiveFile[] = [];
	const newest = new Map<string, string>();
	for await (const { key, bytes, etag } of listOoni(http, selection, options)) {
		const hour = hourOf(key);
		if (hour && hour.at > (newest.get(hour.cc) ?? ""))
			newest.set(hour.cc, hour.at);
		const url = objectUrl(bucketUrl, key);
		if (!isKnown(url, bytes))
			files.push(webFile(http, { url, bytes, version: etag }, options));
	}
	return { files, newest };
}

/** The start of the newest hour of which the bucket holds anything at all; undefined where there is none in the two days up to `today`. */
export async function newestHour(
	http: HttpClient,
	today: string,
	bucketUrl: string = OONI_BUCKET_URL,
	options: DownloadOptions = {},
): Promise<string | undefined> {
	for (const day of [today, addDays(today, -1)]) {
		const prefix = `raw/${day.replaceAll("-", "")}/`;
		const query = { prefix, delimiter: "/" };
		let last: string | undefined;
		for await (const page of listBucket(http, bucketUrl, query, options))
			for (const below of page.prefixes) last = hourOf(below)?.at ?? last;
		if (last !== undefined) return last;
	}
	return undefined;
}

/** `raw/20240217/18/PK/…` as an instant and a country. */
function hourOf(
	key: string,
): { readonly at: string; readonly cc: string } | undefined {
	const match = /^raw\/(\d{4})(\d\d)(\d\d)\/(\d\d)\/(?:([A-Z]{2})\/)?/.exec(
		key,
	);
	if (!match) return undefined;
	const [, year, month, day, hour, cc = ""] = match;
	return { at: `${year}-${month}-${day}T${hour}:00:00Z`, cc };
}
