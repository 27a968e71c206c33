/**
 * What each network says of each unit now. "Now" ends on the newest day that
 * the country has data of, and reaches back day by day until the evidence
 * floor is met, at most a week: the shortest window that may speak, so that a
 * restriction that ended yesterday is not still told today.
 */
import type { Scope } from "../duckdb/index.ts";
import { type Sql, sql } from "../sql.ts";
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
}

async function nowCounts(
	reader: QueryReader,
	scope: Scope,
	where: Sql,
	floorSessions: number,
): Promise<readonly NowCounts[]> {
	return reader.query<NowCounts>(
		scope,
		sql`
		WITH newest AS (
			SELECT cc, max(day) AS newest_on FROM daily WHERE ${where} GROUP BY cc
		), suspected AS (
			SELECT cc, target FROM daily SEMI JOIN newest
				ON daily.cc = newest.cc AND daily.day > newest.newest_on - ${NOW_DAYS}::INTEGER
			WHERE ${where} AND service = '' AND blocked_count + likely_blocked_count + throttled_count > 0
			GROUP BY cc, target
			QUALIFY row_number() OVER (PARTITION BY cc ORDER BY
				sum(blocked_count + likely_blocked_count + throttled_count) DESC, target) <= ${SUSPECT_LIMIT}
		), by_day AS (
			SELECT cc, asn, ${UNIT_COLUMNS}, day, ${UNIT_DAY_SUMS}
			FROM daily SEMI JOIN newest
				ON daily.cc = newest.cc AND daily.day > newest.newest_on - ${NOW_DAYS}::INTEGER
			WHERE ${where} AND (service <> '' OR (cc, target) IN (SELECT (cc, target) FROM suspected))
			GROUP BY ALL
		), reached AS (
			SELECT *, coalesce(sum(session_count) OVER (
				PARTITION BY cc, asn, service, "function", target
				ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS newer_session_count
			FROM by_day
		)
		SELECT cc, asn, service, "function", target,
			sum(blocked_count)::INTEGER AS blocked_count,
			sum(likely_blocked_count)::INTEGER AS likely_blocked_count,
			sum(throttled_count)::INTEGER AS throttled_count,
			sum(impaired_count)::INTEGER AS impaired_count,
			sum(down_count)::INTEGER AS down_count,
			sum(ok_count)::INTEGER AS ok_count,
			sum(measurement_count)::INTEGER AS measurement_count,
			sum(session_count)::INTEGER AS session_count,
			sum(blocked_session_count)::INTEGER AS blocked_session_count,
			sum(ok_session_count)::INTEGER AS ok_session_count,
			min(day) AS since_on,
			max(day) AS until_on,
			max(last_measured_at) AS last_measured_at
		FROM reached
		WHERE newer_session_count < ${floorSessions}
		GROUP BY cc, asn, service, "function", target
		ORDER BY cc, service, "function", target, asn`,
	);
}

/** Every country of the scope. Targets of no service appear only where something was not reached. */
export async function nowEverywhere(
	reader: QueryReader,
	scope: Scope,
	floorSessions: number,
): Promise<readonly NowCounts[]> {
	return nowCounts(reader, scope, sql`true`, floorSessions);
}

/** One country. */
export async function nowInCountry(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	floorSessions: number,
): Promise<readonly NowCounts[]> {
	return nowCounts(reader, scope, sql`cc = ${cc}`, floorSessions);
}

/** One service wherever it was measured: "now" ends with each country's newest day of this service. */
export async function nowOfService(
	reader: QueryReader,
	scope: Scope,
	service: string,
	floorSessions: number,
): Promise<readonly NowCounts[]> {
	return nowCounts(reader, scope, sql`service = ${service}`, floorSessions);
}
