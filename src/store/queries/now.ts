/**
 * What each network says of each unit now. "Now" ends on the newest day that
 * the country has data of, and reaches back day by day until the evidence
 * floor is met, at most a week: the shortest window that may speak, so that a
 * restriction that ended yesterday is not still told today.
 */
import type { Scope } from "../duckdb/index.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import { type StateCounts, UNIT_DAY_SUMS } from "./day-counts.ts";
import type { QueryReader } from "./reader.ts";
import { UNIT_COLUMNS, type Unit } from "./units.ts";

/** Longest that "now" may reach back. Provisional: never validated. */
export const NOW_DAYS = 7;

/** Most targets of no service that are looked at in a country: those with the most measurements that were not reached. */
const SUSPECT_LIMIT = 100;

/** One unit on one network over its window. */
export interface NowCounts extends StateCounts, Unit {
	readonly cc: string;
	readonly asn: number;
	/** First and last day of the window that had measurements. */
	readonly sinceOn: string;
	readonly untilOn: string;
	readonly lastMeasuredAt: string;
	/** Sessions of the whole week that showed a restriction: what a headline on one network rests on. */
	readonly weekWitnessCount: number;
}

/** A country and its newest day. */
export interface Newest {
	readonly cc: string;
	readonly newestOn: string;
}

/**
 * What the networks of some countries say, each country's "now" ending on its
 * newest day; of one service where it is named. Targets of no service appear
 * only where something was not reached.
 */
export async function nowIn(
	reader: QueryReader,
	scope: Scope,
	countries: readonly Newest[],
	floorSessions: number,
	service?: string,
): Promise<readonly NowCounts[]> {
	const [first] = countries;
	if (first === undefined) return [];
	// A filter by constants lets whole partitions be passed over.
	const [earliest = first.newestOn] = countries
		.map(({ newestOn }) => newestOn)
		.sort();
	const where: Sql = sql`
		daily.day > ${earliest}::DATE - ${NOW_DAYS}::INTEGER
		AND ${countries.length === 1 ? sql`daily.cc = ${first.cc}` : sql`true`}
		AND ${service === undefined ? sql`true` : sql`service = ${service}`}`;
	return reader.query<NowCounts>(
		scope,
		sql`
		WITH newest AS (
			${joinSql(
				countries.map(
					({ cc, newestOn }) =>
						sql`SELECT ${cc} AS cc, ${newestOn}::DATE AS newest_on`,
				),
				" UNION ALL ",
			)}
		), recent AS (
			SELECT daily.* FROM daily SEMI JOIN newest
				ON daily.cc = newest.cc AND daily.day > newest.newest_on - ${NOW_DAYS}::INTEGER
					AND daily.day <= newest.newest_on
			WHERE ${where}
		), suspected AS (
			SELECT cc, target FROM recent
			WHERE service = '' AND blocked_count + likely_blocked_count + throttled_count > 0
			GROUP BY cc, target
			QUALIFY row_number() OVER (PARTITION BY cc ORDER BY
				sum(blocked_count + likely_blocked_count + throttled_count) DESC, target) <= ${SUSPECT_LIMIT}
		), by_day AS (
			SELECT cc, asn, ${UNIT_COLUMNS}, day, ${UNIT_DAY_SUMS}
			FROM recent
			WHERE service <> '' OR (cc, target) IN (SELECT (cc, target) FROM suspected)
			GROUP BY ALL
		), reached AS (
			SELECT *, coalesce(sum(session_count) OVER (
				PARTITION BY cc, asn, service, "function", target
				ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) < ${floorSessions} AS needed
			FROM by_day
		)
		SELECT cc, asn, service, "function", target,
			(sum(blocked_count) FILTER (needed))::INTEGER AS blocked_count,
			(sum(likely_blocked_count) FILTER (needed))::INTEGER AS likely_blocked_count,
			(sum(throttled_count) FILTER (needed))::INTEGER AS throttled_count,
			(sum(impaired_count) FILTER (needed))::INTEGER AS impaired_count,
			(sum(down_count) FILTER (needed))::INTEGER AS down_count,
			(sum(ok_count) FILTER (needed))::INTEGER AS ok_count,
			(sum(measurement_count) FILTER (needed))::INTEGER AS measurement_count,
			(sum(session_count) FILTER (needed))::INTEGER AS session_count,
			(sum(blocked_session_count) FILTER (needed))::INTEGER AS blocked_session_count,
			(sum(ok_session_count) FILTER (needed))::INTEGER AS ok_session_count,
			min(day) FILTER (needed) AS since_on,
			max(day) AS until_on,
			max(last_measured_at) AS last_measured_at,
			sum(greatest(blocked_session_count, least(session_count, throttled_count)))::INTEGER AS week_witness_count
		FROM reached
		GROUP BY cc, asn, service, "function", target
		ORDER BY cc, service, "function", target, asn`,
	);
}
