/** Which countries have measurements, and which networks they come from. */
import type { Scope } from "../duckdb/index.ts";
import { sql } from "../sql.ts";
import { type DayRange, inDays } from "./day-counts.ts";
import type { QueryReader } from "./reader.ts";

export interface CountrySummary {
	readonly cc: string;
	readonly networkCount: number;
	readonly serviceCount: number;
	readonly firstOn: string;
	readonly lastOn: string;
	readonly lastMeasuredAt: string;
}

/** Every country of the scope that has measurements (of a service, where one is named), the last measured first. */
export async function countriesOf(
	reader: QueryReader,
	scope: Scope,
	service?: string,
): Promise<readonly CountrySummary[]> {
	return reader.query<CountrySummary>(
		scope,
		sql`
		SELECT cc,
			count(DISTINCT asn)::INTEGER AS network_count,
			(count(DISTINCT service) FILTER (service <> ''))::INTEGER AS service_count,
			min(day) AS first_on,
			max(day) AS last_on,
			max(last_measured_at) AS last_measured_at
		FROM daily
		WHERE ${service === undefined ? sql`true` : sql`service = ${service}`}
		GROUP BY cc
		ORDER BY last_measured_at DESC, cc`,
	);
}

export interface NetworkSummary {
	readonly asn: number;
	/** As its newest measurement calls it; empty where no measurement does. */
	readonly networkName: string;
	readonly measurementCount: number;
	/** Distinct sessions, exactly. */
	readonly sessionCount: number;
	readonly lastMeasuredAt: string;
}

/** Networks of a country that measured in the range, the most sessions first. */
export async function networksOf(
	reader: QueryReader,
	scope: Scope,
	cc: string,
	range: DayRange,
): Promise<readonly NetworkSummary[]> {
	return reader.query<NetworkSummary>(
		scope,
		sql`
		SELECT asn,
			coalesce(arg_max(network_name, (last_measured_at, session)) FILTER (network_name <> ''), '') AS network_name,
			sum(measurement_count)::INTEGER AS measurement_count,
			count(DISTINCT session)::INTEGER AS session_count,
			max(last_measured_at) AS last_measured_at
		FROM sessions
		WHERE cc = ${cc} AND ${inDays(range)}
		GROUP BY asn
		ORDER BY session_count DESC, asn`,
	);
}

/** First and last day that a country has measurements of, narrowed to a network or a service where given. Undefined where there are none. */
export async function spanOf(
	reader: QueryReader,
	scope: Scope,
	where: {
		readonly cc?: string;
		readonly asn?: number;
		readonly service?: string;
	},
): Promise<
	| {
			readonly firstOn: string;
			readonly lastOn: string;
			readonly lastMeasuredAt: string;
	  }
	| undefined
> {
	const rows = await reader.query<{
		readonly firstOn?: string;
		readonly lastOn?: string;
		readonly lastMeasuredAt?: string;
	}>(
		scope,
		sql`
		SELECT min(day) AS first_on, max(day) AS last_on, max(last_measured_at) AS last_measured_at
		FROM daily
		WHERE ${where.cc === undefined ? sql`true` : sql`cc = ${where.cc}`}
			AND ${where.asn === undefined ? sql`true` : sql`asn = ${where.asn}`}
			AND ${where.service === undefined ? sql`true` : sql`service = ${where.service}`}`,
	);
	const [row] = rows;
	return row?.firstOn === undefined ||
		row.lastOn === undefined ||
		row.lastMeasuredAt === undefined
		? undefined
		: {
				firstOn: row.firstOn,
				lastOn: row.lastOn,
				lastMeasuredAt: row.lastMeasuredAt,
			};
}
