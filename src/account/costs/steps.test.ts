import assert from "node:assert/strict";
import test from "node:test";
import { estimateCost } from "./estimate.ts";
import { costSteps } from "./steps.ts";
import { testEvent, testIndicators } from "./test-event.ts";

const estimate = estimateCost(
	testEvent({
		segments: [
			{
				since: "2022-12-31T00:00:00Z",
				until: "2023-01-01T00:00:00Z",
				share: 1,
			},
			{
				since: "2023-01-01T00:00:00Z",
				until: "2023-01-02T00:00:00Z",
				share: 0.5,
			},
		],
	}),
	{
		indicators: testIndicators,
		calibration: undefined,
		assumptions: { marketRate: 50 },
	},
);
const steps = costSteps(estimate);
const of = (method: string, step: string) =>
	steps.filter((one) => one.method === method && one.step === step);

test("the hours of each stretch stand first, by the share that was cut", () => {
	assert.deepEqual(
		steps.slice(0, 2).map(({ step, mid }) => [step, mid]),
		[
			["hours", 24],
			["hours", 12],
		],
	);
});

test("P5: years add up to the sum, and local money is each year's dollars at its rate", () => {
	const [first, second] = of("deloitte-2016-gdp", "year");
	// GDP of $10m a day, then $20m for half a day.
	assert.deepEqual([first?.mid, second?.mid], [100_000, 100_000]);
	assert.equal(of("deloitte-2016-gdp", "sum")[0]?.mid, 200_000);
	const [official, market] = of("deloitte-2016-gdp", "local");
	assert.equal(official?.mid, 100_000 * 10 + 100_000 * 20);
	assert.equal(market?.mid, 200_000 * 50);
	assert.match(first?.inputs ?? "", /hours = 24; gdpUsd = 3650000000/);
	assert.equal(first?.vintage, "2016 2022");
});

test("a method that gives nothing has a step that says why, and no amount", () => {
	const [none, ...others] = of("netloss", "none");
	assert.match(none?.name ?? "", /withdrawn/);
	assert.equal(none?.low, null);
	assert.deepEqual(others, []);
});

test("every method has its steps, and the range comes last", () => {
	for (const { method } of estimate.methods)
		assert.ok(
			steps.some((step) => step.method === method),
			method,
		);
	assert.deepEqual(
		steps.slice(-3).map(({ step, name }) => [step, name]),
		[
			["range", ""],
			["range", "official rate"],
			["range", "market rate"],
		],
	);
	assert.equal(steps.at(-3)?.low, estimate.range?.low);
});
