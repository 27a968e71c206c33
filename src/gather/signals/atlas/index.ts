/**
 * RIPE Atlas results, one to a line: how many of the packets of pings came
 * back, as the mean of an hour's probes. A result does not say where its probe
 * is, so country and network must be given. Fields differ by firmware: counts
 * come as text or as numbers.
 */
import { type SignalKey, UNKNOWN_CC } from "../../../model/index.ts";
import { numberOf } from "../fields.ts";
import { firstLineJson, readLines } from "../tables.ts";
import type { SignalReader } from "../types.ts";

export const atlas: SignalReader = {
	source: "ripe-atlas",
	verified: true,
	accepts: ({ text }) => {
		const first = firstLineJson(text);
		return "prb_id" in first && "msm_id" in first;
	},
	read({ text }, _, options, out) {
		const keys = new Map<string, SignalKey>();
		readLines(text, out, (record) => {
			if (record["type"] !== "ping") return "no ping: not read as a signal";
			const [at, sent, received] = ["timestamp", "sent", "rcvd"].map((field) =>
				numberOf(record[field]),
			);
			if (at === undefined) return "no time";
			if (sent === undefined || received === undefined || sent <= 0)
				return "no counts of packets";
			if (received < 0 || received > sent)
				return "more packets received than sent";
			const measure = `ping.${String(record["msm_id"])}`;
			const key = keys.get(measure) ?? {
				source: "ripe-atlas",
				measure,
				unit: "part of packets answered",
				entity: {
					cc: options.cc ?? UNKNOWN_CC,
					area: options.area ?? null,
					asn: options.asn ?? null,
				},
				access: options.access ?? null,
				licence: "RIPE Atlas terms; attribution to RIPE NCC",
				trouble: "fall" as const,
				verified: true,
			};
			keys.set(measure, key);
			out.average(key, at, received / sent);
			return undefined;
		});
	},
};
