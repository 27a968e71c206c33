import assert from "node:assert/strict";
import test from "node:test";
import { estimateCost } from "./estimate.ts";
import { readMarketRates } from "./local-money.ts";
import { testEvent, testIndicators } from "./test-event.ts";

const { rates } = readMarketRates("QT 40 2022-06-01 a newspaper");
const estimate = (since: string, until: string, marketRate?: number) =>
	estimateCost(testEvent({ segments: [{ since, until, share: 1 }] }), {
		indicators: testIndicators,
		calibration: undefined,
		assumptions: marketRate === undefined ? {} : { marketRate },
		marketRates: rates,
	});

test("a market's rate stands beside the official one, with its source", () => {
	const { range } = estimate("2022-05-09T00:00:00Z", "2022-05-10T00:00:00Z");
	assert.ok(range?.local && range.localAtMarket);
	// Ten to a dollar officially, forty on the market.
	assert.equal(range.localAtMarket.low, range.local.low * 4);
	assert.match(range.localAtMarket.rates[0]?.from ?? "", /a newspaper/);
});

test("P13: a market's rate of one year says nothing of another", () => {
	const { range, notes } = estimate(
		"2022-12-31T00:00:00Z",
		"2023-01-02T00:00:00Z",
	);
	assert.ok(range?.local);
	assert.equal(range.localAtMarket, null);
	assert.ok(notes.every((note) => !/market/.test(note)));
});

test("a rate that is asked for stands before what the operator states", () => {
	const { range } = estimate(
		"2022-05-09T00:00:00Z",
		"2022-05-10T00:00:00Z",
		100,
	);
	assert.equal(range?.localAtMarket?.low, range ? range.low * 100 : undefined);
	assert.equal(range?.localAtMarket?.rates[0]?.from, "as asked");
});

test("rates that cannot be read are told and not used", () => {
	const read = readMarketRates(
		"IR 1050000 2026-01-10 one; SY 13000; XX 0 2026-01-10 two; IR 5 2026-99-99 three;",
	);
	assert.deepEqual(read.rates, [
		{ cc: "IR", localPerUsd: 1_050_000, on: "2026-01-10", source: "one" },
	]);
	assert.equal(read.problems.length, 3);
	assert.deepEqual(readMarketRates(""), { rates: [], problems: [] });
});
