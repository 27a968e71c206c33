/** Parts of an address, checked before anything is done with them. Each gives undefined for what it refuses. */
import { addDays } from "../../base/index.ts";

const MAX_TARGET = 300;
const MAX_UID = 200;
const MAX_ASN = 4_294_967_295;

/** `pk` as `PK`. */
export function readCc(text: string): string | undefined {
	return /^[a-z]{2}$/.test(text) ? text.toUpperCase() : undefined;
}

/** `as64496` as 64496. */
export function readAsn(text: string): number | undefined {
	const digits = /^as(\d{1,10})$/.exec(text)?.[1];
	const asn = digits === undefined ? Number.NaN : Number(digits);
	return asn <= MAX_ASN ? asn : undefined;
}

/** A day of the calendar as `YYYY-MM-DD`. */
export function readDay(text: string): string | undefined {
	if (!/^20\d\d-\d\d-\d\d$/.test(text)) return undefined;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && addDays(text, 0) === text
		? text
		: undefined;
}

/** A service or function id. */
export function readId(text: string): string | undefined {
	return /^[a-z0-9_]{1,60}$/.test(text) ? text : undefined;
}

/** A target: any text without control characters, not too long. */
export function readTarget(text: string): string | undefined {
	return text.length > 0 && text.length <= MAX_TARGET && !/\p{Cc}/u.test(text)
		? text
		: undefined;
}

/** A measurement's uid as collectors make them. */
export function readUid(text: string): string | undefined {
	return text.length <= MAX_UID && /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/.test(text)
		? text
		: undefined;
}

/** The number of a page of a list, from 1. */
export function readPage(text: string | undefined): number | undefined {
	if (text === undefined) return 1;
	return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
