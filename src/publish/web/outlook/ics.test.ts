import assert from "node:assert/strict";
import { test } from "node:test";
import type {
	Outlook,
	UpcomingOccasion,
} from "../../../account/outlook/index.ts";
import { outlookFeed } from "./ics.ts";

const OCCASION: UpcomingOccasion = {
	key: "ashura-1448",
	id: "ashura",
	name: "Ashura; 7, 8, 9 and 10 Muharram \\ محرم الحرام کے دن اور رات\nsecond line",
	class: "religious_holiday",
	firstOn: "2026-06-23",
	lastOn: "2026-06-26",
	status: "computed",
	isUncertain: true,
	source: "x",
	heldCount: 20,
	heldWithOnsetCount: 8,
	firstYear: 2006,
	likeliest: undefined,
};
const feedOf = (upcoming: readonly UpcomingOccasion[], alarmDays?: number) =>
	outlookFeed({ cc: "PK", kind: "cut", upcoming } as unknown as Outlook, {
		alarmDays,
		madeOn: "2026-06-01",
		siteName: "Rasai",
	});
const unfold = (feed: string) => feed.replaceAll("\r\n ", "").split("\r\n");

test("every line ends as RFC 5545 asks, and none is longer than 75 octets", () => {
	const feed = feedOf([OCCASION], 7);
	assert.ok(feed.endsWith("END:VCALENDAR\r\n"));
	assert.doesNotMatch(feed, /[^\r]\n/);
	for (const line of feed.split("\r\n")) {
		assert.ok(Buffer.byteLength(line) <= 75, line);
		assert.ok(!line.includes("\uFFFD"));
	}
});

test("texts are escaped, and unfolded they say what was meant", () => {
	const summary = unfold(feedOf([OCCASION])).find((line) =>
		line.startsWith("SUMMARY:"),
	);
	assert.equal(
		summary,
		"SUMMARY:Ashura\\; 7\\, 8\\, 9 and 10 Muharram \\\\ محرم الحرام کے دن اور رات\\nsecond line",
	);
});

test("days are whole, the end is the day after the last, and an uncertain date is tentative", () => {
	const lines = unfold(feedOf([OCCASION]));
	for (const line of [
		"DTSTART;VALUE=DATE:20260623",
		"DTEND;VALUE=DATE:20260627",
		"STATUS:TENTATIVE",
		"DTSTAMP:20260601T000000Z",
	])
		assert.ok(lines.includes(line), line);
});

test("an entry keeps its identifier when its date moves", () => {
	const uidOf = (one: UpcomingOccasion) =>
		unfold(feedOf([one])).find((line) => line.startsWith("UID:"));
	assert.equal(uidOf(OCCASION), "UID:pk-cut-all-ashura-1448@outlook.rasai");
	assert.equal(uidOf({ ...OCCASION, firstOn: "2026-06-24" }), uidOf(OCCASION));
});

test("a reminder comes as many days ahead as was asked, or not at all", () => {
	const lines = unfold(feedOf([OCCASION], 14));
	assert.ok(lines.includes("TRIGGER:-P14D"));
	for (const part of ["VCALENDAR", "VEVENT", "VALARM"])
		assert.equal(
			lines.filter((line) => line === `BEGIN:${part}`).length,
			lines.filter((line) => line === `END:${part}`).length,
		);
	assert.ok(!feedOf([OCCASION]).includes("VALARM"));
});
