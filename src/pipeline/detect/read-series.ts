/** Cells of the store as series: per target and network, and for look-ups per resolver's network too. */
import { type Series, seriesOf } from "../../judge/series/index.ts";
import type { World } from "../../model/index.ts";
import { joinSql, type QueryReader, type Sql, sql } from "../../store/index.ts";

/** What is restricted as one: a service of the registry, or a target that belongs to none. */
export interface Unit {
	readonly service: string;
	/** Empty where the unit is a service. */
	readonly target: string;
}

export const unitName = ({ service, target }: Unit): string =>
	service === "" ? target : service;

export interface UnitSeries {
	readonly cc: string;
	readonly unit: Unit;
	readonly series: readonly Series[];
}

/** Rows of cells that are gathered at once: what the database's smallest memory holds with room to spare. */
const BATCH_CELLS = 100_000;

interface UnitRow {
	readonly service: string;
	readonly target: string;
	readonly cells: number;
}

/** Units with cells, all of them or those with cells on some days, and how many cells each has on any day. */
export async function unitsOf(
	reader: QueryReader,
	world: World,
	days: readonly string[] | undefined,
	signal?: AbortSignal,
): Promise<readonly UnitRow[]> {
	if (days?.length === 0) return [];
	const onDays: Sql =
		days === undefined
			? sql`TRUE`
			: joinSql(
					days.map((day) => sql`day = ${day}::DATE`),
					" OR ",
				);
	return reader.query<UnitRow>(
		{ world },
		sql`
		SELECT service, CASE WHEN service = '' THEN target ELSE '' END AS target, count(*)::INTEGER AS cells
		FROM cells WHERE layer = 'all' AND session_count > 0
		GROUP BY 1, 2 HAVING bool_or(${onDays}) ORDER BY 1, 2`,
		{ signal },
	);
}

interface SeriesRow {
	readonly cc: string;
	readonly service: string;
	readonly unitTarget: string;
	readonly target: string;
	readonly layer: string;
	readonly asn: number;
	readonly resolverAsn: number;
	readonly hours: readonly number[];
	readonly k: readonly number[];
	readonly n: readonly number[];
}

/**
 * The series of units in every country, a country and unit at a time. k counts
 * the sessions that met a restriction of those that said anything (n).
 */
export async function* readSeries(
	reader: QueryReader,
	world: World,
	units: readonly UnitRow[],
	signal?: AbortSignal,
): AsyncGenerator<UnitSeries> {
	for (const batch of batches(units)) {
		const services = batch.flatMap(({ service }) => service || []);
		const targets = batch.flatMap(({ service, target }) =>
			service === "" ? target : [],
		);
		const rows = await reader.query<SeriesRow>(
			{ world },
			sql`
			WITH said AS (
				SELECT cc, service, CASE WHEN service = '' THEN target ELSE '' END AS unit_target,
					target, layer, asn, resolver_asn, (epoch(hour) // 3600)::INTEGER AS hour_number,
					sum(restricted_session_count)::INTEGER AS restricted, sum(session_count)::INTEGER AS said
				FROM cells
				WHERE layer IN ('all', 'dns') AND session_count > 0
					AND (service = ANY(${services}) OR (service = '' AND target = ANY(${targets})))
				GROUP BY ALL
			)
			SELECT cc, service, unit_target, target, layer, asn, resolver_asn,
				list(hour_number ORDER BY hour_number) AS hours,
				list(restricted ORDER BY hour_number) AS k, list(said ORDER BY hour_number) AS n
			FROM said GROUP BY ALL
			ORDER BY service, unit_target, cc, target, layer, asn, resolver_asn`,
			{ signal },
		);
		yield* gather(rows);
	}
}

function* gather(rows: readonly SeriesRow[]): Generator<UnitSeries> {
	let open: { cc: string; unit: Unit; series: Series[] } | undefined;
	for (const row of rows) {
		const { cc, service, unitTarget, target, layer, asn, resolverAsn } = row;
		const isSame =
			open?.cc === cc &&
			open.unit.service === service &&
			open.unit.target === unitTarget;
		if (!isSame) {
			if (open) yield open;
			open = { cc, unit: { service, target: unitTarget }, series: [] };
		}
		open?.series.push(
			seriesOf(
				{
					cc,
					asn,
					target,
					layer,
					...(layer === "dns" ? { resolverAsn } : {}),
				},
				row.hours.map((hour, i) => ({
					hour,
					k: row.k[i] ?? 0,
					n: row.n[i] ?? 0,
				})),
			),
		);
	}
	if (open) yield open;
}

function* batches(units: readonly UnitRow[]): Generator<readonly UnitRow[]> {
	let batch: UnitRow[] = [];
	let size = 0;
	for (const unit of units) {
		if (batch.length > 0 && size + unit.cells > BATCH_CELLS) {
			yield batch;
			batch = [];
			size = 0;
		}
		batch.push(unit);
		size += unit.cells;
	}
	if (batch.length > 0) yield batch;
}
