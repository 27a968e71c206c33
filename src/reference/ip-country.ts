/** IP-to-country data: CSV rows `start,end,cc` (both ends inclusive), looked up as IP-to-AS data are. */
import { compileAsn } from "./asn.ts";
import { COUNTRY_CODES } from "./countries.ts";

export interface CountryCompilation {
	/** Country of an address; undefined where it is not known. */
	readonly lookup: (ip: string) => string | undefined;
	/** Rows used. */
	readonly rowCount: number;
	readonly badRowCount: number;
	/** The first rows that could not be used, with the reason. */
	readonly problems: readonly string[];
}

/** Number by which a country stands in the compiled ranges: 0 is nobody's. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
	COUNTRY_CODES.map((cc, i) => [cc, i + 1]),
);

/** Compiles texts of IPv4 and IPv6 rows, in any order. A row of an unknown country is none. */
export function compileCountries(
	...texts: readonly string[]
): CountryCompilation {
	const numbered = texts.map((text) =>
		text.replaceAll(
			/,"?([A-Z]{2})"?(?=\r?$)/gm,
			(_, cc: string) => `,${NUMBERS.get(cc) ?? cc}`,
		),
	);
	const { database, rowCount, badRowCount, problems } = compileAsn(...numbered);
	return {
		lookup: (ip) => COUNTRY_CODES[database.lookup(ip) - 1],
		rowCount,
		badRowCount,
		problems,
	};
}
