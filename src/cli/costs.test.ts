import assert from "node:assert/strict";
import test from "node:test";
import { RasaiError } from "../base/index.ts";
import { parseConfig } from "../store/index.ts";
import { readCostSources } from "./costs.ts";

const configOf = (marketRates: string) =>
	parseConfig(`[cost]\nmarket_rates = ${JSON.stringify(marketRates)}\n`);

async function read(marketRates: string) {
	const logged: unknown[] = [];
	const sources = await readCostSources(
		{
			shipped: "data",
			log: (...line) => void logged.push(line),
			signal: AbortSignal.timeout(10_000),
		},
		{ config: configOf(marketRates) },
	);
	return { sources, logged };
}

test("what ships is read, with the rates that the operator states", async () => {
	const { sources, logged } = await read(
		"IR 1050000 2026-01-10 one source; SY 13000.5 2025-01-10 another",
	);
	assert.equal(sources.indicators.country("PK")?.currency, "PKR");
	assert.ok(sources.calibration);
	assert.deepEqual(
		sources.marketRates?.map(({ cc, localPerUsd }) => [cc, localPerUsd]),
		[
			["IR", 1_050_000],
			["SY", 13_000.5],
		],
	);
	assert.deepEqual(logged, []);
	assert.deepEqual((await read("")).sources.marketRates, []);
});

test("a rate without a source or a day is refused with the settings; one of no day of the calendar is logged", async () => {
	for (const text of [
		"IR 1050000",
		"IR 1050000 2026-01-10",
		"ir 5 2026-01-10 x",
	])
		assert.throws(
			() => configOf(text),
			(error: unknown) =>
				error instanceof RasaiError && error.code === "config_invalid",
			text,
		);
	const { sources, logged } = await read("IR 1050000 2026-99-10 one source");
	assert.deepEqual(sources.marketRates, []);
	assert.match(JSON.stringify(logged), /market_rate_problem/);
});
