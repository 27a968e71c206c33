/** Series of a file into what happened to them: instants instead of hours, siblings heard together. */
import {
	type Changepoint,
	createDetector,
	type Detection,
	detectValues,
	type Segment,
	type ValueDetection,
} from "../../judge/incidents/index.ts";
import {
	type Series,
	type SeriesKey,
	siblingSets,
} from "../../judge/series/index.ts";
import type { ValueSeries } from "./table.ts";

/** A stretch of one condition, as published. */
export interface SegmentReport {
	readonly state: string;
	readonly since: string;
	readonly until: string;
	readonly probability: number;
	/** It was so at the first data: it began then or before. */
	readonly openStart: boolean;
	/** The data end in it. */
	readonly openEnd: boolean;
	/** Of a drop of a value: part that is missing, and whether much came back. */
	readonly depth?: number;
	readonly restoredPartially?: boolean;
}

export interface ChangepointReport {
	readonly direction: "onset" | "ending";
	readonly at: string;
	readonly earliest: string;
	readonly latest: string;
	readonly detectableAt: string;
	readonly logOdds: number | null;
	/** Sessions that show the new condition, of all in the same hours. */
	readonly sessions?: number;
	readonly of?: number;
	/** Of a value: `level` or `slope`. */
	readonly kind?: string;
}

export interface SeriesReport {
	readonly key: SeriesKey;
	readonly segments: readonly SegmentReport[];
	readonly changepoints: readonly ChangepointReport[];
	/** When data sufficed to tell a restriction that was there at the first data. */
	readonly openOnset?: {
		readonly detectableAt: string;
		readonly logOdds: number;
	};
	/** Below the floor or the threshold: not enough data. */
	readonly suspicion?: {
		readonly since: string;
		readonly logOdds: number;
		readonly sessions: number;
		readonly of: number;
	};
}

/** Reports of all series; `pooled`: of the country, where several networks of one target are given. */
export function reportSeries(
	series: readonly Series[],
	cellHours: number,
): {
	readonly series: readonly SeriesReport[];
	readonly pooled: readonly SeriesReport[];
} {
	const detector = createDetector({ cellHours });
	const found = new Map<Series, Detection>();
	const pooled: SeriesReport[] = [];
	for (const set of siblingSets(series)) {
		const { networks, country } = detector.detectSet(set);
		set.forEach((one, i) => {
			const detection = networks[i];
			if (detection) found.set(one, detection);
		});
		if (set.length > 1) pooled.push(reportOf(country));
	}
	return {
		series: series.flatMap((one) => {
			const detection = found.get(one);
			return detection ? [reportOf(detection)] : [];
		}),
		pooled,
	};
}

export function reportValues(
	series: readonly ValueSeries[],
): readonly SeriesReport[] {
	return series.map(({ key, points }) => ({
		key,
		...reportOfValues(detectValues(points)),
	}));
}

function reportOf({
	key,
	segments,
	changepoints,
	openOnset,
	suspicion,
}: Detection): SeriesReport {
	return {
		key,
		segments: segments.map(reportSegment),
		changepoints: changepoints.map(reportChange),
		...(openOnset
			? {
					openOnset: {
						detectableAt: instantOf(openOnset.detectableAt),
						logOdds: round(openOnset.logOdds, 2),
					},
				}
			: {}),
		...(suspicion
			? {
					suspicion: {
						since: instantOf(suspicion.since),
						logOdds: round(suspicion.logOdds, 2),
						sessions: suspicion.evidence.sessions,
						of: suspicion.evidence.of,
					},
				}
			: {}),
	};
}

const reportSegment = (segment: Segment): SegmentReport => ({
	...segment,
	since: instantOf(segment.since),
	until: instantOf(segment.until),
	probability: round(segment.probability, 4),
});

const reportChange = (change: Changepoint): ChangepointReport => ({
	direction: change.direction,
	at: instantOf(change.at),
	earliest: instantOf(change.earliest),
	latest: instantOf(change.latest),
	detectableAt: instantOf(change.detectableAt),
	logOdds: round(change.logOdds, 2),
	sessions: change.evidence.sessions,
	of: change.evidence.of,
});

function reportOfValues({
	segments,
	changepoints,
}: ValueDetection): Pick<SeriesReport, "segments" | "changepoints"> {
	return {
		segments: segments.map((segment) => ({
			...segment,
			since: instantOf(segment.since),
			until: instantOf(segment.until),
			probability: round(segment.probability, 4),
			depth: round(segment.depth, 3),
			openStart: false,
		})),
		changepoints: changepoints.map(
			({ logOdds, kind, direction, ...times }) => ({
				direction,
				at: instantOf(times.at),
				earliest: instantOf(times.earliest),
				latest: instantOf(times.latest),
				detectableAt: instantOf(times.detectableAt),
				logOdds: logOdds === undefined ? null : round(logOdds, 2),
				kind,
			}),
		),
	};
}

/** Hours since 1970 as a UTC instant. */
export function instantOf(hours: number): string {
	return new Date(Math.round(hours * 3600) * 1000)
		.toISOString()
		.replace(".000Z", "Z");
}

function round(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
