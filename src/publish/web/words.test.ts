import assert from "node:assert/strict";
import test from "node:test";
import {
	betweenDays,
	formatAgo,
	formatDays,
	formatMoment,
	isStale,
} from "./times.ts";
import {
	countOf,
	cutText,
	formatCount,
	listOf,
	sentenceCase,
} from "./words.ts";

test("counts and lists read as a person would write them", () => {
	assert.equal(countOf(1, "session"), "1 session");
	assert.equal(countOf(0, "session"), "0 sessions");
	assert.equal(countOf(2, "country", "countries"), "2 countries");
	assert.equal(formatCount(1234567), "1,234,567");
	assert.equal(listOf([]), "");
	assert.equal(listOf(["a"]), "a");
	assert.equal(listOf(["a", "b", "c"]), "a, b and c");
	assert.equal(listOf(["a", "b"], "or"), "a or b");
	assert.equal(sentenceCase("no answer"), "No answer");
});

test("long text is cut by characters, never inside one", () => {
	assert.equal(cutText("network", 7), "network");
	assert.equal(cutText("networks", 7), "networ…");
	assert.equal(cutText("🌐🌐🌐", 2), "🌐…");
});

test("days and moments say their zone and share their year", () => {
	assert.equal(formatDays("2026-01-03", "2026-02-05"), "3 Jan – 5 Feb 2026");
	assert.equal(
		formatDays("2025-12-30", "2026-01-02"),
		"30 Dec 2025 – 2 Jan 2026",
	);
	assert.equal(betweenDays("2026-01-03", "2026-01-03"), "on 3 Jan 2026");
	assert.equal(
		betweenDays("2026-01-03", "2026-01-04"),
		"between 3 Jan and 4 Jan 2026",
	);
	assert.equal(formatMoment("2026-01-03T04:05:06Z"), "3 Jan 2026, 04:05 UTC");
});

test("ages are in the unit a reader would use, and two days make data old", () => {
	const now = new Date("2026-03-01T12:00:00Z");
	const ago = (instant: string) => formatAgo(instant, now);
	assert.equal(ago("2026-03-01T12:00:30Z"), "just now");
	assert.equal(ago("2026-03-01T11:15:00Z"), "45 min ago");
	assert.equal(ago("2026-03-01T10:00:00Z"), "2 h ago");
	assert.equal(ago("2026-02-27T13:00:00Z"), "47 h ago");
	assert.equal(ago("2026-02-24T12:00:00Z"), "5 days ago");
	assert.equal(ago("2025-07-01T12:00:00Z"), "7 months ago");
	assert.equal(ago("2023-03-01T12:00:00Z"), "3 years ago");
	assert.equal(isStale("2026-02-27T13:00:00Z", now), false);
	assert.equal(isStale("2026-02-27T11:00:00Z", now), true);
});
