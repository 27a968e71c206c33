import type { Certificate, Observation } from "../../model/index.ts";
import type { FingerprintSet } from "../../reference/index.ts";

/**
 * How the record's JSON was read. `latin1`: byte by byte, so that its texts
 * are byte strings (one char a UTF-8 byte); only for records without non-ASCII
 * `\u` escapes. `utf8`: the ordinary way.
 */
export type TextEncoding = "latin1" | "utf8";

export interface ObserveContext {
	readonly fingerprints: FingerprintSet;
	/** SHA-256 of certificates already seen by this process: they are not given again. */
	readonly seenCertificates: Set<string>;
	readonly encoding: TextEncoding;
}

export interface Observed {
	readonly observations: readonly Observation[];
	/** Certificates not in `seenCertificates` before. */
	readonly certificates: readonly Certificate[];
	/** Fields of test_keys that could not be used, with the reason: `requests[3].response.body: bad base64`. */
	readonly problems: readonly string[];
}
