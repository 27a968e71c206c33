/**
 * Where falls of one time happened. A gauge speaks for a country or an
 * area by its own signal of it, or by most of its signals within it; two that
 * speak for one place are the floor (P4, P7). Nothing below an area is told.
 */
import type { SignalAccess } from "../../model/index.ts";
import { isStrong } from "./gauges.ts";
import type { Fall, Place, WatchedSignal } from "./types.ts";

/** Independent gauges from which an outage is published. Provisional: chosen, not validated. */
export const LEAST_GAUGES = 2;
/** Share of a gauge's signals within a place, by weight, from which it speaks for the place. Provisional. */
const MOST = 0.5;
/** Areas, networks or parts that must have fallen before they speak for what is around them. */
const LEAST_WITHIN = 2;

/** Access that all the falls are of; null where they differ or do not say. */
export function accessOf(falls: readonly Fall[]): SignalAccess | null {
	const all = new Set(falls.map(({ signal }) => signal.key.access));
	const [only = null] = all;
	return all.size === 1 ? only : null;
}

/** Falls of one time by where they happened. None where all of it is below areas. */
export function placesOf(
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
): readonly Place[] {
	const access = accessOf(falls);
	const among = watched.filter(
		({ key, sinceMs, untilMs }) =>
			(access === null || key.access === access) &&
			falls.some((fall) => sinceMs <= fall.sinceMs && untilMs >= fall.sinceMs),
	);
	for (const least of [LEAST_GAUGES, 1]) {
		const isAtFloor = least > 1;
		const heard = isAtFloor
			? falls.filter(({ signal, depth }) => isStrong(signal.gauge, depth))
			: falls;
		const country = speakersFor(heard, among, () => true, "country");
		if (country.length >= least)
			return [{ ...NOWHERE, gauges: country, isAtFloor, falls }];
		const within = placesWithin(heard, among, least, falls);
		if (within.length > 0)
			return within.map((place) => ({ ...NOWHERE, ...place, isAtFloor }));
	}
	return [];
}

/** Areas that enough gauges speak for, and networks: they have no more to do with each other than their time. */
function placesWithin(
	heard: readonly Fall[],
	among: readonly WatchedSignal[],
	least: number,
	falls: readonly Fall[],
): readonly (Partial<Place> & Pick<Place, "gauges" | "falls">)[] {
	const areas = distinct(heard.map(({ signal }) => signal.area))
		.map((area) => ({
			area,
			speakers: speakersFor(heard, among, (one) => one.area === area, "area"),
		}))
		.filter(({ speakers }) => speakers.length >= least);
	const isInAreas = ({ signal }: Fall) =>
		areas.some(({ area }) => area === signal.area);
	const elsewhere = heard.filter((fall) => !isInAreas(fall));
	const networks = distinct(elsewhere.map(asnOf))
		.map((asn) => ({
			asn,
			speakers: distinct(
				elsewhere
					.filter((fall) => asnOf(fall) === asn)
					.map(({ signal }) => signal.gauge),
			),
		}))
		.filter(({ speakers }) => speakers.length >= least);
	const inAreas = {
		scope: "area" as const,
		areas: areas.map(({ area }) => area),
		gauges: distinct(areas.flatMap(({ speakers }) => speakers)),
		falls: falls.filter(isInAreas),
	};
	const onNetworks = {
		scope: "networks" as const,
		asns: networks.map(({ asn }) => asn),
		gauges: distinct(networks.flatMap(({ speakers }) => speakers)),
		falls: falls.filter(
			(fall) =>
				!isInAreas(fall) && networks.some(({ asn }) => asn === asnOf(fall)),
		),
	};
	return [
		...(areas.length > 0 ? [inAreas] : []),
		...(networks.length > 0 ? [onNetworks] : []),
	];
}

const asnOf = ({ signal }: Fall): number | null => signal.key.entity.asn;

const NOWHERE = { scope: "country", areas: [], asns: [] } as const;

/** Gauges that speak for a place: by a signal of all of it, or by most of their signals within it. */
function speakersFor(
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
	isWithin: (signal: WatchedSignal) => boolean,
	what: "country" | "area",
): readonly string[] {
	const fallen = new Set(falls.map(({ signal }) => signal.id));
	const inside = watched.filter(isWithin);
	return distinct(inside.map(({ gauge }) => gauge)).filter((gauge) => {
		const own = inside.filter((one) => one.gauge === gauge);
		const down = own.filter(({ id }) => fallen.has(id));
		const isWhole = ({ area, isPart, key }: WatchedSignal) =>
			key.entity.asn === null && (what === "country" ? area === null : !isPart);
		// What one province shows, in however many signals, is of one province.
		const unitOf = ({ id, area, key }: WatchedSignal) =>
			(what === "country" ? area : null) ?? key.entity.asn ?? id;
		const parts = own.filter((one) => !isWhole(one));
		const downParts = down.filter((one) => !isWhole(one));
		return (
			down.some(isWhole) ||
			(new Set(downParts.map(unitOf)).size >= LEAST_WITHIN &&
				weightOf(downParts) > MOST * weightOf(parts))
		);
	});
}

const weightOf = (signals: readonly WatchedSignal[]): number =>
	signals.reduce((sum, { weight }) => sum + weight, 0);

/** Each value once, in order, without those that are not known. */
function distinct<T extends string | number>(
	values: readonly (T | null)[],
): readonly T[] {
	return [...new Set(values)]
		.filter((value) => value !== null)
		.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
