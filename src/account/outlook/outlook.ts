/**
 * An outlook as it may be shown: a probability only as far ahead as its score
 * says that it beats the averages, the average everywhere else, with words for
 * which of the two it is.
 */
import type { DayOccasion } from "./calendar.ts";
import { fromDayNumber } from "./days.ts";
import { groupsOf } from "./onsets.ts";
import {
	countOccasions,
	KIND_NAMES,
	levelReason,
	type OccasionCount,
	occasionReason,
	onsetDaysOf,
	recencyReasons,
} from "./reasons.ts";
import type { LeadScore, OutlookQuestion, OutlookRun } from "./run.ts";
import { type UpcomingOccasion, upcomingOccasions } from "./upcoming.ts";

/** What stands behind a day's number. `none`: no list covers the country, or it is too far ahead. */
export type OutlookBasis = "forecast" | "average" | "none";

export interface OutlookDay {
	readonly on: string;
	readonly basis: OutlookBasis;
	/** That an onset will be documented on this day; null: nothing can be said. */
	readonly probability: number | null;
	/** Nine tenths of what the model holds possible lie between; null where no forecast is shown. */
	readonly low: number | null;
	readonly high: number | null;
	/** The average of the last two years covered. */
	readonly baseRate: number | null;
	readonly occasions: readonly {
		readonly id: string;
		readonly name: string;
		readonly part: DayOccasion["part"];
		/** That the day is this part of it, where the date depends on a sighting. */
		readonly chance: number;
	}[];
	readonly reasons: readonly string[];
}

export interface Outlook extends OutlookQuestion {
	/** Days that the record covers, the second not included; null where no list covers the country. */
	readonly covered: { readonly since: string; readonly until: string } | null;
	readonly onsetDayCount: number;
	/** Restrictions of this kind whose first day is not known to the day: counted nowhere. */
	readonly inexactCount: number;
	readonly occasionCounts: readonly OccasionCount[];
	readonly scores: readonly LeadScore[];
	/** Which share of onset days fell on occasions, in a sentence; undefined where that cannot be told. */
	readonly occasionNote: string | undefined;
	/** What a reader must know, in sentences. */
	readonly notes: readonly string[];
	/** How far ahead forecasts were better than the average, in sentences. */
	readonly scoreNotes: readonly string[];
	readonly days: readonly OutlookDay[];
	/** Occasions of these days. */
	readonly upcoming: readonly UpcomingOccasion[];
}

/** A part of an occasion that is less likely than this is not told of. */
const LEAST_SHOWN = 0.01;

/** Further ahead nothing was ever scored. */
const SCORED_WORDS: Readonly<Record<number, string>> = {
	1: "a day",
	7: "a week",
	30: "a month",
	90: "three months",
	365: "a year",
};

/** The outlook for days `since` to `until`, the second not included. `today`: when it is asked. */
export function outlookOf(
	run: OutlookRun,
	question: OutlookQuestion,
	span: { readonly since: number; readonly until: number },
	today: number,
): Outlook {
	const { covered, history, calendar } = run;
	const onsetDays = onsetDaysOf(run);
	const counts = covered ? countOccasions(calendar, onsetDays, covered) : [];
	const days: OutlookDay[] = [];
	for (let on = span.since; on < span.until; on++)
		days.push(dayOf(run, question, counts, on, today));
	return {
		...question,
		covered: covered
			? {
					since: fromDayNumber(covered.since),
					until: fromDayNumber(covered.until),
				}
			: null,
		onsetDayCount: onsetDays.size,
		inexactCount: history.inexactCount,
		occasionCounts: counts,
		scores: run.scores,
		occasionNote: occasionShare(run, counts),
		notes: notesOf(run, question, span.since),
		scoreNotes: run.scores.map(scoreNote),
		days,
		upcoming: upcomingOccasions(calendar, span, counts, days, today),
	};
}

function dayOf(
	run: OutlookRun,
	{ kind }: OutlookQuestion,
	counts: readonly OccasionCount[],
	on: number,
	today: number,
): OutlookDay {
	const { walk, calendar } = run;
	const knownAt = Math.min(on - 1, today);
	const occasions = calendar.expectedOn(on, knownAt);
	const leadDays = walk ? on - walk.origin : 0;
	const score = run.scores.find((one) => one.leadDays >= leadDays);
	const shared = {
		on: fromDayNumber(on),
		occasions: occasions
			.filter(({ weight }) => weight >= LEAST_SHOWN)
			.map(({ occasion, part, weight }) => ({
				id: occasion.id,
				name: occasion.name,
				part,
				chance: weight,
			})),
	};
	const why = likeliestParts(occasions).map((one) =>
		occasionReason(one, counts, kind),
	);
	if (!walk || leadDays < 1 || !score)
		return {
			...shared,
			basis: "none",
			probability: null,
			low: null,
			high: null,
			baseRate: null,
			reasons: why,
		};
	const forecast = walk.forecast(on, Math.max(knownAt, walk.origin));
	const baseRate = forecast.baselines["average of the last two years"];
	const isForecast = score.score.finding === "better";
	return {
		...shared,
		basis: isForecast ? "forecast" : "average",
		probability: isForecast ? forecast.probability : baseRate,
		low: null,
		high: null,
		...(isForecast ? forecast.range() : {}),
		baseRate,
		reasons: [
			...why,
			...(leadDays === 1 ? recencyReasons(run, walk.origin) : []),
			levelReason(run),
		],
	};
}

/** One entry an occasion: the part that the day most likely is. */
function likeliestParts(
	occasions: readonly DayOccasion[],
): readonly DayOccasion[] {
	const best = new Map<string, DayOccasion>();
	for (const one of occasions)
		if (
			one.weight >=
			Math.max(LEAST_SHOWN, best.get(one.occasion.id)?.weight ?? 0)
		)
			best.set(one.occasion.id, one);
	return [...best.values()];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function notesOf(
	run: OutlookRun,
	{ kind, cc }: OutlookQuestion,
	first: number,
): readonly string[] {
	const { covered, history } = run;
	const name = KIND_NAMES[kind];
	if (!covered)
		return [
			`${history.onsets.length} onsets of ${name} are on the record of ${cc}, and no list that claims to hold them all. No average can be made from examples, so no probability is given.`,
		];
	const onsetDays = onsetDaysOf(run);
	const until = fromDayNumber(covered.until - 1);
	return [
		`The record covers ${fromDayNumber(covered.since)} to ${until}. On ${onsetDays.size} of these ${covered.until - covered.since} days the onset of ${name} is documented. No row means that none is documented, not that nothing was cut.`,
		...(first >= covered.until
			? [
					`Nothing after ${until} is known to this outlook, so ${fromDayNumber(first)} is forecast as ${first - covered.until + 1 === 1 ? "1 day" : `${first - covered.until + 1} days`} ahead.`,
				]
			: []),
		...(history.inexactCount > 0
			? [
					`${history.inexactCount} more on the record are not dated to the day and count nowhere.`,
				]
			: []),
		...groupsOf(kind).flatMap((group, index) => {
			const weights = run.walk?.crowds[index]?.weights();
			return weights
				? [
						`Of the say on ${KIND_NAMES[group]}, forecasters that look at the calendar have earned ${Math.round(weights.occasions * 100)}%, those that look at the last onsets ${Math.round(weights.recency * 100)}%. Half each is what they began with.`,
					]
				: [];
		}),
		"The record was written afterwards. Scores take each onset as known the day after; somebody who forecast at that time often knew less.",
	];
}

function scoreNote({ leadDays, score }: LeadScore): string {
	const { brierSkill: skill, bestBaseline } = score;
	const ahead = `Up to ${SCORED_WORDS[leadDays]} ahead`;
	if (!skill)
		return `${ahead}: only ${score.onsetDayCount} onset days to score on, too few to claim anything. The average is shown.`;
	const measured = `Brier skill ${percent(skill.value)}, 95% interval ${percent(skill.low)} to ${percent(skill.high)}, over the best of four simple forecasts (${bestBaseline}), on ${score.dayCount} days with ${score.onsetDayCount} onset days`;
	return score.finding === "better"
		? `${ahead}: better than the average. ${measured}.`
		: `${ahead}: no better than the average, which is shown instead. ${measured}.`;
}

/** Which share of onset days fell on occasions, and which share of all days are such days. */
function occasionShare(
	run: OutlookRun,
	counts: readonly OccasionCount[],
): string | undefined {
	const { covered, calendar } = run;
	const onsetDays = onsetDaysOf(run);
	if (!covered || counts.length === 0 || onsetDays.size === 0) return undefined;
	const isOccasion = (day: number): boolean =>
		calendar.actualOn(day).length > 0;
	const on = [...onsetDays].filter(isOccasion).length;
	let dayCount = 0;
	for (let day = covered.since; day < covered.until; day++)
		if (isOccasion(day)) dayCount++;
	return `${on} of ${onsetDays.size} documented onset days fell on days of the calendar's occasions, which make up ${percent(dayCount / (covered.until - covered.since))} of all days.`;
}
