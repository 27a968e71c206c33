/**
 * One real-world restriction, measured or documented. What is kept of it in
 * the ledger and printed by `incident list`; every member is JSON. Instants are
 * UTC ISO 8601. Words are those of docs/ontology.md.
 */
import type { SignalAccess } from "./signal.ts";
import type { State } from "./states.ts";

/** Public contracts: never renamed, never re-used. */
export const INCIDENT_KINDS = [
	"service_block",
	"throttling",
	"mobile_data_shutdown",
	"fixed_line_shutdown",
	"regional_shutdown",
	"full_shutdown",
	"account_or_content_withholding",
	"outage_not_restriction",
	/** The network itself failed; that it was cut is not established. */
	"outage",
	"undetermined",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_STATUSES = [
	"announced",
	"suspicion",
	"ongoing",
	"ended",
	"ending_unknown",
	"withdrawn",
	"merged",
] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** `measured`: changepoints or signals found it. `documented`: the record alone tells of it. */
export const INCIDENT_BASES = ["measured", "documented", "both"] as const;
export type IncidentBasis = (typeof INCIDENT_BASES)[number];

/** `country`: at the floor for a headline. `networks`: the named networks only. `area`: the named areas only. */
export const INCIDENT_SCOPES = ["country", "networks", "area"] as const;
export type IncidentScope = (typeof INCIDENT_SCOPES)[number];

/** When something changed. `earliest` null: before the first data. `latest` is the end of the interval, exclusive. */
export interface IncidentBracket {
	readonly earliest: string | null;
	/** The likeliest instant; null where the record gives no more than the interval. */
	readonly at: string | null;
	readonly latest: string;
}

export interface IncidentNetwork {
	readonly asn: number;
	readonly state: State;
	/** Null: not yet told on this network alone. */
	readonly onset: IncidentBracket | null;
	readonly ending: IncidentBracket | null;
	readonly mechanism: string | null;
	/** Independent sessions that showed the restriction, of all that said anything within it. */
	readonly sessions: number;
	readonly of: number;
}

/** One fall of one signal: its own start, end and depth. */
export interface SignalFall {
	readonly onset: IncidentBracket;
	/** Null: still low at its last reading. */
	readonly ending: IncidentBracket | null;
	/** Part of the expected value that is missing. */
	readonly depth: number;
	readonly restoredPartially: boolean;
}

/** What one signal shows of an outage, those that did not fall included. */
export interface IncidentSignal {
	readonly source: string;
	readonly measure: string;
	/** What it is measured by: signals of one gauge are not independent of each other. */
	readonly gauge: string;
	/** ISO 3166-2, or the name as the source gives it; null for the whole country. */
	readonly area: string | null;
	readonly asn: number | null;
	readonly access: SignalAccess | null;
	/** Empty: it did not fall. */
	readonly falls: readonly SignalFall[];
	/** Part of the expected value that it showed meanwhile, by the median; null where that is not known. */
	readonly level: number | null;
	/** The least of it at any reading. */
	readonly lowest: number | null;
	readonly licence: string;
	readonly verified: boolean;
}

export const CAUSE_FINDINGS = [
	"restriction",
	"fault",
	"not_established",
] as const;
export const CAUSE_GROUNDS = ["record", "pattern", "scope"] as const;

/** Why the network failed, as far as anything shows it; never from a signal alone. */
export interface IncidentCause {
	readonly found: (typeof CAUSE_FINDINGS)[number];
	/** What it rests on; null where it is not established. */
	readonly ground: (typeof CAUSE_GROUNDS)[number] | null;
	/** Ids of record entries that speak for it, and against it. */
	readonly entries: readonly string[];
	readonly against: readonly string[];
	/** In a sentence. */
	readonly why: string;
}

export interface IncidentCounts {
	/** Independent sessions that showed the restriction while it lasted, of all that said anything on its networks. */
	readonly sessions: number;
	readonly of: number;
	readonly networks: number;
	readonly measurements: number;
}

export interface Incident {
	/** Assigned at first detection and kept in the ledger. */
	readonly id: string;
	/** Ids that lead here, from merges and splits. */
	readonly aliases: readonly string[];
	readonly cc: string;
	/** A service of the registry, a domain, or a word of the record ("mobile data"); null where the network itself was cut. */
	readonly service: string | null;
	readonly kind: IncidentKind;
	readonly status: IncidentStatus;
	readonly basis: IncidentBasis;
	readonly scope: IncidentScope;
	/** ISO 3166-2, or names as the record gives them. */
	readonly areas: readonly string[];
	readonly targets: readonly string[];
	readonly networks: readonly IncidentNetwork[];
	/** Mobile or fixed lines alone; null or absent: both, or not told apart. */
	readonly access?: SignalAccess | null;
	/** Of an outage: what each signal shows. */
	readonly signals?: readonly IncidentSignal[];
	/** Of an outage. */
	readonly cause?: IncidentCause;
	readonly onset: IncidentBracket;
	readonly ending: IncidentBracket | null;
	/** With whose data it could first be told, and its ending; null for a documented one. */
	readonly detectableAt: string | null;
	readonly endDetectableAt: string | null;
	/** The deepest mechanism that the evidence supports for most networks. */
	readonly mechanism: string | null;
	readonly counts: IncidentCounts;
	/** Uid of a measurement that shows it. */
	readonly witness: string | null;
	/** What else explains the change (P10); a non-empty list is never published as a restriction. */
	readonly confounds: readonly string[];
	/** Ids of the record entries that are about it. */
	readonly entries: readonly string[];
	/** Counts from 1. */
	readonly revision: number;
	readonly revisedAt: string;
	/** What changed against the revision before, and why, in one sentence. */
	readonly reason: string;
	/** The incident it was merged into; null unless `merged`. */
	readonly mergedInto: string | null;
	/** Names of the code and data it rests on. */
	readonly ruleset: string | null;
	readonly reference: string | null;
}
