/**
 * What must not leave the probe is taken out of a record before anyone sees
 * it (P11): own addresses, cookies, tokens, and whatever else could name the
 * person: in headers, in bodies, in addresses of pages.
 *
 * Every IP address inside a text that a server sent goes, since a page may
 * say the visitor's, in a notation that we know, whichever it is. Addresses
 * that the measurement is about stand in fields of their own and stay.
 */
import { isIP } from "node:net";
import { isRecord } from "../../model/index.ts";
import type { MeasurementRecord } from "./envelope.ts";

export const SCRUBBED = "[scrubbed]";

export interface Secrets {
	/** Values of cookies that were set in the visit. */
	readonly cookies: readonly string[];
	/** Addresses of this machine. */
	readonly own: readonly string[];
}

/** Headers whose whole value goes: they name a visitor, a session or a request. */
const SECRET_HEADER =
	/(^|[-_])(cookies?|authorization|token|session|csrf|xsrf|nonce|etag|ray|trace|traceparent|requestid|correlation|msisdn|imsi|imei|fingerprint|client|forwarded|visitor|userid|amz-id-2|id)($|[-_])|-id$|^set-cookie2?$/i;
/** Names of form fields, parameters and JSON keys whose value goes. */
const SECRET_NAME =
	"(?:[\\w.-]*(?:token|csrf|xsrf|session|nonce|secret|password|passwd|signature|apikey|api_key|auth|msisdn|imsi|imei|visitor|userid|user_id|username|clientip|client_ip|deviceid|device_id|subscriber)[\\w.-]*|sid|uid|sig|ip|usr|user|mac|phone)";
const PATTERNS: readonly (readonly [RegExp, string])[] = [
	// name=value, name: value, "name":"value", name="…" value="…"
	[
		new RegExp(
			`(\\b${SECRET_NAME}["']?\\s{0,3}[=:]\\s{0,3}["'])[^"'\\n]{1,4096}`,
			"gi",
		),
		`$1${SCRUBBED}`,
	],
	[
		new RegExp(`([?&;]${SECRET_NAME}=)[^&#"'\\s<>;]{1,4096}`, "gi"),
		`$1${SCRUBBED}`,
	],
	[
		new RegExp(
			`((?:name|property|id)=["']?${SECRET_NAME}["']?\\s{1,3}(?:content|value)=["'])[^"'\\n]{1,4096}`,
			"gi",
		),
		`$1${SCRUBBED}`,
	],
	// JSON Web Tokens, UUIDs, long hexadecimal numbers, MAC addresses.
	[/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, SCRUBBED],
	[/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, SCRUBBED],
	[/\b[0-9a-f]{32,}\b/gi, SCRUBBED],
	[/\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/gi, SCRUBBED],
];
const IPV4 = /(?<![\d.])(?:\d{1,3}[.-]){3}\d{1,3}(?![\d.]*\d)/g;
const IPV6 =
	/(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?![\w:])/gi;

/** The record without what must not leave the probe. */
export function scrubRecord(
	record: MeasurementRecord,
	secrets: Secrets,
): MeasurementRecord {
	const scrub = createScrubber(secrets);
	const keys = record.test_keys;
	const requests = Array.isArray(keys["requests"]) ? keys["requests"] : [];
	const input = typeof record["input"] === "string" ? record["input"] : "";
	return {
		...record,
		test_keys: {
			...keys,
			requests: requests.map((row) => scrub.request(row, input)),
			control: scrubControl(scrub, keys["control"]),
		},
	};
}

/** What the helper tells of its page; the addresses that it tried stand beside it and stay. */
function scrubControl(scrub: Scrubber, control: unknown): unknown {
	if (!isRecord(control)) return control;
	return Object.fromEntries(
		Object.entries(control).map(([name, value]) => [
			name,
			name.startsWith("http") ? scrub.deep(value) : value,
		]),
	);
}

export interface Scrubber {
	/** A text that a server sent. */
	text(text: string): string;
	/** One `requests` row. */
	request(row: RequestLike, input: string): RequestLike;
	/** Every text within a value, but for keys. */
	deep(value: unknown): unknown;
}

type Value = string | { readonly format: "base64"; readonly data: string };

interface MessageLike {
	readonly headers: Readonly<Record<string, Value>>;
	readonly headers_list: readonly (readonly [string, Value])[];
	readonly body: Value;
}

export interface RequestLike {
	readonly request: MessageLike & { readonly url: string };
	readonly response: MessageLike;
}

export function createScrubber(secrets: Secrets): Scrubber {
	const literal = [...secrets.cookies, ...secrets.own.flatMap(notations)]
		.filter((one) => one.length >= 4)
		.sort((a, b) => b.length - a.length);
	const text = (given: string): string => {
		let out = given;
		for (const one of literal) out = replaceAll(out, one);
		for (const [pattern, by] of PATTERNS) out = out.replace(pattern, by);
		return out
			.replace(IPV4, (found) =>
				isIP(found.replaceAll("-", ".")) === 4 ? SCRUBBED : found,
			)
			.replace(IPV6, (found) => (isIP(found) === 6 ? SCRUBBED : found));
	};
	const value = (given: Value): Value => {
		if (typeof given === "string") return text(given);
		// Bytes that are no UTF-8 are scrubbed as if each were a character.
		const bytes = Buffer.from(given.data, "base64").toString("latin1");
		return {
			format: "base64",
			data: Buffer.from(text(bytes), "latin1").toString("base64"),
		};
	};
	const header = (name: string, given: Value): Value => {
		if (/^set-cookie2?$/i.test(name)) return cookieName(given);
		return SECRET_HEADER.test(name) ? SCRUBBED : value(given);
	};
	const message = <T extends MessageLike>(given: T): T => ({
		...given,
		headers: Object.fromEntries(
			Object.entries(given.headers).map(([name, one]) => [
				name,
				header(name, one),
			]),
		),
		headers_list: given.headers_list.map(
			([name, one]) => [name, header(name, one)] as const,
		),
		body: value(given.body),
	});
	const deep = (given: unknown): unknown => {
		if (typeof given === "string") return text(given);
		if (Array.isArray(given)) return given.map(deep);
		if (typeof given !== "object" || given === null) return given;
		return Object.fromEntries(
			Object.entries(given).map(([name, one]) => [name, deep(one)]),
		);
	};
	return {
		text,
		deep,
		request: (row, input) => ({
			...row,
			request: {
				...keepRequest(message(row.request), row.request, input),
			},
			response: message(row.response),
		}),
	};
	/** What was asked for by the user stays; what a redirect made of it is a server's text. */
	function keepRequest<T extends RequestLike["request"]>(
		scrubbed: T,
		original: T,
		input: string,
	): T {
		return {
			...scrubbed,
			url: sameUrl(original.url, input) ? original.url : text(original.url),
			headers: keepHost(scrubbed.headers, original.headers),
			headers_list: scrubbed.headers_list.map(([name, one], index) =>
				/^(host|user-agent)$/i.test(name)
					? (original.headers_list[index] ?? ([name, one] as const))
					: ([name, one] as const),
			),
		};
	}
}

function keepHost(
	scrubbed: Readonly<Record<string, Value>>,
	original: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
	return {
		...scrubbed,
		...Object.fromEntries(
			Object.entries(original).filter(([name]) =>
				/^(host|user-agent)$/i.test(name),
			),
		),
	};
}

function sameUrl(a: string, b: string): boolean {
	return URL.canParse(b) && new URL(b).href === a;
}

/** `name=[scrubbed]`: that a cookie was set is a fact, its value is not ours to tell. */
function cookieName(given: Value): string {
	const text = typeof given === "string" ? given : "";
	const end = text.indexOf("=");
	return end > 0 && end < 128 ? `${text.slice(0, end)}=${SCRUBBED}` : SCRUBBED;
}

/** An address as pages and headers write it: plain, with dashes, as a number, in hexadecimal, backwards. */
export function notations(ip: string): readonly string[] {
	if (isIP(ip) !== 4) return [ip, ip.toUpperCase()];
	const parts = ip.split(".").map(Number);
	const hex = parts.map((part) => part.toString(16).padStart(2, "0")).join("");
	return [
		ip,
		parts.join("-"),
		parts.join("_"),
		[...parts].reverse().join("."),
		String(Number.parseInt(hex, 16)),
		hex,
		hex.toUpperCase(),
	];
}

function replaceAll(text: string, what: string): string {
	return text.includes(what) ? text.split(what).join(SCRUBBED) : text;
}
