import assert from "node:assert/strict";
import { test } from "node:test";
import {
	daysBetween,
	hoursBetween,
	hoursPast,
	intervalOf,
	localDays,
	type RecordTime,
	type TimePrecision,
} from "./time.ts";
import { isZone, zoneOfCountry } from "./zones.ts";

const at = (
	date: string,
	precision: TimePrecision = "day",
	zone: string | undefined = "Asia/Karachi",
): RecordTime => ({ date, precision, zone });

test("a day in Lahore is not a UTC day", () => {
	assert.deepEqual(intervalOf(at("2024-02-17")), {
		since: "2024-02-16T19:00:00Z",
		until: "2024-02-17T19:00:00Z",
	});
});

test("a time keeps the precision that its source gives", () => {
	const spans: readonly (readonly [RecordTime, string, string])[] = [
		[at("2024-02", "month"), "2024-01-31T19:00:00Z", "2024-02-29T19:00:00Z"],
		[at("2024-07-15", "month"), "2024-06-30T19:00:00Z", "2024-07-31T19:00:00Z"],
		[at("2009", "year"), "2008-12-31T19:00:00Z", "2009-12-31T19:00:00Z"],
		[at("2024-02-12", "week"), "2024-02-11T19:00:00Z", "2024-02-18T19:00:00Z"],
		[
			at("2024-02-17T22:00+05:00", "hour"),
			"2024-02-17T17:00:00Z",
			"2024-02-17T18:00:00Z",
		],
		[
			at("2008-02-24T18:47:00Z", "minute"),
			"2008-02-24T18:47:00Z",
			"2008-02-24T18:48:00Z",
		],
		[
			at("2024-02-17T22:00", "minute"),
			"2024-02-17T17:00:00Z",
			"2024-02-17T17:01:00Z",
		],
	];
	for (const [time, since, until] of spans)
		assert.deepEqual(intervalOf(time), { since, until }, time.date);
	assert.equal(intervalOf(at("2024-02-17", "on_or_before")).since, undefined);
});

test("a day in a country with several zones and none named is a day somewhere on earth", () => {
	assert.deepEqual(intervalOf({ date: "2024-02-17", precision: "day" }), {
		since: "2024-02-16T10:00:00Z",
		until: "2024-02-18T12:00:00Z",
	});
});

test("days on which clocks are set are as long as they were", () => {
	const length = (date: string): number => {
		const { since, until } = intervalOf(at(date, "day", "Europe/Berlin"));
		return (Date.parse(until) - Date.parse(since ?? "")) / 3_600_000;
	};
	assert.equal(length("2024-03-31"), 23);
	assert.equal(length("2024-10-27"), 25);
	assert.equal(length("2024-06-01"), 24);
});

test("days are counted on the calendar of the place, and bounded where a date is coarse", () => {
	const start = at("2024-02-17T22:00+05:00", "hour");
	assert.deepEqual(daysBetween(start, at("2025-05-07")), {
		least: 445,
		most: 445,
		approximate: false,
	});
	assert.deepEqual(daysBetween(start, at("2024-02-17T19:30:00Z", "minute")), {
		least: 1,
		most: 1,
		approximate: false,
	});
	assert.deepEqual(daysBetween(start, at("2024-07", "month")), {
		least: 135,
		most: 165,
		approximate: false,
	});
	assert.equal(
		daysBetween(start, at("2024-03-19", "approximate")).approximate,
		true,
	);
	assert.deepEqual(localDays(at("2024-02-17T19:30:00Z", "minute")), [
		"2024-02-18",
		"2024-02-18",
	]);
});

test("hours between two days have bounds; past a day they count from its end", () => {
	const [first, third] = [at("2024-02-01"), at("2024-02-03")];
	assert.deepEqual(hoursBetween(first, third), {
		leastHours: 24,
		mostHours: 72,
	});
	assert.deepEqual(hoursPast(first, third), { leastHours: 24, mostHours: 48 });
	assert.deepEqual(hoursPast(third, first), {
		leastHours: -72,
		mostHours: -48,
	});
});

test("a country has a zone where it has only one, by its present name", () => {
	assert.equal(zoneOfCountry("PK"), "Asia/Karachi");
	assert.equal(zoneOfCountry("IN"), "Asia/Kolkata");
	assert.equal(zoneOfCountry("RU"), undefined);
	assert.equal(zoneOfCountry("QZ"), undefined);
	assert.ok(isZone("Asia/Kolkata"));
	assert.ok(!isZone("Asia/Atlantis"));
	assert.ok(!isZone("+05:00"));
});
