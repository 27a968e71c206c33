/** Network-days of a country on which a unit was not reached: what a page needs to say when a restriction was last seen. */
import type { Scope } from "../duckdb/index.ts";
import { sql } from "../sql.ts";
import {
	type DayCounts,
	type DayRange,
	inDays,
	UNIT_DAY_SUMS,
} from "./day-counts.ts";
import type { QueryReader } from "./reader.ts";

/** Most rows looked at: those of the most recent days. */
const MOST_DAYS = 20_000;

/**
 * Days with at least the floor's sessions of which one or more was blocked or
 * throttled; the state of each is for `stateOfWindow` to say. Days with signs
 * are few, so they are looked for first and only they are counted.
 */
export async function restrictedDays(
	reader: QueryReader,
	scope: Scope,
	cc: string | undefined,
	range: DayRange,
	floorSessions: number,
): Promise<readonly DayCounts[]> {
	return reader.query<DayCounts>(
		scope,
		sql`
		WITH asked AS (
			SELECT * EXCLUDE (target), CASE WHEN service = '' THEN target ELSE '' END AS target
			FROM daily
			WHERE ${cc === undefined ? sql`true` : sql`cc = ${cc}`} AND ${inDays(range)}
		), with_signs AS (
			SELECT DISTINCT cc, asn, service, "function", target, day
			FROM asked WHERE blocked_count + likely_blocked_count + throttled_count > 0
		)
		SELECT cc, asn, service, "function", target, day, ${UNIT_DAY_SUMS}
		FROM asked SEMI JOIN with_signs USING (cc, asn, service, "function", target, day)
		GROUP BY ALL
		HAVING max(least(session_count, measurement_count - insufficient_count)) >= ${floorSessions}
		ORDER BY day DESC, cc, service, "function", target, asn
		LIMIT ${MOST_DAYS}`,
	);
}
