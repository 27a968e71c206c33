/**
 * One simple forecaster of onset days: a level, times the ratio of the day's
 * sort. Sorts are the parts of occasions and, on ordinary days, how soon after
 * the last onset they are.
 */
import type { DayOccasion } from "./calendar.ts";
import { createLevel } from "./level.ts";
import { createRatios } from "./ratios.ts";

export interface ExpertOptions {
	/** Days after which an onset counts half for the level. */
	readonly halfLifeDays: number;
	/** Shape of the priors of the ratios: the smaller, the sooner they are trusted. */
	readonly shape: number;
	readonly usesOccasions: boolean;
	readonly usesRecency: boolean;
}

/** What is known of a day before it. */
export interface DayKnowledge {
	readonly occasions: readonly DayOccasion[];
	/** How soon after the last onset, and whether one is under way. Empty beyond the next day. */
	readonly recency: readonly string[];
	/** Days from the last one learnt. */
	readonly leadDays: number;
}

export interface Expert {
	readonly options: ExpertOptions;
	forecast(knowledge: DayKnowledge): number;
	/** Variance of the forecast's logarithm, by the spread of level and ratios. */
	logVariance(knowledge: DayKnowledge): number;
	/** Learns the day after the last one learnt: what it was, and whether it saw an onset. */
	learn(day: Omit<DayKnowledge, "leadDays">, hasOnset: boolean): void;
}

/** No day is certain: it keeps one surprise from costing everything. A choice. */
export const MOST = 0.95;

export function createExpert(options: ExpertOptions): Expert {
	const { usesOccasions, usesRecency } = options;
	const level = createLevel(options.halfLifeDays);
	const ratios = createRatios(options.shape);
	/**
	 * A day that may be an occasion is a mixture: of the occasion's parts, as far
	 * as it is likely to be one, and of an ordinary day, to which alone recency
	 * applies. What a cut before an occasion means for its next day is the
	 * occasion's own affair: see `begun`.
	 */
	const mixtureOf = ({
		occasions,
		recency,
	}: Omit<DayKnowledge, "leadDays">): readonly Part[] => {
		const parts = usesOccasions
			? occasions.flatMap((one) =>
					sortsOf(one).map(({ own, alike, share }) => ({
						sorts: [own],
						ratio: one.weight * share * ratios.of(own, ratios.of(alike)),
					})),
				)
			: [];
		const ordinary = usesOccasions
			? occasions.reduce((left, { weight }) => left - weight, 1)
			: 1;
		const sorts = usesRecency ? recency : [];
		const ratio = sorts.reduce(
			(product, sort) => product * ratios.of(sort),
			Math.max(0, ordinary),
		);
		return [...parts, { sorts, ratio }];
	};
	return {
		options,
		forecast: (knowledge) =>
			Math.min(
				MOST,
				level.rate(knowledge.leadDays) * totalOf(mixtureOf(knowledge)),
			),
		// To first order: each ratio's relative variance, by the square of its part in the day's ratio.
		logVariance: (knowledge) => {
			const parts = mixtureOf(knowledge);
			const total = totalOf(parts);
			return parts.reduce(
				(sum, { sorts, ratio }) =>
					sorts.reduce(
						(inner, sort) =>
							inner + (ratio / total) ** 2 * ratios.relativeVariance(sort),
						sum,
					),
				level.relativeVariance(knowledge.leadDays),
			);
		},
		learn: (day, hasOnset) => {
			const { occasions, recency } = day;
			const seen = hasOnset ? 1 : 0;
			const rate = level.rate(1);
			const total = totalOf(mixtureOf(day));
			if (usesOccasions && occasions.length > 0)
				for (const one of occasions)
					for (const { own, alike, share } of sortsOf(one))
						for (const sort of [own, alike])
							ratios.add(
								sort,
								(share * seen) / occasions.length,
								(share * rate) / occasions.length,
							);
			else if (usesRecency) {
				// Each is counted against what the level and the others let expect.
				const others = recency.map((sort) => total / ratios.of(sort));
				recency.forEach((sort, index) => {
					ratios.add(sort, seen, rate * (others[index] ?? 1));
				});
			}
			level.add(seen, total);
		},
	};
}

/** A part of the mixture that a day is, with its share of the day's ratio. */
interface Part {
	/** The sorts of days whose ratios are in it. */
	readonly sorts: readonly string[];
	readonly ratio: number;
}

const totalOf = (parts: readonly Part[]): number =>
	parts.reduce((sum, { ratio }) => sum + ratio, 0);

/** What a day's part in an occasion is counted under: its own, and that of all occasions of the class. */
function sortsOf({ occasion, part, begun }: DayOccasion): readonly {
	readonly own: string;
	readonly alike: string;
	readonly share: number;
}[] {
	return [
		{ word: part, share: 1 - begun },
		{ word: "begun", share: begun },
	]
		.filter(({ share }) => share > 0)
		.map(({ word, share }) => ({
			own: `${occasion.id} ${word}`,
			alike: `${occasion.class} ${word}`,
			share,
		}));
}
