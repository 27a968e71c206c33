/**
 * SFLC.in's list of shutdowns in India (ODbL). It gives a day, a state,
 * districts and a narrative; the narrative is theirs and kept as a quotation.
 * The kind is read from its field of networks only, never from its words.
 */
import { sha256Hex } from "../../../base/index.ts";
import { isRecordDate } from "../dates.ts";
import type { RestrictionKind } from "../types.ts";
import {
	addressOf,
	type Item,
	type ItemMapping,
	readItems,
	type TrackerReading,
	textOf,
	textsOf,
} from "./reading.ts";

const HOME = "https://internetshutdowns.in/";
const LICENCE = "SFLC.in, internetshutdowns.in, ODbL 1.0";
const ZONE = "Asia/Kolkata";

/** Whether parsed JSON looks like the list. */
export function isSflc(value: unknown): value is readonly Item[] {
	return (
		Array.isArray(value) &&
		typeof value[0] === "object" &&
		value[0] !== null &&
		"state:name" in value[0]
	);
}

export function readSflc(items: readonly unknown[]): TrackerReading {
	return readItems(items, mapItem);
}

function mapItem(item: Item): ItemMapping {
	const date = textOf(item, "date");
	const state = textOf(item, "state:name");
	if (!isRecordDate(date) || date.length !== 10)
		return { fault: `date: no day: ${date.slice(0, 40) || "(empty)"}` };
	if (state === "") return { fault: "state:name: empty" };
	const districts = textsOf(item, "districts");
	const source = addressOf(textOf(item, "source"));
	// Not the narrative: a later snapshot may mend it.
	const key = sha256Hex(
		[state, ...districts, textOf(item, "source")].join("|"),
	).slice(0, 8);
	const id = `SFLC-${date}-${key}`;
	const when = { date, precision: "day", zone: ZONE };
	const areas = districts.length > 0 ? districts : [state];
	const kind = kindOf(textOf(item, "networksAffected"));
	const description = textOf(item, "description");
	return {
		notes: source ? [] : ["source: no address"],
		values: [
			{
				id,
				country: "IN",
				type: "restriction",
				when,
				services: [],
				areas,
				about: [id],
				actor: { office: "SFLC.in", rank: "organisation" },
				summary: `${kind.replaceAll("_", " ")}: ${[...areas, ...(districts.length > 0 ? [state] : [])].join(", ")}`,
				quote: description.slice(0, 20_000) || undefined,
				claims: [
					{ matter: "reachability", asserted: "restricted", since: when },
				],
				deadlines: [],
				restriction: {
					kind,
					start: when,
					isOngoing: item["active"] === true,
					scope: districts.length > 0 ? "district" : "province",
					networks: [],
					technique: [],
				},
				sources: [source, HOME].flatMap((url) => (url ? [{ url }] : [])),
				confidence: "medium",
				licence: LICENCE,
			},
		],
	};
}

function kindOf(networks: string): RestrictionKind {
	switch (networks.toLowerCase()) {
		case "mobile":
			return "mobile_data_shutdown";
		case "broadband":
			return "fixed_line_shutdown";
		case "both":
			return "regional_shutdown";
		default:
			return "undetermined";
	}
}
