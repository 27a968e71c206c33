/**
 * How much a network should have said, and when it fell silent (P9): an hour
 * without data is a value, and a shutdown shows as silence, not as failure.
 * Expected is the median of the last four weeks' days, spread over the hours
 * of the day as in those weeks. Counts scatter more than Poisson: they are
 * negative binomial, with the scatter of the network itself. Days of a
 * collapse teach nothing, so that a long one does not become the rhythm.
 */
import { gridOf } from "./series.ts";
import type { Series } from "./types.ts";

/** A stretch in which far fewer sessions came than expected. */
export interface VolumeCollapse {
	readonly since: number;
	readonly until: number;
	/** The data end inside it. */
	readonly openEnd: boolean;
	readonly detectableAt: number;
	readonly logOdds: number;
	readonly expectedSessions: number;
	readonly seenSessions: number;
}

const DAY = 24;
const RHYTHM_DAYS = 28;
const WARM_UP_DAYS = 14;
/** Part of the expected volume that is left in a collapse; how often one begins, how long it lasts. Provisional. */
const LEFT = 0.08;
const BEGINS_EVERY_HOURS = 365 * DAY;
const LASTS_HOURS = 30 * DAY;
const RAISE_LOG_ODDS = 5.5;
const CLEAR_LOG_ODDS = 3;
/** Sessions that must be missing before anything is said. */
const LEAST_MISSING = 10;
/** Bounds of the scatter: small is wild. */
const LEAST_SIZE = 0.2;
const MOST_SIZE = 50;

/** Sessions expected at every hour of the grid; NaN while too little is known. `skip` marks days that teach nothing. */
interface Rhythm {
	expect(hour: number): number;
	readonly size: number;
	learnDay(counts: readonly number[]): void;
}

function createRhythm(): Rhythm {
	const days: (readonly number[])[] = [];
	let level = Number.NaN;
	let shape: number[] = [];
	let size = 1;
	return {
		expect: (hour) => level * (shape[((hour % DAY) + DAY) % DAY] ?? 0),
		get size() {
			return size;
		},
		learnDay(counts) {
			days.push(counts);
			if (days.length > RHYTHM_DAYS) days.shift();
			if (days.length < WARM_UP_DAYS) return;
			level = median(days.map(sum));
			const total = sum(days.map(sum));
			shape = Array.from(
				{ length: DAY },
				(_, h) => (sum(days.map((day) => day[h] ?? 0)) + 1) / (total + DAY),
			);
			size = sizeOf(days, level, shape);
		},
	};
}

/** The negative binomial's size by moments: Var = mean + mean^2 / size. */
function sizeOf(
	days: readonly (readonly number[])[],
	level: number,
	shape: readonly number[],
): number {
	let [excess, square] = [0, 0];
	for (const day of days)
		for (let h = 0; h < DAY; h++) {
			const mean = level * (shape[h] ?? 0);
			excess += ((day[h] ?? 0) - mean) ** 2 - mean;
			square += mean ** 2;
		}
	return Math.max(
		LEAST_SIZE,
		Math.min(MOST_SIZE, excess <= 0 ? MOST_SIZE : square / excess),
	);
}

/** Log of the negative binomial's probability, but for what does not depend on the mean. */
function logCount(n: number, mean: number, size: number): number {
	return n * Math.log(mean / (mean + size)) - size * Math.log(1 + mean / size);
}

/** Collapses of a series' volume: `n` alone is read. The grid's trailing empty hours count, so give the window up to now. */
export function findCollapses(series: Series): readonly VolumeCollapse[] {
	const { since, n } = gridOf(series);
	const rhythm = createRhythm();
	const found: VolumeCollapse[] = [];
	let normal = 1;
	let open: Open | undefined;
	let turnedAt = 0;
	let wasLow = false;
	let pending: number[] = [];
	let isTainted = false;
	for (let i = 0; i < n.length; i++) {
		const hour = since + i;
		const count = n[i] ?? 0;
		const mean = rhythm.expect(hour);
		if (mean > 0) {
			normal = step(normal, count, mean, rhythm.size);
			const odds = Math.log(1 - normal) - Math.log(normal);
			if (odds > 0 !== wasLow) turnedAt = i;
			wasLow = odds > 0;
			if (open) {
				open = { ...open, logOdds: Math.max(open.logOdds, odds) };
				if (odds <= -CLEAR_LOG_ODDS) {
					found.push(close(open, n, since, turnedAt, rhythm, false));
					open = undefined;
				}
			} else if (odds >= RAISE_LOG_ODDS) {
				const begun = firstQuiet(n, turnedAt);
				if (missing(n, since, begun, i + 1, rhythm) >= LEAST_MISSING)
					open = { begun, raised: i, logOdds: odds };
			}
			isTainted ||= odds > 0;
		}
		pending.push(count);
		if (((hour % DAY) + DAY) % DAY === DAY - 1) {
			if (pending.length === DAY && !isTainted) rhythm.learnDay(pending);
			pending = [];
			isTainted = false;
		}
	}
	if (open) found.push(close(open, n, since, n.length, rhythm, true));
	return found;
}

interface Open {
	readonly begun: number;
	readonly raised: number;
	readonly logOdds: number;
}

/** One filter step of a chain of two states; gives the probability of normal volume. */
function step(
	normal: number,
	count: number,
	mean: number,
	size: number,
): number {
	const before =
		normal * (1 - 1 / BEGINS_EVERY_HOURS) + (1 - normal) / LASTS_HOURS;
	const forNormal = Math.log(before) + logCount(count, mean, size);
	const forCollapse = Math.log(1 - before) + logCount(count, mean * LEFT, size);
	return Math.min(
		1 - 1e-12,
		Math.max(1e-12, 1 / (1 + Math.exp(forCollapse - forNormal))),
	);
}

/** The silence began after the last hour that held data. */
function firstQuiet(n: Int32Array, from: number): number {
	let i = from;
	while (i > 0 && n[i - 1] === 0) i--;
	return i;
}

function missing(
	n: Int32Array,
	since: number,
	from: number,
	to: number,
	rhythm: Rhythm,
): number {
	let total = 0;
	for (let i = from; i < to; i++)
		total += rhythm.expect(since + i) - (n[i] ?? 0);
	return total;
}

function close(
	{ begun, raised, logOdds }: Open,
	n: Int32Array,
	since: number,
	end: number,
	rhythm: Rhythm,
	openEnd: boolean,
): VolumeCollapse {
	const seenSessions = sum([...n.subarray(begun, end)]);
	return {
		since: since + begun,
		until: since + end,
		openEnd,
		detectableAt: since + raised,
		logOdds,
		expectedSessions: missing(n, since, begun, end, rhythm) + seenSessions,
		seenSessions,
	};
}

const sum = (values: readonly number[]): number =>
	values.reduce((total, one) => total + one, 0);

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[middle] ?? 0)
		: ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
