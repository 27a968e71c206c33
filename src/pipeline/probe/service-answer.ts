/**
 * Is a service blocked here? Each thing that people do with it has targets
 * that test it, of which any or all must work; the service is said to be
 * whatever the worst of these is, and the sentence says which they are.
 */
import type { State, TargetVerdict } from "../../model/index.ts";
import type { Service, ServiceFunction } from "../../reference/index.ts";

export interface FunctionAnswer {
	readonly id: string;
	readonly name: string;
	readonly state: State;
}

export interface ServiceAnswer {
	readonly service: string;
	readonly state: State;
	readonly functions: readonly FunctionAnswer[];
	readonly plain: string;
}

/** Worst first: what keeps people from a service comes before what merely is not known. */
const WORST_FIRST: readonly State[] = [
	"blocked",
	"likely_blocked",
	"throttled",
	"down",
	"impaired",
	"insufficient",
	"ok",
];

const WORDS: Readonly<Record<State, string>> = {
	blocked: "blocked",
	likely_blocked: "probably blocked",
	throttled: "slowed down",
	down: "down everywhere",
	impaired: "not working, and it cannot be told why",
	insufficient: "not tested well enough to say",
	ok: "working",
};

/** Answers for a service from verdicts on its targets. Functions without a test say nothing. */
export function answerForService(
	service: Service,
	verdicts: readonly TargetVerdict[],
): ServiceAnswer {
	const functions = service.functions.flatMap((one) => {
		const state = stateOfFunction(one, verdicts);
		return state === undefined ? [] : [{ id: one.id, name: one.name, state }];
	});
	const state = worst(functions.map((one) => one.state)) ?? "insufficient";
	const alike = functions.every((one) => one.state === state);
	return {
		service: service.id,
		state,
		functions,
		plain: alike
			? `${service.name} is ${WORDS[state]} on this network.`
			: `${service.name} on this network: ${functions
					.map(({ name, state: own }) => `${name.toLowerCase()} ${WORDS[own]}`)
					.join("; ")}.`,
	};
}

function stateOfFunction(
	{ targets, role }: ServiceFunction,
	verdicts: readonly TargetVerdict[],
): State | undefined {
	const states = verdicts
		.filter(({ target }) => targets.includes(target))
		.map(({ state }) => state);
	if (states.length === 0) return undefined;
	return role === "all_of"
		? worst(states)
		: states.includes("ok")
			? "ok"
			: worst(states);
}

function worst(states: readonly State[]): State | undefined {
	return WORST_FIRST.find((state) => states.includes(state));
}
