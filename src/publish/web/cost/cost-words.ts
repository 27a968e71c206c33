/** Words of the calculator: kinds, sectors, and the event in a sentence. */
import type { CostEstimate, CostKind } from "../../../account/costs/index.ts";
import type { ServiceRegistry } from "../../../reference/index.ts";
import { say, wordsOf } from "../language/speech.ts";
import { placeName } from "../names.ts";
import { formatMoment } from "../times.ts";
import { countOf } from "../words.ts";
import type { CostField, OwnField } from "./cost-query.ts";
import { moneyRange } from "./money.ts";

export const KIND_CHOICES = wordsOf<CostKind>({
	full: "cost.kind_full",
	mobile: "cost.kind_mobile",
	regional: "cost.kind_regional",
	service: "cost.kind_service",
	throttling: "cost.kind_throttling",
});

export const SECTOR_WORDS: Readonly<Record<string, string>> = wordsOf({
	telecom: "cost.s_telecom",
	operators: "cost.s_operators",
	tax: "cost.s_tax",
	freelancers: "cost.s_freelancers",
	foodDelivery: "cost.s_food",
	cabs: "cost.s_cabs",
	smallSellersAndOthers: "cost.s_small",
});

/** What the forms call a field. */
export const FIELD_WORDS = wordsOf<CostField | OwnField>({
	incident: "incident.head",
	cc: "head.country",
	kind: "cost.f_kind",
	service: "cost.f_service",
	since: "cost.f_since",
	until: "cost.f_until",
	hours: "cost.f_hours",
	turnover: "cost.f_turnover",
	per: "cost.f_per",
	dependent: "cost.f_dependent",
	madeUp: "cost.f_made_up",
	scope: "cost.f_scope",
	digitalShare: "cost.f_digital",
	serviceWeight: "cost.f_weight",
	degree: "cost.f_degree",
	trafficLost: "cost.f_traffic",
	telecomShare: "cost.f_telecom",
	cipesaDailyUsd: "cost.f_daily",
	cipesaTailDays: "cost.f_tail",
	operatorUserDay: "cost.f_user_day",
	taxRate: "cost.f_tax",
	users: "cost.f_users",
	marketRate: "cost.f_rate",
});

/** `Pakistan: X (Twitter) blocked`. */
export function eventTitle(
	{ cc, kind, service }: CostEstimate["event"],
	services: ServiceRegistry,
): string {
	const subject =
		service === undefined
			? say("cost.a_service")
			: (services.get(service)?.name ?? service);
	const what: Readonly<Record<CostKind, string>> = {
		full: say("cost.kind_full"),
		mobile: say("incident.mobile_data_shutdown"),
		regional: say("cost.kind_regional"),
		service: say("incident.service_block", { service: subject }),
		throttling: say("incident.throttling", {
			service: service === undefined ? say("incident.internet") : subject,
		}),
	};
	return `${placeName(cc)}: ${what[kind]}`;
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
		? `${say("money.range", {
				from: formatMoment(first.since),
				to: formatMoment(last.until),
			})}, ${hoursWords(hours)}`
		: "no hours that can be counted";
}

/** `1,440 hours`, `less than an hour`. */
export function hoursWords(hours: number): string {
	const whole = Math.round(hours);
	if (hours > 0 && whole === 0) return say("time.under_hour");
	return countOf(whole, "hour");
}

/** What the page leads with. */
export function rangeHeadline({ range, event }: CostEstimate): string {
	if (!range) return say("cost.no_range");
	const said = moneyRange(range, "USD");
	return event.runningUntil === undefined
		? said
		: say("money.so_far", { range: said });
}
