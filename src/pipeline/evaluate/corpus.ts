/**
 * The detector on real series with what their index expects of them. Nothing
 * here was used to choose a parameter. The expectations are brackets read off
 * by a researcher, and few: a check that the figures from synthetic worlds
 * are not a dream, not an error rate.
 */
import {
	createDetector,
	type Detector,
	detectByCusum,
	detectByMedian,
	detectValues,
} from "../../judge/incidents/index.ts";
import { keyText, type Series } from "../../judge/series/index.ts";
import { isRecord } from "../../model/index.ts";
import { instantOf } from "../series/detect.ts";
import type { CorpusFile, Window } from "./corpus-files.ts";

/** What the index says of one entry. */
export interface CorpusEntry {
	readonly id: string;
	readonly files: readonly string[];
	/** Undefined: nothing is expected either way. */
	readonly expected: readonly ExpectedEvent[] | undefined;
}

export interface ExpectedEvent {
	readonly direction: "onset" | "ending";
	readonly since: number;
	readonly until: number;
}

/** Reads a corpus's `index.json`, leaving out what it does not understand. */
export function readCorpusIndex(index: unknown): readonly CorpusEntry[] {
	const list = isRecord(index) ? index["series"] : undefined;
	if (!Array.isArray(list)) return [];
	return list.flatMap((entry: unknown) => {
		if (!isRecord(entry) || !Array.isArray(entry["files"])) return [];
		const events = entry["expected_events"];
		return [
			{
				id: String(entry["id"]),
				files: entry["files"].map(String),
				expected: Array.isArray(events) ? events.flatMap(readEvent) : undefined,
			},
		];
	});
}

function readEvent(event: unknown): readonly ExpectedEvent[] {
	if (!isRecord(event) || !Array.isArray(event["bracket"])) return [];
	const [since, until] = event["bracket"].map(
		(at: unknown) => Date.parse(withZone(String(at))) / 3_600_000,
	);
	const direction = event["direction"] === "ending" ? "ending" : "onset";
	return since === undefined || until === undefined || !(since <= until)
		? []
		: [{ direction, since, until }];
}

/** Instants without a zone are UTC. */
const withZone = (text: string): string =>
	/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes("T")
		? text
		: `${text}Z`;

export interface ChangeReport {
	readonly direction: "onset" | "ending";
	readonly at: string;
	readonly earliest: string;
	readonly latest: string;
	readonly detectableAt: string;
}

export interface WindowReport {
	readonly windows: number;
	/** Windows with an hour that is called restricted. */
	readonly hit: number;
	readonly hours: number;
	readonly hitHours: number;
	/** Hours called restricted outside of every window. */
	readonly falseHours: number;
}

export interface CorpusReport {
	readonly id: string;
	readonly file: string;
	readonly series: string;
	/** Nothing is expected to be found here. */
	readonly mustNotFire: boolean;
	readonly changes: readonly ChangeReport[];
	readonly baselineChanges: readonly {
		readonly direction: "onset" | "ending";
		readonly at: string;
	}[];
	readonly expected: readonly {
		readonly direction: "onset" | "ending";
		readonly since: string;
		readonly until: string;
		/** The detector's first change whose interval meets the bracket. */
		readonly found: ChangeReport | undefined;
		/** When the baseline raised its first change of that direction from the bracket on, if it did. */
		readonly baselineAt: string | undefined;
	}[];
	readonly windows:
		| { readonly detector: WindowReport; readonly baseline: WindowReport }
		| undefined;
}

/** Scores one entry from the files that were read for it. */
export function scoreEntry(
	entry: CorpusEntry,
	files: ReadonlyMap<string, CorpusFile>,
): readonly CorpusReport[] {
	const windows = [...files.values()].flatMap((file) =>
		file.kind === "windows" ? file.windows : [],
	);
	return [...files].flatMap(([name, file]) => {
		if (file.kind === "counts") {
			const detector = createDetector({ cellHours: file.cellHours });
			return file.series.map((series) =>
				reportOn(entry, name, countsOf(detector, series), windows),
			);
		}
		return file.kind === "values"
			? [reportOn(entry, name, valuesOf(file.points), windows)]
			: [];
	});
}

/** What detector and baseline made of a series. */
interface Found {
	readonly name: string;
	readonly since: number;
	readonly until: number;
	readonly changes: readonly Change[];
	readonly restricted: readonly Window[];
	readonly baseline: readonly Pick<Change, "direction" | "at">[];
}

interface Change {
	readonly direction: "onset" | "ending";
	readonly at: number;
	readonly earliest: number;
	readonly latest: number;
	readonly detectableAt: number;
}

function countsOf(detector: Detector, series: Series): Found {
	const { changepoints, segments } = detector.detect(series);
	return {
		name: keyText(series.key),
		since: series.since,
		until: series.until,
		changes: changepoints,
		restricted: segments.filter(
			({ state }) => state === "partly" || state === "blocked",
		),
		// What its own pipeline scores an anomaly.
		baseline: detectByCusum(series, 0.75),
	};
}

function valuesOf(
	points: Extract<CorpusFile, { kind: "values" }>["points"],
): Found {
	const { changepoints, segments } = detectValues(points);
	return {
		name: "values",
		since: points[0]?.at ?? 0,
		until: points.at(-1)?.at ?? 0,
		changes: changepoints,
		restricted: segments.filter(({ state }) => state !== "ok"),
		baseline: detectByMedian(points),
	};
}

function reportOn(
	{ id, expected }: CorpusEntry,
	file: string,
	found: Found,
	windows: readonly Window[],
): CorpusReport {
	return {
		id,
		file,
		series: found.name,
		mustNotFire: expected?.length === 0,
		changes: found.changes.map(reportChange),
		baselineChanges: found.baseline.map(({ direction, at }) => ({
			direction,
			at: instantOf(at),
		})),
		expected: (expected ?? []).map((event) => matchExpected(event, found)),
		windows:
			windows.length === 0
				? undefined
				: scoreWindows(windows, expected ?? [], found),
	};
}

function matchExpected(
	{ direction, since, until }: ExpectedEvent,
	found: Found,
): CorpusReport["expected"][number] {
	const change = found.changes.find(
		(one) =>
			one.direction === direction &&
			one.earliest <= until &&
			one.latest >= since,
	);
	const late = found.baseline.find(
		(one) => one.direction === direction && one.at >= since,
	);
	return {
		direction,
		since: instantOf(since),
		until: instantOf(until),
		found: change && reportChange(change),
		baselineAt: late && instantOf(late.at),
	};
}

const reportChange = (change: Change): ChangeReport => ({
	direction: change.direction,
	at: instantOf(change.at),
	earliest: instantOf(change.earliest),
	latest: instantOf(change.latest),
	detectableAt: instantOf(change.detectableAt),
});

/** Scores the windows from the first expected onset's day on; earlier ones were announced and not enforced. */
function scoreWindows(
	windows: readonly Window[],
	expected: readonly ExpectedEvent[],
	found: Found,
): NonNullable<CorpusReport["windows"]> {
	const onset = expected.find(({ direction }) => direction === "onset");
	const from = onset ? Math.floor(onset.since / 24) * 24 : found.since;
	const enforced = windows.filter(({ since }) => since >= from);
	const score = (restricted: readonly Window[]): WindowReport => {
		const isIn = (list: readonly Window[], hour: number): boolean =>
			list.some(({ since, until }) => hour >= since && hour < until);
		let [hours, hitHours, falseHours] = [0, 0, 0];
		for (let hour = found.since; hour < found.until; hour++) {
			const isRestricted = isIn(restricted, hour);
			if (isIn(enforced, hour)) {
				hours++;
				if (isRestricted) hitHours++;
			} else if (isRestricted) falseHours++;
		}
		return {
			windows: enforced.length,
			hit: enforced.filter(({ since, until }) =>
				restricted.some((one) => one.since < until && one.until > since),
			).length,
			hours,
			hitHours,
			falseHours,
		};
	};
	return {
		detector: score(found.restricted),
		baseline: score(stretchesOf(found.baseline, found.until)),
	};
}

function stretchesOf(
	changes: readonly Pick<Change, "direction" | "at">[],
	until: number,
): readonly Window[] {
	return changes.flatMap(({ direction, at }, i) =>
		direction === "onset"
			? [{ since: at, until: changes[i + 1]?.at ?? until }]
			: [],
	);
}
