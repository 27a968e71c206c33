/**
 * Internet Society Pulse, in its older form of events; the fields of its
 * present API were not found. Unverified against a live source.
 */
import { isRecord, type ToldOutage } from "../../../model/index.ts";
import { ccOfName, instantOf, secondsOf, textOf } from "../fields.ts";
import type { SignalReader } from "../types.ts";

export const pulse: SignalReader = {
	source: "isoc-pulse",
	verified: false,
	accepts: (_, json) =>
		isRecord(json) &&
		Array.isArray(json["events"]) &&
		isRecord(json["events"][0]) &&
		"countryAlpha2Code" in json["events"][0],
	read(_, json, __, out) {
		const events = (json as { readonly events: readonly unknown[] }).events;
		events.forEach((event, i) => {
			const told = isRecord(event) ? readEvent(event) : "not an object";
			if (typeof told === "string") out.reject(`events[${i}]`, told);
			else out.tell(told);
		});
	},
};

function readEvent(
	event: Readonly<Record<string, unknown>>,
): ToldOutage | string {
	const cc = ccOfName(textOf(event["countryAlpha2Code"]) ?? "");
	if (cc === undefined) return "an unknown country code";
	const meta = isRecord(event["meta"]) ? event["meta"] : {};
	const startedAt = dayOf(meta["startDate"]);
	if (startedAt === null) return "no start";
	const regions = meta["affectedRegions"];
	return {
		source: "isoc-pulse",
		measure: textOf(meta["type"]),
		entity: { cc, area: null, asn: null },
		access: null,
		startedAt,
		endedAt: dayOf(meta["endDate"]),
		cause: textOf(meta["cause"]),
		scope:
			regions === null
				? "national"
				: Array.isArray(regions)
					? regions.join(", ")
					: textOf(regions),
		description: null,
		depth: null,
		score: null,
		confirmed: true,
		url: textOf(event["link"]),
		licence: "not stated",
		verified: false,
	};
}

/** dd/mm/yyyy. */
function dayOf(value: unknown): string | null {
	const [, day, month, year] =
		/^(\d\d)\/(\d\d)\/(\d{4})$/.exec(textOf(value) ?? "") ?? [];
	const seconds = secondsOf(`${year}-${month}-${day}`);
	return seconds === undefined ? null : (instantOf(seconds) ?? null);
}
