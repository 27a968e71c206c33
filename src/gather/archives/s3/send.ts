/** One request to a bucket, repeated while what goes wrong may pass: every request that is sent here can be repeated. */
import { setTimeout as sleep } from "node:timers/promises";
import {
	type HttpClient,
	type HttpRequest,
	RasaiError,
	throwIfAborted,
} from "../../../base/index.ts";

export interface Patience {
	/** Attempts before it is given up. */
	readonly maxAttempts?: number | undefined;
	/** Wait before the second attempt; it doubles with each further one. */
	readonly firstWaitMs?: number | undefined;
	/** Gives a number in [0, 1) that shortens a wait by up to half. */
	readonly random?: (() => number) | undefined;
}

export interface BucketAnswer {
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/** Provisional, as those of downloads. */
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** SlowDown is a 503, and a signature may have grown old while it waited (403 RequestTimeTooSkewed is not repeated). */
const RETRIED_STATUSES = new Set([408, 429, 500, 502, 503, 504]);
const RETRIED_CODES = new Set(["http_failed", "timeout"]);
const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * Gives the answer to a request that was done. Throws RasaiError:
 * `source_not_found` (404), `http_status` with S3's own code for any other
 * refusal, or what the last attempt threw.
 */
export async function send(
	client: HttpClient,
	url: string,
	request: HttpRequest,
	patience: Patience,
): Promise<BucketAnswer> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await sendOnce(client, url, request);
		} catch (error) {
			throwIfAborted(request.signal);
			const mayPass =
				error instanceof Refusal
					? RETRIED_STATUSES.has(error.status)
					: error instanceof RasaiError && RETRIED_CODES.has(error.code);
			if (!mayPass || attempt >= (patience.maxAttempts ?? MAX_ATTEMPTS))
				throw error;
			const grown =
				(patience.firstWaitMs ?? FIRST_WAIT_MS) * 2 ** (attempt - 1);
			const asked = error instanceof Refusal ? error.retryAfterMs : 0;
			const ms = Math.max(
				Math.min(grown, LONGEST_WAIT_MS) *
					(1 - (patience.random ?? Math.random)() / 2),
				Math.min(asked, LONGEST_WAIT_MS),
			);
			await sleep(ms, undefined, { signal: request.signal }).catch(() => {
				throwIfAborted(request.signal);
			});
		}
	}
}

async function sendOnce(
	client: HttpClient,
	url: string,
	request: HttpRequest,
): Promise<BucketAnswer> {
	const { status, headers, body } = await client.request(url, {
		...request,
		limits: { ...request.limits, maxBytes: MAX_ANSWER_BYTES },
	});
	const parts: Uint8Array[] = [];
	for await (const part of body) parts.push(part);
	const text = Buffer.concat(parts).toString("utf8");
	// Joining parts may fail after the status was sent: the answer is an error all the same.
	const code = /<Error>[\s\S]*?<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1];
	if (status >= 200 && status < 300 && code === undefined)
		return { headers, text };
	throw new Refusal(
		status < 300 ? 500 : status,
		`${new URL(url).host}: the bucket answers ${status}${code ? ` ${code}` : ""}`,
		/^\d{1,9}$/.test(headers["retry-after"] ?? "")
			? Number(headers["retry-after"]) * 1000
			: 0,
	);
}

class Refusal extends RasaiError {
	readonly status: number;
	readonly retryAfterMs: number;

	constructor(status: number, message: string, retryAfterMs: number) {
		super(status === 404 ? "source_not_found" : "http_status", message);
		this.status = status;
		this.retryAfterMs = retryAfterMs;
	}
}
