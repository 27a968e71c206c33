/** The measured track of a dossier: what sessions met of its services, by days and by networks. */
import {
	type MeasuredSession,
	weighSessions,
} from "../../account/record/index.ts";
import { addDays } from "../../base/index.ts";
import { type State, worldOf } from "../../model/index.ts";
import { type QueryReader, SESSION, sql } from "../../store/index.ts";
import {
	type CheckRecordOptions,
	serviceCondition,
} from "../record/check-record.ts";
import type { MeasuredBin, MeasuredTrack } from "./types.ts";

/** Bins that a figure can show side by side. */
const MOST_BINS = 130;
const BIN_DAYS = [1, 7, 28, 91, 364];

export interface MeasuredQuestion {
	readonly cc: string;
	/** Part of the country that is meant; empty: all of it. */
	readonly areas: readonly string[];
	readonly services: readonly string[];
	/** UTC days, the second one not included. */
	readonly since: string;
	readonly until: string;
}

interface Row {
	readonly on: string;
	readonly asn: number;
	readonly session: string;
	readonly state: State;
	readonly measurementCount: number;
	readonly witness: string;
}

/** Reads the track. Nothing measured is a finding of its own, with its reason. */
export async function readMeasuredTrack(
	reader: QueryReader,
	question: MeasuredQuestion,
	options: CheckRecordOptions,
): Promise<MeasuredTrack> {
	const { cc, since, until } = question;
	if (question.areas.length > 0)
		return trackOf(
			question,
			[],
			"Measurements name networks, not areas within a country.",
		);
	const condition = serviceCondition(question.services, options.services);
	if (!condition)
		return trackOf(
			question,
			[],
			"No service is named that a measurement of ours could test.",
		);
	const rows = await reader.query<Row>(
		{ world: worldOf(cc) },
		sql`
		SELECT strftime(measured_at, '%Y-%m-%d') AS "on", asn, ${SESSION} AS session, state,
			count(*)::INTEGER AS measurement_count, min(uid) AS witness
		FROM verdicts
		WHERE cc = ${cc} AND NOT via_redirect
			AND measured_at >= ${`${since}T00:00:00Z`}::TIMESTAMP AND measured_at < ${`${until}T00:00:00Z`}::TIMESTAMP
			AND ${condition}
		GROUP BY ALL
		ORDER BY ALL`,
		{ signal: options.signal },
	);
	return trackOf(
		question,
		rows,
		rows.length === 0
			? "This workspace holds no measurement of it from there and then."
			: undefined,
	);
}

function trackOf(
	{ services, since, until }: MeasuredQuestion,
	rows: readonly Row[],
	nothing: string | undefined,
): MeasuredTrack {
	const sessions = (some: readonly Row[]): readonly MeasuredSession[] =>
		some.map(({ asn, session, state, measurementCount, witness }) => ({
			asn,
			session,
			counts: { [state]: measurementCount },
			witnesses: { [state]: witness },
		}));
	return {
		services,
		since,
		until,
		whole: weighSessions(sessions(rows)),
		bins: nothing === undefined ? binsOf(since, until, rows, sessions) : [],
		networks: [...new Set(rows.map(({ asn }) => asn))]
			.sort((a, b) => a - b)
			.map((asn) => {
				const own = rows.filter((row) => row.asn === asn);
				return {
					asn,
					numbers: weighSessions(sessions(own)),
					workingWitness: own.find(({ state }) => state === "ok")?.witness,
				};
			}),
		nothing,
	};
}

function binsOf(
	since: string,
	until: string,
	rows: readonly Row[],
	sessions: (some: readonly Row[]) => readonly MeasuredSession[],
): readonly MeasuredBin[] {
	const days = (Date.parse(until) - Date.parse(since)) / 86_400_000;
	const step =
		BIN_DAYS.find((one) => days / one <= MOST_BINS) ?? Math.ceil(days / 100);
	const bins: MeasuredBin[] = [];
	for (let day = since; day < until; day = addDays(day, step)) {
		const end = addDays(day, step);
		bins.push({
			since: day,
			until: end < until ? end : until,
			numbers: weighSessions(
				sessions(rows.filter(({ on }) => on >= day && on < end)),
			),
		});
	}
	return bins;
}
