/** What ships with Rasai, and reference files named on the command line. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
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
