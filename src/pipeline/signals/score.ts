/**
 * Three detectors on the same synthetic signals with known truth: ours, IODA's
 * median of seven days at 0.8, and a seasonal autoregression. Half of the
 * signals stay quiet, for false alarms. Worlds: seasonal, noisy, gapped, and
 * misspecified (multiplicative bursts, a weekly holiday that moves, a drift).
 */
import {
	detectByChocolatine,
	detectByMedian,
	detectValues,
	type ValuePoint,
} from "../../judge/incidents/index.ts";
import {
	type Estimate,
	quantile,
	rateOf,
	shareOf,
} from "../evaluate/intervals.ts";

export const SIGNAL_WORLDS = [
	"seasonal",
	"noisy",
	"gapped",
	"misspecified",
] as const;
export type SignalWorld = (typeof SIGNAL_WORLDS)[number];

export interface SignalScore {
	readonly detector: string;
	readonly world: SignalWorld;
	readonly outages: number;
	readonly recall: Estimate | undefined;
	readonly alarms: number;
	readonly precision: Estimate | undefined;
	/** Alarms by week of quiet signals. */
	readonly falseAlarms: Estimate | undefined;
	/** Hours between the told and the true start, for found outages: median and 90%. */
	readonly startErrorHours: readonly [number | undefined, number | undefined];
}

interface Alarm {
	readonly since: number;
	readonly until: number;
}

const HOURS = 12 * 168;
type Detect = (points: readonly ValuePoint[]) => readonly Alarm[];
interface Detector {
	readonly name: string;
	/** As published first; then ever stricter. */
	readonly steps: readonly Detect[];
}

const OURS: Detect = (points) => alarmsOf(detectValues(points).changepoints);
const BASELINES: readonly Detector[] = [
	{
		name: "7-day median",
		steps: [0.8, 0.6, 0.45, 0.35, 0.3, 0.25, 0.2, 0.15, 0.05].map(
			(part) => (points) => alarmsOf(detectByMedian(points, part)),
		),
	},
	{
		name: "seasonal autoregression",
		steps: [4, 6, 8, 10, 13, 17, 22, 30, 50].map(
			(enter) => (points) => alarmsOf(detectByChocolatine(points, enter)),
		),
	},
];

/**
 * Scores every detector on `count` signals of each world: ours, each baseline
 * as published, and at the first stricter step with no more false alarms than
 * ours. The same seed gives the same result.
 */
export function scoreSignals(
	seed: number,
	count: number,
	worlds: readonly SignalWorld[] = SIGNAL_WORLDS,
): readonly SignalScore[] {
	return worlds.flatMap((world) => {
		const cases = Array.from({ length: count }, (_, i) =>
			makeCase(seed * 100_003 + i, world, i % 2 === 0),
		);
		const ours = scoreOne("rasai", world, cases, OURS);
		const most = ours.falseAlarms?.value ?? 0;
		return [
			ours,
			...BASELINES.flatMap(({ name, steps }) => {
				const scores = steps.map((step) => scoreOne(name, world, cases, step));
				const equal = scores.find(
					(one) => (one.falseAlarms?.value ?? 0) <= most,
				);
				return [
					...scores.slice(0, 1),
					...(equal
						? [{ ...equal, detector: `${name}, as few false alarms` }]
						: []),
				];
			}),
		];
	});
}

function scoreOne(
	detector: string,
	world: SignalWorld,
	cases: readonly Case[],
	detect: Detect,
): SignalScore {
	let [outages, found, alarms, right, quietAlarms, quietWeeks] = [
		0, 0, 0, 0, 0, 0,
	];
	const errors: number[] = [];
	for (const { points, truth } of cases) {
		const told = detect(points);
		if (!truth) {
			quietAlarms += told.length;
			quietWeeks += HOURS / 168;
			continue;
		}
		outages++;
		const meeting = told.filter(
			({ since, until }) => since < truth.until && until > truth.since,
		);
		alarms += told.length;
		right += meeting.length;
		if (meeting[0]) {
			found++;
			errors.push(Math.abs(meeting[0].since - truth.since));
		}
	}
	return {
		detector,
		world,
		outages,
		recall: shareOf(found, outages),
		alarms,
		precision: shareOf(right, alarms),
		falseAlarms: rateOf(quietAlarms, quietWeeks),
		startErrorHours: [quantile(errors, 0.5), quantile(errors, 0.9)],
	};
}

function alarmsOf(
	changes: readonly { readonly direction: string; readonly at: number }[],
): readonly Alarm[] {
	return changes.flatMap(({ direction, at }, i) =>
		direction === "onset"
			? [{ since: at, until: changes[i + 1]?.at ?? HOURS }]
			: [],
	);
}

interface Case {
	readonly points: readonly ValuePoint[];
	readonly truth: Alarm | undefined;
}

/** Twelve weeks by the hour, with an outage in the second half or none. */
function makeCase(seed: number, world: SignalWorld, isQuiet: boolean): Case {
	const random = createRandom(seed);
	const since = Math.floor(HOURS * (0.5 + 0.35 * random()));
	const truth = { since, until: since + Math.ceil(6 * 40 ** random()) };
	const left = [0, 0.1, 0.4, 0.65][Math.floor(random() * 4)] as number;
	const scale = world === "noisy" ? 0.12 : 0.03;
	const holiday =
		world === "misspecified" ? Math.floor((random() * HOURS) / 24) : -1;
	const points: ValuePoint[] = [];
	let wander = 0;
	for (let at = 0; at < HOURS; at++) {
		wander = 0.7 * wander + scale * normal(random);
		const isOut = !isQuiet && at >= truth.since && at < truth.until;
		const day = 1 + 0.5 * Math.sin((2 * Math.PI * at) / 24);
		const weekend = Math.floor(at / 24) % 7 > 4 ? 0.9 : 1;
		let value = 1000 * day * weekend * Math.exp(wander) * (isOut ? left : 1);
		if (world === "misspecified") {
			value *= 1 + (0.2 * at) / HOURS;
			if (Math.floor(at / 24) === holiday) value *= 0.85;
			if (random() < 0.01) value *= 0.3 + 3 * random();
		}
		if (world === "gapped" && (random() < 0.1 || at % 500 < 20)) continue;
		points.push({ at, value });
	}
	return { points, truth: isQuiet ? undefined : truth };
}

function normal(random: () => number): number {
	return (
		Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
	);
}

/** A seeded generator (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}
