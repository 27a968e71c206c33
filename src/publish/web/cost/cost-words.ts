/** Words of the calculator: kinds, sectors, and the event in a sentence. */
import type { CostEstimate, CostKind } from "../../../account/costs/index.ts";
import { countryName, type ServiceRegistry } from "../../../reference/index.ts";
import { formatMoment } from "../times.ts";
import { formatCount } from "../words.ts";
import type { CostField, OwnField } from "./cost-query.ts";
import { moneyRange } from "./money.ts";

export const KIND_CHOICES: Readonly<Record<CostKind, string>> = {
	full: "all internet access cut",
	mobile: "mobile internet cut, fixed lines left",
	regional: "all access cut in some areas",
	service: "one service blocked",
	throttling: "slowed, by some degree",
};

export const SECTOR_WORDS: Readonly<Record<string, string>> = {
	telecom: "Operators and other telecom",
	operators: "Mobile operators",
	tax: "Tax",
	freelancers: "Freelancers",
	foodDelivery: "Food delivery",
	cabs: "Ride hailing",
	smallSellersAndOthers:
		"Small online sellers, and what the study does not itemise",
};

/** What the forms call a field. */
export const FIELD_WORDS: Readonly<Record<CostField | OwnField, string>> = {
	incident: "Incident",
	cc: "Country",
	kind: "What was done",
	service: "Service, where one was blocked",
	since: "Began, in UTC",
	until: "Ended, in UTC",
	hours: "Hours, where the end is not given",
	turnover: "Turnover",
	per: "Of a",
	dependent: "Share of it that comes in over what was cut",
	madeUp: "Share of the loss made up elsewhere or later",
	scope: "Area share: part of the country that was cut",
	digitalShare: "Digital economy's share of GDP",
	serviceWeight: "The service's share of what the whole internet is worth",
	degree: "Degree of throttling: share of use taken away",
	trafficLost: "Share of traffic lost",
	telecomShare: "Telecom and internet services' share of GDP",
	cipesaDailyUsd: "CIPESA's value of a day, in dollars",
	cipesaTailDays: "Days of recovery counted as lost",
	operatorUserDay: "Operators' revenue per user and day, in local currency",
	taxRate: "Tax on what operators earn",
	users: "People cut off",
	marketRate: "Market exchange rate, local currency per dollar",
};

/** `Pakistan: X (Twitter) blocked`. */
export function eventTitle(
	{ cc, kind, service }: CostEstimate["event"],
	services: ServiceRegistry,
): string {
	const subject =
		service === undefined
			? "a service"
			: (services.get(service)?.name ?? service);
	const what: Readonly<Record<CostKind, string>> = {
		full: "all internet access cut",
		mobile: "mobile internet cut",
		regional: "internet cut in some areas",
		service: `${subject} blocked`,
		throttling: service === undefined ? "internet slowed" : `${subject} slowed`,
	};
	return `${countryName(cc)}: ${what[kind]}`;
}

/** `17 Feb 2024, 00:00 UTC to 7 May 2025, 00:00 UTC, 10,680 hours`, by the clock. */
export function spanWords({
	event: { segments },
	hoursByKind,
}: CostEstimate): string {
	const [first] = segments;
	const last = segments.at(-1);
	const hours = hoursByKind.reduce(
		(sum, { clockHours }) => sum + clockHours,
		0,
	);
	return first && last
		? `${formatMoment(first.since)} to ${formatMoment(last.until)}, ${hoursWords(hours)}`
		: "no hours that can be counted";
}

/** `1,440 hours`, `less than an hour`. */
export function hoursWords(hours: number): string {
	const whole = Math.round(hours);
	if (hours > 0 && whole === 0) return "less than an hour";
	return whole === 1 ? "1 hour" : `${formatCount(whole)} hours`;
}

/** What the page leads with. */
export function rangeHeadline({ range, event }: CostEstimate): string {
	if (!range) return "No range can be given";
	const said = moneyRange(range, "USD");
	return event.runningUntil === undefined ? said : `${said} so far`;
}
