/**
 * Validators as data: what a value must look like, member by member. Every
 * fault is collected with its place, so that a person can mend a file at one
 * go. A validator that met a fault gives something of its type all the same;
 * who asks uses it only where there was none.
 */
import { isRecord } from "../../model/index.ts";

export interface Fault {
	/** `claims[0].since.date`; empty for the whole. */
	readonly at: string;
	readonly problem: string;
}

export type Validator<T> = (value: unknown, at: string, faults: Fault[]) => T;

/** Longest text that a field may hold. */
const MAX_TEXT = 20_000;
const MAX_ITEMS = 1000;

/** A text that is not empty. */
export const text: Validator<string> = (value, at, faults) => {
	if (typeof value !== "string") faults.push({ at, problem: "not a text" });
	else if (value.trim() === "") faults.push({ at, problem: "empty" });
	else if (value.length > MAX_TEXT)
		faults.push({ at, problem: `over ${MAX_TEXT} characters` });
	return String(value);
};

export const flag: Validator<boolean> = (value, at, faults) => {
	if (typeof value !== "boolean")
		faults.push({ at, problem: "neither true nor false" });
	return value === true;
};

export const amount: Validator<number> = (value, at, faults) => {
	if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
		faults.push({ at, problem: "not a number from 0" });
	return Number(value);
};

/** A text for which `test` holds. */
export function textThat(
	test: (text: string) => boolean,
	problem: string,
): Validator<string> {
	return (value, at, faults) => {
		if (typeof value !== "string" || !test(value))
			faults.push({ at, problem: `${problem}: ${shown(value)}` });
		return String(value);
	};
}

export function oneOf<T extends string>(words: readonly T[]): Validator<T> {
	return (value, at, faults) => {
		const word = words.find((one) => one === value);
		if (word === undefined)
			faults.push({ at, problem: `unknown word ${shown(value)}` });
		return word ?? (words[0] as T);
	};
}

/** May be absent: unknown. */
export function optional<T>(inner: Validator<T>): Validator<T | undefined> {
	return (value, at, faults) =>
		value === undefined ? undefined : inner(value, at, faults);
}

/** May be absent (unknown) or null (there is none). */
export function orNone<T>(
	inner: Validator<T>,
): Validator<T | null | undefined> {
	return (value, at, faults) =>
		value === undefined || value === null ? value : inner(value, at, faults);
}

export function listOf<T>(inner: Validator<T>): Validator<readonly T[]> {
	return (value, at, faults) => {
		if (!Array.isArray(value) || value.length > MAX_ITEMS) {
			faults.push({ at, problem: `not a list of up to ${MAX_ITEMS}` });
			return [];
		}
		return value.map((item, index) => inner(item, `${at}[${index}]`, faults));
	};
}

/** An object with these members and no others. */
export function object<T>(
	members: {
		readonly [K in keyof Required<T>]: Validator<T[K]>;
	},
): Validator<T> {
	const known = Object.entries<Validator<unknown>>(members);
	return (value, at, faults) => {
		if (!isRecord(value)) {
			faults.push({ at, problem: "not an object" });
			return {} as T;
		}
		const inside = (name: string): string => (at ? `${at}.${name}` : name);
		for (const name of Object.keys(value))
			if (!Object.hasOwn(members, name))
				faults.push({ at: inside(name), problem: "unknown field" });
		const read = known.map(([name, inner]) => [
			name,
			inner(value[name], inside(name), faults),
		]);
		return Object.fromEntries(
			read.filter(([, item]) => item !== undefined),
		) as T;
	};
}

function shown(value: unknown): string {
	return value === undefined ? "(missing)" : JSON.stringify(value).slice(0, 80);
}
