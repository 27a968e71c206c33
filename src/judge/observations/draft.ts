/** What is being written down about one measurement, and the guards that keep it bounded. */
import type {
	Certificate,
	Measurement,
	Observation,
} from "../../model/index.ts";
import type { ObserveContext } from "./types.ts";

/**
 * Most facts kept of one measurement. The largest honest ones (a redirect
 * chain over a CDN with 20 addresses a name) stay below 400.
 */
const MAX_OBSERVATIONS = 2000;
const MAX_PROBLEMS = 100;

export interface Draft {
	readonly measurement: Measurement;
	readonly context: ObserveContext;
	readonly observations: Observation[];
	readonly certificates: Certificate[];
	readonly problems: string[];
	full: boolean;
}

export function createDraft(
	measurement: Measurement,
	context: ObserveContext,
): Draft {
	return {
		measurement,
		context,
		observations: [],
		certificates: [],
		problems: [],
		full: false,
	};
}

/** Adds a fact; past the limit it is dropped and the draft is full. Readers stop at a full draft. */
export function add(draft: Draft, observation: Observation): void {
	if (draft.full) return;
	if (draft.observations.length < MAX_OBSERVATIONS) {
		draft.observations.push(observation);
		return;
	}
	draft.full = true;
	note(
		draft,
		`test_keys: more than ${MAX_OBSERVATIONS} facts, the rest left out`,
	);
}

/** Notes, once, that a field could not be used. Texts of the record never enter a problem. */
export function note(draft: Draft, problem: string): void {
	if (draft.problems.includes(problem)) return;
	if (draft.problems.length < MAX_PROBLEMS) draft.problems.push(problem);
	else if (draft.problems.length === MAX_PROBLEMS)
		draft.problems.push("more problems than are listed here");
}
