/** Single measurements: those behind a cell, and where one stands in the archive. */

import { addDays } from "../../base/index.ts";
import type { State } from "../../model/index.ts";
import type { Scope } from "../duckdb/index.ts";
import { SESSION } from "../session.ts";
import { joinSql, type Sql, sql } from "../sql.ts";
import type { QueryReader } from "./reader.ts";
import { IN_CONFLICT, ofUid } from "./uids.ts";
import { ofUnit, type Unit } from "./units.ts";

export interface MeasurementListItem {
	readonly uid: string;
	readonly measuredAt: string;
	readonly testName: string;
	readonly input: string;
	readonly target: string;
	readonly state: State;
	readonly mechanism: string;
	readonly why: string;
	/** Equal for measurements of one session. Empty where the data has none. */
	readonly reportId: string;
}

export interface CellKey {
	readonly cc: string;
	readonly asn: number;
	/** UTC day. */
	readonly day: string;
	/** A target by its name, or a unit. */
	readonly of: { readonly target: string } | { readonly unit: Unit };
}

function ofCell({ cc, asn, day, of }: CellKey): Sql {
	return joinSql(
		[
			sql`cc = ${cc}`,
			sql`asn = ${asn}`,
			sql`day = ${day}::DATE`,
			"unit" in of ? ofUnit(of.unit) : sql`target = ${of.target}`,
		],
		" AND ",
	);
}

function onDay(scope: Scope, { day }: CellKey): Scope {
	return { ...scope, days: { since: day, until: addDays(day, 1) } };
}

/** Measurements behind a cell in order of time, at most `limit` of them. */
export async function measurementsOfCell(
	reader: QueryReader,
	scope: Scope,
	key: CellKey,
	limit: number,
): Promise<readonly MeasurementListItem[]> {
	return reader.query<MeasurementListItem>(
		onDay(scope, key),
		sql`
		SELECT uid, measured_at, test_name, input, target, state, mechanism, why, report_id
		FROM verdicts
		WHERE ${ofCell(key)}
		ORDER BY measured_at, uid, target
		LIMIT ${limit}`,
	);
}

/** How many measurements and sessions are behind a cell. */
export async function sizeOfCell(
	reader: QueryReader,
	scope: Scope,
	key: CellKey,
): Promise<{
	readonly measurementCount: number;
	readonly sessionCount: number;
}> {
	const [row] = await reader.query<{
		readonly measurementCount: number;
		readonly sessionCount: number;
	}>(
		onDay(scope, key),
		sql`
		SELECT count(*)::INTEGER AS measurement_count,
			count(DISTINCT ${SESSION})::INTEGER AS session_count
		FROM verdicts
		WHERE ${ofCell(key)}`,
	);
	return row ?? { measurementCount: 0, sessionCount: 0 };
}

/** Where a measurement came from and where its raw record stands. */
export interface MeasurementPlace {
	readonly uid: string;
	readonly measuredAt: string;
	readonly testName: string;
	readonly testVersion: string;
	readonly softwareName: string;
	readonly softwareVersion: string;
	readonly platform: string;
	readonly networkType: string;
	readonly input: string;
	readonly reportId: string;
	readonly probeCc: string;
	readonly probeAsn: number;
	readonly probeNetworkName: string;
	readonly resolverAsn: number;
	readonly resolverNetworkName: string;
	readonly fileHash: string;
	readonly member: string;
	readonly line: number;
	readonly recordHash: string;
	readonly conflict: boolean;
	readonly problems: readonly string[];
}

/** Every record received under a uid: more than one where the same uid came with other content. */
export async function placesOfMeasurement(
	reader: QueryReader,
	scope: Scope,
	uid: string,
): Promise<readonly MeasurementPlace[]> {
	const found = await ofUid(reader, scope, uid);
	return reader.query<MeasurementPlace>(
		found.scope,
		sql`
		SELECT uid, measured_at, test_name, test_version, software_name, software_version, platform, network_type,
			input, report_id, probe_cc, probe_asn, probe_network_name, resolver_asn, resolver_network_name,
			file_hash, member, line, record_hash, ${IN_CONFLICT}, problems
		FROM measurements
		WHERE ${found.where}
		ORDER BY facts_hash
		LIMIT 20`,
	);
}
