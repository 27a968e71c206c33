/**
 * The Hijri calendar as Umm al-Qura reckons it, from the runtime's own tables
 * (ICU's `islamic-umalqura`): no dependency, the same on every Node we support.
 * Where months begin by a local sighting, `sighting.ts` moves these days.
 */
import { fromDayNumber } from "./days.ts";

export interface HijriDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const format = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
	year: "numeric",
	month: "numeric",
	day: "numeric",
	timeZone: "UTC",
});

const known = new Map<number, HijriDate>();

/** The Hijri date of a day's number. */
export function hijriOf(number: number): HijriDate {
	let date = known.get(number);
	if (date === undefined) {
		const parts = format.formatToParts(
			new Date(`${fromDayNumber(number)}T00:00:00Z`),
		);
		const value = (...types: readonly string[]): number =>
			Number.parseInt(
				parts.find(({ type }) => types.includes(type))?.value ?? "",
				10,
			);
		date = {
			year: value("relatedYear", "year"),
			month: value("month"),
			day: value("day"),
		};
		known.set(number, date);
	}
	return date;
}

/** 1 Muharram 1400 by Umm al-Qura: 20 November 1979. */
const EPOCH = { day: 3610, year: 1400 };
const YEAR_DAYS = 354.367;

/** The number of the day that a Hijri date falls on; undefined where no day near has that date. */
export function dayOfHijri(date: HijriDate): number | undefined {
	const guess = Math.round(
		EPOCH.day +
			(date.year - EPOCH.year) * YEAR_DAYS +
			(date.month - 1) * 29.53 +
			date.day -
			1,
	);
	for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
		const found = hijriOf(guess + shift);
		if (
			found.year === date.year &&
			found.month === date.month &&
			found.day === date.day
		)
			return guess + shift;
	}
	return undefined;
}
