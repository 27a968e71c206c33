/**
 * One simple forecaster of onset days. A day's probability is a level times
 * ratios: how often days of its sort saw an onset, over how often the level
 * alone would have had it (observed over expected). Level and ratios are means
 * of gamma distributions, drawn towards the average where little was seen
 * (Clayton and Kaldor, Biometrics 43, 1987). The level forgets, so it follows
 * both what happens and how much of it is written down; the two cannot be told
 * apart.
 */
import type { DayOccasion } from "./calendar.ts";

export interface ExpertOptions {
	/** Days after which an onset counts half for the level. */
	readonly halfLifeDays: number;
	/** Shape of the gamma priors of the ratios: the smaller, the sooner they leave 1. */
	readonly shape: number;
	readonly usesOccasions: boolean;
	readonly usesRecency: boolean;
}

/** What is known of a day before it. */
export interface DayKnowledge {
	readonly occasions: readonly DayOccasion[];
	/** Recency words: days since the last onset, and whether one is under way. Empty beyond the next day. */
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
	learn(
		occasions: readonly DayOccasion[],
		recency: readonly string[],
		hasOnset: boolean,
	): void;
}

/** Observed and expected onsets on days of a sort. */
interface Tally {
	observed: number;
	expected: number;
}

/** Before anything is seen: one onset day in a hundred, worth a hundred days. A guess that a few months outweigh. */
const PRIOR_DAYS = 100;
/** No day is certain: it keeps one surprise from costing everything. A choice. */
export const MOST = 0.95;

export function createExpert(options: ExpertOptions): Expert {
	const { halfLifeDays, shape, usesOccasions, usesRecency } = options;
	const keep = 2 ** (-1 / halfLifeDays);
	const all: Tally = { observed: 0, expected: 0 };
	const recent: Tally = { observed: 0, expected: 0 };
	const tallies = new Map<string, Tally>();
	const tallyOf = (key: string): Tally => {
		let tally = tallies.get(key);
		if (tally === undefined) {
			tally = { observed: 0, expected: 0 };
			tallies.set(key, tally);
		}
		return tally;
	};
	const ratioOf = (key: string, mean = 1): number => {
		const tally = tallies.get(key);
		return (
			(shape + (tally?.observed ?? 0)) / (shape / mean + (tally?.expected ?? 0))
		);
	};
	const occasionRatio = (one: DayOccasion): number =>
		cellsOf(one).reduce(
			(sum, { own, alike, share }) =>
				sum + share * ratioOf(own, ratioOf(alike)),
			0,
		);
	const recencyRatio = (words: readonly string[]): number =>
		usesRecency
			? words.reduce((product, word) => product * ratioOf(word), 1)
			: 1;
	/**
	 * A day that may be an occasion is a mixture: of the occasion, as far as it
	 * is likely to be one, and of an ordinary day, to which alone recency
	 * applies. What a cut before an occasion means for its next day is the
	 * occasion's own affair: see `begun`.
	 */
	const dayRatio = (
		occasions: readonly DayOccasion[],
		recency: readonly string[],
	): number => {
		const own = usesOccasions ? occasions : [];
		const ordinary = own.reduce((left, { weight }) => left - weight, 1);
		return own.reduce(
			(sum, one) => sum + one.weight * occasionRatio(one),
			Math.max(0, ordinary) * recencyRatio(recency),
		);
	};
	/** Observed and expected of the level, as far back as it remembers. */
	const levelOf = (leadDays: number): Tally => {
		const average = (1 + all.observed) / (PRIOR_DAYS + all.expected);
		const left = keep ** (leadDays - 1);
		return {
			observed: 1 + left * recent.observed,
			expected: 1 / average + left * recent.expected,
		};
	};
	return {
		options,
		forecast: ({ occasions, recency, leadDays }) => {
			const level = levelOf(leadDays);
			return Math.min(
				MOST,
				(level.observed / level.expected) * dayRatio(occasions, recency),
			);
		},
		// To first order: each ratio's relative variance, by the square of its part in the day's ratio.
		logVariance: ({ occasions, recency, leadDays }) => {
			const ratio = dayRatio(occasions, recency);
			const spreadOf = (key: string, part: number): number =>
				(part / ratio) ** 2 / (shape + (tallies.get(key)?.observed ?? 0));
			const own = usesOccasions ? occasions : [];
			const ordinary = own.reduce((left, { weight }) => left - weight, 1);
			return [
				1 / levelOf(leadDays).observed,
				...own.flatMap((one) =>
					cellsOf(one).map((cell) =>
						spreadOf(
							cell.own,
							one.weight * cell.share * ratioOf(cell.own, ratioOf(cell.alike)),
						),
					),
				),
				...(usesRecency ? recency : []).map((word) =>
					spreadOf(word, Math.max(0, ordinary) * recencyRatio(recency)),
				),
			].reduce((sum, value) => sum + value, 0);
		},
		learn: (occasions, recency, hasOnset) => {
			const seen = hasOnset ? 1 : 0;
			const level = levelOf(1);
			const rate = level.observed / level.expected;
			const ratio = dayRatio(occasions, recency);
			const isOccasion = usesOccasions && occasions.length > 0;
			if (isOccasion)
				for (const one of occasions)
					for (const { own, alike, share } of cellsOf(one))
						for (const cell of [own, alike]) {
							const tally = tallyOf(cell);
							tally.observed += (share * seen) / occasions.length;
							tally.expected += (share * rate) / occasions.length;
						}
			else if (usesRecency)
				for (const word of recency) {
					const tally = tallyOf(word);
					tally.observed += seen;
					tally.expected += (rate * ratio) / ratioOf(word);
				}
			all.observed += seen;
			all.expected += ratio;
			recent.observed = keep * recent.observed + seen;
			recent.expected = keep * recent.expected + ratio;
		},
	};
}

interface Cell {
	/** Of this occasion, and of all occasions of its class. */
	readonly own: string;
	readonly alike: string;
	readonly share: number;
}

/** What a day's part in an occasion is counted under, the likelier first. */
function cellsOf({ occasion, part, begun }: DayOccasion): readonly Cell[] {
	return [
		{ cell: part, share: 1 - begun },
		{ cell: "begun", share: begun },
	]
		.filter(({ share }) => share > 0)
		.map(({ cell, share }) => ({
			own: `${occasion.id} ${cell}`,
			alike: `${occasion.class} ${cell}`,
			share,
		}))
		.sort((a, b) => b.share - a.share);
}
