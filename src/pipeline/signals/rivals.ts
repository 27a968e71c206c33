/** The detectors that are compared on signals: ours, and two baselines from as published to ever stricter. */
import {
	detectByChocolatine,
	detectByMedian,
	detectValues,
	type ValuePoint,
} from "../../judge/incidents/index.ts";
import type { Stretch } from "./signal-worlds.ts";

export interface Alarm extends Stretch {
	/** Hours the start may lie between. */
	readonly earliest: number;
	readonly latest: number;
	/** Hour of the reading at which it could be told. */
	readonly toldAt: number;
}

export type Detect = (points: readonly ValuePoint[]) => readonly Alarm[];

export interface Rival {
	readonly name: string;
	/** As published first. */
	readonly steps: readonly Detect[];
}

export const OURS: Detect = (points) =>
	alarmsOf(points, detectValues(points).changepoints);

export const RIVALS: readonly Rival[] = [
	{
		name: "7-day median",
		steps: [0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.1, 0.02].map(
			(part) => (points) => alarmsOf(points, detectByMedian(points, part)),
		),
	},
	{
		name: "seasonal autoregression",
		steps: [4, 5, 6, 7, 8, 10, 13, 17, 22, 30, 50, 100, 200].map(
			(enter) => (points) =>
				alarmsOf(points, detectByChocolatine(points, enter)),
		),
	},
];

interface Change {
	readonly direction: string;
	readonly at: number;
	readonly earliest?: number;
	readonly latest?: number;
	readonly detectableAt?: number;
}

function alarmsOf(
	points: readonly ValuePoint[],
	changes: readonly Change[],
): readonly Alarm[] {
	const end = (points.at(-1)?.at ?? 0) + 1;
	return changes.flatMap((change, i) => {
		const { direction, at } = change;
		return direction === "onset"
			? [
					{
						since: at,
						until: changes[i + 1]?.at ?? end,
						earliest: change.earliest ?? at,
						latest: change.latest ?? at,
						toldAt: change.detectableAt ?? at,
					},
				]
			: [];
	});
}
