/**
 * Reading one thing from the web to its end, in spite of a weak network:
 * failures that may pass are tried again after a growing, randomly shortened
 * wait, and a broken download goes on where it stopped, provided the server
 * vouches that it is still the same thing (RFC 9110: Range, If-Range, ETag).
 */
import { setTimeout as sleep } from "node:timers/promises";
import { RasaiError } from "./errors.ts";
import type { HttpClient, HttpLimits, HttpResponse } from "./http-client.ts";
import { abortedError, deadline } from "./time-limit.ts";

export interface DownloadOptions {
	readonly signal?: AbortSignal | undefined;
	readonly headers?: Readonly<Record<string, string>>;
	readonly limits?: Partial<HttpLimits>;
	/** Attempts in a row that bring nothing new before the download is given up. */
	readonly maxAttempts?: number;
	/** Wait before the second attempt; it doubles with each further one. */
	readonly firstWaitMs?: number;
	/** Size known from a listing: another size means that it is not what was listed. */
	readonly expectedBytes?: number | undefined;
	/** Gives a number in [0, 1) that shortens a wait by up to half. */
	readonly random?: () => number;
	readonly onProgress?: (
		receivedBytes: number,
		totalBytes: number | undefined,
	) => void;
}

/** Provisional, as all waits here. */
const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** An attempt that brought this much starts the count of attempts anew. */
const PROGRESS_BYTES = 256 * 1024;
const RETRIED_STATUSES = new Set([408, 429, 500, 502, 503, 504]);
const RETRIED_CODES = new Set(["http_failed", "timeout"]);

/**
 * The body of `url`, byte for byte and once, whatever it takes. Throws
 * RasaiError: `source_not_found` (404, 410), `http_status` (any other refusal),
 * `source_unreadable` (it changed meanwhile, or has another size than listed),
 * or what the last attempt of the client threw.
 */
export async function* download(
	client: HttpClient,
	url: string,
	options: DownloadOptions = {},
): AsyncGenerator<Uint8Array> {
	const total = deadline(options.signal, options.limits?.totalMs);
	const state: DownloadState = {
		received: 0,
		total: undefined,
		validator: "",
		refusal: undefined,
	};
	let failures = 0;
	try {
		for (;;) {
			const before = state.received;
			try {
				yield* receiveRest(client, url, state, {
					...options,
					signal: total.signal,
				});
				return;
			} catch (error) {
				if (total.signal.aborted) throw abortedError(total.signal);
				if (!mayPass(error, state)) throw error;
				if (state.received - before >= PROGRESS_BYTES) failures = 0;
				failures++;
				if (failures >= (options.maxAttempts ?? MAX_ATTEMPTS)) throw error;
				if (state.received > 0 && state.validator === "")
					throw new RasaiError(
						"source_unreadable",
						`${url}: broke off, and the server offers no way to go on`,
						{ cause: error },
					);
				await wait(failures, state.refusal, options, total.signal);
			}
		}
	} finally {
		total.release();
	}
}

/** The body of `url` as UTF-8 text, with the same patience and the same errors as `download`. */
export async function fetchText(
	client: HttpClient,
	url: string,
	options: DownloadOptions = {},
): Promise<string> {
	const parts: Uint8Array[] = [];
	for await (const part of download(client, url, options)) parts.push(part);
	return Buffer.concat(parts).toString("utf8");
}

interface DownloadState {
	received: number;
	total: number | undefined;
	/** A strong ETag or a Last-Modified date: what If-Range may name. Empty where the server gives neither. */
	validator: string;
	/** Set where the server refused for now, with the wait it asked for. */
	refusal: { readonly retryAfterMs: number } | undefined;
}

function mayPass(error: unknown, state: DownloadState): boolean {
	return (
		error instanceof RasaiError &&
		(RETRIED_CODES.has(error.code) || state.refusal !== undefined)
	);
}

async function* receiveRest(
	client: HttpClient,
	url: string,
	state: DownloadState,
	options: DownloadOptions,
): AsyncGenerator<Uint8Array> {
	const resuming = state.received > 0;
	state.refusal = undefined;
	const response = await client.request(url, {
		signal: options.signal,
		...(options.limits ? { limits: options.limits } : {}),
		headers: {
			...options.headers,
			...(resuming
				? { range: `bytes=${state.received}-`, "if-range": state.validator }
				: {}),
		},
	});
	let skip: number;
	try {
		checkStatus(response, url, state);
		skip = resuming ? continueAt(response, url, state) : begin(response, state);
		checkSize(state, url, options.expectedBytes);
	} catch (error) {
		response.discard();
		throw error;
	}
	for await (const chunk of response.body) {
		const fresh = chunk.subarray(Math.min(skip, chunk.length));
		skip -= chunk.length - fresh.length;
		if (fresh.length === 0) continue;
		state.received += fresh.length;
		options.onProgress?.(state.received, state.total);
		yield fresh;
	}
	if (state.total !== undefined && state.received !== state.total)
		throw new RasaiError(
			"http_failed",
			`${url}: ${state.received} of ${state.total} bytes came`,
		);
}

function checkStatus(
	response: HttpResponse,
	url: string,
	state: DownloadState,
): void {
	const { status } = response;
	if (status === 200 || (status === 206 && state.received > 0)) return;
	if (RETRIED_STATUSES.has(status))
		state.refusal = { retryAfterMs: retryAfterMs(response) };
	throw new RasaiError(
		status === 404 || status === 410 ? "source_not_found" : "http_status",
		`${url}: the server answers ${status}`,
	);
}

/** Retry-After in seconds, or as a date, which is read against the server's own clock. */
function retryAfterMs({ headers }: HttpResponse): number {
	const text = headers["retry-after"];
	if (text === undefined) return 0;
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	const ms = Date.parse(text) - Date.parse(headers["date"] ?? "");
	return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

/** Reads the first answer's headers; nothing is skipped. */
function begin(response: HttpResponse, state: DownloadState): number {
	const { headers } = response;
	const length = headers["content-length"];
	state.total = length === undefined ? undefined : Number(length);
	const etag = headers["etag"] ?? "";
	state.validator = etag.startsWith('"')
		? etag
		: (headers["last-modified"] ?? "");
	return 0;
}

/** Bytes to skip so that the answer goes on where the last one broke off. */
function continueAt(
	{ status, headers }: HttpResponse,
	url: string,
	state: DownloadState,
): number {
	const same =
		state.validator === headers["etag"] ||
		state.validator === headers["last-modified"];
	if (status === 200 && same) return state.received;
	const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(
		headers["content-range"] ?? "",
	);
	const fits =
		range !== null &&
		Number(range[1]) === state.received &&
		(range[2] === "*" ||
			state.total === undefined ||
			Number(range[2]) === state.total);
	if (status === 206 && fits && (same || headers["etag"] === undefined))
		return 0;
	throw new RasaiError(
		"source_unreadable",
		`${url}: changed while it was being read`,
	);
}

function checkSize(
	state: DownloadState,
	url: string,
	expected: number | undefined,
): void {
	if (
		expected !== undefined &&
		state.total !== undefined &&
		state.total !== expected
	)
		throw new RasaiError(
			"source_unreadable",
			`${url}: has ${state.total} bytes, listed with ${expected}`,
		);
	state.total ??= expected;
}

async function wait(
	failures: number,
	refusal: DownloadState["refusal"],
	options: DownloadOptions,
	signal: AbortSignal,
): Promise<void> {
	const grown = (options.firstWaitMs ?? FIRST_WAIT_MS) * 2 ** (failures - 1);
	const random = options.random ?? Math.random;
	const ownMs = Math.min(grown, LONGEST_WAIT_MS) * (1 - random() / 2);
	const ms = Math.max(
		ownMs,
		Math.min(refusal?.retryAfterMs ?? 0, LONGEST_WAIT_MS),
	);
	try {
		await sleep(ms, undefined, { signal });
	} catch {
		throw abortedError(signal);
	}
}
