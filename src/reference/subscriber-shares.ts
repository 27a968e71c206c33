/**
 * Shares of subscribers by network, from a file that the operator of a site
 * supplies: none ships, since none is free to pass on. A country whose rows
 * cannot all be used is left out as a whole: a sum that lacks a network would
 * understate what is restricted.
 */
import { readCsv } from "./csv.ts";

export interface CountryShares {
	/** Percent of the country's mobile subscribers, by ASN. */
	readonly percentOf: ReadonlyMap<number, number>;
	/** Who counted, in the words that pages name it by. */
	readonly source: string;
	/** Of when the counts are: `2026`, `2026-03` or a day. */
	readonly vintage: string;
}

export interface SubscriberShares {
	/** By country code. */
	readonly countries: ReadonlyMap<string, CountryShares>;
	/** What could not be used, with its line. */
	readonly problems: readonly string[];
}

const COLUMNS = ["cc", "asn", "share", "source", "vintage"];
/** Published shares are rounded: their sum may pass the whole by this much. */
const ROUNDING_PERCENT = 1;
const MAX_ASN = 4_294_967_295;

/** Reads `cc,asn,share,source,vintage`, shares in percent. Never throws. */
export function parseSubscriberShares(text: string): SubscriberShares {
	const table = readCsv(text, COLUMNS);
	const problems = [...table.problems];
	const countries = new Map<
		string,
		CountryShares & { readonly percentOf: Map<number, number> }
	>();
	const spoilt = new Set<string>();
	for (const row of table.rows) {
		const [cc = "", asn = "", share = "", source = "", vintage = ""] =
			COLUMNS.map((column) => row.get(column).trim());
		const held = countries.get(cc) ?? {
			percentOf: new Map(),
			source,
			vintage,
		};
		const problem = !/^[A-Z]{2}$/.test(cc)
			? "not a country code"
			: !/^\d{1,10}$/.test(asn) || Number(asn) > MAX_ASN
				? "not an AS number"
				: held.percentOf.has(Number(asn))
					? "a network given twice"
					: !/^\d{1,3}(?:\.\d+)?$/.test(share) || Number(share) > 100
						? "not a share in percent"
						: !/^\d{4}(?:-\d\d){0,2}$/.test(vintage)
							? "not a year, month or day"
							: source === ""
								? "no source"
								: source !== held.source || vintage !== held.vintage
									? "another source or vintage than the country's first row"
									: undefined;
		if (problem !== undefined) {
			problems.push(`line ${row.line}: ${problem}`);
			spoilt.add(cc);
			continue;
		}
		held.percentOf.set(Number(asn), Number(share));
		countries.set(cc, held);
	}
	for (const [cc, { percentOf }] of countries) {
		const sum = [...percentOf.values()].reduce((a, b) => a + b, 0);
		if (sum > 100 + ROUNDING_PERCENT) {
			problems.push(`${cc}: shares add up to ${sum}%`);
			spoilt.add(cc);
		}
	}
	for (const cc of spoilt) countries.delete(cc);
	return { countries, problems };
}
