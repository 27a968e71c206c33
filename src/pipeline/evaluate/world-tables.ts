/** Scored worlds into the figures of the report. */
import { HAZARDS, NOISES } from "../../measure/worlds/index.ts";
import { quantile, shareOf } from "./intervals.ts";
import type { ScoredStretch, ScoredWorld } from "./world-events.ts";
import type { Recall, Spread, WorldsReport } from "./world-report.ts";

export type Placed = ScoredStretch & { readonly world: ScoredWorld };

const isMisspecified = ({ world }: Placed): boolean =>
	world.world.isMisspecified;

export function recallTable(stretches: readonly Placed[]): readonly Recall[] {
	const groups: [name: string, belongs: (one: Placed) => boolean][] = [
		["all", () => true],
		["laws as assumed", (one) => !isMisspecified(one)],
		["laws not assumed", isMisspecified],
		...NOISES.map((noise): [string, (one: Placed) => boolean] => [
			`noise: ${noise}`,
			({ world }) => world.world.noise === noise,
		]),
		...HAZARDS.map((hazard): [string, (one: Placed) => boolean] => [
			`event: ${hazard}`,
			({ world }) => world.world.events[0]?.hazard === hazard,
		]),
		["share under 10%", ({ stretch }) => stretch.share < 0.1],
		["share 10-30%", ({ stretch: { share } }) => share >= 0.1 && share < 0.3],
		["share 30-70%", ({ stretch: { share } }) => share >= 0.3 && share < 0.7],
		["share over 70%", ({ stretch }) => stretch.share >= 0.7],
		["under 1 session in 10 h", ({ series }) => series.cadence < 0.1],
		[
			"1 in 10 h to 1 an hour",
			({ series: { cadence } }) => cadence >= 0.1 && cadence < 1,
		],
		[
			"1 to 10 an hour",
			({ series: { cadence } }) => cadence >= 1 && cadence < 10,
		],
		["over 10 an hour", ({ series }) => series.cadence >= 10],
	];
	return groups.map(([name, belongs]) =>
		recallOf(name, stretches.filter(belongs)),
	);
}

function recallOf(name: string, stretches: readonly Placed[]): Recall {
	const found = (who: "detector" | "oracle" | "cusum") =>
		stretches.filter((one) => one[who].onset).length;
	const both = stretches.filter(
		({ detector, oracle }) => detector.onset && oracle.onset,
	).length;
	const scored = stretches.length;
	const byOracle = found("oracle");
	return {
		name,
		scored,
		detector: shareOf(found("detector"), scored),
		oracle: shareOf(byOracle, scored),
		cusum: shareOf(found("cusum"), scored),
		ofOracle: byOracle === 0 ? undefined : found("detector") / byOracle,
		sharedWithOracle: shareOf(both, byOracle),
	};
}

export function spreadOf(values: readonly number[]): Spread {
	return {
		median: quantile(values, 0.5),
		p90: quantile(values, 0.9),
		count: values.length,
	};
}

export function timing(
	stretches: readonly Placed[],
): Pick<
	WorldsReport,
	"latencyHours" | "arrivalHours" | "onsetErrorHours" | "onsetCoverage"
> {
	const all = stretches.filter(
		({ detector, oracle, cusum }) =>
			detector.onset && oracle.onset && cusum.onset,
	);
	const latency = (who: "detector" | "oracle" | "cusum") =>
		spreadOf(all.map((one) => (one[who].onset?.at ?? 0) - one.stretch.since));
	const found = stretches.filter(({ detector }) => detector.onset);
	// Where it comes and goes, each window has its own onset; the first is not the only right answer.
	const once = found.filter(
		({ stretch, detector }) =>
			!stretch.cycle && detector.onset?.likeliest !== undefined,
	);
	const held = once.filter(
		({ detector: { onset }, stretch }) =>
			(onset?.earliest ?? 0) <= stretch.since &&
			stretch.since < (onset?.latest ?? 0),
	);
	return {
		latencyHours: {
			detector: latency("detector"),
			oracle: latency("oracle"),
			cusum: latency("cusum"),
		},
		arrivalHours: spreadOf(
			found.flatMap(({ knownAt, stretch }) =>
				knownAt === undefined ? [] : [knownAt - stretch.since],
			),
		),
		onsetErrorHours: spreadOf(
			once.map(({ detector, stretch }) =>
				Math.abs((detector.onset?.likeliest ?? 0) - stretch.since),
			),
		),
		onsetCoverage: shareOf(held.length, once.length),
	};
}

export function endings(
	stretches: readonly Placed[],
): Pick<WorldsReport, "endings"> {
	const ended = stretches.filter(
		({ stretch, world, detector, oracle }) =>
			!stretch.cycle &&
			stretch.until < world.world.until &&
			detector.onset &&
			oracle.onset,
	);
	const found = (who: "detector" | "oracle" | "cusum") =>
		shareOf(ended.filter((one) => one[who].ending).length, ended.length);
	return {
		endings: {
			detector: found("detector"),
			oracle: found("oracle"),
			cusum: found("cusum"),
			early: shareOf(
				ended.filter(({ endedEarly }) => endedEarly).length,
				ended.length,
			),
		},
	};
}

export function alerts(
	scored: readonly ScoredWorld[],
): Pick<
	WorldsReport,
	| "changepointsPerEvent"
	| "cusumAlertsPerEvent"
	| "incidentsPerEvent"
	| "incidentRecall"
> {
	const begun = scored.filter(({ stretches }) => stretches.length > 0);
	const foundByOracle = begun.filter(({ stretches }) =>
		stretches.some(({ oracle }) => oracle.onset),
	);
	const made = begun.filter(({ incidents }) => incidents.length > 0);
	const perEvent = (
		worlds: readonly ScoredWorld[],
		count: (one: ScoredWorld) => number,
	): number | undefined =>
		worlds.length === 0
			? undefined
			: worlds.reduce((sum, one) => sum + count(one), 0) / worlds.length;
	const onsets = (who: "detector" | "cusum") => (one: ScoredWorld) =>
		one.stretches.reduce((sum, stretch) => sum + stretch[who].onsetCount, 0);
	return {
		changepointsPerEvent: perEvent(made, onsets("detector")),
		cusumAlertsPerEvent: perEvent(
			begun.filter((one) => onsets("cusum")(one) > 0),
			onsets("cusum"),
		),
		incidentsPerEvent: perEvent(made, ({ incidents }) => incidents.length),
		incidentRecall: shareOf(
			foundByOracle.filter(({ incidents }) => incidents.length > 0).length,
			foundByOracle.length,
		),
	};
}

export function openings(
	scored: readonly ScoredWorld[],
): Pick<WorldsReport, "openStarts" | "resolverAlarms"> {
	const sum = (pick: (one: ScoredWorld) => number): number =>
		scored.reduce((total, one) => total + pick(one), 0);
	const count = sum(({ openStarts }) => openStarts.count);
	return {
		openStarts: {
			count,
			flagged: shareOf(
				sum(({ openStarts }) => openStarts.flagged),
				count,
			),
			onsets: sum(({ openStarts }) => openStarts.onsets),
		},
		resolverAlarms: {
			detector: sum(({ resolverAlarms }) => resolverAlarms.detector),
			cusum: sum(({ resolverAlarms }) => resolverAlarms.cusum),
		},
	};
}
