/** What ships with Rasai, and reference files named on the command line. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	parseDossier,
	parseRestrictions,
	type RecordDossier,
	type RestrictionEntry,
} from "../account/record/index.ts";
import { RasaiError } from "../base/index.ts";
import {
	type FingerprintSet,
	parseFingerprints,
	parseServices,
	type ServiceRegistry,
} from "../reference/index.ts";
import type { Context } from "./command.ts";

/** The service registry of `data/services`. */
export async function readServices({
	shipped,
}: Pick<Context, "shipped">): Promise<ServiceRegistry> {
	const path = join(shipped, "services", "services.json");
	return parseServices(JSON.parse(await readFile(path, "utf8")));
}

/** Fingerprints of a folder that holds the two files OONI publishes, or one of them. */
export async function readFingerprints(
	folder: string,
): Promise<FingerprintSet> {
	const [dns, http] = await Promise.all(
		["fingerprints_dns.csv", "fingerprints_http.csv"].map((name) =>
			readFile(join(folder, name), "utf8").catch(() => undefined),
		),
	);
	if (dns === undefined && http === undefined)
		throw new RasaiError(
			"reference_missing",
			`${folder}: neither fingerprints_dns.csv nor fingerprints_http.csv is there`,
		);
	return parseFingerprints({ dns: dns ?? "", http: http ?? "" });
}

const RESTRICTION_FILES = ["pakistan-restrictions.csv", "other-countries.csv"];
const DOSSIER_FILES = ["pakistan-x-ban-2024.json"];

export interface ShippedRecord {
	readonly restrictions: readonly RestrictionEntry[];
	readonly dossiers: readonly RecordDossier[];
}

/** The record of `data/record`. What cannot be read of it is logged and left out. */
export async function readRecord({
	shipped,
	log,
}: Pick<Context, "shipped" | "log">): Promise<ShippedRecord> {
	const read = (name: string) =>
		readFile(join(shipped, "record", name), "utf8");
	const restrictions: RestrictionEntry[] = [];
	const dossiers: RecordDossier[] = [];
	const tell = (file: string, problems: readonly string[]): void => {
		for (const problem of problems)
			log("warn", "record_problem", { file, problem });
	};
	for (const file of RESTRICTION_FILES) {
		const { entries, problems } = parseRestrictions(await read(file));
		restrictions.push(...entries);
		tell(file, problems);
	}
	for (const file of DOSSIER_FILES) {
		const { dossier, problems } = parseDossier(JSON.parse(await read(file)));
		if (dossier) dossiers.push(dossier);
		tell(file, problems);
	}
	return { restrictions, dossiers };
}
