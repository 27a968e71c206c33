/** Single fields of what others publish: numbers, instants, countries, words. */
import { UNKNOWN_CC } from "../../model/index.ts";
import {
	COUNTRY_CODES,
	countryName,
	isCountryCode,
} from "../../reference/index.ts";
import type { ReadOptions } from "./types.ts";

/** A finite number, also from text; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
	if (typeof value === "number")
		return Number.isFinite(value) ? value : undefined;
	if (typeof value !== "string" || !/^\s*-?[\d.]+(e[+-]?\d+)?\s*$/i.test(value))
		return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

export function textOf(value: unknown): string | null {
	return typeof value === "string" && value !== "" ? value : null;
}

const WALL =
	/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Seconds since 1970 of an ISO-like date or time; UTC where no offset stands. Undefined where it is none. */
export function secondsOf(text: string): number | undefined {
	const match = WALL.exec(text.trim());
	if (!match) return undefined;
	const [, day, time = "00:00:00", zone = "Z"] = match;
	const ms = Date.parse(`${day}T${time}${zone}`);
	return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

/** UTC ISO 8601 of seconds since 1970; undefined outside the range of dates. */
export function instantOf(seconds: number): string | undefined {
	const date = new Date(seconds * 1000);
	return Number.isNaN(date.getTime())
		? undefined
		: date.toISOString().replace(".000Z", "Z");
}

/** The country of options, else a code in capitals in the file's name, else unknown. */
export function ccOf(options: ReadOptions, fileName: string): string {
	if (options.cc !== undefined) return options.cc;
	const codes = fileName
		.split(/[^A-Za-z]+/)
		.filter((word) => /^[A-Z]{2}$/.test(word) && isCountryCode(word));
	return codes.length === 1 ? (codes[0] as string) : UNKNOWN_CC;
}

/** Names that sources use and the runtime's list does not. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	"bosnia-hercegovina": "BA",
	burma: "MM",
	congo: "CG",
	"cote d'ivoire": "CI",
	"democratic republic of the congo": "CD",
	"democratic republic of (drc)": "CD",
	drc: "CD",
	macedonia: "MK",
	myanmar: "MM",
	palestine: "PS",
	"republic of congo": "CG",
	"ivory coast": "CI",
	swaziland: "SZ",
	turkey: "TR",
	"united states of america": "US",
	"the gambia": "GM",
	"hong kong": "HK",
};
let byName: ReadonlyMap<string, string> | undefined;

/** The code of a country's code or English name; undefined where it is not known. */
export function ccOfName(name: string): string | undefined {
	if (isCountryCode(name.toUpperCase())) return name.toUpperCase();
	byName ??= new Map([
		...COUNTRY_CODES.map((cc) => [plain(countryName(cc)), cc] as const),
		...Object.entries(OTHER_NAMES),
	]);
	return byName.get(plain(name));
}

function plain(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/\s*&\s*/g, " and ")
		.replace(/^the /i, "")
		.trim()
		.toLowerCase();
}
