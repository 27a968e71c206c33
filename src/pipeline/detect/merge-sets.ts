/** Kept series and the cells of changed days into series as they are now. */
import type { Episode } from "../../judge/incidents/index.ts";
import {
	type Cells,
	compareSetKeys,
	type KeptSeries,
	type KeptSet,
	packCells,
	unpackCells,
} from "../../store/index.ts";
import type { FreshSeries, FreshSet } from "./read-cells.ts";

/** A set as it is now. `found` is undefined where it must be looked at again. */
export interface OldSet extends KeptSet<readonly Episode[] | undefined> {
	/** Whether it has, or had, cells on changed days. */
	readonly isChanged: boolean;
}

const DAY_HOURS = 24;

/** Sets in order of their keys. One that lost its last cell comes once without series. */
export async function* mergeSets(
	kept: AsyncGenerator<KeptSet<readonly Episode[]>> | undefined,
	fresh: AsyncGenerator<FreshSet>,
	changedDays: readonly string[],
): AsyncGenerator<OldSet> {
	const changed = new Set(
		changedDays.map((day) => Date.parse(day) / (DAY_HOURS * 3_600_000)),
	);
	const firstHour = Math.min(...changed) * DAY_HOURS;
	const isOf = (hour: number) => changed.has(Math.floor(hour / DAY_HOURS));
	const nextKept = async () => {
		const next = await kept?.next();
		return next === undefined || next.done ? undefined : next.value;
	};
	const nextFresh = async () => {
		const next = await fresh.next();
		return next.done ? undefined : next.value;
	};
	let old = await nextKept();
	let now = await nextFresh();
	while (old !== undefined || now !== undefined) {
		const order =
			old === undefined
				? 1
				: now === undefined
					? -1
					: compareSetKeys(old.key, now.key);
		if (old !== undefined && order < 0) {
			yield old.lastHour < firstHour
				? { ...old, isChanged: false }
				: merged(old, { key: old.key, series: [] }, isOf);
			old = await nextKept();
		} else if (now !== undefined) {
			yield merged(order === 0 ? old : undefined, now, isOf);
			if (order === 0) old = await nextKept();
			now = await nextFresh();
		}
	}
}

function merged(
	old: KeptSet<readonly Episode[]> | undefined,
	now: FreshSet,
	isOf: (hour: number) => boolean,
): OldSet {
	const nameOf = ({ asn, resolverAsn }: KeptSeries | FreshSeries) =>
		`${asn} ${resolverAsn}`;
	const before = new Map((old?.series ?? []).map((one) => [nameOf(one), one]));
	const added = new Map(now.series.map((one) => [nameOf(one), one]));
	const series: KeptSeries[] = [];
	let isOther = false;
	let isChanged = added.size > 0;
	for (const name of new Set([...before.keys(), ...added.keys()])) {
		const was = before.get(name);
		const is = spliced(was, added.get(name), isOf);
		if (was !== is) isOther = true;
		if (is !== undefined) series.push(is);
	}
	if (isOther) isChanged = true;
	series.sort((a, b) => a.asn - b.asn || a.resolverAsn - b.resolverAsn);
	return {
		key: now.key,
		series,
		lastHour: isOther || !old ? lastHourOf(series) : old.lastHour,
		found: isOther ? undefined : old?.found,
		isChanged,
	};
}

/** A series with the cells of changed days replaced: the very same record where that changes nothing, undefined where no cell is left. */
function spliced(
	was: KeptSeries | undefined,
	fresh: FreshSeries | undefined,
	isOf: (hour: number) => boolean,
): KeptSeries | undefined {
	const old = was && unpackCells(was);
	const stays: number[] = [];
	old?.hours.forEach((hour, i) => {
		if (!isOf(hour)) stays.push(i);
	});
	if (old && !fresh && stays.length === old.hours.length) return was;
	const cells = together(old, stays, fresh);
	const cellCount = cells.hours.length;
	if (cellCount === 0) return undefined;
	const packed = packCells(cells, cellCount);
	if (was && Buffer.compare(was.cells, packed) === 0) return was;
	const { asn, resolverAsn } = (fresh ?? was) as KeptSeries | FreshSeries;
	return { asn, resolverAsn, cellCount, cells: packed };
}

/** Cells that stay and fresh ones, by hour; no hour is in both. */
function together(
	old: Cells | undefined,
	stays: readonly number[],
	fresh: FreshSeries | undefined,
): Cells {
	const length = stays.length + (fresh?.hours.length ?? 0);
	const cells: Cells = {
		hours: new Int32Array(length),
		k: new Int32Array(length),
		n: new Int32Array(length),
	};
	let [i, j] = [0, 0];
	for (let at = 0; at < length; at++) {
		const ofOld = old?.hours[stays[i] ?? -1] ?? Number.POSITIVE_INFINITY;
		const ofFresh = fresh?.hours[j] ?? Number.POSITIVE_INFINITY;
		const [from, index] = ofOld < ofFresh ? [old, stays[i++]] : [fresh, j++];
		cells.hours[at] = from?.hours[index ?? 0] ?? 0;
		cells.k[at] = from?.k[index ?? 0] ?? 0;
		cells.n[at] = from?.n[index ?? 0] ?? 0;
	}
	return cells;
}

function lastHourOf(series: readonly KeptSeries[]): number {
	let last = 0;
	for (const one of series) {
		const { hours } = unpackCells(one);
		last = Math.max(last, hours[hours.length - 1] ?? 0);
	}
	return last;
}
