/** What an operator names, opened: a file, a folder, a URL, or OONI's bucket. */
import { type HttpClient, RasaiError } from "../../base/index.ts";
import { openLocal } from "./local-files.ts";
import {
	listOoni,
	OONI_BUCKET_URL,
	type OoniSelection,
	objectUrl,
} from "./ooni/index.ts";
import type { ArchiveFile } from "./types.ts";
import { type FetchOptions, webFile } from "./web-files.ts";

export interface SourceOptions {
	readonly http: HttpClient;
	/** What the selector `ooni:` selects. */
	readonly ooni?: OoniSelection;
	readonly fetch?: FetchOptions;
	readonly signal?: AbortSignal;
}

/**
 * The archive files that the selectors name, in their order: `ooni:` with
 * `options.ooni`, an `http:` or `https:` URL, else a path to a file or folder.
 * Nothing is opened yet, but the bucket is listed on the way. Throws
 * `source_not_found` for a path with nothing at it, `usage` for a selector
 * that is none, and as the listing does.
 */
export async function* openSources(
	selectors: readonly string[],
	options: SourceOptions,
): AsyncGenerator<ArchiveFile> {
	for (const selector of selectors) {
		if (selector === "ooni:") yield* openOoni(options);
		else if (/^https?:\/\//i.test(selector))
			yield webFile(options.http, { url: selector }, options.fetch);
		else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(selector))
			throw new RasaiError("usage", `${selector}: not a source that is read`);
		else yield* openLocal(selector, options.signal);
	}
}

async function* openOoni(options: SourceOptions): AsyncGenerator<ArchiveFile> {
	const { http, ooni, fetch, signal } = options;
	if (ooni === undefined)
		throw new RasaiError("usage", "ooni: needs --since and --until");
	const bucketUrl = ooni.bucketUrl ?? OONI_BUCKET_URL;
	for await (const object of listOoni(http, ooni, { ...fetch, signal })) {
		const url = objectUrl(bucketUrl, object.key);
		const { bytes, etag } = object;
		yield webFile(http, { url, bytes, version: etag }, fetch);
	}
}
