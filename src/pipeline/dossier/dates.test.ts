import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSpan, formatTime } from "./dates.ts";

test("a time is worded no more exactly than its source gives it", () => {
	const zone = "Asia/Karachi";
	for (const [date, precision, words] of [
		["2024", "year", "2024"],
		["2024-02", "month", "February 2024"],
		["2024-02-17", "day", "17 February 2024"],
		["2024-02-17", "week", "week of 17 February 2024"],
		["2024-02-17", "approximate", "about 17 February 2024"],
		["2024-02-17", "on_or_before", "17 February 2024 or before"],
		["2024-02-17", "forecast", "17 February 2024 (as predicted)"],
		["2024-02-17T22:00+05:00", "hour", "17 February 2024, about 22:00"],
		["2024-02-19T12:24+05:00", "minute", "19 February 2024, 12:24"],
	] as const)
		assert.equal(formatTime({ date, precision, zone }), words);
});

test("an instant of UTC is given by the clocks of the place first", () => {
	const date = "2024-02-17T20:30:00Z";
	assert.equal(
		formatTime({ date, precision: "minute", zone: "Asia/Karachi" }),
		"18 February 2024, 01:30 (20:30 UTC)",
	);
	assert.equal(
		formatTime({ date, precision: "hour" }),
		"17 February 2024, about 20:30 UTC",
	);
});

test("a span that begins and ends alike is one time", () => {
	const day = { date: "2024-02-17", precision: "day" } as const;
	assert.equal(formatSpan(day, day), "17 February 2024");
	assert.equal(
		formatSpan(day, { ...day, date: "2024-03-01" }),
		"17 February 2024 to 1 March 2024",
	);
});
