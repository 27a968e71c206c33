/**
 * A signal: what somebody else's instrument shows of a country, an area or a
 * network over time. A zero is a value, a gap is the absence of a reading, and
 * `unavailable` is a source that says itself that it does not know; the three
 * are never mixed (P9). The licence travels with every signal.
 */

export const SIGNAL_ACCESSES = ["mobile", "fixed"] as const;
export type SignalAccess = (typeof SIGNAL_ACCESSES)[number];

export interface SignalEntity {
	/** `ZZ` where the source does not say. */
	readonly cc: string;
	/** ISO 3166-2, or the name as the source gives it; null for the whole country. */
	readonly area: string | null;
	readonly asn: number | null;
}

export type SignalReading = number | "gap" | "unavailable";

export interface SignalPoint {
	/** Start of what the reading covers: seconds since 1970. */
	readonly at: number;
	readonly reading: SignalReading;
}

/** What one signal is, apart from its readings. */
export interface SignalKey {
	readonly source: string;
	/** What is measured, in the source's own word: `bgp`, `v6_prefixes_ris`. */
	readonly measure: string;
	readonly unit: string;
	readonly entity: SignalEntity;
	readonly access: SignalAccess | null;
	readonly licence: string;
	/** `rise`: demand for circumvention and failure rates, where more is worse. */
	readonly trouble: "fall" | "rise";
	/** False: the reader was written from field lists, and never saw an answer of the source. */
	readonly verified: boolean;
}

export interface Signal extends SignalKey {
	/** Seconds from one reading to the next. */
	readonly stepSeconds: number;
	/** In order of time, each instant once. */
	readonly points: readonly SignalPoint[];
}

/** An outage, alert or anomaly as the source itself tells it. Not our finding. */
export interface ToldOutage {
	readonly source: string;
	readonly measure: string | null;
	readonly entity: SignalEntity;
	readonly access: SignalAccess | null;
	/** UTC ISO 8601. */
	readonly startedAt: string;
	/** Null: not over, or the source does not say. */
	readonly endedAt: string | null;
	/** In the source's own word; null where it gives none. */
	readonly cause: string | null;
	readonly scope: string | null;
	readonly description: string | null;
	/** Part of the expected value that is missing, from 0 to 1. */
	readonly depth: number | null;
	/** The source's own measure of how bad it is. */
	readonly score: number | null;
	readonly confirmed: boolean | null;
	readonly url: string | null;
	readonly licence: string;
	readonly verified: boolean;
}
