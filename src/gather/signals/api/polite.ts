/**
 * Manners towards APIs of others: one request at a time with a pause between,
 * nothing asked again that has not changed, and patience (`fetchText`) where
 * they refuse for now.
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
	abortedError,
	type DownloadOptions,
	fetchText,
	type HttpClient,
	type HttpResponse,
	RasaiError,
} from "../../../base/index.ts";

export interface KeptAnswer {
	readonly etag: string;
	readonly lastModified: string;
	readonly body: string;
}

/** Where answers are kept between runs; a Map does. */
export interface AnswerCache {
	get(url: string): KeptAnswer | undefined;
	set(url: string, answer: KeptAnswer): void;
}

export interface PoliteOptions {
	/** Least pause between two requests. */
	readonly pauseMs: number;
	readonly cache?: AnswerCache;
	/** A secret, sent as bearer token and nowhere else. */
	readonly key?: string | undefined;
	readonly download?: DownloadOptions;
}

export interface PoliteClient {
	/** The text under `url`. Throws as `fetchText` does. */
	get(url: string, signal?: AbortSignal): Promise<string>;
}

export function createPoliteClient(
	client: HttpClient,
	{ pauseMs, cache, key, download }: PoliteOptions,
): PoliteClient {
	let queue: Promise<unknown> = Promise.resolve();
	let pause: Promise<unknown> = Promise.resolve();

	const paced: HttpClient = {
		async request(url, request) {
			await pause;
			if (request?.signal?.aborted) throw abortedError(request.signal);
			// The pause stands for every attempt, those of retries as well.
			pause = sleep(pauseMs, undefined, { ref: false });
			return client.request(url, request);
		},
	};

	const ask = async (url: string, signal?: AbortSignal): Promise<string> => {
		const kept = cache?.get(url);
		let answered: HttpResponse | undefined;
		const conditional: HttpClient = {
			async request(target, request) {
				const response = await paced.request(target, {
					...request,
					headers: { ...request?.headers, ...conditionsOf(kept) },
				});
				answered = response;
				if (response.status !== 304 || !kept) return response;
				response.discard();
				return { ...response, status: 200, headers: {}, body: bodyOf(kept) };
			},
		};
		const body = await fetchText(conditional, url, {
			...download,
			...(signal ? { signal } : {}),
			headers: {
				accept: "application/json",
				...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
			},
		});
		const headers = answered?.headers ?? {};
		const [etag = "", lastModified = ""] = [
			headers["etag"],
			headers["last-modified"],
		];
		if (answered?.status === 200 && (etag !== "" || lastModified !== ""))
			cache?.set(url, { etag, lastModified, body });
		return body;
	};

	return {
		get(url, signal) {
			const asked = queue.then(() => ask(url, signal));
			queue = asked.catch(() => undefined);
			return asked;
		},
	};
}

function conditionsOf(
	kept: KeptAnswer | undefined,
): Readonly<Record<string, string>> {
	if (!kept) return {};
	return kept.etag === ""
		? { "if-modified-since": kept.lastModified }
		: { "if-none-match": kept.etag };
}

async function* bodyOf({ body }: KeptAnswer): AsyncGenerator<Uint8Array> {
	yield Buffer.from(body, "utf8");
}

/** An API that answers 200 with an error inside. */
export function apiError(url: string, what: string): RasaiError {
	return new RasaiError("source_unreadable", `${new URL(url).host}: ${what}`);
}
