/** What is documented of restrictions by others: said and reported, never measured by us (P12). */
import { INCIDENT_KINDS } from "../../model/index.ts";

/** How exact a date is. `approximate`: inferred. `on_or_before`: date of the first report. `forecast`: an official's prediction. */
export const START_PRECISIONS = [
	"minute",
	"hour",
	"day",
	"week",
	"month",
	"year",
	"approximate",
	"on_or_before",
] as const;
export type StartPrecision = (typeof START_PRECISIONS)[number];

/** `ongoing`: still on when last seen. `unknown`: no end was found. Neither has a date. */
export const END_PRECISIONS = [
	...START_PRECISIONS,
	"forecast",
	"ongoing",
	"unknown",
] as const;
export type EndPrecision = (typeof END_PRECISIONS)[number];

/** A restriction that is documented is of one of the incident kinds. */
export const RESTRICTION_KINDS = INCIDENT_KINDS;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

export const TECHNIQUES = [
	"dns",
	"tls_sni",
	"http",
	"ip",
	"bgp",
	"throttling",
	"mobile_network_off",
	"mobile_data_off",
] as const;
export type Technique = (typeof TECHNIQUES)[number];

export const SCOPES = ["national", "province", "district"] as const;
export type Scope = (typeof SCOPES)[number];

/** `none`: looked for and not found. */
export const ACKNOWLEDGEMENTS = ["acknowledged", "denied", "none"] as const;
export type Acknowledgement = (typeof ACKNOWLEDGEMENTS)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * One documented restriction. Dates are ISO 8601 at the precision given, from
 * a year to a minute; one without a zone is a date of local time.
 */
export interface RestrictionEntry {
	readonly id: string;
	readonly country: string;
	readonly start: string;
	readonly startPrecision: StartPrecision;
	readonly end: string | undefined;
	readonly endPrecision: EndPrecision;
	readonly kind: RestrictionKind;
	/** As the sources name them: domains, apps, "mobile data". */
	readonly services: readonly string[];
	readonly scope: Scope;
	readonly scopeNames: readonly string[];
	readonly networks: readonly string[];
	/** Empty: not known. */
	readonly technique: readonly Technique[];
	/** The assessed cause, apart from what officials gave as the reason. */
	readonly trigger: string;
	readonly orderedBy: string;
	/** What officials last said for certain; undefined: not looked for. */
	readonly officialAcknowledgement: Acknowledgement | undefined;
	readonly acknowledgementDate: string | undefined;
	readonly statedJustification: string;
	readonly sourceUrls: readonly string[];
	readonly confidence: Confidence;
	readonly notes: string;
	/** Terms of the list it comes from, where they are not ours. */
	readonly licence?: string | undefined;
}

export const DOSSIER_ENTRY_TYPES = [
	"official_statement",
	"acknowledgement",
	"denial",
	"court_order",
	"court_filing",
	"deadline",
	"measurement",
	"user_reports",
	"restoration",
	"ngo_statement",
	"platform_statement",
	"economic_estimate",
] as const;
export type DossierEntryType = (typeof DOSSIER_ENTRY_TYPES)[number];

export const DOSSIER_PRECISIONS = ["day", "month", "approximate"] as const;

/** One dated fact of a dossier. */
export interface DossierEntry {
	readonly id: string;
	readonly date: string;
	readonly datePrecision: (typeof DOSSIER_PRECISIONS)[number];
	/** Time of day with its offset from UTC: `22:00+05:00`. */
	readonly timeLocal: string | undefined;
	readonly type: DossierEntryType;
	readonly actor: string;
	readonly summary: string;
	readonly court: string | undefined;
	readonly caseNumber: string | undefined;
	/** What was due on this day, by order of a court. */
	readonly deadline: string | undefined;
	readonly confidence: Confidence;
	readonly note: string | undefined;
	readonly sourceUrls: readonly string[];
}

export interface CourtCase {
	readonly court: string;
	readonly petitioners: readonly string[];
	readonly caseNumber: string | undefined;
}

/** A false report that went round, and what is true. */
export interface Misreport {
	readonly date: string;
	readonly claim: string;
	readonly sourceUrls: readonly string[];
}

/** All that is documented of one restriction, in order of time. */
export interface RecordDossier {
	readonly title: string;
	readonly country: string;
	readonly service: string;
	readonly domains: readonly string[];
	readonly domainsNote: string;
	readonly scope: string;
	readonly technique: string;
	readonly legalInstrument: string | undefined;
	readonly restorationInstrument: string | undefined;
	/** Days between two events, by what they are: `start_to_first_court_order`. */
	readonly intervalsDays: Readonly<Record<string, number>>;
	readonly courts: readonly CourtCase[];
	readonly courtsNote: string;
	readonly openQuestions: readonly string[];
	readonly misreports: readonly Misreport[];
	/** Ids of the restriction entries that it is about. */
	readonly relatedRecordIds: readonly string[];
	readonly entries: readonly DossierEntry[];
}
