/** Cloudflare Radar: curated outages and traffic anomalies, both as told by it. */
import {
	isRecord,
	type SignalEntity,
	type ToldOutage,
	UNKNOWN_CC,
} from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { instantOf, secondsOf, textOf } from "../fields.ts";
import type { ReadOptions, SignalReader } from "../types.ts";

type Item = Readonly<Record<string, unknown>>;
const RADAR = "cloudflare-radar";
const LICENCE = "CC BY-NC 4.0 (as commonly stated, not verified)";

export const radar: SignalReader = {
	source: RADAR,
	verified: true,
	accepts: (_, json) => itemsOf(json) !== undefined,
	read(_, json, options, out) {
		const items = itemsOf(json);
		if (items === undefined) return;
		if (isRecord(json) && json["success"] === false)
			return out.reject("success", "the API answers with an error");
		items.forEach((item, i) => {
			const place = `result[${i}]`;
			const told = isRecord(item) ? readItem(item, options) : "not an object";
			if (typeof told === "string") out.reject(place, told);
			else for (const outage of told) out.tell(outage);
		});
	},
};

function itemsOf(json: unknown): readonly unknown[] | undefined {
	const result = isRecord(json) ? json["result"] : undefined;
	if (!isRecord(result)) return undefined;
	const items = result["annotations"] ?? result["trafficAnomalies"];
	return Array.isArray(items) ? items : undefined;
}

function readItem(
	item: Item,
	options: ReadOptions,
): readonly ToldOutage[] | string {
	const start = secondsOf(textOf(item["startDate"]) ?? "");
	const end = secondsOf(textOf(item["endDate"]) ?? "");
	const startedAt = start === undefined ? undefined : instantOf(start);
	if (start === undefined || startedAt === undefined) return "no start";
	if (end !== undefined && end < start) return "ends before it starts";
	const entities = entitiesOf(item, options);
	if (entities.length === 0) return "names no country and no network";
	const outage = isRecord(item["outage"]) ? item["outage"] : {};
	const isAnomaly = "visibleInDataSources" in item || "status" in item;
	return entities.map((entity) => ({
		source: RADAR,
		measure: isAnomaly ? "traffic_anomaly" : "outage",
		entity,
		access: null,
		startedAt,
		endedAt: (end === undefined ? undefined : instantOf(end)) ?? null,
		cause: textOf(outage["outageCause"]),
		scope:
			[outage["outageType"], item["scope"]]
				.map(textOf)
				.filter((part) => part !== null)
				.join(": ") || null,
		description: textOf(item["description"]),
		depth: null,
		score: null,
		confirmed: isAnomaly ? item["status"] === "VERIFIED" : true,
		url: textOf(item["linkedUrl"]),
		licence: LICENCE,
		verified: true,
	}));
}

/** One entity for each network, or for each country where no network is named. */
function entitiesOf(item: Item, options: ReadOptions): readonly SignalEntity[] {
	const locations = listOf(item["locations"]).filter(
		(code): code is string => typeof code === "string" && isCountryCode(code),
	);
	const detail = item["locationDetails"];
	if (
		isRecord(detail) &&
		typeof detail["code"] === "string" &&
		isCountryCode(detail["code"])
	)
		locations.push(detail["code"]);
	const named = [...listOf(item["asnsDetails"]), item["asnDetails"]].filter(
		isRecord,
	);
	const asns = [...listOf(item["asns"]), ...named.map(({ asn }) => asn)]
		.map(Number)
		.filter((asn) => Number.isSafeInteger(asn) && asn > 0);
	const fallback = locations[0] ?? options.cc ?? UNKNOWN_CC;
	if (asns.length === 0)
		return locations.map((cc) => ({ cc, area: null, asn: null }));
	return [...new Set(asns)].map((asn) => {
		const location =
			named.find((one) => Number(one["asn"]) === asn)?.["location"] ??
			named.find((one) => Number(one["asn"]) === asn)?.["locations"];
		const code = isRecord(location) ? location["code"] : undefined;
		return {
			cc: typeof code === "string" && isCountryCode(code) ? code : fallback,
			area: null,
			asn,
		};
	});
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? [...value] : [];
}
