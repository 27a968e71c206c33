/**
 * The sessions behind every number that is told of a restriction: one query
 * for incidents, dossiers and claim checks, so that they agree. What was met on
 * the way of a redirect is not counted: nobody asked for it. `weighSessions`
 * then counts each session once (P5, P7).
 */
import type { MeasuredSession } from "../account/record/index.ts";
import { addDays } from "../base/index.ts";
import { type State, worldOf } from "../model/index.ts";
import {
	type QueryReader,
	type Scope,
	SESSION,
	type Sql,
	sql,
} from "../store/index.ts";

export interface SessionQuestion {
	readonly cc: string;
	/** Which rows of verdicts are meant: of some services, or of some targets. */
	readonly condition: Sql;
	/** Instants, the second one not included. */
	readonly since: string;
	readonly until: string;
}

/** What one session met of one kind on one day of UTC. */
export interface DaySession extends MeasuredSession {
	readonly on: string;
}

/** Rows of verdicts that a question asks for. */
export function askedRows({
	cc,
	condition,
	since,
	until,
}: SessionQuestion): Sql {
	return sql`day >= ${since.slice(0, 10)}::DATE AND day <= ${until.slice(0, 10)}::DATE
		AND cc = ${cc} AND NOT via_redirect
		AND measured_at >= ${since}::TIMESTAMP AND measured_at < ${until}::TIMESTAMP
		AND ${condition}`;
}

/** The scope of the rows asked for. */
export function askedScope({ cc, since, until }: SessionQuestion): Scope {
	return {
		world: worldOf(cc),
		days: {
			since: since.slice(0, 10),
			until: addDays(until.slice(0, 10), 1),
		},
	};
}

/** Reads the sessions. A measurement without a session counts as its own. */
export async function readSessions(
	reader: QueryReader,
	question: SessionQuestion,
	signal?: AbortSignal,
): Promise<readonly DaySession[]> {
	const rows = await reader.query<{
		readonly on: string;
		readonly asn: number;
		readonly session: string;
		readonly state: State;
		readonly measurementCount: number;
		readonly witness: string;
	}>(
		askedScope(question),
		sql`
		SELECT strftime(measured_at, '%Y-%m-%d') AS "on", asn, ${SESSION} AS session, state,
			count(*)::INTEGER AS measurement_count, min(uid) AS witness
		FROM verdicts WHERE ${askedRows(question)}
		GROUP BY ALL
		ORDER BY ALL`,
		{ signal },
	);
	return rows.map(({ on, asn, session, state, measurementCount, witness }) => ({
		on,
		asn,
		session,
		counts: { [state]: measurementCount },
		witnesses: { [state]: witness },
	}));
}
