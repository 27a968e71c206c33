/**
 * Drops of a value below what is expected of it: a regime-switching
 * autoregression (Hamilton, Econometrica 57(2), 1989) on the logarithm of
 * value over expectation. Regimes are levels: normal, and lower by steps.
 * Given the regimes, today's deviation from its level inherits a part of
 * yesterday's; what is new follows a t law, so that one wild sample is no
 * evidence. A fall to nothing tells at once, a sag takes its time.
 */
import { createSeasonal, type Noise } from "./seasonal.ts";
import type { ValuePoint } from "./value-types.ts";

/** Value over expectation in each regime; the first is normal. */
const LEVELS = [1, 0.82, 0.62, 0.4, 0.2, 0.03] as const;
const K = LEVELS.length;
const MEANS = LEVELS.map(Math.log);
/** Least ratio that is told from nothing. */
const LEAST_RATIO = 0.01;

/** Hours for which regimes last, and how often a drop begins. Provisional. */
const DROPS_EVERY_HOURS = 365 * 24;
const DROP_HOURS = 7 * 24;
/** Of a drop's ends, the part that goes to another lower level. */
const STEP_BY_STEP = 0.4;
const DEGREES_OF_FREEDOM = 4;
/** A sample is learned from when it is this old and no drop stands: what never sufficed for a drop is taken for the value's own wandering. */
const LEARN_AFTER_HOURS = 24;
/** Log-odds that raise a drop and its end, and the samples that must show either. Provisional. */
export const RAISE_LOG_ODDS = 8;
export const CLEAR_LOG_ODDS = 3;

export interface Levels {
	readonly length: number;
	/** Log-odds of "lower than normal now", on data up to the sample; -Infinity during warm-up. */
	readonly logOdds: Float64Array;
	/** Probability, from all data, of being lower than normal, and the expected ratio. */
	readonly lower: Float64Array;
	readonly ratio: Float64Array;
	readonly expected: Float64Array;
}

/** Filters and smooths a value series sampled about every `stepHours`; `warmUpDays` as in `seasonal.ts`. */
export function filterLevels(
	points: readonly ValuePoint[],
	stepHours: number,
	warmUpDays?: number,
): Levels {
	const { length } = points;
	const seasonal = createSeasonal(stepHours, warmUpDays);
	const alphas = new Float64Array(length * K);
	const steps: (Float64Array | undefined)[] = [];
	const logOdds = new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
	const expected = new Float64Array(length).fill(Number.NaN);
	const deviations: (number | undefined)[] = [];
	const transition = transitionMatrix(stepHours);
	let learned = 0;
	let isDown = false;
	for (let t = 0; t < length; t++) {
		const { at, value } = points[t] as ValuePoint;
		for (
			;
			learned < t && (points[learned]?.at ?? 0) <= at - LEARN_AFTER_HOURS;
			learned++
		)
			if (!isDown && (logOdds[learned] as number) < RAISE_LOG_ODDS)
				seasonal.learn(
					points[learned]?.at ?? 0,
					points[learned]?.value ?? 0,
					deviations[learned],
					deviations[learned - 1],
				);
		const expectation = seasonal.expect(at);
		deviations[t] =
			expectation === undefined || expectation <= 0
				? undefined
				: Math.log(Math.max(LEAST_RATIO, value / expectation));
		expected[t] = expectation ?? Number.NaN;
		steps[t] = advance(
			alphas,
			t,
			deviations[t],
			deviations[t - 1],
			seasonal.noise,
			transition,
		);
		if (deviations[t] === undefined) continue;
		const normal = alphas[t * K] as number;
		const odds = Math.log(Math.max(1e-300, 1 - normal)) - Math.log(normal);
		logOdds[t] = odds;
		isDown = isDown ? odds > -CLEAR_LOG_ODDS : odds >= RAISE_LOG_ODDS;
	}
	return { length, logOdds, expected, ...smooth(alphas, steps, length) };
}

function transitionMatrix(stepHours: number): Float64Array {
	const matrix = new Float64Array(K * K);
	const drop = 1 - Math.exp(-stepHours / DROPS_EVERY_HOURS);
	const end = 1 - Math.exp(-stepHours / DROP_HOURS);
	for (let i = 0; i < K; i++)
		for (let j = 0; j < K; j++)
			matrix[i * K + j] =
				i === 0
					? j === 0
						? 1 - drop
						: drop / (K - 1)
					: j === i
						? 1 - end
						: j === 0
							? end * (1 - STEP_BY_STEP)
							: (end * STEP_BY_STEP) / (K - 2);
	return matrix;
}

/** One filter step. Gives transition times likelihood, for the way back; undefined where nothing was expected. */
function advance(
	alphas: Float64Array,
	t: number,
	deviation: number | undefined,
	previous: number | undefined,
	noise: Noise,
	transition: Float64Array,
): Float64Array | undefined {
	const at = t * K;
	if (deviation === undefined) {
		alphas[at] = 1;
		return undefined;
	}
	const step = new Float64Array(K * K);
	const hasPast = previous !== undefined;
	const scale = hasPast
		? noise.scale
		: noise.scale / Math.sqrt(1 - noise.memory ** 2);
	let sum = 0;
	for (let i = 0; i < K; i++)
		for (let j = 0; j < K; j++) {
			const inherited = hasPast
				? noise.memory * (previous - (MEANS[i] as number))
				: 0;
			const z = (deviation - (MEANS[j] as number) - inherited) / scale;
			// At the lowest level anything below it fits as well.
			const misfit = j === K - 1 ? Math.max(0, z) : z;
			const likelihood =
				(1 + misfit ** 2 / DEGREES_OF_FREEDOM) **
				(-(DEGREES_OF_FREEDOM + 1) / 2);
			const weight = (transition[i * K + j] as number) * likelihood;
			step[i * K + j] = weight;
			const mass =
				(t === 0 ? (i === 0 ? 1 : 0) : (alphas[at - K + i] as number)) * weight;
			alphas[at + j] = (alphas[at + j] as number) + mass;
			sum += mass;
		}
	for (let j = 0; j < K; j++)
		alphas[at + j] = Math.max(1e-300, (alphas[at + j] as number) / sum);
	return step;
}

function smooth(
	alphas: Float64Array,
	steps: readonly (Float64Array | undefined)[],
	length: number,
): Pick<Levels, "lower" | "ratio"> {
	const lower = new Float64Array(length);
	const ratio = new Float64Array(length).fill(1);
	let beta = new Float64Array(K).fill(1);
	for (let t = length - 1; t >= 0; t--) {
		let sum = 0;
		let log = 0;
		for (let j = 0; j < K; j++) {
			const mass = (alphas[t * K + j] as number) * (beta[j] as number);
			sum += mass;
			log += mass * (MEANS[j] as number);
		}
		lower[t] = 1 - ((alphas[t * K] as number) * (beta[0] as number)) / sum;
		ratio[t] = Math.exp(log / sum);
		const step = steps[t];
		const next = new Float64Array(K);
		for (let i = 0; i < K; i++) {
			let total = step ? 0 : 1;
			if (step)
				for (let j = 0; j < K; j++)
					total += (step[i * K + j] as number) * (beta[j] as number);
			next[i] = total;
		}
		const scale = Math.max(...next);
		for (let i = 0; i < K; i++) next[i] = (next[i] as number) / scale;
		beta = next;
	}
	return { lower, ratio };
}
