/** Raised changes against the truth of one series. */
import type { Stretch } from "../../measure/worlds/index.ts";

/** A change as some detector raised it. The interval is there where it gives one. */
export interface RaisedChange {
	readonly direction: "onset" | "ending";
	/** Hour with whose data it was raised. */
	readonly at: number;
	readonly earliest?: number;
	readonly latest?: number;
	readonly likeliest?: number;
	readonly logOdds?: number;
}

/** How one restriction of one series was met. */
export interface Match {
	readonly onset: RaisedChange | undefined;
	readonly ending: RaisedChange | undefined;
	/** Onsets raised while it was on, the first included. */
	readonly onsetCount: number;
	/** Onsets raised at other times. */
	readonly strayCount: number;
}

/** An alarm may come this many sampling intervals after the restriction is over and still be of it. */
const GRACE_SAMPLES = 3;

/** Tolerance, in hours, around a bracket and after an ending. */
export function toleranceOf(cadence: number): number {
	return Math.max(24, GRACE_SAMPLES / cadence);
}

/** Which of the changes raised on a series belong to a stretch of truth. */
export function matchStretch(
	raised: readonly RaisedChange[],
	stretch: Stretch,
	tolerance: number,
): Match {
	const onsets = raised.filter(({ direction }) => direction === "onset");
	const within = onsets.filter(
		({ at }) => at >= stretch.since && at < stretch.until + tolerance,
	);
	return {
		onset: within.find((change) => bracketMeets(change, stretch, tolerance)),
		ending: raised.find(
			({ direction, at }) => direction === "ending" && at >= stretch.until,
		),
		onsetCount: within.length,
		strayCount: onsets.length - within.length,
	};
}

/** Whether the change's interval, where it has one, holds an onset of the stretch. */
function bracketMeets(
	{ earliest, latest }: RaisedChange,
	{ since, until, cycle }: Stretch,
	tolerance: number,
): boolean {
	if (earliest === undefined || latest === undefined) return true;
	const step = cycle ? cycle.on + cycle.off : Number.POSITIVE_INFINITY;
	for (let at = since; at < until; at += step)
		if (earliest - tolerance <= at && at <= latest + tolerance) return true;
	return false;
}
