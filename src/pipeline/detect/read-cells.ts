/** Cells of some days as sets of series: per target and network, and for look-ups per resolver's network too. */
import type { World } from "../../model/index.ts";
import {
	joinSql,
	type QueryReader,
	type SeriesSetKey,
	type Sql,
	sql,
} from "../../store/index.ts";

/** What some days hold of a set. */
export interface FreshSet {
	readonly key: SeriesSetKey;
	/** In order of network and resolver. */
	readonly series: readonly FreshSeries[];
}

export interface FreshSeries {
	readonly asn: number;
	readonly resolverAsn: number;
	/** Rising. */
	readonly hours: Int32Array;
	/** Sessions that met a restriction, of those that said anything (n). */
	readonly k: Int32Array;
	readonly n: Int32Array;
}

export interface CellDays {
	/** The days asked for, in order. */
	readonly days: readonly string[];
	/** All days there are, in order. */
	readonly among: readonly string[];
}

/** Cells that are read at once: what the database's smallest memory holds with room to spare. */
const CHUNK_CELLS = 2_000_000;
/**
 * A cell comes as one number, hour, n and k, since a list of numbers is what
 * leaves the database fastest. More sessions in one hour are counted as so many.
 */
const MOST_SESSIONS = 65_535;

interface PlanRow {
	readonly cc: string;
	readonly target: string;
	readonly cells: number;
}

/** Countries, or targets of one country, that are read at once: both ends are meant. */
interface Chunk {
	readonly cc: readonly [string, string];
	readonly target: readonly [string, string] | undefined;
}

const HEARD: Sql = sql`layer IN ('all', 'dns') AND session_count > 0`;

/** The sets with cells on the days, in the order of their keys. */
export async function* readCells(
	reader: QueryReader,
	world: World,
	asked: CellDays,
	signal?: AbortSignal,
): AsyncGenerator<FreshSet> {
	if (asked.days.length === 0) return;
	const onDays = daysCondition(asked);
	const plan = await reader.query<PlanRow>(
		{ world },
		sql`
		SELECT cc, target, count(*)::INTEGER AS cells FROM cells
		WHERE ${onDays} AND ${HEARD}
		GROUP BY cc, target ORDER BY cc, target`,
		{ signal },
	);
	for (const chunk of chunksOf(plan))
		yield* gather(await readChunk(reader, world, onDays, chunk, signal));
}

/** Whole ranges of days where it can be, since a year of single days is a long question. */
function daysCondition({ days, among }: CellDays): Sql {
	const wanted = new Set(days);
	const ranges: [string, string][] = [];
	let open: [string, string] | undefined;
	for (const day of among) {
		if (!wanted.has(day)) {
			open = undefined;
			continue;
		}
		if (open) open[1] = day;
		else {
			open = [day, day];
			ranges.push(open);
		}
	}
	return sql`(${joinSql(
		ranges.map(
			([since, last]) => sql`(day >= ${since}::DATE AND day <= ${last}::DATE)`,
		),
		" OR ",
	)})`;
}

function* chunksOf(plan: readonly PlanRow[]): Generator<Chunk> {
	let countries: string[] = [];
	let size = 0;
	const whole = function* (): Generator<Chunk> {
		const [first] = countries;
		if (first !== undefined)
			yield { cc: [first, countries.at(-1) ?? first], target: undefined };
		[countries, size] = [[], 0];
	};
	for (const targets of byCountry(plan)) {
		const { cc } = targets[0] as PlanRow;
		const cells = targets.reduce((sum, one) => sum + one.cells, 0);
		if (size + cells > CHUNK_CELLS) yield* whole();
		if (cells <= CHUNK_CELLS) {
			countries.push(cc);
			size += cells;
			continue;
		}
		let from = 0;
		let taken = 0;
		for (const [i, { cells: next }] of targets.entries()) {
			if (i > from && taken + next > CHUNK_CELLS) {
				yield { cc: [cc, cc], target: endsOf(targets.slice(from, i)) };
				[from, taken] = [i, 0];
			}
			taken += next;
		}
		yield { cc: [cc, cc], target: endsOf(targets.slice(from)) };
	}
	yield* whole();
}

const endsOf = (targets: readonly PlanRow[]): readonly [string, string] => [
	targets[0]?.target ?? "",
	targets.at(-1)?.target ?? "",
];

function* byCountry(plan: readonly PlanRow[]): Generator<readonly PlanRow[]> {
	let from = 0;
	for (let i = 1; i <= plan.length; i++)
		if (plan[i]?.cc !== plan[from]?.cc) {
			yield plan.slice(from, i);
			from = i;
		}
}

interface SeriesRow extends SeriesSetKey {
	readonly asn: number;
	readonly resolverAsn: number;
	readonly said: readonly number[];
}

function readChunk(
	reader: QueryReader,
	world: World,
	onDays: Sql,
	{ cc, target }: Chunk,
	signal: AbortSignal | undefined,
): Promise<readonly SeriesRow[]> {
	const onTargets =
		target === undefined
			? sql`TRUE`
			: sql`target >= ${target[0]} AND target <= ${target[1]}`;
	return reader.query<SeriesRow>(
		{ world },
		sql`
		SELECT cc, target, layer, service, asn, resolver_asn,
			list_sort(list(((epoch(hour) // 3600)::DOUBLE * 65536 + least(session_count, ${MOST_SESSIONS})) * 65536
				+ least(restricted_session_count, ${MOST_SESSIONS}))) AS said
		FROM cells
		WHERE ${onDays} AND ${HEARD} AND cc >= ${cc[0]} AND cc <= ${cc[1]} AND ${onTargets}
		GROUP BY ALL
		ORDER BY cc, target, layer, service, asn, resolver_asn`,
		{ signal },
	);
}

function* gather(rows: readonly SeriesRow[]): Generator<FreshSet> {
	let open: { key: SeriesSetKey; series: FreshSeries[] } | undefined;
	for (const { asn, resolverAsn, said, ...key } of rows) {
		const isSame =
			open?.key.cc === key.cc &&
			open.key.target === key.target &&
			open.key.layer === key.layer &&
			open.key.service === key.service;
		if (!isSame) {
			if (open) yield open;
			open = { key, series: [] };
		}
		open?.series.push({ asn, resolverAsn, ...cellsOf(said) });
	}
	if (open) yield open;
}

/** Takes the numbers of cells apart again, which are in the order of their hours, and adds up those of one hour: a target can have several functions. */
function cellsOf(
	said: readonly number[],
): Pick<FreshSeries, "hours" | "k" | "n"> {
	const hours = new Int32Array(said.length);
	const k = new Int32Array(said.length);
	const n = new Int32Array(said.length);
	let count = 0;
	for (const cell of said) {
		const hour = Math.floor(cell / 2 ** 32);
		const counts = cell - hour * 2 ** 32;
		if (count === 0 || hours[count - 1] !== hour) hours[count++] = hour;
		n[count - 1] = (n[count - 1] ?? 0) + Math.floor(counts / 2 ** 16);
		k[count - 1] = (k[count - 1] ?? 0) + (counts % 2 ** 16);
	}
	return {
		hours: hours.subarray(0, count),
		k: k.subarray(0, count),
		n: n.subarray(0, count),
	};
}
