/** Dates and times in running text. All are UTC, and say so where an hour is given. */

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
	return `${formatDayOfYear(day)} ${day.slice(0, 4)}`;
}

/** `2026-01-03` as `3 Jan`. */
export function formatDayOfYear(day: string): string {
	return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? "?"}`;
}

/** Two days as `3 Jan – 5 Feb 2026`, the year once where both share it. */
export function formatDays(first: string, last: string): string {
	if (first === last) return formatDay(first);
	const sameYear = first.slice(0, 4) === last.slice(0, 4);
	return `${sameYear ? formatDayOfYear(first) : formatDay(first)} – ${formatDay(last)}`;
}

/** Two days in a sentence: `between 3 Jan and 5 Feb 2026`, `on 3 Jan 2026`. */
export function betweenDays(first: string, last: string): string {
	return first === last
		? `on ${formatDay(first)}`
		: `between ${formatDays(first, last).replace(" – ", " and ")}`;
}

/** `3 Jan 2026, 14:05 UTC`. */
export function formatMoment(instant: string): string {
	return `${formatDay(instant)}, ${instant.slice(11, 16)} UTC`;
}

/** `2 h ago`, `5 days ago`, `8 months ago`. */
export function formatAgo(instant: string, now: Date): string {
	const ageMs = now.getTime() - Date.parse(instant);
	if (ageMs < MINUTE_MS) return "just now";
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
