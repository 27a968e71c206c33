/**
 * The detector: series in, what happened to them out. A pure function over a
 * window (P3, P8): no clock, no state kept between calls, the order of the
 * rows and of the siblings without effect.
 */
import { poolSeries, type Series } from "../series/index.ts";
import { raiseAlarms } from "./alarms.ts";
import { createEngine, type Engine } from "./inference.ts";
import { BACKGROUND_PRIOR, type BackgroundPrior } from "./model.ts";
import { markInsufficient, tellStory } from "./segments.ts";
import type { Detection } from "./types.ts";

export interface DetectorOptions {
	/** How long one cell lasts: 1 hour, or 24 where the data are daily. */
	readonly cellHours?: number;
	/** What is known of backgrounds before any data; see `learnBackground`. */
	readonly background?: BackgroundPrior;
}

/** What the networks of one country and target tell together. */
export interface SetDetection {
	readonly networks: readonly Detection[];
	/** Of the sum of the networks. */
	readonly country: Detection;
}

export interface Detector {
	/** One series by itself. */
	detect(series: Series): Detection;
	/** Networks of one country and target: each is likelier restricted while the others are. */
	detectSet(set: readonly Series[]): SetDetection;
}

/** A detector holds caches and working memory; what it says depends on its arguments alone. */
export function createDetector(options: DetectorOptions = {}): Detector {
	const engine = createEngine(options.background ?? BACKGROUND_PRIOR);
	const cellHours = options.cellHours ?? 1;
	return {
		detect: (series) => detectOne(engine, series, cellHours),
		detectSet: (set) => {
			const pool = poolSeries(set);
			const lifts = liftAll(engine, set, pool);
			return {
				networks: set.map((one, i) =>
					detectOne(engine, one, cellHours, lifts[i]),
				),
				country: detectOne(engine, pool, cellHours),
			};
		},
	};
}

/** Probability that the rest of the country is restricted, at a network's data hours: as known then, and as known at the end. */
interface Lifts {
	readonly live: Float64Array;
	readonly settled: Float64Array;
}

function detectOne(
	engine: Engine,
	series: Series,
	cellHours: number,
	lifts?: Lifts,
): Detection {
	const filtered = engine(series, lifts === undefined, lifts?.live);
	const raised = raiseAlarms(series, filtered.logOdds, filtered.length);
	const last = filtered.length - 1;
	const logOddsNow = filtered.logOdds[last] ?? Number.NEGATIVE_INFINITY;
	const posterior = lifts ? engine(series, true, lifts.settled) : filtered;
	const story = tellStory(series, posterior, raised, cellHours);
	const suspicion =
		raised.alarms.at(-1)?.direction !== "onset" && logOddsNow > 0
			? {
					since: series.hours[raised.pending.index] ?? 0,
					logOdds: logOddsNow,
					evidence: raised.pending.evidence,
				}
			: undefined;
	return {
		key: series.key,
		...story,
		segments: markInsufficient(series, story.segments, suspicion?.since),
		suspicion,
	};
}

/** A network with more than this part of the country's sessions is taken out of the pool that speaks to it. */
const LARGE_PART = 0.1;
/** Lifts under this change nothing that is shown. */
const SMALL_LIFT = 0.02;

/** What the rest of the country says to each network of a set. */
function liftAll(
	engine: Engine,
	set: readonly Series[],
	pool: Series,
): readonly (Lifts | undefined)[] {
	if (set.length < 2) return [];
	const total = sessionCount(pool);
	const small = set.filter((one) => sessionCount(one) <= LARGE_PART * total);
	const all = small.length > 0 ? smoothed(engine, pool) : undefined;
	return set.map((one) => {
		const rest =
			all && small.includes(one) ? all : smoothed(engine, poolSeries(set, one));
		return liftAt(one.hours, rest);
	});
}

/** A pool and its posterior, copied out of the engine. */
interface Smoothed {
	readonly hours: Int32Array;
	readonly live: Float64Array;
	readonly settled: Float64Array;
}

function smoothed(engine: Engine, series: Series): Smoothed {
	const { logOdds, restricted, length } = engine(series, true);
	return {
		hours: series.hours,
		live: Float64Array.from(
			logOdds.subarray(0, length),
			(odds) => 1 / (1 + Math.exp(-odds)),
		),
		settled: restricted.slice(0, length),
	};
}

/** The pool's newest word at each hour. Undefined where it never says anything that matters. */
function liftAt(hours: Int32Array, pool: Smoothed): Lifts | undefined {
	const lifts = {
		live: new Float64Array(hours.length),
		settled: new Float64Array(hours.length),
	};
	let j = -1;
	let most = 0;
	for (let i = 0; i < hours.length; i++) {
		const hour = hours[i] as number;
		while (j + 1 < pool.hours.length && (pool.hours[j + 1] as number) <= hour)
			j++;
		if (j < 0) continue;
		const live = pool.live[j] as number;
		const atEnd = pool.settled[j] as number;
		lifts.live[i] = live;
		lifts.settled[i] = atEnd;
		most = Math.max(most, live, atEnd);
	}
	return most < SMALL_LIFT ? undefined : lifts;
}

function sessionCount({ n }: Series): number {
	let sum = 0;
	for (let i = 0; i < n.length; i++) sum += n[i] ?? 0;
	return sum;
}
