/** A measurement that the collector accepted, as it is kept until it may be shown. */
import { UNKNOWN_CC } from "../../model/index.ts";
import { instantOf, readAsn } from "./report.ts";

/**
 * How sure it is where a submission comes from (P7). `seen`: the connection
 * came from the network and country that were declared. `unchecked`: nothing
 * is known of the connection's network, or none was declared. `differs`: it
 * came from another network or country. `repeat`: over the same line came another report about the
 * same target and hour. `tor`: it came through Tor. `uploaded`: a file, which
 * comes from anywhere. Only the first two may count as sessions of a network.
 */
export type Origin =
	| "seen"
	| "unchecked"
	| "differs"
	| "repeat"
	| "tor"
	| "uploaded";

export interface Submission {
	/** Given at acceptance, and known to the contributor only. */
	readonly uid: string;
	readonly reportId: string;
	/** UTC, to the second. */
	readonly receivedAt: string;
	readonly origin: Origin;
	readonly measurement: Readonly<Record<string, unknown>>;
}

/** What is to be known of a submission to decide on its release: without its results, so that days of them fit in memory. */
export interface HeldHead
	extends Pick<Submission, "uid" | "reportId" | "receivedAt" | "origin"> {
	readonly testName: string;
	/** Empty where the test has none. */
	readonly input: string;
	readonly cc: string;
	readonly asn: number;
	readonly measuredAt: string;
}

export function headOf({ measurement, ...rest }: Submission): HeldHead {
	const input = measurement["input"];
	return {
		uid: rest.uid,
		reportId: rest.reportId,
		receivedAt: rest.receivedAt,
		origin: rest.origin,
		testName: String(measurement["test_name"]),
		input: typeof input === "string" ? input : "",
		cc: String(measurement["probe_cc"]),
		asn: readAsn(measurement["probe_asn"]) ?? 0,
		measuredAt: String(measurement["measurement_start_time"]),
	};
}

const HOUR_MS = 3_600_000;

/** What a measurement speaks of: two with the same over one line are one voice. */
export function subjectOf(
	measurement: Submission["measurement"],
): readonly unknown[] {
	const { test_name, input, measurement_start_time } = measurement;
	const atMs = instantOf(measurement_start_time) ?? 0;
	return [test_name, input ?? "", Math.floor(atMs / HOUR_MS)];
}

/** Where accepted submissions go. */
export interface SubmissionSink {
	/** Resolves once the submission survives a power cut. */
	append(submission: Submission): Promise<void>;
	/** So much waits for the disk that no more should be taken. */
	isFull(): boolean;
	/** What was accepted under a report, and is still held. */
	ofReport(reportId: string): Promise<readonly Submission[]>;
}

export interface NetworkKnowledge {
	/** AS number of an address, 0 where unknown. */
	readonly asnOf: (address: string) => number;
	/** Country of an address, undefined where unknown. */
	readonly ccOf: (address: string) => string | undefined;
	readonly isTorExit: (address: string) => boolean;
}

/** Compares the connection's address with what was declared. The address goes no further. */
export function originOf(
	address: string,
	declared: { readonly asn: number; readonly cc: string },
	known: NetworkKnowledge,
): Origin {
	if (known.isTorExit(address)) return "tor";
	const cc = known.ccOf(address);
	if (cc !== undefined && declared.cc !== UNKNOWN_CC && cc !== declared.cc)
		return "differs";
	const asn = known.asnOf(address);
	if (asn === 0 || declared.asn === 0) return "unchecked";
	return asn === declared.asn ? "seen" : "differs";
}
