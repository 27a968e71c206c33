/**
 * Monash IP Observatory: connectivity of provinces and counties, 100 normal
 * and 0 offline, by the hour in local time. The file does not name the zone:
 * that of the country is used where it has one, otherwise it must be given.
 */
import type { SignalKey } from "../../../model/index.ts";
import { numberOf, secondsOf } from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { SignalReader } from "../types.ts";
import { instantOfLocal } from "./local-time.ts";

/** Countries of the published files, by ISO 3166 alpha-3. */
const COUNTRIES: Readonly<
	Record<string, { readonly cc: string; readonly zone: string }>
> = {
	IRN: { cc: "IR", zone: "Asia/Tehran" },
	VEN: { cc: "VE", zone: "America/Caracas" },
};
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec",
];

export const monash: SignalReader = {
	source: "monash",
	verified: true,
	accepts: ({ text }) => {
		const header = headerOf(text);
		return header.includes("time_e_str") && header.includes("connectivity");
	},
	read({ text }, _, options, out) {
		const keys = new Map<string, SignalKey>();
		readRows(
			text,
			["iso", "name_1", "time_e_str", "connectivity"],
			out,
			(row) => {
				const known = COUNTRIES[row.get("iso")];
				const [cc, zone] = [
					known?.cc ?? options.cc,
					options.zone ?? known?.zone,
				];
				if (cc === undefined || zone === undefined)
					return "a country whose zone is not known; give --cc and --zone";
				const wall = wallSeconds(row.get("time_e_str"));
				if (wall === undefined) return "no time";
				const cell = row.get("connectivity");
				const value = numberOf(cell);
				if (cell !== "" && cell !== "NaN" && value === undefined)
					return "not a number";
				const area = [row.get("name_1"), row.get("name_2")]
					.filter((part) => part !== "")
					.join(" / ");
				const name = `${cc} ${area}`;
				const key = keys.get(name) ?? keyOf(cc, area);
				keys.set(name, key);
				out.add(key, instantOfLocal(wall, zone), value ?? "gap");
				return undefined;
			},
		);
	},
};

/** `11-Nov-2019 00:00:00`, as if it were UTC. */
function wallSeconds(text: string): number | undefined {
	const [, day, name = "", year, time] =
		/^(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
	const month = MONTHS.indexOf(name) + 1;
	return month === 0
		? undefined
		: secondsOf(`${year}-${String(month).padStart(2, "0")}-${day}T${time}`);
}

function keyOf(cc: string, area: string): SignalKey {
	return {
		source: "monash",
		measure: "connectivity",
		unit: "index, 100 normal",
		entity: { cc, area, asn: null },
		access: null,
		licence: "GPL-3.0 file in the repository; terms of the data not stated",
		trouble: "fall",
		verified: true,
	};
}
