/**
 * One test run against one input by one probe at one time, in OONI's data
 * format. `parseMeasurement` reads the envelope and is forgiving field by
 * field: a bad country becomes `ZZ`, a bad ASN 0, each with a note; only a
 * record that says neither what was run nor when is refused.
 */
import { canonicalJson, sha256Hex } from "../base/index.ts";
import type { RejectReason } from "./reject.ts";
import { UNKNOWN_CC } from "./states.ts";

export interface MeasurementHeader {
	/** The collector's uid; where absent, `h` and the first 40 hex digits of the SHA-256 of the canonical record. */
	readonly uid: string;
	/** One run of one probe: the upper bound on independence. Empty where the data has none. */
	readonly reportId: string;
	readonly testName: string;
	readonly testVersion: string;
	readonly softwareName: string;
	readonly softwareVersion: string;
	readonly engineVersion: string;
	readonly platform: string;
	readonly networkType: string;
	/** What was tested: a URL or empty. */
	readonly input: string;
	readonly probeCc: string;
	/** 0 means unknown. */
	readonly probeAsn: number;
	readonly probeNetworkName: string;
	readonly resolverAsn: number;
	readonly resolverIp: string;
	readonly resolverNetworkName: string;
	/** Start of the measurement, UTC ISO 8601 to the second. */
	readonly measuredAt: string;
	readonly runtimeMs: number | undefined;
	/** What the probe itself concluded (`dns`, `false`, `null`…), for comparison only; never used in a verdict. */
	readonly probeSaid: string;
}

export interface Measurement extends MeasurementHeader {
	readonly testKeys: Readonly<Record<string, unknown>>;
	readonly annotations: Readonly<Record<string, unknown>>;
	readonly testHelpers: Readonly<Record<string, unknown>>;
	/** Options the test was run with, where the data has them. */
	readonly options: unknown;
	/** Fields that could not be used, with the reason: `probe_asn: not an AS number`. */
	readonly problems: readonly string[];
}

export interface ParseContext {
	/** uid from the archive (postcan member name), used where the record has none. */
	readonly uidHint?: string | undefined;
	/** When the archive received the file: a measurement from after it is absurd. */
	readonly receivedAt: string;
}

export type ParseResult =
	| { readonly measurement: Measurement }
	| {
			readonly reject: {
				readonly reason: RejectReason;
				readonly message: string;
			};
	  };

/** OONI's first measurement data are from December 2012. */
const EARLIEST_MS = Date.UTC(2012, 0, 1);
/** Clocks of probes may be a day ahead of ours. */
const CLOCK_SKEW_MS = 24 * 3600 * 1000;
const MAX_TEXT = 4096;

export function isRecord(
	value: unknown,
): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads one JSON value as a measurement. Never throws. */
export function parseMeasurement(
	value: unknown,
	context: ParseContext,
): ParseResult {
	if (!isRecord(value))
		return refuse("not_an_object", "the record is not a JSON object");
	const problems: string[] = [];
	const text = (key: string): string => readText(value[key], key, problems);

	const testName = text("test_name");
	if (testName === "")
		return refuse("test_name_missing", "test_name is missing or not a text");
	if (!isRecord(value["test_keys"]))
		return refuse("test_keys_missing", "test_keys is missing or not an object");
	const testKeys = value["test_keys"];

	const startedAt =
		readTime(value["measurement_start_time"]) ??
		readTime(value["test_start_time"]);
	if (startedAt === undefined)
		return refuse(
			"date_missing",
			"neither measurement_start_time nor test_start_time is a date",
		);
	if (readTime(value["measurement_start_time"]) === undefined)
		problems.push("measurement_start_time: not a date, test_start_time used");
	if (
		startedAt < EARLIEST_MS ||
		startedAt > Date.parse(context.receivedAt) + CLOCK_SKEW_MS
	) {
		return refuse(
			"date_absurd",
			`measured at ${new Date(startedAt).toISOString()}, which is before 2012 or after it was received`,
		);
	}

	const annotations = isRecord(value["annotations"])
		? value["annotations"]
		: {};
	const cc = text("probe_cc").toUpperCase();
	if (!/^[A-Z]{2}$/.test(cc)) problems.push("probe_cc: not a country code");
	const stated = text("measurement_uid");
	return {
		measurement: {
			uid:
				stated ||
				context.uidHint ||
				`h${sha256Hex(canonicalJson(withoutInfinity(value))).slice(0, 40)}`,
			reportId: text("report_id"),
			testName: normaliseTestName(testName),
			testVersion: text("test_version"),
			softwareName: text("software_name"),
			softwareVersion: text("software_version"),
			engineVersion: annotationText(annotations, "engine_version"),
			platform: annotationText(annotations, "platform"),
			networkType: annotationText(annotations, "network_type"),
			input: readInput(value["input"], problems),
			probeCc: /^[A-Z]{2}$/.test(cc) ? cc : UNKNOWN_CC,
			probeAsn: readAsn(value["probe_asn"], "probe_asn", problems),
			probeNetworkName: text("probe_network_name"),
			resolverAsn: readAsn(value["resolver_asn"], "resolver_asn", problems),
			resolverIp: text("resolver_ip"),
			resolverNetworkName: text("resolver_network_name"),
			measuredAt: `${new Date(startedAt).toISOString().slice(0, 19)}Z`,
			runtimeMs: readMilliseconds(value["test_runtime"]),
			probeSaid: readProbeSaid(testKeys),
			testKeys,
			annotations,
			testHelpers: isRecord(value["test_helpers"]) ? value["test_helpers"] : {},
			options: value["options"],
			problems,
		},
	};
}

function refuse(reason: RejectReason, message: string): ParseResult {
	return { reject: { reason, message } };
}

function readText(value: unknown, key: string, problems: string[]): string {
	if (value === undefined || value === null) return "";
	if (typeof value === "string") {
		if (value.length <= MAX_TEXT) return value;
		problems.push(`${key}: longer than ${MAX_TEXT} characters, cut`);
		return value.slice(0, MAX_TEXT);
	}
	if (typeof value === "number" || typeof value === "boolean")
		return String(value);
	problems.push(`${key}: not a text`);
	return "";
}

function annotationText(
	annotations: Readonly<Record<string, unknown>>,
	key: string,
): string {
	const value = annotations[key];
	return typeof value === "string" ? value.slice(0, MAX_TEXT) : "";
}

/** Some tests (meek) give a list of inputs: they are joined by a blank. */
function readInput(value: unknown, problems: string[]): string {
	if (Array.isArray(value))
		return value
			.filter((item) => typeof item === "string")
			.join(" ")
			.slice(0, MAX_TEXT);
	return readText(value, "input", problems);
}

function readAsn(value: unknown, key: string, problems: string[]): number {
	if (value === undefined || value === null || value === "") return 0;
	const digits =
		typeof value === "number"
			? String(value)
			: typeof value === "string"
				? value.replace(/^AS/i, "")
				: "";
	const asn = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
	if (asn <= 4294967295) return asn;
	problems.push(`${key}: not an AS number`);
	return 0;
}

/** OONI writes `2024-02-17 18:47:00` in UTC; some tools write ISO 8601. */
function readTime(value: unknown): number | undefined {
	if (typeof value !== "string") return undefined;
	const match =
		/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/.exec(
			value,
		);
	if (!match) return undefined;
	const ms = Date.parse(`${match[1]}T${match[2]}Z`);
	return Number.isNaN(ms) ? undefined : ms;
}

function readMilliseconds(seconds: unknown): number | undefined {
	return typeof seconds === "number" && Number.isFinite(seconds) && seconds >= 0
		? Math.round(seconds * 1000)
		: undefined;
}

function readProbeSaid(testKeys: Readonly<Record<string, unknown>>): string {
	const blocking = testKeys["blocking"];
	// A forged object may have no text form at all.
	if (blocking === undefined || isRecord(blocking) || Array.isArray(blocking))
		return "";
	return String(blocking).slice(0, 64);
}

/** Early probes named a few tests otherwise. */
function normaliseTestName(name: string): string {
	return name === "stun_reachability" ? "stunreachability" : name;
}

/** JSON can write a number that is none to us (1e999): it counts as null, and its record is kept. */
function withoutInfinity(value: unknown): unknown {
	if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
		return null;
	if (Array.isArray(value)) return value.map(withoutInfinity);
	return isRecord(value)
		? Object.fromEntries(
				Object.entries(value).map(([key, one]) => [key, withoutInfinity(one)]),
			)
		: value;
}
