import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Condition, Rule } from "../../model/index.ts";
import { compileLayer, type Facts, type FactValue } from "./evaluate.ts";

const VALUES = [true, false, "ok", "failed", "other", 0, 3, 4.5, -1] as const;
const value = fc.constantFrom(...VALUES);
const fact = fc.constantFrom("a", "b", "c", "d");
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>(
	(tie) => ({
		node: fc.oneof(
			{ maxDepth: 2 },
			fc.record({ fact, is: value }),
			fc.record({ fact, not: fc.array(value, { maxLength: 3 }) }),
			fc.record({ fact, atLeast: fc.constantFrom(0, 3, 4) }),
			fc.record({ fact, below: fc.constantFrom(0, 3, 4) }),
			fc.record({ fact, known: fc.boolean() }),
			fc.record({ all: fc.array(tie("node"), { maxLength: 3 }) }),
			fc.record({ any: fc.array(tie("node"), { maxLength: 3 }) }),
			fc.record({ none: fc.array(tie("node"), { maxLength: 3 }) }),
		),
	}),
).node;
const facts: fc.Arbitrary<Facts> = fc.dictionary(
	fact,
	fc.constantFrom<FactValue>(...VALUES, undefined, Number.NaN, 1e9, "unheard"),
);

test("P3: rules whose answers are kept fire as they do when asked one by one", () => {
	fc.assert(
		fc.property(
			fc.array(condition, { maxLength: 8 }),
			fc.array(facts, { minLength: 1, maxLength: 40 }),
			(conditions, many) => {
				const layer = compileLayer(conditions.map(ruleOf));
				for (const some of [...many, ...many])
					assert.deepEqual(
						layer.fired(some).map(({ rule }) => rule.id),
						conditions.flatMap((when, index) =>
							holds(when, some) ? String(index) : [],
						),
					);
			},
		),
		{ numRuns: 500 },
	);
});

/** What a condition means, said as plainly as can be. */
function holds(condition: Condition, of: Facts): boolean {
	if ("all" in condition) return condition.all.every((part) => holds(part, of));
	if ("any" in condition) return condition.any.some((part) => holds(part, of));
	if ("none" in condition)
		return !condition.none.some((part) => holds(part, of));
	const { is, not, atLeast, below, known } = condition;
	const found = of[condition.fact];
	if (is !== undefined) return [is].flat().some((one) => one === found);
	if (not !== undefined) return ![not].flat().some((one) => one === found);
	if (atLeast !== undefined)
		return typeof found === "number" && found >= atLeast;
	if (below !== undefined) return typeof found === "number" && found < below;
	return (found !== undefined) === known;
}

function ruleOf(when: Condition, index: number): Rule {
	return {
		id: String(index),
		layer: "app",
		when,
		class: "ok",
		evidence: "scored",
		strength: "hint",
		comment: "",
		source: "",
	};
}
