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
import type { Calendar, DayOccasion } from "./calendar.ts";
import { type Crowd, createCrowd } from "./crowd.ts";
import type { DayKnowledge } from "./expert.ts";
import type { Onset } from "./onsets.ts";
import { recencyAfter } from "./recency.ts";

export interface DayForecast {
	readonly on: number;
	readonly probability: number;
	/** Nine tenths of what the experts hold possible lie within. */
	range(): { readonly low: number; readonly high: number };
	readonly baselines: Readonly<Record<Baseline, number>>;
}

/** What is walked through. */
export interface WalkInput {
	/**
	 * Onsets by groups of kinds that have causes of their own: cuts of a network
	 * follow the calendar, blocks of a service do not. Each has its own crowd.
	 */
	readonly groups: readonly (readonly Onset[])[];
	/** Restrictions of any kind in the country: one kind follows on another. */
	readonly recent: readonly Onset[];
	readonly calendar: Calendar;
	/** The first day to be learnt. */
	readonly since: number;
}

export interface Walk {
	/** The last day learnt. */
	readonly origin: number;
	/** One for each group of onsets. */
	readonly crowds: readonly Crowd[];
	/** Learns the next day. */
	step(): void;
	/**
	 * A forecast for a day after the origin. `knownAt`: the day by whose end the
	 * calendar is known, where that is later than the origin because the record
	 * ends before today.
	 */
	forecast(on: number, knownAt?: number): DayForecast;
}

export function startWalk({
	groups,
	recent,
	calendar,
	since,
}: WalkInput): Walk {
	const members = groups.map((onsets) =>
		startMember(new Set(onsets.map(({ on }) => on)), recent, calendar, since),
	);
	const baselines: BaselineForecaster = createBaselines(since);
	let origin = since - 1;
	return {
		get origin() {
			return origin;
		},
		crowds: members.map(({ crowd }) => crowd),
		step: () => {
			const onsets = members.map((member) => member.step());
			baselines.learn(onsets.includes(true));
			origin++;
		},
		forecast: (on, knownAt = origin) => {
			/** The chance of at least one, given each one's. */
			const either = (chances: readonly number[]): number =>
				1 - chances.reduce((none, chance) => none * (1 - chance), 1);
			return {
				on,
				probability: either(
					members.map((member) => member.forecast(on, knownAt)),
				),
				range: () => {
					const [low, high] = [0.05, 0.95].map((share) =>
						either(
							members.map((member) => member.quantile(on, knownAt, share)),
						),
					);
					return { low: low ?? 0, high: high ?? 1 };
				},
				baselines: baselines.forecast(on - origin),
			};
		},
	};
}

interface Member {
	readonly crowd: Crowd;
	/** Learns the next day and tells whether it saw an onset. */
	step(): boolean;
	forecast(on: number, knownAt: number): number;
	quantile(on: number, knownAt: number, share: number): number;
}

/** One group's walk. */
function startMember(
	onsetDays: ReadonlySet<number>,
	recent: readonly Onset[],
	calendar: Calendar,
	since: number,
): Member {
	const crowd = createCrowd();
	let origin = since - 1;
	const made = new Map<string, number>();
	const knowledgeOf = (on: number, knownAt: number): DayKnowledge => ({
		occasions: withBegun(calendar.expectedOn(on, knownAt), on, knownAt),
		recency: on === origin + 1 ? recencyAfter(recent, origin) : [],
		leadDays: on - origin,
	});
	const forecast = (on: number, knownAt: number): number => {
		const key = `${on} ${knownAt}`;
		const known = made.get(key);
		if (known !== undefined) return known;
		const value = crowd.forecast(knowledgeOf(on, knownAt));
		made.set(key, value);
		return value;
	};
	/** Days up to the origin are known; of later ones there is a forecast. */
	const withBegun = (
		occasions: readonly DayOccasion[],
		day: number,
		knownAt: number,
	): readonly DayOccasion[] =>
		occasions.map((one) => {
			let none = 1;
			const first = day - one.offset + one.occasion.firstDay;
			for (let before = first; before < day; before++)
				none *=
					before > origin
						? 1 - forecast(before, knownAt)
						: onsetDays.has(before)
							? 0
							: 1;
			return { ...one, begun: 1 - none };
		});
	return {
		crowd,
		forecast,
		quantile: (on, knownAt, share) =>
			crowd.quantile(knowledgeOf(on, knownAt), share),
		step: () => {
			const day = origin + 1;
			const hasOnset = onsetDays.has(day);
			crowd.learn({
				expected: withBegun(calendar.expectedOn(day, origin), day, origin),
				actual: withBegun(calendar.actualOn(day), day, origin),
				recency: recencyAfter(recent, origin),
				hasOnset,
			});
			made.clear();
			origin = day;
			return hasOnset;
		},
	};
}
