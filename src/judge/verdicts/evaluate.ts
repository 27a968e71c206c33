/**
 * Rules against facts. A rule's condition is data; it is turned once into a
 * closure. Since every subject is held against every rule of its layer, and
 * rules tell few values apart, the answer for a combination of such values is
 * kept: see `compileLayer`.
 */
import { RasaiError } from "../../base/index.ts";
import type { Condition, FactTest, Rule } from "../../model/index.ts";

export type FactValue = string | number | boolean | undefined;
export type Facts = Readonly<Record<string, FactValue>>;

export interface CompiledRule {
	readonly rule: Rule;
	/** Place in the order of evaluation. */
	readonly order: number;
	readonly holds: (facts: Facts) => boolean;
}

/** The rules of one layer. */
export interface LayerRules {
	/** Those that hold, in the order of evaluation. The list is shared: never change it. */
	readonly fired: (facts: Facts) => readonly CompiledRule[];
}

/** Combinations of facts whose answers are kept; hostile measurements could make more. */
const MOST_KEPT = 20_000;
/** Keys up to this stay small integers in V8. */
const LARGEST_KEY = 2 ** 30;

/**
 * Compiles the rules of a layer. Two sets of facts that no comparison of any
 * rule tells apart fire the same rules, so that the answer is worked out once
 * and then found by a walk over the facts' classes. Throws RasaiError
 * `ruleset_invalid` where a condition has no or two comparisons.
 */
export function compileLayer(rules: readonly Rule[]): LayerRules {
	const compiled = rules.map((rule, order) => ({
		rule,
		order,
		holds: compile(rule.when, rule.id),
	}));
	const steps = stepsOf(rules);
	type Node = Map<number, Node | readonly CompiledRule[]>;
	let root: Node = new Map();
	let kept = 0;
	return {
		fired(facts) {
			let node = root;
			let key = 0;
			for (const { fact, classes, classOf, isLast, endsKey } of steps) {
				key = key * classes + classOf(facts[fact]);
				if (!endsKey) continue;
				const next = node.get(key);
				if (isLast) {
					if (next !== undefined) return next as readonly CompiledRule[];
					break;
				}
				if (next === undefined) {
					const made: Node = new Map();
					node.set(key, made);
					node = made;
				} else node = next as Node;
				key = 0;
			}
			const fired = compiled.filter(({ holds }) => holds(facts));
			node.set(key, fired);
			kept += 1;
			if (kept >= MOST_KEPT) {
				root = new Map();
				kept = 0;
			}
			return fired;
		},
	};
}

interface Step extends FactClasses {
	readonly fact: string;
	/** The key is full after this fact. */
	readonly endsKey: boolean;
	readonly isLast: boolean;
}

/** The facts that the rules look at, with the places where the walk looks up what it has. */
function stepsOf(rules: readonly Rule[]): readonly Step[] {
	const tests = new Map<string, FactTest[]>();
	for (const test of rules.flatMap(({ when }) => testsOf(when))) {
		const known = tests.get(test.fact);
		if (known) known.push(test);
		else tests.set(test.fact, [test]);
	}
	const facts = [...tests].map(([fact, list]) => ({
		fact,
		...classesOf(list),
	}));
	let size = 1;
	return facts.map((step, index) => {
		size *= step.classes;
		const isLast = index === facts.length - 1;
		const following = facts[index + 1]?.classes ?? 1;
		const endsKey = isLast || size * following > LARGEST_KEY;
		if (endsKey) size = 1;
		return { ...step, endsKey, isLast };
	});
}

interface FactClasses {
	/** How many classes there are. */
	readonly classes: number;
	/** Values of one class compare alike in every test. */
	readonly classOf: (value: FactValue) => number;
}

/** A value is known by which value of a list it is, if any, and by how many limits it reaches, if it is a number. */
function classesOf(tests: readonly FactTest[]): FactClasses {
	const values = new Map<FactValue, number>([[undefined, 0]]);
	for (const { is, not } of tests)
		for (const value of [is ?? [], not ?? []].flat())
			if (!values.has(value)) values.set(value, values.size);
	const other = values.size;
	const limits = [
		...new Set(tests.flatMap(({ atLeast, below }) => atLeast ?? below ?? [])),
	];
	if (limits.length === 0)
		return {
			classes: other + 1,
			classOf: (value) => values.get(value) ?? other,
		};
	const sizes = limits.length + 2;
	return {
		classes: (other + 1) * sizes,
		classOf(value) {
			const size =
				typeof value !== "number" || Number.isNaN(value)
					? limits.length + 1
					: limits.filter((limit) => value >= limit).length;
			return (values.get(value) ?? other) * sizes + size;
		},
	};
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
		const wanted = new Set<FactValue>([is].flat());
		return (facts) => wanted.has(facts[fact]);
	}
	if (not !== undefined) {
		const unwanted = new Set<FactValue>([not].flat());
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
	return testsOf(condition).map(({ fact }) => fact);
}

function testsOf(condition: Condition): readonly FactTest[] {
	if ("all" in condition) return condition.all.flatMap(testsOf);
	if ("any" in condition) return condition.any.flatMap(testsOf);
	if ("none" in condition) return condition.none.flatMap(testsOf);
	return [condition];
}
