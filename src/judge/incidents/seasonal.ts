/**
 * What a value should have been: a level, the median of the last four weeks'
 * days, times a profile, the median of the same hour on the same day of
 * earlier weeks. Both learn only from samples that were normal when they had
 * become a day old, so that an outage never turns into what is expected,
 * however long it lasts; the 7-day rule of `ioda-median.ts` forgets one in a
 * week. All state is in arrays of fixed size: a year of 5-minute samples costs
 * no memory.
 */
import { medianWithin } from "./median.ts";

const DAY = 24;
const WEEK = 7 * DAY;
/** Days behind the level, weeks behind the profile. */
const LEVEL_DAYS = 28;
const PROFILE_WEEKS = 8;
/** Weeks from which on an hour of the week has a profile of its own. */
const OWN_WEEKS = 3;
/** Days of data before anything is expected; in a series too short for the season, the days that must do. */
export const WARM_UP_DAYS = 14;
export const SHORT_WARM_UP_DAYS = 1;
/** Residuals behind the noise's scale and memory, at most one an hour, and the least there must be. */
const RESIDUALS = 600;
const LEAST_RESIDUALS = 50;
/** Bounds of the noise: the most of it that an hour later is still there, and its least standard deviation. */
const MOST_MEMORY = 0.95;
const LEAST_SPREAD = 0.01;

/** Noise of the logarithm of value over expectation: a first-order autoregression. */
export interface Noise {
	/** Part of a deviation that the next sample inherits. */
	readonly memory: number;
	/** Robust standard deviation of what is new in each sample. */
	readonly scale: number;
	/** Standard deviation of the logarithm of the profile: how much there is of a season. */
	readonly swing: number;
}

export interface Seasonal {
	/** A new value whenever the noise was fitted anew. */
	readonly noise: Noise;
	/** What is expected at an hour; NaN while too little is known. */
	expect(at: number): number;
	/** Takes in a normal sample. `deviation`: its log ratio to what was expected, and the one before it; NaN where there is none. */
	learn(at: number, value: number, deviation: number, previous: number): void;
}

/** `warmUpDays`: whole days to know before anything is expected. */
export function createSeasonal(
	stepHours: number,
	warmUpDays = WARM_UP_DAYS,
): Seasonal {
	const profile = createProfile(stepHours);
	const days = createRing(LEVEL_DAYS);
	const residuals = createResiduals(stepHours);
	let noise: Noise = { memory: 0.5, scale: 0.1, swing: 1 };
	let level = Number.NaN;
	let today = Number.NaN;
	let values = new Float64Array(512);
	let count = 0;

	const closeDay = (): void => {
		days.push(medianWithin(values, count));
		count = 0;
		if (days.count >= warmUpDays / 2) level = days.median();
		noise = residuals.fit(profile) ?? noise;
	};

	return {
		get noise() {
			return noise;
		},
		expect: (at) =>
			days.count < warmUpDays ? Number.NaN : level * profile.at(at),
		learn(at, value, deviation, previous) {
			const day = Math.floor(at / DAY);
			if (day !== today) {
				if (count > 0) closeDay();
				today = day;
			}
			if (count === values.length) {
				const longer = new Float64Array(2 * count);
				longer.set(values);
				values = longer;
			}
			// Deseasonalised, so that a day of few samples has the same level.
			values[count++] = Number.isNaN(level) ? value : value / profile.at(at);
			if (!Number.isNaN(level)) profile.add(at, value / level);
			if (!Number.isNaN(deviation) && !Number.isNaN(previous))
				residuals.add(at, deviation, previous);
		},
	};
}

interface Profile {
	/** Value over level at an hour. */
	at(at: number): number;
	add(at: number, part: number): void;
	swing(): number;
}

/** One entry a slot of the week and week: an hour, or a sample where samples are rarer. */
function createProfile(stepHours: number): Profile {
	const slotHours = Math.max(1, stepHours);
	const slotCount = Math.max(1, Math.round(WEEK / slotHours));
	const slots = Array.from({ length: slotCount }, () =>
		createRing(PROFILE_WEEKS),
	);
	const shapes = new Float64Array(slotCount).fill(Number.NaN);
	const buffer = new Float64Array(7 * PROFILE_WEEKS);
	// Samples of the slot at hand, put together when the next slot begins.
	const parts = new Float64Array(Math.max(1, Math.ceil(2 / stepHours)));
	let open = 0;
	let openSlot = -1;

	const slotOf = (at: number): number =>
		Math.floor((((at % WEEK) + WEEK) % WEEK) / slotHours) % slotCount;
	const forgetDays = (slot: number): void => {
		for (let day = 0; day < 7; day++)
			shapes[slotOf(slot * slotHours + day * DAY)] = Number.NaN;
	};
	/** Of the hour of the week; of the same hour on any day while that has been seen too seldom. */
	const shapeOf = (slot: number): number => {
		const known = shapes[slot] as number;
		if (!Number.isNaN(known)) return known;
		const own = slots[slot] as Ring;
		let shape = own.median();
		if (own.count < OWN_WEEKS) {
			let count = 0;
			for (let day = 0; day < 7; day++)
				count += (slots[slotOf(slot * slotHours + day * DAY)] as Ring).copyTo(
					buffer,
					count,
				);
			shape = count > 0 ? medianWithin(buffer, count) : 1;
		}
		shapes[slot] = shape;
		return shape;
	};
	const close = (): void => {
		(slots[openSlot] as Ring).push(medianWithin(parts, open));
		forgetDays(openSlot);
		open = 0;
	};

	return {
		at(at) {
			const slot = slotOf(at);
			if (slotHours === stepHours) return shapeOf(slot);
			// Within an hour the profile runs straight from the middle of one to that of the next.
			const inside =
				at / slotHours - Math.floor(at / slotHours) + stepHours / 2;
			const next = slotOf(at + (inside < 0.5 ? -slotHours : slotHours));
			const weight = Math.abs(inside - 0.5);
			return (1 - weight) * shapeOf(slot) + weight * shapeOf(next);
		},
		add(at, part) {
			const slot = slotOf(at);
			if (open > 0 && slot !== openSlot) close();
			openSlot = slot;
			if (open < parts.length) parts[open++] = part;
			if (slotHours === stepHours) close();
		},
		swing() {
			let [sum, squares] = [0, 0];
			for (let slot = 0; slot < slotCount; slot++) {
				const log = Math.log(Math.max(LEAST_SPREAD, shapeOf(slot)));
				sum += log;
				squares += log * log;
			}
			const mean = sum / slotCount;
			return Math.sqrt(Math.max(0, squares / slotCount - mean * mean));
		},
	};
}

interface Residuals {
	add(at: number, deviation: number, previous: number): void;
	/** Undefined while there are too few. */
	fit(profile: Profile): Noise | undefined;
}

function createResiduals(stepHours: number): Residuals {
	const deviations = createRing(RESIDUALS);
	const previous = createRing(RESIDUALS);
	const mostMemory = MOST_MEMORY ** Math.min(1, stepHours);
	const everyHours = stepHours < 1 ? 1 : 0;
	let last = Number.NEGATIVE_INFINITY;
	return {
		add(at, deviation, before) {
			if (at - last < everyHours) return;
			last = at;
			deviations.push(deviation);
			previous.push(before);
		},
		fit: (profile) =>
			deviations.count < LEAST_RESIDUALS
				? undefined
				: fitNoise(deviations, previous, mostMemory, profile.swing()),
	};
}

/** Memory by least squares on clipped deviations, scale by the median absolute innovation. */
function fitNoise(
	deviations: Ring,
	previous: Ring,
	mostMemory: number,
	swing: number,
): Noise {
	const { count } = deviations;
	const now = deviations.values;
	const before = previous.values;
	const sizes = now.slice(0, count);
	for (let i = 0; i < count; i++) sizes[i] = Math.abs(sizes[i] as number);
	const most = 3 * (1.4826 * medianWithin(sizes, count) + 1e-6);
	let [product, square] = [0, 0];
	for (let i = 0; i < count; i++) {
		const clipped = Math.max(-most, Math.min(most, before[i] as number));
		product += clipped * Math.max(-most, Math.min(most, now[i] as number));
		square += clipped * clipped;
	}
	const memory = Math.max(0, Math.min(mostMemory, product / (square + 1e-12)));
	for (let i = 0; i < count; i++)
		sizes[i] = Math.abs((now[i] as number) - memory * (before[i] as number));
	const least = LEAST_SPREAD * Math.sqrt(1 - memory * memory);
	const scale = Math.max(least, 1.4826 * medianWithin(sizes, count));
	return { memory, scale, swing };
}

/** The last so many values. */
interface Ring {
	readonly count: number;
	/** Out of order in time; the first `count` are filled. */
	readonly values: Float64Array;
	push(value: number): void;
	median(): number;
	/** Copies all to a place in another array, and gives their number. */
	copyTo(target: Float64Array, at: number): number;
}

function createRing(size: number): Ring {
	const values = new Float64Array(size);
	const sorted = new Float64Array(size);
	let count = 0;
	let next = 0;
	return {
		get count() {
			return count;
		},
		values,
		push(value) {
			values[next] = value;
			next = (next + 1) % size;
			if (count < size) count++;
		},
		median() {
			sorted.set(values);
			return medianWithin(sorted, count);
		},
		copyTo(target, at) {
			for (let i = 0; i < count; i++) target[at + i] = values[i] as number;
			return count;
		},
	};
}
