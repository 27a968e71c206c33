/**
 * Reports as OONI's clients open, fill and close them. A report id carries
 * what was declared at its opening and a code that only this collector can
 * make, so nothing has to be remembered of open reports: they outlive a
 * restart, and nobody can fill the memory by opening them. The id is never
 * published, so whoever holds it is who opened it.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isRecord } from "../../model/index.ts";
import type { Read } from "./ask.ts";

/** What a client says of itself when it opens a report. */
export interface Declared {
	readonly testName: string;
	readonly cc: string;
	/** 0: not said. */
	readonly asn: number;
}

export interface Report extends Declared {
	readonly openedAtMs: number;
}

/** A report takes measurements for so long after it was opened. */
export const REPORT_OPEN_MS = 24 * 3_600_000;
const NONCE_BYTES = 8;
const CODE_DIGITS = 16;
const FORM =
	/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z_([a-z0-9]{1,40})_([A-Z]{2})_(\d{1,10})_n1_[0-9a-f]{32}$/;
const TEST_NAME = /^[a-z0-9_]{1,40}$/;
const SOFTWARE = /^[\w .+/-]{1,64}$/;
const FORMAT_VERSIONS = new Set(["0.2.0", "0.1.0"]);

/** Reads the request that opens a report. */
export function readOpening(body: unknown): Read<Declared> {
	if (!isRecord(body)) return { wrong: "the body is no JSON object" };
	const testName = body["test_name"];
	if (typeof testName !== "string" || !TEST_NAME.test(testName))
		return { wrong: "test_name is no name of a test" };
	for (const key of ["software_name", "software_version"] as const) {
		const value = body[key];
		if (typeof value !== "string" || !SOFTWARE.test(value))
			return { wrong: `${key} is missing or malformed` };
	}
	const version = body["data_format_version"];
	if (typeof version !== "string" || !FORMAT_VERSIONS.has(version))
		return { wrong: "data_format_version is not known" };
	if (body["format"] !== undefined && body["format"] !== "json")
		return { wrong: "format is not json" };
	const cc = readCc(body["probe_cc"]);
	if (cc === undefined) return { wrong: "probe_cc is no country code" };
	const asn = readAsn(body["probe_asn"]);
	if (asn === undefined) return { wrong: "probe_asn is no AS number" };
	return { value: { testName, cc, asn } };
}

/** `PK`; `ZZ` where the client does not know. */
export function readCc(value: unknown): string | undefined {
	return typeof value === "string" && /^[A-Z]{2}$/.test(value)
		? value
		: undefined;
}

/** `AS17557` as a number. */
export function readAsn(value: unknown): number | undefined {
	const digits =
		typeof value === "string" ? /^AS(\d{1,10})$/.exec(value)?.[1] : undefined;
	return digits !== undefined && Number(digits) < 2 ** 32
		? Number(digits)
		: undefined;
}

/** A new id: opening time, test, country, network, then what nobody can guess. */
export function createReportId(
	key: Uint8Array,
	declared: Declared,
	nowMs: number,
): string {
	const at = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, "");
	const test = declared.testName.replaceAll("_", "");
	const open = `${at}_${test}_${declared.cc}_${declared.asn}_n1_${randomBytes(NONCE_BYTES).toString("hex")}`;
	return `${open}${codeOf(key, open)}`;
}

/** What an id says, where this collector made it and its time is not over. */
export function readReportId(
	key: Uint8Array,
	id: string,
	nowMs: number,
): Report | undefined {
	const parts = FORM.exec(id);
	if (parts === null) return undefined;
	const open = id.slice(0, -CODE_DIGITS);
	const code = Buffer.from(id.slice(-CODE_DIGITS));
	if (!timingSafeEqual(code, Buffer.from(codeOf(key, open)))) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
		.slice(1, 7)
		.map(Number);
	const openedAtMs = Date.UTC(year, month - 1, day, hour, minute, second);
	if (nowMs - openedAtMs > REPORT_OPEN_MS) return undefined;
	const [testName = "", cc = "", asn = "0"] = parts.slice(7);
	return { testName, cc, asn: Number(asn), openedAtMs };
}

function codeOf(key: Uint8Array, open: string): string {
	return createHmac("sha256", key)
		.update(open)
		.digest("hex")
		.slice(0, CODE_DIGITS);
}

/** Reads a submission into a report. */
export function readSubmission(
	body: unknown,
	report: Report,
): Read<Readonly<Record<string, unknown>>> {
	if (!isRecord(body)) return { wrong: "the body is no JSON object" };
	if (body["format"] !== "json") return { wrong: "format is not json" };
	const read = readContent(body["content"]);
	if ("wrong" in read) return read;
	const { value } = read;
	if (String(value["test_name"]).replaceAll("_", "") !== report.testName)
		return { wrong: "test_name is not the report's" };
	if (value["probe_cc"] !== report.cc)
		return { wrong: "probe_cc is not the report's" };
	if (readAsn(value["probe_asn"]) !== report.asn)
		return { wrong: "probe_asn is not the report's" };
	return read;
}

/** Reads a measurement far enough to know that it is one. */
export function readContent(
	content: unknown,
): Read<Readonly<Record<string, unknown>>> {
	if (!isRecord(content)) return { wrong: "content is no measurement" };
	const testName = content["test_name"];
	if (typeof testName !== "string" || !TEST_NAME.test(testName))
		return { wrong: "test_name is no name of a test" };
	if (!isRecord(content["test_keys"])) return { wrong: "test_keys is missing" };
	if (instantOf(content["measurement_start_time"]) === undefined)
		return { wrong: "measurement_start_time is no time" };
	return { value: content };
}

/** OONI's `2024-02-17 18:47:00`, in UTC, as milliseconds. */
export function instantOf(value: unknown): number | undefined {
	if (typeof value !== "string") return undefined;
	const text = value.replace(" ", "T").replace(/Z?$/, "Z");
	const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
		? Date.parse(text)
		: Number.NaN;
	return Number.isNaN(ms) ? undefined : ms;
}
