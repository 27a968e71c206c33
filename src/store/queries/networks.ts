/** What is known of one network beside its days: the rules that fired there and the resolvers it used. */

import type { Scope } from "../duckdb/index.ts";
import { SESSION } from "../session.ts";
import { sql } from "../sql.ts";
import { type DayRange, inDays } from "./day-counts.ts";
import type { QueryReader } from "./reader.ts";

export interface RuleUse {
	readonly rule: string;
	readonly measurementCount: number;
	readonly sessionCount: number;
	readonly targetCount: number;
	readonly lastMeasuredAt: string;
}

/** Rules that fired on a network, the most measurements first. */
export async function rulesOfNetwork(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	asn: number,
	range: DayRange,
	limit: number,
): Promise<readonly RuleUse[]> {
	return reader.query<RuleUse>(
		{ ...scope, days: range },
		sql`
		SELECT rule,
			count(DISTINCT uid)::INTEGER AS measurement_count,
			count(DISTINCT session)::INTEGER AS session_count,
			count(DISTINCT target)::INTEGER AS target_count,
			max(measured_at) AS last_measured_at
		FROM (
			SELECT unnest(fired) AS rule, uid, target, measured_at,
				${SESSION} AS session
			FROM verdicts
			WHERE cc = ${cc} AND asn = ${asn}
				AND ${inDays(range)}
		)
		GROUP BY rule
		ORDER BY measurement_count DESC, rule
		LIMIT ${limit}`,
	);
}

export interface ResolverUse {
	/** 0: not known. */
	readonly resolverAsn: number;
	readonly networkName: string;
	readonly measurementCount: number;
	readonly sessionCount: number;
}

/** Networks that the resolvers of a network's probes belong to. Addresses stay out of it (P11). */
export async function resolversOfNetwork(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	asn: number,
	range: DayRange,
	limit: number,
): Promise<readonly ResolverUse[]> {
	return reader.query<ResolverUse>(
		{ ...scope, days: range },
		sql`
		SELECT resolver_asn,
			coalesce(arg_max(resolver_network_name, measured_at) FILTER (resolver_network_name <> ''), '') AS network_name,
			count(*)::INTEGER AS measurement_count,
			count(DISTINCT ${SESSION})::INTEGER AS session_count
		FROM measurements
		WHERE probe_cc = ${cc} AND probe_asn = ${asn}
			AND ${inDays(range)}
		GROUP BY resolver_asn
		ORDER BY measurement_count DESC, resolver_asn
		LIMIT ${limit}`,
	);
}
