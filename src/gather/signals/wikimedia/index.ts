/**
 * Wikimedia's most-read articles of a country and day, added up: no total of a
 * country is published, so this stands in for one. Counts are rounded up to
 * hundreds. Unverified against a live source.
 */
import { isRecord } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { numberOf, secondsOf } from "../fields.ts";
import type { SignalReader } from "../types.ts";
import { unverifiedKey } from "../unverified.ts";

export const wikimedia: SignalReader = {
	source: "wikimedia",
	verified: false,
	accepts: (_, json) =>
		isRecord(json) &&
		Array.isArray(json["items"]) &&
		isRecord(json["items"][0]) &&
		Array.isArray(json["items"][0]["articles"]),
	read(_, json, __, out) {
		const { items } = json as { readonly items: readonly unknown[] };
		for (const [i, item] of items.entries()) {
			const place = `items[${i}]`;
			if (!isRecord(item) || !Array.isArray(item["articles"])) {
				out.reject(place, "no articles");
				continue;
			}
			const cc = String(item["country"]);
			const at = secondsOf(`${item["year"]}-${item["month"]}-${item["day"]}`);
			if (!isCountryCode(cc) || at === undefined) {
				out.reject(place, "no country and day");
				continue;
			}
			let views = 0;
			for (const article of item["articles"])
				views +=
					(isRecord(article) ? numberOf(article["views_ceil"]) : undefined) ??
					0;
			out.add(
				unverifiedKey({
					source: "wikimedia",
					measure: `top_views.${String(item["access"] ?? "all-access")}`,
					unit: "views of the 1000 most-read articles",
					entity: { cc, area: null, asn: null },
					licence: "CC0",
					trouble: "fall",
				}),
				at,
				views,
			);
		}
	},
};
