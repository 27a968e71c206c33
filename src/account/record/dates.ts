/** Dates of the record: ISO 8601 from a year to a minute. */

const DATE =
	/^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** Whether the text is such a date, and one that the calendar has. */
export function isRecordDate(text: string): boolean {
	const match = DATE.exec(text);
	if (match === null) return false;
	const [, year, month = "01", day = "01", hour = "00", minute = "00"] = match;
	const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
	return (
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(`${year}-${month}-${day}`)
	);
}

/**
 * Whether the first date lies after the second. Dates are compared at the
 * coarser of their two precisions, and by their own calendars where one of
 * them has no time of day.
 */
export function isAfter(a: string, b: string): boolean {
	if (a.includes("T") && b.includes("T")) return Date.parse(a) > Date.parse(b);
	const length = Math.min(a.length, b.length, 10);
	return a.slice(0, length) > b.slice(0, length);
}
