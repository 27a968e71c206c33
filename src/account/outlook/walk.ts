/**
 * Walks through the days of a record once, from first to last: when a day is
 * over it is learnt, and then later days are forecast. Nothing that came after
 * `origin` is ever handed to a forecaster, which is all that a rolling-origin
 * evaluation asks.
 */
import {
	type Baseline,
	type BaselineForecaster,
	createBaselines,
} from "./baselines.ts";
import type { Calendar } from "./calendar.ts";
import { type Crowd, type CrowdForecast, createCrowd } from "./crowd.ts";
import type { Onset } from "./onsets.ts";
import { recencyAfter } from "./recency.ts";

export interface DayForecast extends CrowdForecast {
	readonly on: number;
	readonly baselines: Readonly<Record<Baseline, number>>;
}

export interface Walk {
	/** The last day learnt. */
	readonly origin: number;
	readonly crowd: Crowd;
	/** Learns the next day. */
	step(): void;
	/** A forecast for a day after the origin. */
	forecast(on: number): DayForecast;
}

/** A walk whose first step learns day `since`. */
export function startWalk(
	onsets: readonly Onset[],
	calendar: Calendar,
	since: number,
): Walk {
	const days = new Set(onsets.map(({ on }) => on));
	const crowd = createCrowd();
	const baselines: BaselineForecaster = createBaselines(since);
	let origin = since - 1;
	return {
		get origin() {
			return origin;
		},
		crowd,
		step: () => {
			const day = origin + 1;
			const hasOnset = days.has(day);
			crowd.learn({
				expected: calendar.expectedOn(day, origin),
				actual: calendar.actualOn(day),
				recency: recencyAfter(onsets, origin),
				hasOnset,
			});
			baselines.learn(hasOnset);
			origin = day;
		},
		forecast: (on) => {
			const leadDays = on - origin;
			return {
				on,
				...crowd.forecast({
					occasions: calendar.expectedOn(on, origin),
					recency: leadDays === 1 ? recencyAfter(onsets, origin) : [],
					leadDays,
				}),
				baselines: baselines.forecast(leadDays),
			};
		},
	};
}
