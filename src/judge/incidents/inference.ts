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
import { type BackgroundPrior, NOISE_KINDS } from "./model.ts";
import {
	BETA_PLACE,
	createSteps,
	KIND_BYTES,
	MOVED_PLACE,
	STEP_BYTES,
	type StepMemory,
	SUM_PLACES,
} from "./steps.ts";

const K = STATE_COUNT;
const KINDS = NOISE_KINDS.length;
const ALL = KINDS * K;
const BYTES = 8;

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
	readonly plain: (hours: number) => PlacedTransition;
	readonly lifted: (hours: number) => PlacedTransition;
}

/** A transition's matrices, by their addresses. */
interface PlacedTransition {
	readonly rows: number;
	readonly columns: number;
}

/** Powers that are kept; longer gaps are made anew, which is rare. */
const KEPT_GAP = 2048;

/** Puts transitions where steps find them. */
function placedPowers(
	memory: StepMemory,
	powers: (hours: number) => Transition,
): (hours: number) => PlacedTransition {
	const kept: PlacedTransition[] = [];
	const bytes = K * K * BYTES;
	const newPlace = (): PlacedTransition => ({
		rows: memory.take(bytes),
		columns: memory.take(bytes),
	});
	const put = (hours: number, place: PlacedTransition): PlacedTransition => {
		const { rows, columns } = powers(hours);
		memory.numbers().set(rows, place.rows / BYTES);
		memory.numbers().set(columns, place.columns / BYTES);
		return place;
	};
	let rare: PlacedTransition | undefined;
	return (hours) => {
		if (hours > KEPT_GAP) {
			rare ??= newPlace();
			return put(hours, rare);
		}
		kept[hours] ??= put(hours, newPlace());
		return kept[hours];
	};
}

/** An engine holds caches and working memory; one serves any number of series, one after another. `plain`: without the program, for comparison. */
export function createEngine(
	prior: BackgroundPrior,
	{ plain = false } = {},
): Engine {
	const memory = createSteps({ plain });
	const { steps } = memory;
	const chains: readonly Chain[] = NOISE_KINDS.map(({ everyHours }) => ({
		plain: placedPowers(memory, createPowers(false, everyHours)),
		lifted: placedPowers(memory, createPowers(true, everyHours)),
	}));
	const emissions = createEmissions(memory);
	const start = startProbabilities();
	const learner = createLearner(prior);

	let counts: Counts = { hours: [], k: [], n: [] };
	let lift: Lift | undefined;
	let length = 0;
	let capacity = 0;
	/** Address of the probabilities of the first step; the others follow. */
	let alphas = 0;
	let logOdds = new Float64Array(0);
	let restricted = new Float64Array(0);
	let blocked = new Float64Array(0);
	/** Addresses of the likelihoods used by the filter, by data hour, for the way back. */
	let used = new Float64Array(0);

	const reserve = (wanted: number): void => {
		if (wanted <= capacity) return;
		capacity = Math.max(wanted, capacity * 2, 512);
		alphas = memory.take(capacity * STEP_BYTES);
		logOdds = new Float64Array(capacity);
		restricted = new Float64Array(capacity);
		blocked = new Float64Array(capacity);
		used = new Float64Array(capacity);
	};

	/** Of the step that was settled or looked at last: keeps its probabilities at t and gives their sum. */
	const keep = (t: number, isFilter: boolean): number => {
		const numbers = memory.numbers();
		const ok = numbers[SUM_PLACES[0]] as number;
		const partly = numbers[SUM_PLACES[1]] as number;
		const full = numbers[SUM_PLACES[2]] as number;
		const sum = ok + partly + full;
		if (isFilter) {
			const scale = 1 / sum;
			logOdds[t] = Math.log(partly + full) - Math.log(ok);
			restricted[t] = (partly + full) * scale;
			blocked[t] = full * scale;
			return ok * scale;
		}
		restricted[t] = (partly + full) / sum;
		blocked[t] = full / sum;
		return sum;
	};

	const forward = (): void => {
		learner.reset();
		emissions.begin();
		for (let t = 0; t < length; t++) {
			const k = counts.k[t] as number;
			const n = counts.n[t] as number;
			const emission = emissions.of(k, n, learner.known);
			used[t] = emission;
			const gap = t === 0 ? 0 : gapBefore(t);
			const up = lift ? (lift[t] as number) : 0;
			if (t === 0) begin();
			else {
				steps.begin();
				for (let kind = 0; kind < KINDS; kind++) {
					const from = alphas + (t - 1) * STEP_BYTES + kind * KIND_BYTES;
					// The first state of a kind that is alive is never without probability.
					if (memory.numbers()[from / BYTES] === 0) continue;
					const { plain, lifted } = chains[kind] as Chain;
					if (up < 1) steps.move(from, kind, plain(gap).rows, 1 - up);
					if (up > 0) steps.move(from, kind, lifted(gap).rows, up);
				}
			}
			steps.settle(alphas + t * STEP_BYTES, emission);
			learner.learn(k, n, gap, keep(t, true));
		}
	};

	const begin = (): void => {
		const numbers = memory.numbers();
		for (let kind = 0; kind < KINDS; kind++)
			for (let s = 0; s < K; s++)
				numbers[MOVED_PLACE + kind * K + s] =
					(NOISE_KINDS[kind]?.weight ?? 0) * (start[s] as number);
	};

	const gapBefore = (t: number): number =>
		(counts.hours[t] as number) - (counts.hours[t - 1] as number);

	const backward = (): void => {
		memory.numbers().fill(1, BETA_PLACE, BETA_PLACE + ALL);
		for (let t = length - 1; t >= 0; t--) {
			const from = alphas + t * STEP_BYTES;
			steps.look(from);
			const sum = keep(t, false);
			if (t === 0) return;
			steps.turn(used[t] as number, sum);
			const gap = gapBefore(t);
			const up = lift ? (lift[t] as number) : 0;
			for (let kind = 0; kind < KINDS; kind++) {
				if (memory.numbers()[(from + kind * KIND_BYTES) / BYTES] === 0)
					continue;
				const { plain, lifted } = chains[kind] as Chain;
				if (up < 1) steps.moveBack(kind, plain(gap).columns, 1 - up);
				if (up > 0) steps.moveBack(kind, lifted(gap).columns, up);
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
