/** Names of series, and which of them are siblings: networks of one country and target. */
import type { Series, SeriesKey } from "./types.ts";

/** A text that is equal for equal keys and for no others. */
export function keyText(key: SeriesKey): string {
	return JSON.stringify([
		key.cc ?? null,
		key.target ?? null,
		key.layer ?? null,
		key.asn ?? null,
		key.resolverAsn ?? null,
	]);
}

/** The key of the country that a network's series belongs to. */
export function countryKey(key: SeriesKey): SeriesKey {
	const { cc, target, layer } = key;
	return {
		...(cc === undefined ? {} : { cc }),
		...(target === undefined ? {} : { target }),
		...(layer === undefined ? {} : { layer }),
	};
}

/** Series by country, target and layer, in the order in which each set first appears. */
export function siblingSets(
	series: readonly Series[],
): readonly (readonly Series[])[] {
	const sets = new Map<string, Series[]>();
	for (const one of series) {
		const name = keyText(countryKey(one.key));
		const set = sets.get(name);
		if (set) set.push(one);
		else sets.set(name, [one]);
	}
	return [...sets.values()];
}
