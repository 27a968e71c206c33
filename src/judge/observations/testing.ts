/** What the tests of this folder share: measurements around given test keys, read without fingerprints. */
import type { Measurement, Observation } from "../../model/index.ts";
import { emptyFingerprints } from "../../reference/index.ts";
import { observe } from "./observe.ts";
import type { Observed } from "./types.ts";

export function measurementOf(
	testKeys: Readonly<Record<string, unknown>>,
	testName = "web_connectivity",
	input = "https://www.example.org/",
): Measurement {
	return {
		uid: "uid",
		reportId: "report",
		testName,
		testVersion: "0.5.28",
		softwareName: "emulated",
		softwareVersion: "1",
		engineVersion: "1",
		platform: "linux",
		networkType: "wifi",
		input,
		probeCc: "QZ",
		probeAsn: 64500,
		probeNetworkName: "Emulated",
		resolverAsn: 64500,
		resolverIp: "198.51.100.53",
		resolverNetworkName: "Emulated",
		measuredAt: "2026-12-05T09:30:00Z",
		runtimeMs: 1000,
		probeSaid: "",
		testKeys,
		annotations: {},
		testHelpers: {},
		options: undefined,
		problems: [],
	};
}

export function observeKeys(
	testKeys: Readonly<Record<string, unknown>>,
	testName?: string,
	input?: string,
): Observed {
	return observe(measurementOf(testKeys, testName, input), {
		fingerprints: emptyFingerprints,
		seenCertificates: new Set(),
	});
}

/** The observations of one layer. */
export function ofLayer<Layer extends Observation["layer"]>(
	observed: Observed,
	layer: Layer,
): readonly Extract<Observation, { layer: Layer }>[] {
	return observed.observations.filter(
		(observation): observation is Extract<Observation, { layer: Layer }> =>
			observation.layer === layer,
	);
}
