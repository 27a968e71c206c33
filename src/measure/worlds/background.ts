/** Backgrounds: as the detector's model has them, and as it does not. */
import type { Random } from "../lab/index.ts";
import { drawLogUniform } from "./draws.ts";
import type { BackgroundLaw, Noise } from "./types.ts";

export const NOISES: readonly Noise[] = [
	"even",
	"correlated",
	"season",
	"drift",
	"bursts",
];
/** Noise that the detector's model has no law for. */
export const MISSPECIFIED_NOISES: ReadonlySet<Noise> = new Set([
	"season",
	"drift",
	"bursts",
]);

export function drawBackground(random: Random, noise: Noise): BackgroundLaw {
	const rate = drawLogUniform(random, 0.003, 0.12);
	const plain: BackgroundLaw = {
		rate,
		correlation: 0,
		season: 0,
		drift: 1,
		bursts: undefined,
	};
	switch (noise) {
		case "even":
			return plain;
		case "correlated":
			return { ...plain, correlation: random.between(0.01, 0.1) };
		case "season":
			return {
				...plain,
				correlation: random.between(0, 0.03),
				season: random.between(0.4, 0.95),
			};
		case "drift":
			return {
				...plain,
				drift: random.chance(0.7) ? Math.min(3, 0.25 / rate) : 1 / 3,
			};
		case "bursts":
			return {
				...plain,
				bursts: {
					everyHours: 24 * random.between(10, 40),
					meanHours: random.between(1, 8),
					mostHours: 12,
					share: random.between(0.1, 0.45),
					reach: random.between(0.2, 0.9),
				},
			};
	}
}

/** Rate of failing at an hour, bursts apart. */
export function rateAt(
	law: BackgroundLaw,
	hour: number,
	since: number,
	until: number,
): number {
	const part = (hour - since) / Math.max(1, until - since);
	const season = 1 + law.season * Math.sin((2 * Math.PI * (hour % 24)) / 24);
	return Math.min(0.5, law.rate * season * law.drift ** part);
}
