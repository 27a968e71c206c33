/** What is found in one set of series: the restrictions of its networks, and of the country that they make up. */
import {
	type Detector,
	type Episode,
	episodesOf,
	networksBehind,
} from "../../judge/incidents/index.ts";
import type { Series } from "../../judge/series/index.ts";
import {
	type KeptSeries,
	type SeriesSetKey,
	unpackCells,
} from "../../store/index.ts";

export interface SetToDetect {
	readonly key: SeriesSetKey;
	readonly series: readonly KeptSeries[];
}

export function setEpisodes(
	{ key, series }: SetToDetect,
	detector: Detector,
): readonly Episode[] {
	const set = series.map((one) => seriesOfKept(key, one));
	const { networks, country } = detector.detectSet(set);
	const own = networks.flatMap((detection) => episodesOf({ detection }));
	// A network is seen through several resolvers, so look-ups have no sum for the country.
	if (key.layer !== "all" || set.length < 2) return own;
	return [
		...own,
		...episodesOf({
			detection: country,
			networks: (onset) => networksBehind(set, onset),
		}),
	];
}

function seriesOfKept(
	{ cc, target, layer }: SeriesSetKey,
	kept: KeptSeries,
): Series {
	const cells = unpackCells(kept);
	return {
		key: {
			cc,
			asn: kept.asn,
			target,
			layer,
			...(layer === "dns" ? { resolverAsn: kept.resolverAsn } : {}),
		},
		since: cells.hours[0] ?? 0,
		until: (cells.hours.at(-1) ?? -1) + 1,
		...cells,
	};
}
