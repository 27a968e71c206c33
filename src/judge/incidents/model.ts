/**
 * The switching model's states, their durations and where each leads. All
 * numbers are provisional: chosen on synthetic worlds (docs/methods/incidents.md
 * says which), none fitted to real events, of which too few are labelled.
 */

/** What a state is shown as. */
export type Condition = "ok" | "partly" | "blocked";

export interface ModelState {
	readonly name: string;
	readonly shows: Condition;
	/** Part of the sessions stopped by the censor, beyond the background of failures. */
	readonly share: number;
	/** Intra-class correlation of an hour's sessions; undefined: the series' own. */
	readonly correlation?: number;
	readonly meanHours: number;
	/** Where it leads when it ends, by weight. */
	readonly next: Readonly<Record<string, number>>;
}

const DAY = 24;
const YEAR = 365 * DAY;

/** Where a restriction leads that begins from peace. */
const ONSETS = {
	blockedHours: 0.2,
	blockedDays: 0.25,
	blockedMonths: 0.2,
	partlyHours: 0.05,
	mostly: 0.12,
	partly: 0.1,
	slightly: 0.05,
	faintly: 0.03,
};

/**
 * Two or three exponential durations for one condition stand in for the heavy
 * tail of real ones (hours for an exam, days for a protest, months for a ban):
 * a hyper-exponential law is close to a log-normal over the range that
 * matters and keeps the model a Markov chain (Feldmann and Whitt, 1998).
 *
 * `restive`: reachable, soon after a restriction; the next is near. `noise`:
 * failures by weather, for hours, which is no restriction (P10).
 */
export const STATES: readonly ModelState[] = [
	{
		name: "quiet",
		shows: "ok",
		share: 0,
		meanHours: 2 * YEAR,
		next: ONSETS,
	},
	{
		name: "restive",
		shows: "ok",
		share: 0,
		meanHours: 2 * DAY,
		next: {
			quiet: 0.25,
			blockedHours: 0.3,
			partlyHours: 0.25,
			blockedDays: 0.1,
			mostly: 0.05,
			blockedMonths: 0.05,
		},
	},
	{
		name: "noise",
		shows: "ok",
		share: 0.28,
		correlation: 0.1,
		meanHours: 3,
		next: { quiet: 0.92, longNoise: 0.08 },
	},
	{
		name: "longNoise",
		shows: "ok",
		share: 0.28,
		correlation: 0.1,
		meanHours: 10,
		next: { quiet: 1 },
	},
	{
		name: "blockedHours",
		shows: "blocked",
		share: 0.93,
		correlation: 0.12,
		meanHours: 6,
		next: { restive: 0.7, quiet: 0.2, blockedDays: 0.1 },
	},
	{
		name: "blockedDays",
		shows: "blocked",
		share: 0.93,
		correlation: 0.12,
		meanHours: 5 * DAY,
		next: { restive: 0.3, quiet: 0.5, mostly: 0.15, partly: 0.05 },
	},
	{
		name: "blockedMonths",
		shows: "blocked",
		share: 0.93,
		correlation: 0.12,
		meanHours: 120 * DAY,
		next: { restive: 0.2, quiet: 0.5, mostly: 0.2, partly: 0.1 },
	},
	{
		name: "partlyHours",
		shows: "partly",
		share: 0.45,
		correlation: 0.12,
		meanHours: 8,
		next: { restive: 0.7, quiet: 0.2, mostly: 0.05, blockedHours: 0.05 },
	},
	{
		name: "mostly",
		shows: "partly",
		share: 0.55,
		correlation: 0.1,
		meanHours: 30 * DAY,
		next: { blockedMonths: 0.3, partly: 0.1, restive: 0.1, quiet: 0.5 },
	},
	{
		name: "partly",
		shows: "partly",
		share: 0.3,
		correlation: 0.04,
		meanHours: 30 * DAY,
		next: { mostly: 0.3, blockedMonths: 0.1, slightly: 0.1, quiet: 0.5 },
	},
	{
		name: "slightly",
		shows: "partly",
		share: 0.13,
		correlation: 0.03,
		meanHours: 30 * DAY,
		next: { partly: 0.3, faintly: 0.1, quiet: 0.6 },
	},
	{
		name: "faintly",
		shows: "partly",
		share: 0.055,
		correlation: 0.02,
		meanHours: 30 * DAY,
		next: { slightly: 0.3, quiet: 0.7 },
	},
];

/**
 * From quiet into noise, beside its onsets. Some networks have bursts of
 * failing every few weeks, some never: which kind a series is of is unknown,
 * and its history tells. Hours between bursts, and how probable each kind is
 * before any data.
 */
export const NOISE_KINDS: readonly {
	readonly everyHours: number;
	readonly weight: number;
}[] = [
	{ everyHours: 25 * DAY, weight: 0.5 },
	{ everyHours: 2 * YEAR, weight: 0.5 },
];

/** How likely each state is at a series' first hour. */
export const START: Readonly<Record<string, number>> = {
	quiet: 0.9,
	restive: 0.005,
	noise: 0.005,
	blockedHours: 0.002,
	blockedDays: 0.005,
	blockedMonths: 0.05,
	mostly: 0.015,
};

/** While the country's other networks are restricted, an onset is this many times as likely. */
export const COUNTRY_LIFT = 60;

/**
 * Background: the rate at which sessions fail although nothing is restricted.
 * Before any data it is Beta(failed, passed) distributed; `learnBackground`
 * makes a prior from many series.
 */
export interface BackgroundPrior {
	readonly failed: number;
	readonly passed: number;
}
export const BACKGROUND_PRIOR: BackgroundPrior = { failed: 0.4, passed: 12 };

/** Older hours count less for the background, by half after this long, where enough sessions remain. */
export const BACKGROUND_HALF_LIFE_HOURS = 10 * DAY;
export const BACKGROUND_SESSIONS = 200;

/** A background above this is no background: such a series is restricted in part, whatever the cause. */
export const MOST_BACKGROUND = 0.35;

/** Correlation of failures within an hour, in peace, before any data, and how many pairs of sessions that guess is worth. */
export const CORRELATION_PRIOR = 0.02;
export const CORRELATION_PRIOR_PAIRS = 200;

/** Log-odds of "restricted now", on data up to now, that raise an onset. */
export const ONSET_LOG_ODDS = 4.6;
/** Log-odds of "not restricted now" that raise an ending. */
export const ENDING_LOG_ODDS = 3.5;
/** Log-odds of "restricted now", at the end of the data, from which it is a suspicion where it is no onset. */
export const SUSPICION_LOG_ODDS = 1;
