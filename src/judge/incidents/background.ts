/**
 * The background of failures of one series, learned as the filter goes:
 * at an hour it rests on earlier hours alone, each weighted by the
 * probability that nothing was restricted then, so that a restriction neither
 * teaches it nor turns into it by lasting. An hour is learned from only after
 * a few more hours with data have not spoken against it: the first blocked
 * sessions of an onset must not excuse the next.
 */
import {
	BACKGROUND_HALF_LIFE_HOURS,
	BACKGROUND_SESSIONS,
	type BackgroundPrior,
	CORRELATION_PRIOR,
	CORRELATION_PRIOR_PAIRS,
	MOST_BACKGROUND,
} from "./model.ts";

/** Hours with data that an hour waits before it is learned from, once so many sessions have been: before, every hour counts at once, or a noisy series would look like a restriction by its start. */
const WAIT = 4;
const WAITS_FROM_SESSIONS = 10;
/** Residuals beyond this many standard deviations count as this many, for the correlation. */
const ROBUST_DEVIATIONS = 3;

export interface Background {
	rate: number;
	/** Of the sessions of an hour, the doubt about the rate included. */
	correlation: number;
}

export interface Learner {
	/** What is known now. The record is re-used: read it before the next call. */
	readonly known: Background;
	reset(): void;
	/** Takes in an hour: its counts, the gap before it and the probability, now that it is known, that nothing is restricted. */
	learn(k: number, n: number, gapHours: number, peaceful: number): void;
}

export function createLearner(prior: BackgroundPrior): Learner {
	const known = { rate: 0, correlation: 0 };
	/** Hours that wait, the newest last: one place more than wait at once. */
	const waitingK = new Float64Array(WAIT + 1);
	const waitingN = new Float64Array(WAIT + 1);
	const waitingWeight = new Float64Array(WAIT + 1);
	let waiting = 0;
	let failed = 0;
	let passed = 0;
	let excess = 0;
	let pairs = 0;

	const update = (): void => {
		const a = failed + prior.failed;
		const b = passed + prior.passed;
		known.rate = Math.min(MOST_BACKGROUND, a / (a + b));
		const own =
			(excess + CORRELATION_PRIOR * CORRELATION_PRIOR_PAIRS) /
			(pairs + CORRELATION_PRIOR_PAIRS);
		const correlation = Math.min(0.4, Math.max(0.001, own));
		known.correlation = correlation + (1 - correlation) / (a + b + 1);
	};

	/** An hour whose wait is over. */
	const enter = (k: number, n: number, weight: number): void => {
		const { rate, correlation } = known;
		const spread = rate * (1 - rate);
		const most =
			ROBUST_DEVIATIONS ** 2 * n * spread * (1 + (n - 1) * correlation);
		const squared = Math.min(most, (k - n * rate) ** 2);
		if (n > 1) {
			// Var k = n p (1-p) (1 + (n-1) r): each pair of sessions tells of r.
			excess += (weight * (squared / spread - n)) / n;
			pairs += weight * (n - 1);
		}
		failed += weight * k;
		passed += weight * (n - k);
	};

	return {
		known,
		reset() {
			waiting = 0;
			[failed, passed, excess, pairs] = [0, 0, 0, 0];
			update();
		},
		learn(k, n, gapHours, peaceful) {
			const kept = Math.min(
				1,
				Math.max(
					2 ** (-gapHours / BACKGROUND_HALF_LIFE_HOURS),
					BACKGROUND_SESSIONS / (failed + passed),
				),
			);
			failed *= kept;
			passed *= kept;
			excess *= kept;
			pairs *= kept;
			for (let i = 0; i < waiting; i++)
				waitingWeight[i] = Math.min(waitingWeight[i] as number, peaceful);
			waitingK[waiting] = k;
			waitingN[waiting] = n;
			waitingWeight[waiting++] = peaceful;
			while (waiting > (failed + passed < WAITS_FROM_SESSIONS ? 0 : WAIT)) {
				enter(
					waitingK[0] as number,
					waitingN[0] as number,
					waitingWeight[0] as number,
				);
				waiting -= 1;
				waitingK.copyWithin(0, 1);
				waitingN.copyWithin(0, 1);
				waitingWeight.copyWithin(0, 1);
			}
			update();
		},
	};
}
