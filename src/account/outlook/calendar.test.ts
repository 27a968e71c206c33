import assert from "node:assert/strict";
import { test } from "node:test";
import { makeCalendar } from "./calendar.ts";
import { toDayNumber } from "./days.ts";
import type { Occasion, StatedDate } from "./occasions.ts";

const ASHURA: Occasion = {
	id: "ashura",
	cc: "PK",
	name: "Ashura",
	class: "religious_holiday",
	rule: { kind: "hijri", month: 1, day: 10 },
	calendarNames: ["Ashura"],
	firstDay: -3,
	lastDay: 0,
	usableSince: undefined,
	source: "",
};
const observed = (on: string): StatedDate => ({
	cc: "PK",
	name: "Ashura",
	first: toDayNumber(on),
	last: toDayNumber(on),
	status: "observed",
	knownSince: undefined,
	source: "",
});
const [since, until] = [toDayNumber("2015-01-01"), toDayNumber("2027-01-01")];
/** Umm al-Qura: 16 July 2024. */
const OBSERVED_2024 = toDayNumber("2024-07-17");

test("P13: the observed date of a feast changes no forecast that was made before it", () => {
	const dates = [observed("2022-08-09"), observed("2023-07-29")];
	const days = Array.from({ length: 14 }, (_, i) => OBSERVED_2024 - 7 + i);
	const expectedBy = (on: string) => {
		const calendar = makeCalendar(
			[ASHURA],
			[...dates, observed(on)],
			since,
			until,
		);
		return days.map((day) =>
			calendar
				.expectedOn(day, day - 1)
				.map(({ part, weight }) => [part, weight]),
		);
	};
	const upTo = (on: string) => expectedBy(on).slice(0, 7);
	assert.deepEqual(upTo("2024-07-17"), upTo("2024-07-18"));
});

test("a feast is spread over the days it may fall on, and its chances add up to one", () => {
	const calendar = makeCalendar([ASHURA], [], since, until);
	let chance = 0;
	for (let day = OBSERVED_2024 - 10; day < OBSERVED_2024 + 10; day++)
		for (const { part, weight } of calendar.expectedOn(day, day - 1))
			if (part === "day") chance += weight;
	assert.ok(Math.abs(chance - 1) < 1e-9);
});

test("sightings seen before decide where a feast is expected", () => {
	const late = ["2021-08-20", "2022-08-09", "2023-07-29"].map(observed);
	const calendar = makeCalendar([ASHURA], late, since, until);
	const chanceOf = (day: number) =>
		calendar
			.expectedOn(day, OBSERVED_2024 - 10)
			.find(({ part }) => part === "day")?.weight ?? 0;
	assert.ok(chanceOf(OBSERVED_2024) > 2 * chanceOf(OBSERVED_2024 - 1));
});

test("P13: an occasion that was listed for what it saw is unknown to forecasts before that", () => {
	const listed: Occasion = {
		...ASHURA,
		id: "memorial",
		rule: { kind: "fixed", month: 1, day: 25 },
		calendarNames: [],
		usableSince: toDayNumber("2025-01-27"),
	};
	const calendar = makeCalendar([listed], [], since, until);
	const day = toDayNumber("2025-01-25");
	assert.deepEqual(calendar.expectedOn(day, day - 1), []);
	assert.equal(calendar.actualOn(day)[0]?.part, "day");
	const next = toDayNumber("2026-01-25");
	assert.equal(calendar.expectedOn(next, next - 1)[0]?.part, "day");
});

test("P13: an election is known a month ahead, or since its source says", () => {
	const election: Occasion = {
		...ASHURA,
		id: "election",
		rule: { kind: "dated" },
		calendarNames: ["Election"],
		firstDay: -1,
	};
	const day = toDayNumber("2024-02-08");
	const date = { ...observed("2024-02-08"), name: "Election" };
	const calendar = makeCalendar([election], [date], since, until);
	assert.equal(calendar.expectedOn(day, day - 31).length, 0);
	assert.equal(calendar.expectedOn(day, day - 30).length, 1);
	const early = makeCalendar(
		[election],
		[{ ...date, knownSince: day - 90 }],
		since,
		until,
	);
	assert.equal(early.expectedOn(day, day - 90).length, 1);
});

test("a day that a list begins to name late was not held before, as far as is known", () => {
	const day: Occasion = {
		...ASHURA,
		id: "new-day",
		rule: { kind: "fixed", month: 5, day: 3 },
		calendarNames: ["New Day"],
		firstDay: 0,
	};
	const calendar = makeCalendar(
		[day],
		[{ ...observed("2020-05-03"), name: "New Day", status: "fixed" }],
		since,
		until,
	);
	assert.equal(calendar.actualOn(toDayNumber("2019-05-03")).length, 0);
	assert.equal(calendar.actualOn(toDayNumber("2021-05-03")).length, 1);
});
