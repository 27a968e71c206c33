/**
 * How good forecasts are: Brier score and log score on days, beside those of
 * the baselines, the skill with its interval, and whether days given 20% see an
 * onset on one day in five. The interval comes from resampling blocks of days,
 * since onsets cluster, and in every resample the skill is over the baseline
 * that is best in it.
 */
import { BASELINES, type Baseline } from "./baselines.ts";
import type { DayForecast } from "./walk.ts";

/** A forecast and what came. */
export interface ScoredDay
	extends Pick<DayForecast, "on" | "probability" | "baselines"> {
	readonly hasOnset: boolean;
}

export interface Scores {
	/** Mean of squared errors. */
	readonly brier: number;
	/** Mean of the negative logarithm of what was given to what came. */
	readonly log: number;
}

export interface Skill {
	/** 1 is perfect, 0 is the best baseline. */
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

export interface ReliabilityBin {
	/** Forecasts from `from` to less than `to`. */
	readonly from: number;
	readonly to: number;
	readonly dayCount: number;
	readonly onsetDayCount: number;
	readonly meanForecast: number;
	/** Share of days with an onset, with its 95% interval (Wilson). */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

export interface OutlookScore {
	readonly dayCount: number;
	readonly onsetDayCount: number;
	readonly model: Scores;
	readonly baselines: readonly ({ readonly name: Baseline } & Scores)[];
	readonly bestBaseline: Baseline;
	/** Null where too few onset days were scored to claim or deny any. */
	readonly brierSkill: Skill | null;
	readonly logSkill: Skill | null;
	readonly reliability: readonly ReliabilityBin[];
	/** `better`: the interval of the Brier skill lies above zero. `too_few`: fewer than 20 onset days. */
	readonly finding: "better" | "no_better" | "too_few";
}

/** Fewer say nothing of a skill. A choice that nobody validated. */
export const LEAST_ONSET_DAYS = 20;
/** Days of a block: longer than clusters of onsets. */
const BLOCK_DAYS = 30;
const RESAMPLES = 2000;
const BIN_EDGES = [0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 1.000001] as const;

/** Scores forecasts of consecutive days. Undefined where there is none. */
export function scoreForecasts(
	days: readonly ScoredDay[],
): OutlookScore | undefined {
	if (days.length === 0) return undefined;
	const onsetDayCount = days.filter(({ hasOnset }) => hasOnset).length;
	const columns = [
		days.map(({ probability }) => probability),
		...BASELINES.map((name) => days.map(({ baselines }) => baselines[name])),
	];
	const brier = columns.map((column) =>
		column.map((p, index) => (p - (days[index]?.hasOnset ? 1 : 0)) ** 2),
	);
	const log = columns.map((column) =>
		column.map((p, index) => -Math.log(days[index]?.hasOnset ? p : 1 - p)),
	);
	const scoresOf = (index: number): Scores => ({
		brier: mean(brier[index] ?? []),
		log: mean(log[index] ?? []),
	});
	const baselines = BASELINES.map((name, index) => ({
		name,
		...scoresOf(index + 1),
	}));
	const hasEnough = onsetDayCount >= LEAST_ONSET_DAYS;
	const brierSkill = hasEnough ? skillOf(brier) : null;
	return {
		dayCount: days.length,
		onsetDayCount,
		model: scoresOf(0),
		baselines,
		bestBaseline: baselines.reduce((best, one) =>
			one.brier < best.brier ? one : best,
		).name,
		brierSkill,
		logSkill: hasEnough ? skillOf(log) : null,
		reliability: reliabilityOf(days),
		finding: !brierSkill
			? "too_few"
			: brierSkill.low > 0
				? "better"
				: "no_better",
	};
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** Skill of the first column of losses over the best of the others, by a circular block bootstrap (Politis and Romano, 1992). */
function skillOf(losses: readonly (readonly number[])[]): Skill {
	const length = losses[0]?.length ?? 0;
	const block = Math.min(BLOCK_DAYS, length);
	/** Sums up to a day, over the days twice, so that a block may run round the end. */
	const sums = losses.map((column) => {
		const running = new Float64Array(2 * length + 1);
		for (let day = 0; day < 2 * length; day++)
			running[day + 1] = (running[day] ?? 0) + (column[day % length] ?? 0);
		return running;
	});
	const skillOver = (totals: readonly number[]): number =>
		1 - (totals[0] ?? 0) / Math.min(...totals.slice(1));
	const random = randomOf(length);
	const samples: number[] = [];
	for (let sample = 0; sample < RESAMPLES; sample++) {
		const totals = losses.map(() => 0);
		for (let done = 0; done < length; done += block) {
			const start = Math.floor(random() * length);
			const end = start + Math.min(block, length - done);
			sums.forEach((running, index) => {
				totals[index] =
					(totals[index] ?? 0) + (running[end] ?? 0) - (running[start] ?? 0);
			});
		}
		samples.push(skillOver(totals));
	}
	samples.sort((a, b) => a - b);
	const at = (share: number): number =>
		samples[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
	return {
		value: skillOver(sums.map((running) => running[length] ?? 0)),
		low: at(0.025),
		high: at(0.975),
	};
}

/** Numbers from 0 to 1 that only depend on the seed (xorshift32; Marsaglia, 2003). */
function randomOf(seed: number): () => number {
	let state = (seed ^ 0x9e3779b9) | 0 || 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

function reliabilityOf(days: readonly ScoredDay[]): readonly ReliabilityBin[] {
	return BIN_EDGES.slice(0, -1).flatMap((from, index) => {
		const to = BIN_EDGES[index + 1] ?? 1;
		const own = days.filter(
			({ probability }) => probability >= from && probability < to,
		);
		if (own.length === 0) return [];
		const onsetDayCount = own.filter(({ hasOnset }) => hasOnset).length;
		return {
			from,
			to: Math.min(1, to),
			dayCount: own.length,
			onsetDayCount,
			meanForecast: mean(own.map(({ probability }) => probability)),
			share: onsetDayCount / own.length,
			...wilson(onsetDayCount, own.length),
		};
	});
}

const Z95 = 1.959964;

/** The 95% interval of a share (Wilson, JASA 22, 1927). */
function wilson(
	successes: number,
	trials: number,
): { readonly low: number; readonly high: number } {
	const share = successes / trials;
	const spread = Z95 ** 2 / trials;
	const middle = share + spread / 2;
	const half =
		Z95 * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
	return {
		low: Math.max(0, (middle - half) / (1 + spread)),
		high: Math.min(1, (middle + half) / (1 + spread)),
	};
}
