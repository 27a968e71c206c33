/**
 * What a forecast has to beat: forecasters without a calendar, each as good as
 * its kind allows. All learn from the past alone.
 */
export const BASELINES = [
	"average of all days before",
	"average of the last two years",
	"persistence",
	"season",
] as const;
export type Baseline = (typeof BASELINES)[number];

/** One onset day in a hundred, worth a hundred days: as for the model. */
const PRIOR = { onsets: 1, days: 100 };
/** Days of the shorter average. */
export const RECENT_DAYS = 730;
/** Days on either side of a day of the year that share its season. */
const SEASON_DAYS = 15;
const YEAR_DAYS = 365.2425;
/** Persistence asks whether the week before saw an onset. */
const PERSISTENCE_DAYS = 7;

export interface BaselineForecaster {
	/** For a day `leadDays` after the last one learnt. */
	forecast(leadDays: number): Readonly<Record<Baseline, number>>;
	learn(hasOnset: boolean): void;
}

/** `first`: the number of the first day to be learnt. */
export function createBaselines(first: number): BaselineForecaster {
	const past: boolean[] = [];
	let onsets = 0;
	let recent = 0;
	const season = Array.from({ length: 366 }, () => ({ days: 0, onsets: 0 }));
	const after = [0, 1].map(() => ({ days: 0, onsets: 0 }));
	const average = (): number =>
		(PRIOR.onsets + onsets) / (PRIOR.days + past.length);
	/** Drawn towards the average of all days, as by a hundred days of it. */
	const drawn = (tally: { days: number; onsets: number }): number =>
		(PRIOR.days * average() + tally.onsets) / (PRIOR.days + tally.days);
	const weekHadOnset = (): 0 | 1 =>
		past.slice(-PERSISTENCE_DAYS).includes(true) ? 1 : 0;
	const dayOfYear = (day: number): number =>
		Math.floor(((day % YEAR_DAYS) + YEAR_DAYS) % YEAR_DAYS);
	return {
		forecast: (leadDays) => {
			const middle = dayOfYear(first + past.length + leadDays - 1);
			const near = { days: 0, onsets: 0 };
			for (let shift = -SEASON_DAYS; shift <= SEASON_DAYS; shift++) {
				const tally = season[(middle + shift + 366) % 366];
				near.days += tally?.days ?? 0;
				near.onsets += tally?.onsets ?? 0;
			}
			return {
				"average of all days before": average(),
				"average of the last two years": drawn({
					days: Math.min(past.length, RECENT_DAYS),
					onsets: recent,
				}),
				persistence: drawn(after[weekHadOnset()] ?? { days: 0, onsets: 0 }),
				season: drawn(near),
			};
		},
		learn: (hasOnset) => {
			const seen = hasOnset ? 1 : 0;
			for (const tally of [
				after[weekHadOnset()],
				season[dayOfYear(first + past.length)],
			])
				if (tally) {
					tally.days++;
					tally.onsets += seen;
				}
			onsets += seen;
			recent += seen;
			past.push(hasOnset);
			if (past.length > RECENT_DAYS && past[past.length - 1 - RECENT_DAYS])
				recent--;
		},
	};
}
