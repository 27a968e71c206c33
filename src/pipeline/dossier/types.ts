/** A dossier: one restriction with its record, held against what was measured. Every member is JSON. */
import type { CostEstimate } from "../../account/costs/index.ts";
import type {
	CheckResult,
	ClaimCheck,
	ClockReading,
	Confidence,
	DeadlineResult,
	DraftRequest,
	DueProcessTable,
	EntryType,
	Estimate,
	OrderBlanks,
	Overrun,
	RecordTime,
	Reply,
	ReviewReading,
	Source,
	Weighing,
} from "../../account/record/index.ts";
import type { Incident } from "../../model/index.ts";

/** An entry of the record as a numbered exhibit. Numbers hold within one edition. */
export interface Exhibit {
	readonly number: number;
	readonly entry: string;
	readonly type: EntryType;
	readonly when: RecordTime;
	/** Who spoke or acted, as far as it may be published. */
	readonly who: string;
	readonly summary: string;
	readonly note: string | undefined;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
	readonly licence: string | undefined;
	/** What was erased from it. */
	readonly erased: readonly string[];
	/** Place in the ledger of the revision shown. */
	readonly ledgerSeq: number;
	/** Why it belongs to this restriction. */
	readonly linked: "decision" | "named" | "match";
}

/** One witness: the measurement shown behind a finding. */
export interface MeasuredExhibit {
	/** `M-1`. */
	readonly label: string;
	readonly uid: string;
	readonly shows: string;
}

/** What sessions met within some days. */
export interface MeasuredBin {
	/** First day, and the first after the last. */
	readonly since: string;
	readonly until: string;
	readonly numbers: Weighing;
}

export interface MeasuredNetwork {
	readonly asn: number;
	/** The restriction is told of it; the others stand beside, and are not in the numbers of the whole. */
	readonly isPart: boolean;
	readonly numbers: Weighing;
	/** A measurement that got through, where one did. */
	readonly workingWitness: string | undefined;
}

export interface MeasuredTrack {
	/** What was asked of the measurements: services, and instants of which the second is not included. */
	readonly services: readonly string[];
	readonly since: string;
	readonly until: string;
	readonly whole: Weighing;
	readonly bins: readonly MeasuredBin[];
	readonly networks: readonly MeasuredNetwork[];
	/** Why there is nothing, where there is nothing. */
	readonly nothing: string | undefined;
}

/** Where a mark stands: the first three are said, the last two due. */
export type Lane = "reported" | "state" | "others" | "orders" | "deadlines";

export type Mark =
	| "restricted"
	| "working"
	| "word"
	| "denial"
	| "acknowledgement"
	| "silence"
	| "order"
	| "kept"
	| "late"
	| "missed"
	| "unknown";

/** A mark on a track. */
export interface TrackItem {
	readonly lane: Lane;
	readonly mark: Mark;
	readonly exhibit: number;
	readonly when: RecordTime;
	/** Where a deadline runs from. */
	readonly from: RecordTime | undefined;
}

/** A moment that the figure names with a letter. */
export interface KeyMoment {
	readonly letter: string;
	readonly when: RecordTime;
	readonly what: string;
	readonly exhibit: number | undefined;
}

export interface Tracks {
	/** First day shown, and the first after the last. */
	readonly since: string;
	readonly until: string;
	readonly items: readonly TrackItem[];
	readonly moments: readonly KeyMoment[];
}

export interface DossierClaim
	extends Pick<
		ClaimCheck,
		"matter" | "asserted" | "time" | "measured" | "why" | "numbers" | "witness"
	> {
	readonly exhibit: number;
	readonly by: string;
	/** What it speaks of, by the clocks of the place. */
	readonly from: RecordTime;
	readonly to: RecordTime | undefined;
	readonly detail: string | undefined;
	readonly contradictedByOthers: readonly number[];
	readonly supportedByOthers: readonly number[];
	readonly disputedBy: readonly string[];
}

export interface DossierDeadline
	extends Omit<
		DeadlineResult,
		"setBy" | "answeredBy" | "saidRestricted" | "saidWorking" | "entries"
	> {
	readonly setBy: number | undefined;
	readonly answeredBy: number | undefined;
	readonly saidRestricted: readonly number[];
	readonly saidWorking: readonly number[];
	readonly measured: CheckResult;
	readonly numbers: Weighing | undefined;
}

export interface DossierContradiction {
	readonly matter: ClaimCheck["matter"];
	readonly first: ContradictingClaim;
	readonly second: ContradictingClaim;
}

export interface ContradictingClaim {
	readonly exhibit: number;
	readonly by: string;
	readonly asserted: ClaimCheck["asserted"];
	readonly when: RecordTime;
	readonly detail: string | undefined;
}

/** Everything that speaks against, or explains otherwise. */
export interface AdverseEvidence {
	/** Sessions that got through, of all that said anything; undefined where nothing was measured. */
	readonly working: Weighing | undefined;
	readonly workingNetworks: readonly MeasuredNetwork[];
	/** What else explains what was measured. */
	readonly confounds: readonly string[];
	/** Reports of access within the time. */
	readonly briefAccess: readonly number[];
	/** Denials by the state. */
	readonly denials: readonly number[];
	/** Exhibits that are weakly sourced. */
	readonly weak: readonly number[];
	/** Claims that somebody publicly found false. */
	readonly disputed: readonly {
		readonly exhibit: number;
		readonly by: readonly string[];
	}[];
}

export interface DossierEstimate extends Estimate {
	readonly exhibit: number;
	readonly by: string;
}

export interface Affidavit {
	/** Who must swear. */
	readonly deponent: string;
	readonly why: string;
	readonly paragraphs: readonly string[];
}

export interface Dossier {
	readonly schema: "rasai-dossier/1";
	/** SHA-256 of everything else in it: two dossiers of one edition say the same. */
	readonly edition: string;
	/** Newest thing in it. */
	readonly asOf: string;
	readonly title: string;
	/** Of the country and the service, in the country's language, where it is known. */
	readonly localTitle:
		| { readonly language: string; readonly text: string }
		| undefined;
	readonly zone: string | undefined;
	readonly isEmulated: boolean;
	readonly incident: Incident;
	/** Where the incident is given as it was told before: how it is told now. */
	readonly newer?:
		| { readonly revision: number; readonly revisedAt: string }
		| undefined;
	/** At most 120 words. */
	readonly summary: string;
	readonly measured: MeasuredTrack;
	readonly tracks: Tracks;
	/** As sources name them: documented, not measured. */
	readonly documented: {
		readonly networks: readonly string[];
		readonly techniques: readonly string[];
	};
	readonly claims: readonly DossierClaim[];
	readonly deadlines: readonly DossierDeadline[];
	readonly clocks: readonly ClockReading[];
	readonly overruns: readonly Overrun[];
	readonly reviewClocks: readonly ReviewReading[];
	readonly contradictions: readonly DossierContradiction[];
	readonly dueProcess: DueProcessTable;
	/** By others. Empty: no figure is on the record. */
	readonly estimates: readonly DossierEstimate[];
	/** By every method that has its inputs; undefined where none covers the kind of restriction. */
	readonly cost: CostEstimate | undefined;
	readonly unknown: {
		readonly orders: readonly OrderBlanks[];
		readonly clocks: readonly ClockReading["clock"][];
		readonly questions: readonly string[];
	};
	readonly misreports: readonly number[];
	/** Entries that may be about it; a person must decide. */
	readonly undecided: readonly {
		readonly entry: string;
		readonly summary: string;
	}[];
	readonly adverse: AdverseEvidence;
	readonly replies: readonly Reply[];
	/** Asked by somebody, and silent. */
	readonly silences: readonly {
		readonly exhibit: number;
		/** To the first word of the state after it. */
		readonly days: number | undefined;
	}[];
	readonly requests: readonly DraftRequest[];
	readonly affidavits: readonly Affidavit[];
	readonly exhibits: readonly Exhibit[];
	readonly witnesses: readonly MeasuredExhibit[];
	readonly licences: readonly string[];
}
