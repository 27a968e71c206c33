/** Areas of a country, and which restrictions of the record lie in them, by the places they name. */
import { readCsv } from "../../reference/index.ts";
import type { RestrictionEntry } from "../record/index.ts";
import type { Read } from "./occasions.ts";

export interface Area {
	/** ISO 3166-2. */
	readonly area: string;
	readonly cc: string;
	readonly name: string;
	/** Names by which the record speaks of it or of places in it. */
	readonly places: readonly string[];
}

/** Reads the list of areas; never throws. */
export function readAreas(csv: string): Read<Area> {
	const table = readCsv(csv, ["area", "cc", "name", "places"]);
	return {
		problems: table.problems,
		rows: table.rows.map((row) => ({
			area: row.get("area"),
			cc: row.get("cc"),
			name: row.get("name"),
			places: row.get("places").split(";"),
		})),
	};
}

/** Whether a restriction touched an area. One of the whole country that names no place we know touched all of it. */
export function isInArea(
	entry: RestrictionEntry,
	area: Area,
	areas: readonly Area[],
): boolean {
	const named = entry.scopeNames.join("; ");
	const isNamed = ({ places }: Area): boolean =>
		places.some((place) => new RegExp(`\\b${place}\\b`).test(named));
	return (
		isNamed(area) ||
		(entry.scope === "national" &&
			!areas.some((one) => one.cc === area.cc && isNamed(one)))
	);
}
