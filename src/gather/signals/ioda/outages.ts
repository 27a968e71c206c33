/** `/outages/alerts`, `/outages/events` (both formats) and `/outages/summary`: what IODA itself tells. */
import {
	isRecord,
	type SignalEntity,
	type ToldOutage,
} from "../../../model/index.ts";
import { instantOf, numberOf } from "../fields.ts";
import type { Collector, ReadOptions } from "../types.ts";
import { IODA, IODA_LICENCE, iodaEntity } from "./key.ts";

type Item = Readonly<Record<string, unknown>>;

const NOTHING_MORE = {
	source: IODA,
	access: null,
	cause: null,
	scope: null,
	description: null,
	depth: null,
	confirmed: null,
	url: null,
	licence: IODA_LICENCE,
	verified: true,
} as const;

/** Reads one item of an events or summary answer; `parameters` are those of the request. */
export function readOutage(
	item: Item,
	parameters: Item,
	place: string,
	options: ReadOptions,
	out: Collector,
): void {
	const outage =
		"scores" in item
			? fromSummary(item, parameters, options)
			: fromEvent(item, options);
	if (typeof outage === "string") out.reject(place, outage);
	else out.tell(outage);
}

function fromEvent(item: Item, options: ReadOptions): ToldOutage | string {
	const entity = entityOfEvent(item, options);
	if (!entity) return "an entity of no country, area or network";
	const start = numberOf(item["start"] ?? item["from"]);
	const duration = numberOf(item["duration"]);
	const until =
		numberOf(item["until"]) ??
		(start === undefined || duration === undefined
			? undefined
			: start + duration);
	const startedAt = start === undefined ? undefined : instantOf(start);
	if (startedAt === undefined) return "no start";
	if (until !== undefined && start !== undefined && until < start)
		return "ends before it starts";
	return {
		...NOTHING_MORE,
		measure: measureOf(item),
		entity,
		startedAt,
		endedAt: (until === undefined ? undefined : instantOf(until)) ?? null,
		score: numberOf(item["score"]) ?? null,
	};
}

function fromSummary(
	item: Item,
	parameters: Item,
	options: ReadOptions,
): ToldOutage | string {
	const entity = entityOf(item["entity"], options);
	if (!entity) return "an entity of no country, area or network";
	const [since, until] = [
		numberOf(parameters["from"]),
		numberOf(parameters["until"]),
	];
	const startedAt = since === undefined ? undefined : instantOf(since);
	if (startedAt === undefined)
		return "the answer does not say which time it sums up";
	const scores = isRecord(item["scores"]) ? item["scores"] : {};
	return {
		...NOTHING_MORE,
		measure: "summary",
		entity,
		startedAt,
		endedAt: (until === undefined ? undefined : instantOf(until)) ?? null,
		score: numberOf(scores["overall"]) ?? null,
		description: `${numberOf(item["event_cnt"]) ?? "?"} events in this time`,
	};
}

/** Alerts into outages: from the first that is not normal to the next that is, by entity, data source and method. */
export function readAlerts(
	alerts: readonly Item[],
	place: (index: number) => string,
	options: ReadOptions,
	out: Collector,
): void {
	const open = new Map<string, ToldOutage>();
	const inOrder = alerts
		.map((alert, index) => ({ alert, index, time: numberOf(alert["time"]) }))
		.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
	for (const { alert, index, time } of inOrder) {
		const entity = entityOf(alert["entity"], options);
		const at = time === undefined ? undefined : instantOf(time);
		if (!entity || at === undefined) {
			out.reject(
				place(index),
				entity ? "no time" : "an entity of no country, area or network",
			);
			continue;
		}
		const measure = measureOf(alert);
		const key = JSON.stringify([entity, measure]);
		const known = open.get(key);
		if (alert["level"] === "normal") {
			if (known) out.tell({ ...known, endedAt: at });
			open.delete(key);
			continue;
		}
		const depth = Math.max(known?.depth ?? 0, depthOf(alert) ?? 0);
		open.set(key, {
			...NOTHING_MORE,
			measure,
			entity,
			startedAt: known?.startedAt ?? at,
			endedAt: null,
			score: null,
			depth,
		});
	}
	for (const outage of open.values()) out.tell(outage);
}

function depthOf(alert: Item): number | null {
	const [value, history] = [
		numberOf(alert["value"]),
		numberOf(alert["historyValue"]),
	];
	return value === undefined || history === undefined || history <= 0
		? null
		: Math.max(0, Math.min(1, 1 - value / history));
}

function measureOf(item: Item): string | null {
	const parts = [item["datasource"], item["method"]].filter(
		(part): part is string => typeof part === "string",
	);
	return parts.length > 0 ? parts.join(".") : null;
}

function entityOfEvent(
	item: Item,
	options: ReadOptions,
): SignalEntity | undefined {
	const location = item["location"];
	if (typeof location !== "string") return entityOf(item["entity"], options);
	const [type, code] = location.split("/");
	return iodaEntity(type, code, item["location_name"], undefined, options);
}

function entityOf(
	entity: unknown,
	options: ReadOptions,
): SignalEntity | undefined {
	if (!isRecord(entity)) return undefined;
	const attrs = isRecord(entity["attrs"]) ? entity["attrs"] : {};
	return iodaEntity(
		entity["type"],
		entity["code"],
		entity["name"],
		attrs["fqid"],
		options,
	);
}
