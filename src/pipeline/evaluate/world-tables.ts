/** Scored worlds into the figures of the report. */
import { HAZARDS, NOISES } from "../../measure/worlds/index.ts";
import { quantile, shareOf } from "./intervals.ts";
import type { ScoredStretch, ScoredWorld } from "./world-events.ts";
import type { Recall, Spread, WorldsReport } from "./world-report.ts";

export type Placed = ScoredStretch & { readonly world: ScoredWorld };

const isMisspecified = ({ world }: Placed): boolean =>
	world.world.isMisspecified;

const GROUPS: readonly (readonly [
	name: string,
	belongs: (one: Placed) => boolean,
])[] = [
	["all", () => true],
	["laws as assumed", (one) => !isMisspecified(one)],
	["laws not assumed", isMisspecified],
	...NOISES.map(
		(noise) =>
			[
				`noise: ${noise}`,
				({ world }: Placed) => world.world.noise === noise,
			] as const,
	),
	...HAZARDS.filter((hazard) => hazard !== "open_start").map(
		(hazard) =>
			[
				`event: ${hazard}`,
				({ world }: Placed) => world.world.events[0]?.hazard === hazard,
			] as const,
	),
	["share under 10%", ({ stretch }) => stretch.share < 0.1],
	["share 10-30%", ({ stretch: { share } }) => share >= 0.1 && share < 0.3],
	["share 30-70%", ({ stretch: { share } }) => share >= 0.3 && share < 0.7],
	["share over 70%", ({ stretch }) => stretch.share >= 0.7],
];
/** Networks of one event differ in these. */
const NETWORK_GROUPS: typeof GROUPS = [
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

/** Who found what: one row of three yes or no. */
type FoundBy = Readonly<Record<"detector" | "oracle" | "cusum", boolean>>;

export function recallTable(stretches: readonly Placed[]): readonly Recall[] {
	return [...GROUPS, ...NETWORK_GROUPS].map(([name, belongs]) =>
		recallOf(name, stretches.filter(belongs).map(foundBy)),
	);
}

export function eventRecallTable(
	stretches: readonly Placed[],
): readonly Recall[] {
	return GROUPS.map(([name, belongs]) => {
		const events = new Map<ScoredWorld, FoundBy>();
		for (const one of stretches) {
			if (!belongs(one)) continue;
			const [now, before] = [foundBy(one), events.get(one.world)];
			events.set(one.world, {
				detector: now.detector || before?.detector === true,
				oracle: now.oracle || before?.oracle === true,
				cusum: now.cusum || before?.cusum === true,
			});
		}
		return recallOf(name, [...events.values()]);
	});
}

const foundBy = ({ detector, oracle, cusum }: Placed): FoundBy => ({
	detector: detector.onset !== undefined,
	oracle: oracle.onset !== undefined,
	cusum: cusum.onset !== undefined,
});

function recallOf(name: string, rows: readonly FoundBy[]): Recall {
	const found = (who: keyof FoundBy) => rows.filter((row) => row[who]).length;
	const byOracle = found("oracle");
	return {
		name,
		scored: rows.length,
		detector: shareOf(found("detector"), rows.length),
		oracle: shareOf(byOracle, rows.length),
		cusum: shareOf(found("cusum"), rows.length),
		ofOracle: byOracle === 0 ? undefined : found("detector") / byOracle,
		sharedWithOracle: shareOf(
			rows.filter(({ detector, oracle }) => detector && oracle).length,
			byOracle,
		),
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
