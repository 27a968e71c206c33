/**
 * The detector: series in, what happened to them out. A pure function over a
 * window (P3, P8): no clock, no state kept between calls, the order of the
 * rows and of the siblings without effect.
 */
import { poolSeries, type Series } from "../series/index.ts";
import { raiseAlarms } from "./alarms.ts";
import {
	type Counts,
	createEngine,
	type Engine,
	type Posterior,
} from "./inference.ts";
import { BACKGROUND_PRIOR, type BackgroundPrior } from "./model.ts";
import { tellStory } from "./segments.ts";
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
			const lifts = set.map((one) => liftFor(engine, set, pool, one));
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
	readonly then: Float64Array;
	readonly finally: Float64Array;
}

function detectOne(
	engine: Engine,
	series: Series,
	cellHours: number,
	lifts?: Lifts,
): Detection {
	const filtered = engine(series, lifts === undefined, lifts?.then);
	const raised = raiseAlarms(series, filtered.logOdds, filtered.length);
	const last = filtered.length - 1;
	const logOddsNow = filtered.logOdds[last] ?? Number.NEGATIVE_INFINITY;
	const posterior = lifts
		? engine(series, true, lifts.finally)
		: filtered;
	const story = tellStory(series, posterior, raised, cellHours);
	const isRaised = raised.alarms.at(-1)?.direction === "onset";
	return {
		key: series.key,
		...story,
		suspicion:
			!isRaised && logOddsNow > 0
				? {
						since: series.hours[raised.pending.index] ?? 0,
						logOdds: logOddsNow,
						evidence: raised.pending.evidence,
					}
				: undefined,
	};
}

/** A network with more than this part of the country's sessions is taken out of the pool that speaks to it. */
const LARGE_PART = 0.1;
/** Lifts under this change nothing that is shown. */
const SMALL_LIFT = 0.02;

function liftFor(
	engine: Engine,
	set: readonly Series[],
	pool: Series,
	one: Series,
): Lifts | undefined {
	if (set.length < 2) return undefined;
	const part = sessionCount(one) / Math.max(1, sessionCount(pool));
	const rest = part > LARGE_PART ? poolSeries(set, one) : pool;
	const posterior = engine(rest, true);
	const lifts = {
		then: new Float64Array(one.hours.length),
		finally: new Float64Array(one.hours.length),
	};
	let j = -1;
	let most = 0;
	for (let i = 0; i < one.hours.length; i++) {
		const hour = one.hours[i] ?? 0;
		while (j + 1 < posterior.length && (rest.hours[j + 1] ?? 0) <= hour) j++;
		if (j < 0) continue;
		lifts.then[i] = 1 / (1 + Math.exp(-(posterior.logOdds[j] ?? 0)));
		lifts.finally[i] = posterior.restricted[j] ?? 0;
		most = Math.max(most, lifts.then[i] ?? 0, lifts.finally[i] ?? 0);
	}
	return most < SMALL_LIFT ? undefined : lifts;
}

function sessionCount({ n }: Counts | Series): number {
	let sum = 0;
	for (let i = 0; i < n.length; i++) sum += n[i] ?? 0;
	return sum;
}

