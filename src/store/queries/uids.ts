/** Finding a measurement by its uid without looking into every day. */
import { addDays } from "../../base/index.ts";
import type { Scope } from "../duckdb/index.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";

/**
 * Whether rows under one uid conflict: it came with other facts on the same
 * day, as the table says, or on another. For queries of all rows of a uid.
 */
export const IN_CONFLICT: Sql = sql`(conflict OR count(*) OVER () > 1) AS conflict`;

/** Rows that have a uid and a day: the condition for those of one uid, and the scope of its days. */
export async function ofUid(
	reader: QueryReader,
	scope: Scope,
	uid: string,
): Promise<{ readonly where: Sql; readonly scope: Scope }> {
	const found = await reader.query<{ readonly day: string }>(
		scope,
		sql`SELECT DISTINCT day FROM uid_days WHERE uid_hash = hash(${uid}) ORDER BY day`,
	);
	const [first, last] = [found[0]?.day, found.at(-1)?.day];
	if (first === undefined || last === undefined)
		return { where: sql`false`, scope };
	const onDays = found.map(({ day }) => sql`day = ${day}::DATE`);
	return {
		where: sql`uid = ${uid} AND (${joinSql(onDays, " OR ")})`,
		scope: { ...scope, days: { since: first, until: addDays(last, 1) } },
	};
}
