/**
 * Rules against facts. A rule's condition is data; it is turned once into a
 * closure, since every measurement runs through all of them.
 */
import { RasaiError } from "../../base/index.ts";
import type { Condition, FactTest, Rule } from "../../model/index.ts";

export type FactValue = string | number | boolean | undefined;
export type Facts = Readonly<Record<string, FactValue>>;

export interface CompiledRule {
	readonly rule: Rule;
	readonly holds: (facts: Facts) => boolean;
}

/** Throws RasaiError `ruleset_invalid` where a condition has no or two comparisons. */
export function compileRule(rule: Rule): CompiledRule {
	return { rule, holds: compile(rule.when, rule.id) };
}

function compile(condition: Condition, id: string): (facts: Facts) => boolean {
	if ("all" in condition) {
		const parts = condition.all.map((part) => compile(part, id));
		return (facts) => parts.every((part) => part(facts));
	}
	if ("any" in condition) {
		const parts = condition.any.map((part) => compile(part, id));
		return (facts) => parts.some((part) => part(facts));
	}
	if ("none" in condition) {
		const parts = condition.none.map((part) => compile(part, id));
		return (facts) => !parts.some((part) => part(facts));
	}
	return compileTest(condition, id);
}

function compileTest(test: FactTest, id: string): (facts: Facts) => boolean {
	const { fact, is, not, atLeast, below, known } = test;
	const set = [is, not, atLeast, below, known].filter((v) => v !== undefined);
	if (set.length !== 1)
		throw new RasaiError(
			"ruleset_invalid",
			`rule ${id}: the test of "${fact}" must have exactly one comparison`,
		);
	if (is !== undefined) {
		const wanted = new Set<FactValue>(
			Array.isArray(is) ? is : [is as FactValue],
		);
		return (facts) => wanted.has(facts[fact]);
	}
	if (not !== undefined) {
		const unwanted = new Set<FactValue>(
			Array.isArray(not) ? not : [not as FactValue],
		);
		return (facts) => !unwanted.has(facts[fact]);
	}
	if (atLeast !== undefined)
		return (facts) =>
			numberOr(facts[fact], Number.NEGATIVE_INFINITY) >= atLeast;
	if (below !== undefined)
		return (facts) => numberOr(facts[fact], Number.POSITIVE_INFINITY) < below;
	return (facts) => (facts[fact] !== undefined) === known;
}

function numberOr(value: FactValue, otherwise: number): number {
	return typeof value === "number" ? value : otherwise;
}

/** Names of all facts that a condition looks at. */
export function factsOf(condition: Condition): readonly string[] {
	if ("all" in condition) return condition.all.flatMap(factsOf);
	if ("any" in condition) return condition.any.flatMap(factsOf);
	if ("none" in condition) return condition.none.flatMap(factsOf);
	return [condition.fact];
}
