/** Finding a measurement by its uid without looking into every day. */
import type { Scope } from "../duckdb/index.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";

/**
 * Whether rows under one uid conflict: it came with other facts on the same
 * day, as the table says, or on another. For queries of all rows of a uid.
 */
export const IN_CONFLICT: Sql = sql`(conflict OR count(*) OVER () > 1) AS conflict`;

/** A condition on rows that have a uid and a day: those of this uid. The days are named, since that chooses the files. */
export async function ofUid(
	reader: QueryReader,
	scope: Scope,
	uid: string,
): Promise<Sql> {
	const days = await reader.query<{ readonly day: string }>(
		scope,
		sql`SELECT DISTINCT day FROM uid_days WHERE uid_hash = hash(${uid})`,
	);
	if (days.length === 0) return sql`false`;
	const onDays = days.map(({ day }) => sql`day = ${day}::DATE`);
	return sql`uid = ${uid} AND (${joinSql(onDays, " OR ")})`;
}
