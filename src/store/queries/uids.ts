/** Finding a measurement by its uid without looking into every day. */
import type { Scope } from "../duckdb/index.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";

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
