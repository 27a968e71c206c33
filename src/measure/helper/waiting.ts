/** What may be told at any time of measurements that are held back: how many, by country and day (P11). */
import { dayOf } from "../../base/index.ts";
import { isCounted } from "./release.ts";
import type { HeldHead } from "./submission.ts";

export interface WaitingCount {
	readonly cc: string;
	/** UTC day of their arrival. */
	readonly day: string;
	readonly sessions: number;
}

/** Sessions by country and day of arrival. Only days that are over: a number that grows tells the second at which it grew. */
export function countWaiting(
	waiting: readonly HeldHead[],
	now: Date,
): readonly WaitingCount[] {
	const today = dayOf(now.toISOString());
	const groups = new Map<string, Set<string>>();
	for (const { cc, receivedAt, reportId, origin } of waiting) {
		const day = dayOf(receivedAt);
		if (day >= today || !isCounted(origin)) continue;
		const key = `${day} ${cc}`;
		groups.set(key, (groups.get(key) ?? new Set()).add(reportId));
	}
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, reports]) => {
			const [day = "", cc = ""] = key.split(" ");
			return { cc, day, sessions: reports.size };
		});
}
