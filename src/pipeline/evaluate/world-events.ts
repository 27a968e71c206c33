/**
 * One world through detector, oracle and CUSUM: every restriction of every
 * series, who found it, when, and what was raised beside it.
 */
import {
	type Detection,
	type Detector,
	detectByCusum,
	groupIncidents,
	type IncidentDraft,
	networksBehind,
} from "../../judge/incidents/index.ts";
import { type Series, seriesOf } from "../../judge/series/index.ts";
import {
	isOn,
	type Stretch,
	type World,
	type WorldSeries,
} from "../../measure/worlds/index.ts";
import {
	type Match,
	matchStretch,
	type RaisedChange,
	toleranceOf,
} from "./match.ts";
import { raiseByOracle } from "./oracle.ts";

/** Sessions that a restriction must have met to be scored at all: the evidence floor. */
const SCORED_SESSIONS = 3;

/** One restriction of one series, as each of the three met it. */
export interface ScoredStretch {
	readonly series: WorldSeries;
	readonly stretch: Stretch;
	readonly detector: Match;
	readonly oracle: Match;
	readonly cusum: Match;
	/** Hour at which the rows behind the detector's onset had arrived. */
	readonly knownAt: number | undefined;
	/** An ending was raised while it was still on. */
	readonly endedEarly: boolean;
}

export interface ScoredWorld {
	readonly world: World;
	/** Restrictions that began within the window. */
	readonly stretches: readonly ScoredStretch[];
	/** Restrictions left out: too few sessions met them. */
	readonly excludedCount: number;
	/** Series that began inside a restriction: how many, and how many of them were flagged so or given an onset. */
	readonly openStarts: {
		readonly count: number;
		readonly flagged: number;
		readonly onsets: number;
	};
	/** Changes raised on series that a resolver makes fail from first to last. */
	readonly resolverAlarms: {
		readonly detector: number;
		readonly cusum: number;
	};
	readonly quiet: QuietTally;
	readonly incidents: readonly IncidentDraft[];
}

/** Onsets raised on series on which nothing happened. */
export interface QuietTally {
	readonly seriesWeeks: number;
	readonly detector: number;
	/** Largest log-odds of each of the detector's: a higher threshold would have spared those under it. */
	readonly logOdds: readonly number[];
	readonly cusum: number;
}

export function scoreWorld(detector: Detector, world: World): ScoredWorld {
	const set = world.series.map((one) => toSeries(world, one));
	const { networks, country } = detector.detectSet(set);
	const stretches: ScoredStretch[] = [];
	const openStarts = { count: 0, flagged: 0, onsets: 0 };
	const resolverAlarms = { detector: 0, cusum: 0 };
	const quiet = { seriesWeeks: 0, detector: 0, cusum: 0 };
	const quietLogOdds: number[] = [];
	let excludedCount = 0;
	world.series.forEach((one, i) => {
		const series = set[i] as Series;
		const detection = networks[i] as Detection;
		const raised = raisedOf(detection);
		const byCusum = detectByCusum(series);
		if (one.alwaysFails) {
			resolverAlarms.detector += detection.changepoints.length;
			resolverAlarms.cusum += byCusum.length;
			return;
		}
		const stretch = stretchOf(world, one.asn);
		if (!stretch) {
			quiet.seriesWeeks += (world.until - world.since) / 168;
			quiet.detector += countOnsets(raised);
			for (const { direction, logOdds } of raised)
				if (direction === "onset") quietLogOdds.push(logOdds ?? 0);
			quiet.cusum += countOnsets(byCusum);
		} else if (sessionsWithin(one, stretch) < SCORED_SESSIONS) excludedCount++;
		else if (stretch.since < world.since) {
			openStarts.count++;
			if (detection.openOnset) openStarts.flagged++;
			if (detection.changepoints.some(({ direction }) => direction === "onset"))
				openStarts.onsets++;
		} else stretches.push(scoreStretch(world, one, stretch, raised, byCusum));
	});
	return {
		world,
		stretches,
		excludedCount,
		openStarts,
		resolverAlarms,
		quiet: { ...quiet, logOdds: quietLogOdds },
		incidents: groupWorld(world, set, networks, country),
	};
}

export function toSeries(world: World, one: WorldSeries): Series {
	return seriesOf(
		{
			cc: world.cc,
			asn: one.asn,
			target: world.target,
			...(one.resolverAsn === undefined
				? {}
				: { resolverAsn: one.resolverAsn }),
		},
		one.cells,
		{ since: world.since, until: world.until },
	);
}

/** All that was raised live: what later data refuted was an alert too. */
export function raisedOf(detection: Detection): readonly RaisedChange[] {
	const { changepoints, openOnset, refuted } = detection;
	return [
		...(openOnset
			? [
					{
						direction: "onset" as const,
						at: openOnset.detectableAt,
						logOdds: openOnset.logOdds,
					},
				]
			: []),
		...changepoints.map((change) => ({
			direction: change.direction,
			at: change.detectableAt,
			earliest: change.earliest,
			latest: change.latest,
			likeliest: change.at,
			logOdds: change.logOdds,
		})),
		...refuted.map(({ direction, detectableAt, logOdds }) => ({
			direction,
			at: detectableAt,
			logOdds,
		})),
	].sort((a, b) => a.at - b.at);
}

const countOnsets = (raised: readonly RaisedChange[]): number =>
	raised.filter(({ direction }) => direction === "onset").length;

const stretchOf = (world: World, asn: number): Stretch | undefined =>
	world.events
		.flatMap(({ stretches }) => stretches)
		.find((stretch) => stretch.asn === asn);

const sessionsWithin = (one: WorldSeries, stretch: Stretch): number =>
	one.cells.reduce(
		(sum, { hour, n }) => sum + (isOn(stretch, hour) ? n : 0),
		0,
	);

function scoreStretch(
	world: World,
	series: WorldSeries,
	stretch: Stretch,
	raised: readonly RaisedChange[],
	byCusum: readonly RaisedChange[],
): ScoredStretch {
	const tolerance = toleranceOf(series.cadence);
	const match = matchStretch(raised, stretch, tolerance);
	const { onset } = match;
	return {
		series,
		stretch,
		detector: match,
		oracle: matchStretch(
			raiseByOracle(world, series, stretch),
			stretch,
			tolerance,
		),
		cusum: matchStretch(byCusum, stretch, tolerance),
		knownAt:
			onset &&
			series.cells
				.filter(({ hour }) => hour >= stretch.since && hour <= onset.at)
				.reduce((latest, { knownAt }) => Math.max(latest, knownAt), 0),
		endedEarly:
			onset !== undefined &&
			raised.some(
				({ direction, at }) =>
					direction === "ending" && at > onset.at && at < stretch.until,
			),
	};
}

/** What would have been published. Series that fail from the start are no part of an event. */
function groupWorld(
	world: World,
	set: readonly Series[],
	networks: readonly Detection[],
	country: Detection,
): readonly IncidentDraft[] {
	const service = world.target;
	return groupIncidents([
		...networks
			.filter((_, i) => !world.series[i]?.alwaysFails)
			.map((detection) => ({ cc: world.cc, service, detection })),
		{
			cc: world.cc,
			service,
			detection: country,
			networks: (onset) => networksBehind(set, onset),
		},
	]).filter(({ status }) => status !== "suspicion");
}
