/**
 * The ruleset: all rules, compiled, named by the hash of their content (P3),
 * so that no change of a rule can go by under an old name.
 */
import { canonicalJson, RasaiError, sha256Hex } from "../../base/index.ts";
import { type Layer, MECHANISMS, type Rule } from "../../model/index.ts";
import { JUDGING_CODE } from "./code-hash.ts";
import { compileLayer, type LayerRules } from "./evaluate.ts";
import {
	APP_RULES,
	DNS_RULES,
	HTTP_RULES,
	QUIC_RULES,
	TCP_RULES,
	TLS_RULES,
} from "./rules/index.ts";

export interface Ruleset {
	/** First 16 hex digits of the SHA-256 over all rules, in order, and the code that states their facts. */
	readonly hash: string;
	readonly rules: readonly Rule[];
	readonly byLayer: Readonly<Record<Layer | "app", LayerRules>>;
	get(id: string): Rule | undefined;
}

/**
 * Checks and compiles rules. Throws RasaiError `ruleset_invalid` on a repeated
 * id, a mechanism not in the tree, a blocked rule without a mechanism, or a
 * condition that compares nothing.
 */
export function buildRuleset(rules: readonly Rule[]): Ruleset {
	const byId = new Map<string, Rule>();
	for (const rule of rules) {
		if (byId.has(rule.id)) throw invalid(rule, "its id is taken");
		if (rule.mechanism !== undefined && !(rule.mechanism in MECHANISMS))
			throw invalid(rule, `no mechanism "${rule.mechanism}" in the tree`);
		if (rule.class === "blocked" && rule.mechanism === undefined)
			throw invalid(rule, "a blocked rule must name a mechanism");
		byId.set(rule.id, rule);
	}
	const of = (layer: Rule["layer"]): LayerRules =>
		compileLayer(rules.filter((rule) => rule.layer === layer));
	return {
		hash: sha256Hex(canonicalJson({ code: JUDGING_CODE, rules })).slice(0, 16),
		rules,
		byLayer: {
			dns: of("dns"),
			tcp: of("tcp"),
			tls: of("tls"),
			http: of("http"),
			quic: of("quic"),
			app: of("app"),
		},
		get: (id) => byId.get(id),
	};
}

function invalid(rule: Rule, why: string): RasaiError {
	return new RasaiError("ruleset_invalid", `rule ${rule.id}: ${why}`);
}

/** The ruleset that ships. */
export const defaultRuleset: Ruleset = buildRuleset([
	...DNS_RULES,
	...TCP_RULES,
	...TLS_RULES,
	...HTTP_RULES,
	...QUIC_RULES,
	...APP_RULES,
]);
