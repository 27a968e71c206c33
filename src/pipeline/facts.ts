/**
 * One raw record to one row of facts, or to the reason why not (P1, P7).
 * Whatever a record holds, nothing is thrown: a fault in reading one is a
 * reject, and the run goes on.
 */
import { sha256Hex } from "../base/index.ts";
import type { RawRecord } from "../gather/archives/index.ts";
import { observe } from "../judge/observations/index.ts";
import {
	type Certificate,
	isRecord,
	type Measurement,
	type MeasurementHeader,
	type Observation,
	parseMeasurement,
} from "../model/index.ts";
import type { FingerprintSet } from "../reference/index.ts";
import { decodeRecord, type Refusal } from "./decode.ts";

export interface FactsContext {
	readonly fingerprints: FingerprintSet;
	/** SHA-256 of certificates already handed on: each is given once. */
	readonly seenCertificates: Set<string>;
	/** When the file was received, UTC ISO 8601: a measurement from after it is absurd. */
	readonly receivedAt: string;
}

export interface RecordFacts {
	readonly header: MeasurementHeader;
	readonly observations: readonly Observation[];
	readonly certificates: readonly Certificate[];
	readonly problems: readonly string[];
	readonly recordHash: string;
}

export type FactsResult =
	| { readonly facts: RecordFacts }
	| { readonly reject: Refusal };

/** Reads one record. Never throws. */
export function readFacts(
	record: RawRecord,
	context: FactsContext,
): FactsResult {
	try {
		return readCarefully(record, context);
	} catch (error) {
		// RangeError of very deep nesting, or a fault of our own that must not stop a run.
		return {
			reject: {
				reason: "observation_failed",
				message: `${error instanceof Error ? error.name : "error"} while reading the facts`,
			},
		};
	}
}

function readCarefully(record: RawRecord, context: FactsContext): FactsResult {
	const decoded = decodeNamed(record);
	if ("reject" in decoded) return decoded;
	const { value } = decoded;
	const parsed = parseMeasurement(value, {
		uidHint: record.uidHint,
		receivedAt: context.receivedAt,
	});
	if ("reject" in parsed) return parsed;
	const { measurement } = parsed;
	const observed = observe(measurement, {
		fingerprints: context.fingerprints,
		seenCertificates: context.seenCertificates,
	});
	return {
		facts: {
			header: headerOf(measurement),
			observations: observed.observations,
			certificates: observed.certificates,
			problems: [...measurement.problems, ...observed.problems],
			recordHash: sha256Hex(record.bytes),
		},
	};
}

/** A record without a uid is named by its canonical form, which needs all of it. */
function decodeNamed(record: RawRecord) {
	const decoded = decodeRecord(record.bytes);
	if ("reject" in decoded || !decoded.isScanned) return decoded;
	const named =
		record.uidHint ||
		(isRecord(decoded.value) && decoded.value["measurement_uid"]);
	return named ? decoded : decodeRecord(record.bytes, true);
}

/** The header alone, its texts well-formed and without control characters. */
function headerOf(measurement: Measurement): MeasurementHeader {
	const text = cleanText;
	return {
		uid: text(measurement.uid),
		reportId: text(measurement.reportId),
		testName: text(measurement.testName),
		testVersion: text(measurement.testVersion),
		softwareName: text(measurement.softwareName),
		softwareVersion: text(measurement.softwareVersion),
		engineVersion: text(measurement.engineVersion),
		platform: text(measurement.platform),
		networkType: text(measurement.networkType),
		input: text(measurement.input),
		probeCc: measurement.probeCc,
		probeAsn: measurement.probeAsn,
		probeNetworkName: text(measurement.probeNetworkName),
		resolverAsn: measurement.resolverAsn,
		resolverIp: text(measurement.resolverIp),
		resolverNetworkName: text(measurement.resolverNetworkName),
		measuredAt: measurement.measuredAt,
		runtimeMs: measurement.runtimeMs,
		probeSaid: text(measurement.probeSaid),
	};
}

const NOT_PLAIN = /[^\x20-\x7e]/;

function cleanText(text: string): string {
	if (!NOT_PLAIN.test(text)) return text;
	return Buffer.from(text, "utf8")
		.toString("utf8")
		.replace(/\p{Cc}/gu, "");
}
