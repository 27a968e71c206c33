/**
 * The archive judged under other rules, from stored facts alone (P1): a run
 * beside the one that pages show, named by what it rests on.
 */
import { RasaiError } from "../base/index.ts";
import { buildRuleset, type Ruleset } from "../judge/verdicts/index.ts";
import {
	isRecord,
	LAYERS,
	OUTCOME_CLASSES,
	type Rule,
} from "../model/index.ts";
import type { Store } from "../store/index.ts";
import { type JudgeOptions, type JudgeSummary, judgeDays } from "./judge.ts";

/** Judges all days under the ruleset. With `use`, pages show the result from then on; without, it stands beside. */
export async function rescore(
	store: Store,
	options: JudgeOptions & { readonly ruleset: Ruleset; readonly use?: boolean },
): Promise<JudgeSummary> {
	return judgeDays(store, { ...options, aside: !options.use });
}

/** A ruleset out of the text of a JSON file: a list of rules. Throws RasaiError `ruleset_invalid`. */
export function parseRuleset(text: string): Ruleset {
	let rules: unknown;
	try {
		rules = JSON.parse(text);
	} catch (cause) {
		throw new RasaiError("ruleset_invalid", "the rules are not valid JSON", {
			cause,
		});
	}
	if (!Array.isArray(rules) || !rules.every(isRuleLike))
		throw new RasaiError(
			"ruleset_invalid",
			"the rules must be a list of objects with id, layer, when, class, evidence, strength, comment and source",
		);
	return buildRuleset(rules);
}

function isRuleLike(value: unknown): value is Rule {
	if (!isRecord(value)) return false;
	const isOneOf = (key: string, words: readonly string[]): boolean =>
		words.some((word) => word === value[key]);
	return (
		["id", "comment", "source"].every(
			(key) => typeof value[key] === "string",
		) &&
		isOneOf("layer", [...LAYERS, "app"]) &&
		isOneOf("class", OUTCOME_CLASSES) &&
		isOneOf("evidence", ["masked", "scored"]) &&
		isOneOf("strength", ["artefact", "firm", "hint"]) &&
		isRecord(value["when"])
	);
}
