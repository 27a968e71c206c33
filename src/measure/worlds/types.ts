/** What a synthetic world is made of, and its truth. Hours are whole UTC hours since 1970. */

/** What a world's noise is like. */
export type Noise = "even" | "correlated" | "season" | "drift" | "bursts";

/** How sessions fail although nothing is restricted. */
export interface BackgroundLaw {
	/** Mean rate of failing, by hour of the world's first day on: `rateAt` adds season and drift. */
	readonly rate: number;
	/** Intra-class correlation of an hour's sessions. */
	readonly correlation: number;
	/** Daily swing: the rate is multiplied by 1 + season * sin(hour of day). */
	readonly season: number;
	/** The rate is multiplied by this from the first to the last hour of the world, evenly in its logarithm. */
	readonly drift: number;
	/** Bursts of failing that are weather, not restriction. */
	readonly bursts: BurstLaw | undefined;
}

export interface BurstLaw {
	readonly everyHours: number;
	readonly meanHours: number;
	/** No burst is longer: what lasts for days is no weather. */
	readonly mostHours: number;
	/** Part of the sessions that fail in one. */
	readonly share: number;
	/** Part of the networks that one reaches. */
	readonly reach: number;
}

/** One event as it met one network. */
export interface Stretch {
	readonly asn: number;
	readonly since: number;
	/** After the window where it has not ended. */
	readonly until: number;
	/** Part of the sessions stopped while it is on. */
	readonly share: number;
	/** On for so many hours, off for so many, from `since`; undefined: on throughout. */
	readonly cycle: { readonly on: number; readonly off: number } | undefined;
}

export interface WorldEvent {
	readonly hazard: Hazard;
	readonly stretches: readonly Stretch[];
}

/** Hazards of reference/detection.md, "How to score"; `full`: a block of everybody for two months. */
export type Hazard =
	| "plain"
	| "full"
	| "staged"
	| "flapping"
	| "windows"
	| "single_good"
	| "open_start"
	| "heavy_tail";

export interface WorldCell {
	readonly hour: number;
	readonly k: number;
	readonly n: number;
	/** Hour at which the last of its rows became known. */
	readonly knownAt: number;
}

/** One series of a world: a network, or one resolver's share of it. */
export interface WorldSeries {
	readonly asn: number;
	readonly resolverAsn: number | undefined;
	/** A resolver that lies from the first hour to the last: nothing begins or ends. */
	readonly alwaysFails: boolean;
	/** Mean sessions an hour. */
	readonly cadence: number;
	readonly background: BackgroundLaw;
	readonly cells: readonly WorldCell[];
}

export interface World {
	readonly seed: string;
	readonly cc: string;
	readonly target: string;
	readonly since: number;
	readonly until: number;
	readonly noise: Noise;
	/** The detector's model does not assume what this world does. */
	readonly isMisspecified: boolean;
	readonly series: readonly WorldSeries[];
	/** Truth. Empty in a quiet world. */
	readonly events: readonly WorldEvent[];
}
