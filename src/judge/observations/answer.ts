/**
 * What came back to a request. The body is read once, while it is in hand:
 * its size, hash, title, fingerprints and marks are kept, and it is not.
 */
import { sha256Hex } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import type { ByteString } from "../../reference/index.ts";
import { binaryOf, bytesOfText, decodeBase64 } from "./bytes.ts";
import { type Draft, note } from "./draft.ts";
import type { Row } from "./fields.ts";
import { type Headers, headerOf, readHeaders } from "./headers.ts";
import { markPage } from "./page-marks.ts";
import { foldText, scrubAddresses, scrubQuery, textOfBytes } from "./text.ts";
import { decodeTitle, findTitle, MAX_TITLE } from "./title.ts";

const MAX_LOCATION = 2048;
const MAX_SERVER = 128;
const NO_NAMES: readonly string[] = [];
const NO_BYTES = Buffer.alloc(0);

export interface Answer {
	readonly statusCode: number | undefined;
	readonly bodyBytes: number | undefined;
	readonly bodyTruncated: boolean | undefined;
	readonly bodyHash: string | undefined;
	readonly title: string | undefined;
	readonly headerNames: readonly string[];
	readonly location: string | undefined;
	readonly server: string | undefined;
	readonly fingerprints: readonly string[];
	readonly pageMarks: readonly string[];
}

export const NO_ANSWER: Answer = {
	statusCode: undefined,
	bodyBytes: undefined,
	bodyTruncated: undefined,
	bodyHash: undefined,
	title: undefined,
	headerNames: NO_NAMES,
	location: undefined,
	server: undefined,
	fingerprints: NO_NAMES,
	pageMarks: NO_NAMES,
};

/** Body bytes and how they stood in the record; undefined where it holds none that can be read. */
export interface Body {
	readonly bytes: Buffer;
	/** The record held it as text, so the bytes are UTF-8. */
	readonly isUtf8: boolean;
}

/** Reads a `response`. Where nothing came back, `NO_ANSWER`. */
export function readAnswer(draft: Draft, value: unknown, path: string): Answer {
	if (!isRecord(value)) return NO_ANSWER;
	const statusCode = statusOf(value["code"]);
	const headers = readHeaders(draft, value, `${path}.response`);
	const body = readBody(draft, value, `${path}.response`);
	if (
		statusCode === undefined &&
		headers.pairs.length === 0 &&
		!body?.bytes.length
	)
		return NO_ANSWER;
	return describeBody(
		draft,
		statusCode,
		headers,
		body,
		value["body_is_truncated"] === true,
	);
}

/** The facts of an answer whose body, if any, is in hand. */
export function describeBody(
	draft: Draft,
	statusCode: number | undefined,
	headers: Headers,
	body: Body | undefined,
	isTruncated: boolean,
): Answer {
	const bytes = body?.bytes ?? NO_BYTES;
	const title = findTitle(bytes);
	const isUtf8 = body?.isUtf8 ?? true;
	const contentType = headerOf(headers, "content-type");
	const titleText = decodeTitle(title, isUtf8, bytes, contentType);
	return describeAnswer(draft, {
		statusCode,
		headers,
		body,
		isTruncated,
		title,
		titleText,
	});
}

interface Parts {
	readonly statusCode: number | undefined;
	readonly headers: Headers;
	readonly body: Body | undefined;
	readonly isTruncated: boolean;
	/** Bytes of the title, and the same as text. */
	readonly title: ByteString;
	readonly titleText: string | undefined;
}

/** The facts of an answer whose parts are known. */
function describeAnswer(draft: Draft, parts: Parts): Answer {
	const { statusCode, headers, title } = parts;
	const bytes = parts.body?.bytes ?? NO_BYTES;
	const { titleText } = parts;
	return {
		statusCode,
		bodyBytes: parts.body?.bytes.length,
		bodyTruncated: parts.body === undefined ? undefined : parts.isTruncated,
		bodyHash: bytes.length === 0 ? undefined : sha256Hex(bytes),
		title: titleText ? scrubAddresses(titleText) : undefined,
		headerNames: headers.names,
		location: locationOf(headers),
		server:
			foldText(textOfBytes(headerOf(headers, "server")), MAX_SERVER) ||
			undefined,
		fingerprints: draft.context.fingerprints.matchHttp({
			body: bytes,
			title,
			headers: headers.pairs,
		}),
		pageMarks: markPage({ statusCode, title, headers, body: bytes }),
	};
}

function locationOf(headers: Headers): string | undefined {
	const location = headerOf(headers, "location");
	return location === ""
		? undefined
		: scrubQuery(foldText(textOfBytes(location), MAX_LOCATION));
}

/** A status code, or undefined where there is none: probes write 0 or -1 then. */
export function statusOf(value: unknown): number | undefined {
	return typeof value === "number" &&
		Number.isInteger(value) &&
		value >= 100 &&
		value <= 999
		? value
		: undefined;
}

/** A missing key says nothing of the body; null says that it was empty. */
function readBody(draft: Draft, response: Row, path: string): Body | undefined {
	const value = response["body"];
	if (Buffer.isBuffer(value)) return { bytes: value, isUtf8: true };
	if (typeof value === "string")
		return { bytes: Buffer.from(value, "utf8"), isUtf8: true };
	if (value === null) return { bytes: NO_BYTES, isUtf8: true };
	if (value === undefined) return undefined;
	const data = binaryOf(value);
	const bytes = data === undefined ? undefined : decodeBase64(data);
	if (bytes !== undefined) return { bytes, isUtf8: false };
	note(
		draft,
		`${path}.body: ${data === undefined ? "not a text" : "bad base64"}`,
	);
	return undefined;
}

/** Facts of an answer that the helper tells about by status, title and headers. */
export function readTold(draft: Draft, told: Row, path: string): Answer {
	const title = typeof told["title"] === "string" ? told["title"] : "";
	return describeAnswer(draft, {
		statusCode: statusOf(told["status_code"]),
		headers: readHeaders(draft, told, path),
		body: undefined,
		isTruncated: false,
		title: bytesOfText(title),
		titleText: foldText(title, MAX_TITLE),
	});
}
