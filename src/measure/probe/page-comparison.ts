/** A page beside the helper's, as web_connectivity 0.5 compares them. */
import { isRecord } from "../../model/index.ts";

export interface PageComparison {
	readonly body_proportion: number;
	readonly body_length_match: boolean | null;
	readonly headers_match: boolean | null;
	readonly status_code_match: boolean | null;
	readonly title_match: boolean | null;
}

type Row = Readonly<Record<string, unknown>>;

const NOTHING: PageComparison = {
	body_proportion: 0,
	body_length_match: null,
	headers_match: null,
	status_code_match: null,
	title_match: null,
};

/** Headers that servers of all kinds send: having them in common says nothing. */
const COMMON_HEADERS = new Set(
	`date content-type server cache-control vary set-cookie location expires x-powered-by content-encoding last-modified
	accept-ranges pragma x-frame-options etag x-content-type-options age via p3p x-xss-protection content-language cf-ray
	strict-transport-security link x-varnish`.split(/\s+/),
);
const LENGTH_RATIO = 0.7;
const SHORTEST_WORD = 5;

/** Compares a `response` row with the helper's `http_request`; all null where either is missing. */
export function comparePages(response: Row, told: Row): PageComparison {
	const code = Number(response["code"] ?? 0);
	const toldCode = Number(told["status_code"] ?? 0);
	if (code === 0 || toldCode <= 0 || typeof told["failure"] === "string")
		return NOTHING;
	const body = bytesOf(response["body"]);
	const toldLength = Number(told["body_length"] ?? 0);
	const comparable =
		response["body_is_truncated"] !== true && body.length > 0 && toldLength > 0;
	const proportion = comparable
		? Math.min(body.length, toldLength) / Math.max(body.length, toldLength)
		: 0;
	return {
		body_proportion: proportion,
		body_length_match: comparable ? proportion > LENGTH_RATIO : null,
		headers_match: sharesHeader(response["headers"], told["headers"]),
		status_code_match:
			code === toldCode
				? true
				: Math.floor(toldCode / 100) === 2
					? false
					: null,
		title_match: sameWords(
			titleOf(body.toString("utf8")),
			String(told["title"] ?? ""),
		),
	};
}

function bytesOf(body: unknown): Buffer {
	if (typeof body === "string") return Buffer.from(body);
	return isRecord(body) && typeof body["data"] === "string"
		? Buffer.from(body["data"], "base64")
		: Buffer.alloc(0);
}

function sharesHeader(ours: unknown, theirs: unknown): boolean {
	const namesOf = (headers: unknown): readonly string[] =>
		isRecord(headers)
			? Object.keys(headers).map((name) => name.toLowerCase())
			: [];
	const told = new Set(namesOf(theirs));
	return namesOf(ours).some(
		(name) => told.has(name) && !COMMON_HEADERS.has(name),
	);
}

function titleOf(body: string): string {
	return /<title>([^<]{1,512})<\/title>/i.exec(body)?.[1] ?? "";
}

function sameWords(a: string, b: string): boolean {
	const wordsOf = (text: string): readonly string[] => [
		...new Set(
			text
				.split(/\s+/)
				.filter((word) => Buffer.byteLength(word) >= SHORTEST_WORD)
				.map((word) => word.toLowerCase()),
		),
	];
	const [ours, theirs] = [wordsOf(a), wordsOf(b)];
	return (
		ours.length === theirs.length && ours.every((word) => theirs.includes(word))
	);
}
