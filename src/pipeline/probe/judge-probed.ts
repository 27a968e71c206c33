/** One measurement of the probe's, from record to plain words. */
import { observe } from "../../judge/observations/index.ts";
import { buildValidity, judgeMeasurement } from "../../judge/verdicts/index.ts";
import {
	type MeasurementHeader,
	parseMeasurement,
	type Verdict,
} from "../../model/index.ts";
import type { ReferenceSnapshot } from "../../reference/index.ts";
import { plainSentence } from "./plain.ts";

export interface Probed {
	readonly header: MeasurementHeader;
	readonly verdict: Verdict;
	/** The answer for whoever asked: `X looks blocked on this network: …`. */
	readonly plain: string;
	/** Fields that could not be used. */
	readonly problems: readonly string[];
}

/** Judges one record; undefined where it cannot be read as a measurement. */
export function judgeProbed(
	record: unknown,
	reference: ReferenceSnapshot,
	receivedAt: string,
): Probed | undefined {
	const parsed = parseMeasurement(record, { receivedAt });
	if ("reject" in parsed) return undefined;
	const { measurement: header } = parsed;
	const { observations, problems } = observe(header, {
		fingerprints: reference.fingerprints,
		seenCertificates: new Set(),
	});
	const verdict = judgeMeasurement(
		{ header, observations },
		{ reference, validity: buildValidity() },
	);
	const service = reference.services.ofTarget(verdict.target)?.service;
	return {
		header,
		verdict,
		plain: plainSentence(service?.name ?? verdict.target, verdict),
		problems: [...header.problems, ...problems],
	};
}
