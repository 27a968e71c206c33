/**
 * Tor metrics, users a day by country (`userstats-relay-country.csv` and the
 * bridges' own). Unverified against a live source: written from its documents.
 * `lower` and `upper` are its own expectation; empty ones say nothing.
 */
import type { SignalKey } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { numberOf, secondsOf } from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { SignalReader } from "../types.ts";
import { unverifiedKey } from "../unverified.ts";

const HEADER = /^date,country,users,(lower,upper,)?frac$/;

export const tor: SignalReader = {
	source: "tor-metrics",
	verified: false,
	accepts: ({ text }) => HEADER.test(headerOf(withoutComments(text))),
	read({ text }, _, __, out) {
		const body = withoutComments(text);
		const measure = headerOf(body).includes("lower")
			? "relay_users"
			: "bridge_users";
		const keys = new Map<string, SignalKey>();
		readRows(body, ["date", "country", "users"], out, (row) => {
			const cc = row.get("country").toUpperCase();
			if (cc === "") return "the sum of all countries: not used";
			if (!isCountryCode(cc)) return "an unknown country code";
			const [at, users] = [
				secondsOf(row.get("date")),
				numberOf(row.get("users")),
			];
			if (at === undefined) return "no day";
			const key =
				keys.get(cc) ??
				unverifiedKey({
					source: "tor-metrics",
					measure,
					unit: "users a day, estimated",
					entity: { cc, area: null, asn: null },
					licence: "CC0 (as commonly stated, not verified)",
					// Bridges are what people turn to when relays are blocked.
					trouble: measure === "bridge_users" ? "rise" : "fall",
				});
			keys.set(cc, key);
			out.add(key, at, users ?? "gap");
			return undefined;
		});
	},
};

/** Comment lines become empty, so that the others keep their numbers in order; those before the header go. */
function withoutComments(text: string): string {
	return text.replace(/^(#.*\n)+/, "").replace(/^#.*$/gm, "");
}
