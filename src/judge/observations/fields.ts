/**
 * Readers of single fields that may be forged: each gives a value that is
 * safe to keep, or undefined.
 */
import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { isRecord } from "../../model/index.ts";
import { type Draft, note } from "./draft.ts";
import { rememberTexts } from "./remember.ts";
import { cleanText, isPlain, scrubAddresses, wellFormed } from "./text.ts";

export type Row = Readonly<Record<string, unknown>>;

const NOTHING: readonly never[] = [];
const NO_FIELDS: Row = {};
const MAX_FAILURE = 256;
/** RFC 1035 section 3.1. */
const MAX_HOSTNAME = 253;
/** Longest test: a Tor bootstrap of ten minutes. A time past a day is no time of a measurement. */
const MAX_SECONDS = 86_400;
const MAX_ASN = 4_294_967_295;

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : NOTHING;
}

export function rowOf(value: unknown): Row {
	return isRecord(value) ? value : NO_FIELDS;
}

/** The rows of a list in test_keys; what is not a row is noted. */
export function rowsOf(
	draft: Draft,
	value: unknown,
	path: string,
): readonly (Row | undefined)[] {
	if (value === undefined || value === null) return NOTHING;
	if (!Array.isArray(value)) {
		note(draft, `${path}: not a list`);
		return NOTHING;
	}
	const items: readonly unknown[] = value;
	for (let index = 0; index < items.length; index++) {
		if (isRecord(items[index])) continue;
		return items.map((item, at) => {
			if (isRecord(item)) return item;
			note(draft, `${path}[${at}]: not an object`);
			return undefined;
		});
	}
	return items as readonly Row[];
}

/** Reads a list in test_keys row by row, until the measurement has all the facts it may have. */
export function eachRow(
	draft: Draft,
	value: unknown,
	path: string,
	read: (row: Row, index: number) => void,
): void {
	const rows = rowsOf(draft, value, path);
	for (let index = 0; index < rows.length && !draft.full; index++) {
		const row = rows[index];
		if (row !== undefined) read(row, index);
	}
}

/** A short text as it may be kept; empty where there is none. */
export function textOf(value: unknown, max: number): string {
	return typeof value === "string" ? cleanText(value, max) : "";
}

/** Like `textOf`, but undefined where the text is missing or empty. */
export function optionalText(value: unknown, max: number): string | undefined {
	return textOf(value, max) || undefined;
}

/** A failure string, unchanged but for addresses in it (they may be the probe's own). Undefined: no failure. */
export function failureOf(value: unknown): string | undefined {
	if (value === null || value === undefined || value === false || value === "")
		return undefined;
	if (typeof value !== "string") return "unknown_failure: not a text";
	return scrubAddresses(cleanText(value, MAX_FAILURE));
}

export function numberOf(value: unknown): number | undefined {
	return typeof value === "number" && Number.isFinite(value)
		? value
		: undefined;
}

/** A whole number of at least `min`. */
export function countOf(value: unknown, min = 0): number | undefined {
	return typeof value === "number" &&
		Number.isSafeInteger(value) &&
		value >= min
		? value
		: undefined;
}

/** Seconds as milliseconds, to the microsecond. Undefined where it cannot be a time of a measurement. */
export function millisecondsOf(seconds: unknown): number | undefined {
	return typeof seconds === "number" && seconds >= 0 && seconds <= MAX_SECONDS
		? Math.round(seconds * 1e6) / 1e3
		: undefined;
}

/** The difference of two such times, to the microsecond. */
export function elapsedMs(
	startMs: number | undefined,
	endMs: number | undefined,
): number | undefined {
	return startMs !== undefined && endMs !== undefined && endMs >= startMs
		? Math.round((endMs - startMs) * 1e3) / 1e3
		: undefined;
}

/** OONI's transaction id; 0 is what a missing one looks like. */
export function flowOf(row: Row): number | undefined {
	return countOf(row["transaction_id"], 1);
}

/** 4 or 6 for an address of that version, else 0. */
export const ipVersion = rememberTexts(isIP);

export function ipOf(value: unknown): string | undefined {
	return typeof value === "string" &&
		ipVersion(value) !== 0 &&
		!value.includes("%")
		? value
		: undefined;
}

export function portOf(value: unknown): number | undefined {
	const port = typeof value === "string" ? Number(value || Number.NaN) : value;
	return typeof port === "number" &&
		Number.isInteger(port) &&
		port >= 0 &&
		port <= 65_535
		? port
		: undefined;
}

export function asnOf(value: unknown): number | undefined {
	const asn = countOf(value, 1);
	return asn !== undefined && asn <= MAX_ASN ? asn : undefined;
}

export interface Endpoint {
	readonly ip: string;
	readonly port: number;
}

/** `192.0.2.1:443` or `[2001:db8::1]:443`; undefined for anything else. */
export function endpointOf(value: unknown): Endpoint | undefined {
	return typeof value === "string" ? readEndpoint(value) : undefined;
}

const readEndpoint = rememberTexts((value): Endpoint | undefined => {
	const colon = value.lastIndexOf(":");
	if (colon <= 0) return undefined;
	const host =
		value.charCodeAt(0) === 0x5b /* [ */ && value[colon - 1] === "]"
			? value.slice(1, colon - 1)
			: value.slice(0, colon);
	const ip = ipOf(host);
	const port = portOf(value.slice(colon + 1));
	return ip === undefined || port === undefined ? undefined : { ip, port };
});

/** A host name in lower case and in ASCII (RFC 5891), without the root's dot; empty where it cannot be one. */
export function hostnameOf(value: unknown): string {
	return typeof value === "string" ? readHostname(value) : "";
}

const readHostname = rememberTexts((value): string => {
	const text = isPlain(value) ? value : domainToASCII(wellFormed(value));
	const name = (text.endsWith(".") ? text.slice(0, -1) : text).toLowerCase();
	return name.length > MAX_HOSTNAME || name.includes(" ") ? "" : name;
});

export interface UrlParts {
	/** Lower case, without the colon. */
	readonly scheme: string;
	/** Lower case, without brackets. */
	readonly host: string;
	/** Stated or the scheme's own; 0 where unknown. */
	readonly port: number;
}

const NO_URL: UrlParts = { scheme: "", host: "", port: 0 };
const SCHEME_PORTS: ReadonlyMap<string, number> = new Map([
	["http", 80],
	["https", 443],
]);

/** Scheme, host and port of a URL, or all empty. Far cheaper than `new URL`, and never throws. */
export const urlParts = rememberTexts((url): UrlParts => {
	const schemeEnd = url.indexOf("://");
	if (schemeEnd <= 0 || schemeEnd > 20) return NO_URL;
	const scheme = url.slice(0, schemeEnd).toLowerCase();
	const authority = url.slice(schemeEnd + 3, authorityEnd(url, schemeEnd + 3));
	const place = authority.slice(authority.lastIndexOf("@") + 1);
	const colon = place.lastIndexOf(":");
	const hasPort = colon > place.lastIndexOf("]");
	const host = hasPort ? place.slice(0, colon) : place;
	const port =
		(hasPort ? portOf(place.slice(colon + 1)) : undefined) ??
		SCHEME_PORTS.get(scheme) ??
		0;
	const name =
		host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
	return { scheme, host: hostnameOf(name), port };
});

/** Where the path, query or fragment begins. A backslash is a slash to browsers. */
function authorityEnd(url: string, from: number): number {
	for (let index = from; index < url.length; index++) {
		const char = url.charCodeAt(index);
		if (char === 0x2f || char === 0x3f || char === 0x23 || char === 0x5c)
			return index;
	}
	return url.length;
}
