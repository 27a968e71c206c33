/**
 * An entry of the record: one sourced fact about a restriction. A member that
 * is absent is unknown; `null` means that a source says there is none (P12,
 * and pages show both as they are).
 */
import type { RecordTime } from "./time.ts";
import type {
	Acknowledgement,
	Confidence,
	RestrictionKind,
	Scope,
	Technique,
} from "./types.ts";

export const ENTRY_TYPES = [
	/** A source's summary of one whole restriction: a row of a list of them. */
	"restriction",
	"statement",
	"denial",
	"acknowledgement",
	"order",
	"court_filing",
	"court_order",
	"hearing",
	"deadline",
	"appeal",
	"restoration",
	"report_by_users",
	"measurement_by_others",
	"platform_statement",
	"ngo_statement",
	"economic_estimate",
	"correction",
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Who somebody is, by office. The first eight speak for a state; which one is `country`. */
export const ACTOR_RANKS = [
	"head_of_government",
	"minister",
	"ministry",
	"regulator",
	"agency",
	"local_authority",
	"government_counsel",
	/** An official whom the source does not name. */
	"official",
	"legislator",
	"court",
	/** A litigant or a political party. */
	"party",
	"operator",
	"platform",
	/** Who measures networks. */
	"observer",
	"organisation",
	"press",
	"users",
	"business",
	"unknown",
] as const;
export type ActorRank = (typeof ACTOR_RANKS)[number];

const STATE_RANKS: readonly ActorRank[] = ACTOR_RANKS.slice(0, 8);

export interface Actor {
	/** Whom the source names, where it is a person: erasable. */
	readonly name?: string | undefined;
	/** The office or body, without a person's name. */
	readonly office?: string | undefined;
	readonly rank: ActorRank;
	/** Whose state, for ranks of a state. */
	readonly country?: string | undefined;
	/** Never published. */
	readonly isProtected?: boolean | undefined;
}

/** Whether somebody speaks for the state of a country. */
export function speaksFor(
	cc: string,
	actor: Pick<Actor, "rank" | "country">,
): boolean {
	return actor.country === cc && STATE_RANKS.includes(actor.rank);
}

/**
 * What a claim is about. Only claims about reachability can be held against
 * measurements: that an order was withdrawn says nothing of whether a site can
 * be reached.
 */
export const CLAIM_WORDS = {
	reachability: ["working", "restricted", "slowed"],
	instrument: ["exists", "none", "withdrawn", "in_force"],
	responsibility: ["admitted", "denied", "attributed"],
	reason: ["given"],
} as const;
export type ClaimMatter = keyof typeof CLAIM_WORDS;
export type ClaimWord = (typeof CLAIM_WORDS)[ClaimMatter][number];

/** A checkable assertion inside an entry. */
export interface Claim {
	readonly matter: ClaimMatter;
	readonly asserted: ClaimWord;
	/** As the source names them; absent: the entry's own. */
	readonly services?: readonly string[] | undefined;
	/** Places within the country; absent: not limited. */
	readonly areas?: readonly string[] | undefined;
	/** The time it speaks of: from the beginning of `since` to the end of `until`. */
	readonly since: RecordTime;
	/** Absent: the same as `since`. */
	readonly until?: RecordTime | undefined;
	/** Who asserts it, where it is not the entry's actor. No person's name. */
	readonly by?: Omit<Actor, "name"> | undefined;
	/** The instrument, the responsible body, or the reason given, in our words. */
	readonly detail?: string | undefined;
	/** Who publicly found it false. */
	readonly disputedBy?: readonly string[] | undefined;
	/** True in some places or for some people only, or for a moment. */
	readonly isPartial?: boolean | undefined;
}

/** An instrument that restricts, or orders to. */
export interface Order {
	readonly issuer?: string | undefined;
	readonly addressee?: string | undefined;
	/** Letter, notification, direction. */
	readonly instrument?: string | undefined;
	readonly number?: string | null | undefined;
	readonly statute?: string | null | undefined;
	readonly section?: string | null | undefined;
	readonly issued?: RecordTime | undefined;
	readonly published?: RecordTime | null | undefined;
	readonly start?: RecordTime | undefined;
	/** `null`: for an indefinite time. */
	readonly expiry?: RecordTime | null | undefined;
	readonly reasons?: string | null | undefined;
	readonly areas?: readonly string[] | undefined;
	readonly services?: readonly string[] | undefined;
	readonly textHash?: string | undefined;
	/** Ids of entries. */
	readonly extends?: string | undefined;
	readonly replaces?: string | undefined;
	readonly revokes?: string | undefined;
	/** A court or another independent body that authorised it before. */
	readonly authorisation?: string | null | undefined;
	readonly alternatives?: string | null | undefined;
	readonly exemptions?: string | null | undefined;
	/** When the public was told, and when operators were. */
	readonly publicNotice?: RecordTime | null | undefined;
	readonly operatorNotice?: RecordTime | null | undefined;
	readonly review?: Review | null | undefined;
}

export interface Review {
	readonly body?: string | undefined;
	readonly referred?: RecordTime | null | undefined;
	readonly met?: RecordTime | null | undefined;
	readonly finding?: string | null | undefined;
}

/** Which case an entry belongs to, and what it tells of it. */
export interface Proceeding {
	readonly court: string;
	readonly docket?: string | undefined;
	/** Persons are named here: erasable. */
	readonly parties?: readonly string[] | undefined;
	readonly provisions?: readonly string[] | undefined;
	/** What the court ordered, found or did on this day, in our words. */
	readonly ordered?: string | undefined;
	/** How the case ended. */
	readonly outcome?: string | undefined;
	/** Id of an entry of the case appealed from. */
	readonly appealOf?: string | undefined;
}

/** What has to be done by a day. */
export const DEADLINE_KINDS = [
	/** To change what is done. */
	"act",
	"reply",
	"report",
	"appear",
	/** The next hearing, without anything asked. */
	"hearing",
	/** A day is named and what for is not. */
	"unknown",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_OUTCOMES = ["kept", "late", "missed"] as const;
export type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number];

export interface Deadline {
	readonly kind: DeadlineKind;
	readonly due: RecordTime;
	/** Office or body. */
	readonly by?: string | undefined;
	readonly toDo?: string | undefined;
	/** What else would satisfy it, or on what it depends. */
	readonly condition?: string | undefined;
	/** Entry that set it, where that is not this one. */
	readonly setBy?: string | undefined;
	/** Entry by which it was answered. */
	readonly answeredBy?: string | undefined;
	/** As a source says. */
	readonly outcome?: DeadlineOutcome | undefined;
}

/** A request for information, with `null` for an answer that never came. */
export interface InformationRequest {
	readonly authority: string;
	readonly law?: string | undefined;
	readonly filed?: RecordTime | undefined;
	readonly due?: RecordTime | undefined;
	readonly answered?: RecordTime | null | undefined;
	/** A finding put to them for their reply, and not asked under a law; the reply is in the entry's own words or quote. */
	readonly isReply?: boolean | undefined;
}

/** `unknown`: entries disagree. */
export const ANSWERS = ["met", "not_met", "not_shown", "unknown"] as const;
export type Answer = (typeof ANSWERS)[number];

/** The limbs of the three-part test (ICCPR article 19(3)), and what OHCHR's A/HRC/50/55 asks beside them. */
export const LIMBS = [
	"legality",
	"legitimate_aim",
	"necessity_proportionality",
	"transparency",
	"review_and_remedy",
] as const;
export type Limb = (typeof LIMBS)[number];

/** What a court or another body found of a limb as a whole. */
export interface LimbFinding {
	readonly limb: Limb;
	readonly answer: "met" | "not_met";
}

/** What was lost, by somebody's estimate. */
export interface Estimate {
	readonly low?: number | undefined;
	readonly high?: number | undefined;
	readonly currency?: string | undefined;
	/** What it counts, and by which method. */
	readonly of?: string | undefined;
}

/** A whole restriction, as a list of restrictions tells it. */
export interface RestrictionPart {
	readonly kind: RestrictionKind;
	readonly start: RecordTime;
	readonly end?: RecordTime | undefined;
	readonly isOngoing: boolean;
	readonly scope?: Scope | undefined;
	/** What a list names beside a national scope: the country itself, or "big cities". */
	readonly scopeNames?: readonly string[] | undefined;
	readonly networks: readonly string[];
	readonly technique: readonly Technique[];
	/** The assessed cause, apart from what officials gave as the reason. */
	readonly cause?: string | undefined;
	readonly orderedBy?: string | undefined;
	readonly acknowledgement?: Acknowledgement | undefined;
	readonly justification?: string | undefined;
	/** Whether officials gave a legal basis, and which. */
	readonly legalBasis?: string | null | undefined;
	readonly usersNotified?: boolean | undefined;
}

export interface Source {
	readonly url: string;
	/** SHA-256 of an archived copy. */
	readonly archiveHash?: string | undefined;
	/** UTC day. */
	readonly accessedOn?: string | undefined;
}

export interface RecordEntry {
	readonly id: string;
	readonly country: string;
	readonly type: EntryType;
	readonly when: RecordTime;
	/** As the sources name them. */
	readonly services: readonly string[];
	/** Places within the country; empty: the whole country, or not said. */
	readonly areas: readonly string[];
	/** Ids of the restrictions it is about; empty where it is only background. */
	readonly about: readonly string[];
	readonly actor: Actor;
	/** In our own words: erasable. */
	readonly summary: string;
	readonly note?: string | undefined;
	/** Words of the source, under its licence: erasable, and not published without that licence. */
	readonly quote?: string | undefined;
	/** Asked, and did not answer. */
	readonly noComment?: boolean | undefined;
	/** Put in writing to somebody: a letter, a filing. */
	readonly inWriting?: boolean | undefined;
	readonly claims: readonly Claim[];
	readonly order?: Order | undefined;
	readonly proceeding?: Proceeding | undefined;
	readonly deadlines: readonly Deadline[];
	readonly informationRequest?: InformationRequest | undefined;
	readonly remedy?: string | undefined;
	readonly findings?: readonly LimbFinding[] | undefined;
	readonly estimate?: Estimate | undefined;
	readonly restriction?: RestrictionPart | undefined;
	/** Entry that this one corrects; a correction without it corrects reports that went round. */
	readonly corrects?: string | undefined;
	readonly sources: readonly Source[];
	readonly confidence: Confidence;
	/** Terms of the data it comes from, where they are not ours. */
	readonly licence?: string | undefined;
}

/** Who asserts a claim of an entry. */
export function claimant(
	entry: RecordEntry,
	claim: Claim,
): Omit<Actor, "name"> {
	return claim.by ?? entry.actor;
}
