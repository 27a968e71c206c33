/** One layer of one target: which rules fired, which decided, and what the layer says. */
import type {
	FiredRule,
	Layer,
	LayerVerdict,
	Locus,
	Rule,
	State,
} from "../../model/index.ts";
import type { CompiledRule, LayerRules } from "./evaluate.ts";
import type { Subject } from "./subject.ts";

export interface LayerOutcome {
	readonly verdict: LayerVerdict;
	readonly fired: readonly FiredRule[];
	/** The rule that decided, and the subject it decided on. */
	readonly deciding:
		| { readonly rule: Rule; readonly subject: Subject }
		| undefined;
	readonly locus: Locus;
	/** Deepest redirect at which the layer was seen. */
	readonly depth: number;
	/** Subjects of blocked-class rules: look-ups whose addresses are forged. */
	readonly blockedSubjects: readonly Subject[];
}

interface Judged {
	readonly subject: Subject;
	readonly rule: Rule;
}

/** Judges the subjects of one layer. The last hop decides: what came before it worked. */
export function judgeLayer(
	subjects: readonly Subject[],
	rules: LayerRules,
): LayerOutcome {
	if (subjects.length === 0) return NOT_SEEN;
	const judged: Judged[] = [];
	const seen: { readonly by: CompiledRule; readonly positions: number[] }[] =
		[];
	let depth = 0;
	for (const subject of subjects) {
		if (subject.depth > depth) depth = subject.depth;
		const holding = rules.fired(subject.facts);
		for (const by of holding) {
			const known = seen.find((other) => other.by === by);
			if (known === undefined)
				seen.push({ by, positions: subject.positions.slice() });
			else
				for (const position of subject.positions)
					known.positions.push(position);
		}
		const first = holding[0];
		if (first !== undefined) judged.push({ subject, rule: first.rule });
	}
	if (subjects.length > 1) seen.sort((a, b) => a.by.order - b.by.order);
	const fired = seen.map(({ by: { rule }, positions }) => ({
		rule: rule.id,
		layer: rule.layer,
		positions,
	}));
	const atEnd = judged.filter(
		({ subject }) => subject.decides && subject.depth === depth,
	);
	const deciding = strongest(atEnd);
	return {
		verdict: {
			state: deciding === undefined ? "insufficient" : stateOf(deciding.rule),
			rule: deciding?.rule.id,
			fired: fired.map(({ rule }) => rule),
			evidence: deciding === undefined ? "none" : deciding.rule.evidence,
		},
		fired,
		deciding,
		locus: locusOf(deciding),
		depth,
		blockedSubjects: judged
			.filter(({ rule }) => rule.class === "blocked")
			.map(({ subject }) => subject),
	};
}

/** The outcome of a layer without subjects. */
const NOT_SEEN: LayerOutcome = {
	verdict: {
		state: "insufficient",
		rule: undefined,
		fired: [],
		evidence: "none",
	},
	fired: [],
	deciding: undefined,
	locus: "unknown",
	depth: 0,
	blockedSubjects: [],
};

/** What a layer is when nothing was seen of it, or when an earlier layer makes it meaningless. */
export function silentLayer(
	evidence: "none" | "masked",
	fired: readonly string[] = [],
): LayerVerdict {
	return { state: "insufficient", fired, evidence };
}

/** The state that a deciding rule gives its layer. */
export function stateOf(rule: Rule): State {
	if (rule.evidence === "masked") return "insufficient";
	switch (rule.class) {
		case "blocked":
			return rule.strength === "artefact" ? "blocked" : "likely_blocked";
		case "undetermined":
			return "impaired";
		default:
			return rule.class;
	}
}

/**
 * Which outcome speaks for the layer. An artefact of a censor comes first;
 * then success, since a visit needs only one endpoint that works; then firm
 * interference, throttling, what fails everywhere, what nothing explains.
 */
function strongest(judged: readonly Judged[]): Judged | undefined {
	let best: Judged | undefined;
	for (const candidate of judged) {
		if (best === undefined || rank(candidate.rule) < rank(best.rule))
			best = candidate;
	}
	return best;
}

function rank(rule: Rule): number {
	if (rule.evidence === "masked") return 9;
	if (rule.class === "blocked" && rule.strength === "artefact") return 0;
	// A finding that is no restriction: requests that were changed on the way.
	if (rule.class === "undetermined" && rule.strength === "firm") return 0.5;
	if (rule.class === "ok") return rule.strength === "firm" ? 1 : 2;
	if (rule.class === "blocked") return 3 - depthOf(rule) / 10;
	if (rule.class === "throttled") return 4;
	return rule.class === "down" ? 5 : 6;
}

/** Deeper mechanisms first, among equals. */
function depthOf({ mechanism }: Rule): number {
	return mechanism === undefined ? 0 : mechanism.split(".").length;
}

function locusOf(deciding: Judged | undefined): Locus {
	if (deciding === undefined) return "unknown";
	const { rule, subject } = deciding;
	if (rule.locus !== undefined) return rule.locus;
	return rule.class === "blocked" || rule.class === "throttled"
		? subject.locus
		: "unknown";
}

export const LAYER_ORDER: readonly Layer[] = [
	"dns",
	"tcp",
	"tls",
	"http",
	"quic",
];
