/**
 * The detector on synthetic worlds of known truth: worlds with an event of
 * every hazard under every kind of noise, quiet worlds for false alerts, and
 * the sparse cadences at which it must still tell. Seeds come from outside
 * and stand in the report, so that every figure can be made again (P13).
 */
import { setImmediate } from "node:timers/promises";
import {
	createDetector,
	type Detector,
	ONSET_LOG_ODDS,
} from "../../judge/incidents/index.ts";
import {
	HAZARDS,
	MISSPECIFIED_NOISES,
	makeWorld,
	NOISES,
	type Noise,
} from "../../measure/worlds/index.ts";
import { rateOf, shareOf } from "./intervals.ts";
import { type ScoredWorld, scoreWorld } from "./world-events.ts";
import type { FalseAlerts, WorldsReport } from "./world-report.ts";
import {
	alerts,
	endings,
	eventRecallTable,
	openings,
	recallTable,
	spreadOf,
	timing,
} from "./world-tables.ts";

export interface WorldsPlan {
	readonly seed: string;
	readonly eventWorlds: number;
	/** Series-weeks of quiet worlds, at least. */
	readonly quietSeriesWeeks: number;
	readonly signal?: AbortSignal;
	readonly onProgress?: (done: number, of: number) => void;
}

const EVENT_WEEKS = 26;
const QUIET_WEEKS = 52;
/** The detector's own threshold first. */
const THRESHOLDS = [ONSET_LOG_ODDS, 6, 8, 10, 12];

/** Scores all worlds. Lets the event loop run between worlds, so that the signal is heard. */
export async function scoreWorlds(plan: WorldsPlan): Promise<WorldsReport> {
	const detector = createDetector();
	const scored: ScoredWorld[] = [];
	const progress = async (done: number): Promise<void> => {
		await setImmediate();
		plan.signal?.throwIfAborted();
		plan.onProgress?.(
			Math.round(done),
			plan.eventWorlds + plan.quietSeriesWeeks / 100,
		);
	};
	for (let i = 0; i < plan.eventWorlds; i++) {
		await progress(i);
		scored.push(
			slim(
				scoreWorld(
					detector,
					makeWorld({
						seed: `${plan.seed} event ${i}`,
						weeks: EVENT_WEEKS,
						noise: NOISES[i % NOISES.length] as Noise,
						hazard:
							HAZARDS[Math.floor(i / NOISES.length) % HAZARDS.length] ??
							"plain",
					}),
				),
			),
		);
	}
	const stretches = scored.flatMap((one) =>
		one.stretches.map((stretch) => ({ ...stretch, world: one })),
	);
	const quiet = await scoreQuiet(detector, plan, (done) =>
		progress(plan.eventWorlds + done / 100),
	);
	return {
		seed: plan.seed,
		eventWorlds: plan.eventWorlds,
		excluded: scored.reduce((sum, one) => sum + one.excludedCount, 0),
		eventRecall: eventRecallTable(stretches),
		recall: recallTable(stretches),
		...timing(stretches),
		...endings(stretches),
		...alerts(scored),
		...openings(scored),
		falseAlerts: quiet.falseAlerts,
		operatingPoints: THRESHOLDS.map((logOdds) => ({
			logOdds,
			recall: shareOf(
				stretches.filter(
					({ detector: { onset } }) => (onset?.logOdds ?? 0) >= logOdds,
				).length,
				stretches.length,
			),
			falseAlerts: rateOf(
				quiet.logOdds.filter((one) => one >= logOdds).length,
				quiet.seriesWeeks / 1000,
			),
		})),
		sparse: [24, 72].map((hours) => scoreSparse(detector, plan, hours)),
	};
}

/** Without the cells, which are many. */
function slim(scored: ScoredWorld): ScoredWorld {
	const bare = <Item extends { readonly cells: unknown }>(
		item: Item,
	): Item => ({
		...item,
		cells: [],
	});
	return {
		...scored,
		world: { ...scored.world, series: scored.world.series.map(bare) },
		stretches: scored.stretches.map((one) => ({
			...one,
			series: bare(one.series),
		})),
	};
}

async function scoreQuiet(
	detector: Detector,
	plan: WorldsPlan,
	onProgress: (seriesWeeks: number) => Promise<void>,
): Promise<{
	readonly falseAlerts: readonly FalseAlerts[];
	readonly logOdds: readonly number[];
	readonly seriesWeeks: number;
}> {
	const logOdds: number[] = [];
	const tallies = NOISES.map((noise) => ({
		noise,
		seriesWeeks: 0,
		detector: 0,
		cusum: 0,
	}));
	const total = () => tallies.reduce((sum, one) => sum + one.seriesWeeks, 0);
	for (let i = 0; total() < plan.quietSeriesWeeks; i++) {
		await onProgress(total());
		const tally = tallies[i % tallies.length];
		if (!tally) break;
		const { quiet } = scoreWorld(
			detector,
			makeWorld({
				seed: `${plan.seed} quiet ${i}`,
				weeks: QUIET_WEEKS,
				noise: tally.noise,
				hazard: null,
			}),
		);
		tally.seriesWeeks += quiet.seriesWeeks;
		tally.detector += quiet.detector;
		tally.cusum += quiet.cusum;
		logOdds.push(...quiet.logOdds);
	}
	const add = (name: string, of: typeof tallies): FalseAlerts => {
		const sum = (field: "seriesWeeks" | "detector" | "cusum") =>
			of.reduce((all, one) => all + one[field], 0);
		const thousands = sum("seriesWeeks") / 1000;
		return {
			noise: name,
			seriesWeeks: sum("seriesWeeks"),
			detector: rateOf(sum("detector"), thousands),
			cusum: rateOf(sum("cusum"), thousands),
		};
	};
	const isAssumed = ({ noise }: { noise: Noise }) =>
		!MISSPECIFIED_NOISES.has(noise);
	const falseAlerts = [
		add("all", tallies),
		add("laws as assumed", tallies.filter(isAssumed)),
		add(
			"laws not assumed",
			tallies.filter((one) => !isAssumed(one)),
		),
		...tallies.map((one) => add(one.noise, [one])),
	];
	return { falseAlerts, logOdds, seriesWeeks: total() };
}

/** Sparse worlds for each world with an event, up to a number that suffices. */
const SPARSE = { perWorld: 4, most: 200 };

/** One network measured at even, rare times, and a full block: after how many samples is it told? */
function scoreSparse(
	detector: Detector,
	{ seed, eventWorlds }: WorldsPlan,
	everyHours: number,
): WorldsReport["sparse"][number] {
	const samples: number[] = [];
	let [scoredCount, byCusum] = [0, 0];
	const count = Math.min(SPARSE.most, SPARSE.perWorld * eventWorlds);
	for (let i = 0; i < count; i++) {
		const { stretches } = scoreWorld(
			detector,
			makeWorld({
				seed: `${seed} sparse ${everyHours} ${i}`,
				weeks: EVENT_WEEKS,
				hazard: "full",
				noise: "even",
				networkCount: 1,
				cadence: 1 / everyHours,
				isRegular: true,
				rotates: false,
				collapses: false,
			}),
		);
		for (const one of stretches) {
			scoredCount++;
			if (one.cusum.onset) byCusum++;
			if (one.detector.onset)
				samples.push(
					Math.ceil(
						(one.detector.onset.at - one.stretch.since + 1) / everyHours,
					),
				);
		}
	}
	return {
		everyHours,
		found: shareOf(samples.length, scoredCount),
		samples: spreadOf(samples),
		worstSamples: samples.length > 0 ? Math.max(...samples) : undefined,
		cusumFound: shareOf(byCusum, scoredCount),
	};
}
