/**
 * What was found in every series there is, by unit. Series that have other
 * cells than before are looked at again, all others are taken as they are kept
 * beside what was found in them.
 */
import type { Progress } from "../../base/index.ts";
import { RasaiError } from "../../base/index.ts";
import type { Episode } from "../../judge/incidents/index.ts";
import type { World } from "../../model/index.ts";
import {
	type KeptSet,
	openKeptSeries,
	type QueryReader,
	type SeriesSetKey,
	type WorkspacePaths,
	writeKeptSeries,
} from "../../store/index.ts";
import { type DetectPool, openDetectPool } from "./detect-pool.ts";
import { mergeSets, type OldSet } from "./merge-sets.ts";
import { readCells } from "./read-cells.ts";

/** What is restricted as one: a service of the registry, or a target that belongs to none. */
export interface UnitEpisodes {
	readonly name: string;
	/** Whether it has cells on days that are other than before. */
	readonly isChanged: boolean;
	readonly countries: ReadonlyMap<string, CountryEpisodes>;
}

export interface CountryEpisodes {
	/** The hour after the last that holds data. */
	readonly until: number;
	readonly whole: readonly Episode[];
	/** Of look-ups through one resolver's network. */
	readonly lookups: readonly Episode[];
}

export interface UnitOptions {
	readonly paths: Pick<WorkspacePaths, "derived">;
	/** Hash of each day's verdicts as they are now. */
	readonly days: Readonly<Record<string, string>>;
	/** As they were when incidents were last written; undefined: look at everything again. */
	readonly before: Readonly<Record<string, string>> | undefined;
	readonly workers: number;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
}

export interface UnitsRead {
	/** In order of their names. */
	readonly units: readonly UnitEpisodes[];
	readonly detectedSeries: number;
}

/** Cells that wait for threads at once, in all: they bound the memory. */
const WAITING_CELLS = 1_000_000;

/** Reads the units of a world, and keeps what it read for the next time. */
export async function readUnits(
	reader: QueryReader,
	world: World,
	options: UnitOptions,
): Promise<UnitsRead> {
	try {
		return await passOver(reader, world, options);
	} catch (error) {
		const isDamaged =
			error instanceof RasaiError && error.code === "store_damaged";
		if (!isDamaged || options.before === undefined) throw error;
		return passOver(reader, world, { ...options, before: undefined });
	}
}

async function passOver(
	reader: QueryReader,
	world: World,
	{ paths, days, before, workers, signal, progress }: UnitOptions,
): Promise<UnitsRead> {
	const kept =
		before && (await openKeptSeries<readonly Episode[]>(paths, world));
	const changed = changedDays(days, kept?.days ?? {});
	const fresh = readCells(
		reader,
		world,
		{
			days: changed.filter((day) => day in days),
			among: Object.keys(days).sort(),
		},
		signal,
	);
	const units = new Units();
	const pool = openDetectPool(workers);
	try {
		const sets = detectAll(
			mergeSets(kept?.sets, fresh, changed),
			pool,
			units,
			(done) => progress?.update({ done, unit: "series" }),
		);
		await writeKeptSeries(paths, world, days, sets);
	} finally {
		await pool.close();
		await kept?.sets.return(undefined);
	}
	// Where incidents were not written after the last pass, what changed then is not known any more.
	const isCertain =
		before && changedDays(before, kept?.days ?? {}).length === 0;
	return {
		units: units.list(isCertain !== true),
		detectedSeries: units.detectedSeries,
	};
}

/** Days that are new, other than before, or gone. */
function changedDays(
	now: Readonly<Record<string, string>>,
	before: Readonly<Record<string, string>>,
): readonly string[] {
	return [...new Set([...Object.keys(now), ...Object.keys(before)])]
		.filter((day) => now[day] !== before[day])
		.sort();
}

/** Has the sets looked at that need it, and hands all on in their order. */
async function* detectAll(
	sets: AsyncIterable<OldSet>,
	pool: DetectPool,
	units: Units,
	onSeries: (done: number) => void,
): AsyncGenerator<KeptSet<readonly Episode[]>> {
	const waiting: {
		readonly set: OldSet;
		readonly cells: number;
		readonly found: Promise<readonly Episode[]> | readonly Episode[];
	}[] = [];
	let cells = 0;
	const next = async (): Promise<KeptSet<readonly Episode[]>> => {
		const { set, cells: own, found } = waiting.shift() as (typeof waiting)[0];
		cells -= own;
		const told = { ...set, found: await found };
		units.add(told, set.isChanged);
		return told;
	};
	for await (const set of sets) {
		if (set.series.length === 0) {
			units.touch(set.key);
			continue;
		}
		const own = set.series.reduce((sum, one) => sum + one.cellCount, 0);
		const found = set.found ?? pool.detect(set);
		if (!set.found) units.detectedSeries += set.series.length;
		// Told where it is awaited.
		if (found instanceof Promise) found.catch(() => {});
		waiting.push({ set, cells: own, found });
		cells += own;
		while (waiting.length > 1 && cells > WAITING_CELLS) yield await next();
		onSeries(units.detectedSeries);
	}
	pool.flush();
	while (waiting.length > 0) yield await next();
}

class Units {
	detectedSeries = 0;
	readonly #units = new Map<
		string,
		{
			isChanged: boolean;
			readonly countries: Map<
				string,
				{ until: number; whole: Episode[]; lookups: Episode[] }
			>;
		}
	>();

	add(
		{ key, lastHour, found }: KeptSet<readonly Episode[]>,
		isChanged: boolean,
	): void {
		const { countries } = isChanged ? this.touch(key) : this.#of(key);
		let country = countries.get(key.cc);
		if (!country) {
			country = { until: 0, whole: [], lookups: [] };
			countries.set(key.cc, country);
		}
		country.until = Math.max(country.until, lastHour + 1);
		(key.layer === "all" ? country.whole : country.lookups).push(...found);
	}

	touch(key: SeriesSetKey) {
		const unit = this.#of(key);
		unit.isChanged = true;
		return unit;
	}

	list(isAllChanged: boolean): readonly UnitEpisodes[] {
		return [...this.#units]
			.map(([name, { isChanged, countries }]) => ({
				name,
				isChanged: isAllChanged || isChanged,
				countries,
			}))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	}

	#of({ service, target }: SeriesSetKey) {
		const name = service === "" ? target : service;
		let unit = this.#units.get(name);
		if (!unit) {
			unit = { isChanged: false, countries: new Map() };
			this.#units.set(name, unit);
		}
		return unit;
	}
}
