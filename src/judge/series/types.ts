/** What a series is made of. Hours are whole UTC hours since 1970: plain integers, so that a year of them is a small array. */

/** What a series is about. A field that is absent was summed over: no `asn` means every network of the country. */
export interface SeriesKey {
	readonly cc?: string;
	readonly asn?: number;
	/** Network of the resolver. Part of the key for layer `dns`, where it decides the answer. */
	readonly resolverAsn?: number;
	readonly target?: string;
	readonly layer?: string;
}

/** What one hour of one series said. */
export interface Cell {
	readonly hour: number;
	/** Sessions with a blocked-class outcome. */
	readonly k: number;
	/** Sessions that said anything. 0: an empty hour. */
	readonly n: number;
}

/**
 * The cells of one key in order of time. Only hours that said something are
 * kept; every other hour between `since` and `until` is empty, and that is a
 * value (P9): `gridOf` writes it out.
 */
export interface Series {
	readonly key: SeriesKey;
	/** First hour of the window and the hour after its last. */
	readonly since: number;
	readonly until: number;
	/** Strictly rising. */
	readonly hours: Int32Array;
	readonly k: Int32Array;
	readonly n: Int32Array;
}
