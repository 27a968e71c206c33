/**
 * Cloudflare Radar's outage annotations. Only those that it puts down to a
 * government are restrictions; cables, power and weather are faults and kept
 * as negative examples (P10).
 */
import { isRecord } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { isRecordDate } from "../dates.ts";
import type { RestrictionKind } from "../types.ts";
import { zoneOfCountry } from "../zones.ts";
import {
	addressOf,
	type Item,
	type ItemMapping,
	readItems,
	slugOf,
	type TrackerReading,
	textOf,
	textsOf,
} from "./reading.ts";

const HOME = "https://radar.cloudflare.com/outage-center";
const LICENCE = "Cloudflare Radar, CC BY-NC 4.0 (not verified)";

/** The annotations of a response, or undefined where it is none. */
export function cloudflareAnnotations(
	value: unknown,
): readonly unknown[] | undefined {
	const result = isRecord(value) ? value["result"] : undefined;
	const annotations = isRecord(result) ? result["annotations"] : undefined;
	return Array.isArray(annotations) ? annotations : undefined;
}

export function readCloudflare(items: readonly unknown[]): TrackerReading {
	return readItems(items, mapItem);
}

function mapItem(item: Item): ItemMapping {
	const [start, end] = [timeOf(item, "startDate"), timeOf(item, "endDate")];
	if (!start) return { fault: "startDate: no time" };
	const countries = textsOf(item, "locations");
	const unknown = countries.filter((cc) => !isCountryCode(cc));
	if (countries.length === 0) return { fault: "locations: empty" };
	if (unknown.length > 0)
		return { fault: `locations: unknown ${unknown.join(", ").slice(0, 80)}` };
	const outage = isRecord(item["outage"]) ? item["outage"] : {};
	const cause = textOf(outage, "outageCause");
	const type = textOf(outage, "outageType");
	const kind = kindOf(cause, type);
	const link = addressOf(textOf(item, "linkedUrl"));
	const scope = textOf(item, "scope");
	const asns = Array.isArray(item["asns"]) ? item["asns"] : [];
	const name = textOf(item, "id") || `${start.slice(0, 10)}-${slugOf(scope)}`;
	return {
		notes: [],
		values: countries.map((country) => {
			const id = `CFR-${country}-${name}`;
			const zone = zoneOfCountry(country);
			const since = { date: start, precision: "minute", zone };
			const until = end && { date: end, precision: "minute", zone };
			const isFault = kind === "outage_not_restriction";
			return {
				id,
				country,
				type: "restriction",
				when: since,
				services: [],
				areas: type === "REGIONAL" && scope ? [scope] : [],
				about: [id],
				actor: { office: "Cloudflare Radar", rank: "observer" },
				summary: `${kind.replaceAll("_", " ")} on record at Cloudflare Radar, cause given as ${cause.toLowerCase().replaceAll("_", " ") || "nothing"}`,
				quote: textOf(item, "description").slice(0, 20_000) || undefined,
				claims: isFault
					? []
					: [{ matter: "reachability", asserted: "restricted", since, until }],
				deadlines: [],
				restriction: {
					kind,
					start: since,
					end: until,
					isOngoing: false,
					scope: type === "NATIONWIDE" ? "national" : undefined,
					networks: asns.flatMap((asn) =>
						Number.isInteger(asn) ? [`AS${asn}`] : [],
					),
					technique: [],
					cause: cause ? cause.toLowerCase() : undefined,
				},
				sources: [link, HOME].flatMap((url) => (url ? [{ url }] : [])),
				confidence: "medium",
				licence: LICENCE,
			};
		}),
	};
}

/** To the minute and in UTC, as the record writes instants. */
function timeOf(item: Item, key: string): string | undefined {
	const text = textOf(item, key);
	const time = `${text.slice(0, 16)}Z`;
	return text.endsWith("Z") && isRecordDate(time) ? time : undefined;
}

function kindOf(cause: string, type: string): RestrictionKind {
	if (cause === "" || cause === "UNKNOWN") return "undetermined";
	if (cause === "BLOCKING") return "service_block";
	if (cause !== "GOVERNMENT_DIRECTED") return "outage_not_restriction";
	switch (type) {
		case "NATIONWIDE":
			return "full_shutdown";
		case "REGIONAL":
			return "regional_shutdown";
		default:
			return "undetermined";
	}
}
