/** What whoever asks may give, as text: on the command line, in an address, in a form. Each gives undefined for what it refuses. */
import type { Assumption, CostKind } from "./types.ts";

/** Before this there was nothing to cut; after it the answer is not about anything. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** A day, or an instant of UTC, as an instant. A day is its first moment. */
export function readWhen(text: string): string | undefined {
	const [, day = "", time = "00:00", second = "00"] =
		/^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,3})?)?Z?)?$/.exec(
			text,
		) ?? [];
	const instant = `${day}T${time}:${second}Z`;
	const date = new Date(instant);
	const year = date.getUTCFullYear();
	// 31 February is no day, though a Date makes one of it.
	return year >= FIRST_YEAR &&
		year <= LAST_YEAR &&
		date.toISOString().startsWith(day)
		? instant
		: undefined;
}

/** Whoever describes an event and gives no share of the country means all of it, but for some areas, whose share nobody knows. */
export const scopeAsked = (
	kind: CostKind,
	scope: number | undefined,
): number | undefined => scope ?? (kind === "regional" ? undefined : 1);

/** A number as people write it in fields: no signs, no exponents. */
function readNumber(text: string): number | undefined {
	const digits = text.trim();
	return /^\d{1,15}(?:\.\d{1,9})?$/.test(digits) ? Number(digits) : undefined;
}

/** `0.25` or `25%`: from 0 to 1. */
export function readShare(text: string): number | undefined {
	const [, digits = "", percent = ""] =
		/^(.*?)\s*(%?)$/.exec(text.trim()) ?? [];
	const number = readNumber(digits);
	if (number === undefined) return undefined;
	const share = percent === "" ? number : number / 100;
	return share <= 1 ? share : undefined;
}

/** Hours, of at most a century. */
export function readHours(text: string): number | undefined {
	const hours = readNumber(text);
	return hours !== undefined && hours > 0 && hours <= 876_600
		? hours
		: undefined;
}

/** An amount of 0 or more. */
export const readAmount = readNumber;

const SHARES: ReadonlySet<Assumption> = new Set([
	"digitalShare",
	"serviceWeight",
	"degree",
	"trafficLost",
	"telecomShare",
	"taxRate",
]);

/** It is from 0 to 1. */
export const isShare = (name: Assumption): boolean => SHARES.has(name);

export function readAssumption(
	name: Assumption,
	text: string,
): number | undefined {
	const value = isShare(name) ? readShare(text) : readNumber(text);
	return name === "marketRate" && value === 0 ? undefined : value;
}
