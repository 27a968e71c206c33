/**
 * Synthetic signals with known outages, twelve weeks by the hour. Half of each
 * world stays quiet. The worlds differ in what a detector may not know of:
 * more noise, gaps, days off, bursts with a drift; a steady one has nearly no
 * noise, and its outages are shallow, as routing's are.
 */
import type { ValuePoint } from "../../judge/incidents/index.ts";
import { createRandom, type Random } from "../../measure/lab/index.ts";

export const SIGNAL_WORLDS = [
	"seasonal",
	"noisy",
	"gapped",
	"days off",
	"misspecified",
	"steady",
] as const;
export type SignalWorld = (typeof SIGNAL_WORLDS)[number];

/** A stretch of hours, half-open. */
export interface Stretch {
	readonly since: number;
	readonly until: number;
}

export interface SignalCase {
	readonly points: readonly ValuePoint[];
	/** Undefined: quiet. */
	readonly truth: Stretch | undefined;
}

export const CASE_HOURS = 12 * 168;
const DAY = 24;
/** Noise of an hour, and what an outage leaves. */
const NOISE: Readonly<Record<SignalWorld, number>> = {
	seasonal: 0.03,
	noisy: 0.12,
	gapped: 0.03,
	"days off": 0.03,
	misspecified: 0.03,
	steady: 0.001,
};
const LEFT = [0, 0.1, 0.4, 0.65];
const LEFT_OF_STEADY = [0, 0.4, 0.75, 0.86];

/** An outage in the second half, of 6 to 240 hours, or none. The same seed gives the same case. */
export function makeSignalCase(
	seed: string,
	world: SignalWorld,
	isQuiet: boolean,
): SignalCase {
	const random = createRandom(`${world} ${seed}`);
	const since = Math.floor(CASE_HOURS * (0.5 + 0.35 * random.next()));
	const truth = { since, until: since + Math.ceil(6 * 40 ** random.next()) };
	const left = (world === "steady" ? LEFT_OF_STEADY : LEFT)[
		random.int(4)
	] as number;
	const shape = shapeOf(world, random);
	const points: ValuePoint[] = [];
	let wander = 0;
	for (let at = 0; at < CASE_HOURS; at++) {
		wander = 0.7 * wander + NOISE[world] * random.normal();
		const isOut = !isQuiet && at >= truth.since && at < truth.until;
		const value = 1000 * shape(at) * Math.exp(wander) * (isOut ? left : 1);
		if (world === "gapped" && (random.next() < 0.1 || at % 500 < 20)) continue;
		points.push({ at, value });
	}
	return { points, truth: isQuiet ? undefined : truth };
}

/** What the value would be without noise and outage, as part of its level. */
function shapeOf(world: SignalWorld, random: Random): (at: number) => number {
	if (world === "steady") {
		// Routing changes by small steps that stay.
		const steps = Array.from({ length: 6 }, () => ({
			at: random.int(CASE_HOURS),
			part: 0.985 + 0.03 * random.next(),
		}));
		return (at) =>
			steps.reduce((all, step) => all * (at >= step.at ? step.part : 1), 1);
	}
	const daysOff = new Set<number>();
	if (world === "days off") {
		const first = random.int(CASE_HOURS / DAY);
		for (let day = 0; day < 3; day++) daysOff.add(first + day);
		for (let i = 0; i < 3; i++) daysOff.add(random.int(CASE_HOURS / DAY));
	}
	return (at) => {
		const day = Math.floor(at / DAY);
		let part =
			(1 + 0.5 * Math.sin((2 * Math.PI * at) / DAY)) *
			(day % 7 > 4 ? 0.9 : 1) *
			(daysOff.has(day) ? 0.85 : 1);
		if (world === "misspecified") {
			part *= 1 + (0.2 * at) / CASE_HOURS;
			if (random.next() < 0.01) part *= 0.3 + 3 * random.next();
		}
		return part;
	};
}
