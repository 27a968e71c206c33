/**
 * Drops of a value below what is expected of it: a regime-switching
 * autoregression (Hamilton, Econometrica 57(2), 1989) on the logarithm of
 * value over expectation. Regimes are levels: normal, and lower by steps; how
 * far down the first step lies depends on the signal's own noise.
 * Given the regimes, today's deviation from its level inherits a part of
 * yesterday's; what is new follows a t law, so that one wild sample is no
 * evidence. A fall to nothing tells at once, a sag takes its time.
 */
import { createSeasonal, type Noise } from "./seasonal.ts";
import type { ValueColumns } from "./value-types.ts";

/** Value over expectation in each regime; the first is normal, the second that of a restless signal. */
const LEVELS = [1, 0.82, 0.62, 0.4, 0.2, 0.03] as const;
const K = LEVELS.length;
/** Least ratio that is told from nothing. */
const LEAST_RATIO = 0.01;
/**
 * In a steady signal the second level lies this many standard deviations down
 * (as in a control chart, doubled to leave room for the normal level's half),
 * but at least `SHALLOWEST`. What follows the days follows holidays as well,
 * so a season counts as noise with this weight. Provisional.
 */
const STEP_SPREADS = 6;
const SWING_WEIGHT = 0.1;
const SHALLOWEST = 0.1;

/** Hours for which regimes last, and how often a drop begins. Provisional. */
const DROPS_EVERY_HOURS = 365 * 24;
const DROP_HOURS = 7 * 24;
/** Of a drop's ends, the part that goes to another lower level. */
const STEP_BY_STEP = 0.4;
/** A sample is learned from when it is this old and no drop stands: what never sufficed for a drop is taken for the value's own wandering. */
const LEARN_AFTER_HOURS = 24;
/** Log-odds that raise a drop and its end, and the samples that must show either. Provisional. */
export const RAISE_LOG_ODDS = 8;
export const CLEAR_LOG_ODDS = 3;

export interface Levels {
	readonly length: number;
	/** Log-odds of "lower than normal now", on data up to the sample; -Infinity during warm-up. */
	readonly logOdds: Float64Array;
	/** Probability, from all data, of being lower than normal, and of being lower than the first step down. */
	readonly lower: Float64Array;
	readonly deep: Float64Array;
	/** Value over what was expected; NaN during warm-up. */
	readonly ratio: Float64Array;
	/** How much there is of a season, as last known: `Noise.swing`. */
	readonly swing: number;
}

export interface LevelOptions {
	/** As in `seasonal.ts`. */
	readonly warmUpDays?: number;
	/** Log-odds that raise a drop; for comparisons. */
	readonly raiseLogOdds?: number;
}

/** Filters and smooths a value series sampled about every `stepHours`. */
export function filterLevels(
	{ hours, values }: ValueColumns,
	stepHours: number,
	{ warmUpDays, raiseLogOdds = RAISE_LOG_ODDS }: LevelOptions = {},
): Levels {
	const { length } = hours;
	const seasonal = createSeasonal(stepHours, warmUpDays);
	const alphas = new Float64Array(length * K);
	const logOdds = new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
	const ratio = new Float64Array(length);
	const deviations = new Float64Array(length);
	const filter = createFilter(transitionMatrix(stepHours));
	const noises: Noise[] = [];
	const noiseSince: number[] = [];
	let learned = 0;
	let isDown = false;
	for (let t = 0; t < length; t++) {
		const at = hours[t] as number;
		for (
			;
			learned < t && (hours[learned] as number) <= at - LEARN_AFTER_HOURS;
			learned++
		)
			if (!isDown && (logOdds[learned] as number) < raiseLogOdds)
				seasonal.learn(
					hours[learned] as number,
					values[learned] as number,
					deviations[learned] as number,
					learned > 0 ? (deviations[learned - 1] as number) : Number.NaN,
				);
		if (seasonal.noise !== noises.at(-1)) {
			noises.push(seasonal.noise);
			noiseSince.push(t);
			filter.set(seasonal.noise);
		}
		const expected = seasonal.expect(at);
		const part = expected > 0 ? (values[t] as number) / expected : Number.NaN;
		ratio[t] = part;
		deviations[t] = Math.log(Math.max(LEAST_RATIO, part));
		filter.forward(alphas, t, deviations);
		if (Number.isNaN(part)) continue;
		const normal = alphas[t * K] as number;
		const odds = Math.log(Math.max(1e-300, 1 - normal)) - Math.log(normal);
		logOdds[t] = odds;
		isDown = isDown ? odds > -CLEAR_LOG_ODDS : odds >= raiseLogOdds;
	}
	const { swing } = seasonal.noise;
	const lower = new Float64Array(length);
	const deep = new Float64Array(length);
	filter.restart();
	for (let t = length - 1; t >= 0; t--) {
		filter.smooth(alphas, t, lower, deep);
		while (t < (noiseSince.at(-1) ?? 0)) {
			noises.pop();
			noiseSince.pop();
		}
		filter.set(noises.at(-1) ?? seasonal.noise);
		filter.backward(t, deviations);
	}
	return { length, logOdds, lower, deep, ratio, swing };
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

/** Part of the expected value that is left at the second level. */
function firstStep({ memory, scale, swing }: Noise): number {
	const spread = Math.hypot(
		scale / Math.sqrt(1 - memory * memory),
		SWING_WEIGHT * swing,
	);
	return Math.max(LEVELS[1], 1 - Math.max(SHALLOWEST, STEP_SPREADS * spread));
}

interface Filter {
	/** Noise for the steps to come. */
	set(noise: Noise): void;
	/** Writes the probabilities of the regimes at `t`, from those before it. */
	forward(alphas: Float64Array, t: number, deviations: Float64Array): void;
	/** Begins the way back, at the last sample. */
	restart(): void;
	/** Writes the probabilities of lower regimes at `t`, from all data; the way back has come to `t`. */
	smooth(
		alphas: Float64Array,
		t: number,
		lower: Float64Array,
		deep: Float64Array,
	): void;
	/** Goes back from `t` to the sample before it. */
	backward(t: number, deviations: Float64Array): void;
}

/** Forward and backward steps; likelihoods are computed on both ways rather than kept, which would be 36 numbers a sample. */
function createFilter(transition: Float64Array): Filter {
	const means = Float64Array.from(LEVELS, Math.log);
	const weights = new Float64Array(K * K);
	const next = new Float64Array(K);
	const beta = new Float64Array(K);
	let noise: Noise = { memory: 0, scale: 1, swing: 0 };

	/** Transition times likelihood (t law of four degrees of freedom) into `weights`; false where nothing was expected. */
	const weigh = (t: number, deviations: Float64Array): boolean => {
		const deviation = deviations[t] as number;
		if (Number.isNaN(deviation)) return false;
		const previous = t > 0 ? (deviations[t - 1] as number) : Number.NaN;
		const hasPast = !Number.isNaN(previous);
		const memory = hasPast ? noise.memory : 0;
		const before = hasPast ? previous : 0;
		const perScale =
			(hasPast ? 1 : Math.sqrt(1 - noise.memory ** 2)) / noise.scale;
		for (let i = 0; i < K; i++) {
			const left = deviation - memory * (before - (means[i] as number));
			for (let j = 0; j < K; j++) {
				const z = (left - (means[j] as number)) * perScale;
				// At the lowest level anything below it fits as well.
				const misfit = j === K - 1 && z < 0 ? 0 : z;
				const spread = 1 + 0.25 * misfit * misfit;
				weights[i * K + j] =
					(transition[i * K + j] as number) /
					(spread * spread * Math.sqrt(spread));
			}
		}
		return true;
	};

	return {
		set(changed) {
			noise = changed;
			means[1] = Math.log(firstStep(noise));
		},
		forward(alphas, t, deviations) {
			const at = t * K;
			if (!weigh(t, deviations)) {
				alphas[at] = 1;
				return;
			}
			let sum = 0;
			for (let j = 0; j < K; j++) {
				let mass = t === 0 ? (weights[j] as number) : 0;
				if (t > 0)
					for (let i = 0; i < K; i++)
						mass +=
							(alphas[at - K + i] as number) * (weights[i * K + j] as number);
				next[j] = mass;
				sum += mass;
			}
			for (let j = 0; j < K; j++)
				alphas[at + j] = Math.max(1e-300, (next[j] as number) / sum);
		},
		restart: () => void beta.fill(1),
		smooth(alphas, t, lower, deep) {
			let sum = 0;
			for (let j = 0; j < K; j++)
				sum += (alphas[t * K + j] as number) * (beta[j] as number);
			const normal = (alphas[t * K] as number) * (beta[0] as number);
			const first = (alphas[t * K + 1] as number) * (beta[1] as number);
			lower[t] = 1 - normal / sum;
			deep[t] = 1 - (normal + first) / sum;
		},
		backward(t, deviations) {
			if (!weigh(t, deviations)) {
				beta.fill(1);
				return;
			}
			let most = 0;
			for (let i = 0; i < K; i++) {
				let total = 0;
				for (let j = 0; j < K; j++)
					total += (weights[i * K + j] as number) * (beta[j] as number);
				next[i] = total;
				if (total > most) most = total;
			}
			for (let i = 0; i < K; i++) beta[i] = (next[i] as number) / most;
		},
	};
}
