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

/** How long after they were made measurements arrive. */
export interface ArrivalLag {
	/** Sessions of which it is known. */
	readonly sessionCount: number;
	/** Half of them had arrived after so many hours. */
	readonly halfHours: number;
	/** Nine in ten had. */
	readonly mostHours: number;
}

/** Arrival of a country's measurements, or of one network's; undefined where no uid tells of it. */
export async function arrivalLag(
	reader: QueryReader,
	scope: Scope,
	where: { readonly cc: string; readonly asn?: number },
	range: DayRange,
): Promise<ArrivalLag | undefined> {
	const [row] = await reader.query<ArrivalLag>(
		scope,
		sql`
		SELECT count(*)::INTEGER AS session_count,
			coalesce(round(quantile_cont(lag_hours, 0.5), 2), 0) AS half_hours,
			coalesce(round(quantile_cont(lag_hours, 0.9), 2), 0) AS most_hours
		FROM sessions
		WHERE cc = ${where.cc} AND ${inDays(range)} AND lag_hours IS NOT NULL
			AND ${where.asn === undefined ? sql`true` : sql`asn = ${where.asn}`}`,
	);
	return row === undefined || row.sessionCount === 0 ? undefined : row;
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
