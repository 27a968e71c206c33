/** Input that could not be read, as a table one can read. */
import type { Reject, RejectReason } from "../../model/index.ts";
import type { Scope } from "../duckdb/index.ts";
import { sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";

/** Rejects in the order of the archive, `limit` of them after the first `offset`. */
export async function listRejects(
	reader: QueryReader,
	scope: Scope,
	limit: number,
	offset: number,
): Promise<readonly Reject[]> {
	return reader.query<Reject>(
		scope,
		sql`
		SELECT file, file_hash, member, line, reason, message
		FROM rejects
		ORDER BY file, file_hash, member, line, reason
		LIMIT ${limit} OFFSET ${offset}`,
	);
}

/** How many rejects there are of each reason, the most first. */
export async function countRejects(
	reader: QueryReader,
	scope: Scope,
): Promise<
	readonly { readonly reason: RejectReason; readonly rejectCount: number }[]
> {
	return reader.query(
		scope,
		sql`
		SELECT reason, count(*)::INTEGER AS reject_count
		FROM rejects
		GROUP BY reason
		ORDER BY reject_count DESC, reason`,
	);
}
