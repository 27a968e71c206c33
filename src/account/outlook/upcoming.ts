/** Occasions of some days ahead, one entry each, for calendars and for those who alert. */
import type { Calendar, Holding } from "./calendar.ts";
import { fromDayNumber } from "./days.ts";
import { hijriOf } from "./hijri.ts";
import type { OccasionClass } from "./occasions.ts";
import type { OutlookDay } from "./outlook.ts";
import type { OccasionCount } from "./reasons.ts";

export interface UpcomingOccasion {
	/** Stays the same when the date moves. */
	readonly key: string;
	readonly id: string;
	readonly name: string;
	readonly class: OccasionClass;
	/** The days that belong to it, the last one included. */
	readonly firstOn: string;
	readonly lastOn: string;
	readonly status: Holding["status"];
	/** The date depends on a sighting of the moon, and may come out a day off. */
	readonly isUncertain: boolean;
	readonly source: string;
	/** As documented before; 0 of 0 where it never fell on days that the record covers. */
	readonly heldCount: number;
	readonly heldWithOnsetCount: number;
	readonly firstYear: number | undefined;
	/** Its likeliest day; undefined where no probability can be given. */
	readonly likeliest:
		| Pick<OutlookDay, "on" | "probability" | "baseRate" | "basis">
		| undefined;
}

/** Occasions that touch the days of `span` and are known by the end of `today`, in order of day. */
export function upcomingOccasions(
	calendar: Calendar,
	span: { readonly since: number; readonly until: number },
	counts: readonly OccasionCount[],
	days: readonly OutlookDay[],
	today: number,
): readonly UpcomingOccasion[] {
	return calendar.holdings
		.filter(
			({ occasion, first, last, knownSince }) =>
				knownSince <= today &&
				first + occasion.firstDay < span.until &&
				last + occasion.lastDay >= span.since,
		)
		.sort(
			(a, b) =>
				a.first + a.occasion.firstDay - (b.first + b.occasion.firstDay) ||
				(a.occasion.id < b.occasion.id ? -1 : 1),
		)
		.map((holding) => {
			const { occasion, first, last, status, source } = holding;
			const [firstOn, lastOn] = [
				fromDayNumber(first + occasion.firstDay),
				fromDayNumber(last + occasion.lastDay),
			];
			const count = counts.find((one) => one.occasionId === occasion.id);
			const own = days.filter(
				({ on, probability }) =>
					probability !== null && on >= firstOn && on <= lastOn,
			);
			return {
				key: keyOf(holding),
				id: occasion.id,
				name: occasion.name,
				class: occasion.class,
				firstOn,
				lastOn,
				status,
				isUncertain: status === "computed" || status === "reckoned",
				source,
				heldCount: count?.heldCount ?? 0,
				heldWithOnsetCount: count?.heldWithOnsetCount ?? 0,
				firstYear: count?.firstYear,
				likeliest: own.reduce<OutlookDay | undefined>(
					(best, day) =>
						(day.probability ?? 0) > (best?.probability ?? -1) ? day : best,
					undefined,
				),
			};
		});
}

/** By the year of its own calendar; an occasion on stated days alone by its first day. */
function keyOf({ occasion, first }: Holding): string {
	switch (occasion.rule.kind) {
		case "hijri":
			// Its month, since a feast on the first day may be reckoned on the last of the month before.
			return `${occasion.id}-${hijriOf(first + 5).year}`;
		case "fixed":
			return `${occasion.id}-${fromDayNumber(first).slice(0, 4)}`;
		case "dated":
			return `${occasion.id}-${fromDayNumber(first)}`;
		default:
			return occasion.rule satisfies never;
	}
}
