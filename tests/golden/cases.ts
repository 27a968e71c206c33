/**
 * The golden cases: folders below tests/golden, each with a measurement made
 * for the purpose (hosts under example.org and example.net or those a test is
 * made for, addresses and ASNs of the documentation ranges, country QZ) and
 * what must come of it. `npm run golden` rewrites the latter.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
	type Observed,
	observe,
	scanRecord,
} from "../../src/judge/observations/index.ts";
import {
	buildNetworkControl,
	buildValidity,
	judgeMeasurement,
} from "../../src/judge/verdicts/index.ts";
import {
	type Measurement,
	parseMeasurement,
	type Verdict,
} from "../../src/model/index.ts";
import {
	emptyAsn,
	emptyServices,
	type FingerprintSet,
	parseFingerprints,
	snapshotOf,
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

/** The two ways in which import reads records. */
export type Reading = "parsed" | "scanned";

/** The record of a case; a test that is never scanned is parsed. */
export function readGolden(name: string, reading: Reading): Measurement {
	const bytes = readFileSync(join(GOLDEN_FOLDER, name, "measurement.json"));
	const scanned = reading === "scanned" ? scanRecord(bytes) : undefined;
	const record: unknown = scanned ?? JSON.parse(bytes.toString("utf8"));
	const parsed = parseMeasurement(record, { receivedAt: RECEIVED_AT });
	if ("reject" in parsed) throw new Error(`${name}: ${parsed.reject.message}`);
	return parsed.measurement;
}

/** The facts of a case, by a process that has seen no certificate yet. */
export function observeGolden(
	name: string,
	reading: Reading,
	fingerprints: FingerprintSet,
): Observed {
	return observe(readGolden(name, reading), {
		fingerprints,
		seenCertificates: new Set(),
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

/** The verdict of a case, held against `networks.json` where the case has one. */
export function judgeGolden(
	name: string,
	fingerprints: FingerprintSet,
): Verdict {
	const header = readGolden(name, "parsed");
	const { observations } = observeGolden(name, "parsed", fingerprints);
	const path = join(GOLDEN_FOLDER, name, "networks.json");
	const networks = existsSync(path)
		? JSON.parse(readFileSync(path, "utf8"))
		: undefined;
	return judgeMeasurement(
		{ header, observations },
		{
			reference: snapshotOf({
				fingerprints,
				services: emptyServices,
				asn: emptyAsn,
			}),
			validity: buildValidity(),
			networks: networks && buildNetworkControl(networks.rows, networks.speeds),
		},
	);
}

/** What stands in `verdict.json`. The ruleset's hash is left out: it changes with every comment. */
function verdictText(verdict: Verdict): string {
	const { ruleset: _ruleset, ...rest } = verdict;
	return `${JSON.stringify(rest, null, "\t")}\n`;
}

/** Files that `npm run golden` writes for a case, by name. */
export function goldenFiles(
	name: string,
	fingerprints: FingerprintSet,
): ReadonlyMap<string, string> {
	const observed = observeGolden(name, "parsed", fingerprints);
	return new Map([
		["observations.json", observationsText(observed)],
		["verdict.json", verdictText(judgeGolden(name, fingerprints))],
	]);
}
