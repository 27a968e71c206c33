import assert from "node:assert/strict";
import test from "node:test";
import { ownLoss } from "./own-loss.ts";

const figures = {
	turnover: 36_500,
	per: "year",
	dependentShare: 0.8,
	madeUpShare: 0.25,
} as const;

test("a firm's loss is its turnover a day by days and share, less what was made up", () => {
	// 100 a day, 80 of it over what was cut, two days and a half.
	const loss = ownLoss(figures, 60);
	assert.deepEqual(loss, {
		turnoverADay: 100,
		days: 2.5,
		low: 150,
		high: 200,
	});
});

test("the span of the turnover changes nothing but the day's part of it", () => {
	const aDay = (turnover: number, per: "day" | "week" | "month" | "year") =>
		ownLoss({ ...figures, turnover, per }, 24).turnoverADay;
	assert.equal(aDay(100, "day"), 100);
	assert.equal(aDay(700, "week"), 100);
	assert.ok(Math.abs(aDay(36_500 / 12, "month") - 100) < 1e-9);
	assert.equal(ownLoss(figures, 0).high, 0);
});
