/**
 * Where reference data come from, under which terms, and what is least
 * expected of each. None of it ships: the operator fetches it.
 */

/** How a source's text is read. */
export type SourceKind =
	| "dns_fingerprints"
	| "http_fingerprints"
	| "asn"
	| "country"
	| "test_list"
	| "test_categories";

export interface ReferenceSource {
	/** Path of the file in a snapshot. */
	readonly name: string;
	readonly kind: SourceKind;
	readonly url: string;
	/** Names under which a folder may hold the file. */
	readonly localNames: readonly string[];
	readonly licence: string;
	/** Fewer usable rows than this are not the real thing. */
	readonly fewestRows: number;
	readonly maxBytes: number;
}

const FINGERPRINTS =
	"https://raw.githubusercontent.com/ooni/blocking-fingerprints/main";
const TEST_LISTS =
	"https://raw.githubusercontent.com/citizenlab/test-lists/master/lists";
/** Not the npm package of the same project: its own README calls that faulty and discontinued since June 2026. */
const ASN = "https://github.com/sapics/ip-location-db/releases/download/latest";

const MIB = 1024 * 1024;

/** The repository names no licence; OONI's general one for data is assumed. */
const FINGERPRINT_LICENCE = "CC-BY-NC-SA-4.0";
const TEST_LIST_LICENCE = "CC-BY-NC-SA-4.0";
const ASN_LICENCE = "PDDL-1.0";

/** All sources, with the test lists of `countries` (ISO 3166-1 alpha-2) beside the world's. */
export function referenceSources(
	countries: readonly string[],
): readonly ReferenceSource[] {
	return [
		...(["dns", "http"] as const).map((part) =>
			describeSource({
				name: `fingerprints_${part}.csv`,
				kind: `${part}_fingerprints`,
				url: `${FINGERPRINTS}/fingerprints_${part}.csv`,
				licence: FINGERPRINT_LICENCE,
				fewestRows: part === "dns" ? 100 : 800,
			}),
		),
		...(["ipv4", "ipv6"] as const).map((family) =>
			describeSource({
				name: `asn-${family}.csv`,
				kind: "asn",
				url: `${ASN}/origin-asn-${family}.csv`,
				localNames: [`origin-asn-${family}.csv`, `asn-${family}.csv`],
				licence: ASN_LICENCE,
				fewestRows: family === "ipv4" ? 200_000 : 50_000,
				maxBytes: 128 * MIB,
			}),
		),
		...(["ipv4", "ipv6"] as const).map((family) =>
			describeSource({
				name: `country-${family}.csv`,
				kind: "country",
				url: `${ASN}/user-country-${family}.csv`,
				localNames: [`user-country-${family}.csv`, `country-${family}.csv`],
				licence: ASN_LICENCE,
				fewestRows: family === "ipv4" ? 50_000 : 10_000,
				maxBytes: 128 * MIB,
			}),
		),
		describeSource({
			name: "test-lists/legend.csv",
			kind: "test_categories",
			url: `${TEST_LISTS}/00-LEGEND-new_category_codes.csv`,
			localNames: ["00-LEGEND-new_category_codes.csv"],
			licence: TEST_LIST_LICENCE,
			fewestRows: 20,
		}),
		...["global", ...countries.map((cc) => cc.toLowerCase())].map((list) =>
			describeSource({
				name: `test-lists/${list}.csv`,
				kind: "test_list",
				url: `${TEST_LISTS}/${list}.csv`,
				localNames: [`${list}.csv`],
				licence: TEST_LIST_LICENCE,
				fewestRows: list === "global" ? 500 : 1,
			}),
		),
	];
}

function describeSource(
	source: Omit<ReferenceSource, "localNames" | "maxBytes"> &
		Partial<ReferenceSource>,
): ReferenceSource {
	return { localNames: [source.name], maxBytes: 16 * MIB, ...source };
}
