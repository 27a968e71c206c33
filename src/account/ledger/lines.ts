/**
 * A ledger line: the SHA-256 of its JSON, a blank, the JSON. The JSON names the
 * hash of the line before, so a change anywhere shows at its own line and
 * breaks the link of the next. The hash is over the bytes as they stand:
 * `sha256sum` can check a line without knowing Rasai.
 */
import { hash } from "node:crypto";
import { canonicalJson, parseInstant } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import {
	type KeptText,
	LEDGER_KINDS,
	type LedgerEntry,
	type LedgerHead,
} from "./types.ts";

export const NO_HASH = "0".repeat(64);

const HASH_LENGTH = 64;
const BLANK = 0x20;

/** The line without its line break, and its hash. */
export function writeLine(value: LedgerEntry | LedgerHead): {
	readonly line: string;
	readonly hash: string;
} {
	const json = canonicalJson(value);
	const own = hash("sha256", json, "hex");
	return { line: `${own} ${json}`, hash: own };
}

/** A line as read: `value` is undefined where it is no ledger line. */
export interface ReadLine {
	/** The hash that the line states. */
	readonly stated: string;
	/** Whether it is the hash of the line's JSON. */
	readonly intact: boolean;
	readonly value: LedgerEntry | LedgerHead | undefined;
}

/** Reads a line without its line break. */
export function readLine(bytes: Buffer): ReadLine {
	const stated = bytes.toString("latin1", 0, HASH_LENGTH);
	const json = bytes.subarray(HASH_LENGTH + 1);
	const intact =
		bytes[HASH_LENGTH] === BLANK && hash("sha256", json, "hex") === stated;
	return { stated, intact, value: readValue(json) };
}

function readValue(json: Buffer): LedgerEntry | LedgerHead | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json.toString());
	} catch {
		return undefined;
	}
	if (!isRecord(value) || !isHash(value["prev"]) || !isInstant(value["at"]))
		return undefined;
	return isEntry(value) || isHead(value)
		? (value as unknown as LedgerEntry | LedgerHead)
		: undefined;
}

/** Whether a line is a head rather than an entry. */
export function isHeadLine(
	value: LedgerEntry | LedgerHead,
): value is LedgerHead {
	return "head" in value;
}

function isEntry(value: Readonly<Record<string, unknown>>): boolean {
	const { seq, kind, subject, author, supersedes, texts } = value;
	return (
		isCount(seq) &&
		LEDGER_KINDS.some((known) => known === kind) &&
		typeof subject === "string" &&
		typeof author === "string" &&
		(supersedes === undefined || isCount(supersedes)) &&
		"body" in value &&
		isRecord(texts) &&
		Object.values(texts).every(isHash)
	);
}

function isHead(value: Readonly<Record<string, unknown>>): boolean {
	return (
		isCount(value["head"]) &&
		typeof value["key"] === "string" &&
		typeof value["signature"] === "string"
	);
}

const isCount = (value: unknown): boolean =>
	typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
/** By its length alone: whatever it is compared with is a hash. */
const isHash = (value: unknown): boolean =>
	typeof value === "string" && value.length === HASH_LENGTH;
const isInstant = (value: unknown): boolean =>
	typeof value === "string" && parseInstant(value) !== undefined;

/** A text's line, without its line break. */
export function writeText(text: KeptText): string {
	return canonicalJson(text);
}

/** Undefined where it is no text's line. */
export function readText(line: string): KeptText | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return isRecord(value) &&
			isCount(value["seq"]) &&
			typeof value["name"] === "string" &&
			typeof value["salt"] === "string" &&
			typeof value["text"] === "string"
			? (value as unknown as KeptText)
			: undefined;
	} catch {
		return undefined;
	}
}
