/** What is said of a value series. Times are hours since 1970, fractions allowed. */
import type { Condition } from "./model.ts";
import type { Direction } from "./types.ts";

export interface ValuePoint {
	readonly at: number;
	readonly value: number;
}

/** The same in columns, which take a tenth of the memory: as long as each other, in order of time. */
export interface ValueColumns {
	readonly hours: Float64Array;
	readonly values: Float64Array;
}

export interface ValueChangepoint {
	readonly direction: Direction;
	/** A level that shifted, or a slope over weeks. */
	readonly kind: "level" | "slope";
	readonly at: number;
	readonly earliest: number;
	readonly latest: number;
	readonly detectableAt: number;
	/** Undefined for a slope, which is told by a threshold. */
	readonly logOdds: number | undefined;
}

/** A drop, by its changes and the positions of its samples (half-open). */
export interface Drop {
	readonly onset: ValueChangepoint;
	readonly ending: ValueChangepoint | undefined;
	readonly fromIndex: number;
	readonly toIndex: number;
}

export interface ValueSegment {
	readonly state: Condition;
	readonly since: number;
	readonly until: number;
	readonly probability: number;
	/** Part of the expected value that is missing, on the whole. */
	readonly depth: number;
	/** In a drop: it is still on, but much of what was lost has come back. */
	readonly restoredPartially: boolean;
	readonly openEnd: boolean;
}

export interface ValueDetection {
	readonly segments: readonly ValueSegment[];
	readonly changepoints: readonly ValueChangepoint[];
}
