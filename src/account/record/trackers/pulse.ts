/**
 * Internet Society Pulse's shutdown events, in the form of its older call:
 * `events[]` with `meta`. The names of the present API's fields are not known.
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

const HOME = "https://pulse.internetsociety.org/shutdowns";
const LICENCE = "Internet Society Pulse; terms not verified";

/** The events of a response, or undefined where it is none. */
export function pulseEvents(value: unknown): readonly unknown[] | undefined {
	const events = isRecord(value) ? value["events"] : undefined;
	return Array.isArray(events) &&
		events.some((one) => isRecord(one) && "countryAlpha2Code" in one)
		? events
		: undefined;
}

export function readPulse(items: readonly unknown[]): TrackerReading {
	return readItems(items, mapItem);
}

function mapItem(item: Item): ItemMapping {
	const country = textOf(item, "countryAlpha2Code").toUpperCase();
	if (!isCountryCode(country))
		return {
			fault: `countryAlpha2Code: unknown ${country.slice(0, 40) || "(empty)"}`,
		};
	const meta = isRecord(item["meta"]) ? item["meta"] : {};
	const [start, end] = [dayOf(meta, "startDate"), dayOf(meta, "endDate")];
	if (!start) return { fault: "meta.startDate: no day as dd/mm/yyyy" };
	if (end !== undefined && end < start)
		return { fault: `meta.endDate: ${end} before ${start}` };
	const zone = zoneOfCountry(country);
	const areas = listOf(meta, "affectedRegions");
	const services = listOf(meta, "affectedServices");
	const kind = kindOf(textOf(meta, "type"), areas.length > 0);
	const link = addressOf(textOf(item, "link"));
	const id = `PULSE-${country}-${start}-${slugOf([textOf(meta, "type"), ...areas, ...services].join(" ")) || "event"}`;
	const since = { date: start, precision: "day", zone };
	const until = end && { date: end, precision: "day", zone };
	return {
		notes:
			textOf(meta, "endDate") !== "" && end === undefined
				? ["meta.endDate: no day as dd/mm/yyyy; left unknown"]
				: [],
		values: [
			{
				id,
				country,
				type: "restriction",
				when: since,
				services,
				areas,
				about: [id],
				actor: { office: "Internet Society Pulse", rank: "observer" },
				summary: `${kind.replaceAll("_", " ")}: ${[...services, ...areas].join(", ") || country}`,
				claims: [
					{
						matter: "reachability",
						asserted: kind === "throttling" ? "slowed" : "restricted",
						since,
						until,
					},
				],
				deadlines: [],
				restriction: {
					kind,
					start: since,
					end: until,
					isOngoing: false,
					scope: areas.length > 0 ? "province" : "national",
					networks: [],
					technique: [],
					cause: textOf(meta, "cause") || undefined,
				},
				sources: [link, HOME].flatMap((url) => (url ? [{ url }] : [])),
				confidence: "medium",
				licence: LICENCE,
			},
		],
	};
}

/** `dd/mm/yyyy` as a day. */
function dayOf(meta: Item, key: string): string | undefined {
	const [, day, month, year] =
		/^(\d\d)\/(\d\d)\/(\d{4})$/.exec(textOf(meta, key)) ?? [];
	const date = `${year}-${month}-${day}`;
	return year && isRecordDate(date) ? date : undefined;
}

/** A list, or one text with commas. */
function listOf(meta: Item, key: string): readonly string[] {
	const list = textsOf(meta, key);
	return (list.length > 0 ? list : textOf(meta, key).split(","))
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

function kindOf(type: string, isRegional: boolean): RestrictionKind {
	const word = type.toLowerCase();
	if (word.includes("blocking")) return "service_block";
	if (word.includes("throttl")) return "throttling";
	if (word.includes("shutdown") || word.includes("national"))
		return isRegional ? "regional_shutdown" : "full_shutdown";
	return isRegional && word.includes("regional")
		? "regional_shutdown"
		: "undetermined";
}
