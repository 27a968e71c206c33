import assert from "node:assert/strict";
import { test } from "node:test";
import { fromDayNumber, toDayNumber } from "./days.ts";
import { dayOfHijri, hijriOf } from "./hijri.ts";

test("Umm al-Qura's dates are those that Saudi Arabia printed", () => {
	const dates = [
		["2024-07-07", 1446, 1, 1],
		["2024-04-10", 1445, 10, 1],
		["2025-06-06", 1446, 12, 10],
		["2019-08-31", 1441, 1, 1],
	] as const;
	for (const [on, year, month, day] of dates) {
		assert.deepEqual(hijriOf(toDayNumber(on)), { year, month, day });
		assert.equal(fromDayNumber(dayOfHijri({ year, month, day }) ?? 0), on);
	}
});

test("every day of a century has one Hijri date, and that date has that day", () => {
	for (
		let day = toDayNumber("1990-01-01");
		day < toDayNumber("2060-01-01");
		day += 11
	)
		assert.equal(dayOfHijri(hijriOf(day)), day);
});

test("a Hijri date that does not exist has no day", () => {
	assert.equal(dayOfHijri({ year: 1446, month: 1, day: 31 }), undefined);
});
