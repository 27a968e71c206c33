import assert from "node:assert/strict";
import { test } from "node:test";
import { bracketDay, bracketPhrase } from "./incident-words.ts";

test("an interval of whole local days is told as days of the country, any other with its hours", () => {
	const localDay = {
		earliest: "2024-02-16T19:00:00Z",
		at: null,
		latest: "2024-02-17T19:00:00Z",
	};
	assert.equal(bracketPhrase(localDay, "PK"), "on 17 Feb 2024 (local day)");
	assert.equal(bracketDay(localDay, "PK"), "17 Feb 2024");
	assert.equal(
		bracketPhrase(localDay, "GB"),
		"between 16 Feb 2024, 19:00 and 17 Feb 2024, 19:00 UTC",
	);
});

test("what began before the first data has no beginning, and the likeliest instant is said where there is one", () => {
	const open = { earliest: null, at: null, latest: "2026-01-30T14:00:00Z" };
	assert.equal(bracketPhrase(open, "QZ"), "before 30 Jan 2026, 14:00 UTC");
	assert.equal(bracketDay(open, "QZ"), "before 30 Jan 2026");
	const measured = {
		earliest: "2026-01-29T22:00:00Z",
		at: "2026-01-30T04:00:00Z",
		latest: "2026-01-30T14:00:00Z",
	};
	assert.equal(
		bracketPhrase(measured, "QZ"),
		"between 29 Jan 2026, 22:00 and 30 Jan 2026, 14:00 UTC, most likely 30 Jan 2026, 04:00 UTC",
	);
	assert.equal(bracketDay(measured, "QZ"), "30 Jan 2026");
});
