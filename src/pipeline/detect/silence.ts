/**
 * Networks that fell silent (P9): far fewer sessions than their rhythm lets
 * expect. Silence alone is a suspicion of an outage, of unknown cause, and
 * none at all where the source is late (P10).
 */
import type { IncidentFinding } from "../../account/incidents/index.ts";
import { isSourceLate } from "../../judge/incidents/index.ts";
import {
	findCollapses,
	type Series,
	seriesOf,
	type VolumeCollapse,
} from "../../judge/series/index.ts";
import { type QueryReader, SESSION, sql } from "../../store/index.ts";
import { instantOf } from "../series/index.ts";
import type { FindOptions } from "./find.ts";

interface VolumeRow {
	readonly cc: string;
	readonly asn: number;
	readonly hour: number;
	readonly sessions: number;
}

/** Findings of every country of a world. Rests on all that was stored, whichever service it was about. */
export async function findSilence({
	reader,
	world,
	run,
	signal,
}: FindOptions): Promise<readonly IncidentFinding[]> {
	const networks = await readVolume(reader, world, signal);
	const findings: IncidentFinding[] = [];
	for (const { cc, asn, series } of networks)
		for (const collapse of findCollapses(series)) {
			const elsewhere = networks.filter((one) => one.cc !== cc);
			const confounds = isSourceLate(
				collapse,
				volumeOf(elsewhere, collapse),
				[],
			)
				? ["source_late"]
				: [];
			findings.push(findingOf(cc, asn, collapse, confounds, run));
		}
	return findings;
}

interface NetworkVolume {
	readonly cc: string;
	readonly asn: number;
	readonly series: Series;
}

async function readVolume(
	reader: QueryReader,
	world: FindOptions["world"],
	signal: AbortSignal | undefined,
): Promise<readonly NetworkVolume[]> {
	const countries = await reader.query<{ readonly cc: string }>(
		{ world },
		sql`SELECT DISTINCT probe_cc AS cc FROM measurements ORDER BY 1`,
		{ signal },
	);
	const rows: VolumeRow[] = [];
	// One country at a time: the sessions that are told apart must fit in memory.
	for (const { cc } of countries)
		for (const row of await reader.query<VolumeRow>(
			{ world },
			sql`
			SELECT probe_cc AS cc, probe_asn AS asn, (epoch(measured_at) // 3600)::INTEGER AS hour,
				count(DISTINCT ${SESSION})::INTEGER AS sessions
			FROM measurements WHERE probe_cc = ${cc} GROUP BY ALL ORDER BY 1, 2, 3`,
			{ signal },
		))
			rows.push(row);
	const byNetwork = new Map<string, VolumeRow[]>();
	let [since, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const row of rows) {
		const name = `${row.cc} ${row.asn}`;
		const own = byNetwork.get(name);
		if (own) own.push(row);
		else byNetwork.set(name, [row]);
		since = Math.min(since, row.hour);
		until = Math.max(until, row.hour + 1);
	}
	return [...byNetwork.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { cc, asn } = first;
		const cells = own.map(({ hour, sessions }) => ({
			hour,
			k: 0,
			n: sessions,
		}));
		return [
			{ cc, asn, series: seriesOf({ cc, asn }, cells, { since, until }) },
		];
	});
}

/** What other countries should have said in the hours of a collapse, by their average hour of the four weeks before, and what they said. */
function volumeOf(
	networks: readonly NetworkVolume[],
	{ since, until }: VolumeCollapse,
): { readonly expected: number; readonly seen: number } {
	let [before, seen] = [0, 0];
	const from = since - RHYTHM_HOURS;
	for (const { series } of networks)
		series.hours.forEach((hour, i) => {
			if (hour >= since && hour < until) seen += series.n[i] ?? 0;
			else if (hour >= from && hour < since) before += series.n[i] ?? 0;
		});
	return { expected: (before / RHYTHM_HOURS) * (until - since), seen };
}

const RHYTHM_HOURS = 28 * 24;

function findingOf(
	cc: string,
	asn: number,
	collapse: VolumeCollapse,
	confounds: readonly string[],
	run: FindOptions["run"],
): IncidentFinding {
	const { since, until, openEnd, detectableAt } = collapse;
	const bracket = (hour: number) => ({
		earliest: instantOf(hour),
		at: instantOf(hour),
		latest: instantOf(hour + 1),
	});
	const sessions = Math.max(
		0,
		Math.round(collapse.expectedSessions - collapse.seenSessions),
	);
	return {
		cc,
		service: null,
		kind: "undetermined",
		status: "suspicion",
		basis: "measured",
		scope: "networks",
		areas: [],
		targets: [],
		networks: [
			{
				asn,
				state: "insufficient",
				onset: bracket(since),
				ending: openEnd ? null : bracket(until),
				mechanism: null,
				sessions,
				of: Math.round(collapse.expectedSessions),
			},
		],
		onset: bracket(since),
		ending: openEnd ? null : bracket(until),
		detectableAt: instantOf(detectableAt),
		endDetectableAt: null,
		mechanism: null,
		counts: {
			sessions,
			of: Math.round(collapse.expectedSessions),
			networks: 1,
			measurements: 0,
		},
		witness: null,
		confounds,
		ruleset: run.ruleset,
		reference: run.reference,
	};
}
