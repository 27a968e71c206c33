/** The rows that an incident's numbers are counted from, a measurement each, with where their raw records stand. */
import type {
	CommittedMeasurement,
	VerdictRow,
} from "../../account/evidence/index.ts";
import { RasaiError } from "../../base/index.ts";
import { LAYERS } from "../../model/index.ts";
import { type QueryReader, SESSION, sql } from "../../store/index.ts";
import { askedRows, askedScope, type SessionQuestion } from "../sessions.ts";

/** Where a raw record stands. */
export interface RecordPlace {
	readonly uid: string;
	readonly recordHash: string;
	readonly fileHash: string;
	readonly member: string;
	readonly line: number;
}

export interface CountedRows {
	readonly measurements: readonly Omit<CommittedMeasurement, "isPart">[];
	readonly places: readonly RecordPlace[];
	readonly judged: { readonly ruleset: string; readonly reference: string };
}

type Row = Omit<VerdictRow, "layers"> & {
	readonly uid: string;
	readonly at: string;
	readonly asn: number;
	readonly session: string;
	readonly ruleset: string;
	readonly reference: string;
} & { readonly [column: string]: unknown };

/** Reads them; undefined where there is none. */
export async function readCountedRows(
	reader: QueryReader,
	question: SessionQuestion,
	signal?: AbortSignal,
): Promise<CountedRows | undefined> {
	const scope = askedScope(question);
	const rows = await reader.query<Row>(
		scope,
		sql`
		SELECT uid, strftime(measured_at, '%Y-%m-%dT%H:%M:%SZ') AS at, asn, ${SESSION} AS session,
			target, state, mechanism, locus, fired, control, ruleset, reference,
			dns_state, dns_rule, tcp_state, tcp_rule, tls_state, tls_rule, http_state, http_rule, quic_state, quic_rule
		FROM verdicts WHERE ${askedRows(question)}
		ORDER BY ALL`,
		{ signal },
	);
	const [first] = rows;
	if (!first) return undefined;
	const { ruleset, reference } = first;
	if (
		rows.some((row) => row.ruleset !== ruleset || row.reference !== reference)
	)
		throw new RasaiError(
			"store_damaged",
			"the rows were judged by several rulesets",
			{ hint: "Run `rasai rebuild`." },
		);
	const places = await reader.query<RecordPlace>(
		scope,
		sql`
		SELECT DISTINCT uid, record_hash, file_hash, member, line
		FROM measurements
		WHERE (uid, day) IN (SELECT uid, day FROM verdicts WHERE ${askedRows(question)})
		ORDER BY ALL`,
		{ signal },
	);
	return {
		measurements: measurementsOf(rows, places),
		places,
		judged: { ruleset, reference },
	};
}

function measurementsOf(
	rows: readonly Row[],
	places: readonly RecordPlace[],
): CountedRows["measurements"] {
	const records = groupByUid(places);
	return [...groupByUid(rows)].flatMap(([uid, own]) => {
		const [first] = own;
		if (!first) return [];
		const { at, asn, session } = first;
		return {
			uid,
			at,
			asn,
			session,
			records: (records.get(uid) ?? []).map(({ recordHash, fileHash }) => ({
				record: recordHash,
				file: fileHash,
			})),
			rows: own.map(rowOf),
		};
	});
}

function groupByUid<Item extends { readonly uid: string }>(
	items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(item.uid);
		if (group) group.push(item);
		else groups.set(item.uid, [item]);
	}
	return groups;
}

function rowOf(row: Row): VerdictRow {
	const { target, state, mechanism, locus, fired, control } = row;
	return {
		target,
		state,
		mechanism,
		locus,
		fired,
		control,
		layers: Object.fromEntries(
			LAYERS.map((layer) => [
				layer,
				[String(row[`${layer}Rule`]), String(row[`${layer}State`])],
			]),
		),
	};
}
