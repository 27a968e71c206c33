/** What the judgement of one measurement rests on: its facts, and the control of the days up to it. */
import { addDays } from "../../base/index.ts";
import type {
	InstrumentRow,
	NetworkControlRow,
	SpeedRow,
} from "../../judge/verdicts/index.ts";
import type { MeasurementHeader } from "../../model/index.ts";
import {
	controlWindowQuery,
	instrumentWindowQuery,
	speedWindowQuery,
} from "../duckdb/control.ts";
import { readFactsText } from "../duckdb/facts-text.ts";
import type { Scope } from "../duckdb/index.ts";
import { type Sql, sql } from "../sql.ts";
import type { StoredFacts } from "../store.ts";
import type { QueryReader } from "./reader.ts";
import { IN_CONFLICT, ofUid } from "./uids.ts";

/** Every record received under a uid, in the order of `placesOfMeasurement`. */
export async function factsOfMeasurement(
	reader: QueryReader,
	scope: Scope,
	uid: string,
): Promise<readonly StoredFacts[]> {
	const found = await ofUid(reader, scope, uid);
	const rows = await reader.query<
		MeasurementHeader & { readonly conflict: boolean; readonly facts: string }
	>(
		found.scope,
		sql`
		SELECT uid, report_id, test_name, test_version, software_name, software_version, engine_version, platform,
			network_type, input, probe_cc, probe_asn, probe_network_name, resolver_asn, resolver_ip,
			resolver_network_name, measured_at, runtime_ms, probe_said, ${IN_CONFLICT}, facts
		FROM measurements
		WHERE ${found.where}
		ORDER BY facts_hash
		LIMIT 20`,
	);
	return rows.map(({ conflict, facts, ...header }) => ({
		header: { ...header, runtimeMs: header.runtimeMs ?? undefined },
		observations: readFactsText(facts),
		conflict,
	}));
}

export interface ControlQuestion {
	readonly header: MeasurementHeader;
	/** Names that the measurement met. */
	readonly hostnames: readonly string[];
	/** What the measurement was about, as instruments are held against. */
	readonly target: string;
	readonly sinceDay: string;
	readonly untilDay: string;
}

/** The part of the control that bears on one measurement. */
export async function controlOfMeasurement(
	reader: QueryReader,
	scope: Scope,
	{ header, hostnames, target, sinceDay, untilDay }: ControlQuestion,
): Promise<{
	readonly networks: readonly NetworkControlRow[];
	readonly speeds: readonly SpeedRow[];
	readonly instruments: readonly InstrumentRow[];
}> {
	const ask = <Row>(query: (control: string) => string, which: Sql) =>
		reader.query<Row>(
			{ ...scope, days: { since: sinceDay, until: untilDay } },
			over(
				query,
				sql`(SELECT * FROM control WHERE day >= ${sinceDay}::DATE AND day < ${untilDay}::DATE AND ${which})`,
			),
		);
	return {
		networks: await ask<NetworkControlRow>(
			(control) => controlWindowQuery(control, addDays(untilDay, -1)),
			sql`hostname = ANY(${hostnames})`,
		),
		speeds: await ask<SpeedRow>(
			speedWindowQuery,
			sql`(hostname = ANY(${hostnames}) OR (cc = ${header.probeCc} AND asn = ${header.probeAsn}))`,
		),
		instruments: await ask<InstrumentRow>(
			instrumentWindowQuery,
			sql`hostname = ${target}`,
		),
	};
}

/** A query over a source that is itself a statement with parameters. */
function over(query: (control: string) => string, source: Sql): Sql {
	const mark = "\n@\n";
	const [before = "", after = ""] = query(mark).split(mark);
	const literal = (text: string): Sql => ({
		kind: "sql",
		pieces: [text],
		values: [],
	});
	return sql`${literal(before)}${source}${literal(after)}`;
}
