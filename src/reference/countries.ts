/**
 * Countries by their ISO 3166-1 alpha-2 codes. Names come from the runtime's
 * own CLDR data, in any language it has, so that no list needs to be kept.
 */
import { EMULATED_CC, UNKNOWN_CC } from "../model/index.ts";

/** The 249 codes of ISO 3166-1, and XK, which IP-to-country data use for Kosovo. */
const CODES =
	"AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
	"MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG " +
	"UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK";

/** Codes of countries and territories, sorted; without the emulated and the unknown one. */
export const COUNTRY_CODES: readonly string[] = CODES.split(" ").sort();

const KNOWN: ReadonlySet<string> = new Set([
	...COUNTRY_CODES,
	EMULATED_CC,
	UNKNOWN_CC,
]);

const displayNames = new Map<string, Intl.DisplayNames>();

/** Whether data may carry this code: a country, `QZ` (emulated) or `ZZ` (unknown). */
export function isCountryCode(cc: string): boolean {
	return KNOWN.has(cc);
}

/** Name of a country in `language` (BCP 47, English where left out); the code itself where it is not known. */
export function countryName(cc: string, language = "en"): string {
	if (cc === EMULATED_CC) return "Emulated country";
	if (cc === UNKNOWN_CC) return "Unknown country";
	if (!KNOWN.has(cc)) return cc;
	let names = displayNames.get(language);
	if (names === undefined) {
		names = new Intl.DisplayNames([language, "en"], {
			type: "region",
			fallback: "code",
		});
		displayNames.set(language, names);
	}
	return names.of(cc) ?? cc;
}
