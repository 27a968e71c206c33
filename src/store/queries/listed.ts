/**
 * Rows of the judged tables as lists: in a total order, after a place in it,
 * at most so many. What may be looked at can be narrowed to some measurements
 * (those under a licence, say): counts are then made anew from their verdicts.
 */
import { LAYERS, STATES } from "../../model/index.ts";
import { cellsQuery } from "../duckdb/aggregates.ts";
import type { Scope } from "../duckdb/index.ts";
import { SESSION } from "../session.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import { type DayRange, inDays, UNIT_DAY_SUMS } from "./day-counts.ts";
import type { QueryReader } from "./reader.ts";
import { UNIT_COLUMNS } from "./units.ts";

/** Which rows, and how many of them. */
export interface ListedOf {
	readonly days: DayRange;
	readonly cc?: string | undefined;
	readonly asn?: number | undefined;
	readonly target?: string | undefined;
	readonly service?: string | undefined;
	/** Condition on rows of `measurements`: only these count. */
	readonly only?: Sql | undefined;
	readonly limit: number;
}

/** A row's place in a list. */
export type Place = readonly (string | number)[];

type Rows = Promise<readonly Readonly<Record<string, unknown>>[]>;

function conditionsOf(of: ListedOf): Sql {
	return joinSql(
		[
			inDays(of.days),
			...(of.cc === undefined ? [] : [sql`cc = ${of.cc}`]),
			...(of.asn === undefined ? [] : [sql`asn = ${of.asn}`]),
			...(of.target === undefined ? [] : [sql`target = ${of.target}`]),
			...(of.service === undefined ? [] : [sql`service = ${of.service}`]),
		],
		" AND ",
	);
}

/** The verdicts that count: of the measurements named, and of these days. */
function countedVerdicts(of: ListedOf, only: Sql): Sql {
	return sql`(SELECT * FROM verdicts WHERE ${conditionsOf(of)}
		AND uid IN (SELECT uid FROM measurements WHERE ${inDays(of.days)} AND ${only}))`;
}

/** A day of a list, and how much of it there is before anything else is asked. */
export interface ListedDay {
	readonly day: string;
	readonly measurementCount: number;
}

/** Days on which a country, a network, a target or a service has measurements, in order. */
export async function listedDays(
	reader: QueryReader,
	scope: Scope,
	of: Omit<ListedOf, "limit" | "only">,
): Promise<readonly ListedDay[]> {
	return reader.query<ListedDay>(
		scope,
		sql`SELECT day, sum(measurement_count)::INTEGER AS measurement_count FROM daily
			WHERE ${conditionsOf({ ...of, limit: 0 })} GROUP BY day ORDER BY day`,
	);
}

const literal = (text: string): Sql => ({
	kind: "sql",
	pieces: [text],
	values: [],
});

/** Columns of `daily` from verdicts, as far as days are listed by them. */
const DAILY_OF_VERDICTS = sql`
	SELECT day, cc, asn, service, "function", target,
		${joinSql(
			STATES.map((state) =>
				literal(
					`count(*) FILTER (state = '${state}')::INTEGER AS ${state}_count`,
				),
			),
			", ",
		)},
		count(*)::INTEGER AS measurement_count,
		(count(DISTINCT ${SESSION}) FILTER (state <> 'insufficient'))::INTEGER AS session_count,
		(count(DISTINCT ${SESSION}) FILTER (state IN ('blocked', 'likely_blocked')))::INTEGER AS blocked_session_count,
		(count(DISTINCT ${SESSION}) FILTER (state = 'ok'))::INTEGER AS ok_session_count,
		coalesce(arg_max(mechanism, (mechanism_count, mechanism)) FILTER (mechanism <> ''), '') AS mechanism,
		max(measured_at) AS last_measured_at,
		arg_max(uid, (state IN ('blocked', 'likely_blocked', 'throttled'), measured_at, uid)) AS witness_uid`;

/** Sort key of `listUnitDays`. */
export const UNIT_DAY_KEY = [
	"day",
	"cc",
	"asn",
	"service",
	"function",
	"target",
] as const;

/** What each network says of each unit, day by day, in the order of `UNIT_DAY_KEY`. */
export async function listUnitDays(
	reader: QueryReader,
	scope: Scope,
	of: ListedOf,
	after: Place | undefined,
): Rows {
	const from =
		of.only === undefined
			? sql`(SELECT * FROM daily WHERE ${conditionsOf(of)})`
			: sql`(${DAILY_OF_VERDICTS} FROM (
					SELECT *, count(*) OVER (PARTITION BY day, cc, asn, service, "function", target, mechanism) AS mechanism_count
					FROM ${countedVerdicts(of, of.only)})
				WHERE target <> ''
				GROUP BY day, cc, asn, service, "function", target)`;
	return reader.query(
		{ ...scope, days: of.days },
		sql`
		SELECT * FROM (
			SELECT day, cc, asn, ${UNIT_COLUMNS}, ${UNIT_DAY_SUMS},
				sum(insufficient_count)::INTEGER AS insufficient_count,
				coalesce(arg_max(mechanism, (blocked_count + likely_blocked_count + throttled_count, target))
					FILTER (mechanism <> ''), '') AS mechanism,
				arg_max(witness_uid, (blocked_count + likely_blocked_count + throttled_count, target)) AS witness_uid
			FROM ${from} AS counted
			GROUP BY day, cc, asn, service, "function", CASE WHEN service = '' THEN target ELSE '' END
		)
		WHERE ${
			after === undefined
				? sql`true`
				: sql`(day, cc, asn, service, "function", target) > (${String(after[0])}::DATE, ${String(after[1])},
					${Number(after[2])}, ${String(after[3])}, ${String(after[4])}, ${String(after[5])})`
		}
		ORDER BY day, cc, asn, service, "function", target
		LIMIT ${of.limit}`,
	);
}

/** Sort key of `listCells`. */
export const CELL_KEY = [
	"hour",
	"cc",
	"asn",
	"target",
	"layer",
	"resolverAsn",
	"service",
	"function",
] as const;

/** Cells in the order of `CELL_KEY`; those of one layer where it is named. */
export async function listCells(
	reader: QueryReader,
	scope: Scope,
	of: ListedOf & { readonly layer?: string | undefined },
	after: Place | undefined,
): Rows {
	const from =
		of.only === undefined
			? sql`(SELECT * EXCLUDE (day) FROM cells WHERE ${conditionsOf(of)})`
			: countedCells(countedVerdicts(of, of.only));
	return reader.query(
		{ ...scope, days: of.days },
		sql`
		SELECT * FROM ${from} AS counted
		WHERE ${of.layer === undefined ? sql`true` : sql`layer = ${of.layer}`} AND ${
			after === undefined
				? sql`true`
				: sql`(hour, cc, asn, target, layer, resolver_asn, service, "function") > (${String(after[0])}::TIMESTAMP,
					${String(after[1])}, ${Number(after[2])}, ${String(after[3])}, ${String(after[4])},
					${Number(after[5])}, ${String(after[6])}, ${String(after[7])})`
		}
		ORDER BY hour, cc, asn, target, layer, resolver_asn, service, "function"
		LIMIT ${of.limit}`,
	);
}

/** Cells counted from verdicts by the very statement that makes them. */
function countedCells(verdicts: Sql): Sql {
	const mark = "\n@\n";
	const [before = "", after = ""] = cellsQuery(mark).split(mark);
	return sql`(${literal(before)}${verdicts}${literal(after)})`;
}

/** Sort key of `listVerdicts`, newest first. */
export const VERDICT_KEY = ["measuredAt", "uid", "target"] as const;

const VERDICT_COLUMNS = literal(
	[
		"uid, measured_at, cc, asn, network_name, resolver_asn, report_id, test_name, input, target",
		'service, "function", via_redirect, state, mechanism, locus',
		...LAYERS.map(
			(layer) => `${layer}_state, ${layer}_rule, ${layer}_evidence`,
		),
		"fired, control, measurement_state, measurement_mechanism, why, ruleset, reference",
	].join(", "),
);

/** Judged measurements, a row a measurement and target, newest first. */
export async function listVerdicts(
	reader: QueryReader,
	scope: Scope,
	of: ListedOf & {
		readonly testName?: string | undefined;
		readonly state?: string | undefined;
		/** A mechanism and all below it. */
		readonly mechanism?: string | undefined;
	},
	after: Place | undefined,
): Rows {
	const conditions = [
		conditionsOf(of),
		...(of.testName === undefined ? [] : [sql`test_name = ${of.testName}`]),
		...(of.state === undefined ? [] : [sql`state = ${of.state}`]),
		...(of.mechanism === undefined
			? []
			: [
					sql`(mechanism = ${of.mechanism} OR starts_with(mechanism, ${`${of.mechanism}.`}))`,
				]),
		...(of.only === undefined
			? []
			: [
					sql`uid IN (SELECT uid FROM measurements WHERE ${inDays(of.days)} AND ${of.only})`,
				]),
		...(after === undefined
			? []
			: [
					sql`(measured_at, uid, target) < (${String(after[0])}::TIMESTAMP, ${String(after[1])}, ${String(after[2])})`,
				]),
	];
	return reader.query(
		{ ...scope, days: of.days },
		sql`
		SELECT ${VERDICT_COLUMNS} FROM verdicts
		WHERE ${joinSql(conditions, " AND ")}
		ORDER BY measured_at DESC, uid DESC, target DESC
		LIMIT ${of.limit}`,
	);
}
