/** One cited page, fetched with every redirect on the way, as a web archive file. */
import {
	type Clock,
	formatInstant,
	type HttpClient,
	type HttpLimits,
	type HttpResponse,
	RasaiError,
} from "../../base/index.ts";
import { warcFields, writeWarcRecord } from "./warc.ts";

export interface FetchedPage {
	readonly warc: Buffer;
	readonly finalUrl: string;
	readonly status: number;
	readonly bodyBytes: number;
	readonly fetchedAt: string;
	/** Seconds that the server asks to wait, for 429 and 503. */
	readonly retryAfterSeconds: number | undefined;
}

/** Provisional: no cited page that we met comes near. */
const PAGE_LIMITS = {
	totalMs: 60_000,
	idleMs: 20_000,
	maxBytes: 50 * 1024 ** 2,
};
const MAX_REDIRECTS = 8;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HEADERS = {
	accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
	"accept-encoding": "identity",
	"user-agent": "rasai-source-archiver",
};

/**
 * Fetches a page. Each redirect is asked of the guarded client as a request of
 * its own, so it is recorded, and none leads into a private network. Throws as
 * the client does; any status is an answer.
 */
export async function fetchPage(
	client: HttpClient,
	start: string,
	clock: Clock,
	signal: AbortSignal,
	limits: Partial<HttpLimits> = {},
): Promise<FetchedPage> {
	const records = [
		writeWarcRecord({
			type: "warcinfo",
			at: formatInstant(clock()),
			contentType: "application/warc-fields",
			block: warcFields({
				software: "rasai",
				format: "WARC File Format 1.1",
				description: "A page that an entry of the record cites",
			}),
		}).bytes,
	];
	let url = new URL(start);
	for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
		const at = clock();
		url.hash = "";
		const response = await client.request(url, {
			headers: HEADERS,
			limits: { ...PAGE_LIMITS, ...limits },
			followRedirects: false,
			signal,
		});
		const body = await readAll(response);
		records.push(
			...exchangeRecords(
				response,
				body,
				at,
				clock().getTime() - at.getTime(),
				hops,
			),
		);
		const { location } = response.headers;
		if (!REDIRECTS.has(response.status) || location === undefined)
			return {
				warc: Buffer.concat(records),
				finalUrl: url.href,
				status: response.status,
				bodyBytes: body.length,
				fetchedAt: formatInstant(at),
				retryAfterSeconds: secondsOf(response.headers["retry-after"]),
			};
		if (!URL.canParse(location, url.href))
			throw new RasaiError(
				"http_redirect",
				`${url.host}: redirect to what is no URL`,
			);
		url = new URL(location, url);
	}
	throw new RasaiError("http_redirect", `more than ${MAX_REDIRECTS} redirects`);
}

async function readAll(response: HttpResponse): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	for await (const piece of response.body) pieces.push(piece);
	return Buffer.concat(pieces);
}

function secondsOf(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,6}$/.test(text)
		? Number(text)
		: undefined;
}

/** What was asked, what came, and how it was fetched. */
function exchangeRecords(
	response: HttpResponse,
	body: Buffer,
	at: Date,
	fetchTimeMs: number,
	hops: number,
): readonly Buffer[] {
	const shared = { at: formatInstant(at), uri: response.url };
	const answer = writeWarcRecord({
		...shared,
		type: "response",
		contentType: "application/http; msgtype=response",
		ip: response.remoteAddress,
		block: Buffer.concat([responseHead(response, body.length), body]),
	});
	const ask = writeWarcRecord({
		...shared,
		type: "request",
		contentType: "application/http; msgtype=request",
		concurrentTo: answer.id,
		block: requestHead(response.url),
	});
	const about = writeWarcRecord({
		...shared,
		type: "metadata",
		contentType: "application/warc-fields",
		concurrentTo: answer.id,
		block: warcFields({ fetchTimeMs, hopsFromSeed: "R".repeat(hops) }),
	});
	return [answer.bytes, ask.bytes, about.bytes];
}

/** As it came. Chunks were joined on arrival, so the header that tells of them is kept under another name. */
function responseHead(
	{ status, head }: HttpResponse,
	bodyBytes: number,
): Buffer {
	const lines = [`HTTP/${head.httpVersion} ${status} ${head.reason}`];
	for (let n = 0; n + 1 < head.rawHeaders.length; n += 2) {
		const name = head.rawHeaders[n] ?? "";
		const isChunked = name.toLowerCase() === "transfer-encoding";
		lines.push(
			`${isChunked ? "X-Archive-Orig-Transfer-Encoding" : name}: ${head.rawHeaders[n + 1]}`,
		);
		if (isChunked) lines.push(`Content-Length: ${bodyBytes}`);
	}
	return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}

function requestHead(address: string): Buffer {
	const url = new URL(address);
	const lines = [
		`GET ${url.pathname}${url.search} HTTP/1.1`,
		`Host: ${url.host}`,
		...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
	];
	return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
}
