/**
 * RIPEstat `country-resource-stats`: prefixes and networks of a country in the
 * routing table. Counts may be fractional; -1 means not available; equal
 * windows in a row come as one entry.
 */
import { isRecord, type SignalKey, UNKNOWN_CC } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { numberOf, secondsOf, textOf } from "../fields.ts";
import type { Collector, SignalReader } from "../types.ts";

type Item = Readonly<Record<string, unknown>>;
const DAY = 86_400;
const MEASURES = [
	"v4_prefixes_ris",
	"v6_prefixes_ris",
	"asns_ris",
	"v4_prefixes_stats",
	"v6_prefixes_stats",
	"asns_stats",
] as const;
const RESOLUTIONS: Readonly<Record<string, number>> = {
	"5m": 300,
	"1h": 3600,
	"1d": DAY,
	"1w": 7 * DAY,
};
/** One entry may not stand for more windows than two years of hours. */
const MOST_WINDOWS = 2 * 366 * 24;

export const ripestat: SignalReader = {
	source: "ripestat",
	verified: true,
	accepts: (_, json) => entriesOf(json).length > 0,
	read(_, json, options, out) {
		for (const { cc, stats, step, place } of entriesOf(json)) {
			const country = cc ?? options.cc ?? UNKNOWN_CC;
			const keys = MEASURES.map((measure) => keyOf(measure, country));
			stats.forEach((entry, i) => {
				const fault = isRecord(entry)
					? readEntry(entry, keys, step, out)
					: "not an object";
				if (fault !== undefined) out.reject(`${place}[${i}]`, fault);
			});
		}
	},
};

interface Entries {
	readonly cc: string | undefined;
	readonly stats: readonly unknown[];
	readonly step: number;
	readonly place: string;
}

/** The API's answer, or lists of its entries under country codes. */
function entriesOf(json: unknown): readonly Entries[] {
	if (!isRecord(json)) return [];
	const data = json["data"];
	if (isRecord(data) && Array.isArray(data["stats"])) {
		const cc = textOf(data["resource"])?.toUpperCase();
		return [
			{
				cc: cc !== undefined && isCountryCode(cc) ? cc : undefined,
				stats: data["stats"],
				step: RESOLUTIONS[String(data["resolution"])] ?? DAY,
				place: "data.stats",
			},
		];
	}
	return Object.entries(json).flatMap(([cc, stats]) =>
		isCountryCode(cc) &&
		Array.isArray(stats) &&
		stats.some((one) => isRecord(one) && "v4_prefixes_ris" in one)
			? [{ cc, stats, step: DAY, place: cc }]
			: [],
	);
}

function keyOf(measure: string, cc: string): SignalKey {
	return {
		source: "ripestat",
		measure,
		unit: measure.startsWith("asns") ? "networks" : "prefixes",
		entity: { cc, area: null, asn: null },
		access: null,
		licence: "RIPEstat Service Terms; attribution to RIPE NCC",
		trouble: "fall",
		verified: true,
	};
}

function readEntry(
	entry: Item,
	keys: readonly SignalKey[],
	step: number,
	out: Collector,
): string | undefined {
	const windows = Array.isArray(entry["timeline"]) ? entry["timeline"] : [];
	let count = 0;
	for (const window of windows.filter(isRecord)) {
		const start = secondsOf(textOf(window["starttime"]) ?? "");
		const end = secondsOf(textOf(window["endtime"]) ?? "");
		if (start === undefined || end === undefined || end < start)
			return "a window without start and end";
		for (let at = start; at <= end; at += step) {
			if (++count > MOST_WINDOWS)
				return "an entry that stands for too many windows";
			for (const key of keys) {
				const value = numberOf(entry[key.measure]);
				out.add(
					key,
					at,
					value === undefined ? "gap" : value === -1 ? "unavailable" : value,
				);
			}
		}
	}
	return count === 0 ? "no timeline" : undefined;
}
