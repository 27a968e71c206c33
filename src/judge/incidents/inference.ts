/**
 * Forward filter and forward-backward smoother of the switching model
 * (Rabiner, Proc. IEEE 77(2), 1989, with scaling), over the hours that hold
 * data. What the filter says at an hour rests on data up to that hour and on
 * none later.
 */
import { createLearner } from "./background.ts";
import { createPowers, STATE_COUNT, startProbabilities } from "./chain.ts";
import { createEmissions } from "./emissions.ts";
import { type BackgroundPrior, STATES } from "./model.ts";

const K = STATE_COUNT;
/** States shown as ok stand first. */
const OK_STATES = STATES.filter(({ shows }) => shows === "ok").length;
const IS_BLOCKED = STATES.map(({ shows }) => shows === "blocked");

/** The hours of a series that hold data. */
export interface Counts {
	readonly hours: ArrayLike<number>;
	readonly k: ArrayLike<number>;
	readonly n: ArrayLike<number>;
}

/** By data hour. Valid until the engine's next call: copy what is to be kept. */
export interface Posterior {
	readonly length: number;
	/** Log-odds of "restricted now" from data up to the hour. */
	readonly logOdds: Float64Array;
	/** Probability from all data that the hour is restricted, and that it is blocked. */
	readonly restricted: Float64Array;
	readonly blocked: Float64Array;
}

/** Probability, by data hour, that the rest of the country is restricted. */
export type Lift = ArrayLike<number>;

/** Filters forward and, with `smooth`, looks back from the end. */
export type Engine = (
	counts: Counts,
	smooth: boolean,
	lift?: Lift,
) => Posterior;

/** An engine holds caches and working memory; one serves any number of series, one after another. */
export function createEngine(prior: BackgroundPrior): Engine {
	const powers = createPowers(false);
	const liftedPowers = createPowers(true);
	const emissions = createEmissions();
	const start = startProbabilities();
	const learner = createLearner(prior);

	let capacity = 0;
	let alphas = new Float64Array(0);
	let logOdds = new Float64Array(0);
	let restricted = new Float64Array(0);
	let blocked = new Float64Array(0);
	/** Likelihoods used by the filter, by data hour, for the way back. */
	let used: Float64Array[] = [];
	const moved = new Float64Array(K);
	const beta = new Float64Array(K);

	const reserve = (wanted: number): void => {
		if (wanted <= capacity) return;
		capacity = Math.max(wanted, capacity * 2, 512);
		alphas = new Float64Array(capacity * K);
		logOdds = new Float64Array(capacity);
		restricted = new Float64Array(capacity);
		blocked = new Float64Array(capacity);
		used = new Array<Float64Array>(capacity);
	};

	/** moved += part * alpha[at..] * matrix */
	const advance = (at: number, matrix: Float64Array, part: number): void => {
		for (let i = 0; i < K; i++) {
			const mass = part * (alphas[at + i] as number);
			const row = i * K;
			for (let j = 0; j < K; j++)
				moved[j] = (moved[j] as number) + mass * (matrix[row + j] as number);
		}
	};

	const forward = (counts: Counts, length: number, lift?: Lift): void => {
		learner.reset();
		for (let t = 0; t < length; t++) {
			const k = counts.k[t] as number;
			const n = counts.n[t] as number;
			const emission = emissions(k, n, learner.known);
			used[t] = emission;
			let gap = 0;
			if (t === 0) moved.set(start);
			else {
				gap = (counts.hours[t] as number) - (counts.hours[t - 1] as number);
				moved.fill(0);
				const up = lift ? (lift[t] as number) : 0;
				if (up < 1) advance((t - 1) * K, powers(gap), 1 - up);
				if (up > 0) advance((t - 1) * K, liftedPowers(gap), up);
			}
			let ok = 0;
			let not = 0;
			for (let s = 0; s < K; s++) {
				const mass = (moved[s] as number) * (emission[s] as number);
				moved[s] = mass;
				if (s < OK_STATES) ok += mass;
				else not += mass;
			}
			const scale = 1 / (ok + not);
			for (let s = 0; s < K; s++)
				alphas[t * K + s] = (moved[s] as number) * scale;
			logOdds[t] = Math.log(not) - Math.log(ok);
			learner.learn(k, n, gap, ok * scale);
		}
	};

	/** beta = part * matrix * moved, added up */
	const retreat = (matrix: Float64Array, part: number): void => {
		for (let i = 0; i < K; i++) {
			const row = i * K;
			let sum = 0;
			for (let j = 0; j < K; j++)
				sum += (matrix[row + j] as number) * (moved[j] as number);
			beta[i] = (beta[i] as number) + part * sum;
		}
	};

	const backward = (counts: Counts, length: number, lift?: Lift): void => {
		beta.fill(1);
		for (let t = length - 1; t >= 0; t--) {
			let [ok, partly, full] = [0, 0, 0];
			for (let s = 0; s < K; s++) {
				const mass = (alphas[t * K + s] as number) * (beta[s] as number);
				if (s < OK_STATES) ok += mass;
				else if (IS_BLOCKED[s]) full += mass;
				else partly += mass;
			}
			const sum = ok + partly + full;
			restricted[t] = (partly + full) / sum;
			blocked[t] = full / sum;
			if (t === 0) return;
			const emission = used[t] as Float64Array;
			for (let s = 0; s < K; s++)
				moved[s] = ((beta[s] as number) * (emission[s] as number)) / sum;
			const gap = (counts.hours[t] as number) - (counts.hours[t - 1] as number);
			beta.fill(0);
			const up = lift ? (lift[t] as number) : 0;
			if (up < 1) retreat(powers(gap), 1 - up);
			if (up > 0) retreat(liftedPowers(gap), up);
		}
	};

	return (counts, smooth, lift) => {
		const { length } = counts.hours;
		reserve(length);
		forward(counts, length, lift);
		if (smooth && length > 0) backward(counts, length, lift);
		return { length, logOdds, restricted, blocked };
	};
}
