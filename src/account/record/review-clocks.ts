/**
 * Review clocks: limits that a law or a court set on how fast an order must be
 * looked at, and for how long it may last. The law is data; what is not here
 * is not known to us.
 */
import type { Order, RecordEntry } from "./entry.ts";
import { hoursBetween, type RecordTime } from "./time.ts";

/** A limit that a law sets between two moments of an order and its review. */
export interface ReviewClock {
	readonly id: string;
	readonly country: string;
	/** First day on which an order falls under it. */
	readonly since: string;
	readonly from: ReviewMoment;
	readonly to: ReviewMoment;
	readonly limit: { readonly hours: number } | { readonly workingDays: number };
	readonly rule: string;
	readonly source: string;
}

export type ReviewMoment = "issued" | "start" | "expiry" | "referred" | "met";

const RULES_2024 =
	"Telecommunications (Temporary Suspension of Services) Rules, 2024, of India";

/** What is known of the law. A country that is not here has no clock that we know of: blank, not none. */
export const REVIEW_CLOCKS: readonly ReviewClock[] = [
	{
		id: "in-2024-referral",
		country: "IN",
		since: "2024-11-22",
		from: "issued",
		to: "referred",
		limit: { hours: 24 },
		rule: "The order goes to the review committee within 24 hours.",
		source: RULES_2024,
	},
	{
		id: "in-2024-review",
		country: "IN",
		since: "2024-11-22",
		from: "issued",
		to: "met",
		limit: { hours: 5 * 24 },
		rule: "The review committee meets within 5 days.",
		source: RULES_2024,
	},
	{
		id: "in-2024-cap",
		country: "IN",
		since: "2024-11-22",
		from: "start",
		to: "expiry",
		limit: { hours: 15 * 24 },
		rule: "No suspension lasts longer than 15 days.",
		source: RULES_2024,
	},
	{
		id: "in-bhasin-review",
		country: "IN",
		since: "2020-01-10",
		from: "issued",
		to: "met",
		limit: { workingDays: 7 },
		rule: "Every suspension is reviewed within 7 working days.",
		source:
			"Supreme Court of India, Anuradha Bhasin v. Union of India, 10 January 2020",
	},
];

export interface ReviewReading {
	readonly clock: ReviewClock;
	readonly entry: string;
	readonly leastHours: number | undefined;
	readonly mostHours: number | undefined;
	/** `unclear`: the dates are too coarse, or holidays decide. `unknown`: a date is not on the record. `never`: a source says that it did not happen, or that no expiry was set. */
	readonly result: "within" | "over" | "unclear" | "unknown" | "never";
}

/** Reads the review clocks that apply to an order. */
export function readReviewClocks(
	entry: RecordEntry,
	clocks: readonly ReviewClock[] = REVIEW_CLOCKS,
): readonly ReviewReading[] {
	const { order } = entry;
	if (!order) return [];
	const issued = order.issued ?? entry.when;
	return clocks
		.filter(
			({ country, since }) => country === entry.country && issued.date >= since,
		)
		.map((clock) => {
			const from = momentOf(order, clock.from, issued);
			const to = momentOf(order, clock.to, issued);
			if (to === null || from === null)
				return { ...NO_HOURS, clock, entry: entry.id, result: "never" };
			if (!from || !to)
				return { ...NO_HOURS, clock, entry: entry.id, result: "unknown" };
			const hours = hoursBetween(from, to);
			return {
				...hours,
				clock,
				entry: entry.id,
				result: resultOf(clock, hours),
			};
		});
}

const NO_HOURS = { leastHours: undefined, mostHours: undefined };

function momentOf(
	order: Order,
	moment: ReviewMoment,
	issued: RecordTime,
): RecordTime | null | undefined {
	switch (moment) {
		case "issued":
			return issued;
		case "start":
			return order.start;
		case "expiry":
			return order.expiry;
		case "referred":
		case "met":
			return order.review === null ? null : order.review?.[moment];
	}
}

/** A week has at least four working days, whatever its holidays; fewer calendar days than the limit are within it. */
function resultOf(
	{ limit }: ReviewClock,
	{ leastHours, mostHours }: { leastHours: number; mostHours: number },
): ReviewReading["result"] {
	const [within, over] =
		"hours" in limit
			? [limit.hours, limit.hours]
			: [limit.workingDays * 24, Math.ceil((limit.workingDays / 4) * 7) * 24];
	if (mostHours <= within) return "within";
	return leastHours > over ? "over" : "unclear";
}
