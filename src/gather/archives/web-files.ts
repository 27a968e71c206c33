/** Archive files on the web. */
import {
	type DownloadOptions,
	download,
	type HttpClient,
	type HttpLimits,
} from "../../base/index.ts";
import type { ArchiveFile } from "./types.ts";

/** How things are fetched; what is not said has the defaults of the client and of `download`. */
export interface FetchOptions
	extends Pick<DownloadOptions, "maxAttempts" | "firstWaitMs" | "random"> {
	readonly limits?: Partial<HttpLimits>;
}

/** Provisional: a file of the bucket is below 1 GiB; a day leaves room for the thinnest line and the slowest reader. */
const FILE_LIMITS: Partial<HttpLimits> = {
	totalMs: 24 * 3600 * 1000,
	maxBytes: 64 * 1024 ** 3,
};

/** What is known of a file before it is fetched. */
export interface ListedFile {
	readonly url: string;
	readonly bytes?: number | undefined;
	readonly version?: string | undefined;
}

/** A file that is downloaded, with retries and resumption, each time it is opened. */
export function webFile(
	http: HttpClient,
	{ url, bytes, version }: ListedFile,
	options: FetchOptions = {},
): ArchiveFile {
	return {
		name: url,
		bytes,
		version,
		open: (signal) =>
			download(http, url, {
				...options,
				limits: { ...FILE_LIMITS, ...options.limits },
				expectedBytes: bytes,
				signal,
			}),
	};
}
