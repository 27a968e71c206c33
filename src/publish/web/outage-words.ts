/** Outages of the network in words: what its signals show together, and what is known of the cause. */
import type {
	Incident,
	IncidentCause,
	IncidentSignal,
} from "../../model/index.ts";
import { areaName } from "../../reference/index.ts";
import { asnName } from "./names.ts";
import { countOf, formatCount } from "./words.ts";

const CAUSE_WORDS: Readonly<Record<IncidentCause["found"], string>> = {
	restriction: "Cause: a restriction",
	fault: "Cause: a fault",
	not_established: "Cause not established",
};

const GAUGE_WORDS: Readonly<Record<string, string>> = {
	routing: "routes",
	ioda_probing: "IODA's probing",
	monash_probing: "Monash's probing",
	atlas_probing: "RIPE Atlas's pings",
	telescope: "background traffic at a telescope",
	google_traffic: "Google traffic",
	cloudflare_traffic: "Cloudflare traffic",
	wikimedia_traffic: "Wikimedia traffic",
	mozilla: "Mozilla's telemetry",
	own_volume: "our own measurements",
};

/** `Cause not established. Signals show that the network failed, not why.` */
export function causeSentence({ cause }: Pick<Incident, "cause">): string {
	return cause ? `${CAUSE_WORDS[cause.found]}. ${cause.why}` : "";
}

/** What a signal is measured by, in a reader's words. */
export function gaugeWords(gauge: string): string {
	return GAUGE_WORDS[gauge] ?? gauge.replaceAll("_", " ");
}

/** `3 of 5 signals fell, of 3 gauges`, and what did not come of our own. */
export function signalsPhrase({
	signals = [],
	counts,
}: Pick<Incident, "signals" | "counts">): string {
	const fallen = signals.filter(({ falls }) => falls.length > 0);
	const gauges = new Set(fallen.map(({ gauge }) => gauge)).size;
	const own =
		counts.of > 0
			? `${formatCount(counts.sessions)} of ${countOf(counts.of, "expected session")} of our own did not come`
			: undefined;
	if (signals.length === 0) return own ?? "no signals are kept of it";
	const others = `${formatCount(fallen.length)} of ${countOf(signals.length, "signal")} fell, of ${countOf(gauges, "gauge")}`;
	return own === undefined ? others : `${others}; ${own}`;
}

/** Of what a signal is: `the country`, `Sindh, mobile`, `AS64496`. */
export function signalPlace({ area, asn, access }: IncidentSignal): string {
	const parts = [
		...(asn === null ? [] : [asnName(asn)]),
		...(area === null ? [] : [areaName(area)]),
		...(access === null ? [] : [access]),
	];
	return parts.length === 0 ? "the country" : parts.join(", ");
}
