/**
 * What a value should have been: a level, the median of the last four weeks'
 * days, times a profile, the median of the same hour on the same day of
 * earlier weeks. Both learn only from samples that were normal when they had
 * become a day old, so that an outage never turns into what is expected,
 * however long it lasts; the 7-day rule of `ioda-median.ts` forgets one in a
 * week.
 */

const DAY = 24;
const WEEK = 7 * DAY;
/** Days behind the level, weeks behind the profile. */
const LEVEL_DAYS = 28;
const PROFILE_WEEKS = 8;
/** Days of data before anything is expected; in a series too short for the season, the days that must do. */
export const WARM_UP_DAYS = 14;
export const SHORT_WARM_UP_DAYS = 1;
/** Residuals behind the noise's scale and memory. */
const RESIDUALS = 600;

/** Noise of the logarithm of value over expectation: a first-order autoregression. */
export interface Noise {
	/** Part of a deviation that the next sample inherits. */
	memory: number;
	/** Robust standard deviation of what is new in each sample. */
	scale: number;
}

export interface Seasonal {
	readonly noise: Noise;
	/** What is expected at an hour; undefined while too little is known. */
	expect(at: number): number | undefined;
	/** Takes in a normal sample. `deviation`: its log ratio to what was expected, and the one before it. */
	learn(
		at: number,
		value: number,
		deviation: number | undefined,
		previous: number | undefined,
	): void;
}

/** `warmUpDays`: whole days to know before anything is expected. */
export function createSeasonal(
	stepHours: number,
	warmUpDays = WARM_UP_DAYS,
): Seasonal {
	const slotHours = Math.max(1, stepHours);
	const slotCount = Math.max(1, Math.round(WEEK / slotHours));
	const slotOf = (at: number): number =>
		Math.floor((((at % WEEK) + WEEK) % WEEK) / slotHours) % slotCount;
	const profile: number[][] = Array.from({ length: slotCount }, () => []);
	const days: number[] = [];
	let today: { readonly day: number; readonly values: number[] } | undefined;
	let level: number | undefined;
	const pairs: [deviation: number, previous: number][] = [];
	const noise: Noise = { memory: 0.5, scale: 0.1 };

	/** Profile of the hour; of the same hour on any day while a weekday has been seen too seldom. */
	const shapeAt = (at: number): number => {
		const own = profile[slotOf(at)] ?? [];
		if (own.length >= 3) return medianOf(own);
		const all: number[] = [];
		for (let day = 0; day < 7; day++)
			all.push(...(profile[slotOf(at + day * DAY)] ?? []));
		return all.length > 0 ? medianOf(all) : 1;
	};

	const closeDay = (): void => {
		if (!today) return;
		days.push(medianOf(today.values));
		if (days.length > LEVEL_DAYS) days.shift();
		if (days.length >= warmUpDays / 2) level = medianOf(days);
		if (pairs.length >= 50) fitNoise(pairs, noise);
	};

	return {
		noise,
		expect: (at) =>
			level === undefined || days.length < warmUpDays
				? undefined
				: level * shapeAt(at),
		learn(at, value, deviation, previous) {
			const day = Math.floor(at / DAY);
			if (today && today.day !== day) {
				closeDay();
				today = undefined;
			}
			today ??= { day, values: [] };
			// Deseasonalised, so that a day of few samples has the same level.
			today.values.push(level === undefined ? value : value / shapeAt(at));
			if (level !== undefined) {
				const slot = profile[slotOf(at)];
				slot?.push(value / level);
				if (slot && slot.length > PROFILE_WEEKS) slot.shift();
			}
			if (deviation !== undefined && previous !== undefined) {
				pairs.push([deviation, previous]);
				if (pairs.length > RESIDUALS) pairs.shift();
			}
		},
	};
}

/** Memory by least squares on clipped deviations, scale by the median absolute innovation. */
function fitNoise(
	pairs: readonly (readonly [number, number])[],
	noise: Noise,
): void {
	const spread =
		1.4826 * medianOf(pairs.map(([deviation]) => Math.abs(deviation))) + 1e-6;
	const clip = (x: number): number =>
		Math.max(-3 * spread, Math.min(3 * spread, x));
	let [product, square] = [0, 0];
	for (const [deviation, previous] of pairs) {
		product += clip(deviation) * clip(previous);
		square += clip(previous) ** 2;
	}
	noise.memory = Math.max(0, Math.min(0.95, product / (square + 1e-12)));
	noise.scale = Math.max(
		0.01,
		1.4826 *
			medianOf(
				pairs.map(([deviation, previous]) =>
					Math.abs(deviation - noise.memory * previous),
				),
			),
	);
}

/** The median; 0 for none. */
export function medianOf(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const middle = sorted.length >> 1;
	const high = sorted[middle] ?? 0;
	return sorted.length % 2 === 1
		? high
		: ((sorted[middle - 1] ?? high) + high) / 2;
}
