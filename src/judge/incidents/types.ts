/** What the detector says. Hours are whole UTC hours since 1970, as in judge/series. */
import type { SeriesKey } from "../series/index.ts";
import type { Condition } from "./model.ts";

export type Direction = "onset" | "ending";

/** What a changepoint rests on (P5). */
export interface Evidence {
	/** Sessions that speak for the change, from it to the hour at which data sufficed. */
	readonly sessions: number;
	/** All sessions in the same hours. */
	readonly of: number;
	/** Hours that hold such sessions. */
	readonly hours: number;
}

/** A transition between restricted and not. */
export interface Changepoint {
	readonly direction: Direction;
	/** First hour of the new condition, at best. */
	readonly at: number;
	/** The change lies at or after the start of `earliest` and before `latest`, with 90% probability. */
	readonly earliest: number;
	readonly latest: number;
	/** First hour with whose data the change could be told. */
	readonly detectableAt: number;
	/** Largest log-odds for the new condition, on data up to then, while it lasted. */
	readonly logOdds: number;
	readonly evidence: Evidence;
}

export interface Refuted {
	readonly direction: Direction;
	readonly detectableAt: number;
	readonly logOdds: number;
}

/** A stretch of one condition; `insufficient`: too little was said to call it anything (P4). */
export interface Segment {
	readonly state: Condition | "insufficient";
	readonly since: number;
	readonly until: number;
	/** Mean probability of the state over the hours that hold data. */
	readonly probability: number;
	/** The state was there at the first data: it began then or at any time before. */
	readonly openStart: boolean;
	/** The data end inside it. */
	readonly openEnd: boolean;
}

/** Restricted, probably, but below the threshold or the floor: "not enough data", never notified (P4). */
export interface Suspicion {
	readonly since: number;
	readonly logOdds: number;
	readonly evidence: Evidence;
}

export interface Detection {
	readonly key: SeriesKey;
	readonly segments: readonly Segment[];
	readonly changepoints: readonly Changepoint[];
	/** When data sufficed for a restriction that was there at the first data. */
	readonly openOnset: Changepoint | undefined;
	readonly suspicion: Suspicion | undefined;
	/** Onsets and endings that were raised and that later data refuted: alerts that are to be taken back (P8). */
	readonly refuted: readonly Refuted[];
}
