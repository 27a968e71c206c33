/**
 * Instruments fail too. A failure that follows a test's version or a probe's
 * platform rather than the network is a defect of the instrument (P10), and
 * what it says of the target does not count.
 */
import type { MeasurementHeader, Observation } from "../../model/index.ts";
import type { Validity } from "./types.ts";

/** Why the probe's own place voids what it saw; undefined where it does not. */
const VANTAGE_FAULTS: Readonly<Record<string, string>> = {
	no_internet: "the probe could reach nothing at all, so it was not online",
	captive_portal:
		"the login page of a local network answered, so the probe was not on the internet",
	tls_interception:
		"every certificate the probe met was from the same unknown signer, as a program on the machine or a firewall near it makes them",
};

export function vantageFault(
	observations: readonly Observation[],
): string | undefined {
	for (const seen of observations)
		if (seen.layer === "app" && seen.name === "vantage_fault")
			return (
				VANTAGE_FAULTS[seen.text ?? ""] ??
				"the probe found its own network unfit to measure from"
			);
	return observations.some(
		(seen) =>
			seen.layer === "http" &&
			seen.vantage === "probe" &&
			seen.pageMarks.includes("captive_portal"),
	)
		? "the login page of a local network answered, so the probe was not on the internet"
		: undefined;
}

interface DatedChange {
	readonly testName: string;
	/** Day from which older versions of the test fail whatever the network does. */
	readonly changedOn: string;
	/** First version that works after the change. */
	readonly fixedIn: string;
	readonly what: string;
}

/**
 * Changes on the services' side that broke older tests. Days from OONI's own
 * notes on Signal (void before a root or endpoint change); the version for
 * each is read off measurements that worked after it, not stated by OONI.
 */
const DATED_CHANGES: readonly DatedChange[] = [
	{
		testName: "signal",
		changedOn: "2022-10-19",
		fixedIn: "0.2.2",
		what: "Signal changed its certificate authority",
	},
	{
		testName: "signal",
		changedOn: "2023-05-02",
		fixedIn: "0.2.3",
		what: "Signal changed its servers",
	},
	{
		testName: "signal",
		changedOn: "2023-11-07",
		fixedIn: "0.2.4",
		what: "Signal changed its servers",
	},
];

/** One row of the instrument table: how one instrument fared with one target, over networks. */
export interface InstrumentRow {
	readonly testName: string;
	readonly target: string;
	/** Test version, probe version and platform, joined. */
	readonly instrument: string;
	readonly networks: number;
	readonly countries: number;
	/** Networks on which most of this instrument's runs failed. */
	readonly failedNetworks: number;
}

/** Networks, and countries, that an instrument must have failed on before it is called defective. Provisional. */
export const DEFECT_NETWORKS = 5;
const DEFECT_COUNTRIES = 3;
/** Share of its networks on which a defective instrument fails, and on which the others work. Provisional. */
const DEFECT_SHARE = 0.9;
const HEALTHY_SHARE = 0.2;

export function instrumentOf(header: MeasurementHeader): string {
	return [
		header.testVersion,
		header.softwareName,
		header.softwareVersion,
		header.platform,
	].join(" ");
}

/**
 * Validity from the dated changes and, where rows are given, from contrast:
 * one instrument fails nearly everywhere, in several countries, while others
 * reach the same target nearly everywhere.
 */
export function buildValidity(rows: Iterable<InstrumentRow> = []): Validity {
	const defective = defectiveInstruments(rows);
	return {
		defect: (header, target) => {
			const dated = DATED_CHANGES.find(
				({ testName, changedOn, fixedIn }) =>
					header.testName === testName &&
					header.measuredAt >= changedOn &&
					compareVersions(header.testVersion, fixedIn) < 0,
			);
			if (dated !== undefined)
				return `${dated.what} on ${dated.changedOn}; test version ${header.testVersion} is older than ${dated.fixedIn}`;
			const key = `${header.testName}\n${target}\n${instrumentOf(header)}`;
			return defective.has(key)
				? `probes of this version (${instrumentOf(header)}) fail with ${target} on nearly every network, while others reach it`
				: undefined;
		},
	};
}

function defectiveInstruments(
	rows: Iterable<InstrumentRow>,
): ReadonlySet<string> {
	const byTarget = new Map<string, InstrumentRow[]>();
	for (const row of rows) {
		const key = `${row.testName}\n${row.target}`;
		const list = byTarget.get(key);
		if (list) list.push(row);
		else byTarget.set(key, [row]);
	}
	const found = new Set<string>();
	for (const [key, list] of byTarget) {
		for (const row of list) {
			if (row.networks < DEFECT_NETWORKS || row.countries < DEFECT_COUNTRIES)
				continue;
			if (row.failedNetworks / row.networks < DEFECT_SHARE) continue;
			const others = list.filter((other) => other !== row);
			const networks = others.reduce((sum, o) => sum + o.networks, 0);
			const failed = others.reduce((sum, o) => sum + o.failedNetworks, 0);
			if (networks >= DEFECT_NETWORKS && failed / networks <= HEALTHY_SHARE)
				found.add(`${key}\n${row.instrument}`);
		}
	}
	return found;
}

/** Compares dotted versions number by number: negative where `a` is older. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a.split("."), b.split(".")];
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference =
			(Number.parseInt(left[i] ?? "0", 10) || 0) -
			(Number.parseInt(right[i] ?? "0", 10) || 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
