/** Events: what was restricted, where, from when to when. */
import type { Random } from "../lab/index.ts";
import { drawLogNormal, drawLogUniform, drawPareto } from "./draws.ts";
import type { Hazard, Stretch, WorldEvent } from "./types.ts";

export const HAZARDS: readonly Hazard[] = [
	"plain",
	"staged",
	"flapping",
	"windows",
	"single_good",
	"open_start",
	"heavy_tail",
];

const DAY = 24;

/** One event of the given hazard within [since, until), meeting part or all of the networks. */
export function drawEvent(
	random: Random,
	hazard: Hazard,
	networks: readonly number[],
	since: number,
	until: number,
): WorldEvent {
	const length = until - since;
	const begins =
		hazard === "open_start"
			? since - 1000
			: since + Math.floor(length * random.between(0.35, 0.6));
	const hours = drawHours(random, hazard, length);
	const ends =
		hazard === "open_start"
			? since + Math.floor(length * random.between(0.3, 0.6))
			: begins + hours;
	const reached =
		hazard === "full" || random.chance(0.6)
			? networks
			: networks.filter((_, i) => i === 0 || random.chance(0.5));
	const share =
		hazard === "full"
			? 1
			: random.chance(0.5)
				? random.between(0.85, 1)
				: drawLogUniform(random, 0.05, 0.85);
	const cycle = drawCycle(random, hazard);
	const stretches = reached.map((asn): Stretch => {
		const late =
			hazard === "staged"
				? Math.floor(random.between(0, Math.min(6 * DAY, hours / 2)))
				: 0;
		return {
			asn,
			since: begins + late,
			until: ends,
			share: Math.min(
				1,
				Math.max(
					0.05,
					hazard === "full" ? 1 : share * random.between(0.9, 1.1),
				),
			),
			cycle,
		};
	});
	return { hazard, stretches };
}

function drawHours(random: Random, hazard: Hazard, length: number): number {
	const longest = length * 0.6;
	switch (hazard) {
		case "full":
			return 60 * DAY;
		case "heavy_tail":
			return Math.ceil(Math.min(longest, drawPareto(random, 4, 0.6)));
		case "flapping":
		case "windows":
			return DAY * Math.round(random.between(6, 24));
		default:
			return Math.ceil(
				Math.min(longest, Math.max(3, drawLogNormal(random, 6 * DAY, 1.6))),
			);
	}
}

function drawCycle(random: Random, hazard: Hazard): Stretch["cycle"] {
	if (hazard === "windows") {
		const on = Math.round(random.between(3, 7));
		return { on, off: DAY - on };
	}
	if (hazard === "flapping")
		return {
			on: Math.round(random.between(8, 60)),
			off: Math.round(random.between(4, 30)),
		};
	return undefined;
}

/** Whether a stretch is on at an hour. */
export function isOn(stretch: Stretch, hour: number): boolean {
	if (hour < stretch.since || hour >= stretch.until) return false;
	const { cycle } = stretch;
	return (
		cycle === undefined ||
		(hour - stretch.since) % (cycle.on + cycle.off) < cycle.on
	);
}
