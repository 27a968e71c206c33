/**
 * Our own measurement volume as a signal (P9): networks that fell silent, far
 * fewer sessions than their rhythm lets expect. One gauge among others,
 * and none at all where the source itself is late (P10).
 */
import { isSourceLate } from "../../judge/incidents/index.ts";
import {
	findCollapses,
	type Series,
	seriesOf,
	type VolumeCollapse,
} from "../../judge/series/index.ts";
import type { World } from "../../model/index.ts";
import { type QueryReader, SESSION, sql } from "../../store/index.ts";
import { instantOf } from "../series/index.ts";
import { OWN_VOLUME } from "./gauges.ts";
import type { Fall, WatchedSignal } from "./types.ts";

interface VolumeRow {
	readonly cc: string;
	readonly asn: number;
	readonly hour: number;
	readonly sessions: number;
}

interface NetworkVolume {
	readonly cc: string;
	readonly asn: number;
	readonly series: Series;
}

const HOUR_MS = 3_600_000;
const RHYTHM_HOURS = 28 * 24;

/** Every network's volume in a world, and where it collapsed. Rests on all that was stored, whichever service it was about. */
export async function readOwnVolume(
	reader: QueryReader,
	world: World,
	signal: AbortSignal | undefined,
): Promise<{
	readonly watched: readonly WatchedSignal[];
	readonly falls: readonly Fall[];
}> {
	const networks = await readVolume(reader, world, signal);
	const watched: WatchedSignal[] = [];
	const falls: Fall[] = [];
	for (const network of networks) {
		const own = watchedOf(network);
		watched.push(own);
		for (const collapse of findCollapses(network.series)) {
			const elsewhere = networks.filter(({ cc }) => cc !== network.cc);
			const isLate = isSourceLate(collapse, volumeOf(elsewhere, collapse), []);
			falls.push(fallOf(own, collapse, isLate ? ["source_late"] : []));
		}
	}
	return { watched, falls };
}

async function readVolume(
	reader: QueryReader,
	world: World,
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
			SELECT probe_cc AS cc, probe_asn AS asn, (epoch(date_trunc('hour', measured_at)) // 3600)::INTEGER AS hour,
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

/** Weighs what it said in all, so that small networks do not speak for the country. */
function watchedOf({ cc, asn, series }: NetworkVolume): WatchedSignal {
	return {
		id: `${OWN_VOLUME} ${cc} ${asn}`,
		key: {
			source: "rasai",
			measure: "sessions",
			unit: "sessions an hour",
			entity: { cc, area: null, asn },
			access: null,
			licence: "own count of the measurements that were imported",
			trouble: "fall",
			verified: true,
		},
		gauge: OWN_VOLUME,
		area: null,
		isPart: false,
		weight: series.n.reduce((sum, n) => sum + n, 0),
		stepMs: HOUR_MS,
		sinceMs: series.since * HOUR_MS,
		untilMs: series.until * HOUR_MS,
	};
}

function fallOf(
	signal: WatchedSignal,
	collapse: VolumeCollapse,
	confounds: readonly string[],
): Fall {
	const { since, until, openEnd, detectableAt } = collapse;
	const { expectedSessions: expected, seenSessions: seen } = collapse;
	const bracket = (hour: number) => ({
		earliest: instantOf(hour),
		at: instantOf(hour),
		latest: instantOf(hour + 1),
	});
	return {
		signal,
		onset: bracket(since),
		ending: openEnd ? null : bracket(until),
		depth: Number(Math.max(0, 1 - seen / expected).toFixed(3)),
		restoredPartially: false,
		sinceMs: since * HOUR_MS,
		untilMs: openEnd ? Number.POSITIVE_INFINITY : until * HOUR_MS,
		detectableAt: instantOf(detectableAt),
		confounds,
		missing: {
			sessions: Math.max(0, Math.round(expected - seen)),
			of: Math.round(expected),
		},
	};
}
