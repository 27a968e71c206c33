/**
 * The golden cases: folders below tests/golden, each with a measurement made
 * for the purpose (hosts under example.org and example.net or those a test is
 * made for, addresses and ASNs of the documentation ranges, country QZ) and
 * what must come of it. `npm run golden` rewrites the latter.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
	type Observed,
	observe,
	type TextEncoding,
} from "../../src/judge/observations/index.ts";
import { type Measurement, parseMeasurement } from "../../src/model/index.ts";
import {
	type FingerprintSet,
	parseFingerprints,
} from "../../src/reference/index.ts";

/** Below the project, not below the build. */
export const GOLDEN_FOLDER = join("tests", "golden");
/** The archive that the cases stand for was received then. */
const RECEIVED_AT = "2026-12-06T00:00:00Z";

export function goldenNames(): readonly string[] {
	return readdirSync(GOLDEN_FOLDER, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

/** The fingerprints that every case is read with. */
export function goldenFingerprints(): FingerprintSet {
	const read = (name: string): string =>
		readFileSync(join(GOLDEN_FOLDER, `${name}.csv`), "utf8");
	return parseFingerprints({
		dns: read("fingerprints_dns"),
		http: read("fingerprints_http"),
	});
}

/** The record of a case, read in one of the two ways that import reads records. */
export function readGolden(name: string, encoding: TextEncoding): Measurement {
	const bytes = readFileSync(join(GOLDEN_FOLDER, name, "measurement.json"));
	const record: unknown = JSON.parse(bytes.toString(encoding));
	const parsed = parseMeasurement(record, { receivedAt: RECEIVED_AT });
	if ("reject" in parsed) throw new Error(`${name}: ${parsed.reject.message}`);
	return parsed.measurement;
}

/** The facts of a case, by a process that has seen no certificate yet. */
export function observeGolden(
	name: string,
	encoding: TextEncoding,
	fingerprints: FingerprintSet,
): Observed {
	return observe(readGolden(name, encoding), {
		fingerprints,
		seenCertificates: new Set(),
		encoding,
	});
}

/** What stands in `observations.json`. DER bytes are left out: the hash names them. */
export function observationsText(observed: Observed): string {
	const { observations, problems } = observed;
	const certificates = observed.certificates.map(
		({ der: _der, ...facts }) => facts,
	);
	return `${JSON.stringify({ observations, certificates, problems }, null, "\t")}\n`;
}

/** Files that `npm run golden` writes for a case, by name. */
export function goldenFiles(
	name: string,
	fingerprints: FingerprintSet,
): ReadonlyMap<string, string> {
	const observed = observeGolden(name, "utf8", fingerprints);
	return new Map([["observations.json", observationsText(observed)]]);
}
