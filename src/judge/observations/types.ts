import type { Certificate, Observation } from "../../model/index.ts";
import type { FingerprintSet } from "../../reference/index.ts";

export interface ObserveContext {
	readonly fingerprints: FingerprintSet;
	/** SHA-256 of certificates already seen by this process: they are not given again. */
	readonly seenCertificates: Set<string>;
}

export interface Observed {
	readonly observations: readonly Observation[];
	/** Certificates not in `seenCertificates` before. */
	readonly certificates: readonly Certificate[];
	/** Fields of test_keys that could not be used, with the reason: `requests[3].response.body: bad base64`. */
	readonly problems: readonly string[];
}
