/**
 * Time. Only `cli/main.ts` reads the wall clock; everything else is handed a
 * Clock, so that the same input always gives the same output (P3).
 */

export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * An instant as UTC ISO 8601 to the second, or to the millisecond where it has
 * a fraction: `2024-02-17T18:47:00Z`. Throws RangeError on an invalid Date.
 */
export function formatInstant(date: Date): string {
	return date.toISOString().replace(".000Z", "Z");
}

/** The Date of a UTC ISO 8601 instant, or undefined where the text is not one. */
export function parseInstant(text: string): Date | undefined {
	if (!ISO_INSTANT.test(text)) return undefined;
	const date = new Date(text);
	return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The UTC calendar day of an instant: `2024-02-17`. */
export function dayOf(instant: string): string {
	return instant.slice(0, 10);
}

/** The day `days` after `day` (before it where negative), both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}
