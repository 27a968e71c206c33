/** What an incident shows of its signals: those that fell, and those of the same place that did not. */
import type { IncidentSignal } from "../../model/index.ts";
import { readSignalPoints, type WorkspacePaths } from "../../store/index.ts";
import { OWN_VOLUME } from "./gauges.ts";
import { type Level, levelOf } from "./level.ts";
import type { Episode, Outage, WatchedSignal } from "./types.ts";

export type PointsReader = (id: string) => ReturnType<typeof readSignalPoints>;

/** A country's signals stand beside each of its outages: each is read once. */
export function pointsReader(
	paths: Pick<WorkspacePaths, "derived">,
): PointsReader {
	const read = new Map<string, ReturnType<PointsReader>>();
	return (id) => {
		const points = read.get(id) ?? readSignalPoints(paths, id);
		read.set(id, points);
		return points;
	};
}

/** What each signal shows: those that fell, and those of the same place that did not. */
export async function signalsOf(
	{ episodes, standing }: Outage,
	watched: readonly WatchedSignal[],
	pointsOf: PointsReader,
): Promise<readonly IncidentSignal[]> {
	const [first] = episodes;
	if (!first) return [];
	const sinceMs = first.sinceMs;
	const untilMs = Math.max(...episodes.map((one) => one.untilMs));
	const falls = [...standing, ...episodes.flatMap((one) => one.falls)];
	const signals: IncidentSignal[] = [];
	for (const one of watched) {
		const own = falls.filter(({ signal }) => signal.id === one.id);
		const isBeside =
			isOfPlace(one, first) && one.sinceMs <= sinceMs && one.untilMs >= sinceMs;
		if (own.length === 0 && !isBeside) continue;
		const { source, measure, entity, access, licence, verified } = one.key;
		const windows =
			own.length > 0
				? own.map((fall) => ({ since: fall.sinceMs, until: fall.untilMs }))
				: [{ since: sinceMs, until: untilMs }];
		signals.push({
			source,
			measure,
			gauge: one.gauge,
			area: one.area,
			asn: entity.asn,
			access,
			falls: own.map(({ onset, ending, depth, restoredPartially }) => ({
				onset,
				ending,
				depth,
				restoredPartially,
			})),
			...(one.gauge === OWN_VOLUME
				? { level: null, lowest: null }
				: levelIn(await pointsOf(one.id), windows)),
			licence,
			verified,
		});
	}
	return signals;
}

function isOfPlace(
	{ key, gauge, area, isPart }: WatchedSignal,
	{ scope, areas, asns, gauges, falls }: Episode,
): boolean {
	const { asn } = key.entity;
	if (scope === "networks") return asn !== null && asns.includes(asn);
	// A gauge that speaks by its parts shows those that stayed, too.
	const isAmongParts =
		gauges.includes(gauge) &&
		falls.some(
			({ signal }) =>
				signal.gauge === gauge &&
				(signal.key.entity.asn === null) === (asn === null),
		);
	if (scope === "country") return (area ?? asn) === null || isAmongParts;
	return (
		area !== null &&
		areas.includes(area) &&
		(isAmongParts || (asn === null && !isPart))
	);
}

/** Over several windows, the level of the longest. */
function levelIn(
	points: Parameters<typeof levelOf>[0],
	windows: readonly { readonly since: number; readonly until: number }[],
): Level {
	const [longest] = [...windows].sort(
		(a, b) => b.until - b.since - (a.until - a.since),
	);
	return longest
		? levelOf(
				points,
				{ since: longest.since / 1000, until: longest.until / 1000 },
				longest.since / 1000,
			)
		: { level: null, lowest: null };
}
