import assert from "node:assert/strict";
import test from "node:test";
import { arrivalSentence } from "./arrival.ts";

test("P8: how late measurements arrive is told in whole hours or days, rounded up", () => {
	assert.equal(arrivalSentence(undefined), "");
	assert.equal(
		arrivalSentence({ sessionCount: 12, halfHours: 0.02, mostHours: 49.5 }),
		"Half of the sessions had arrived within an hour of measuring, nine in ten within 3 days (of 12 sessions of which it is known): the newest hours are not complete.",
	);
	assert.match(
		arrivalSentence({ sessionCount: 1, halfHours: 2.1, mostHours: 47 }),
		/within 3 hours of measuring.*within 47 hours \(of 1 session /,
	);
});
