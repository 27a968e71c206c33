/**
 * What signals say together of whether a country's or an area's network worked
 * over a time. The floor is that of outages, in both directions (P4, P7): two
 * independent gauges. Routes that stay up show no more than that: a
 * network can be cut behind them, so they never speak for "working".
 */
import type { SignalAccess } from "../../model/index.ts";
import { areaOf } from "../../reference/index.ts";
import type { Claim, RecordEntry } from "./entry.ts";
import { networkAccess } from "./network-words.ts";

/** What one signal showed of a place as a whole within the time of a claim. */
export interface SignalThen {
	readonly source: string;
	readonly measure: string;
	/** Signals of one gauge are one witness. */
	readonly gauge: string;
	/** ISO 3166-2; null for the country. */
	readonly area: string | null;
	/** Part of the time for which it has readings, and part that lies in a fall. */
	readonly readShare: number;
	readonly fallenShare: number;
	/** Part of the expected value that it showed, by the median. */
	readonly level: number | null;
	/** A reading that shows it, in words. */
	readonly witness: string;
	readonly licence: string;
	/** It shows routes, which may stay while nothing gets through. */
	readonly isRouting: boolean;
}

export interface SignalWeighing {
	readonly found: "down" | "partly_down" | "working" | "mixed" | "insufficient";
	readonly gaugeCount: number;
	readonly downGaugeCount: number;
	readonly workingGaugeCount: number;
	readonly signals: readonly SignalThen[];
	readonly witness: string | undefined;
}

/** Where and of what a claim speaks, where it speaks of the network itself. */
export interface NetworkQuestion {
	readonly cc: string;
	/** ISO 3166-2; empty for the country. */
	readonly areas: readonly string[];
	readonly access: SignalAccess | null;
}

/** What signals are asked for a claim; `below` where it is of what no signal is of; undefined where it is of services. */
export function networkQuestion(
	entry: RecordEntry,
	claim: Claim,
): NetworkQuestion | "below" | undefined {
	const names = claim.services ?? entry.services;
	const access = networkAccess(names);
	const isOfNetwork =
		claim.matter === "reachability" &&
		access !== undefined &&
		names.every((name) => networkAccess([name]) !== undefined);
	if (!isOfNetwork) return undefined;
	const areas = (claim.areas ?? entry.areas).map((name) =>
		areaOf(entry.country, name),
	);
	const codes = areas.flatMap(({ code, isPart }) =>
		code === undefined || isPart ? [] : [code],
	);
	return codes.length === areas.length
		? { cc: entry.country, areas: codes, access }
		: "below";
}

/** Independent gauges behind a finding. */
const LEAST_GAUGES = 2;
/** Share of the time that must be fallen, or read. Provisional. */
const MOST = 0.5;
/** Level from which a signal shows that it worked. Provisional. */
const USUAL = 0.8;

type Side = "down" | "partly" | "working" | "unclear";

export function weighSignals(signals: readonly SignalThen[]): SignalWeighing {
	const gauges = [...new Set(signals.map(({ gauge }) => gauge))].sort();
	const sides = gauges.map((gauge) =>
		sideOf(signals.filter((one) => one.gauge === gauge)),
	);
	const count = (...wanted: readonly Side[]) =>
		sides.filter((side) => wanted.includes(side)).length;
	const [down, touched, working] = [
		count("down"),
		count("down", "partly"),
		count("working"),
	];
	const found =
		down >= LEAST_GAUGES && down > working
			? "down"
			: touched >= LEAST_GAUGES && touched > working
				? "partly_down"
				: working >= LEAST_GAUGES && touched === 0
					? "working"
					: Math.max(touched, working) >= LEAST_GAUGES
						? "mixed"
						: "insufficient";
	return {
		found,
		gaugeCount: gauges.length,
		downGaugeCount: touched,
		workingGaugeCount: working,
		signals,
		witness: signals.find((one) =>
			found === "working" ? one.fallenShare === 0 : one.fallenShare > 0,
		)?.witness,
	};
}

/** A gauge is down where any of its signals is, and works where all that are read do. */
function sideOf(signals: readonly SignalThen[]): Side {
	if (signals.some(({ fallenShare }) => fallenShare >= MOST)) return "down";
	if (signals.some(({ fallenShare }) => fallenShare > 0)) return "partly";
	return signals.every(
		({ readShare, level, isRouting }) =>
			!isRouting && readShare >= MOST && (level ?? 0) >= USUAL,
	)
		? "working"
		: "unclear";
}

/** What the finding makes of a claim. */
export function compareSignals(
	asserted: Claim["asserted"],
	{ found }: SignalWeighing,
): "supports" | "contradicts" | "insufficient" {
	switch (asserted) {
		case "working":
			// Down for some of the time leaves both open.
			if (found === "working") return "supports";
			return found === "down" ? "contradicts" : "insufficient";
		case "restricted":
			if (found === "working") return "contradicts";
			return found === "down" || found === "partly_down"
				? "supports"
				: "insufficient";
		default:
			// Signals show whether a network is there, not how fast it is.
			return "insufficient";
	}
}

/** The numbers in a sentence. */
export function signalsSentence(weighing: SignalWeighing): string {
	const { signals, found } = weighing;
	if (signals.length === 0)
		return "No signal is kept of that place, access and time.";
	const counted = `${weighing.downGaugeCount} of ${weighing.gaugeCount} independent gauges were down and ${weighing.workingGaugeCount} showed the usual (${signals.map(({ source, measure, level }) => `${source} ${measure} ${level === null ? "level not known" : `at ${Math.round(level * 100)}%`}`).join(", ")})`;
	switch (found) {
		case "insufficient":
			return `${counted}: below the floor of ${LEAST_GAUGES}.`;
		case "mixed":
			return `${counted}: neither side carries it.`;
		case "working":
			return `${counted}.`;
		default:
			return `${counted}. They show that the network failed, not why.`;
	}
}
