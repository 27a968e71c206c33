/**
 * Where falls of one time happened. An instrument speaks for a country or an
 * area by its own signal of it, or by most of its signals within it; two that
 * speak for one place are the floor (P4, P7). Nothing below an area is told.
 */
import type { SignalAccess } from "../../model/index.ts";
import type { Fall, Place, WatchedSignal } from "./types.ts";

/** Independent instruments from which an outage is published. Provisional: chosen, not validated. */
export const LEAST_INSTRUMENTS = 2;
/** Share of an instrument's signals within a place, by weight, from which it speaks for the place. Provisional. */
const MOST = 0.5;
/** Signals that must have fallen before they speak for what is around them. */
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
	const country = speakersFor(falls, among, () => true, "country");
	const areas = distinct(falls.map(({ signal }) => signal.area)).map(
		(area) => ({
			area,
			speakers: speakersFor(falls, among, (one) => one.area === area, "area"),
		}),
	);
	const asns = distinct(falls.map(({ signal }) => signal.key.entity.asn)).map(
		(asn) => ({
			asn,
			speakers: distinct(
				falls
					.filter(({ signal }) => signal.key.entity.asn === asn)
					.map(({ signal }) => signal.instrument),
			),
		}),
	);
	for (const least of [LEAST_INSTRUMENTS, 1]) {
		const isAtFloor = least > 1;
		if (country.length >= least)
			return [{ ...NOWHERE, instruments: country, isAtFloor, falls }];
		const inAreas = areas.filter(({ speakers }) => speakers.length >= least);
		const onNetworks = asns.filter(({ speakers }) => speakers.length >= least);
		const places: Place[] = [];
		if (inAreas.length > 0)
			places.push({
				...NOWHERE,
				scope: "area",
				areas: inAreas.map(({ area }) => area),
				instruments: distinct(inAreas.flatMap(({ speakers }) => speakers)),
				isAtFloor,
				falls: falls.filter(({ signal }) =>
					inAreas.some(({ area }) => area === signal.area),
				),
			});
		// Areas and networks have no more to do with each other than their time.
		const others = onNetworks.filter(({ asn }) =>
			falls.some(
				({ signal }) =>
					signal.key.entity.asn === asn &&
					!inAreas.some(({ area }) => area === signal.area),
			),
		);
		if (others.length > 0)
			places.push({
				...NOWHERE,
				scope: "networks",
				asns: others.map(({ asn }) => asn),
				instruments: distinct(others.flatMap(({ speakers }) => speakers)),
				isAtFloor,
				falls: falls.filter(({ signal }) =>
					others.some(({ asn }) => asn === signal.key.entity.asn),
				),
			});
		if (places.length > 0) return places;
	}
	return [];
}

const NOWHERE = { scope: "country", areas: [], asns: [] } as const;

/** Instruments that speak for a place: by a signal of all of it, or by most of their signals within it. */
function speakersFor(
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
	isWithin: (signal: WatchedSignal) => boolean,
	what: "country" | "area",
): readonly string[] {
	const fallen = new Set(falls.map(({ signal }) => signal.id));
	const inside = watched.filter(isWithin);
	return distinct(inside.map(({ instrument }) => instrument)).filter(
		(instrument) => {
			const own = inside.filter((one) => one.instrument === instrument);
			const down = own.filter(({ id }) => fallen.has(id));
			const isWhole = ({ area, isPart, key }: WatchedSignal) =>
				key.entity.asn === null &&
				(what === "country" ? area === null : !isPart);
			const parts = own.filter((one) => !isWhole(one));
			const downParts = down.filter((one) => !isWhole(one));
			return (
				down.some(isWhole) ||
				(downParts.length >= LEAST_WITHIN &&
					weightOf(downParts) > MOST * weightOf(parts))
			);
		},
	);
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
