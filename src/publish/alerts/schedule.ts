/** When messages go out: the subscriber's day, quiet hours, digests, and how long to wait after a failure. */
import { addDays } from "../../base/index.ts";
import type { QuietHours, Subscription } from "../../store/index.ts";

/** Hour of the subscriber's day from which a digest is made. */
const DIGEST_HOUR = 8;
const MINUTE_MS = 60_000;
/**
 * Minutes to wait after each failed try; with the one after the last a message is given
 * up, two and a half days after the first. Chosen, not measured: mail servers
 * that ask to come back mean minutes to hours, and ones that are down are
 * mended within days.
 */
const WAIT_MINUTES = [2, 10, 30, 120, 360, 720, 1080, 1440] as const;
export const MOST_ATTEMPTS = WAIT_MINUTES.length + 1;

export interface LocalTime {
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly hour: number;
}

export function localTime(now: Date, zone: string): LocalTime {
	const text = new Intl.DateTimeFormat("sv-SE", {
		timeZone: zone,
		dateStyle: "short",
		timeStyle: "short",
	}).format(now);
	return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
}

export function isQuiet(
	{
		quiet,
		zone,
	}: { readonly quiet: QuietHours | undefined; readonly zone: string },
	now: Date,
): boolean {
	if (quiet === undefined) return false;
	const { hour } = localTime(now, zone);
	const { from, until } = quiet;
	return from < until
		? hour >= from && hour < until
		: hour >= from || hour < until;
}

/** Whether news are worded now, or collected until the next digest. */
export function isDue(
	{
		cadence,
		digestOn,
		confirmedAt,
		zone,
	}: Pick<Subscription, "cadence" | "digestOn" | "confirmedAt" | "zone">,
	now: Date,
): boolean {
	if (cadence === "each") return true;
	const { day, hour } = localTime(now, zone);
	const last = digestOn ?? localTime(new Date(confirmedAt ?? now), zone).day;
	return (
		hour >= DIGEST_HOUR && day >= addDays(last, cadence === "daily" ? 1 : 7)
	);
}

/** When a message that was tried so often, the try that begins now included, is tried again. */
export function nextAttempt(attempts: number, now: Date): Date {
	const minutes = WAIT_MINUTES[Math.min(attempts, MOST_ATTEMPTS) - 1] ?? 0;
	return new Date(now.getTime() + minutes * MINUTE_MS);
}
