/**
 * What `daily` says of each unit, network and day: the rows behind every
 * strip chart.
 *
 * `daily` holds a row a target, and one session often measures several
 * targets of a service. Sessions of a unit are therefore the largest of its
 * targets' and not their sum: too few are counted where targets were measured
 * in different sessions, never too many (P4, P7).
 */
import type { Scope } from "../duckdb/index.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";
import { ofUnit, UNIT_COLUMNS, type Unit } from "./units.ts";

/** Counts of measurements by state, and of sessions, over some span of time. */
export interface StateCounts {
	readonly blockedCount: number;
	readonly likelyBlockedCount: number;
	readonly throttledCount: number;
	readonly impairedCount: number;
	readonly downCount: number;
	readonly okCount: number;
	readonly measurementCount: number;
	/** Sessions that said anything. */
	readonly sessionCount: number;
	readonly blockedSessionCount: number;
	readonly okSessionCount: number;
}

export interface DayCounts extends StateCounts, Unit {
	readonly cc: string;
	readonly asn: number;
	readonly day: string;
	readonly lastMeasuredAt: string;
}

/** Half-open range of UTC days. */
export interface DayRange {
	readonly since: string;
	readonly until: string;
}

export function inDays({ since, until }: DayRange): Sql {
	return sql`day >= ${since}::DATE AND day < ${until}::DATE`;
}

/** Counts of a group of rows of `daily` of one unit, network and day. */
export const UNIT_DAY_SUMS: Sql = sql`
	sum(blocked_count)::INTEGER AS blocked_count,
	sum(likely_blocked_count)::INTEGER AS likely_blocked_count,
	sum(throttled_count)::INTEGER AS throttled_count,
	sum(impaired_count)::INTEGER AS impaired_count,
	sum(down_count)::INTEGER AS down_count,
	sum(ok_count)::INTEGER AS ok_count,
	sum(measurement_count)::INTEGER AS measurement_count,
	max(least(session_count, measurement_count - insufficient_count))::INTEGER AS session_count,
	max(blocked_session_count)::INTEGER AS blocked_session_count,
	max(ok_session_count)::INTEGER AS ok_session_count,
	max(last_measured_at) AS last_measured_at`;

async function dayCounts(
	reader: QueryReader,
	scope: Scope,
	conditions: readonly Sql[],
): Promise<readonly DayCounts[]> {
	return reader.query<DayCounts>(
		scope,
		sql`
		SELECT cc, asn, ${UNIT_COLUMNS}, day, ${UNIT_DAY_SUMS}
		FROM daily
		WHERE ${joinSql(conditions, " AND ")}
		GROUP BY ALL
		ORDER BY cc, asn, service, "function", target, day`,
	);
}

/** One unit on every network of a country, by day. */
export async function daysOfUnit(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	unit: Unit,
	range: DayRange,
): Promise<readonly DayCounts[]> {
	return dayCounts(reader, scope, [
		sql`cc = ${cc}`,
		ofUnit(unit),
		inDays(range),
	]);
}

/**
 * Every service on one network, by day, and the targets of no service that
 * were not reached on some day of the range.
 */
export async function daysOfNetwork(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	asn: number,
	range: DayRange,
): Promise<readonly DayCounts[]> {
	const here = sql`cc = ${cc} AND asn = ${asn} AND ${inDays(range)}`;
	return dayCounts(reader, scope, [
		here,
		sql`(service <> '' OR target IN (
			SELECT target FROM daily
			WHERE ${here} AND service = '' AND blocked_count + likely_blocked_count + throttled_count > 0))`,
	]);
}

/** All functions of a service in every country of the scope, by network and day. */
export async function daysOfService(
	reader: QueryReader,
	scope: Scope,
	service: string,
	range: DayRange,
): Promise<readonly DayCounts[]> {
	return dayCounts(reader, scope, [sql`service = ${service}`, inDays(range)]);
}

/**
 * Some targets together on every network of a country, by day. `target` is
 * the one with the most signs of a restriction that day; there is no service.
 */
export async function daysOfTargets(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	targets: readonly string[],
	range: DayRange,
): Promise<readonly DayCounts[]> {
	if (targets.length === 0) return [];
	const named = joinSql(
		targets.map((target) => sql`target = ${target}`),
		" OR ",
	);
	return reader.query<DayCounts>(
		scope,
		sql`
		SELECT cc, asn, '' AS service, '' AS "function", day,
			arg_max(target, (blocked_count + likely_blocked_count + throttled_count, target)) AS target,
			${UNIT_DAY_SUMS}
		FROM daily
		WHERE cc = ${cc} AND (${named}) AND ${inDays(range)}
		GROUP BY cc, asn, day
		ORDER BY cc, asn, day`,
	);
}
