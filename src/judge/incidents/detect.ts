/**
 * The detector: series in, what happened to them out. A pure function over a
 * window (P3, P8): no clock, no state kept between calls, the order of the
 * rows and of the siblings without effect.
 */
import { neverStopped, poolSeries, type Series } from "../series/index.ts";
import { raiseAlarms } from "./alarms.ts";
import { COUNTRY_SESSIONS, NETWORK_SESSIONS } from "./floor.ts";
import { createEngine, type Engine } from "./inference.ts";
import { type Lifts, liftAll } from "./lifts.ts";
import {
	BACKGROUND_PRIOR,
	type BackgroundPrior,
	SUSPICION_LOG_ODDS,
} from "./model.ts";
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
	/** Of the sum of the networks, without those that were restricted at their first data (unless all were). */
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
	const asked: Asked = {
		cellHours: options.cellHours ?? 1,
		leastSessions: NETWORK_SESSIONS,
		lifts: undefined,
	};
	return {
		detect: (series) => detectOne(engine, series, asked),
		detectSet: (set) => {
			const alone = set.map((one) => detectOne(engine, one, asked));
			// Who was restricted from the start has no change to tell of, and would hide that of the others.
			const changing = set.filter((_, i) => !alone[i]?.openOnset);
			const pooled = changing.length > 0 ? changing : set;
			const pool = poolSeries(pooled);
			const lifts = liftAll(engine, set, pooled, pool);
			return {
				networks: set.map((one, i) => {
					const lift = lifts[i];
					return lift
						? detectOne(engine, one, { ...asked, lifts: lift })
						: (alone[i] as Detection);
				}),
				country: detectOne(engine, pool, {
					...asked,
					leastSessions: COUNTRY_SESSIONS,
				}),
			};
		},
	};
}

interface Asked {
	readonly cellHours: number;
	readonly leastSessions: number;
	readonly lifts: Lifts | undefined;
}

function detectOne(engine: Engine, series: Series, asked: Asked): Detection {
	if (neverStopped(series)) return tellPeace(series, asked.cellHours);
	const { cellHours, leastSessions, lifts } = asked;
	let posterior = engine.filter(series, lifts?.live);
	const raised = raiseAlarms(
		series,
		posterior.logOdds,
		posterior.length,
		leastSessions,
	);
	const logOddsNow =
		posterior.logOdds[posterior.length - 1] ?? Number.NEGATIVE_INFINITY;
	// Where nothing was raised there is nothing to place, and hindsight is not needed.
	if (raised.alarms.length > 0) {
		if (lifts) posterior = engine.filter(series, lifts.settled);
		engine.smooth();
	}
	const story = tellStory(series, posterior, raised, cellHours);
	const suspicion =
		raised.alarms.at(-1)?.direction !== "onset" &&
		logOddsNow >= SUSPICION_LOG_ODDS
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

/** Where no session was ever stopped nothing can be raised or suspected, whatever siblings show: most series, told without the model. */
function tellPeace(series: Series, cellHours: number): Detection {
	const { length } = series.hours;
	const nothing = new Float64Array(length);
	const story = tellStory(
		series,
		{ length, logOdds: nothing, restricted: nothing, blocked: nothing },
		{
			alarms: [],
			pending: { index: 0, evidence: { sessions: 0, of: 0, hours: 0 } },
		},
		cellHours,
	);
	return {
		key: series.key,
		...story,
		segments: markInsufficient(series, story.segments, undefined),
		suspicion: undefined,
	};
}
