/**
 * What an hour's counts say about the state. Background rates and
 * correlations are taken to the nearest of a few steps, so that a cell once
 * computed serves every series.
 */
import type { Background } from "./background.ts";
import { logBetaBinomial } from "./beta-binomial.ts";
import { STATE_COUNT } from "./chain.ts";
import { STATES } from "./model.ts";
import { KIND_BYTES, type StepMemory } from "./steps.ts";

/** Log-likelihoods further than this below the best are as good as impossible; keeps sums above zero. */
const DEEPEST = -500;
/** Cells up to this many sessions are kept once computed. */
const KEPT_SESSIONS = 40;
/** When so many are kept, all are let go: about 10 MB. */
const KEPT_ENTRIES = 100_000;
const KEPT_CELLS = ((KEPT_SESSIONS + 1) * (KEPT_SESSIONS + 2)) / 2;

const RATE_STEPS = 72;
const LEAST_RATE = 0.0005;
const MOST_RATE = 0.7;
const CORRELATION_STEPS = 12;
const LEAST_CORRELATION = 0.001;
const MOST_CORRELATION = 0.5;

const stepOf = (value: number, least: number, most: number, steps: number) =>
	Math.max(
		0,
		Math.min(
			steps,
			Math.round((Math.log(value / least) / Math.log(most / least)) * steps),
		),
	);
const stepValue = (step: number, least: number, most: number, steps: number) =>
	least * (most / least) ** (step / steps);

export interface Emissions {
	/** Gives the address of the likelihoods of k of n in every state, scaled so that the best is 1. Read only, and there until the next series begins. */
	of(k: number, n: number, background: Background): number;
	/** A new series begins. */
	begin(): void;
}

export function createEmissions(memory: StepMemory): Emissions {
	/** Addresses of cells by name; 0 where not computed. */
	const kept = new Int32Array(
		(RATE_STEPS + 1) * (CORRELATION_STEPS + 1) * KEPT_CELLS,
	);
	const ofKept = placesIn(memory);
	const ofSeries = placesIn(memory);
	return {
		begin() {
			ofSeries.clear();
			if (ofKept.count() < KEPT_ENTRIES) return;
			ofKept.clear();
			kept.fill(0);
		},
		of(k, n, { rate, correlation }) {
			const rateStep = stepOf(rate, LEAST_RATE, MOST_RATE, RATE_STEPS);
			const correlationStep =
				n === 1
					? 0
					: stepOf(
							correlation,
							LEAST_CORRELATION,
							MOST_CORRELATION,
							CORRELATION_STEPS,
						);
			const name =
				(rateStep * (CORRELATION_STEPS + 1) + correlationStep) * KEPT_CELLS +
				(n * (n + 1)) / 2 +
				k;
			const isKept = n <= KEPT_SESSIONS;
			const known = isKept ? (kept[name] as number) : 0;
			if (known !== 0) return known;
			const made = likelihoods(k, n, {
				rate: stepValue(rateStep, LEAST_RATE, MOST_RATE, RATE_STEPS),
				correlation: stepValue(
					correlationStep,
					LEAST_CORRELATION,
					MOST_CORRELATION,
					CORRELATION_STEPS,
				),
			});
			const at = (isKept ? ofKept : ofSeries).put(made);
			if (isKept) kept[name] = at;
			return at;
		},
	};
}

/** Places of likelihoods, used again once all of them are let go. */
function placesIn(memory: StepMemory) {
	const places: number[] = [];
	let inUse = 0;
	return {
		count: () => inUse,
		clear() {
			inUse = 0;
		},
		put(values: Float64Array): number {
			const at = places[inUse] ?? memory.take(KIND_BYTES);
			places[inUse++] = at;
			memory.numbers().set(values, at / Float64Array.BYTES_PER_ELEMENT);
			return at;
		},
	};
}

function likelihoods(
	k: number,
	n: number,
	{ rate, correlation }: Background,
): Float64Array {
	const values = new Float64Array(STATE_COUNT);
	STATES.forEach((state, s) => {
		values[s] = logBetaBinomial(
			k,
			n,
			rate + (1 - rate) * state.share,
			Math.max(correlation, state.correlation ?? 0),
		);
	});
	const best = Math.max(...values);
	for (let s = 0; s < STATE_COUNT; s++)
		values[s] = Math.exp(Math.max(DEEPEST, (values[s] as number) - best));
	return values;
}
