/**
 * Many simple experts and one voice: each counts as much as its forecasts of
 * the past made the past likely (Bayesian model averaging, step by step). What
 * to look at, how fast to forget and how soon to trust a ratio are thus learnt
 * from the past alone, and where occasions or recency say nothing, their
 * experts lose their weight.
 */

import type { DayOccasion } from "./calendar.ts";
import {
	createExpert,
	type DayKnowledge,
	type Expert,
	MOST,
} from "./expert.ts";

/** From a season to four years: a choice made beforehand. */
const HALF_LIVES = [90, 365, 1461] as const;
/** Bold and careful: a choice made beforehand. */
const SHAPES = [0.2, 1] as const;

export interface Crowd {
	forecast(knowledge: DayKnowledge): number;
	/** The probability below which a share of what the experts hold possible lies. */
	quantile(knowledge: DayKnowledge, share: number): number;
	/** Learns the next day. `expected`: its occasions as known the day before, by which experts are weighed. */
	learn(day: {
		readonly expected: readonly DayOccasion[];
		readonly actual: readonly DayOccasion[];
		readonly recency: readonly string[];
		readonly hasOnset: boolean;
	}): void;
	/** Weight of the experts that use occasions, and of those that use recency. */
	weights(): { readonly occasions: number; readonly recency: number };
}

export function createCrowd(): Crowd {
	const experts: readonly Expert[] = [false, true].flatMap((usesOccasions) =>
		[false, true].flatMap((usesRecency) =>
			HALF_LIVES.flatMap((halfLifeDays) =>
				SHAPES.map((shape) =>
					createExpert({ usesOccasions, usesRecency, halfLifeDays, shape }),
				),
			),
		),
	);
	const scores = experts.map(() => 0);
	/** Weights of all, and of those that do not use recency, which is about the next day and has no say further ahead. */
	let weights = { all: weigh(() => true), further: weigh(ignoresRecency) };
	function weigh(isCounted: (expert: Expert) => boolean): readonly number[] {
		const best = Math.max(
			...experts.map((expert, index) =>
				isCounted(expert) ? (scores[index] ?? 0) : Number.NEGATIVE_INFINITY,
			),
		);
		const raw = experts.map((expert, index) =>
			isCounted(expert) ? Math.exp((scores[index] ?? 0) - best) : 0,
		);
		const total = raw.reduce((sum, value) => sum + value, 0);
		return raw.map((value) => value / total);
	}
	const weightsFor = ({ recency }: DayKnowledge): readonly number[] =>
		recency.length > 0 ? weights.all : weights.further;
	return {
		forecast: (knowledge) => {
			const own = weightsFor(knowledge);
			return experts.reduce((sum, expert, index) => {
				const weight = own[index] ?? 0;
				return weight > 0 ? sum + weight * expert.forecast(knowledge) : sum;
			}, 0);
		},
		quantile: (knowledge, share) =>
			quantile(
				experts.map((expert) => ({
					probability: expert.forecast(knowledge),
					logVariance: expert.logVariance(knowledge),
				})),
				weightsFor(knowledge),
				share,
			),
		learn: ({ expected, actual, recency, hasOnset }) => {
			experts.forEach((expert, index) => {
				const probability = expert.forecast({
					occasions: expected,
					recency,
					leadDays: 1,
				});
				scores[index] =
					(scores[index] ?? 0) +
					Math.log(hasOnset ? probability : 1 - probability);
				expert.learn({ occasions: actual, recency }, hasOnset);
			});
			weights = { all: weigh(() => true), further: weigh(ignoresRecency) };
		},
		weights: () => {
			const sum = (isCounted: (expert: Expert) => boolean): number =>
				experts.reduce(
					(total, expert, index) =>
						total + (isCounted(expert) ? (weights.all[index] ?? 0) : 0),
					0,
				);
			return {
				occasions: sum(({ options }) => options.usesOccasions),
				recency: sum(({ options }) => options.usesRecency),
			};
		},
	};
}

const ignoresRecency = ({ options }: Expert): boolean => !options.usesRecency;

/** The probability below which this share of the experts' belief lies: each one's logarithm is taken as normal. */
function quantile(
	forecasts: readonly {
		readonly probability: number;
		readonly logVariance: number;
	}[],
	weights: readonly number[],
	share: number,
): number {
	let [low, high] = [Math.log(1e-6), Math.log(MOST)];
	for (let step = 0; step < 30; step++) {
		const middle = (low + high) / 2;
		const below = forecasts.reduce(
			(sum, { probability, logVariance }, index) =>
				sum +
				(weights[index] ?? 0) *
					normalBelow(
						// A log-normal's mean lies half its variance above its median.
						(middle - Math.log(probability) + logVariance / 2) /
							Math.sqrt(logVariance),
					),
			0,
		);
		if (below < share) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}

/** The standard normal's distribution function (Abramowitz and Stegun 7.1.26, within 1.5e-7). */
function normalBelow(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.3275911 * x);
	const erf =
		1 -
		((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) *
			t +
			0.254829592) *
			t *
			Math.exp(-x * x);
	return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
