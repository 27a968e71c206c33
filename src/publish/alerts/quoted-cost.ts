/**
 * Whether a range of costs that somebody quoted is still told. A running total
 * is estimated again up to the moment of the quote, so that its growing alone
 * is no news.
 */
import type { CostSources } from "../../account/costs/index.ts";
import { formatInstant } from "../../base/index.ts";
import { type Incident, worldOf } from "../../model/index.ts";
import type { IncidentBook } from "../../pipeline/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import type { Notice, QuotedCost, Subscription } from "../../store/index.ts";
import {
	estimateIncident,
	formatMoment,
	incidentPath,
	incidentTitle,
	moneyRange,
	say,
} from "../web/index.ts";

/** Amounts are told to three digits: a smaller change would read the same. */
const LEAST_CHANGE = 0.01;

type Range = Pick<QuotedCost, "low" | "high">;

export interface CostNews {
	readonly id: string;
	readonly notice: Notice;
	readonly told: readonly [key: string, value: string];
}

/** Undefined where nothing was quoted, or it is still told so. */
export function costNews(
	{ watch, told }: Pick<Subscription, "watch" | "told">,
	news: {
		readonly book: Pick<IncidentBook, "get">;
		readonly services: ServiceRegistry;
		/** Undefined where none are offered. */
		readonly costs?: CostSources | undefined;
	},
	now: Date,
): CostNews | undefined {
	const { costs, services } = news;
	const cost = watch.quoted?.cost;
	const incident = watch.quoted && news.book.get(watch.quoted.incident);
	if (!cost || !incident || !costs || worldOf(incident.cc) === "emulated")
		return undefined;
	const { until } = cost;
	const range =
		estimateIncident(
			{ costs, services, clock: () => (until ? new Date(until) : now) },
			until ? asRunning(incident, until) : incident,
		)?.range ?? null;
	const key = `cost ${incident.id}`;
	const last = told[key] === undefined ? cost : readTold(told[key]);
	if (isSame(last, range)) return undefined;
	return {
		id: `${key.replaceAll(" ", "-")}-${incident.revision}-${writeTold(range)}`,
		notice: costNotice(incident, cost, range, services, now),
		told: [key, writeTold(range)],
	};
}

/** As it stood then: what ended later had not ended. */
function asRunning(incident: Incident, until: string): Incident {
	const isLater = (ending: Incident["ending"]): boolean =>
		ending !== null &&
		Date.parse(ending.at ?? ending.latest) > Date.parse(until);
	if (!isLater(incident.ending)) return incident;
	return {
		...incident,
		status: "ongoing",
		ending: null,
		networks: incident.networks.map((one) =>
			isLater(one.ending) ? { ...one, ending: null } : one,
		),
	};
}

function isSame(before: Range | null, after: Range | null): boolean {
	if (before === null || after === null) return before === after;
	const isClose = (a: number, b: number): boolean =>
		Math.abs(a - b) <= LEAST_CHANGE * Math.max(Math.abs(a), Math.abs(b));
	return isClose(before.low, after.low) && isClose(before.high, after.high);
}

const writeTold = (range: Range | null): string =>
	range === null
		? "none"
		: `${Math.round(range.low)}..${Math.round(range.high)}`;

function readTold(text: string): Range | null {
	const [low, high] = text.split("..");
	return high === undefined ? null : { low: Number(low), high: Number(high) };
}

function costNotice(
	incident: Incident,
	quoted: QuotedCost,
	range: Range | null,
	services: ServiceRegistry,
	now: Date,
): Notice {
	const before = moneyRange(quoted, "USD");
	const title = incidentTitle(incident, services);
	return {
		kind: "revised",
		incident: incident.id,
		cc: incident.cc,
		service: incident.service,
		at: formatInstant(now),
		title: `${say("news.revised")}: ${title}`,
		text: [
			range === null
				? say("news.cost_none", { before })
				: say("news.cost", { before, after: moneyRange(range, "USD") }),
			...(quoted.until
				? [say("news.cost_until", { moment: formatMoment(quoted.until) })]
				: []),
		].join(" "),
		path: incidentPath(incident.id),
	};
}
