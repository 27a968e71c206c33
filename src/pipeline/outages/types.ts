/** What grouping takes and gives. Times are milliseconds since 1970. */
import type {
	IncidentCause,
	IncidentScope,
	SignalAccess,
	SignalFall,
	SignalKey,
} from "../../model/index.ts";

/** A signal that is kept, whether it fell or not. */
export interface WatchedSignal {
	readonly id: string;
	readonly key: SignalKey;
	readonly gauge: string;
	/** ISO 3166-2, else the name as the source gives it; null for the whole country. */
	readonly area: string | null;
	/** Of a part of that area only: nothing is told of it alone. */
	readonly isPart: boolean;
	/** How much it counts among others of its gauge. */
	readonly weight: number;
	readonly stepMs: number;
	/** First and last reading. */
	readonly sinceMs: number;
	readonly untilMs: number;
}

export interface Fall extends SignalFall {
	readonly signal: WatchedSignal;
	readonly sinceMs: number;
	/** Infinite while it has no end. */
	readonly untilMs: number;
	readonly detectableAt: string;
	/** What else explains it (P10). */
	readonly confounds: readonly string[];
	/** Sessions that were missing, of those expected; of our own volume alone. */
	readonly missing?: { readonly sessions: number; readonly of: number };
}

/** Where falls of one time happened, and how many gauges show it there. */
export interface Place {
	readonly scope: IncidentScope;
	readonly areas: readonly string[];
	/** Networks that fell, where the scope is networks. */
	readonly asns: readonly number[];
	/** Gauges that show it of the place as a whole. */
	readonly gauges: readonly string[];
	readonly isAtFloor: boolean;
	readonly falls: readonly Fall[];
}

/** Falls that came together. */
export interface Episode extends Place {
	readonly cc: string;
	readonly access: SignalAccess | null;
	readonly sinceMs: number;
	readonly untilMs: number;
	readonly confounds: readonly string[];
}

/** One outage: an episode, or several of one place that follow each other closely. */
export interface Outage {
	readonly episodes: readonly Episode[];
	/** Falls that stood already when it began: shown with it, and no part of when it began. */
	readonly standing: readonly Fall[];
	readonly cause: IncidentCause;
}
