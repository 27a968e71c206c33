/** Days as whole numbers since 1970, so that models can count with them. */
const DAY_MS = 86_400_000;

/** The number of a `YYYY-MM-DD` day. */
export function toDayNumber(day: string): number {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The day of a number, as `YYYY-MM-DD`. */
export function fromDayNumber(number: number): string {
	return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
