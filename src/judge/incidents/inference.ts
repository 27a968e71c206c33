/**
 * Forward filter and forward-backward smoother of the switching model
 * (Rabiner, Proc. IEEE 77(2), 1989, with scaling), over the hours that hold
 * data. What the filter says at an hour rests on data up to that hour and on
 * none later. One chain runs for each kind of noise that the series may have,
 * and the data weigh them.
 */
import { createLearner } from "./background.ts";
import {
	createPowers,
	STATE_COUNT,
	startProbabilities,
	type Transition,
} from "./chain.ts";
import { createEmissions } from "./emissions.ts";
import { type BackgroundPrior, NOISE_KINDS, STATES } from "./model.ts";

const K = STATE_COUNT;
const KINDS = NOISE_KINDS.length;
const ALL = KINDS * K;
/** States shown as ok stand first. */
const OK_STATES = STATES.filter(({ shows }) => shows === "ok").length;
const IS_BLOCKED = STATES.map(({ shows }) => shows === "blocked");
/** A kind that holds less than this is given up: nothing brings it back. */
const NEGLIGIBLE = 1e-4;

/** The hours of a series that hold data. */
export interface Counts {
	readonly hours: ArrayLike<number>;
	readonly k: ArrayLike<number>;
	readonly n: ArrayLike<number>;
}

/** By data hour. Valid until the engine filters again: copy what is to be kept. */
export interface Posterior {
	readonly length: number;
	/** Log-odds of "restricted now" from data up to the hour. */
	readonly logOdds: Float64Array;
	/** Probability that the hour is restricted, and that it is blocked: from data up to the hour, and after `smooth` from all data. */
	readonly restricted: Float64Array;
	readonly blocked: Float64Array;
}

/** Probability, by data hour, that the rest of the country is restricted. */
export type Lift = ArrayLike<number>;

export interface Engine {
	filter(counts: Counts, lift?: Lift): Posterior;
	/** Looks back from the end of what was filtered last, and replaces its probabilities. */
	smooth(): void;
}

interface Chain {
	readonly plain: (hours: number) => Transition;
	readonly lifted: (hours: number) => Transition;
}

/** An engine holds caches and working memory; one serves any number of series, one after another. */
export function createEngine(prior: BackgroundPrior): Engine {
	const chains: readonly Chain[] = NOISE_KINDS.map(({ everyHours }) => ({
		plain: createPowers(false, everyHours),
		lifted: createPowers(true, everyHours),
	}));
	const emissions = createEmissions();
	const start = startProbabilities();
	const learner = createLearner(prior);

	let counts: Counts = { hours: [], k: [], n: [] };
	let lift: Lift | undefined;
	let length = 0;
	let capacity = 0;
	let alphas = new Float64Array(0);
	let logOdds = new Float64Array(0);
	let restricted = new Float64Array(0);
	let blocked = new Float64Array(0);
	/** Likelihoods used by the filter, by data hour, for the way back. */
	let used: Float64Array[] = [];
	const moved = new Float64Array(ALL);
	const beta = new Float64Array(ALL);

	const reserve = (wanted: number): void => {
		if (wanted <= capacity) return;
		capacity = Math.max(wanted, capacity * 2, 512);
		alphas = new Float64Array(capacity * ALL);
		logOdds = new Float64Array(capacity);
		restricted = new Float64Array(capacity);
		blocked = new Float64Array(capacity);
		used = new Array<Float64Array>(capacity);
	};

	/** moved[to..] += part * alphas[from..] * matrix */
	const advance = (
		from: number,
		to: number,
		columns: Float64Array,
		part: number,
	): void => {
		for (let j = 0; j < K; j++) {
			const column = j * K;
			let sum = 0;
			for (let i = 0; i < K; i++)
				sum += (alphas[from + i] as number) * (columns[column + i] as number);
			moved[to + j] = (moved[to + j] as number) + part * sum;
		}
	};

	/** beta[at..] += part * matrix * moved[at..] */
	const retreat = (at: number, rows: Float64Array, part: number): void => {
		for (let i = 0; i < K; i++) {
			const row = i * K;
			let sum = 0;
			for (let j = 0; j < K; j++)
				sum += (rows[row + j] as number) * (moved[at + j] as number);
			beta[at + i] = (beta[at + i] as number) + part * sum;
		}
	};

	/** Weighs `moved` by the likelihoods into alphas at step t; gives the probability of ok. */
	const settle = (t: number, emission: Float64Array): number => {
		let [ok, partly, full] = [0, 0, 0];
		for (let at = 0; at < ALL; at += K)
			for (let s = 0; s < K; s++) {
				const mass = (moved[at + s] as number) * (emission[s] as number);
				moved[at + s] = mass;
				if (s < OK_STATES) ok += mass;
				else if (IS_BLOCKED[s]) full += mass;
				else partly += mass;
			}
		const scale = 1 / (ok + partly + full);
		for (let at = 0; at < ALL; at += K) {
			let sum = 0;
			for (let i = at; i < at + K; i++) {
				const mass = (moved[i] as number) * scale;
				alphas[t * ALL + i] = mass;
				sum += mass;
			}
			if (sum < NEGLIGIBLE) alphas.fill(0, t * ALL + at, t * ALL + at + K);
		}
		logOdds[t] = Math.log(partly + full) - Math.log(ok);
		restricted[t] = (partly + full) * scale;
		blocked[t] = full * scale;
		return ok * scale;
	};

	const forward = (): void => {
		learner.reset();
		for (let t = 0; t < length; t++) {
			const k = counts.k[t] as number;
			const n = counts.n[t] as number;
			const emission = emissions(k, n, learner.known);
			used[t] = emission;
			const gap = t === 0 ? 0 : gapBefore(t);
			const up = lift ? (lift[t] as number) : 0;
			moved.fill(0);
			for (let kind = 0; kind < KINDS; kind++) {
				const to = kind * K;
				if (t === 0) {
					begin(to, NOISE_KINDS[kind]?.weight ?? 0);
					continue;
				}
				const from = (t - 1) * ALL + to;
				// The first state of a kind that is alive is never without probability.
				if (alphas[from] === 0) continue;
				const { plain, lifted } = chains[kind] as Chain;
				if (up < 1) advance(from, to, plain(gap).columns, 1 - up);
				if (up > 0) advance(from, to, lifted(gap).columns, up);
			}
			learner.learn(k, n, gap, settle(t, emission));
		}
	};

	const begin = (at: number, weight: number): void => {
		for (let s = 0; s < K; s++) moved[at + s] = weight * (start[s] as number);
	};

	const gapBefore = (t: number): number =>
		(counts.hours[t] as number) - (counts.hours[t - 1] as number);

	/** Probabilities of step t from alphas and beta; gives the sum by which to scale. */
	const look = (t: number): number => {
		let [ok, partly, full] = [0, 0, 0];
		for (let at = 0; at < ALL; at += K)
			for (let s = 0; s < K; s++) {
				const mass =
					(alphas[t * ALL + at + s] as number) * (beta[at + s] as number);
				if (s < OK_STATES) ok += mass;
				else if (IS_BLOCKED[s]) full += mass;
				else partly += mass;
			}
		const sum = ok + partly + full;
		restricted[t] = (partly + full) / sum;
		blocked[t] = full / sum;
		return sum;
	};

	const backward = (): void => {
		beta.fill(1);
		for (let t = length - 1; t >= 0; t--) {
			const sum = look(t);
			if (t === 0) return;
			const emission = used[t] as Float64Array;
			for (let at = 0; at < ALL; at += K)
				for (let s = 0; s < K; s++)
					moved[at + s] =
						((beta[at + s] as number) * (emission[s] as number)) / sum;
			const gap = gapBefore(t);
			const up = lift ? (lift[t] as number) : 0;
			beta.fill(0);
			for (let kind = 0; kind < KINDS; kind++) {
				const at = kind * K;
				if (alphas[t * ALL + at] === 0) continue;
				const { plain, lifted } = chains[kind] as Chain;
				if (up < 1) retreat(at, plain(gap).rows, 1 - up);
				if (up > 0) retreat(at, lifted(gap).rows, up);
			}
		}
	};

	return {
		filter(given, givenLift) {
			counts = given;
			lift = givenLift;
			length = counts.hours.length;
			reserve(length);
			forward();
			return { length, logOdds, restricted, blocked };
		},
		smooth() {
			if (length > 0) backward();
		},
	};
}
