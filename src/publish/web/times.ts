/** Dates and times in running text. All are UTC, and say so where an hour is given. */

import {
	currentLocale,
	currentSpeech,
	perLocale,
	say,
} from "./language/speech.ts";

const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec",
];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Newest data older than this are called old. */
const STALE_MS = 2 * DAY_MS;

/** `2026-01-03` as `3 Jan 2026`. */
export function formatDay(day: string): string {
	if (isTranslated()) return datesOf(currentLocale()).day.format(startOf(day));
	return `${formatDayOfYear(day)} ${day.slice(0, 4)}`;
}

/** `2026-01-03` as `3 Jan`. */
export function formatDayOfYear(day: string): string {
	if (isTranslated())
		return datesOf(currentLocale()).dayOfYear.format(startOf(day));
	return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? "?"}`;
}

/** A sentence of its own: `Last measured 3 Jan 2026, 04:00 UTC.` Empty: nothing was. */
export function measuredSentence(lastMeasuredAt: string): string {
	return lastMeasuredAt === ""
		? say("chart.none_measured")
		: say("chart.last_measured", { moment: formatMoment(lastMeasuredAt) });
}

/** Two days as `3 Jan – 5 Feb 2026`, the year once where both share it. */
export function formatDays(first: string, last: string): string {
	if (first === last) return formatDay(first);
	return `${withoutSharedYear(first, last)} – ${formatDay(last)}`;
}

function withoutSharedYear(first: string, last: string): string {
	return first.slice(0, 4) === last.slice(0, 4) && !isTranslated()
		? formatDayOfYear(first)
		: formatDay(first);
}

/** Two days in a sentence: `between 3 Jan and 5 Feb 2026`, `on 3 Jan 2026`. */
export function betweenDays(first: string, last: string): string {
	if (first === last) return say("time.on", { day: formatDay(first) });
	return say("time.between", {
		first: withoutSharedYear(first, last),
		last: formatDay(last),
	});
}

/** `3 Jan 2026, 14:05 UTC`. */
export function formatMoment(instant: string): string {
	return say("time.moment", {
		day: formatDay(instant.slice(0, 10)),
		time: isTranslated()
			? datesOf(currentLocale()).time.format(new Date(instant))
			: instant.slice(11, 16),
	});
}

/** `2 h ago`, `5 days ago`, `8 months ago`. */
export function formatAgo(instant: string, now: Date): string {
	const ageMs = now.getTime() - Date.parse(instant);
	if (ageMs < MINUTE_MS) return say("time.just_now");
	if (isTranslated()) return translatedAgo(ageMs);
	if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
	if (ageMs < 2 * DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h ago`;
	const days = Math.floor(ageMs / DAY_MS);
	if (days < 60) return `${days} days ago`;
	const months = Math.floor(days / 30.44);
	return months < 24
		? `${months} months ago`
		: `${Math.floor(days / 365.25)} years ago`;
}

/** Whether the newest data are too old to speak of now. */
export function isStale(lastMeasuredAt: string, now: Date): boolean {
	return now.getTime() - Date.parse(lastMeasuredAt) > STALE_MS;
}

/** English dates are our own, so that they are the same on every runtime. */
function isTranslated(): boolean {
	return currentSpeech().language !== "en";
}

const DAY_PARTS = { day: "numeric", month: "short", timeZone: "UTC" } as const;

const datesOf = perLocale((locale) => ({
	day: new Intl.DateTimeFormat(locale, { ...DAY_PARTS, year: "numeric" }),
	dayOfYear: new Intl.DateTimeFormat(locale, DAY_PARTS),
	time: new Intl.DateTimeFormat(locale, {
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: "UTC",
	}),
	ago: new Intl.RelativeTimeFormat(locale),
}));

function startOf(day: string): Date {
	return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

/** The same steps as in English. */
function translatedAgo(ageMs: number): string {
	const { ago } = datesOf(currentLocale());
	const days = Math.floor(ageMs / DAY_MS);
	const months = Math.floor(days / 30.44);
	if (ageMs < HOUR_MS)
		return ago.format(-Math.floor(ageMs / MINUTE_MS), "minute");
	if (ageMs < 2 * DAY_MS)
		return ago.format(-Math.floor(ageMs / HOUR_MS), "hour");
	if (days < 60) return ago.format(-days, "day");
	return months < 24
		? ago.format(-months, "month")
		: ago.format(-Math.floor(days / 365.25), "year");
}
