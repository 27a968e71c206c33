import assert from "node:assert/strict";
import test from "node:test";
import type { RestrictionEntry } from "../../account/record/index.ts";
import {
	intervalName,
	recordDate,
	restrictionDates,
	sourceName,
} from "./record-words.ts";

test("dates of the record keep the precision of their sources, local time first and UTC beside", () => {
	assert.equal(recordDate("2024"), "2024");
	assert.equal(recordDate("2024-02"), "Feb 2024");
	assert.equal(recordDate("2024-02-17"), "17 Feb 2024");
	assert.equal(
		recordDate("2024-02-17T22:00:00+05:00"),
		"17 Feb 2024, 22:00 local time (17:00 UTC)",
	);
	assert.equal(
		recordDate("2025-05-07T00:00:00+05:00"),
		"7 May 2025, 00:00 local time (6 May 2025, 19:00 UTC)",
	);
	assert.equal(recordDate("2008-02-24T18:47:00Z"), "24 Feb 2008, 18:47 UTC");
});

test("the ends of a restriction say what is not known of them", () => {
	const dates = (change: Partial<RestrictionEntry>) =>
		restrictionDates({
			start: "2024-02-17",
			startPrecision: "day",
			end: undefined,
			endPrecision: "unknown",
			...change,
		} as RestrictionEntry);
	assert.equal(dates({}), "17 Feb 2024, end not found");
	assert.equal(
		dates({ endPrecision: "ongoing" }),
		"Since 17 Feb 2024, on when last seen",
	);
	assert.equal(
		dates({ end: "2024-02-18", endPrecision: "approximate" }),
		"17 Feb 2024 to about 18 Feb 2024",
	);
	assert.equal(
		dates({ end: "2024-02-17", endPrecision: "day" }),
		"17 Feb 2024",
	);
	assert.equal(
		dates({
			startPrecision: "on_or_before",
			end: "2024-03",
			endPrecision: "month",
		}),
		"On or before 17 Feb 2024 to Mar 2024",
	);
});

test("intervals and sources are named for readers", () => {
	assert.equal(
		intervalName("start_to_first_court_order"),
		"Start to first court order",
	);
	assert.equal(sourceName("https://www.dawn.com/news/1?x=y"), "dawn.com");
	assert.equal(sourceName("nonsense"), "source");
});
