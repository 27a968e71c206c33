/** Rules and what they give. A verdict names its rule; labels and scores are looked up from the id. */
import type {
	EvidenceLevel,
	Layer,
	Locus,
	OutcomeClass,
	State,
} from "./states.ts";

/** A test of one fact. Exactly one comparison is set. */
export interface FactTest {
	readonly fact: string;
	readonly is?:
		| string
		| number
		| boolean
		| readonly (string | number | boolean)[];
	readonly not?:
		| string
		| number
		| boolean
		| readonly (string | number | boolean)[];
	readonly atLeast?: number;
	readonly below?: number;
	/** True: the fact is known; false: it is not. */
	readonly known?: boolean;
}

export type Condition =
	| FactTest
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly none: readonly Condition[] };

/**
 * How much a rule's firing says. `artefact`: a distinctive trace of a censor
 * (only with it is a state `blocked`). `firm`: the facts and the control leave
 * one reading. `hint`: it counts only beside others.
 */
export type Strength = "artefact" | "firm" | "hint";

/** One named condition over observations. Its id is a public contract: never renamed, never re-used. */
export interface Rule {
	readonly id: string;
	readonly layer: Layer | "app";
	readonly when: Condition;
	readonly class: OutcomeClass;
	/** `masked` rules explain why a layer says nothing; they never score. */
	readonly evidence: Exclude<EvidenceLevel, "none">;
	/** Deepest node supported; undefined for rules that claim no interference. */
	readonly mechanism?: string;
	readonly locus?: Locus;
	readonly strength: Strength;
	/** What it means, in a sentence that may stand on a page. */
	readonly comment: string;
	/** Where the idea or constant comes from. */
	readonly source: string;
}

/** A rule that fired, and on which facts. */
export interface FiredRule {
	readonly rule: string;
	readonly layer: Layer | "app";
	/** Positions of the observations it fired on. */
	readonly positions: readonly number[];
}

export interface LayerVerdict {
	readonly state: State;
	/** The rule that decided; undefined where nothing fired. */
	readonly rule?: string | undefined;
	/** Every rule that fired in this layer, in order of evaluation. */
	readonly fired: readonly string[];
	readonly evidence: EvidenceLevel;
}

export type LayerVerdicts = Readonly<Record<Layer, LayerVerdict>>;

/** The outcome for one target of a measurement. Most measurements have one; `signal` has four. */
export interface TargetVerdict {
	/** A stable name: a domain, or `signal/chat`. */
	readonly target: string;
	/** Service id of the registry (`x`, `whatsapp`), where the target belongs to one. */
	readonly service?: string | undefined;
	/** Function of the service (`text`, `media`), where known. */
	readonly function?: string | undefined;
	/** The target was met by following a redirect, not asked for. */
	readonly viaRedirect: boolean;
	readonly state: State;
	readonly mechanism?: string | undefined;
	readonly locus: Locus;
	readonly layers: LayerVerdicts;
	readonly fired: readonly FiredRule[];
}

export interface Verdict {
	readonly uid: string;
	/** What the measurement as a whole is about: the site asked for, or the service tested. */
	readonly target: string;
	readonly state: State;
	readonly mechanism?: string | undefined;
	readonly locus: Locus;
	readonly layers: LayerVerdicts;
	readonly targets: readonly TargetVerdict[];
	/** Content hash of the ruleset. */
	readonly ruleset: string;
	/** One sentence for a journalist. */
	readonly why: string;
	/** Which control was used: the helper's view, what other networks saw, both or none. */
	readonly control: "helper" | "networks" | "both" | "none";
}
