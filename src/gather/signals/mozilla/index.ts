/**
 * Mozilla's outage telemetry: parts of connections that timed out or found no
 * route, by city and hour. Unverified against a live source: written from a
 * list of its fields.
 */
import type { SignalKey } from "../../../model/index.ts";
import { ccOfName, numberOf, secondsOf } from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { SignalReader } from "../types.ts";
import { unverifiedKey } from "../unverified.ts";

const MEASURES = ["proportion_timeout", "proportion_unreachable"] as const;

export const mozilla: SignalReader = {
	source: "mozilla",
	verified: false,
	accepts: ({ text }) => {
		const header = headerOf(text);
		return (
			header.startsWith("datetime,country") && header.includes("proportion_")
		);
	},
	read({ text }, _, __, out) {
		const keys = new Map<string, SignalKey>();
		readRows(text, ["datetime", "country"], out, (row, columns) => {
			const cc = ccOfName(row.get("country"));
			if (cc === undefined) return "an unknown country";
			// BigQuery prints `2024-01-01 00:00:00 UTC`.
			const at = secondsOf(row.get("datetime").replace(/ UTC$/, ""));
			if (at === undefined) return "no time";
			const area = row.get("city") || null;
			for (const measure of MEASURES) {
				if (!columns.includes(measure)) continue;
				const name = `${measure} ${cc} ${area}`;
				const key =
					keys.get(name) ??
					unverifiedKey({
						source: "mozilla",
						measure,
						unit: "part of connections",
						entity: { cc, area, asn: null },
						licence: "not stated",
						trouble: "rise",
					});
				keys.set(name, key);
				out.add(key, at, numberOf(row.get(measure)) ?? "gap");
			}
			return undefined;
		});
	},
};
