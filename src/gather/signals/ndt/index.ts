/**
 * M-Lab's daily statistics of NDT (`histogram_daily_stats.json`): eight buckets
 * a day repeat the day's own numbers. Unverified against a live source:
 * written from its documents. The place stands in the address only.
 */
import { isRecord } from "../../../model/index.ts";
import { ccOf, numberOf, secondsOf, textOf } from "../fields.ts";
import type { SignalReader } from "../types.ts";
import { unverifiedKey } from "../unverified.ts";

const MEASURES = [
	["download_MED", "Mbit/s", "fall"],
	["upload_MED", "Mbit/s", "fall"],
	["download_minRTT_MED", "ms", "rise"],
	["dl_samples_day", "tests a day", "fall"],
] as const;

export const ndt: SignalReader = {
	source: "mlab-ndt",
	verified: false,
	accepts: (_, json) =>
		Array.isArray(json) && isRecord(json[0]) && "dl_samples_day" in json[0],
	read({ name }, json, options, out) {
		const entity = {
			cc: ccOf(options, name),
			area: options.area ?? null,
			asn: options.asn ?? null,
		};
		const keys = MEASURES.map(([measure, unit, trouble]) =>
			unverifiedKey({
				source: "mlab-ndt",
				measure,
				unit,
				entity,
				trouble,
				licence: "CC0 (as commonly stated, not verified)",
			}),
		);
		for (const [i, item] of (json as readonly unknown[]).entries()) {
			const at = isRecord(item)
				? secondsOf(textOf(item["date"]) ?? "")
				: undefined;
			if (!isRecord(item) || at === undefined) out.reject(`[${i}]`, "no day");
			else
				for (const key of keys)
					out.add(key, at, numberOf(item[key.measure]) ?? "gap");
		}
	},
};
