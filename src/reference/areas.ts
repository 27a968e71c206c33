/**
 * Areas of countries by their ISO 3166-2 codes, and the names that sources use
 * for them. A part of an area ("Fars / Shiraz") is told apart from the area:
 * nothing below a province can be measured.
 */
import { iso31662 } from "iso-3166";
import { AREA_NAMES } from "./area-names.ts";

/** What a source's name of an area stands for. */
export interface Area {
	/** ISO 3166-2; undefined where the name is not known. */
	readonly code: string | undefined;
	/** The name is of no area, or of a part of one: a county, a district, a city. */
	readonly isPart: boolean;
}

const NAMES: ReadonlyMap<string, string> = new Map(
	iso31662.map(({ code, name }) => [code, name]),
);
const byCountry = new Map<string, ReadonlyMap<string, string>>();

/**
 * Reads a code or a name. A longer name with one area's name in it is of a part
 * of that area: "Fars / Shiraz", "Gwadar (Balochistan)", "10 districts of Punjab".
 */
export function areaOf(cc: string, name: string): Area {
	const known = namesOf(cc);
	const whole = codeOf(cc, name, known);
	if (whole !== undefined) return { code: whole, isPart: false };
	const parts = new Set(
		name
			.split(/[/(),:;]| of /)
			.flatMap((part) => codeOf(cc, part, known) ?? []),
	);
	const [only] = parts;
	return { code: parts.size === 1 ? only : undefined, isPart: true };
}

/** English or local name of a code; the code itself where it is not known. */
export function areaName(code: string): string {
	return NAMES.get(code) ?? code;
}

function codeOf(
	cc: string,
	name: string,
	known: ReadonlyMap<string, string>,
): string | undefined {
	const code = name.trim().toUpperCase();
	if (code.startsWith(`${cc}-`) && NAMES.has(code)) return code;
	return known.get(plain(name));
}

function namesOf(cc: string): ReadonlyMap<string, string> {
	const before = byCountry.get(cc);
	if (before) return before;
	const names = new Map<string, string>();
	const own = iso31662.filter(({ code }) => code.startsWith(`${cc}-`));
	// A province goes before a district of the same name.
	for (const { code, name } of [
		...own.filter(({ parent }) => parent === cc),
		...own.filter(({ parent }) => parent !== cc),
	]) {
		// "Kahramanmaraş (alias)" and "Bahia [Brazil]" by the name alone too.
		for (const one of [name, name.replace(/[([].*$/, "")])
			if (!names.has(plain(one))) names.set(plain(one), code);
	}
	for (const [name, code] of Object.entries(AREA_NAMES[cc] ?? {}))
		names.set(plain(name), code);
	byCountry.set(cc, names);
	return names;
}

/** Words that say what kind of area it is, and nothing of which. */
const KINDS =
	/\b(province|state|region|governorate|division|territory|oblast|estado|ostan|wilaya|muhafazat|county|of|the)\b/g;

function plain(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.replace(KINDS, " ")
		.replace(/\s+/g, "");
}
