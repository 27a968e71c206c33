/** One country's record walked from end to end: scores on the way, and a forecaster where the record stops. */
import type { RestrictionEntry } from "../record/index.ts";
import { type Area, isInArea } from "./areas.ts";
import { type Calendar, makeCalendar } from "./calendar.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { toDayNumber } from "./days.ts";
import type { Occasion, StatedDate } from "./occasions.ts";
import {
	groupsOf,
	type OnsetHistory,
	type OutlookKind,
	onsetsOf,
} from "./onsets.ts";
import { type OutlookScore, type ScoredDay, scoreForecasts } from "./score.ts";
import { startWalk, type Walk } from "./walk.ts";

/** Everything an outlook is made from. */
export interface OutlookSource {
	readonly entries: readonly RestrictionEntry[];
	readonly occasions: readonly Occasion[];
	readonly dates: readonly StatedDate[];
	readonly coverages: readonly Coverage[];
	readonly areas: readonly Area[];
}

/** Of what an outlook is asked. */
export interface OutlookQuestion {
	readonly cc: string;
	readonly kind: OutlookKind;
	/** ISO 3166-2; undefined: the whole country. */
	readonly area?: string | undefined;
}

export interface LeadScore {
	/** Days from the last known day to the day that is forecast. */
	readonly leadDays: number;
	readonly score: OutlookScore;
}

export interface OutlookRun {
	readonly history: OnsetHistory;
	/** Onsets of any kind in the same place: what recency is counted from. */
	readonly recent: OnsetHistory["onsets"];
	readonly calendar: Calendar;
	/** First day covered, and first day no longer covered; undefined where no list covers the country. */
	readonly covered: Pick<Coverage, "since" | "until"> | undefined;
	/** First day that is scored. */
	readonly scoredSince: number | undefined;
	readonly scores: readonly LeadScore[];
	/** At the end of what is covered. */
	readonly walk: Walk | undefined;
}

/** From tomorrow to a year ahead. */
export const SCORED_LEADS = [1, 7, 30, 90, 365] as const;
/** The first scored year: lists are dense from then on. Years before only teach. */
const SCORED_SINCE = toDayNumber("2016-01-01");
/** A list that begins later teaches for two years first. */
const TEACHING_DAYS = 730;
/** The calendar reaches further than any forecast. */
const CALENDAR_AHEAD_DAYS = 3 * 366;

/** Walks through a country's record. `today`: the number of the day on which it is asked. */
export function runOutlook(
	source: OutlookSource,
	question: OutlookQuestion,
	today: number,
): OutlookRun {
	const { entries } = source;
	const { cc, kind } = question;
	const area = source.areas.find(({ area }) => area === question.area);
	const isIn = (entry: RestrictionEntry): boolean =>
		area === undefined || isInArea(entry, area, source.areas);
	const covered = coverageOf(source.coverages, entries, cc);
	const calendar = makeCalendar(
		source.occasions.filter((one) => one.cc === cc),
		source.dates,
		covered?.since ?? today - 366,
		today + CALENDAR_AHEAD_DAYS,
	);
	const history = onsetsOf(entries, cc, kind, isIn);
	const recent = onsetsOf(entries, cc, "any", isIn).onsets;
	if (!covered)
		return {
			history,
			recent,
			calendar,
			covered,
			scoredSince: undefined,
			scores: [],
			walk: undefined,
		};
	const walk = startWalk({
		groups: groupsOf(kind).map(
			(group) => onsetsOf(entries, cc, group, isIn).onsets,
		),
		recent,
		calendar,
		since: covered.since,
	});
	const scoredSince = Math.max(SCORED_SINCE, covered.since + TEACHING_DAYS);
	return {
		history,
		recent,
		calendar,
		covered,
		scoredSince,
		scores: scoreWhileWalking(walk, history, scoredSince, covered.until),
		walk,
	};
}

/** Walks to the end of what is covered, forecasting as it goes. */
function scoreWhileWalking(
	walk: Walk,
	{ onsets }: OnsetHistory,
	since: number,
	until: number,
): readonly LeadScore[] {
	const onsetDays = new Set(onsets.map(({ on }) => on));
	const scored = SCORED_LEADS.map((leadDays) => ({
		leadDays,
		days: [] as ScoredDay[],
	}));
	for (;;) {
		for (const { leadDays, days } of scored) {
			const on = walk.origin + leadDays;
			if (on >= since && on < until)
				days.push({ ...walk.forecast(on), hasOnset: onsetDays.has(on) });
		}
		if (walk.origin >= until - 1) break;
		walk.step();
	}
	return scored.flatMap(({ leadDays, days }) => {
		const score = scoreForecasts(days);
		return score ? { leadDays, score } : [];
	});
}
