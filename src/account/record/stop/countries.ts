/** Countries as STOP names them. */
import { COUNTRY_CODES, countryName } from "../../../reference/index.ts";

/** Names that are not the runtime's own English ones: the long ones of ISO 3166, older ones, and slips. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	"bolivia (plurinational state of)": "BO",
	burma: "MM",
	"cabo verde": "CV",
	congo: "CG",
	"congo (democratic republic of the)": "CD",
	"democratic republic of (drc)": "CD",
	"democratic republic of the congo": "CD",
	democraticrepubliccongo: "CD",
	drc: "CD",
	"iran (islamic republic of)": "IR",
	"ivory coast": "CI",
	"korea (democratic people's republic of)": "KP",
	"lao people's democratic republic": "LA",
	"moldova, republic of": "MD",
	myanmar: "MM",
	palestine: "PS",
	"palestine, state of": "PS",
	"republic of the congo": "CG",
	"russian federation": "RU",
	// STOP lists it apart; the code is that of the state it lies in.
	somaliland: "SO",
	srilanka: "LK",
	swaziland: "SZ",
	"syrian arab republic": "SY",
	"tanzania, united republic of": "TZ",
	turkey: "TR",
	turkiye: "TR",
	"united states of america": "US",
	"united states of america (usa)": "US",
	"venezuela (bolivarian republic of)": "VE",
	"venezuela, bolivarian republic of": "VE",
	"viet nam": "VN",
};

let codes: ReadonlyMap<string, string> | undefined;

/** The code of a country by its name in STOP. */
export function countryOf(name: string): string | undefined {
	codes ??= new Map([
		...COUNTRY_CODES.map((cc) => [plain(countryName(cc)), cc] as const),
		...Object.entries(OTHER_NAMES),
	]);
	return codes.get(plain(name));
}

/** Without accents, case and typographic apostrophes. */
function plain(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replaceAll("’", "'")
		.trim()
		.toLowerCase();
}
